// Cards in as many equal columns as fit; the cards of a row are equally high. A card can take several columns, if there
// are so many; what does not fit behind the others begins the next row.
#pragma once
#include "ui/ui_export.h"
#include <QHash>
#include <QLayout>
#include <QList>

namespace crm {

class CRM_UI CardGrid : public QLayout
{
    Q_OBJECT
public:
    CardGrid(int cardWidth, int gap, QWidget *parent);
    ~CardGrid() override;

    void addItem(QLayoutItem *item) override;
    /// Among the others; what was there and those behind it make room.
    void move(int from, int to);
    /// @param columns from 1 on
    void setColumns(QWidget *card, int columns);
    int columnsOf(const QWidget *card) const { return m_columns.value(card, 1); }
    int fittingColumns() const; ///< in the width there is; no more than the cards take
    /// The card of the row above (-1) or below (1) that is the nearest; -1: there is none. As laid out last.
    int beside(int index, int rows) const;
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange(QRect(0, 0, width, 0), false); }
    void setGeometry(const QRect &rect) override;

private:
    QList<QLayoutItem *> shown() const;
    int columnsIn(int width) const;
    int arrange(const QRect &rect, bool apply) const;
    int m_cardWidth, m_gap;
    QList<QLayoutItem *> m_items;
    QHash<const QWidget *, int> m_columns; ///< of those that take more than one
};

} // namespace crm
