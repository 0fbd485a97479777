// Moves the column of a list that one is in, and makes it wider, by the keys that arrange things: ui/shell/arrange.h.
#pragma once
#include "ui/shell/arrange.h"
#include <QObject>

namespace crm {

class RecordTable;

class ColumnKeys : public QObject, public Arrangeable
{
    Q_OBJECT
public:
    explicit ColumnKeys(RecordTable *table);

    bool canArrange(Step step) const override;
    void arrange(Step step) override;

Q_SIGNALS:
    void moveRequested(int section, int by);    ///< by: -1 or 1, in the order of reading
    void resizeRequested(int section, int way); ///< way: -1 narrower, 1 wider

private:
    int byOf(Step step) const; ///< in the order of reading; 0: it moves nothing
    RecordTable *m_table;
};

} // namespace crm
