#include "core/exchange/import_values.h"
#include "core/exchange/import_words.h"
#include "core/model/decimal.h"
#include "core/model/format.h"
#include "core/model/money.h"
#include "core/model/text.h"
#include <QDateTime>
#include <algorithm>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Import)
};

constexpr int percentDigits = 6; // for comparing fractions with one, whatever the field keeps

/// "4.7.1996 10:30": three numbers and what stands behind them.
struct DateParts
{
    int first = 0, second = 0, third = 0;
    qsizetype firstDigits = 0, thirdDigits = 0;
    QChar separator;
    QStringView rest;
};

std::optional<DateParts> splitDate(QStringView text)
{
    DateParts parts;
    int *const numbers[] = {&parts.first, &parts.second, &parts.third};
    qsizetype at = 0;
    for (int n = 0; n < 3; ++n) {
        const qsizetype from = at;
        while (at < text.size() && text[at] >= u'0' && text[at] <= u'9' && at - from < 5)
            *numbers[n] = *numbers[n] * 10 + (text[at++].unicode() - u'0');
        const qsizetype digits = at - from;
        if (digits == 0 || digits > 4)
            return std::nullopt;
        (n == 0 ? parts.firstDigits : parts.thirdDigits) = digits;
        if (n == 2)
            break;
        if (at >= text.size() || (text[at] != u'.' && text[at] != u'/' && text[at] != u'-'))
            return std::nullopt;
        if (n == 0)
            parts.separator = text[at];
        else if (text[at] != parts.separator)
            return std::nullopt;
        ++at;
    }
    parts.rest = text.sliced(at);
    return parts;
}

int fullYear(int year, qsizetype digits) { return digits > 2 ? year : year < 70 ? 2000 + year : 1900 + year; }

QDate dateOf(const DateParts &p, DateOrder order)
{
    if (p.firstDigits == 4)
        return QDate(p.first, p.second, p.third);
    const int year = fullYear(p.third, p.thirdDigits);
    if (order == DateOrder::MonthFirst)
        return QDate(year, p.first, p.second);
    if (order == DateOrder::YearFirst)
        return QDate(fullYear(p.first, p.firstDigits), p.second, p.third);
    return QDate(year, p.second, p.first);
}

/// "T10:30:15.250", " 0:00", "10:30 PM": the time of day; invalid if it is something else.
QTime timeOf(QStringView rest)
{
    rest = rest.trimmed();
    if (rest.startsWith(u'T'))
        rest = rest.sliced(1);
    const auto isNothing = [](QChar c) { return c == u'0' || c == u':' || c == u'.'; };
    if (rest.size() > 3 && std::all_of(rest.begin(), rest.end(), isNothing))
        return QTime(0, 0); // what databases put behind every date; worth the short way
    const bool pm = rest.endsWith(u"pm", Qt::CaseInsensitive);
    const bool am = rest.endsWith(u"am", Qt::CaseInsensitive);
    if (pm || am)
        rest = rest.chopped(2).trimmed();
    static const QStringList formats = {QStringLiteral("H:mm:ss.zzz"), QStringLiteral("H:mm:ss"),
                                        QStringLiteral("H:mm")};
    const qsizetype point = rest.indexOf(u'.');
    const QString text = point < 0 ? rest.toString() : rest.left(point).toString() + rest.mid(point, 4).toString();
    for (const QString &format : formats) {
        const QTime time = QTime::fromString(text, format);
        if (!time.isValid())
            continue;
        if (!pm && !am)
            return time;
        return time.hour() > 12 ? QTime() : QTime(time.hour() % 12 + (pm ? 12 : 0), time.minute(), time.second());
    }
    return {};
}

DateOrder orderOf(const QLocale &locale)
{
    const QString format = locale.dateFormat(QLocale::ShortFormat);
    return format.indexOf(u'M') < format.indexOf(u'd') && !format.startsWith(u'y') ? DateOrder::MonthFirst
                                                                                   : DateOrder::DayFirst;
}

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }
} // namespace

std::optional<DateOrder> dateOrderByName(const QString &text)
{
    QString letters;
    for (QChar c : text.toLower()) {
        if (c.isLetter() && !letters.contains(c))
            letters += c;
    }
    if (letters == u"dmy")
        return DateOrder::DayFirst;
    if (letters == u"mdy")
        return DateOrder::MonthFirst;
    if (letters == u"ymd")
        return DateOrder::YearFirst;
    return std::nullopt;
}

ValueReader::ValueReader(const BoundTarget &target, const QLocale &locale, DateOrder dateOrder, bool exact)
    : m_target(target)
    , m_locale(locale)
    , m_order(dateOrder)
    , m_orderGiven(dateOrder != DateOrder::Unknown)
    , m_exact(exact)
{
    learnChoices();
}

bool ValueReader::wantsSurvey() const
{
    if (isChoiceKind(m_target.field->kind()))
        return m_addsAll || m_addsSome;
    if (m_exact || m_target.isReference() || m_target.isId)
        return false;
    switch (m_target.field->kind()) {
    case Kind::Date:
    case Kind::Moment:
    case Kind::Decimal:
    case Kind::Money:
    case Kind::Percent:
    case Kind::Integer:
        return true;
    default:
        return false;
    }
}

