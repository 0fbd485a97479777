// Dates that move with the calendar: today+7d, this_week, last_month. Weeks start on Monday.
//
//     daysOf("this_week", QDate(2026, 11, 22));   // 2026-11-16 .. 2026-11-22
//     daysOf("today+1m", QDate(2026, 1, 31));     // 2026-02-28 .. 2026-02-28
//
// Words: today, yesterday, tomorrow, now; this_, last_, next_ with day, week, month, quarter, year. Behind the first
// four any number of steps: +7d, -2w, +1m, -1q, +1y; behind now also +3h, -15min. Pure functions, for every thread.
#pragma once
#include "core/core_export.h"
#include <QDateTime>
#include <QString>
#include <optional>

namespace crm {

/// Whole days, both included.
struct DaySpan
{
    QDate first, last;
    friend bool operator==(const DaySpan &, const DaySpan &) = default;
};

CRM_CORE bool isRelativeDate(const QString &word);
/// The days that the word means on the given day; nothing if it is no such word. "now" is today.
CRM_CORE std::optional<DaySpan> daysOf(const QString &word, const QDate &today);
/// The instant that "now" and its steps mean; nothing for words that mean whole days.
CRM_CORE std::optional<QDateTime> instantOf(const QString &word, const QDateTime &now);

} // namespace crm
