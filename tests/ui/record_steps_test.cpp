// From a record to its neighbours in the list, by keys and by buttons.
#include "tests/ui/list_fixture.h"
#include "ui/records/grouped_list_model.h"
#include "ui/records/record_steps.h"
#include "ui/records/record_table.h"
#include <QToolButton>

namespace crm::test {
namespace {

class Steps : public ListTest
{
protected:
    void SetUp() override
    {
        RecordTest::SetUp();
        makeItems(250, [](Document &item, int i) {
            item.set(QStringLiteral("code"), i < 2 ? QStringLiteral("aa") : QStringLiteral("bb"));
        });
    }
    ListPanel &openList()
    {
        open();
        return itemsList();
    }
    bool shows(const char *title)
    {
        return waitUntil([&] {
            auto *page = qobject_cast<RecordPage *>(window->tabs().currentPage());
            return page && page->isSettled() && page->title() == QLatin1String(title);
        });
    }
};

TEST_F(Steps, GoThroughTheListInOneTab)
{
    ListPanel &panel = openList();
    record(items, panel.model()->idAt(0));
    const int tabs = window->tabs().count();
    EXPECT_FALSE(window->commands().find("record.previous")->enabled());
    press(Qt::Key_PageDown, Qt::AltModifier);
    ASSERT_TRUE(shows("Item 00001"));
    EXPECT_EQ(window->tabs().count(), tabs) << "the next one takes the place of the tab";
    EXPECT_EQ(panel.table()->currentIndex().row(), 1) << "the list goes along";
    auto *steps = window->tabs().currentPage()->findChild<RecordSteps *>();
    ASSERT_TRUE(steps && steps->isVisible());
    steps->findChildren<QToolButton *>().at(0)->click();
    ASSERT_TRUE(shows("Item 00000"));
    for (int i = 1; i < 240; ++i) { // beyond what the list had at hand
        window->commands().run(QStringLiteral("record.next"));
        ASSERT_TRUE(shows(qPrintable(nameOf(i)))) << i;
        ASSERT_TRUE(waitUntil([&] { return window->commands().find("record.next")->enabled(); })) << i;
    }
}

TEST_F(Steps, ARecordThatIsBeingChangedKeepsItsTab)
{
    ListPanel &panel = openList();
    RecordPage &page = record(items, panel.model()->idAt(3));
    const int tabs = window->tabs().count();
    type(page, "code", QStringLiteral("new"));
    ASSERT_TRUE(page.hasUnsavedChanges());
    window->commands().run(QStringLiteral("record.next"));
    ASSERT_TRUE(shows("Item 00004"));
    EXPECT_EQ(window->tabs().count(), tabs + 1);
    EXPECT_TRUE(page.hasUnsavedChanges());
}

TEST_F(Steps, PassTheHeadsOfGroups)
{
    ListPanel &panel = openList();
    panel.groupBy(GroupBy::parse(QStringLiteral("code")));
    ASSERT_TRUE(waitUntil([&] { return panel.groups()->isGrouped() && panel.model()->idAt(2) != 0; }));
    record(items, panel.model()->idAt(2)); // Item 00001, the last of its group
    window->commands().run(QStringLiteral("record.next"));
    ASSERT_TRUE(shows("Item 00002"));
    window->commands().run(QStringLiteral("record.previous"));
    ASSERT_TRUE(shows("Item 00001"));
}

TEST_F(Steps, AreNotOfferedWithoutAList)
{
    open();
    const Id id = make(items, QStringLiteral("Alone"));
    RecordPage &page = record(items, id);
    EXPECT_FALSE(window->commands().find("record.next")->enabled());
    EXPECT_FALSE(page.findChild<RecordSteps *>()->findChildren<QToolButton *>().at(0)->isVisible());
}

} // namespace
} // namespace crm::test
