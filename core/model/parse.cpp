// Text that a person typed or a file holds -> canonical values. The other half of format.cpp.
#include "core/model/decimal.h"
#include "core/model/error.h"
#include "core/model/format.h"
#include "core/model/locale_formats.h"
#include "core/model/money.h"
#include "core/model/text.h"
#include "core/model/value_checks.h"
#include "core/model/value_hint.h"
#include <QRegularExpression>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Format)
};

/// Digits of every script as 0-9, without the marks that set the direction of writing.
QString plain(const QString &text)
{
    QString out;
    for (QChar c : text.trimmed()) {
        if (c.isDigit())
            out += QChar(u'0' + c.digitValue());
        else if (c.category() != QChar::Other_Format)
            out += c;
    }
    return out;
}

/// Takes out what the locale surely means as grouping ("1,234" in English, "1.234" in German), so that what is left
/// reads the same everywhere. The C locale of files has no grouping.
QString withoutGroups(const QString &number, const QLocale &locale)
{
    if (locale.language() == QLocale::C)
        return number;
    const QString group = locale.groupSeparator();
    const QString point = locale.decimalPoint();
    QString s = number;
    const QRegularExpression pattern(QStringLiteral("^[-\\x{2212}]?\\d{1,3}(?:%1\\d{2,3})*%1\\d{3}(?:%2\\d*)?$")
                                         .arg(QRegularExpression::escape(group), QRegularExpression::escape(point)));
    if (pattern.match(s).hasMatch())
        s.remove(group);
    if (point != QLatin1String(".") && point != QLatin1String(","))
        s.replace(point, QLatin1String("."));
    return s;
}

std::optional<qint64> number(const QString &text, int scale, const QLocale &locale)
{
    const auto d = Decimal::parse(withoutGroups(plain(text), locale), scale);
    return d ? std::optional(d->units()) : std::nullopt;
}

std::optional<qint64> amount(const QString &text, const FormatContext &context)
{
    QString s = text.trimmed();
    for (const QString &sign : {Money::symbol(context.currency), context.currency}) {
        if (sign.isEmpty())
            continue;
        const qsizetype at = s.indexOf(sign, 0, Qt::CaseInsensitive);
        if (at >= 0)
            s.remove(at, sign.size());
    }
    return number(s, Money::minorDigits(context.currency), context.locale);
}

std::optional<qint64> percent(const QString &text, int scale, const QLocale &locale)
{
    QString s = text;
    s.remove(locale.percent()).remove(u'%');
    return number(s, scale, locale);
}

int fullYear(const QString &digits)
{
    const int year = digits.toInt();
    return digits.size() > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
}

/// Three numbers: a year of four digits comes first or last; with points the day is first, with slashes or hyphens
/// the locale decides about day and month.
std::optional<QDate> dateOfNumbers(const QString &text, const QLocale &locale)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(\\d{1,4})\\s*([-./])\\s*(\\d{1,2})\\s*\\2\\s*(\\d{1,4})\\.?$"));
    const auto m = pattern.match(text);
    if (!m.hasMatch())
        return std::nullopt;
    const QString a = m.captured(1);
    const QString b = m.captured(3);
    const QString c = m.captured(4);
    if (a.size() == 3 || c.size() == 3 || c.size() == 1)
        return a.size() == 4 && c.size() == 1 ? std::optional(QDate(a.toInt(), b.toInt(), c.toInt())) : std::nullopt;
    if (a.size() == 4)
        return c.size() == 2 ? std::optional(QDate(a.toInt(), b.toInt(), c.toInt())) : std::nullopt;
    const QString order = dateFormat(locale);
    const bool monthFirst =
        m.captured(2) != QLatin1String(".") && order.indexOf(u'M') < order.indexOf(u'd') && !order.startsWith(u'y');
    const QString &day = monthFirst ? b : a;
    const QString &month = monthFirst ? a : b;
    return QDate(fullYear(c), month.toInt(), day.toInt());
}

/// What ISO dates can write; Qt reads "-1991-12-08" too.
bool isWritable(QDate date) { return date.isValid() && date.year() >= 1 && date.year() <= 9999; }

std::optional<QDate> dateOf(const QString &text, const QLocale &locale)
{
    const QDate shown = locale.toDate(text.trimmed(), dateFormat(locale));
    if (isWritable(shown))
        return shown;
    const auto date = dateOfNumbers(plain(text), locale);
    return date && isWritable(*date) ? date : std::nullopt;
}

