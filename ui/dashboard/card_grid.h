// Cards in as many equal columns as fit; the cards of a row are equally high.
#pragma once
#include "ui/ui_export.h"
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
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange(QRect(0, 0, width, 0), false); }
    void setGeometry(const QRect &rect) override;

private:
    int arrange(const QRect &rect, bool apply) const;
    int m_cardWidth, m_gap;
    QList<QLayoutItem *> m_items;
};

} // namespace crm
