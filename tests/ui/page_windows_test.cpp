// Pages that stand in windows of their own.
#include "tests/ui/record_fixture.h"
#include "ui/records/list_panel.h"
#include "ui/shell/page_windows.h"
#include "ui/style/widgets.h"
#include <QLineEdit>
#include <QPushButton>

using namespace crm;
using namespace crm::test;

namespace {

class PagesInWindows : public RecordTest
{
protected:
    void SetUp() override
    {
        RecordTest::SetUp();
        open();
    }
    /// The record on a page of its own.
    PageWindow &tornOut(Id id)
    {
        record(clients, id);
        window->commands().run(QStringLiteral("tab.window"));
        PageWindow *found = pages().find(keyOf(id));
        if (!found)
            throw std::runtime_error("no window");
        return *found;
    }
    RecordPage &pageOf(const PageWindow &one) { return *qobject_cast<RecordPage *>(one.page()); }
    QString keyOf(Id id) const { return QStringLiteral("record/clients/%1").arg(id); }
    PageWindows &pages() { return window->pageWindows(); }
    bool gone()
    {
        return waitUntil([&] { return pages().windows().isEmpty(); });
    }
    const QString clients = QStringLiteral("clients");
};

} // namespace

TEST_F(PagesInWindows, TakeAlongWhatIsTypedAndBringItBack)
{
    const Id id = make(clients, QStringLiteral("Roses"));
    RecordPage &page = record(clients, id);
    type(page, "phone", QStringLiteral("123"));
    window->commands().run(QStringLiteral("tab.window"));
    PageWindow *own = pages().find(keyOf(id));
    ASSERT_TRUE(own);
    EXPECT_EQ(own->page(), &page) << "the same page, not a new one";
    EXPECT_TRUE(own->windowTitle().contains(QLatin1String("Roses")));
    EXPECT_FALSE(window->tabs().isOpen(keyOf(id)));
    EXPECT_EQ(line(page, "phone").text(), QStringLiteral("123"));

    QTest::keyClick(own, Qt::Key_S, Qt::ControlModifier); // the keys of the main window work here
    ASSERT_TRUE(waitUntil([&] { return !page.hasUnsavedChanges() && page.isIdle(); }));
    EXPECT_EQ(stored(clients, id).head().text(QStringLiteral("phone")), QStringLiteral("123"));
    EXPECT_TRUE(own->toastPopup().isVisible()) << "said where one is";
    EXPECT_FALSE(window->toastPopup().isVisible());

    type(page, "city", QStringLiteral("Omsk"));
    own->returnButton()->click();
    EXPECT_TRUE(gone());
    EXPECT_EQ(window->tabs().currentPage(), &page);
    EXPECT_TRUE(page.hasUnsavedChanges());
    ASSERT_TRUE(waitUntil([&] { return window->isActiveWindow(); })) << "it has gone there";
    ASSERT_TRUE(saveAll(page));
    EXPECT_EQ(stored(clients, id).head().text(QStringLiteral("city")), QStringLiteral("Omsk"));
}

TEST_F(PagesInWindows, AreFoundInsteadOfOpenedTwice)
{
    const Id id = make(clients, QStringLiteral("Roses"));
    const PageWindow &own = tornOut(id);
    window->activateWindow();
    pages().setInHost();
    const int before = window->tabs().count();
    window->openRecord(clients, id);
    EXPECT_EQ(pages().active(), &own);
    EXPECT_EQ(window->tabs().count(), before);
    window->tabs().goBack(); // to what stands in a window now: stepped over
    EXPECT_FALSE(window->tabs().isOpen(keyOf(id)));
    // What is opened from there comes among the tabs.
    const Id second = make(clients, QStringLiteral("Tulips"));
    window->openRecord(clients, second);
    EXPECT_EQ(window->tabs().currentKey(), keyOf(second));
    EXPECT_FALSE(pages().active());
}

