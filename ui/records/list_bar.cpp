#include "ui/records/list_bar.h"
#include "ui/style/scale.h"
#include "ui/style/tokens.h"
#include <QHBoxLayout>
#include <QLineEdit>

namespace crm {
namespace {
constexpr int wideSearch = 240, leastSearch = 120, leastViews = 240; // pixels at 100 % text
}

ListBar::ListBar(int margin, QWidget *parent)
    : QWidget(parent)
    , m_box(new QVBoxLayout(this))
    , m_row(new QHBoxLayout)
{
    m_box->setContentsMargins(margin, space::s, margin, space::s);
    m_box->setSpacing(space::xs);
    m_row->setSpacing(space::s);
    m_box->addLayout(m_row);
}

void ListBar::setParts(QWidget *views, QLineEdit *search)
{
    m_views = views;
    m_search = search;
    m_search->setFixedWidth(wideSearch);
    m_row->insertWidget(0, m_views, 1);
}

void ListBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (const bool apart = m_views && roomForViews() < scaled(leastViews); apart != m_apart)
        arrange(apart);
}

int ListBar::roomForViews() const
{
    int room = width() - m_box->contentsMargins().left() - m_box->contentsMargins().right();
    for (int i = 0; i < m_row->count(); ++i) {
        QLayoutItem *item = m_row->itemAt(i);
        if (item->widget() != m_views)
            room -= m_row->spacing() + (item->widget() == m_search ? wideSearch : item->sizeHint().width());
    }
    return room;
}

void ListBar::arrange(bool apart)
{
    m_apart = apart;
    if (apart) {
        m_row->removeWidget(m_views);
        m_box->insertWidget(0, m_views);
        m_search->setMinimumWidth(leastSearch);
        m_search->setMaximumWidth(QWIDGETSIZE_MAX);
    } else {
        m_box->removeWidget(m_views);
        m_row->insertWidget(0, m_views, 1);
        m_search->setFixedWidth(wideSearch);
    }
}

} // namespace crm
