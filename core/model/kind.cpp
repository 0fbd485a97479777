// What each kind of field makes of a value.
#include "core/model/field.h"
#include <QDate>
#include <QDateTime>
#include <QRegularExpression>
#include <algorithm>
#include <limits>

namespace crm {

namespace {
std::optional<qint64> wholeNumber(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::Long:
    case QMetaType::LongLong:
    case QMetaType::Short:
    case QMetaType::UShort:
        return value.toLongLong();
    case QMetaType::ULong:
    case QMetaType::ULongLong:
        if (value.toULongLong() <= quint64(std::numeric_limits<qint64>::max()))
            return qint64(value.toULongLong());
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

std::optional<IdList> idList(const QVariant &value)
{
    if (value.typeId() == qMetaTypeId<IdList>())
        return value.value<IdList>();
    if (value.typeId() != QMetaType::QVariantList)
        return std::nullopt;
    IdList ids;
    const QVariantList list = value.toList();
    for (const QVariant &v : list) {
        const auto id = wholeNumber(v);
        if (!id)
            return std::nullopt;
        ids << *id;
    }
    return ids;
}

std::optional<QVariant> timeOfDay(const QVariant &value)
{
    if (value.typeId() == QMetaType::QTime)
        return value.toTime().isValid() ? QVariant(value.toTime().toString(QStringLiteral("HH:mm"))) : QVariant();
    static const QRegularExpression form(QStringLiteral("^(?:[01][0-9]|2[0-3]):[0-5][0-9]\\z"));
    const QString text = value.toString();
    if (value.typeId() != QMetaType::QString || (!text.isEmpty() && !form.match(text).hasMatch()))
        return std::nullopt;
    return text.isEmpty() ? QVariant() : QVariant(text);
}

/// The canonical value; nothing if the type does not fit the kind.
std::optional<QVariant> convert(const Field &field, const QVariant &value)
{
    const Kind kind = field.kind();
    const int type = value.typeId();
    if (kind == Kind::Time)
        return timeOfDay(value);
    if (kind == Kind::Choices && (type == QMetaType::QString || type == QMetaType::QStringList))
        return choicesValue(choiceKeys(value));
    if (isTextKind(kind)) {
        if (type != QMetaType::QString)
            return std::nullopt;
        const QString text = value.toString();
        return text.isEmpty() ? QVariant() : QVariant(text);
    }
    if (isIntegerKind(kind) || isRefKind(kind)) {
        const auto n = wholeNumber(value);
        if (!n)
            return std::nullopt;
        return isRefKind(kind) && *n == 0 ? QVariant() : QVariant(*n);
    }
    if (isListKind(kind)) {
        const auto ids = idList(value);
        if (!ids)
            return std::nullopt;
        return ids->isEmpty() ? QVariant() : QVariant::fromValue(*ids);
    }
    if (kind == Kind::Bool) {
        if (type == QMetaType::Bool)
            return value;
        const auto n = wholeNumber(value);
        return n && (*n == 0 || *n == 1) ? std::optional<QVariant>(QVariant(*n == 1)) : std::nullopt;
    }
    if (kind == Kind::Date && type == QMetaType::QDate)
        return value.toDate().isValid() ? value : QVariant();
    if (kind == Kind::Moment && type == QMetaType::QDateTime)
        return value.toDateTime().isValid() ? QVariant(value.toDateTime().toUTC()) : QVariant();
    return std::nullopt;
}
} // namespace

QStringList choiceKeys(const QVariant &value)
{
    return value.typeId() == QMetaType::QStringList ? value.toStringList()
                                                    : value.toString().split(u';', Qt::SkipEmptyParts);
}

QVariant choicesValue(const QStringList &keys)
{
    QStringList sorted;
    for (const QString &key : keys) {
        if (!key.trimmed().isEmpty())
            sorted << key.trimmed();
    }
    // By bytes, as a server's procedure sorts them when it looks at what it was given.
    std::sort(sorted.begin(), sorted.end(),
              [](const QString &a, const QString &b) { return a.toUtf8().compare(b.toUtf8()) < 0; });
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    return sorted.isEmpty() ? QVariant() : QVariant(sorted.join(u';'));
}

QVariant canonicalValue(const Field &field, const QVariant &value, bool *ok)
{
    if (ok)
        *ok = true;
    if (!value.isValid() || value.isNull())
        return {};
    if (const auto converted = convert(field, value))
        return *converted;
    if (ok)
        *ok = false;
    return value;
}

} // namespace crm
