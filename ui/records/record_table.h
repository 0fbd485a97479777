// The table of a list: rows of one height, keys as in a mail client, and what keeps its place while rows move.
#pragma once
#include "ui/records/list_model.h"
#include "ui/ui_export.h"
#include <QTableView>

namespace crm {

class GroupedListModel;
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
    GroupedListModel *groups() const; ///< null: the rows shown are not put together

    /// Selected rows as ranges; cheap however many there are.
    QList<QPair<int, int>> selectedRanges() const;
    qint64 selectedCount() const;
    Id currentId() const;
    void selectAll() override;
    /// Everything is selected, also what comes in later.
    bool isAllSelected() const { return m_all; }
    /// So many columns stay where they are while the others scroll aside.
    void setFrozenColumns(int count);
    int frozenColumns() const { return m_frozen; }
    void showColumn(int section); ///< scrolls aside until its heading is seen
    /// Stands where rows would be while there are none; empty: nothing does.
    void setEmptyText(const QString &text);
    QString emptyText() const { return m_emptyText; }
    QModelIndex indexAt(const QPoint &at) const override;
    QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

Q_SIGNALS:
    void openRequested(crm::Id id);
    void removeRequested();
    void dragRequested();   ///< the selected rows are being dragged out
    void changeRequested(); ///< one field of all that is selected
    void previewRequested();
    void copyRequested(bool cells); ///< cells: the current cell alone
    void selectionMoved();          ///< selection or current row differ

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void changeEvent(QEvent *event) override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void reportVisible();
    void keepPlace();
    void takePlace();
    int frozenWidth() const; ///< 0: nothing is scrolled aside, so nothing has to stand over it
    void paintFrozen(QPainter *painter) const;
    void paintHeads(QPainter *painter) const;
    int paintHead(QPainter *painter, const GroupedListModel &grouped, int row) const;
    void paintSums(QPainter *painter, const GroupedListModel &grouped, int row, int from) const;
    QRect mirrored(const QRect &rect) const; ///< where it is in a layout from right to left
    bool foldByKey(const QKeyEvent &event);

    ListModel *m_list = nullptr;
    ListHeader *m_header;
    Id m_topId = 0, m_currentId = 0;
    int m_frozen = 0;
    int m_topOffset = 0, m_currentRow = -1, m_currentColumn = 0;
    QTimer m_flashTimer;
    std::optional<QPoint> m_dragFrom; ///< where a selected row was pressed
    QString m_emptyText;
    bool m_all = false, m_selectingAll = false, m_rearranging = false;
};

} // namespace crm
