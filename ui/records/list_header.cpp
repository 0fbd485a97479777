#include "ui/records/list_header.h"
#include "ui/records/list_model.h"
#include "ui/style/text_direction.h"
#include "ui/style/tokens.h"
#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace crm {

ListHeader::ListHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsMovable(true);
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumSectionSize(48);
    setStretchLastSection(false);
    setTextElideMode(Qt::ElideRight);
    setAccessibleName(tr("Columns"));
}

QList<SortKey> ListHeader::afterClick(const QList<SortKey> &keys, const QString &path, bool add)
{
    QList<SortKey> result = keys;
    qsizetype at = -1;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        if (keys.at(i).path == path)
            at = i;
    }
    if (add) {
        if (at < 0)
            result.append({path, false});
        else if (!result.at(at).descending)
            result[at].descending = true;
        else
            result.removeAt(at);
        return result;
    }
    if (at == 0 && keys.size() == 1)
        return keys.constFirst().descending ? QList<SortKey>() : QList<SortKey>{{path, true}};
    return {{path, false}};
}

void ListHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    painter->save();
    QHeaderView::paintSection(painter, rect, section);
    painter->restore();
    const int rank = model() ? model()->headerData(section, orientation(), ListModel::SortRole).toInt() : 0;
    if (rank == 0)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool several = qAbs(rank) > 1 || model()->property("sortKeys").toInt() > 1;
    const int side = several ? 22 : 14;
    const QRect box = mirrored(*painter, rect, QRect(rect.right() - side, rect.top() + 1, side, rect.height() - 2));
    painter->fillRect(box, colors().sunken);
    const QPointF c(box.left() + 6, box.center().y() + 0.5);
    const double d = rank > 0 ? -1 : 1;
    QPainterPath arrow;
    arrow.moveTo(c + QPointF(-3.5, -d * 2));
    arrow.lineTo(c + QPointF(0, d * 2));
    arrow.lineTo(c + QPointF(3.5, -d * 2));
    painter->setPen(QPen(colors().accentText, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(arrow);
    if (several) {
        painter->setFont(fontFor(TextRole::Caption));
        painter->setPen(colors().muted);
        drawText(*painter, box.adjusted(12, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, QString::number(qAbs(rank)));
    }
    painter->restore();
}

// Sections that stay --------------------------------------------------------------------------------------------

void ListHeader::setFrozen(int count)
{
    m_frozen = count;
    viewport()->update();
    Q_EMIT arranged();
}

int ListHeader::frozenWidth() const
{
    int width = 0;
    for (int section = 0; section < qMin(m_frozen, count()); ++section)
        width += sectionSize(section);
    return width;
}

int ListHeader::frozenAt(int x) const
{
    const int at = fromStart(x);
    int end = 0;
    for (int section = 0; section < qMin(m_frozen, count()); ++section) {
        end += sectionSize(section);
        if (at < end)
            return section;
    }
    return -1;
}

int ListHeader::fromStart(int x) const
{
    return layoutDirection() == Qt::RightToLeft ? viewport()->width() - 1 - x : x;
}

bool ListHeader::standsOver() const
{
    return m_frozen > 0 && offset() > 0 && frozenWidth() < viewport()->width() * 3 / 4;
}

bool ListHeader::isOverFrozen(int x) const { return standsOver() && fromStart(x) < frozenWidth(); }

int ListHeader::sectionAt(int x) const { return isOverFrozen(x) ? frozenAt(x) : logicalIndexAt(x); }

void ListHeader::paintEvent(QPaintEvent *event)
{
    QHeaderView::paintEvent(event);
    if (!standsOver())
        return;
    QPainter painter(viewport());
    for (int section = 0; section < qMin(m_frozen, count()); ++section) {
        const QRect rect = shownAt(section);
        painter.fillRect(rect, colors().sunken);
        paintSection(&painter, rect, section);
    }
    painter.fillRect(QRect(fromStart(frozenWidth() - 1), 0, 1, viewport()->height()), colors().border);
}

QRect ListHeader::shownAt(int section) const
{
    const int width = sectionSize(section);
    int left = sectionViewportPosition(section);
    if (section < m_frozen && standsOver()) {
        const int start = sectionPosition(section);
        left = layoutDirection() == Qt::RightToLeft ? viewport()->width() - start - width : start;
    }
    return {left, 0, width, viewport()->height()};
}

// A row below the headings --------------------------------------------------------------------------------------

void ListHeader::setRow(QWidget *row)
{
    m_row = row;
    updateGeometry();
    updateGeometries();
    Q_EMIT geometriesChanged(); // the table makes room
}

QSize ListHeader::sizeHint() const
{
    const QSize size = QHeaderView::sizeHint();
    return m_row ? size + QSize(0, rowHeight()) : size;
}

void ListHeader::updateGeometries()
{
    setViewportMargins(0, 0, 0, m_row ? rowHeight() : 0);
    QHeaderView::updateGeometries();
    if (!m_row)
        return;
    m_row->setGeometry(0, height() - rowHeight(), width(), rowHeight());
    Q_EMIT arranged();
}

void ListHeader::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->position().toPoint();
    m_pressedSection = sectionAt(m_pressed.x());
    m_resizing = cursor().shape() == Qt::SplitHCursor && !isOverFrozen(m_pressed.x());
    if (!isOverFrozen(m_pressed.x())) // else it would be one that is hidden below
        QHeaderView::mousePressEvent(event);
}

void ListHeader::mouseReleaseEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (!isOverFrozen(m_pressed.x()))
        QHeaderView::mouseReleaseEvent(event);
    const bool click = (at - m_pressed).manhattanLength() < QApplication::startDragDistance();
    if (event->button() == Qt::LeftButton && click && !m_resizing && m_pressedSection >= 0 &&
        sectionAt(at.x()) == m_pressedSection)
        Q_EMIT sortRequested(m_pressedSection, event->modifiers().testFlag(Qt::ShiftModifier));
    m_pressedSection = -1;
}

} // namespace crm
