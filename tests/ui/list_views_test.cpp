// Saved views and rules of colour: what they keep, for whom they are, and what becomes of them when a field goes.
#include "tests/ui/record_fixture.h"
#include "ui/records/color_rules_dialog.h"
#include "ui/records/filter_bar.h"
#include "ui/records/grouped_list_model.h"
#include "ui/records/list_commands.h"
#include "ui/records/list_panel.h"
#include "ui/records/record_table.h"
#include "ui/records/view_tabs.h"
#include "ui/shell/own_settings.h"
#include <QComboBox>
#include <QMenu>
#include <QTabBar>

namespace crm::test {
namespace {

class ListViews : public RecordTest
{
protected:
    ListPanel &openList()
    {
        window->openKey(QStringLiteral("list/items"));
        EXPECT_TRUE(settle());
        auto *panel = window->tabs().currentPage()->findChild<ListPanel *>();
        EXPECT_TRUE(waitUntil([&] { return panel->isSettled(); }));
        return *panel;
    }
    Id makeItem(const QString &title, qint64 rate, bool discontinued)
    {
        auto repository = database->asSystem();
        Document document{Record(repository->catalog()->at(items))};
        document.set(QStringLiteral("title"), title);
        document.set(QStringLiteral("rate"), rate);
        document.set(QStringLiteral("discontinued"), discontinued);
        return repository->save(document).document.id();
    }
    const QString items = QStringLiteral("items");
};

TEST_F(ListViews, AStateComesBackAsItWas)
{
    ViewState state;
    state.where = QStringLiteral("rate > 5 and discontinued = no");
    state.parts = {QStringLiteral("rate > 5"), QStringLiteral("discontinued = no")};
    state.sort = QStringLiteral("-rate");
    state.columns = {QStringLiteral("title"), QStringLiteral("rate")};
    state.group = QStringLiteral("created_at:month");
    state.colors = {{QStringLiteral("rate > 100"), QStringLiteral("red"), QStringLiteral("rate")}};
    state.frozen = 1;
    const ViewState again = ViewState::fromJson(state.toJson());
    EXPECT_EQ(again, state);
    EXPECT_EQ(again.parts, state.parts);
    EXPECT_EQ(ViewState::fromJson("{\"where\":\"rate > 5\"}").where, QStringLiteral("rate > 5"))
        << "of an older program";
    EXPECT_EQ(ViewState::fromJson("nonsense"), ViewState());
}

TEST_F(ListViews, WhatIsGoneIsLeftOutAndNamed)
{
    open();
    ViewState state;
    state.where = QStringLiteral("rate > 5 and gone = no");
    state.parts = {QStringLiteral("rate > 5"), QStringLiteral("gone = no")};
    state.sort = QStringLiteral("-lost, title");
    state.columns = {QStringLiteral("title"), QStringLiteral("vanished")};
    state.group = QStringLiteral("missing");
    state.colors = {{QStringLiteral("away = 1"), QStringLiteral("red"), {}},
                    {QStringLiteral("rate > 1"), QStringLiteral("green"), {}}};
    const Policy policy = session->actor().policy;
    const UsableView view = usableView(state, *session->catalog(), items, policy);
    EXPECT_EQ(view.filter, Filter::parse(QStringLiteral("rate > 5"), *session->catalog(), items));
    ASSERT_EQ(view.sort.size(), 1);
    EXPECT_EQ(view.columns, QStringList{QStringLiteral("title")});
    EXPECT_TRUE(view.group.isNone());
    EXPECT_EQ(view.colors.size(), 1);
    EXPECT_EQ(view.left, (QStringList{QStringLiteral("gone = no"), QStringLiteral("lost"), QStringLiteral("vanished"),
                                      QStringLiteral("missing"), QStringLiteral("away = 1")}));
}

TEST_F(ListViews, RulesColourTheRowsAtHandAlsoByFieldsThatAreNotShown)
{
    makeItem(QStringLiteral("A"), 500'00, false);
    makeItem(QStringLiteral("B"), 5'00, true);
    makeItem(QStringLiteral("C"), 5'00, false);
    open();
    ListModel model(*session);
    model.setColorRules({{QStringLiteral("discontinued = yes"), QStringLiteral("grey"), {}},
                         {QStringLiteral("no_such_field = 1"), QStringLiteral("blue"), {}},
                         {QStringLiteral("rate > 100 or discontinued = yes"), QStringLiteral("red"), {}},
                         {QStringLiteral("rate < 100"), QStringLiteral("green"), QStringLiteral("title")}});
    Query q(items);
    q.columns = QStringList{QStringLiteral("title")};
    model.setQuery(q);
    ASSERT_TRUE(waitUntil([&] { return model.isTotalKnown() && model.rowCount() == 3; }));
    EXPECT_EQ(model.columnCount(), 1) << "what rules look at is no column";
    const auto tone = [&](int row, int role) { return model.index(row, 0).data(role).toString(); };
    EXPECT_EQ(tone(0, ListModel::ToneRole), QStringLiteral("red"));
    EXPECT_EQ(tone(1, ListModel::ToneRole), QStringLiteral("grey")) << "the first rule that holds";
    EXPECT_EQ(tone(2, ListModel::ToneRole), QString());
    EXPECT_EQ(tone(0, ListModel::CellToneRole), QString());
    EXPECT_EQ(tone(2, ListModel::CellToneRole), QStringLiteral("green"));
    storeElsewhere(items, model.idAt(2), "rate", qint64(700'00));
    ASSERT_TRUE(waitUntil([&] { return tone(2, ListModel::ToneRole) == QLatin1String("red"); }));
    EXPECT_EQ(tone(2, ListModel::CellToneRole), QString());
}

TEST_F(ListViews, RulesAreEditedByChips)
{
    open();
    ColorRulesDialog dialog(*window, items, {QStringLiteral("title"), QStringLiteral("rate")},
                            {{QStringLiteral("rate > 100"), QStringLiteral("red"), QStringLiteral("rate")}},
                            window.get());
    ASSERT_EQ(dialog.rows().size(), 1);
    EXPECT_EQ(dialog.rules().constFirst().tone, QStringLiteral("red"));
    EXPECT_EQ(dialog.rules().constFirst().column, QStringLiteral("rate"));
    ColorRuleRow *row = dialog.addRule({{}, QStringLiteral("green"), {}});
    EXPECT_EQ(dialog.rules().size(), 1) << "a rule without a condition is none";
    row->filterBar()->setFilter(Filter::parse(QStringLiteral("discontinued = yes"), *session->catalog(), items));
    ASSERT_EQ(dialog.rules().size(), 2);
    Q_EMIT row->upRequested();
    EXPECT_EQ(dialog.rules().constFirst().where, QStringLiteral("discontinued = yes"));
    Q_EMIT row->removeRequested();
    EXPECT_EQ(dialog.rules().size(), 1);
}

TEST_F(ListViews, AViewKeepsGroupsAndIsTheCurrentOneAfterARestart)
{
    makeItem(QStringLiteral("A"), 1, false);
    open();
    ListPanel &panel = openList();
    panel.groupBy(GroupBy::parse(QStringLiteral("discontinued")));
    ASSERT_TRUE(waitUntil([&] { return panel.groups()->isGrouped(); }));
    SavedViews &views = panel.viewTabs()->views();
    ASSERT_TRUE(waitUntil([&] { return views.isLoaded(); }));
    ViewState state;
    state.group = QStringLiteral("discontinued");
    QSignalSpy stored(&views, &SavedViews::stored);
    views.save(QStringLiteral("By sale"), state, false);
    ASSERT_TRUE(waitUntil([&] { return stored.size() == 1; }));
    const QString key = stored.at(0).at(0).toString();
    panel.groupBy({});
    ASSERT_TRUE(waitUntil([&] { return !panel.groups()->isGrouped(); }));
    QTabBar *bar = panel.viewTabs()->bar();
    bar->setCurrentIndex(0);
    for (int i = 0; i < bar->count(); ++i) {
        if (bar->tabData(i).toString() == key)
            bar->setCurrentIndex(i);
    }
    ASSERT_TRUE(waitUntil([&] { return panel.groups()->isGrouped(); }));
    window.reset();
    show();
    ListPanel &again = openList();
    ASSERT_TRUE(waitUntil([&] { return again.viewTabs()->views().isLoaded(); }));
    EXPECT_EQ(again.viewTabs()->currentKey(), key) << "the view is the current one after a restart too";
    EXPECT_FALSE(again.viewTabs()->bar()->tabText(again.viewTabs()->bar()->currentIndex()).endsWith(u'*'));
}

TEST_F(ListViews, AViewIsSharedAndRenamed)
{
    open();
    SavedViews &views = openList().viewTabs()->views();
    ASSERT_TRUE(waitUntil([&] { return views.isLoaded(); }));
    QSignalSpy stored(&views, &SavedViews::stored);
    views.save(QStringLiteral("Mine"), {}, false);
    ASSERT_TRUE(waitUntil([&] { return stored.size() == 1; }));
    const QString key = stored.at(0).at(0).toString();
    const Id id = views.find(key)->id;
    views.share(id, true);
    ASSERT_TRUE(waitUntil([&] { return views.find(key) && views.find(key)->shared; }));
    views.rename(id, QStringLiteral("Sale"));
    ASSERT_TRUE(waitUntil([&] { return views.find(key)->name == QLatin1String("Sale"); }));
}

TEST_F(ListViews, AListThatNobodyHasLookedAtOpensAsItWasLaidDownForTheRole)
{
    makeItem(QStringLiteral("A"), 1, false);
    open();
    ListPanel &first = openList();
    SavedViews &views = first.viewTabs()->views();
    ASSERT_TRUE(waitUntil([&] { return views.isLoaded(); }));
    ViewState state;
    state.group = QStringLiteral("discontinued");
    QSignalSpy stored(&views, &SavedViews::stored);
    views.save(QStringLiteral("For us"), state, false);
    ASSERT_TRUE(waitUntil([&] { return stored.size() == 1; }));
    const QString key = stored.at(0).at(0).toString();
    views.makeDefault(views.find(key)->id, session->actor().roleId);
    ASSERT_TRUE(waitUntil([&] { return views.roleDefault() != nullptr; }));
    EXPECT_TRUE(views.roleDefault()->shared);
    window.reset();
    QSettings().clear();
    show();
    ListPanel &panel = openList();
    ASSERT_TRUE(waitUntil([&] { return panel.groups()->isGrouped(); }));
    EXPECT_EQ(panel.viewTabs()->currentKey(), key);
}

TEST_F(ListViews, AViewWhoseFieldIsGoneOpensWithASentenceAndStaysAsItIs)
{
    makeItem(QStringLiteral("A"), 1, false);
    makeItem(QStringLiteral("B"), 1, true);
    Document definition{Record(database->asSystem()->catalog()->at(QStringLiteral("custom_fields")))};
    definition.set(QStringLiteral("entity"), items);
    definition.set(QStringLiteral("label"), QStringLiteral("Branch"));
    definition.set(QStringLiteral("key"), QStringLiteral("branch"));
    definition.set(QStringLiteral("kind"), QStringLiteral("text"));
    const Id field = database->asSystem()->save(definition).document.id();
    open();
    ListPanel &panel = openList();
    SavedViews &views = panel.viewTabs()->views();
    ASSERT_TRUE(waitUntil([&] { return views.isLoaded(); }));
    ASSERT_TRUE(waitUntil([&] { return session->catalog()->resolve(items, QStringLiteral("branch")); }));
    ViewState state;
    state.where = QStringLiteral("branch = North and discontinued = no");
    state.parts = {QStringLiteral("branch = North"), QStringLiteral("discontinued = no")};
    state.columns = {QStringLiteral("title"), QStringLiteral("branch")};
    state.group = QStringLiteral("branch");
    QSignalSpy stored(&views, &SavedViews::stored);
    views.save(QStringLiteral("North"), state, false);
    ASSERT_TRUE(waitUntil([&] { return stored.size() == 1; }));
    const ListView saved = *views.find(stored.at(0).at(0).toString());
    Q_EMIT panel.viewTabs()->viewChosen(saved);
    ASSERT_TRUE(waitUntil([&] { return panel.groups()->isGrouped() || panel.model()->rowCount() == 0; }));
    database->asSystem()->remove(QStringLiteral("custom_fields"), {field});
    ASSERT_TRUE(waitUntil([&] { return panel.isSettled() && panel.model()->recordCount() == 1; }))
        << "the list that is open goes on with what is left";
    EXPECT_FALSE(panel.banner()->isVisible());
    window->toast({}, {});
    Q_EMIT panel.viewTabs()->viewChosen(saved);
    EXPECT_TRUE(window->toastPopup().text().contains(QStringLiteral("North")))
        << window->toastPopup().text().toStdString();
    EXPECT_TRUE(window->toastPopup().text().contains(QStringLiteral("branch")))
        << window->toastPopup().text().toStdString();
    ASSERT_TRUE(waitUntil([&] { return panel.isSettled() && panel.model()->recordCount() == 1; }));
    EXPECT_EQ(ViewState::fromJson(RecordTest::stored(QStringLiteral("saved_views"), saved.id)
                                      .value(QStringLiteral("query"))
                                      .toString()
                                      .toUtf8()),
              state)
        << "with the field the view would come back";
}

TEST_F(ListViews, ManyViewsOfOthersHideNoneOfOnesOwn)
{
    {
        auto his = database->as(QStringLiteral("admin"), {});
        ASSERT_TRUE(his);
        for (int i = 0; i < 210; ++i) {
            Document d{Record(his->catalog()->at(QStringLiteral("saved_views")))};
            d.set(QStringLiteral("name"), QStringLiteral("A%1").arg(i));
            d.set(QStringLiteral("entity"), items);
            d.set(QStringLiteral("query"), QStringLiteral("{}"));
            his->save(d);
        }
        Document last{Record(his->catalog()->at(QStringLiteral("saved_views")))};
        last.set(QStringLiteral("name"), QStringLiteral("Z for all"));
        last.set(QStringLiteral("entity"), items);
        last.set(QStringLiteral("query"), QStringLiteral("{}"));
        last.set(QStringLiteral("shared"), true);
        his->save(last);
    }
    database->addUser(QStringLiteral("anna"), QStringLiteral("Staff (own records)"));
    open({QStringLiteral("anna"), QStringLiteral("secret-1")});
    SavedViews &views = openList().viewTabs()->views();
    ASSERT_TRUE(waitUntil([&] { return views.isLoaded(); }));
    EXPECT_EQ(views.all().constLast().name, QStringLiteral("Z for all"));
    for (const ListView &view : views.all())
        EXPECT_FALSE(view.name.startsWith(QStringLiteral("A")) && view.id != 0) << "not hers to see in a menu";
}

TEST_F(ListViews, AConditionOnWhatIsGoneIsNotRememberedInSilence)
{
    makeItem(QStringLiteral("A"), 500'00, false);
    open();
    {
        ListPanel &panel = openList();
        Q_EMIT panel.viewTabs()->viewChosen({QStringLiteral("x"),
                                             QStringLiteral("X"),
                                             {QStringLiteral("rate > 1"), {}, {}, {QStringLiteral("rate > 1")}}});
        ASSERT_TRUE(waitUntil([&] { return panel.isSettled(); }));
    }
    window.reset();
    QSettings settings;
    settings.setValue(ownSetting(QStringLiteral("lists/items/where")), QStringLiteral("rate > 1 and gone = 2"));
    ViewState look = ViewState::fromJson(settings.value(ownSetting(QStringLiteral("lists/items/look"))).toByteArray());
    look.parts = {QStringLiteral("rate > 1"), QStringLiteral("gone = 2")};
    settings.setValue(ownSetting(QStringLiteral("lists/items/look")), look.toJson());
    settings.sync();
    show();
    ListPanel &again = openList();
    EXPECT_EQ(again.filterBar()->filter(), Filter::parse(QStringLiteral("rate > 1"), *session->catalog(), items));
    EXPECT_TRUE(window->toastPopup().text().contains(QStringLiteral("gone = 2")))
        << window->toastPopup().text().toStdString();
}

TEST_F(ListViews, TheMenuOfARowHasTheColumnToo)
{
    makeItem(QStringLiteral("A"), 1, false);
    open();
    ListPanel &panel = openList();
    panel.table()->setCurrentIndex(panel.model()->index(0, 0));
    QMenu menu;
    Q_EMIT panel.commands()->menuShown(&menu);
    QMenu *column = nullptr;
    for (QAction *action : menu.actions())
        column = action->menu() ? action->menu() : column;
    ASSERT_TRUE(column);
    const QList<QAction *> actions = column->actions();
    const auto freeze = std::find_if(actions.begin(), actions.end(),
                                     [](QAction *a) { return a->text().contains(QStringLiteral("in sight")); });
    ASSERT_NE(freeze, actions.end());
    (*freeze)->trigger();
    EXPECT_EQ(panel.table()->frozenColumns(), 1) << "without a mouse";
}

TEST_F(ListViews, AnothersChangeFlashes)
{
    const Id id = makeItem(QStringLiteral("A"), 1, false);
    open();
    ListPanel &panel = openList();
    QSignalSpy flashed(panel.model(), &ListModel::flashed);
    EXPECT_FALSE(panel.model()->isFlashing());
    storeElsewhere(items, id, "rate", qint64(77));
    ASSERT_TRUE(waitUntil([&] { return flashed.size() > 0; }));
    EXPECT_GT(panel.model()->index(0, 0).data(ListModel::FlashRole).toDouble(), 0.0);
    ASSERT_TRUE(waitUntil([&] { return !panel.model()->isFlashing(); })) << "it fades";
}

} // namespace
} // namespace crm::test
