// The window's own pages: dashboard, people, settings; and that none of them asks the database on the window's thread.
#include "core/store/database.h"
#include "tests/ui/shell_fixture.h"
#include "ui/admin/password_dialog.h"
#include "ui/admin/people_page.h"
#include "ui/admin/settings_page.h"
#include "ui/dashboard/dashboard_page.h"
#include "ui/dashboard/entity_card.h"
#include "ui/shell/palette.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/tour.h"
#include "ui/style/form_field.h"
#include "ui/style/widgets.h"
#include <QAbstractItemModelTester>
#include <QDirIterator>
#include <QLineEdit>
#include <QTableView>
#include <QThread>

namespace crm::test {
namespace {

class ShellPages : public WindowTest
{
protected:
    template<class P> P &page(const QString &key)
    {
        window->openKey(key);
        auto *found = qobject_cast<P *>(window->tabs().currentPage());
        if (!found)
            throw std::runtime_error("no such page: " + key.toStdString());
        EXPECT_TRUE(settle());
        return *found;
    }
    Id idOf(const QString &login)
    {
        Query query(QStringLiteral("users"));
        query.filter = Filter::where(QStringLiteral("login"), Op::Equal, login);
        return answer(session->page(query, {})).rows.value(0).id;
    }
};

TEST_F(ShellPages, TheDashboardCountsWhatTheListsHold)
{
    for (int i = 0; i < 3; ++i)
        make(QStringLiteral("clients"), QStringLiteral("Client %1").arg(i));
    open();
    auto &dashboard = page<DashboardPage>(QStringLiteral("dashboard"));
    ASSERT_FALSE(dashboard.cards().isEmpty());
    for (const EntityCard *card : dashboard.cards()) {
        const Entity &entity = session->catalog()->at(card->entityKey());
        const Totals totals =
            answer(session->totals(viewQuery(*session->catalog(), entity, entity.views().first()), {}));
        EXPECT_EQ(card->headline(), totals.count) << card->entityKey().toStdString();
    }
}

TEST_F(ShellPages, ANumberOpensItsList)
{
    open();
    auto &dashboard = page<DashboardPage>(QStringLiteral("dashboard"));
    const EntityCard *card = dashboard.cards().first();
    const auto buttons = card->findChildren<QAbstractButton *>();
    ASSERT_GE(buttons.size(), 2);
    buttons.at(1)->click();
    EXPECT_EQ(window->tabs().currentKey(), QStringLiteral("list/") + card->entityKey());
}

TEST_F(ShellPages, TheDashboardFollowsChanges)
{
    open();
    auto &dashboard = page<DashboardPage>(QStringLiteral("dashboard"));
    const auto card = std::find_if(dashboard.cards().begin(), dashboard.cards().end(),
                                   [](const EntityCard *c) { return c->entityKey() == QLatin1String("todo"); });
    ASSERT_NE(card, dashboard.cards().end());
    EXPECT_EQ((*card)->headline(), 0);
    Document item{Record(session->catalog()->at(QStringLiteral("todo")))};
    item.set(item.entity().titleField(), QStringLiteral("Call Anna"));
    answer(session->save(item, {}));
    EXPECT_TRUE(waitUntil([&] { return (*card)->headline() == 1; }));
}

TEST_F(ShellPages, PeopleAreListedAndDeactivated)
{
    open(); // while there is one person without a password
    database->addUser(QStringLiteral("boris"), QStringLiteral("Staff (own records)"));
    auto &people = page<PeoplePage>(QStringLiteral("people"));
    QAbstractItemModelTester tester(people.model(), QAbstractItemModelTester::FailureReportingMode::Warning);
    ASSERT_TRUE(waitUntil([&] { return people.model()->rowCount() == 2; }));
    auto *table = people.findChild<QTableView *>();
    int row = 0;
    while (people.model()->textAt(row, PeopleModel::Login) != QLatin1String("boris"))
        ASSERT_LT(++row, 2);
    EXPECT_EQ(people.model()->textAt(row, PeopleModel::RoleName), QStringLiteral("Staff (own records)"));
    table->selectRow(row);

    Prompts::setNextAnswer(Prompts::Cancel);
    people.toggleActive();
    EXPECT_TRUE(people.model()->isActive(row)) << "asked, and the answer was no";
    EXPECT_EQ(Prompts::takeAsked().size(), 1);
    Prompts::setNextAnswer(Prompts::Yes);
    people.toggleActive();
    ASSERT_TRUE(waitUntil([&] { return !people.model()->isActive(row); }));

    table->selectRow(1 - row); // oneself
    const auto buttons = people.findChildren<QPushButton *>();
    EXPECT_FALSE(buttons.at(2)->isEnabled()) << "nobody locks themselves out";
}

TEST_F(ShellPages, APasswordIsSetByTheDialogAndOpensTheDoor)
{
    open();
    PasswordDialog dialog(*session, session->actor().userId, QStringLiteral("admin"), nullptr);
    dialog.firstEdit()->setText(QStringLiteral("short"));
    dialog.secondEdit()->setText(QStringLiteral("shrt"));
    dialog.accept();
    EXPECT_FALSE(dialog.firstField()->fault().isEmpty());
    EXPECT_EQ(dialog.result(), 0);
    dialog.firstEdit()->setText(QStringLiteral("quiet-river-7"));
    dialog.secondEdit()->setText(QStringLiteral("quiet-river-7"));
    dialog.accept();
    ASSERT_TRUE(waitUntil([&] { return dialog.result() == QDialog::Accepted; }));
    window.reset();
    session.reset();
    EXPECT_THROW(answer(Session::open({Target::LocalFile, database->path()}, {}, database->registry())), Error);
    EXPECT_NO_THROW(open({QStringLiteral("admin"), QStringLiteral("quiet-river-7")}));
}

TEST_F(ShellPages, TheSettingsChangeTheLookAtOnce)
{
    open();
    auto &settings = page<SettingsPage>(QStringLiteral("settings"));
    QSignalSpy anew(&settings, &SettingsPage::appearanceChosen);
    auto *theme = settings.findChildren<Segments *>().at(0);
    for (auto *button : theme->findChildren<QToolButton *>())
        if (button->property("crmValue").toInt() == int(ThemeMode::Dark))
            button->click();
    EXPECT_TRUE(colors().dark);
    EXPECT_EQ(Appearance::stored().theme, ThemeMode::Dark);
    EXPECT_EQ(anew.size(), 0) << "colours need no new window";
    auto *density = settings.findChildren<Segments *>().at(1);
    density->findChildren<QToolButton *>().at(1)->click();
    EXPECT_EQ(anew.size(), 1);
    EXPECT_EQ(Appearance::stored().density, Density::Compact);
}

TEST_F(ShellPages, NoPageRunsSqlOnTheWindowsThread)
{
    make(QStringLiteral("clients"), QStringLiteral("Blue Whale Trading"));
    make(QStringLiteral("notes"), QStringLiteral("A note"));
    // From here on every statement on this thread is a critical message, which fails the test.
    Database::forbidThread(QThread::currentThread());
    const auto allow = qScopeGuard([] { Database::forbidThread(nullptr); });
    open();
    for (const QString &key : window->sidebar().keys()) {
        window->openKey(key);
        EXPECT_TRUE(settle()) << key.toStdString();
        EXPECT_EQ(window->tabs().currentKey(), key);
    }
    for (const Entity *entity : Sidebar::menuEntities(*session->catalog(), session->actor())) {
        const auto first = answer(session->page(Query(entity->key()), {}));
        if (!first.rows.isEmpty()) {
            window->openRecord(entity->key(), first.rows.first().id);
            EXPECT_TRUE(settle()) << entity->key().toStdString();
        }
        if (entity->presentation() == Presentation::Files)
            continue; // asks for a file first
        window->newRecord(entity->key(), {});
        EXPECT_TRUE(settle()) << entity->key().toStdString();
        Q_EMIT window->tabs().currentPage()->closeRequested();
    }
    window->commands().run(QStringLiteral("go.palette"));
    window->palettePopup().edit()->setText(QStringLiteral("whale"));
    EXPECT_TRUE(waitUntil([&] { return window->palettePopup().isSettled(); }));
    EXPECT_EQ(window->palettePopup().model()->rowCount(), 1);
}

TEST_F(ShellPages, TheGuardOfTheWindowsThreadDoesBark)
{
    QStringList heard;
    static QStringList *ears = &heard;
    ears = &heard;
    const auto old = qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &, const QString &text) {
        if (type == QtCriticalMsg)
            ears->append(text);
    });
    Database::forbidThread(QThread::currentThread());
    database->asSystem();
    Database::forbidThread(nullptr);
    qInstallMessageHandler(old);
    EXPECT_FALSE(heard.isEmpty());
}

