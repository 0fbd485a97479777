// The tour's pictures of what one does with a list: groups, colours by rules, one change to many records; reminders.
#include "ui/records/batch_dialog.h"
#include "ui/records/color_rules_dialog.h"
#include "ui/records/grouped_list_model.h"
#include "ui/records/list_commands.h"
#include "ui/records/list_page.h"
#include "ui/records/list_panel.h"
#include "ui/records/record_table.h"
#include "ui/records/remind_dialog.h"
#include "ui/records/view_tabs.h"
#include "ui/shell/main_window.h"
#include "ui/shell/reminder_bell.h"
#include "ui/shell/reminder_popup.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/tab_area.h"
#include "ui/shell/tour.h"
#include "ui/style/tokens.h"
#include <QMenu>
#include <QPointer>
#include <QToolButton>

namespace crm {
namespace {

/// A kind of record with statuses and, if there is one, amounts: these show most.
const Entity *richestList(const Catalog &catalog, const Actor &actor)
{
    const Entity *found = nullptr;
    for (const Entity *entity : Sidebar::menuEntities(catalog, actor)) {
        const Field *status = entity->field(entity->statusField());
        if (!status || !isGroupable(*status))
            continue;
        if (!summedPaths(catalog, entity->key(), ListColumns(catalog, *entity, actor.policy).paths()).isEmpty())
            return entity;
        if (!found)
            found = entity;
    }
    return found;
}

/// One rule for the row, made of what its first row says.
QList<ColorRule> rulesFor(const ListPanel &panel, const Catalog &catalog)
{
    QList<ColorRule> rules;
    const Entity &entity = panel.entity();
    const Field *status = entity.field(entity.statusField());
    for (int row = 0; row < panel.model()->rowCount() && rules.size() < 2; ++row) {
        for (int column = 0; column < panel.model()->columnCount(); ++column) {
            if (panel.model()->fieldAt(column) != status || panel.model()->idAt(row) == 0)
                continue;
            const QVariant value = panel.model()->index(row, column).data(ListModel::ValueRole);
            const QString where = Filter::where(status->key(), Op::Equal, value).toExpression(catalog, entity.key());
            const bool had = std::any_of(rules.cbegin(), rules.cend(), [&](const auto &r) { return r.where == where; });
            if (!had)
                rules.append({where, toneNames().value(rules.isEmpty() ? 4 : 1), {}});
        }
    }
    return rules;
}

} // namespace

void Tour::walkLists(MainWindow &window)
{
    const auto catalog = m_session->catalog();
    const Entity *entity = richestList(*catalog, m_session->actor());
    if (!entity || !wanted(QStringLiteral("rows")))
        return;
    window.openList(entity->key());
    auto *page = qobject_cast<ListPage *>(window.tabs().currentPage());
    if (!page)
        return;
    ListPanel &panel = *page->panel();
    const auto settled = [&] { return panel.isSettled(); };
    waitFor(settled, QStringLiteral("rows-grouped"));
    const ViewState before = panel.presentState();
    ViewState look = before;
    look.colors = rulesFor(panel, *catalog);
    look.group = entity->statusField();
    panel.applyView({{}, {}, look});
    waitFor([&] { return settled() && panel.groups()->isGrouped(); }, QStringLiteral("rows-grouped"));
    linger();
    take(window, QStringLiteral("rows-grouped"));
    QMenu *menu = panel.groupMenu();
    menu->resize(menu->sizeHint());
    take(*menu, QStringLiteral("menu-rows-group"));
    ColorRulesDialog rules(window, entity->key(), look.columns, look.colors, &window);
    rules.show();
    linger();
    take(rules, QStringLiteral("rows-colours"));
    rules.close();
    panel.table()->selectAll();
    linger();
    take(window, QStringLiteral("rows-selected"));
    QPointer<BatchDialog> dialog;
    QObject::connect(panel.commands(), &ListCommands::batchOpened, panel.commands(),
                     [&dialog](BatchDialog *opened) { dialog = opened; });
    if (panel.model()->recordCount() > 0) {
        panel.commands()->changeSelected();
        waitFor([&] { return dialog && dialog->isReady(); }, QStringLiteral("rows-change"));
    }
    if (dialog) {
        take(*dialog, QStringLiteral("rows-change"));
        dialog->reject();
    }
    panel.table()->clearSelection();
    panel.applyView({{}, {}, before}); // the tour leaves the list as it was
    waitFor(settled, QStringLiteral("rows-grouped"));
    window.tabs().closeCurrent();
}

/// What is due below the bell, and the dialog that makes another.
void Tour::walkReminders(MainWindow &window)
{
    ReminderBell *bell = bellOf(window);
    const QString list = QStringLiteral("remind-due"), dialog = QStringLiteral("remind-me");
    if (!bell || !(wanted(list) || wanted(dialog)))
        return;
    bell->watch().look();
    waitFor([&] { return bell->watch().hasLooked() && !bell->watch().isLooking(); }, list);
    take(window, list + QStringLiteral("-bell"));
    bell->popUp();
    take(*bell->popup(), list);
    bell->popup()->close();
    if (RemindDialog *remind = remindMe(window, {})) {
        take(*remind, dialog);
        remind->close();
    }
}

} // namespace crm
