#include "ui/records/record_table.h"
#include "ui/records/cell_delegate.h"
#include "ui/records/list_header.h"
#include "ui/style/tokens.h"
#include <QKeyEvent>
#include <QScrollBar>

namespace crm {

RecordTable::RecordTable(Navigator &navigator, QWidget *parent)
    : QTableView(parent)
    , m_header(new ListHeader(this))
{
    setHorizontalHeader(m_header);
    setItemDelegate(new CellDelegate(navigator, this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::EditKeyPressed);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(20);
    verticalHeader()->setDefaultSectionSize(crm::rowHeight());
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &RecordTable::reportVisible);
}

void RecordTable::setList(ListModel *model)
{
    m_list = model;
    setModel(model);
    connect(model, &ListModel::rowsChanged, this, &RecordTable::reportVisible);
    connect(model, &QAbstractItemModel::modelReset, this, [this] { m_all = false; });
    connect(model, &ListModel::aboutToRearrange, this, &RecordTable::keepPlace);
    connect(model, &ListModel::rearranged, this, &RecordTable::takePlace);
}

void RecordTable::reportVisible()
{
    if (!m_list)
        return;
    const int height = qMax(1, verticalHeader()->defaultSectionSize());
    const int first = verticalScrollBar()->value() / height;
    m_list->setVisibleRows(first, first + viewport()->height() / height + 1);
}

void RecordTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    reportVisible();
}

void RecordTable::updateGeometries()
{
    QTableView::updateGeometries();
    verticalScrollBar()->setSingleStep(verticalHeader()->defaultSectionSize());
}

void RecordTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        verticalHeader()->setDefaultSectionSize(crm::rowHeight());
}

// Selection -----------------------------------------------------------------------------------------------------

QList<QPair<int, int>> RecordTable::selectedRanges() const
{
    QList<QPair<int, int>> ranges;
    if (!selectionModel())
        return ranges;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        ranges.append({range.top(), range.bottom()});
    std::sort(ranges.begin(), ranges.end());
    QList<QPair<int, int>> merged;
    for (const auto &range : std::as_const(ranges)) {
        if (!merged.isEmpty() && range.first <= merged.constLast().second + 1)
            merged.last().second = qMax(merged.constLast().second, range.second);
        else
            merged.append(range);
    }
    return merged;
}

qint64 RecordTable::selectedCount() const
{
    qint64 count = 0;
    for (const auto &[from, to] : selectedRanges())
        count += to - from + 1;
    return count;
}

Id RecordTable::currentId() const { return m_list ? m_list->idAt(currentIndex().row()) : 0; }

void RecordTable::selectAll()
{
    m_selectingAll = true;
    QTableView::selectAll();
    m_selectingAll = false;
    m_all = m_list && m_list->rowCount() > 0;
    Q_EMIT selectionMoved();
}

void RecordTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    if (!m_selectingAll && !m_rearranging)
        m_all = false;
    if (!m_rearranging)
        Q_EMIT selectionMoved();
}

void RecordTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (!m_rearranging)
        Q_EMIT selectionMoved();
}

// Rows are about to move: by id, so that neither the selection nor what one reads jumps.
void RecordTable::keepPlace()
{
    m_rearranging = true;
    const int height = qMax(1, verticalHeader()->defaultSectionSize());
    const int value = verticalScrollBar()->value();
    m_topId = value < height ? 0 : m_list->idAt(value / height);
    m_topOffset = value % height;
    m_currentId = currentId();
    m_currentRow = currentIndex().row();
    m_currentColumn = qMax(0, currentIndex().column());
    if (m_all)
        clearSelection(); // a million single rows need not be followed one by one
}

void RecordTable::takePlace()
{
    const int height = qMax(1, verticalHeader()->defaultSectionSize());
    updateGeometries();
    if (const int row = m_topId ? m_list->rowOf(m_topId) : -1; row >= 0)
        verticalScrollBar()->setValue(row * height + m_topOffset);
    if (m_currentRow >= 0 && !currentIndex().isValid() && m_list->rowCount() > 0) {
        // The current record is gone: the one that took its place is next.
        const int row = qMin(m_currentRow, m_list->rowCount() - 1);
        selectionModel()->setCurrentIndex(m_list->index(row, m_currentColumn), QItemSelectionModel::NoUpdate);
    }
    if (m_all) {
        m_selectingAll = true;
        QTableView::selectAll();
        m_selectingAll = false;
    }
    m_rearranging = false;
    Q_EMIT selectionMoved();
}

// Keys ----------------------------------------------------------------------------------------------------------

void RecordTable::keyPressEvent(QKeyEvent *event)
{
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyRequested(false);
        return;
    }
    if (event->matches(QKeySequence::Delete) || (event->key() == Qt::Key_Backspace && plain)) {
        Q_EMIT removeRequested();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (plain && state() != EditingState) {
            if (currentId())
                Q_EMIT openRequested(currentId());
            return;
        }
        break;
    case Qt::Key_Space:
        if (plain) {
            Q_EMIT previewRequested();
            return;
        }
        break;
    case Qt::Key_C:
        if (event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier)) {
            Q_EMIT copyRequested(true);
            return;
        }
        break;
    case Qt::Key_Home:
    case Qt::Key_End:
        // As in a mail client: the ends of the list, not of the row.
        if (plain && m_list && m_list->rowCount() > 0) {
            const int row = event->key() == Qt::Key_Home ? 0 : m_list->rowCount() - 1;
            setCurrentIndex(m_list->index(row, qMax(0, currentIndex().column())));
            return;
        }
        break;
    default:
        break;
    }
    QTableView::keyPressEvent(event);
}

void RecordTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid() && event->button() == Qt::LeftButton && m_list->idAt(index.row()))
        Q_EMIT openRequested(m_list->idAt(index.row()));
    else
        QTableView::mouseDoubleClickEvent(event);
}

} // namespace crm
