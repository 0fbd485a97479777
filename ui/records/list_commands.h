// What one does with the rows of a list: open, delete with undo, copy, edit in place; keys and the context menu.
#pragma once
#include "ui/records/list_model.h"
#include "ui/records/remove_records.h"
#include "ui/ui_export.h"

class QMenu;

namespace crm {

class Navigator;
class RecordTable;

class CRM_UI ListCommands : public QObject
{
    Q_OBJECT
public:
    ListCommands(Navigator &navigator, ListModel *model, RecordTable *table, QWidget *parent);

    void openSelected();
    void removeSelected();
    void mergeSelected(); ///< two or more of them become one
    bool mayMergeSelected() const;
    void copySelected();
    void copyCell();
    bool mayRemove() const;
    /// The rows as text with tabs between the cells and a line of headings: spreadsheets take it as it is.
    QString asText(const QList<Row> &rows) const;

Q_SIGNALS:
    void filterRequested(const crm::Filter &part);

private:
    void showMenu(const QPoint &at);
    void addOpenActions(QMenu *menu);
    void addMergeActions(QMenu *menu);
    void addCellActions(QMenu *menu, const QModelIndex &index);
    QString titleOf(const Row &row) const;
    void remove(const QList<SeenRecord> &records, const QString &title);
    QList<QPair<int, int>> chosenRanges() const;
    std::optional<Filter> filterByCell(const QModelIndex &index) const;

    Navigator &m_navigator;
    ListModel *m_model;
    RecordTable *m_table;
    QWidget *m_widget;
};

} // namespace crm
