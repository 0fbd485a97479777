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
    QSettings().setValue(ownSetting(QStringLiteral("lists/clients/sort")), QStringLiteral("city desc"));
    QSettings().setValue(ownSetting(QStringLiteral("lists/clients/columns")), QStringList{QStringLiteral("name")});
    QSettings().setValue(ownSetting(QStringLiteral("dashboard/cards/todo")), false);
    QSettings().setValue(QStringLiteral("window/splitter"), QByteArray("of this screen"));
    moveToAnotherComputer();
    EXPECT_EQ(window->commands().shortcutText(QStringLiteral("go.trash")), QStringLiteral("Ctrl+J"));
    EXPECT_EQ(QSettings().value(ownSetting(QStringLiteral("lists/clients/sort"))).toString(),
              QStringLiteral("city desc"));
    EXPECT_EQ(QSettings().value(ownSetting(QStringLiteral("lists/clients/columns"))).toStringList(),
              QStringList{"name"});
    EXPECT_TRUE(QSettings().contains(ownSetting(QStringLiteral("dashboard/cards/todo"))));
    EXPECT_FALSE(QSettings().value(ownSetting(QStringLiteral("dashboard/cards/todo"))).toBool());
    EXPECT_NE(QSettings().value(QStringLiteral("window/splitter")).toByteArray(), QByteArray("of this screen"));

    // Nothing has changed: nothing is written.
    const qint64 head = answer(session->read([](Repository &r) { return r.head(); }));
    keep();
    EXPECT_EQ(answer(session->read([](Repository &r) { return r.head(); })), head);
}

TEST_F(OwnSettingsTest, WhatIsInTheDatabaseCounts)
{
    open();
    QSettings().setValue(ownSetting(QStringLiteral("lists/clients/sort")), QStringLiteral("city desc"));
    keep();
    QSettings().setValue(ownSetting(QStringLiteral("lists/orders/sort")), QStringLiteral("number"));
    auto again = std::make_unique<MainWindow>(session);
    ASSERT_TRUE(waitUntil([&] { return again->ownSettings().isSettled(); }));
    EXPECT_FALSE(QSettings().contains(ownSetting(QStringLiteral("lists/orders/sort"))));
    EXPECT_TRUE(QSettings().contains(ownSetting(QStringLiteral("lists/clients/sort"))));
}

TEST_F(OwnSettingsTest, OfTwoDatabasesAreKeptApart)
{
    const QString sort = QStringLiteral("lists/clients/sort");
    open();
    const QString mine = ownSetting(sort);
    QSettings().setValue(mine, QStringLiteral("city desc"));
    QSettings().setValue(ownSetting(QStringLiteral("sidebar/folded")), QStringLiteral("sales"));
    keep();
    // As two programs side by side: the first goes on storing its own meanwhile.
    TempDatabase other;
    auto elsewhere = answer(Session::open({Target::LocalFile, other.path()}, {}, other.registry()));
    auto second = std::make_unique<MainWindow>(elsewhere);
    ASSERT_TRUE(waitUntil([&] { return second->ownSettings().isSettled(); }));
    EXPECT_NE(ownSetting(sort), mine);
    EXPECT_FALSE(QSettings().contains(ownSetting(sort)));
    EXPECT_FALSE(QSettings().contains(ownSetting(QStringLiteral("sidebar/folded"))));
    QSettings().setValue(ownSetting(sort), QStringLiteral("name"));
    second->ownSettings().store();
    keep();
    second.reset();
    elsewhere.reset();
    moveToAnotherComputer();
    EXPECT_EQ(QSettings().value(mine).toString(), QStringLiteral("city desc"));
    EXPECT_EQ(ownSetting(sort), mine);
}

TEST_F(OwnSettingsTest, OfBeforeTheyWereKeptApartAreTakenOverOnce)
{
    const QString columns = QStringLiteral("lists/clients/columns"), where = QStringLiteral("lists/clients/where");
    QSettings().setValue(columns, QStringList{QStringLiteral("name=200"), QStringLiteral("city=90")});
    QSettings().setValue(where, QStringLiteral("city = Omsk"));
    QSettings().setValue(QStringLiteral("window/lists_of"), QStringLiteral("/of/another.mycrm"));
    open();
    EXPECT_EQ(QSettings().value(ownSetting(columns)).toStringList().value(1), QStringLiteral("city=90"));
    EXPECT_FALSE(QSettings().contains(ownSetting(where))) << "looked for in another database";
    QSettings().remove(ownSetting(columns));
    show();
    ASSERT_TRUE(waitUntil([&] { return window->ownSettings().isSettled(); }));
    EXPECT_FALSE(QSettings().contains(ownSetting(columns))) << "once is enough";
    EXPECT_TRUE(QSettings().contains(columns)) << "for the next database";

    QSettings().setValue(QStringLiteral("window/lists_of"), session->target().key());
    QSettings().remove(ownSetting(QStringLiteral("begun")));
    show();
    EXPECT_EQ(QSettings().value(ownSetting(where)).toString(), QStringLiteral("city = Omsk"));
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