TEST_F(ShellPages, TheTourTakesAPictureOfEveryPage)
{
    make(QStringLiteral("clients"), QStringLiteral("Blue Whale Trading"));
    open();
    window.reset();
    QTemporaryDir pictures;
    TourOptions options;
    options.folder = pictures.path();
    options.languages = {QStringLiteral("en")};
    options.themes = {ThemeMode::Dark};
    options.sizes = {QSize(1000, 700)};
    Tour tour(session, options);
    const int taken = tour.run();
    EXPECT_TRUE(tour.late().isEmpty()) << tour.late().join(u' ').toStdString();
    int found = 0;
    QDirIterator files(pictures.path(), {QStringLiteral("*.png")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QImage image(files.next());
        const QString name = files.fileName();
        if (name.contains(u"menu-") || name.contains(u"question") || name.contains(u"export") ||
            name.contains(u"password") || name.contains(u"rows-colours") || name.contains(u"rows-change") ||
            name.contains(u"remind-due.") || name.contains(u"remind-me"))
            EXPECT_GT(image.width(), 100) << name.toStdString();
        else
            EXPECT_EQ(image.size(), QSize(1000, 700)) << name.toStdString();
        EXPECT_LT(image.pixelColor(2, 2).lightness(), 60) << files.fileName().toStdString();
        ++found;
    }
    EXPECT_EQ(found, taken);
    EXPECT_GT(found, 40);
}

} // namespace
} // namespace crm::test
