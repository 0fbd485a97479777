// What is kept in sight at the sides of the window: what it holds, the keys, and that it comes back.
#include "core/model/agenda.h"
#include "tests/support/make_record.h"
#include "tests/ui/list_fixture.h"
#include "ui/records/grouped_list_model.h"
#include "ui/records/record_preview.h"
#include "ui/records/record_table.h"
#include "ui/shell/agenda_panel.h"
#include "ui/shell/dock_commands.h"
#include "ui/shell/docks.h"
#include "ui/shell/own_settings.h"
#include "ui/shell/tick_list.h"
#include <QLabel>
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

TEST_F(DockTest, WhatIsToBeDoneIsWrittenDownAndTickedOffByKeysAlone)
{
    open();
    itemsList().table()->setFocus();
    press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_EQ(docks().docks().size(), 1);
    auto *ticks = qobject_cast<TickList *>(docks().docks().first()->widget());
    ASSERT_TRUE(ticks);
    ASSERT_TRUE(waitUntil([&] { return ticks->isIdle(); }));
    EXPECT_TRUE(ticks->hint()->isVisible()) << "nothing yet";
    ASSERT_EQ(QApplication::focusWidget(), ticks->line());
    for (const char *text : {"Call Anna", "Water the flowers"}) {
        QTest::keyClicks(ticks->line(), text);
        QTest::keyClick(ticks->line(), Qt::Key_Return);
        EXPECT_TRUE(ticks->line()->text().isEmpty()) << "ready for the next";
    }
    ASSERT_TRUE(waitUntil([&] { return ticks->isIdle() && ticks->list()->count() == 2; }));
    EXPECT_FALSE(ticks->hint()->isVisible());
    QTest::keyClick(ticks->line(), Qt::Key_Down);
    ASSERT_EQ(QApplication::focusWidget(), ticks->list());
    const QString first = ticks->list()->currentItem()->text();
    QTest::keyClick(ticks->list(), Qt::Key_Space);
    ASSERT_TRUE(waitUntil([&] { return ticks->isIdle() && ticks->list()->item(1)->text() == first; }));
    EXPECT_EQ(ticks->list()->item(1)->checkState(), Qt::Checked) << "at the end, as long as it is today";
    EXPECT_EQ(count(QStringLiteral("todo")), 2);
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(waitUntil([&] { return ticks->isIdle() && ticks->list()->item(1)->checkState() == Qt::Unchecked; }));

    const Id meant = makeRecord(*database->asSystem(), QStringLiteral("todo"),
                                {{"title", "Later"},
                                 {"start_date", QDate::currentDate().addDays(1)},
                                 {"owner_id", session->actor().userId},
                                 {"position", 9}});
    ASSERT_TRUE(waitUntil([&] { return ticks->isIdle() && ticks->list()->count() == 3; })) << "made elsewhere";
    EXPECT_TRUE(ticks->list()->item(2)->text().startsWith(QStringLiteral("Later"))) << "by its position";
    ticks->list()->setCurrentRow(2);
    QTest::keyClick(ticks->list(), Qt::Key_Delete);
    EXPECT_TRUE(waitUntil([&] { return ticks->isIdle() && ticks->list()->count() == 2; }));
    EXPECT_TRUE(stored(QStringLiteral("todo"), meant).head().deletedAt().isValid());
    QTest::keyClick(ticks->list(), Qt::Key_Return);
    EXPECT_TRUE(window->tabs().currentKey().startsWith(QStringLiteral("record/todo/")));
    press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(docks().docks().size(), 1) << "it is there: the focus goes into it";
    EXPECT_EQ(docks().current(), docks().docks().first());
    press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(docks().docks().isEmpty()) << "and away";
}

TEST_F(DockTest, WhatIsToBeDoneIsPutInOrderByHand)
{
    const QString todo = QStringLiteral("todo");
    open();
    const auto add = [&](const char *title, bool done = false) {
        return makeRecord(*database->asSystem(), todo,
                          {{"title", title}, {"done", done}, {"owner_id", session->actor().userId}});
    };
    for (const char *title : {"a", "b", "c", "d"})
        add(title);
    add("over", true);
    itemsList().table()->setFocus();
    press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    auto *ticks = qobject_cast<TickList *>(docks().docks().first()->widget());
    const auto shown = [&] {
        QString all;
        for (int row = 0; row < ticks->list()->count(); ++row)
            all += ticks->list()->item(row)->text();
        return all;
    };
    ASSERT_TRUE(waitUntil([&] { return ticks->isIdle() && shown() == QLatin1String("abcdover"); }));
    QListWidget &list = *ticks->list();
    list.setFocus();
    list.setCurrentRow(3);
    QTest::keyClick(&list, Qt::Key_Up, Qt::AltModifier);
    EXPECT_EQ(shown(), QStringLiteral("abdcover")) << "at once";
    QTest::keyClick(&list, Qt::Key_Up, Qt::AltModifier);
    EXPECT_TRUE(list.hasFocus());
    // What is stored says so too, to whoever asks.
    const auto isStored = [&](const char *order) {
        return waitUntil([&] { return ticks->isIdle(); }) && shown() == QLatin1String(order);
    };
    EXPECT_TRUE(isStored("adbcover")) << qPrintable(shown());
    EXPECT_EQ(list.currentItem()->text(), QStringLiteral("d"));
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(waitUntil([&] { return ticks->isIdle() && shown() == QLatin1String("abdcover"); })) << "one step";

    EXPECT_EQ(list.dragDropMode(), QListWidget::InternalMove);
    EXPECT_FALSE(list.item(0)->flags().testFlag(Qt::ItemIsDropEnabled)) << "nothing falls onto another";
    list.model()->moveRow({}, 0, {}, 4); // as the mouse does it
    EXPECT_TRUE(isStored("bdcaover")) << qPrintable(shown());
    list.model()->moveRow({}, 2, {}, 0);
    EXPECT_TRUE(isStored("cbdaover")) << qPrintable(shown());
    list.setCurrentRow(3);
    QTest::keyClick(&list, Qt::Key_Down, Qt::AltModifier);
    EXPECT_TRUE(isStored("cbdaover")) << "not among what is done";
    list.model()->moveRow({}, 0, {}, 5);
    EXPECT_TRUE(isStored("bdacover")) << qPrintable(shown());
    add("new");
    EXPECT_TRUE(waitUntil([&] { return shown() == QLatin1String("bdacnewover"); })) << qPrintable(shown());
}

