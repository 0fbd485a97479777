// What is kept in sight at the sides of the window: what it holds, the keys, and that it comes back.
#include "tests/ui/list_fixture.h"
#include "ui/records/grouped_list_model.h"
#include "ui/records/record_preview.h"
#include "ui/records/record_table.h"
#include "ui/shell/dock_commands.h"
#include "ui/shell/docks.h"
#include "ui/shell/own_settings.h"
#include <QListWidget>
#include <QMenu>
#include <QScrollArea>

namespace crm::test {
namespace {

class DockTest : public ListTest
{
protected:
    void SetUp() override
    {
        ListTest::SetUp();
        makeItems(20, [](Document &item, int i) { item.set(QStringLiteral("rate"), qint64(i) * 100); });
    }
    Docks &docks() { return *docksOf(*window); }
    static DockSpec changes() { return {{}, QStringLiteral("changes"), QStringLiteral("Changes"), {}, {}}; }
    /// The list with a filter, kept in sight by its shortcut.
    Dock *keepList()
    {
        ListPanel &panel = itemsList();
        Query query(items);
        query.filter = Filter::where(QStringLiteral("rate"), Op::GreaterOrEqual, qint64(1500));
        panel.showQuery(query);
        EXPECT_TRUE(waitUntil([&] { return panel.isSettled(); }));
        press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        return docks().docks().value(0);
    }
    static DockList *listOf(Dock *dock) { return dock ? qobject_cast<DockList *>(dock->widget()) : nullptr; }
};

TEST_F(DockTest, KeepsAListAsItIsSeenAndFollowsTheData)
{
    open();
    DockList *list = listOf(keepList());
    ASSERT_TRUE(list);
    ASSERT_TRUE(waitUntil([&] { return list->model()->rowCount() == 5; }));
    press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(docks().docks().size(), 1) << "the same is not there twice";
    auto repository = database->asSystem();
    Document more{Record(repository->catalog()->at(items))};
    more.set(QStringLiteral("title"), QStringLiteral("One more"));
    more.set(QStringLiteral("rate"), qint64(9900));
    repository->save(more);
    EXPECT_TRUE(waitUntil([&] { return list->model()->rowCount() == 6; })) << "what others make comes in";
}

TEST_F(DockTest, LeavesAFormAsMuchRoomAsItNeeds)
{
    const Id client = make(QStringLiteral("clients"), QStringLiteral("Neighbour"));
    open();
    window->resize(1280, 800);
    keepList();
    RecordPage &page = record(QStringLiteral("clients"), client);
    auto *area = page.findChild<QScrollArea *>();
    ASSERT_TRUE(area && area->widget()->isAncestorOf(page.form()));
    EXPECT_TRUE(waitUntil([&] { return area->widget()->width() <= area->viewport()->width(); }))
        << area->widget()->width() << " of " << area->viewport()->width() << " are in sight";
    const int narrow = page.form()->width();
    docks().docks().first()->close();
    EXPECT_TRUE(waitUntil([&] { return page.form()->width() > narrow; })) << "and takes it back";
}

TEST_F(DockTest, HoldsARecordAndWhatHasChanged)
{
    const Id id = make(items, QStringLiteral("Watched"));
    open();
    record(items, id);
    window->commands().run(QStringLiteral("dock.page"));
    Dock *dock = docks().docks().value(0);
    ASSERT_TRUE(dock);
    auto *preview = qobject_cast<RecordPreview *>(dock->widget());
    ASSERT_TRUE(preview);
    EXPECT_EQ(preview->shown(), id);

    Dock *second = docks().add(changes());
    ASSERT_TRUE(second);
    auto *list = second->findChild<QListWidget *>();
    ASSERT_TRUE(waitUntil([&] { return list->count() > 1; }));
    EXPECT_TRUE(list->item(0)->text().startsWith(QStringLiteral("Watched"))) << qPrintable(list->item(0)->text());
    Q_EMIT list->itemActivated(list->item(0));
    EXPECT_EQ(window->tabs().currentKey(), QStringLiteral("record/items/%1").arg(id));
}

TEST_F(DockTest, WhatOneMayNotSeeIsNotKept)
{
    open();
    EXPECT_FALSE(docks().add({{}, QStringLiteral("list/nothing"), QStringLiteral("Nothing"), {}, {}}));
    EXPECT_FALSE(docks().add({{}, QStringLiteral("record/items/0"), QStringLiteral("Nothing"), {}, {}}));
    EXPECT_TRUE(docks().docks().isEmpty());
}

TEST_F(DockTest, KeysGoThereMoveItAndCloseIt)
{
    open();
    ListPanel &panel = itemsList();
    Dock *dock = docks().add(changes());
    ASSERT_TRUE(dock);
    panel.table()->setFocus();
    press(Qt::Key_F6);
    EXPECT_EQ(docks().current(), dock);
    EXPECT_EQ(docks().dockWidgetArea(dock), Qt::RightDockWidgetArea);
    window->commands().run(QStringLiteral("dock.move"));
    EXPECT_EQ(docks().dockWidgetArea(dock), Qt::BottomDockWidgetArea);
    ASSERT_EQ(docks().current(), dock) << "the focus stays in it";
    press(Qt::Key_F6);
    EXPECT_FALSE(docks().current());
    EXPECT_TRUE(panel.table()->hasFocus()) << "back in the page";
    press(Qt::Key_F6);
    window->commands().run(QStringLiteral("dock.close"));
    EXPECT_TRUE(docks().docks().isEmpty());
}

TEST_F(DockTest, AreThereAgainAtTheNextStart)
{
    open();
    ASSERT_TRUE(keepList());
    Dock *dock = docks().add(changes());
    docks().addDockWidget(Qt::LeftDockWidgetArea, dock);
    window->storeState();
    window.reset();
    show();
    ASSERT_EQ(docks().docks().size(), 2);
    for (Dock *again : docks().docks()) {
        const bool list = listOf(again) != nullptr;
        EXPECT_EQ(docks().dockWidgetArea(again), list ? Qt::RightDockWidgetArea : Qt::LeftDockWidgetArea);
        if (list) {
            EXPECT_TRUE(waitUntil([&] { return listOf(again)->model()->rowCount() == 5; })) << "with its filter";
        }
    }
}

TEST_F(DockTest, FollowThePersonToAnotherComputer)
{
    open();
    ASSERT_TRUE(waitUntil([&] { return window->ownSettings().isSettled(); }));
    ASSERT_TRUE(docks().add(changes()));
    docks().store();
    window->ownSettings().store();
    ASSERT_TRUE(waitUntil([&] { return window->ownSettings().isSettled(); }));
    window.reset();
    QSettings().clear(); // a computer that knows nothing of it
    show();
    EXPECT_TRUE(waitUntil([&] { return docks().docks().size() == 1; }));
}

TEST_F(DockTest, TheMenuOffersWhatTheProgramHas)
{
    open();
    QMenu menu;
    docks().fillMenu(&menu, window->tabs().currentPage());
    EXPECT_FALSE(menu.actions().constFirst()->isEnabled()) << "the dashboard is no list";
    itemsList();
    docks().fillMenu(&menu, window->tabs().currentPage());
    EXPECT_TRUE(menu.actions().constFirst()->isEnabled());
    menu.actions().constFirst()->trigger();
    ASSERT_EQ(docks().docks().size(), 1);
    ASSERT_TRUE(menu.actions().constLast()->menu());
    menu.actions().constLast()->menu()->actions().constFirst()->trigger();
    EXPECT_EQ(docks().docks().size(), 2);
}

} // namespace
} // namespace crm::test
