#include "ui/records/record_table.h"
#include "ui/records/cell_delegate.h"
#include "ui/records/grouped_list_model.h"
#include "ui/records/list_header.h"
#include "ui/style/icons.h"
#include "ui/style/scale.h"
#include "ui/style/text_direction.h"
#include "ui/style/tokens.h"
#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>

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
    connect(model, &ListModel::flashed, this, [this] {
        const int least = style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0 ? 40 : 400;
        m_flashTimer.start(least);
    });
    connect(&m_flashTimer, &QTimer::timeout, this, [this] {
        viewport()->update();
        if (!m_list->isFlashing())
            m_flashTimer.stop();
    });
}

GroupedListModel *RecordTable::groups() const
{
    auto *grouped = qobject_cast<GroupedListModel *>(m_list);
    return grouped && grouped->isGrouped() ? grouped : nullptr;
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
    return m_list ? m_list->recordRanges(merged) : merged;
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

// Groups --------------------------------------------------------------------------------------------------------

void RecordTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    paintFrozen(&painter);
    paintHeads(&painter);
    if (m_emptyText.isEmpty() || !m_list || m_list->rowCount() > 0)
        return;
    painter.setFont(fontFor(TextRole::Body));
    painter.setPen(colors().muted);
    drawText(painter, viewport()->rect().adjusted(space::l, space::xl, -space::l, -space::xl),
             Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_emptyText);
}

void RecordTable::setEmptyText(const QString &text)
{
    if (text == m_emptyText)
        return;
    m_emptyText = text;
    viewport()->update();
}

/// Over the whole width, whatever is scrolled aside.
void RecordTable::paintHeads(QPainter *painter) const
{
    const GroupedListModel *grouped = groups();
    const int last = rowAt(viewport()->height() - 1);
    for (int row = qMax(0, rowAt(0)); grouped && row < grouped->rowCount() && (last < 0 || row <= last); ++row) {
        if (grouped->isHead(row))
            paintSums(painter, *grouped, row, paintHead(painter, *grouped, row));
    }
}

QRect RecordTable::mirrored(const QRect &rect) const
{
    return QStyle::visualRect(layoutDirection(), viewport()->rect(), rect);
}

/// Returns where the title ends, as if one read from left to right.
int RecordTable::paintHead(QPainter *painter, const GroupedListModel &grouped, int row) const
{
    const int number = grouped.groupOf(row);
    const QRect rect(0, rowViewportPosition(row), viewport()->width(), rowHeight(row) - 1);
    if (const int end = m_header->length() - horizontalScrollBar()->value(); end < rect.right()) {
        painter->fillRect(mirrored(QRect(end, rect.top(), rect.right() - end + 1, rect.height())), colors().sunken);
        painter->fillRect(mirrored(QRect(end, rect.bottom() + 1, rect.right() - end + 1, 1)), colors().border);
    }
    const int side = scaled(14);
    const QRect box(space::s, rect.center().y() - side / 2, side, side);
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    const QString closed = rtl ? QStringLiteral("chevron-left") : QStringLiteral("chevron-right");
    const QString count = QLocale().toString(grouped.group(number).count);
    const QFontMetrics strong(fontFor(TextRole::Strong)), caption(fontFor(TextRole::Caption));
    const QRect room = rect.adjusted(space::s + side + space::s, 0, -space::s, 0);
    const QString title =
        strong.elidedText(grouped.groupTitle(number), Qt::ElideRight,
                          qMax(40, room.width() * 3 / 5 - caption.horizontalAdvance(count) - space::m));
    const QRect titleRect(room.left(), room.top(), strong.horizontalAdvance(title) + 1, room.height());
    const QRect countRect(titleRect.right() + space::s, room.top(), caption.horizontalAdvance(count) + 2,
                          room.height());
    icon(grouped.isFolded(number) ? closed : QStringLiteral("chevron-down"), colors().muted)
        .paint(painter, mirrored(box));
    painter->setFont(fontFor(TextRole::Strong));
    painter->setPen(colors().text);
    drawText(*painter, mirrored(titleRect), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, title);
    painter->setFont(fontFor(TextRole::Caption));
    painter->setPen(colors().muted);
    drawText(*painter, mirrored(countRect), Qt::AlignVCenter | Qt::AlignLeft, count);
    return countRect.right() + space::l;
}

/// Each ends where its column ends and begins as far before it as there is room: several currencies are long.
void RecordTable::paintSums(QPainter *painter, const GroupedListModel &grouped, int row, int from) const
{
    const QFontMetrics metrics(fontFor(TextRole::Strong));
    painter->setFont(fontFor(TextRole::Strong));
    painter->setPen(colors().text);
    for (int column = 1; column < grouped.columnCount(); ++column) {
        const QString sum = isColumnHidden(column) ? QString() : grouped.sumText(grouped.groupOf(row), column);
        const QRect cell = mirrored(visualRect(grouped.index(row, column)));
        const QRect room(QPoint(from, cell.top()), QPoint(cell.right() - space::s, cell.bottom() - 1));
        if (sum.isEmpty() || room.width() < metrics.horizontalAdvance(u'0') * 3)
            continue;
        drawElided(*painter, mirrored(room), Qt::AlignVCenter | Qt::TextSingleLine | Qt::AlignRight, sum);
        from = room.right() + space::l;
    }
}

