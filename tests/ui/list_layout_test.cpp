// How a list uses its room: columns as wide as what they hold, views that do not fit in a menu.
#include "tests/ui/shell_fixture.h"
#include "ui/records/list_header.h"
#include "ui/records/list_panel.h"
#include "ui/records/record_table.h"
#include "ui/records/view_tabs.h"
#include "ui/style/tokens.h"
#include <QMenu>
#include <QToolButton>

namespace crm::test {
namespace {

class ListLayout : public WindowTest
{
protected:
    /// The page of the list, with one client of a long name.
    ListPanel &panel(const QString &name, int width)
    {
        MainWindow &window = open();
        make(QStringLiteral("clients"), name);
        window.resize(width, 700);
        window.openList(QStringLiteral("clients"));
        auto *found = window.tabs().currentPage()->findChild<ListPanel *>();
        EXPECT_TRUE(waitUntil([&] { return found->isSettled() && found->model()->rowCount() == 1; }));
        settle();
        return *found;
    }
    static void settle()
    {
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
    }
    static int widthOf(ListPanel &panel, const QString &path)
    {
        for (int column = 0; column < panel.model()->columnCount(); ++column) {
            if (panel.model()->pathAt(column) == path)
                return panel.table()->header()->sectionSize(column);
        }
        return -1;
    }
};

TEST_F(ListLayout, ColumnsAreAsWideAsWhatTheyHold)
{
    const QString name = QStringLiteral("Limited company of the long name");
    ListPanel &list = panel(name, 1600);
    const int needed = QFontMetrics(fontFor(TextRole::Strong)).horizontalAdvance(name);
    EXPECT_GE(widthOf(list, QStringLiteral("name")), needed);
    int sum = 0;
    for (int column = 0; column < list.model()->columnCount(); ++column)
        sum += list.table()->header()->sectionSize(column);
    EXPECT_LE(sum, list.table()->viewport()->width()) << "what there is room for needs no scrolling";
}

TEST_F(ListLayout, AWidthThatWasDrawnStays)
{
    ListPanel &list = panel(QStringLiteral("Client"), 1600);
    list.table()->header()->resizeSection(0, 333);
    window->resize(1200, 700);
    settle();
    EXPECT_EQ(widthOf(list, QStringLiteral("name")), 333);
}

TEST_F(ListLayout, ViewsWithoutRoomStandInTheMenu)
{
    ListPanel &list = panel(QStringLiteral("Client"), 1900);
    ViewBar *bar = list.viewTabs()->bar();
    const auto shown = [&] {
        int count = 0;
        for (int i = 0; i < bar->count(); ++i)
            count += bar->isTabVisible(i) ? 1 : 0;
        return count;
    };
    ASSERT_GT(bar->count(), 3);
    EXPECT_EQ(shown(), bar->count());
    list.viewTabs()->resize(220, list.viewTabs()->height());
    settle();
    EXPECT_LT(shown(), bar->count());
    EXPECT_TRUE(bar->isTabVisible(bar->currentIndex()));

    const int hidden = bar->count() - 1;
    auto *more = list.viewTabs()->findChild<QToolButton *>();
    Q_EMIT more->menu()->aboutToShow();
    QAction *entry = nullptr;
    for (QAction *action : more->menu()->actions())
        entry = action->text() == bar->tabText(hidden) ? action : entry;
    ASSERT_TRUE(entry) << "the view that has no room is in the menu";
    entry->trigger();
    EXPECT_EQ(bar->currentIndex(), hidden);
    EXPECT_TRUE(bar->isTabVisible(hidden));
    EXPECT_LT(bar->tabRect(hidden).right(), bar->width()) << "it stands where it can be seen";
}

} // namespace
} // namespace crm::test
