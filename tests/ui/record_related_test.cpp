// The lists that hang on a record: tabs that can be read, told apart, and reached by keys; what stands in an empty one.
#include "tests/ui/record_fixture.h"
#include "ui/records/related_tab.h"
#include "ui/records/related_tabs.h"
#include "ui/records/side_tabs.h"
#include <QLabel>
#include <QLayout>
#include <QMenu>
#include <QScrollArea>
#include <QSet>
#include <QTabBar>
#include <QToolButton>

namespace crm::test {
namespace {

const QString taxes = QStringLiteral("taxes");

QStringList visibleTabs(const RelatedTabs &tabs)
{
    QStringList names;
    for (int i = 0; i < tabs.count(); ++i) {
        if (tabs.tabBar()->isTabVisible(i))
            names << tabs.tabText(i);
    }
    return names;
}

QStringList menuOf(const RelatedTabs &tabs)
{
    QMenu *menu = tabs.moreButton()->menu();
    Q_EMIT menu->aboutToShow();
    QStringList names;
    for (const QAction *action : menu->actions())
        names << action->text();
    return names;
}

class RelatedLists : public RecordTest
{
protected:
    Id makeTax()
    {
        auto repository = database->asSystem();
        Document tax{Record(repository->catalog()->at(taxes))};
        tax.set(QStringLiteral("name"), QStringLiteral("VAT"));
        tax.set(QStringLiteral("percent"), qint64(20'000));
        return repository->save(tax).document.id();
    }
    RelatedTabs &related(const QString &entity, Id id)
    {
        window->resize(1280, 760);
        auto *tabs = record(entity, id).findChild<RelatedTabs *>();
        if (!tabs)
            throw std::runtime_error("no related lists");
        EXPECT_TRUE(waitUntil([&] { return tabs->isVisible() && visibleTabs(*tabs).size() > 1; }));
        return *tabs;
    }
};

TEST_F(RelatedLists, HaveWholeNamesAndAMenuForTheRest)
{
    open();
    RelatedTabs &tabs = related(taxes, makeTax());
    const QList<QTabWidget *> others = current().findChildren<QTabWidget *>();
    for (const QTabWidget *one : others) {
        for (int i = 0; i < one->count(); ++i)
            EXPECT_FALSE(one->tabToolTip(i).isEmpty()) << qPrintable(one->tabText(i));
    }
    const QFontMetrics metrics(tabs.tabBar()->font());
    for (int i = 0; i < tabs.count(); ++i) {
        if (tabs.tabBar()->isTabVisible(i)) {
            EXPECT_GE(tabs.tabBar()->tabRect(i).width(), metrics.horizontalAdvance(tabs.tabText(i))) << i;
            EXPECT_LE(tabs.tabBar()->tabRect(i).right(), tabs.moreButton()->x()) << i;
        }
    }
    const QStringList shown = visibleTabs(tabs), rest = menuOf(tabs);
    EXPECT_TRUE(tabs.moreButton()->isVisible());
    EXPECT_GE(shown.size(), 2);
    EXPECT_EQ(shown.size() + rest.size(), tabs.count());
    tabs.moreButton()->menu()->actions().constLast()->trigger();
    EXPECT_EQ(tabs.tabText(tabs.currentIndex()), rest.constLast());
    EXPECT_TRUE(visibleTabs(tabs).contains(rest.constLast())) << "the current one always has room";
}

/// What scrolls the form with the lists below it.
const QScrollArea &areaOf(const RelatedTabs &tabs)
{
    const auto *area = qobject_cast<const QScrollArea *>(tabs.parentWidget()->parentWidget()->parentWidget());
    if (!area)
        throw std::runtime_error("the lists do not scroll with the form");
    return *area;
}

TEST_F(RelatedLists, TakeWhatAShortFormLeavesOfThePage)
{
    open();
    RelatedTabs &tabs = related(taxes, makeTax());
    window->resize(1280, 1000);
    const QScrollArea &area = areaOf(tabs);
    const QWidget &content = *area.widget();
    const auto reachesTheEnd = [&] {
        return content.height() == area.viewport()->height() &&
               content.height() - tabs.geometry().bottom() - 1 == content.layout()->contentsMargins().bottom();
    };
    EXPECT_TRUE(waitUntil(reachesTheEnd)) << tabs.geometry().bottom() << " of " << area.viewport()->height();
    EXPECT_EQ(current().form()->height(), current().form()->sizeHint().height()) << "the form is not pulled apart";
    const int tall = tabs.height();
    window->resize(1280, 900);
    EXPECT_TRUE(waitUntil([&] { return reachesTheEnd() && tabs.height() == tall - 100; }));
}

TEST_F(RelatedLists, ScrollWithALongForm)
{
    const Id client = make(QStringLiteral("clients"), QStringLiteral("Neighbour"));
    open();
    RelatedTabs &tabs = related(QStringLiteral("clients"), client);
    const QScrollArea &area = areaOf(tabs);
    EXPECT_GT(area.widget()->height(), area.viewport()->height());
    EXPECT_TRUE(waitUntil([&] { // the list under it says that it is empty, which takes a turn
        return tabs.height() == qMax(tabs.sizeHint().height(), tabs.minimumSizeHint().height());
    })) << tabs.height();
}

TEST_F(RelatedLists, AreAllReachedByKeys)
{
    open();
    RelatedTabs &tabs = related(taxes, makeTax());
    tabs.tabBar()->setFocus();
    for (int i = 1; i < tabs.count(); ++i) {
        press(Qt::Key_Right);
        ASSERT_EQ(tabs.currentIndex(), i);
        ASSERT_TRUE(tabs.tabBar()->isTabVisible(i));
    }
    press(Qt::Key_Home);
    EXPECT_EQ(tabs.currentIndex(), 0);
    press(Qt::Key_End);
    EXPECT_EQ(tabs.currentIndex(), tabs.count() - 1);
}

TEST_F(RelatedLists, OfOneKindByTwoFieldsAreToldApart)
{
    open();
    const QString roles = QStringLiteral("roles");
    const QList<std::pair<QString, Id>> records{{taxes, makeTax()}, {roles, make(roles, QStringLiteral("Visitors"))}};
    for (const auto &[entity, id] : records) {
        const RelatedTabs &tabs = related(entity, id);
        QSet<QString> names;
        QSet<QString> entities;
        for (int i = 0; i < tabs.count(); ++i) {
            names.insert(tabs.tabText(i));
            entities.insert(qobject_cast<const RelatedTab *>(tabs.widget(i))->entity());
        }
        EXPECT_EQ(names.size(), tabs.count()) << qPrintable(entity);
        EXPECT_LT(entities.size(), tabs.count()) << "nothing to tell apart: " << qPrintable(entity);
    }
}

TEST_F(RelatedLists, WhatStandsBesideTheRecordIsNeverShortened)
{
    const QString clients = QStringLiteral("clients");
    const Id client = make(clients, QStringLiteral("Neighbour"));
    open();
    window->resize(1600, 760);
    const auto *side = record(clients, client).findChild<SideTabs *>();
    ASSERT_TRUE(side);
    QTabBar &bar = *side->tabBar();
    const auto names = [&] {
        QStringList all;
        for (int i = 0; i < bar.count(); ++i) {
            if (!bar.tabText(i).isEmpty())
                all << bar.tabText(i);
        }
        return all;
    };
    ASSERT_TRUE(waitUntil([&] { return side->isVisible() && names().size() == 3; })) << "comments, files, history";
    const QStringList called = names();
    for (const int percent : {200, 100, 200}) { // the column is as wide as before, its words are not
        Appearance look;
        look.textPercent = percent;
        applyAppearance(look);
        EXPECT_TRUE(waitUntil([&] { return names() == (percent > 100 ? QStringList() : called); }))
            << percent << ": " << side->width() << " for " << qPrintable(names().join(u' '));
        for (int i = 0; i < bar.count(); ++i) {
            EXPECT_FALSE(bar.tabText(i).isEmpty() && bar.tabIcon(i).isNull()) << i << " at " << percent;
            EXPECT_FALSE(bar.tabToolTip(i).isEmpty());
            EXPECT_FALSE(bar.accessibleTabName(i).isEmpty());
        }
        EXPECT_LE(bar.tabRect(bar.count() - 1).right(), side->width());
    }
}

TEST_F(SettingsTest, SideTabsShowTheirIconsOnceTheirNamesHaveNoRoom)
{
    SideTabs tabs(nullptr);
    auto *bell = new QWidget;
    tabs.addNamed(new QWidget, QStringLiteral("Comments"), QStringLiteral("comment"));
    tabs.addIcon(bell, QStringLiteral("Reminders"), QStringLiteral("bell"));
    tabs.addNamed(new QWidget, QStringLiteral("History"), QStringLiteral("history"));
    tabs.resize(400, 300);
    tabs.show();
    int least = 400;
    for (; least > 0 && !tabs.tabText(0).isEmpty(); --least)
        tabs.resize(least, 300);
    ASSERT_GT(least, 0);
    EXPECT_TRUE(tabs.tabText(2).isEmpty()) << "all of them, or none";
    EXPECT_FALSE(tabs.tabIcon(0).isNull() || tabs.tabIcon(2).isNull());
    EXPECT_EQ(tabs.tabToolTip(0), QStringLiteral("Comments"));
    EXPECT_EQ(tabs.tabBar()->accessibleTabName(0), QStringLiteral("Comments"));
    tabs.resize(least + 2, 300);
    EXPECT_EQ(tabs.tabText(0), QStringLiteral("Comments"));
    EXPECT_TRUE(tabs.tabIcon(0).isNull());
    EXPECT_GE(tabs.tabBar()->width(), tabs.tabBar()->tabRect(2).right()) << "whole";
    tabs.setNumber(bell, 1234);
    EXPECT_EQ(tabs.tabText(1), QStringLiteral("1234"));
    EXPECT_TRUE(tabs.tabText(0).isEmpty()) << "the number takes the room";
    tabs.setNumber(bell, 0);
    EXPECT_EQ(tabs.tabText(0), QStringLiteral("Comments"));
    EXPECT_TRUE(tabs.tabText(1).isEmpty());
}

TEST_F(SettingsTest, ListsWithRowsComeBeforeEmptyOnes)
{
    RelatedTabs tabs(nullptr);
    for (int i = 0; i < 20; ++i)
        tabs.addList(new QWidget, QStringLiteral("List of sorts %1").arg(i));
    tabs.resize(600, 400);
    tabs.show();
    EXPECT_FALSE(visibleTabs(tabs).contains(QStringLiteral("List of sorts 17")));
    tabs.setCount(17, 100, true);
    EXPECT_TRUE(visibleTabs(tabs).contains(QStringLiteral("List of sorts 17 (100+)")));
    EXPECT_TRUE(menuOf(tabs).contains(QStringLiteral("List of sorts 5")));
    tabs.resize(6000, 400);
    EXPECT_EQ(visibleTabs(tabs).size(), 20);
    EXPECT_FALSE(tabs.moreButton()->isVisible());
}

/// What is seen stands below each other, each as high as it wants to be.
void expectNothingSqueezed(const EmptyState &state)
{
    QList<QWidget *> parts = state.findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    parts.removeIf([](const QWidget *part) { return !part->isVisible(); });
    std::sort(parts.begin(), parts.end(), [](const QWidget *a, const QWidget *b) { return a->y() < b->y(); });
    int below = 0;
    for (const QWidget *part : std::as_const(parts)) {
        EXPECT_GE(part->y(), below) << part->metaObject()->className() << " at " << state.height();
        const int wanted = part->hasHeightForWidth() ? part->heightForWidth(part->width()) : part->sizeHint().height();
        EXPECT_GE(part->height(), wanted) << part->metaObject()->className() << " at " << state.height();
        below = part->geometry().bottom() + 4;
    }
    EXPECT_LE(below - 4, state.height());
}

TEST_F(SettingsTest, AnEmptyListIsNotSqueezed)
{
    EmptyState state(QStringLiteral("invoices"), QStringLiteral("Nothing here yet"),
                     QStringLiteral("Invoices: what your clients owe you. The number comes when it is issued, and "
                                    "what is issued stays as it is."),
                     nullptr);
    state.setAction(QStringLiteral("New invoice"), [] {});
    QPushButton &button = *state.actionButton();
    for (const int percent : {100, 150}) {
        Appearance look;
        look.textPercent = percent;
        applyAppearance(look);
        state.show();
        for (const int width : {260, 500, 900}) {
            for (int height = 600; height > 0; height -= 20) {
                state.resize(width, qMax(height, state.minimumSizeHint().height()));
                QCoreApplication::sendPostedEvents();
                expectNothingSqueezed(state);
                EXPECT_TRUE(button.isVisible());
            }
        }
    }
    EXPECT_LT(state.minimumSizeHint().height(), 200) << "docks may be low";
}

TEST_F(RelatedLists, EmptyOnesSayWhatBelongsThereAlsoInLargeType)
{
    Appearance look;
    look.textPercent = 150;
    applyAppearance(look);
    open();
    RelatedTabs &tabs = related(taxes, makeTax());
    ASSERT_TRUE(waitUntil([&] { return tabs.findChild<EmptyState *>()->isVisibleTo(&tabs); }));
    QCoreApplication::sendPostedEvents();
    const auto &state = *tabs.findChild<EmptyState *>();
    expectNothingSqueezed(state);
    EXPECT_TRUE(state.findChildren<QLabel *>().at(1)->isVisibleTo(&state));
}

} // namespace
} // namespace crm::test
