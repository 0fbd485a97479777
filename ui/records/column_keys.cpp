#include "ui/records/column_keys.h"
#include "ui/records/record_table.h"

namespace crm {

ColumnKeys::ColumnKeys(RecordTable *table)
    : QObject(table)
    , m_table(table)
{}

int ColumnKeys::byOf(Step step) const
{
    if (step != Left && step != Right)
        return 0;
    return (step == Left) == m_table->isRightToLeft() ? 1 : -1;
}

bool ColumnKeys::canArrange(Step step) const
{
    const int section = m_table->currentIndex().column();
    if (section < 0 || !m_table->hasFocus()) // not while a cell is open
        return false;
    if (step == Narrower || step == Wider)
        return true;
    const int by = byOf(step);
    return by != 0 && section + by >= 0 && section + by < m_table->model()->columnCount();
}

void ColumnKeys::arrange(Step step)
{
    const int section = m_table->currentIndex().column();
    if (const int by = byOf(step))
        Q_EMIT moveRequested(section, by);
    else
        Q_EMIT resizeRequested(section, step == Wider ? 1 : -1);
}

} // namespace crm
