// Lays widgets side by side and goes on in the next line when one is full: chips, actions, filters.
#pragma once
#include "ui/ui_export.h"
#include <QLayout>

namespace crm {

class CRM_UI FlowLayout : public QLayout
{
    Q_OBJECT
public:
    explicit FlowLayout(QWidget *parent, int spacing = 6);
    ~FlowLayout() override;

    void insertWidget(int at, QWidget *widget);
    void addItem(QLayoutItem *item) override;
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange(QRect(0, 0, width, 0), false); }
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    int arrange(const QRect &rect, bool move) const;
    QList<QLayoutItem *> m_items;
};

} // namespace crm
