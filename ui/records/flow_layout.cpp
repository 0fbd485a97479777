#include "ui/records/flow_layout.h"
#include <QStyle>
#include <QWidget>

namespace crm {

FlowLayout::FlowLayout(QWidget *parent, int spacing)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

FlowLayout::~FlowLayout() { qDeleteAll(m_items); }

void FlowLayout::addItem(QLayoutItem *item) { m_items.append(item); }

void FlowLayout::insertWidget(int at, QWidget *widget)
{
    addChildWidget(widget);
    m_items.insert(qBound(0, at, int(m_items.size())), new QWidgetItem(widget));
    invalidate();
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            width += item->sizeHint().width() + spacing();
    }
    const QMargins m = contentsMargins();
    return {qMin(width, 400) + m.left() + m.right(), minimumSize().height()};
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    const QMargins m = contentsMargins();
    return size + QSize(m.left() + m.right(), m.top() + m.bottom());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect &rect, bool move) const
{
    const QRect area = rect.marginsRemoved(contentsMargins());
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    struct Place
    {
        QLayoutItem *item;
        QSize size;
    };
    QList<Place> line;
    int x = area.left(), y = area.top(), height = 0;
    const auto flush = [&] {
        int at = area.left();
        for (const Place &p : std::as_const(line)) {
            if (move)
                p.item->setGeometry(
                    QStyle::visualRect(direction, area, QRect(QPoint(at, y + (height - p.size.height()) / 2), p.size)));
            at += p.size.width() + spacing();
        }
        line.clear();
    };
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const bool takesTheRest = item->expandingDirections().testFlag(Qt::Horizontal); // a line of text after chips
        QSize size = item->sizeHint();
        if (takesTheRest)
            size.setWidth(item->minimumSize().width());
        size.setWidth(qMin(size.width(), qMax(40, area.width())));
        if (!line.isEmpty() && x + size.width() > area.right() + 1) {
            flush();
            y += height + spacing();
            x = area.left();
            height = 0;
        }
        if (takesTheRest)
            size.setWidth(qMax(size.width(), area.right() + 1 - x));
        line.append({item, size});
        x += size.width() + spacing();
        height = qMax(height, size.height());
    }
    flush();
    return y + height - rect.top() + contentsMargins().bottom();
}

} // namespace crm