/// A date, perhaps with the midnight that spreadsheets and databases put behind it.
std::optional<QDate> dayOf(const QString &text, const QLocale &locale)
{
    static const QRegularExpression midnight(QStringLiteral("[T ]0?0:00(:00(\\.0+)?)?Z?$"));
    return dateOf(QString(text).remove(midnight), locale);
}

std::optional<QTime> timeOf(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?\\s*([ap])?\\.?(?:m\\.?)?$"),
        QRegularExpression::CaseInsensitiveOption);
    const auto m = pattern.match(text);
    if (!m.hasMatch())
        return std::nullopt;
    int hour = m.captured(1).toInt();
    const QString half = m.captured(5).toLower();
    if (!half.isEmpty()) {
        if (hour < 1 || hour > 12)
            return std::nullopt;
        hour = hour % 12 + (half == QLatin1String("p") ? 12 : 0);
    }
    const int ms = m.captured(4).leftJustified(3, u'0').left(3).toInt();
    const QTime time(hour, m.captured(2).toInt(), m.captured(3).toInt(), ms);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

/// Text with a zone is taken at its word; without one the clock on the wall is meant.
std::optional<QDateTime> momentOf(const QString &text, const QLocale &locale)
{
    const QString s = plain(text);
    static const QRegularExpression zoned(
        QStringLiteral("^\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d.*(Z|[+-]\\d\\d:?\\d\\d)$"));
    if (zoned.match(s).hasMatch()) {
        const QDateTime iso = QDateTime::fromString(QString(s).replace(10, 1, u'T'), Qt::ISODateWithMs);
        return isWritable(iso.date()) ? std::optional(iso.toUTC()) : std::nullopt;
    }
    const QDateTime shown = locale.toDateTime(text.trimmed(), momentFormat(locale));
    if (isWritable(shown.date()))
        return shown.toUTC();
    if (const auto date = dateOf(s, locale))
        return QDateTime(*date, QTime(0, 0)).toUTC();
    static const QRegularExpression split(QStringLiteral("^(.*?\\d\\.?)(?:T|,?\\s+)(\\d{1,2}:\\d{2}.*)$"));
    const auto m = split.match(s);
    const auto date = m.hasMatch() ? dateOf(m.captured(1), locale) : std::nullopt;
    const auto time = m.hasMatch() ? timeOf(m.captured(2)) : std::nullopt;
    if (!date || !time)
        return std::nullopt;
    const QDateTime moment(*date, *time);
    return isWritable(moment.date()) ? std::optional(moment.toUTC()) : std::nullopt;
}

std::optional<qint64> secondsOfUnit(const QString &unit)
{
    const QString u = fold(unit);
    const auto is = [&u](const char *english, const QString &translated) {
        return u == QLatin1String(english) || u == fold(translated);
    };
    if (is("h", Tr::tr("h", "hours, short")) || is("hours", Tr::tr("hours")))
        return 3600;
    if (is("m", Tr::tr("m", "minutes, short")) || is("min", Tr::tr("min", "minutes")))
        return 60;
    if (is("s", Tr::tr("s", "seconds, short")) || is("sec", Tr::tr("sec", "seconds")))
        return 1;
    return std::nullopt;
}

std::optional<qint64> clockDuration(const QString &s)
{
    static const QRegularExpression clock(QStringLiteral("^(-?)(\\d{1,16}):([0-5]\\d)(?::([0-5]\\d))?$"));
    const auto m = clock.match(s);
    if (!m.hasMatch())
        return std::nullopt;
    const qint64 rest = m.captured(3).toInt() * 60 + m.captured(4).toInt();
    const qint64 seconds = addExact(mulDivRound(m.captured(2).toLongLong(), 3600, 1), rest);
    return m.captured(1).isEmpty() ? seconds : -seconds;
}

/// "1:30", "1:30:15", "1h 30m", "90 min", and a bare number as hours ("1.5").
std::optional<qint64> durationOf(const QString &text)
{
    const QString s = plain(text);
    if (s.contains(u':'))
        return clockDuration(s);
    static const QRegularExpression part(QStringLiteral("\\G\\s*(\\d{1,12}(?:[.,]\\d{1,4})?)\\s*(\\p{L}*)\\.?\\s*"));
    const bool negative = s.startsWith(u'-');
    qint64 total = 0;
    qsizetype at = negative ? 1 : 0;
    while (at < s.size()) {
        const auto m = part.match(s, at);
        const auto value = m.hasMatch() ? Decimal::parse(m.captured(1), 4) : std::nullopt;
        const bool bare = m.captured(2).isEmpty();
        const auto unit = bare ? std::optional<qint64>(3600) : secondsOfUnit(m.captured(2));
        if (!value || !unit || (bare && (total != 0 || m.capturedEnd() < s.size())))
            return std::nullopt;
        total = addExact(total, mulDivRound(value->units(), *unit, 10000));
        at = m.capturedEnd();
    }
    if (at == (negative ? 1 : 0))
        return std::nullopt; // nothing but a sign
    return negative ? -total : total;
}