void RecordTable::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex at = indexAt(event->position().toPoint());
    if (GroupedListModel *grouped = groups();
        grouped && event->button() == Qt::LeftButton && grouped->isHead(at.row())) {
        selectionModel()->setCurrentIndex(at, QItemSelectionModel::NoUpdate);
        grouped->toggle(at.row());
        return;
    }
    m_dragFrom.reset();
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier && at.isValid() &&
        selectionModel()->isSelected(at))
        m_dragFrom = event->position().toPoint();
    QTableView::mousePressEvent(event);
}

/// Moving from a row that is selected drags the selection out; from any other it selects.
void RecordTable::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_dragFrom || !event->buttons().testFlag(Qt::LeftButton))
        return QTableView::mouseMoveEvent(event);
    if ((event->position().toPoint() - *m_dragFrom).manhattanLength() < QApplication::startDragDistance())
        return;
    m_dragFrom.reset();
    Q_EMIT dragRequested();
}

/// Left folds the group, Right unfolds it, Enter and Space turn it.
bool RecordTable::foldByKey(const QKeyEvent &event)
{
    GroupedListModel *grouped = groups();
    const int row = currentIndex().row();
    if (!grouped || !grouped->isHead(row) || (event.modifiers() & ~Qt::KeypadModifier))
        return false;
    const int number = grouped->groupOf(row);
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        grouped->setFolded(number, (event.key() == Qt::Key_Left) != rtl);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        grouped->toggle(row);
        return true;
    default:
        return false;
    }
}

// Columns that stay ---------------------------------------------------------------------------------------------

void RecordTable::setFrozenColumns(int count)
{
    m_frozen = qMax(0, count);
    m_header->setFrozen(m_frozen);
    viewport()->update();
}

int RecordTable::frozenWidth() const
{
    if (m_frozen == 0 || horizontalScrollBar()->value() == 0)
        return 0;
    const int width = m_header->frozenWidth();
    return width < viewport()->width() * 3 / 4 ? width : 0; // else there would be no room for the others
}

QModelIndex RecordTable::indexAt(const QPoint &at) const
{
    const int row = rowAt(at.y());
    if (row >= 0 && m_header->fromStart(at.x()) < frozenWidth())
        return model()->index(row, m_header->frozenAt(at.x()));
    return QTableView::indexAt(at);
}

QRect RecordTable::visualRect(const QModelIndex &index) const
{
    QRect rect = QTableView::visualRect(index);
    if (index.isValid() && index.column() < m_frozen && frozenWidth() > 0)
        rect.moveLeft(m_header->shownAt(index.column()).left());
    return rect;
}

/// What stands over the others must not hide the cell that one goes to.
void RecordTable::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (index.column() < m_frozen && frozenWidth() > 0) {
        const int height = qMax(1, verticalHeader()->defaultSectionSize());
        const int top = index.row() * height, page = viewport()->height();
        QScrollBar *bar = verticalScrollBar();
        if (top < bar->value() || hint == PositionAtTop)
            bar->setValue(top);
        else if (top + height > bar->value() + page)
            bar->setValue(top + height - page);
        return;
    }
    QTableView::scrollTo(index, hint);
    const int hidden = frozenWidth() - (m_header->sectionPosition(index.column()) - horizontalScrollBar()->value());
    if (index.column() >= m_frozen && hidden > 0)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - hidden);
}

void RecordTable::showColumn(int section)
{
    if (section < m_frozen)
        return;
    const int frozen = m_frozen > 0 ? m_header->frozenWidth() : 0;
    const int from = m_header->sectionPosition(section), to = from + m_header->sectionSize(section);
    QScrollBar *bar = horizontalScrollBar();
    if (from - frozen < bar->value())
        bar->setValue(from - frozen);
    else if (to > bar->value() + viewport()->width())
        bar->setValue(to - viewport()->width());
}

void RecordTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (dx != 0 && (m_frozen > 0 || groups())) { // what stays was moved along with the rest
        viewport()->update();
        m_header->viewport()->update();
    }
}

void RecordTable::paintFrozen(QPainter *painter) const
{
    const int width = frozenWidth();
    if (width == 0 || !model())
        return;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const int last = rowAt(viewport()->height() - 1);
    for (int row = qMax(0, rowAt(0)); row < model()->rowCount() && (last < 0 || row <= last); ++row) {
        const bool selected = selectionModel()->isRowSelected(row);
        for (int column = 0; column < m_frozen && column < model()->columnCount(); ++column) {
            const QModelIndex index = model()->index(row, column);
            QStyleOptionViewItem cell = option;
            cell.rect = visualRect(index);
            cell.state.setFlag(QStyle::State_Selected, selected);
            cell.state.setFlag(QStyle::State_HasFocus, hasFocus() && index == currentIndex());
            cell.state.setFlag(QStyle::State_MouseOver, false);
            painter->fillRect(cell.rect, palette().color(QPalette::Base));
            painter->setClipRect(cell.rect);
            itemDelegateForIndex(index)->paint(painter, cell, index);
            painter->setClipping(false);
        }
    }
    painter->fillRect(QRect(m_header->fromStart(width - 1), 0, 1, viewport()->height()), colors().border);
}

// Keys ----------------------------------------------------------------------------------------------------------

void RecordTable::keyPressEvent(QKeyEvent *event)
{
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (foldByKey(*event))
        return;
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
    case Qt::Key_E:
        if (event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier)) {
            Q_EMIT changeRequested();
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
