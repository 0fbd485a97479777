// The tour's picture of what the program itself has to keep in sight, beside a list.
#include "ui/shell/agenda_panel.h"
#include "ui/shell/dock_commands.h"
#include "ui/shell/docks.h"
#include "ui/shell/main_window.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/tab_area.h"
#include "ui/shell/tick_list.h"
#include "ui/shell/tour.h"

namespace crm {

void Tour::walkDocks(MainWindow &window)
{
    const QString name = QStringLiteral("docks");
    Docks *docks = docksOf(window);
    const QList<const Entity *> lists = Sidebar::menuEntities(*m_session->catalog(), m_session->actor());
    if (!docks || lists.isEmpty() || !wanted(name))
        return;
    window.openList(lists.first()->key());
    waitFor([&] { return window.tabs().currentPage()->isSettled(); }, name);
    QList<Dock *> made;
    const QList<DockSpec> specs = ownDocks(window);
    for (const DockSpec &spec : specs) {
        if (Dock *dock = docks->add(spec))
            made << dock;
    }
    for (Dock *dock : std::as_const(made)) {
        if (const auto *agenda = qobject_cast<AgendaPanel *>(dock->widget()))
            waitFor([agenda] { return agenda->isIdle(); }, name);
        if (const auto *ticks = qobject_cast<TickList *>(dock->widget()))
            waitFor([ticks] { return ticks->isIdle(); }, name);
    }
    linger();
    take(window, name);
    for (Dock *dock : std::as_const(made))
        dock->close();
}

} // namespace crm
