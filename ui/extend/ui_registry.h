// What built-in areas and plugins put into the window: pages, dashboard panels, commands.
//
//     void WarehouseUi::contribute(crm::UiRegistry &ui)
//     {
//         ui.addPage({.key = "warehouse.stock", .label = label("Stock"), .icon = "box", .area = "sales",
//                     .create = [](crm::Navigator &window, QWidget *parent) { return new StockPage(window, parent);
//                     }});
//     }
//
// Filled once at start, before the main window is made, and only read afterwards. Thread: the window's.
#pragma once
#include "core/access/policy.h"
#include "core/model/label.h"
#include "core/store/session.h"
#include "ui/shell/navigator.h"
#include "ui/shell/page.h"
#include "ui/ui_export.h"
#include <QKeySequence>
#include <QList>
#include <functional>

namespace crm {

class Extensions;

/// Whether a person is offered something; empty: everybody is.
using OfferedTo = std::function<bool(const Actor &)>;

/// A whole page, opened as a tab from the sidebar, the command palette and Navigator::openKey().
struct PageSpec
{
    QString key; ///< "<extension>.<page>", unique; the page's own TabPage::key() is the same
    Label label;
    QString icon;
    QString area;  ///< group of the sidebar, as Entity::areaKey(); empty: above the groups
    int order = 0; ///< smaller comes first within the area; lists of entities stand at 0
    OfferedTo offered = {};
    std::function<TabPage *(Navigator &window, QWidget *parent)> create;
    Label words = {}; ///< other words it is looked for by, separated by commas: see core/model/search_words.h
};

/// A panel of a dashboard.
struct PanelSpec
{
    QString key; ///< "<extension>.<panel>", unique
    Label label;
    QString icon;
    int columns = 1;           ///< width in dashboard columns, 1 to 4
    int rows = 1;              ///< height in dashboard rows, 1 to 4
    bool shownAtFirst = false; ///< part of the dashboard that a new person finds
    OfferedTo offered = {};
    std::function<QWidget *(Navigator &window, QWidget *parent)> create;
};

/// Something to do from the command palette and by a shortcut.
struct CommandSpec
{
    QString key; ///< "<extension>.<command>", unique
    Label label;
    QString icon;
    QKeySequence shortcut = {}; ///< the default; a person may change it
    OfferedTo offered = {};
    std::function<void(Navigator &window)> run;
    Label words = {}; ///< as of a page
};

class CRM_UI UiRegistry
{
public:
    /// Each throws Error(Validation) when the key is taken or has no "<extension>." before it, or something is missing.
    void addPage(PageSpec page);
    void addPanel(PanelSpec panel);
    void addCommand(CommandSpec command);

    const QList<PageSpec> &pages() const { return m_pages; } ///< sorted by their order
    const QList<PanelSpec> &panels() const { return m_panels; }
    const QList<CommandSpec> &commands() const { return m_commands; }
    const PageSpec *page(const QString &key) const;
    const PanelSpec *panel(const QString &key) const;
    const CommandSpec *command(const QString &key) const;

    /// The reports, and what the running extensions contribute. One that throws contributes nothing and is listed with
    /// the reason.
    static UiRegistry collect(Extensions &extensions);

    /// Makes a page or a panel. What it throws becomes one that shows the sentence: a broken panel must not take the
    /// window down.
    static TabPage *build(const PageSpec &page, Navigator &window, QWidget *parent);
    static QWidget *build(const PanelSpec &panel, Navigator &window, QWidget *parent);
    /// Runs a command; what it throws goes to Navigator::showError().
    static void run(const CommandSpec &command, Navigator &window);

private:
    void takeFrom(const UiRegistry &other);
    QList<PageSpec> m_pages;
    QList<PanelSpec> m_panels;
    QList<CommandSpec> m_commands;
};

/// The program's own reports and everything that the process's extensions contribute; collected at the first call,
/// after extensions().start().
CRM_UI const UiRegistry &uiRegistry();

} // namespace crm
