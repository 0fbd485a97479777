#include "core/model/format.h"
#include "core/model/choice_text.h"
#include "core/model/decimal.h"
#include "core/model/locale_formats.h"
#include "core/model/mentions.h"
#include "core/model/money.h"
#include <QJsonArray>
#include <cmath>
#include <cstdlib>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Format)
};

QString percentText(const QString &number, const QLocale &locale)
{
    const bool joined = locale.language() == QLocale::English || locale.language() == QLocale::C ||
                        locale.language() == QLocale::Chinese || locale.language() == QLocale::Japanese;
    return number + (joined ? QString() : QString(QChar(QChar::Nbsp))) + locale.percent();
}

/// "1:30", with seconds only where there are some or where exactness asks for them.
QString durationText(qint64 seconds, bool always)
{
    const quint64 n = seconds < 0 ? 0 - quint64(seconds) : quint64(seconds);
    QString text = (seconds < 0 ? QStringLiteral("-") : QString()) +
                   QStringLiteral("%1:%2").arg(n / 3600).arg(n / 60 % 60, 2, 10, QLatin1Char('0'));
    if (always || n % 60)
        text += QStringLiteral(":%1").arg(n % 60, 2, 10, QLatin1Char('0'));
    return text;
}

QString momentText(const QDateTime &value)
{
    return value.toUTC().toString(value.time().msec() ? Qt::ISODateWithMs : Qt::ISODate);
}

QString titleText(const Field &field, Id id, const FormatContext &context)
{
    const QString title = context.titleOf ? context.titleOf(field.target(), id) : QString();
    return title.isEmpty() ? QString::number(id) : title;
}

QString choiceText(const Field &field, const QString &key)
{
    const Choice *choice = field.choice(key);
    return choice ? choice->label.text() : key;
}

QString textOfChoices(const Field &field, const QVariant &value)
{
    QStringList texts;
    const QStringList keys = choicesInOrder(field, value);
    for (const QString &key : keys)
        texts << choiceText(field, key);
    return texts.join(QStringLiteral(", "));
}

QString idsText(const IdList &ids)
{
    QStringList texts;
    for (Id id : ids)
        texts << QString::number(id);
    return texts.join(u';');
}

/// Doubles hold whole numbers exactly up to 2^53; JavaScript has nothing else.
QJsonValue wholeToJson(qint64 n)
{
    constexpr qint64 exact = qint64(1) << 53;
    return n >= -exact && n <= exact ? QJsonValue(n) : QJsonValue(QString::number(n));
}

FormatContext machineContext(const QString &currency) { return {QLocale::c(), currency, {}}; }
} // namespace

bool isEmptyValue(const QVariant &value)
{
    if (!value.isValid() || value.isNull())
        return true;
    switch (value.typeId()) {
    case QMetaType::QString:
        return value.toString().isEmpty();
    case QMetaType::QDate:
        return !value.toDate().isValid();
    case QMetaType::QDateTime:
        return !value.toDateTime().isValid();
    case QMetaType::QVariantList:
        return value.toList().isEmpty();
    default:
        return value.typeId() == qMetaTypeId<IdList>() && value.value<IdList>().isEmpty();
    }
}

bool isEmptyValue(const Field &field, const QVariant &value)
{
    return isEmptyValue(value) || (isRefKind(field.kind()) && value.toLongLong() == 0);
}

