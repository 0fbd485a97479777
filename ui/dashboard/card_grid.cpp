#include "ui/dashboard/card_grid.h"
#include <QStyle>
#include <QWidget>

namespace crm {

CardGrid::CardGrid(int cardWidth, int gap, QWidget *parent)
    : QLayout(parent)
    , m_cardWidth(cardWidth)
    , m_gap(gap)
{
    setContentsMargins(0, 0, 0, 0);
}

CardGrid::~CardGrid()
{
    for (QLayoutItem *item : std::as_const(m_items))
        delete item;
}

void CardGrid::addItem(QLayoutItem *item) { m_items.append(item); }

QLayoutItem *CardGrid::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize CardGrid::minimumSize() const { return {m_cardWidth, 0}; }

void CardGrid::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int CardGrid::arrange(const QRect &rect, bool apply) const
{
    QList<QLayoutItem *> shown;
    for (QLayoutItem *item : m_items)
        if (!item->isEmpty())
            shown.append(item);
    if (shown.isEmpty())
        return 0;
    const int fitting = qMax(1, (rect.width() + m_gap) / (m_cardWidth + m_gap));
    const int columns = qMin(fitting, qMax(3, int(shown.size())));
    const int width = (rect.width() - (columns - 1) * m_gap) / columns;
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int y = rect.top();
    for (int first = 0; first < shown.size(); first += columns) {
        const int last = qMin(first + columns, int(shown.size()));
        int height = 0;
        for (int i = first; i < last; ++i)
            height = qMax(height, shown.at(i)->hasHeightForWidth() ? shown.at(i)->heightForWidth(width)
                                                                   : shown.at(i)->sizeHint().height());
        for (int i = first; apply && i < last; ++i) {
            const QRect place(rect.left() + (i - first) * (width + m_gap), y, width, height);
            shown.at(i)->setGeometry(QStyle::visualRect(direction, rect, place));
        }
        y += height + m_gap;
    }
    return y - m_gap - rect.top();
}

} // namespace crm
