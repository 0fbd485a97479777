// The pages of the main window: made by their keys, among the tabs or in windows of their own.
#include "core/extend/extensions.h"
#include "ui/admin/admin_pages.h"
#include "ui/admin/office_settings.h"
#include "ui/admin/see_as.h"
#include "ui/admin/settings_page.h"
#include "ui/dashboard/dashboard_page.h"
#include "ui/exchange/import_page.h"
#include "ui/extend/ui_registry.h"
#include "ui/records/attach_file.h"
#include "ui/records/pages.h"
#include "ui/shell/help_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_windows.h"
#include "ui/shell/prompts.h"
#include "ui/shell/shortcuts_page.h"
#include "ui/shell/tab_area.h"

namespace crm {
namespace {

bool asksNothing(const Query &query)
{
    return query.filter.isNone() && query.search.isEmpty() && query.sort.isEmpty() && !query.trashed;
}

} // namespace

TabPage *MainWindow::makePage(const QString &key)
{
    TabPage *page = m_windows->find(key) ? nullptr : makeKnownPage(key);
    if (page)
        connect(page, &TabPage::openRequested, this, &MainWindow::openRecord);
    return page;
}

TabPage *MainWindow::makeKnownPage(const QString &key)
{
    if (TabPage *page = makeAdminPage(*this, key))
        return page;
    const QStringList parts = key.split(u'/');
    if (parts.size() >= 2 && (parts.first() == QLatin1String("list") || parts.first() == QLatin1String("record"))) {
        const Entity *entity = m_session->catalog()->find(parts.at(1));
        if (!entity || !m_session->actor().policy.may(*entity, Verb::Read))
            return nullptr;
        if (parts.first() == QLatin1String("list") && OfficeSettings::isHidden(*entity))
            return nullptr;
        if (parts.first() == QLatin1String("list"))
            return makeListPage(*this, entity->key());
        const Id id = parts.value(2).toLongLong();
        return id > 0 ? makeRecordPage(*this, entity->key(), id) : nullptr;
    }
    if (parts.size() == 2 && parts.first() == QLatin1String("import")) {
        const Entity *entity = m_session->catalog()->find(parts.at(1));
        return entity ? makeImportPage(*this, entity->key()) : nullptr;
    }
    if (key == QLatin1String("dashboard"))
        return new DashboardPage(*this);
    if (parts.size() == 2 && parts.first() == QLatin1String("duplicates"))
        return makeDuplicatesPage(*this, parts.at(1));
    if (key == QLatin1String("trash"))
        return makeTrashPage(*this);
    if (key == QLatin1String("help"))
        return new HelpPage(*this, m_commands);
    if (key == QLatin1String("shortcuts"))
        return new ShortcutsPage(*this, m_commands);
    if (key == QLatin1String("settings")) {
        auto *page = new SettingsPage(*this);
        connect(page, &SettingsPage::languageChosen, this, &MainWindow::languageChosen);
        connect(page, &SettingsPage::appearanceChosen, this, &MainWindow::appearanceChosen);
        connect(page, &SettingsPage::passwordRequested, this, &MainWindow::changePassword);
        return page;
    }
    const PageSpec *spec = uiRegistry().page(key);
    return spec && (!spec->offered || spec->offered(m_session->actor())) ? UiRegistry::build(*spec, *this, nullptr)
                                                                         : nullptr;
}

void MainWindow::openKey(const QString &key)
{
    if (key.startsWith(seeAsKey({}))) {
        Q_EMIT seeAsRequested(key.mid(seeAsKey({}).size()).toLongLong());
        return;
    }
    if (key.startsWith(QLatin1String("help/")))
        return showHelpAbout(key.section(u'/', 1));
    if (m_windows->show(key))
        return;
    bringForward();
    if (!m_tabs->open(key))
        toast(tr("This page does not exist, or your role does not let you see it."), {});
}

void MainWindow::openList(const QString &entity, const Query &query)
{
    const QString key = QStringLiteral("list/") + entity;
    if (PageWindow *window = m_windows->find(key); window && !asksNothing(query)) {
        m_windows->show(key);
        window->page()->showQuery(query);
        return;
    }
    const bool wasOpen = m_tabs->isOpen(key);
    const Entity *known = m_session->catalog()->find(entity);
    if (asksNothing(query) || !known || !m_session->actor().policy.may(*known, Verb::Read)) {
        openKey(key);
        return;
    }
    bringForward();
    if (wasOpen) {
        if (TabPage *page = m_tabs->open(key))
            page->showQuery(query);
        return;
    }
    TabPage *page = makeListPage(*this, entity, query);
    connect(page, &TabPage::openRequested, this, &MainWindow::openRecord);
    m_tabs->add(page);
}

void MainWindow::openRecord(const QString &entity, Id id)
{
    openKey(QStringLiteral("record/%1/%2").arg(entity).arg(id));
}

void MainWindow::newRecord(const QString &entity, const QVariantMap &preset)
{
    const Entity *known = m_session->catalog()->find(entity);
    if (known && known->presentation() == Presentation::Files) {
        addFile(*known, preset);
        return;
    }
    bringForward();
    TabPage *page = makeRecordPage(*this, entity, 0, preset);
    connect(page, &TabPage::openRequested, this, &MainWindow::openRecord);
    m_tabs->add(page);
}

/// A file without content is none: it is chosen first.
void MainWindow::addFile(const Entity &entity, const QVariantMap &preset)
{
    const QString path = Prompts::openFile(this, tr("Choose a file"), {});
    if (path.isEmpty())
        return;
    await(
        this, attachFile(static_cast<Navigator &>(*this), entity.key(), path, preset),
        [this](const Document &saved) { openRecord(saved.entity().key(), saved.id()); },
        [this](const Error &error) { showError(error); });
}

// Pages in windows of their own.

QWidget *MainWindow::window()
{
    if (PageWindow *active = activeWindow())
        return active;
    return this;
}

PageWindow *MainWindow::activeWindow() const { return m_windows ? m_windows->active() : nullptr; }

/// What a command is about: the page one is in, wherever it stands.
TabPage *MainWindow::activePage() const
{
    const PageWindow *active = activeWindow();
    return active ? active->page() : m_tabs->currentPage();
}

void MainWindow::moveToWindow(int index, std::optional<QPoint> at)
{
    if (m_tabs->count() == 1 && m_tabs->currentKey() == QLatin1String("dashboard"))
        return; // it would come back at once: something has to be here
    if (TabPage *page = m_tabs->take(index))
        m_windows->add(page, at);
}

void MainWindow::closeActive()
{
    if (PageWindow *active = activeWindow())
        active->close();
    else
        m_tabs->closeCurrent();
}

/// Where pages that are opened from a window of their own appear.
void MainWindow::bringForward()
{
    if (!activeWindow())
        return;
    raise();
    activateWindow();
    m_windows->setInHost();
}

} // namespace crm