TEST_F(PagesInWindows, AskBeforeTheyCloseOverWhatIsTyped)
{
    const Id id = make(clients, QStringLiteral("Roses"));
    PageWindow &own = tornOut(id);
    type(pageOf(own), "phone", QStringLiteral("555123"));
    Prompts::setNextAnswer(Prompts::Cancel);
    own.close();
    EXPECT_TRUE(own.isVisible());
    Prompts::setNextAnswer(Prompts::Cancel);
    EXPECT_FALSE(window->mayLeave()) << "the program would lose it too";
    Prompts::setNextAnswer(Prompts::Yes);
    window->commands().run(QStringLiteral("tab.close"));
    EXPECT_TRUE(gone()) << "saved, then closed";
    EXPECT_EQ(stored(clients, id).head().text(QStringLiteral("phone")), QStringLiteral("555123"));
    EXPECT_GT(window->tabs().count(), 0) << "no tab was closed";
}

TEST_F(PagesInWindows, ComeBackAtTheNextStart)
{
    const Id id = make(clients, QStringLiteral("Roses"));
    PageWindow &own = tornOut(id);
    own.resize(700, 500);
    window->close();
    EXPECT_TRUE(gone());
    show();
    const PageWindow *again = pages().find(keyOf(id));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->size(), QSize(700, 500));
    EXPECT_FALSE(window->tabs().isOpen(keyOf(id)));
}

TEST_F(PagesInWindows, LeaveTheMainWindowWithAPage)
{
    while (window->tabs().count() > 1)
        window->tabs().closeCurrent();
    EXPECT_EQ(window->tabs().currentKey(), QLatin1String("dashboard"));
    window->commands().run(QStringLiteral("tab.window"));
    EXPECT_TRUE(pages().windows().isEmpty()) << "the only page stays";
    window->openKey(QStringLiteral("list/clients"));
    window->openKey(QStringLiteral("dashboard"));
    window->commands().run(QStringLiteral("tab.window"));
    ASSERT_TRUE(pages().find(QStringLiteral("dashboard")));
    pages().setInHost();
    window->tabs().closeCurrent(); // the list, the last one
    EXPECT_EQ(window->tabs().currentKey(), QLatin1String("dashboard")) << "it has come back";
    EXPECT_TRUE(gone());
}

TEST_F(PagesInWindows, AreNotMadeOfATabWhosePageIsGone)
{
    window->openKey(QStringLiteral("list/clients"));
    const int before = window->tabs().count();
    window->tabs().restore({{QStringLiteral("list/gone"), QStringLiteral("Gone"), QStringLiteral("list")}},
                           QStringLiteral("list/clients"));
    const QTabBar *bar = window->tabs().bar();
    int gone = 0;
    while (gone < bar->count() && bar->tabText(gone) != QLatin1String("Gone"))
        ++gone;
    EXPECT_FALSE(window->tabs().take(gone));
    EXPECT_EQ(window->tabs().count(), before) << "another page was taken";
}

TEST_F(PagesInWindows, AreTornOutWithTheMouse)
{
    const Id id = make(clients, QStringLiteral("Roses"));
    record(clients, id);
    QTabBar *bar = window->tabs().bar();
    const QPoint on = bar->tabRect(bar->currentIndex()).center();
    QTest::mousePress(bar, Qt::LeftButton, {}, on);
    QTest::mouseMove(bar, on + QPoint(0, 20));
    QTest::mouseRelease(bar, Qt::LeftButton, {}, on + QPoint(0, 20));
    QCoreApplication::processEvents();
    EXPECT_TRUE(pages().windows().isEmpty()) << "near the bar it only slipped";
    QTest::mousePress(bar, Qt::LeftButton, {}, on);
    QTest::mouseRelease(bar, Qt::LeftButton, {}, on + QPoint(0, 200));
    EXPECT_TRUE(waitUntil([&] { return pages().find(keyOf(id)) != nullptr; }));
}
