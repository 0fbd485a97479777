// What a person arranges follows them to another computer; favourites.
#include "tests/ui/shell_fixture.h"
#include "ui/shell/own_settings.h"
#include "ui/shell/palette.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/top_bar.h"
#include <QToolButton>

namespace crm::test {
namespace {

class OwnSettingsTest : public WindowTest
{
protected:
    void keep()
    {
        ASSERT_TRUE(waitUntil([&] { return window->ownSettings().isSettled(); }));
        window->ownSettings().store();
        ASSERT_TRUE(waitUntil([&] { return window->ownSettings().isSettled(); }));
    }
    /// The same person at a computer that knows nothing of them.
    void moveToAnotherComputer()
    {
        keep();
        window->leave();
        window.reset();
        QSettings().clear();
        window = std::make_unique<MainWindow>(session);
        window->restoreState();
        window->show();
        ASSERT_TRUE(waitUntil([&] { return window->ownSettings().isSettled(); }));
    }
    bool isFavourite(const char *key) const { return window->sidebar().keys().mid(1, 1).contains(QLatin1String(key)); }
};

TEST_F(OwnSettingsTest, FollowThePerson)
{
    open();
    QSettings().setValue(QStringLiteral("shortcuts/go.trash"), QStringLiteral("Ctrl+J"));
    QSettings().setValue(QStringLiteral("lists/clients/sort"), QStringLiteral("city desc"));
    QSettings().setValue(QStringLiteral("lists/clients/columns"), QStringList{QStringLiteral("name")});
    QSettings().setValue(QStringLiteral("dashboard/cards/todo"), false);
    QSettings().setValue(QStringLiteral("window/splitter"), QByteArray("of this screen"));
    moveToAnotherComputer();
    EXPECT_EQ(window->commands().shortcutText(QStringLiteral("go.trash")), QStringLiteral("Ctrl+J"));
    EXPECT_EQ(QSettings().value(QStringLiteral("lists/clients/sort")).toString(), QStringLiteral("city desc"));
    EXPECT_EQ(QSettings().value(QStringLiteral("lists/clients/columns")).toStringList(), QStringList{"name"});
    EXPECT_TRUE(QSettings().contains(QStringLiteral("dashboard/cards/todo")));
    EXPECT_FALSE(QSettings().value(QStringLiteral("dashboard/cards/todo")).toBool());
    EXPECT_NE(QSettings().value(QStringLiteral("window/splitter")).toByteArray(), QByteArray("of this screen"));

    // Nothing has changed: nothing is written.
    const qint64 head = answer(session->read([](Repository &r) { return r.head(); }));
    keep();
    EXPECT_EQ(answer(session->read([](Repository &r) { return r.head(); })), head);
}

TEST_F(OwnSettingsTest, OfSomebodyElseAtThisComputerGo)
{
    open();
    QSettings().setValue(QStringLiteral("lists/clients/sort"), QStringLiteral("city desc"));
    keep();
    QSettings().setValue(QStringLiteral("lists/orders/sort"), QStringLiteral("number"));
    auto again = std::make_unique<MainWindow>(session);
    ASSERT_TRUE(waitUntil([&] { return again->ownSettings().isSettled(); }));
    EXPECT_FALSE(QSettings().contains(QStringLiteral("lists/orders/sort")));
    EXPECT_TRUE(QSettings().contains(QStringLiteral("lists/clients/sort")));
}

TEST_F(OwnSettingsTest, AreNoWorkToUndo)
{
    open();
    ASSERT_TRUE(waitUntil([&] { return window->ownSettings().isSettled(); }));
    Document client(Record(session->catalog()->at(QStringLiteral("clients")), newId()));
    client.set(QStringLiteral("name"), QStringLiteral("Roses"));
    answer(session->save(client, SaveKey::fresh()));
    window->openKey(QStringLiteral("list/clients"));
    window->commands().run(QStringLiteral("go.favourite"));
    keep();
    window->commands().run(QStringLiteral("record.undo"));
    EXPECT_TRUE(waitUntil([&] {
        return answer(session->openRecord(QStringLiteral("clients"), client.id()))
            .document.head()
            .deletedAt()
            .isValid();
    }));
    EXPECT_TRUE(isFavourite("list/clients"));
}

TEST_F(OwnSettingsTest, FavouritesStandFirstAndInThePalette)
{
    open();
    EXPECT_TRUE(window->topBar().favouriteButton()->isEnabled());
    window->openKey(QStringLiteral("list/items"));
    EXPECT_FALSE(window->topBar().favouriteButton()->isChecked());
    QTest::keyClick(window.get(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(isFavourite("list/items"));
    EXPECT_TRUE(window->topBar().favouriteButton()->isChecked());
    window->newRecord(QStringLiteral("clients"), {});
    EXPECT_FALSE(window->topBar().favouriteButton()->isEnabled()) << "what is new has no place yet";
    moveToAnotherComputer();
    EXPECT_TRUE(isFavourite("list/items"));
    window->openKey(QStringLiteral("list/items"));
    QTest::mouseClick(window->topBar().favouriteButton(), Qt::LeftButton);
    EXPECT_FALSE(isFavourite("list/items"));
    EXPECT_EQ(window->sidebar().keys().count(QStringLiteral("list/items")), 1);
}

} // namespace
} // namespace crm::test
