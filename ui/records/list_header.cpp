#include "ui/records/list_header.h"
#include "ui/records/list_model.h"
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
    const QRect box(rect.right() - (several ? 22 : 14), rect.top() + 1, several ? 22 : 14, rect.height() - 2);
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
        painter->drawText(box.adjusted(12, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, QString::number(qAbs(rank)));
    }
    painter->restore();
}

void ListHeader::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->position().toPoint();
    m_pressedSection = logicalIndexAt(m_pressed);
    m_resizing = cursor().shape() == Qt::SplitHCursor;
    QHeaderView::mousePressEvent(event);
}

void ListHeader::mouseReleaseEvent(QMouseEvent *event)
{
    QHeaderView::mouseReleaseEvent(event);
    const QPoint at = event->position().toPoint();
    const bool click = (at - m_pressed).manhattanLength() < QApplication::startDragDistance();
    if (event->button() == Qt::LeftButton && click && !m_resizing && m_pressedSection >= 0 &&
        logicalIndexAt(at) == m_pressedSection)
        Q_EMIT sortRequested(m_pressedSection, event->modifiers().testFlag(Qt::ShiftModifier));
    m_pressedSection = -1;
}

} // namespace crm