std::optional<bool> yesNoOf(const QString &text)
{
    const QString s = fold(text);
    const auto among = [&s](std::initializer_list<const char *> words) {
        for (const char *w : words) {
            if (s == QLatin1String(w))
                return true;
        }
        return false;
    };
    if (among({"yes", "y", "true", "t", "1", "on", "x", "+"}) || s == fold(Tr::tr("yes")))
        return true;
    if (among({"no", "n", "false", "f", "0", "off", "-"}) || s == fold(Tr::tr("no")))
        return false;
    return std::nullopt;
}

std::optional<QString> choiceOf(const Field &field, const QString &text)
{
    if (field.choice(text))
        return text;
    const QString s = fold(text);
    for (const Choice &c : field.choices()) {
        if (fold(c.key) == s || fold(c.label.text()) == s || fold(c.label.source()) == s)
            return c.key;
    }
    return std::nullopt;
}

/// The keys or labels between semicolons or, where that gives no choice, between commas; a label may hold commas.
std::optional<QStringList> choicesBetweenCommas(const Field &field, const QString &text)
{
    const QStringList parts = text.split(u',');
    QStringList keys;
    for (qsizetype from = 0; from < parts.size();) {
        qsizetype behind = std::min<qsizetype>(parts.size(), from + 20);
        std::optional<QString> key;
        for (; behind > from && !key; --behind)
            key = choiceOf(field, parts.mid(from, behind - from).join(u',').trimmed());
        if (key)
            keys << *key;
        else if (!parts[from].trimmed().isEmpty())
            return std::nullopt;
        from = key ? behind + 1 : from + 1;
    }
    return keys;
}

std::optional<QString> choicesOf(const Field &field, const QString &text)
{
    static const QRegularExpression separators(QStringLiteral("[;\\r\\n]+"));
    QStringList keys;
    const QStringList parts = text.split(separators, Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (part.trimmed().isEmpty())
            continue;
        if (const auto key = choiceOf(field, part.trimmed())) {
            keys << *key;
            continue;
        }
        const auto several = choicesBetweenCommas(field, part);
        if (!several)
            return std::nullopt;
        keys << *several;
    }
    const QVariant value = choicesValue(keys);
    return value.isNull() ? std::nullopt : std::optional(value.toString()); // separators alone are no choice
}

/// "9:30", "9.30", "0930", "9 pm", "9", and the locale's own way.
std::optional<QString> timeOfDayOf(const QString &text, const QLocale &locale)
{
    const QString form = QStringLiteral("HH:mm");
    const QTime shown = locale.toTime(text, timeFormat(locale));
    if (shown.isValid())
        return shown.toString(form);
    QString s = plain(text).simplified();
    static const QRegularExpression bare(QStringLiteral("^(\\d{1,2})[.h-]?(\\d{2})?(\\s*[ap]\\.?\\s*(?:m\\.?)?)?$"),
                                         QRegularExpression::CaseInsensitiveOption);
    if (const auto m = bare.match(s); m.hasMatch()) {
        const QString minutes = m.captured(2).isEmpty() ? QStringLiteral("00") : m.captured(2);
        s = m.captured(1) + u':' + minutes + m.captured(3).remove(u' ');
    }
    const auto time = timeOf(s);
    return time ? std::optional(time->toString(form)) : std::nullopt;
}

std::optional<Id> idOf(const QString &text)
{
    bool ok = false;
    const qint64 id = text.toLongLong(&ok);
    return ok && id > 0 ? std::optional(id) : std::nullopt;
}

std::optional<IdList> idsOf(const QString &text)
{
    static const QRegularExpression separators(QStringLiteral("[\\s,;]+"));
    IdList ids;
    const QStringList parts = text.split(separators, Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const auto id = idOf(part);
        if (!id)
            return std::nullopt;
        if (!ids.contains(*id))
            ids << *id;
    }
    return ids.isEmpty() ? std::nullopt : std::optional(ids); // commas alone are no list
}

