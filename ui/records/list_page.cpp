#include "ui/records/list_page.h"
#include "ui/records/list_panel.h"
#include "ui/records/pages.h"
#include "ui/records/record_table.h"
#include "ui/shell/navigator.h"
#include "ui/style/begins_at.h"
#include "ui/style/widgets.h"
#include <QLineEdit>
#include <QVBoxLayout>

namespace crm {

TabPage *makeListPage(Navigator &navigator, const QString &entity, const std::optional<Query> &query)
{
    auto *page = new ListPage(navigator, entity);
    if (query)
        page->showQuery(*query);
    return page;
}

ListPage::ListPage(Navigator &navigator, const QString &entity, QWidget *parent)
    : TabPage(navigator, parent)
    , m_entity(entity)
    , m_panel(new ListPanel(navigator, entity, {}, this))
{
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(m_panel);
    new BeginsAt(this, [panel = m_panel]() -> QWidget * {
        const bool empty = !panel->table()->isVisibleTo(panel);
        QPushButton *step = empty ? panel->emptyState()->actionButton() : nullptr;
        if (empty)
            return step && step->isVisibleTo(panel) ? static_cast<QWidget *>(step) : panel->searchEdit();
        return panel->table();
    });
    connect(m_panel, &ListPanel::statusTextChanged, this, [this](const QString &text) { setStatusText(text); });
    connect(m_panel, &ListPanel::settledChanged, this, [this] {
        const bool now = isSettled();
        if (now && !std::exchange(m_wasSettled, now))
            Q_EMIT settled();
        m_wasSettled = now;
    });
}

QString ListPage::title() const { return m_panel->entity().many().text(); }

QString ListPage::iconName() const { return m_panel->entity().iconName(); }

QString ListPage::key() const { return QStringLiteral("list/") + m_entity; }

void ListPage::focusSearch() { m_panel->focusSearch(); }

void ListPage::showQuery(const Query &query) { m_panel->showQuery(query); }

void ListPage::activated() { m_panel->load(); }

bool ListPage::isSettled() const { return m_panel->isSettled(); }

} // namespace crm
