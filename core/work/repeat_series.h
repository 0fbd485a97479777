// The dates of a template one after the other, for the rooms of core/work. Not part of what others see.
#pragma once
#include "core/model/recurrence.h"
#include "core/work/recurring.h"

namespace crm::work {

namespace repeat {
inline const QString every = QStringLiteral("repeat_every"), unit = QStringLiteral("repeat_unit"),
                     times = QStringLiteral("repeat_times"), ahead = QStringLiteral("repeat_ahead"),
                     from = QStringLiteral("repeat_from"), step = QStringLiteral("repeat_step"),
                     made = QStringLiteral("repeat_made"), next = QStringLiteral("repeat_next"),
                     due = QStringLiteral("repeat_due"), of = QStringLiteral("repeat_of_id"),
                     last = QStringLiteral("repeat_last"), end = QStringLiteral("repeat_end"),
                     stopped = QStringLiteral("repeat_stopped"), resumed = QStringLiteral("repeat_resumed"),
                     waiting = QStringLiteral("repeat_waiting"), decided = QStringLiteral("repeat_decided");
} // namespace repeat

/// What was declared of the entity; nothing: its records do not repeat.
std::optional<Recurring> recurringOf(const QString &entity);
Recurrence recurrenceOf(const Record &record);
inline Pace paceOf(const Recurring &how, const Record &record) { return how.pace ? how.pace(record) : Pace::Goes; }
/// What is made first is the template itself, or, where it makes other records, the first of them.
inline int firstStep(const Recurring &how) { return how.make ? 0 : 1; }

/// From the step that the template stands at; steps over what a pause has skipped, and ends with the last date that is
/// still to be made.
class Series
{
public:
    Series(const Record &record, const Recurring &how);

    QDate date() const { return m_date; } ///< invalid: none comes any more
    qint64 step() const { return m_step; }
    void advance();

private:
    void settle();

    Recurrence m_recurrence;
    int m_first;
    qint64 m_step, m_left; ///< of dates; -1: without an end
    QDate m_stopped, m_resumed, m_date;
    bool m_isPaused;
};

/// How many dates of the series should have been made by that day.
qint64 missedBy(const Record &record, const Recurring &how, const QDate &today);
/// The last of so many dates; invalid: of none.
QDate lastOf(const Record &record, const Recurring &how, qint64 count);

} // namespace crm::work