void ValueReader::survey(const QString &text, bool exactCell)
{
    if (text.isEmpty())
        return;
    const Kind kind = m_target.field->kind();
    if (isChoiceKind(kind))
        surveyChoices(text);
    else if (kind == Kind::Date || kind == Kind::Moment)
        surveyDate(text);
    else if (!exactCell)
        surveyNumber(text);
    if (kind == Kind::Percent)
        surveyPercent(text);
}

void ValueReader::surveyDate(const QString &text)
{
    const auto parts = splitDate(text);
    if (!parts || parts->firstDigits == 4)
        return;
    m_greatestFirst = std::max(m_greatestFirst, parts->first);
    m_greatestSecond = std::max(m_greatestSecond, parts->second);
    m_slashed = m_slashed || parts->separator != u'.';
    if (m_dateExample.isEmpty())
        m_dateExample = text;
}

void ValueReader::surveyNumber(const QString &text)
{
    if (!m_point.isNull())
        return;
    // "1,234.5" and "1,234,567" give away what the comma is.
    const qsizetype points = text.count(u'.'), commas = text.count(u',');
    if (points && commas)
        m_point = text.lastIndexOf(u'.') > text.lastIndexOf(u',') ? u'.' : u',';
    else if (points > 1)
        m_point = u',';
    else if (commas > 1)
        m_point = u'.';
}

void ValueReader::surveyPercent(const QString &text)
{
    if (text.contains(u'%')) {
        m_percentSign = true;
        return;
    }
    const auto number = Decimal::parseRounded(text, percentDigits);
    if (!number || number->units() == 0)
        return;
    const qint64 units = std::abs(number->units()), one = pow10(percentDigits);
    m_aboveOne += units > one;
    m_belowOne += units < one;
    if (m_percents == 0 || units < m_leastUnits) {
        m_leastUnits = units;
        m_leastPercent = text;
    }
    if (m_percents == 0 || units > m_mostUnits) {
        m_mostUnits = units;
        m_mostPercent = text;
    }
    ++m_percents;
}

void ValueReader::settle()
{
    if (m_exact)
        return;
    const Kind kind = m_target.field->kind();
    if (kind == Kind::Date || kind == Kind::Moment)
        settleDates();
    if (kind == Kind::Percent)
        settlePercents();
}

void ValueReader::settleDates()
{
    if (m_orderGiven || m_dateExample.isEmpty())
        return;
    const bool dayMayBeFirst = m_greatestSecond <= 12, monthMayBeFirst = m_greatestFirst <= 12;
    if (dayMayBeFirst != monthMayBeFirst) {
        m_order = dayMayBeFirst ? DateOrder::DayFirst : DateOrder::MonthFirst;
        return;
    }
    m_order = m_slashed ? orderOf(m_locale) : DateOrder::DayFirst;
    const auto parts = splitDate(m_dateExample);
    const QDate example = parts ? dateOf(*parts, m_order) : QDate();
    if (!dayMayBeFirst) {
        m_remarks << Tr::tr("In “%1” the day stands first in some dates and second in others; some are refused.")
                         .arg(m_target.target.header);
    } else if (m_slashed && example.isValid()) {
        m_remarks << Tr::tr(
                         "In “%1” day and month cannot be told apart: “%2” is read as %3. If that is wrong, name the "
                         "order of dates (d/m/y or m/d/y).")
                         .arg(m_target.target.header, m_dateExample, m_locale.toString(example, QLocale::LongFormat));
    }
}

void ValueReader::settlePercents()
{
    const ReadAs reading = m_target.target.reading;
    if (reading == ReadAs::Fraction) {
        m_remarks << Tr::tr("“%1” is read as fractions of 1: 0.15 is 15 %.").arg(m_target.target.header);
        return;
    }
    const bool likeFractions = m_percents > 0 && m_aboveOne == 0 && m_belowOne > 0 && !m_percentSign;
    if (!likeFractions || reading == ReadAs::Percent)
        return;
    const QString range =
        m_leastPercent == m_mostPercent ? m_leastPercent : Tr::tr("%1 to %2").arg(m_leastPercent, m_mostPercent);
    ColumnTarget fraction = m_target.target, percent = m_target.target;
    fraction.reading = ReadAs::Fraction;
    percent.reading = ReadAs::Percent;
    m_doubt =
        Tr::tr("The values of “%1” (%2) look like fractions of 1, not like percent. Say which they are: %3 or %4.")
            .arg(m_target.target.header, range, fraction.toString(), percent.toString());
}

