#include "ui/records/related_tab.h"
#include <QVBoxLayout>

namespace crm {

RelatedTab::RelatedTab(Navigator &navigator, const QString &entity, const ListOptions &options, QWidget *parent)
    : QWidget(parent)
    , m_navigator(navigator)
    , m_entity(entity)
    , m_options(options)
{
    (new QVBoxLayout(this))->setContentsMargins({});
}

ListPanel &RelatedTab::panel()
{
    if (!m_panel) {
        m_panel = new ListPanel(m_navigator, m_entity, m_options, this);
        layout()->addWidget(m_panel);
        m_panel->load();
    }
    return *m_panel;
}

} // namespace crm
