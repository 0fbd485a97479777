// How wide the columns of a list are: as the person drew them; else as the first rows need, so that nothing is cut
// while there is room, and what room is left goes to the columns with text.
#pragma once
#include "ui/records/list_columns.h"
#include <QHash>
#include <QObject>

namespace crm {

class ListModel;
class RecordTable;

class CRM_UI ColumnWidths : public QObject
{
    Q_OBJECT
public:
    /// All three must outlive it. Widths that the person draws are written to `columns`.
    ColumnWidths(RecordTable *table, ListModel *model, ListColumns &columns, QObject *parent = nullptr);

    bool isApplying() const { return m_applying; } ///< the header's signals come from here, not from a person
    void arrange();                                ///< puts the columns in the model's order and sizes them

Q_SIGNALS:
    void drawn(); ///< a person changed a width

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void measure();
    void fit();
    int leastWidth(int column) const;
    bool isElastic(int column) const;

    RecordTable *m_table;
    ListModel *m_model;
    ListColumns &m_columns;
    QHash<QString, int> m_measured; ///< by path
    bool m_applying = false;
};

} // namespace crm
