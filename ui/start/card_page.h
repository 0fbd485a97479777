// A page of the start window with one card in its middle: a heading, fields, buttons.
#pragma once
#include "ui/style/widgets.h"
#include <QVBoxLayout>

namespace crm {

class CRM_UI CardPage : public QWidget
{
    Q_OBJECT
public:
    CardPage(int cardWidth, QWidget *parent);

protected:
    QVBoxLayout *card() const { return m_card; }
    QWidget *cardWidget() const { return m_widget; }

private:
    QWidget *m_widget;
    QVBoxLayout *m_card;
};

} // namespace crm
