#include "core/work/repeat_series.h"

namespace crm::work {

namespace {
constexpr qint64 mostMissed = 100'000; // days of two and a half centuries
}

Recurrence recurrenceOf(const Record &r)
{
    const std::optional<Recurrence::Unit> unit = Recurrence::unitByName(r.text(repeat::unit));
    return {unit ? int(r.integer(repeat::every)) : 0, unit.value_or(Recurrence::Day), r.date(repeat::from)};
}

Series::Series(const Record &record, const Recurring &how)
    : m_recurrence(recurrenceOf(record))
    , m_first(firstStep(how))
    , m_step(record.integer(repeat::step))
    , m_left(-1)
    , m_isPaused(paceOf(how, record) == Pace::Skips)
{
    if (record.integer(repeat::times) > 0)
        m_left = qMax(qint64(0), record.integer(repeat::times) - record.integer(repeat::made));
    if (how.pace) {
        m_stopped = record.date(repeat::stopped);
        m_resumed = record.date(repeat::resumed);
    }
    settle();
}

void Series::advance()
{
    ++m_step;
    if (m_left > 0)
        --m_left;
    settle();
}

void Series::settle()
{
    m_date = m_left == 0 ? QDate() : m_recurrence.occurrence(int(m_step) + m_first);
    while (m_stopped.isValid() && m_date.isValid() && m_date >= m_stopped && m_date < m_resumed)
        m_date = m_recurrence.occurrence(int(++m_step) + m_first);
    if (m_isPaused && m_date >= m_stopped)
        m_date = QDate();
}

qint64 missedBy(const Record &record, const Recurring &how, const QDate &today)
{
    const QDate lastDay = today.addDays(record.integer(repeat::ahead));
    qint64 count = 0;
    for (Series series(record, how); series.date().isValid() && series.date() <= lastDay && count < mostMissed;
         series.advance())
        ++count;
    return count;
}

QDate lastOf(const Record &record, const Recurring &how, qint64 count)
{
    QDate last;
    Series series(record, how);
    for (qint64 i = 0; i < count && series.date().isValid(); ++i, series.advance())
        last = series.date();
    return last;
}

} // namespace crm::work
