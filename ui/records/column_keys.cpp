#include "ui/records/column_keys.h"
#include "ui/records/record_table.h"
#include <QKeyEvent>

namespace crm {

ColumnKeys::ColumnKeys(RecordTable *table)
    : QObject(table)
    , m_table(table)
{
    table->installEventFilter(this);
}

bool ColumnKeys::eventFilter(QObject *, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const int section = m_table->currentIndex().column();
    const bool left = key->key() == Qt::Key_Left, right = key->key() == Qt::Key_Right;
    const Qt::KeyboardModifiers with = key->modifiers() & ~Qt::KeypadModifier;
    if (section < 0 || (!left && !right))
        return false;
    if (with == (Qt::AltModifier | Qt::ShiftModifier))
        Q_EMIT moveRequested(section, left == m_table->isRightToLeft() ? 1 : -1);
    else if (with == (Qt::ControlModifier | Qt::ShiftModifier))
        Q_EMIT resizeRequested(section, right ? 1 : -1);
    else
        return false;
    return true;
}

} // namespace crm
