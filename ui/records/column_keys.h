// The keys of a list that move the column one is in and make it wider: Alt+Shift with the left and right arrow, and
// Ctrl+Shift with them.
#pragma once
#include <QObject>

namespace crm {

class RecordTable;

class ColumnKeys : public QObject
{
    Q_OBJECT
public:
    explicit ColumnKeys(RecordTable *table);

Q_SIGNALS:
    void moveRequested(int section, int by);    ///< by: -1 or 1, in the order of reading
    void resizeRequested(int section, int way); ///< way: -1 narrower, 1 wider

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    RecordTable *m_table;
};

} // namespace crm