QString colorOf(const QString &text)
{
    QString s = text.toLower();
    if (s.size() == 4 && s.startsWith(u'#'))
        s = QStringLiteral("#%1%1%2%2%3%3").arg(s[1]).arg(s[2]).arg(s[3]);
    return s;
}

/// The value; invalid if the text is none of the kind.
template<class T> QVariant orNothing(const std::optional<T> &value)
{
    return value ? QVariant::fromValue(*value) : QVariant();
}

QVariant parseKind(const Field &field, const QString &text, const FormatContext &context)
{
    switch (field.kind()) {
    case Kind::Choice:
        return orNothing(choiceOf(field, text));
    case Kind::Choices:
        return orNothing(choicesOf(field, text));
    case Kind::Time:
        return orNothing(timeOfDayOf(text, context.locale));
    case Kind::Integer:
        return orNothing(number(text, 0, context.locale));
    case Kind::Decimal:
        return orNothing(number(text, field.scale(), context.locale));
    case Kind::Percent:
        return orNothing(percent(text, field.scale(), context.locale));
    case Kind::Money:
        return orNothing(amount(text, context));
    case Kind::Date:
        return orNothing(dayOf(text, context.locale));
    case Kind::Moment:
        return orNothing(momentOf(text, context.locale));
    case Kind::Duration:
        return orNothing(durationOf(text));
    case Kind::Bool:
        return orNothing(yesNoOf(text));
    case Kind::Ref:
    case Kind::File:
        return orNothing(idOf(text));
    case Kind::RefList:
    case Kind::Labels:
        return orNothing(idsOf(text));
    case Kind::Color:
        return textFault(Kind::Color, colorOf(text)).isEmpty() ? QVariant(colorOf(text)) : QVariant();
    default:
        return text;
    }
}

} // namespace

QString valueHint(const Field &field, const FormatContext &context)
{
    const QLocale &locale = context.locale;
    const QDate day(2026, 11, 22);
    switch (field.kind()) {
    case Kind::Choice:
    case Kind::Choices: {
        QStringList labels;
        for (const Choice &c : field.choices())
            labels << c.label.text();
        return Tr::tr("Possible are: %1.").arg(labels.join(QStringLiteral(", ")));
    }
    case Kind::Integer:
    case Kind::Decimal:
    case Kind::Percent:
        if (field.kind() == Kind::Integer || field.scale() == 0)
            return Tr::tr("Write a whole number.");
        return Tr::tr("Write a number with at most %n digits after the point.", nullptr, field.scale());
    case Kind::Money: {
        const int digits = Money::minorDigits(context.currency);
        return Tr::tr("Write an amount like %1.").arg(Decimal(123450, 2).rescaled(digits).toLocalized(locale, digits));
    }
    case Kind::Date:
        return Tr::tr("Write a date like %1.").arg(locale.toString(day, dateFormat(locale)));
    case Kind::Moment:
        return Tr::tr("Write date and time like %1.")
            .arg(locale.toString(QDateTime(day, QTime(14, 30)), momentFormat(locale)));
    case Kind::Time:
        return Tr::tr("Write a time like %1.").arg(locale.toString(QTime(14, 30), timeFormat(locale)));
    case Kind::Duration:
        return Tr::tr("Write hours and minutes like 1:30.");
    case Kind::Bool:
        return Tr::tr("Write yes or no.");
    case Kind::Color:
        return Tr::tr("Write a colour like #2f80ed.");
    default:
        return Tr::tr("Write the id of a record, a whole number.");
    }
}

QVariant parseText(const Field &field, const QString &text, const FormatContext &context, QString *fault)
{
    if (fault)
        fault->clear();
    if (text.trimmed().isEmpty())
        return {};
    if (field.kind() == Kind::Memo)
        return text;
    if (field.kind() == Kind::Text) {
        static const QRegularExpression lineBreaks(QStringLiteral("\\s*[\\r\\n]+\\s*"));
        return QString(text).replace(lineBreaks, QStringLiteral(" "));
    }
    QVariant value;
    try {
        value = parseKind(field, text.trimmed(), context);
    } catch (const Error &) {
        value = {}; // too large for 64 bits: refused below like any other text that is no number
    }
    if (!value.isValid() && fault) {
        *fault = Tr::tr("%1: “%2” does not fit. %3", "field, what was typed, what is expected")
                     .arg(field.label().text(), text.trimmed().left(100), valueHint(field, context));
    }
    return value;
}

} // namespace crm
