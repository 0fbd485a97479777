// The table of a list: rows of one height, keys as in a mail client, and what keeps its place while rows move.
#pragma once
#include "ui/records/list_model.h"
#include "ui/ui_export.h"
#include <QTableView>

namespace crm {

class ListHeader;
class Navigator;

class CRM_UI RecordTable : public QTableView
{
    Q_OBJECT
public:
    explicit RecordTable(Navigator &navigator, QWidget *parent = nullptr);

    void setList(ListModel *model);
    ListModel *list() const { return m_list; }
    ListHeader *header() const { return m_header; }

    /// Selected rows as ranges; cheap however many there are.
    QList<QPair<int, int>> selectedRanges() const;
    qint64 selectedCount() const;
    Id currentId() const;
    void selectAll() override;
    /// Everything is selected, also what comes in later.
    bool isAllSelected() const { return m_all; }

Q_SIGNALS:
    void openRequested(crm::Id id);
    void removeRequested();
    void previewRequested();
    void copyRequested(bool cells); ///< cells: the current cell alone
    void selectionMoved();          ///< selection or current row differ

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void changeEvent(QEvent *event) override;
    void updateGeometries() override;

private:
    void reportVisible();
    void keepPlace();
    void takePlace();

    ListModel *m_list = nullptr;
    ListHeader *m_header;
    Id m_topId = 0, m_currentId = 0;
    int m_topOffset = 0, m_currentRow = -1, m_currentColumn = 0;
    bool m_all = false, m_selectingAll = false, m_rearranging = false;
};

} // namespace crm
