// The walk through the window for who is new.
#include "tests/ui/list_fixture.h"
#include "ui/shell/welcome_tour.h"

namespace crm::test {
namespace {

class Welcome : public ListTest
{
protected:
    WelcomeTour *running()
    {
        const auto all = window->findChildren<WelcomeTour *>();
        for (WelcomeTour *tour : all)
            if (tour->isVisible())
                return tour;
        return nullptr;
    }
};

TEST_F(Welcome, NeverBeginsUnasked)
{
    open();
    EXPECT_FALSE(waitUntil([&] { return running() != nullptr; }, 600));
}

TEST_F(Welcome, BeginsOnceForAPerson)
{
    open();
    WelcomeTour::offer(*window);
    ASSERT_TRUE(waitUntil([&] { return running() != nullptr; }));
    QTest::keyClick(window->focusWidget(), Qt::Key_Escape);
    ASSERT_TRUE(waitUntil([&] { return running() == nullptr; }));
    EXPECT_TRUE(WelcomeTour::wasSeen(*window));
    window.reset();
    show();
    WelcomeTour::offer(*window);
    EXPECT_FALSE(waitUntil([&] { return running() != nullptr; }, 800));
    window->commands().run(QStringLiteral("program.tour"));
    EXPECT_TRUE(running()) << "asked for it comes again";
}

TEST_F(Welcome, GoesThroughTheRealPlacesWithTheKeyboard)
{
    open();
    const int tabs = window->tabs().count();
    WelcomeTour *tour = WelcomeTour::start(*window);
    ASSERT_GE(tour->count(), 5);
    ASSERT_LE(tour->count(), 7);
    QStringList headings;
    for (int step = 0; running() && step < 10; ++step) {
        headings << tour->heading();
        if (step > 0) {
            EXPECT_TRUE(waitUntil([&] { return !tour->lit().isNull(); })) << qPrintable(tour->heading());
            EXPECT_TRUE(window->rect().contains(tour->lit())) << qPrintable(tour->heading());
        }
        EXPECT_TRUE(tour->isAncestorOf(window->focusWidget())) << "nobody types into what is dimmed";
        QTest::keyClick(window->focusWidget(), Qt::Key_Tab);
        EXPECT_TRUE(tour->isAncestorOf(window->focusWidget())) << "the keys go round within it";
        const bool last = tour->at() + 1 == tour->count();
        QTest::keyClick(window->focusWidget(), Qt::Key_Right);
        if (last)
            break;
    }
    EXPECT_TRUE(waitUntil([&] { return !running(); }));
    EXPECT_EQ(headings.removeDuplicates(), 0);
    EXPECT_LE(window->tabs().count(), tabs + 1) << "the form that was shown is closed, the list stays";
}

TEST_F(Welcome, GoesBackAndLeavesTheFocusWhereItWas)
{
    open();
    ListPanel &panel = itemsList();
    panel.searchEdit()->setFocus();
    WelcomeTour *tour = WelcomeTour::start(*window);
    const QString first = tour->heading();
    tour->go(1);
    EXPECT_NE(tour->heading(), first);
    QTest::keyClick(window->focusWidget(), Qt::Key_Left);
    EXPECT_EQ(tour->heading(), first);
    tour->leave();
    EXPECT_EQ(window->focusWidget(), panel.searchEdit());
}

} // namespace
} // namespace crm::test
