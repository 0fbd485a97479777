// What one does with the rows of a list: open, delete with undo, copy, edit in place; keys and the context menu.
#pragma once
#include "ui/records/batch_dialog.h"
#include "ui/records/list_model.h"
#include "ui/records/remove_records.h"
#include "ui/ui_export.h"

class QMenu;
class QMimeData;

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
    void changeSelected(); ///< one field of all of them
    void mergeSelected();  ///< two or more of them become one
    bool mayMergeSelected() const;
    void copySelected();
    void copyCell();
    void copyColumn(); ///< the current one; of the selected rows, or of all when there is one
    void copyAll();    ///< every row that the list shows, as far as a clipboard takes it
    bool mayChange() const;
    /// The selected rows as text, table and CSV; null: they are not all at hand, or too many. The caller's.
    QMimeData *dragData() const;
    bool mayRemove() const;
    /// The rows as text with tabs between the cells and a line of headings: spreadsheets take it as it is.
    QString asText(const QList<Row> &rows) const;
    QString asHtml(const QList<Row> &rows) const; ///< the same as a table, for text processors and mail
    QFuture<QList<Row>> chosenRows() const;       ///< of all that is selected, else the current one

Q_SIGNALS:
    void filterRequested(const crm::Filter &part);
    void menuShown(QMenu *menu);                ///< is about to: others may add what they offer for the rows
    void batchOpened(crm::BatchDialog *dialog); ///< it deletes itself

private:
    void showMenu(const QPoint &at);
    void addOpenActions(QMenu *menu);
    void addMergeActions(QMenu *menu);
    void addCellActions(QMenu *menu, const QModelIndex &index);
    QString titleOf(const Row &row) const;
    qint64 chosenCount() const;
    void askToRemove(const QList<Row> &rows);
    void copyRows(const QFuture<QList<Row>> &rows, int column, qint64 wanted);
    void dragSelected();
    QMimeData *dataOf(const QList<Row> &rows, const QList<int> &columns) const;
    QString cell(const Row &row, int column) const;
    QList<int> allColumns() const;
    QStringList headings(const QList<int> &columns) const;
    QString tabbed(const QList<Row> &rows, const QList<int> &columns) const;
    QByteArray commaSeparated(const QList<Row> &rows, const QList<int> &columns) const;
    QString table(const QList<Row> &rows, const QList<int> &columns) const;
    void remove(const QList<SeenRecord> &records, const QString &title);
    QList<QPair<int, int>> chosenRanges() const;
    std::optional<Filter> filterByCell(const QModelIndex &index) const;

    Navigator &m_navigator;
    ListModel *m_model;
    RecordTable *m_table;
    QWidget *m_widget;
};

} // namespace crm
