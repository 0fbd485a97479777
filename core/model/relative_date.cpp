#include "core/model/relative_date.h"
#include <QRegularExpression>

namespace crm {

namespace {

struct Step
{
    int count;
    QString unit;
};

struct Word
{
    QString base; ///< "today" ... or "this", "last", "next"
    QString unit; ///< of the latter: "week" ...
    QList<Step> steps;
};

std::optional<Word> split(const QString &text)
{
    static const QRegularExpression named(QStringLiteral("^(this|last|next)_(day|week|month|quarter|year)$"));
    if (const auto m = named.match(text); m.hasMatch())
        return Word{m.captured(1), m.captured(2), {}};
    static const QRegularExpression moved(
        QStringLiteral("^(today|yesterday|tomorrow|now)((?:[+-][0-9]{1,4}(?:min|d|w|m|q|y|h))*)$"));
    const auto m = moved.match(text);
    if (!m.hasMatch())
        return std::nullopt;
    Word word{m.captured(1), {}, {}};
    static const QRegularExpression step(QStringLiteral("([+-][0-9]{1,4})(min|d|w|m|q|y|h)"));
    for (auto it = step.globalMatch(m.captured(2)); it.hasNext();) {
        const auto s = it.next();
        const QString unit = s.captured(2);
        if (word.base != QLatin1String("now") && (unit == QLatin1String("h") || unit == QLatin1String("min")))
            return std::nullopt; // a day has no hours to add
        word.steps << Step{s.captured(1).toInt(), unit};
    }
    return word;
}

/// Date arithmetic shared by QDate and QDateTime.
template<class T> T moved(const T &from, const Step &step)
{
    if (step.unit == QLatin1String("d"))
        return from.addDays(step.count);
    if (step.unit == QLatin1String("w"))
        return from.addDays(7 * step.count);
    if (step.unit == QLatin1String("m"))
        return from.addMonths(step.count);
    if (step.unit == QLatin1String("q"))
        return from.addMonths(3 * step.count);
    return from.addYears(step.count);
}

/// Dates are compared as ISO text, which has four digits for the year; the day after the last one must have such text
/// too.
QDate within(const QDate &day)
{
    const QDate first(1, 1, 1), last(9999, 12, 30);
    return !day.isValid() ? last : qBound(first, day, last);
}

DaySpan namedSpan(const QString &unit, int offset, const QDate &today)
{
    QDate first = today;
    QDate next;
    if (unit == QLatin1String("day")) {
        first = today.addDays(offset);
        next = first.addDays(1);
    } else if (unit == QLatin1String("week")) {
        first = today.addDays(1 - today.dayOfWeek() + 7 * offset);
        next = first.addDays(7);
    } else if (unit == QLatin1String("month")) {
        first = QDate(today.year(), today.month(), 1).addMonths(offset);
        next = first.addMonths(1);
    } else if (unit == QLatin1String("quarter")) {
        first = QDate(today.year(), (today.month() - 1) / 3 * 3 + 1, 1).addMonths(3 * offset);
        next = first.addMonths(3);
    } else {
        first = QDate(today.year(), 1, 1).addYears(offset);
        next = first.addYears(1);
    }
    return {first, next.addDays(-1)};
}

} // namespace

bool isRelativeDate(const QString &word) { return split(word).has_value(); }

std::optional<DaySpan> daysOf(const QString &text, const QDate &today)
{
    const auto word = split(text);
    if (!word)
        return std::nullopt;
    if (!word->unit.isEmpty()) {
        const int offset = word->base == QLatin1String("this") ? 0 : word->base == QLatin1String("last") ? -1 : 1;
        return namedSpan(word->unit, offset, today);
    }
    QDate day = today;
    if (word->base == QLatin1String("yesterday"))
        day = today.addDays(-1);
    else if (word->base == QLatin1String("tomorrow"))
        day = today.addDays(1);
    if (word->base == QLatin1String("now") && !word->steps.isEmpty())
        return std::nullopt; // an instant: only the clock knows its day
    for (const Step &step : word->steps)
        day = within(moved(day, step));
    return DaySpan{day, day};
}

std::optional<QDateTime> instantOf(const QString &text, const QDateTime &now)
{
    const auto word = split(text);
    if (!word || word->base != QLatin1String("now"))
        return std::nullopt;
    QDateTime at = now;
    for (const Step &step : word->steps) {
        if (step.unit == QLatin1String("h"))
            at = at.addSecs(3600LL * step.count);
        else if (step.unit == QLatin1String("min"))
            at = at.addSecs(60LL * step.count);
        else
            at = moved(at, step);
    }
    return at;
}

} // namespace crm
