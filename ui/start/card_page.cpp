#include "ui/start/card_page.h"
#include "ui/style/scale.h"
#include "ui/style/style_paint.h"
#include <QPainter>
#include <QScrollArea>

namespace crm {
namespace {

class Card : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paint::roundRect(&painter, rect(), colors().surface, colors().border, radius::large);
    }
};

} // namespace

CardPage::CardPage(int cardWidth, QWidget *parent)
    : QWidget(parent)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    outer->addWidget(scroll);
    auto *body = new QWidget(scroll);
    scroll->setWidget(body);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    m_widget = new Card(body);
    m_widget->setMaximumWidth(scaled(cardWidth));
    m_widget->setMinimumWidth(qMin(cardWidth, 400));
    m_card = new QVBoxLayout(m_widget);
    m_card->setContentsMargins(space::xxl, space::xxl, space::xxl, space::xl);
    m_card->setSpacing(space::m);
    column->addStretch(1);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_widget, 100);
    row->addStretch(1);
    column->addLayout(row);
    column->addStretch(1);
}

} // namespace crm