QVariant ValueReader::read(const QString &text, const QString &currency, QString *fault, bool exactCell) const
{
    fault->clear();
    if (text.isEmpty())
        return {};
    if (m_target.target.reading == ReadAs::FirstWord || m_target.target.reading == ReadAs::OtherWords)
        return readWords(text);
    switch (m_target.field->kind()) {
    case Kind::Date:
        return readDate(text, fault);
    case Kind::Moment:
        return readMoment(text, fault);
    case Kind::Duration: { // a number of JSON is seconds, as the export writes them
        bool whole = false;
        const qint64 seconds = text.toLongLong(&whole);
        return m_exact && exactCell && whole ? QVariant(seconds) : readPlain(text, currency, fault);
    }
    case Kind::Integer:
    case Kind::Decimal:
    case Kind::Money:
    case Kind::Percent:
        return readNumber(text, currency, exactCell, fault);
    case Kind::Choice:
    case Kind::Choices:
        return readChoices(text, fault);
    case Kind::Bool:
        return readYesNo(text, fault);
    case Kind::Ref:
    case Kind::File:
    case Kind::RefList:
    case Kind::Labels:
        return readPlain(text.startsWith(u'\'') ? text.mid(1) : text, currency, fault);
    default:
        return readPlain(text, currency, fault);
    }
}

QVariant ValueReader::readPlain(const QString &text, const QString &currency, QString *fault) const
{
    return parseText(*m_target.field, text, {m_exact ? QLocale::c() : m_locale, currency, {}}, fault);
}

QVariant ValueReader::readDate(const QString &text, QString *fault) const
{
    const auto parts = splitDate(text);
    const QDate date = parts ? dateOf(*parts, m_order) : QDate();
    if (date.isValid()) {
        // A time of day in a field for dates is dropped only where it says nothing.
        if (parts->rest.trimmed().isEmpty() || timeOf(parts->rest) == QTime(0, 0))
            return date;
        if (timeOf(parts->rest).isValid()) {
            *fault = Tr::tr("“%1” has a time of day, and this field keeps dates only.").arg(text);
            return {};
        }
    }
    if (parts && parts->firstDigits != 4 && !date.isValid()) {
        *fault = Tr::tr("“%1” is no date.").arg(text);
        return {};
    }
    return readPlain(text, {}, fault);
}

QVariant ValueReader::readMoment(const QString &text, QString *fault) const
{
    const auto parts = splitDate(text);
    const QDate date = parts ? dateOf(*parts, m_order) : QDate();
    if (date.isValid() && parts->firstDigits != 4) {
        const QTime time = parts->rest.trimmed().isEmpty() ? QTime(0, 0) : timeOf(parts->rest);
        if (time.isValid())
            return QDateTime(date, time).toUTC();
    }
    return readPlain(text, {}, fault);
}

/// Without grouping, currency and brackets: what Decimal reads the same everywhere.
QString ValueReader::plainNumber(const QString &text, bool exactCell) const
{
    QString s = text.trimmed();
    if (m_target.field->kind() == Kind::Money) {
        const bool negative = s.startsWith(u'(') && s.endsWith(u')');
        const auto isPart = [](QChar c) {
            return isDigit(c) || c == u'-' || c == QChar(0x2212) || c == u'.' || c == u',';
        };
        while (!s.isEmpty() && (!isPart(s.front()) || (s.front() == u'.' && s.size() > 1 && !isDigit(s[1]))))
            s.remove(0, 1);
        while (!s.isEmpty() && !isDigit(s.back()))
            s.chop(1);
        if (negative)
            s.prepend(u'-');
    }
    if (m_target.field->kind() == Kind::Percent)
        s.remove(u'%');
    if (!m_point.isNull() && !exactCell) {
        s.remove(m_point == u'.' ? u',' : u'.');
        s.replace(m_point, u'.');
    }
    return s.trimmed();
}

QVariant ValueReader::readNumber(const QString &text, const QString &currency, bool exactCell, QString *fault) const
{
    const Field &field = *m_target.field;
    const bool fraction = m_target.target.reading == ReadAs::Fraction && !text.contains(u'%');
    int scale = field.scale();
    if (field.kind() == Kind::Money)
        scale = Money::minorDigits(currency);
    else if (field.kind() == Kind::Integer)
        scale = 0;
    const QString number = plainNumber(text, exactCell);
    const auto value = Decimal::parse(number, fraction ? scale + 2 : scale);
    if (value) {
        if (fraction && std::abs(value->units()) > pow10(scale + 2)) {
            *fault = Tr::tr("“%1” is more than 1, and the column is read as fractions of 1.").arg(text);
            return {};
        }
        return value->units();
    }
    if (Decimal::parseRounded(number, scale)) {
        *fault = Tr::tr("“%1” has more digits after the point than the field keeps (%2).").arg(text).arg(scale);
        return {};
    }
    *fault = Tr::tr("“%1” is no number.").arg(text);
    return {};
}

QVariant ValueReader::readYesNo(const QString &text, QString *fault) const
{
    const auto value = ImportWords::instance().yesNo(text);
    return value ? QVariant(*value) : readPlain(text, {}, fault);
}

QVariant ValueReader::readWords(const QString &text) const
{
    const QString words = text.simplified();
    const QString part =
        m_target.target.reading == ReadAs::FirstWord ? words.section(u' ', 0, 0) : words.section(u' ', 1);
    return part.isEmpty() ? QVariant() : QVariant(part);
}

} // namespace crm
