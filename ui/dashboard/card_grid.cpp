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
    if (index < 0 || index >= m_items.size())
        return nullptr;
    QLayoutItem *item = m_items.takeAt(index);
    m_columns.remove(item->widget());
    return item;
}

void CardGrid::move(int from, int to)
{
    m_items.move(from, to);
    invalidate();
}

void CardGrid::setColumns(QWidget *card, int columns)
{
    m_columns.insert(card, columns);
    invalidate();
}

int CardGrid::beside(int index, int rows) const
{
    const QRect from = m_items.at(index)->geometry();
    int found = -1;
    for (int i = 0; i < m_items.size(); ++i) {
        const QRect to = m_items.at(i)->geometry();
        if (m_items.at(i)->isEmpty() || (rows < 0 ? to.top() >= from.top() : to.top() <= from.top()))
            continue;
        const auto away = [&](const QRect &r) {
            return qAbs(r.top() - from.top()) * 16 + qAbs(r.center().x() - from.center().x());
        };
        if (found < 0 || away(to) < away(m_items.at(found)->geometry()))
            found = i;
    }
    return found;
}

QSize CardGrid::minimumSize() const { return {m_cardWidth, 0}; }

void CardGrid::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

QList<QLayoutItem *> CardGrid::shown() const
{
    QList<QLayoutItem *> found;
    for (QLayoutItem *item : m_items)
        if (!item->isEmpty())
            found.append(item);
    return found;
}

int CardGrid::fittingColumns() const { return columnsIn(parentWidget()->width()); }

int CardGrid::columnsIn(int width) const
{
    int wanted = 0;
    for (const QLayoutItem *item : shown())
        wanted += columnsOf(item->widget());
    return qMin(qMax(1, (width + m_gap) / (m_cardWidth + m_gap)), qMax(3, wanted));
}

int CardGrid::arrange(const QRect &rect, bool apply) const
{
    const QList<QLayoutItem *> cards = shown();
    const int columns = columnsIn(rect.width());
    const int width = (rect.width() - (columns - 1) * m_gap) / columns;
    const auto widthOf = [&](int taken) { return taken * width + (taken - 1) * m_gap; };
    int y = rect.top();
    for (int first = 0; first < cards.size();) {
        int last = first, used = 0, height = 0;
        for (; last < cards.size(); ++last) {
            QLayoutItem *card = cards.at(last);
            const int takes = qMin(columns, columnsOf(card->widget()));
            if (used + takes > columns)
                break;
            used += takes;
            height = qMax(height,
                          card->hasHeightForWidth() ? card->heightForWidth(widthOf(takes)) : card->sizeHint().height());
        }
        for (int at = 0; first < last; ++first) {
            const int takes = qMin(columns, columnsOf(cards.at(first)->widget()));
            const QRect place(rect.left() + at * (width + m_gap), y, widthOf(takes), height);
            if (apply)
                cards.at(first)->setGeometry(QStyle::visualRect(parentWidget()->layoutDirection(), rect, place));
            at += takes;
        }
        y += height + m_gap;
    }
    return qMax(0, y - m_gap - rect.top());
}

} // namespace crm