TEST_F(DockTest, TheCalendarShowsWhatComesUpAndKeepsItsLook)
{
    const QDateTime noon(QDate::currentDate(), QTime(12, 0));
    auto repository = database->asSystem();
    const Id admin = repository->lookup(QStringLiteral("users"), QStringLiteral("admin")).first().id;
    const Id other = database->addUser(QStringLiteral("boris"), QStringLiteral("Staff (own records)"));
    repository->setPassword(admin, QStringLiteral("secret-1"));
    const auto task = [&](const char *title, Id who, int days) {
        return makeRecord(*repository, QStringLiteral("tasks"),
                          {{"title", title}, {"assignee_id", who}, {"deadline", noon.addDays(days).toUTC()}});
    };
    const Id mine = task("Mine", admin, 0);
    task("His", other, 0);
    task("In two weeks", admin, 14);
    open({QStringLiteral("admin"), QStringLiteral("secret-1")});
    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_EQ(docks().docks().size(), 1);
    auto *agenda = qobject_cast<AgendaPanel *>(docks().docks().first()->widget());
    ASSERT_TRUE(agenda);
    const auto shows = [&](const char *title) {
        return !agenda->list()->findItems(QLatin1String(title), Qt::MatchEndsWith).isEmpty();
    };
    ASSERT_TRUE(waitUntil([&] { return agenda->isIdle() && shows("Mine"); }));
    EXPECT_EQ(agenda->first().dayOfWeek(), 1);
    EXPECT_FALSE(shows("His"));
    EXPECT_EQ(agenda->list()->count(), 2) << "a heading and a task";
    makeRecord(*repository, QStringLiteral("reminders"),
               {{"title", "Ring"}, {"remind_at", noon.toUTC()}, {"owner_id", admin}});
    EXPECT_TRUE(waitUntil([&] { return shows("Ring"); })) << "comes in by itself";

    ASSERT_EQ(QApplication::focusWidget(), agenda->list());
    QTest::keyClick(agenda->list(), Qt::Key_Right);
    QTest::keyClick(agenda->list(), Qt::Key_Right);
    ASSERT_TRUE(waitUntil([&] { return agenda->isIdle() && shows("In two weeks"); }));
    QTest::keyClick(agenda->list(), Qt::Key_Left);
    ASSERT_TRUE(waitUntil([&] { return agenda->isIdle() && agenda->list()->count() == 0; }));
    EXPECT_TRUE(agenda->hint()->isVisible());
    QTest::keyClick(agenda->list(), Qt::Key_Home);
    agenda->showEverybodys(true);
    agenda->showWeek(false);
    ASSERT_TRUE(waitUntil([&] { return agenda->isIdle() && shows("His"); }));
    EXPECT_EQ(agenda->first(), agenda->last());
    for (int row = 0; row < agenda->list()->count(); ++row) {
        if (agenda->list()->item(row)->text().endsWith(QStringLiteral("Mine")))
            agenda->list()->setCurrentRow(row);
    }
    QTest::keyClick(agenda->list(), Qt::Key_Return);
    EXPECT_EQ(window->tabs().currentKey(), QStringLiteral("record/tasks/%1").arg(mine));
    QMenu menu;
    agenda->fillCreateMenu(&menu);
    ASSERT_FALSE(menu.actions().isEmpty());
    menu.actions().constFirst()->trigger();
    ASSERT_TRUE(settle());
    const Record &planned = current().document().document().head();
    EXPECT_EQ(planned.value(comingUpOf(planned.entity().key()).when).toDateTime().toLocalTime().date(),
              QDate::currentDate());

    window->storeState();
    window.reset();
    show();
    ASSERT_EQ(docks().docks().size(), 1);
    agenda = qobject_cast<AgendaPanel *>(docks().docks().first()->widget());
    ASSERT_TRUE(agenda);
    EXPECT_EQ(agenda->first(), agenda->last()) << "the day, as it was left";
    EXPECT_TRUE(waitUntil([&] { return agenda->isIdle() && shows("His"); }));
}

} // namespace
} // namespace crm::test
