#include "ui/shell/dock_commands.h"
#include "ui/shell/docks.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page.h"
#include "ui/shell/tab_area.h"
#include "ui/shell/top_bar.h"
#include <QMenu>
#include <QSet>
#include <QToolButton>

namespace crm {

Docks *docksOf(const MainWindow &window) { return window.findChild<Docks *>(QStringLiteral("docks")); }

namespace {

/// The calendar and what is to be done, by a key each: there, and away again.
void addOwnDocks(Commands &commands, MainWindow &window)
{
    const QHash<QString, QKeySequence> keys{{QStringLiteral("agenda"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)},
                                            {QStringLiteral("ticks"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)}};
    QSet<QString> bound;
    const QList<DockSpec> specs = ownDocks(window);
    for (const DockSpec &spec : specs) {
        const QString kind = spec.key.section(u'/', 0, 0);
        QList<QKeySequence> shortcuts;
        if (keys.contains(kind) && !bound.contains(kind))
            shortcuts << keys.value(kind);
        bound.insert(kind);
        commands.add({QStringLiteral("dock.") + QString(spec.key).replace(u'/', u'.'), CommandGroup::Tabs,
                      Docks::tr("%1: at the side, and away again").arg(spec.title), spec.icon, shortcuts,
                      [&window, spec] { docksOf(window)->toggle(spec); },
                      [&window] { return docksOf(window) != nullptr; }});
    }
}

} // namespace

void addDockCommands(Commands &commands, MainWindow &window)
{
    const auto add = [&](const char *key, const QString &text, const char *iconName, const QList<QKeySequence> &keys,
                         std::function<void()> run, std::function<bool()> enabled = {}) {
        commands.add({QLatin1String(key), CommandGroup::Tabs, text, QLatin1String(iconName), keys, std::move(run),
                      std::move(enabled)});
    };
    const auto page = [&window] { return window.tabs().currentPage(); };
    const auto inOne = [&window] { return docksOf(window) && docksOf(window)->current(); };
    add(
        "dock.page", Docks::tr("Keep this page in sight at the side"), "pin",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B)}, [&window, page] { docksOf(window)->addPage(*page()); },
        [page] { return page() != nullptr; });
    add("dock.menu", Docks::tr("Choose something to keep in sight at the side"), "pin", {}, [&window, page] {
        auto *menu = new QMenu(&window);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        docksOf(window)->fillMenu(menu, page());
        const auto *button = window.topBar().findChild<QToolButton *>(QStringLiteral("dockButton"));
        const QPoint below = button ? button->mapToGlobal(QPoint(0, button->height()))
                                    : window.mapToGlobal(QPoint(window.width() / 2, 0));
        menu->popup(below);
    });
    addOwnDocks(commands, window);
    add(
        "dock.next", Docks::tr("To the next panel at the side, and back to the page"), "tab",
        {QKeySequence(Qt::Key_F6)}, [&window] { docksOf(window)->focusNext(); },
        [&window] { return docksOf(window) && !docksOf(window)->docks().isEmpty(); });
    add(
        "dock.move", Docks::tr("Move the panel to the next side"), "drag", {},
        [&window] { docksOf(window)->moveCurrent(); }, inOne);
    add(
        "dock.float", Docks::tr("Take the panel out of the window, or put it back"), "external", {},
        [&window] { docksOf(window)->floatCurrent(); }, inOne);
    add(
        "dock.close", Docks::tr("Close the panel"), "close", {}, [&window] { docksOf(window)->closeCurrent(); }, inOne);
}

} // namespace crm