QString displayText(const Field &field, const QVariant &value, const FormatContext &context)
{
    if (isEmptyValue(field, value))
        return {};
    const QLocale &locale = context.locale;
    switch (field.kind()) {
    case Kind::Text:
    case Kind::Email:
    case Kind::Phone:
    case Kind::Url:
    case Kind::Color:
        return value.toString();
    case Kind::Memo:
        return withoutMentionLinks(value.toString());
    case Kind::Choice:
        return choiceText(field, value.toString());
    case Kind::Integer:
        return Decimal(value.toLongLong(), 0).toLocalized(locale);
    case Kind::Decimal:
        return Decimal(value.toLongLong(), field.scale()).toLocalized(locale);
    case Kind::Percent:
        return percentText(Decimal(value.toLongLong(), field.scale()).toLocalized(locale), locale);
    case Kind::Money:
        return Money(value.toLongLong(), context.currency).toLocalized(locale);
    case Kind::Date:
        return locale.toString(value.toDate(), dateFormat(locale));
    case Kind::Moment:
        return locale.toString(value.toDateTime().toLocalTime(), momentFormat(locale));
    case Kind::Time:
        return locale.toString(QTime::fromString(value.toString(), QStringLiteral("HH:mm")), timeFormat(locale));
    case Kind::Choices:
        return textOfChoices(field, value);
    case Kind::Duration:
        return durationText(value.toLongLong(), false);
    case Kind::Bool:
        return value.toBool() ? Tr::tr("yes") : Tr::tr("no");
    case Kind::Ref:
    case Kind::File:
        return titleText(field, value.toLongLong(), context);
    case Kind::RefList:
    case Kind::Labels: {
        QStringList titles;
        const IdList ids = value.value<IdList>();
        for (Id id : ids)
            titles << titleText(field, id, context);
        return titles.join(QStringLiteral(", "));
    }
    }
    return {};
}

QString machineText(const Field &field, const QVariant &value, const QString &currency)
{
    if (isEmptyValue(field, value))
        return {};
    switch (field.kind()) {
    case Kind::Decimal:
    case Kind::Percent:
        return Decimal(value.toLongLong(), field.scale()).toString();
    case Kind::Money:
        return Money(value.toLongLong(), currency).toString();
    case Kind::Date:
        return value.toDate().toString(Qt::ISODate);
    case Kind::Moment:
        return momentText(value.toDateTime());
    case Kind::Duration:
        return durationText(value.toLongLong(), true);
    case Kind::Bool:
        return value.toBool() ? QStringLiteral("yes") : QStringLiteral("no");
    case Kind::RefList:
    case Kind::Labels:
        return idsText(value.value<IdList>());
    default:
        return value.toString();
    }
}

QJsonValue toJson(const Field &field, const QVariant &value, const QString &currency)
{
    if (isEmptyValue(field, value))
        return QJsonValue::Null;
    switch (field.kind()) {
    case Kind::Bool:
        return value.toBool();
    case Kind::Integer:
    case Kind::Duration:
        return wholeToJson(value.toLongLong());
    case Kind::RefList:
    case Kind::Labels: {
        QJsonArray array;
        const IdList ids = value.value<IdList>();
        for (Id id : ids)
            array.append(QString::number(id));
        return array;
    }
    case Kind::Choices:
        return QJsonArray::fromStringList(choiceKeys(value));
    default:
        return machineText(field, value, currency);
    }
}

QVariant fromJson(const Field &field, const QJsonValue &value, const QString &currency, QString *fault)
{
    const FormatContext context = machineContext(currency);
    const bool isNumber = isIntegerKind(field.kind());
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return parseText(field, {}, context, fault);
    case QJsonValue::String:
        if (field.kind() == Kind::Duration && !value.toString().contains(u':')) { // seconds that a double cannot hold
            const Field seconds(Kind::Integer, field.key(), field.label());
            return parseText(seconds, value.toString(), context, fault);
        }
        return parseText(field, value.toString(), context, fault);
    case QJsonValue::Bool:
        if (field.kind() == Kind::Bool)
            return value.toBool();
        break;
    case QJsonValue::Double: {
        const bool whole = value.toInteger(0) == value.toInteger(1);
        const QString text = whole ? QString::number(value.toInteger())
                                   : QString::number(value.toDouble(), 'f', QLocale::FloatingPointShortest);
        if (field.kind() == Kind::Duration && whole)
            return value.toInteger();
        if (isNumber || isTextKind(field.kind()) || isRefKind(field.kind()))
            return parseText(field, text, context, fault);
        break;
    }
    case QJsonValue::Array:
        if (isListKind(field.kind()) || field.kind() == Kind::Choices) {
            QStringList ids;
            const QJsonArray array = value.toArray();
            for (const QJsonValue &id : array)
                ids << id.toVariant().toString();
            return parseText(field, ids.join(u';'), context, fault);
        }
        break;
    case QJsonValue::Object:
        break;
    }
    if (fault) {
        *fault = Tr::tr("%1: this value does not fit a field of the kind “%2”.")
                     .arg(field.label().text(), kindLabel(field.kind()).text());
    }
    return {};
}

} // namespace crm
