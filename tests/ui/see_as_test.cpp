// "See as Anna": an administrator's window becomes hers to look at, says so, changes nothing, and comes back.
// CRM_PICTURES=DIR keeps pictures.
#include "tests/ui/shell_fixture.h"
#include "ui/admin/access_log_dialog.h"
#include "ui/admin/people_page.h"
#include "ui/admin/roles_page.h"
#include "ui/admin/see_as.h"
#include "ui/records/field_editor.h"
#include "ui/records/record_field.h"
#include "ui/records/record_form.h"
#include "ui/records/record_page.h"
#include "ui/shell/own_settings.h"
#include "ui/shell/palette.h"
#include "ui/shell/program.h"
#include "ui/shell/sidebar.h"
#include "ui/style/widgets.h"
#include <QDir>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>

namespace crm::test {
namespace {

const QString clients = QStringLiteral("clients"), secret = QStringLiteral("secret-1"),
              refused = QStringLiteral("Nothing can be changed here");

class SeeAsWindow : public SettingsTest
{
protected:
    void SetUp() override
    {
        SettingsTest::SetUp();
        database = std::make_unique<TempDatabase>(builtinRegistry(), secret);
        anna = database->addUser(QStringLiteral("anna"), QStringLiteral("Staff (own records)"));
        ofAnna = add(QStringLiteral("anna"), QStringLiteral("Annas client"));
        add(QStringLiteral("admin"), QStringLiteral("Other client"));
        program = std::make_unique<Program>(builtinRegistry());
    }
    void TearDown() override
    {
        program.reset();
        SettingsTest::TearDown();
    }
    Id add(const QString &login, const QString &title)
    {
        auto repository = database->as(login, secret);
        Document d(Record(repository->catalog()->at(clients)));
        d.set(QStringLiteral("name"), title);
        return repository->save(d).document.id();
    }
    MainWindow &window() { return *program->mainWindow(); }
    bool settle()
    {
        return waitUntil([this] {
            return program->mainWindow() && window().tabs().currentPage() && window().tabs().currentPage()->isSettled();
        });
    }
    MainWindow &open(const QString &login)
    {
        program->openFile(database->path(), {login, secret});
        if (!waitUntil([&] { return program->mainWindow() && window().session().actor().login == login; }) || !settle())
            throw std::runtime_error("no window");
        return window();
    }
    bool isSeeing(bool on = true)
    {
        return waitUntil([&] {
                   return program->mainWindow() && window().session().isSeeingAs() == on &&
                          (window().seeingBanner() != nullptr) == on;
               }) &&
               settle();
    }
    template<class Page> Page &page(const QString &key)
    {
        window().openKey(key);
        EXPECT_TRUE(settle());
        auto *shown = dynamic_cast<Page *>(window().tabs().currentPage());
        if (!shown)
            throw std::runtime_error("no page " + key.toStdString());
        return *shown;
    }
    void seeAsAnna()
    {
        window().openKey(seeAsKey(anna));
        ASSERT_TRUE(isSeeing());
    }
    int rowsOfClients()
    {
        window().openKey(QStringLiteral("list/clients"));
        EXPECT_TRUE(settle());
        auto *table = window().tabs().currentPage()->findChild<QTableView *>();
        EXPECT_TRUE(waitUntil([&] { return table->model()->rowCount() > 0; }));
        return table->model()->rowCount();
    }
    void picture(const char *name)
    {
        const QString folder = qEnvironmentVariable("CRM_PICTURES");
        if (folder.isEmpty())
            return;
        QDir().mkpath(folder);
        QTest::qWait(300); // animations
        window().grab().save(folder + u'/' + QLatin1String(name) + QStringLiteral(".png"));
    }

    std::unique_ptr<TempDatabase> database;
    std::unique_ptr<Program> program;
    Id anna = 0, ofAnna = 0;
};

} // namespace

TEST_F(SeeAsWindow, OpensFromThePeopleAndIsTheOthersWindow)
{
    open(QStringLiteral("anna"));
    const QStringList places = window().sidebar().keys();
    EXPECT_EQ(rowsOfClients(), 1);
    program->signOut();
    open(QStringLiteral("admin"));
    EXPECT_EQ(rowsOfClients(), 2);
    EXPECT_NE(window().sidebar().keys(), places);
    EXPECT_EQ(window().seeingBanner(), nullptr);

    auto &people = page<PeoplePage>(QStringLiteral("people"));
    auto *table = people.findChild<QTableView *>();
    for (int row = 0; row < people.model()->rowCount(); ++row) {
        table->selectRow(row);
        EXPECT_EQ(people.seeAsButton()->isEnabled(), people.model()->idAt(row) == anna);
        if (people.model()->idAt(row) == anna)
            break;
    }
    picture("people");
    people.seeAsButton()->click();
    ASSERT_TRUE(isSeeing());
    EXPECT_TRUE(window().seeingBanner()->isVisible());
    EXPECT_TRUE(window().seeingBanner()->text().contains(QLatin1String("You see what anna sees")));
    EXPECT_EQ(window().session().actor().userId, anna);
    EXPECT_EQ(window().sidebar().keys(), places);
    EXPECT_EQ(rowsOfClients(), 1);
    picture("seeing");
    window().openKey(QStringLiteral("people"));
    EXPECT_NE(window().tabs().currentKey(), QStringLiteral("people")) << "she has no such page";

    auto *stop = window().seeingBanner()->findChild<QPushButton *>();
    ASSERT_TRUE(stop);
    stop->click();
    ASSERT_TRUE(isSeeing(false));
    EXPECT_EQ(window().session().actor().login, QStringLiteral("admin"));
    EXPECT_EQ(rowsOfClients(), 2);
    EXPECT_TRUE(window().tabs().isOpen(QStringLiteral("people"))) << "the tabs are as they were";

    AccessLogDialog log(window().session(), &window());
    ASSERT_TRUE(waitUntil([&] { return log.table()->rowCount() == 1; }));
    EXPECT_EQ(log.table()->item(0, 2)->text(), QStringLiteral("anna"));
}

TEST_F(SeeAsWindow, RefusesWhatWritesInWords)
{
    open(QStringLiteral("admin"));
    seeAsAnna();
    auto &form = page<RecordPage>(QStringLiteral("record/clients/%1").arg(ofAnna));
    RecordField *field = form.form()->fieldFor(QStringLiteral("name"));
    ASSERT_TRUE(field);
    auto *name = qobject_cast<QLineEdit *>(field->editor()->control());
    ASSERT_TRUE(name);
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("Not mine to change"));
    ASSERT_TRUE(form.hasUnsavedChanges());
    form.save();
    EXPECT_TRUE(waitUntil([&] {
        const QList<Banner *> banners = form.findChildren<Banner *>();
        return (window().banner().isVisible() && window().banner().text().contains(refused)) ||
               std::any_of(banners.begin(), banners.end(),
                           [](const Banner *b) { return b->isVisible() && b->text().contains(refused); });
    })) << "a form";
    window().banner().hide();
    window().commands().run(QStringLiteral("record.undo"));
    const auto repository = database->as(QStringLiteral("admin"), secret);
    EXPECT_EQ(repository->load(clients, ofAnna).value(QStringLiteral("name")).toString(),
              QStringLiteral("Annas client"));
}

TEST_F(SeeAsWindow, KeepsNothingThatIsArranged)
{
    open(QStringLiteral("admin"));
    const auto mine = [] { return ownSetting(QStringLiteral("lists/clients/columns")); };
    QSettings().setValue(mine(), QStringList{QStringLiteral("name"), QStringLiteral("own")});
    ASSERT_TRUE(waitUntil([this] { return window().ownSettings().isSettled(); }));
    seeAsAnna();
    EXPECT_FALSE(QSettings().contains(mine())) << "hers are not mine";
    QSettings().setValue(mine(), QStringList{QStringLiteral("hers")});
    QSettings().setValue(QStringLiteral("appearance/extra"), 1);
    ASSERT_TRUE(waitUntil([this] { return window().ownSettings().isSettled(); }));
    window().ownSettings().store();
    window().storeState();
    program->stopSeeing();
    ASSERT_TRUE(isSeeing(false));
    EXPECT_EQ(QSettings().value(mine()).toStringList().value(1), QStringLiteral("own"));
    EXPECT_FALSE(QSettings().contains(QStringLiteral("appearance/extra")));
    const auto hers = database->as(QStringLiteral("anna"), secret);
    EXPECT_EQ(hers->totals(Query(ownSettingsEntity()), {}).count, 0) << "nothing was written in her name";
}

TEST_F(SeeAsWindow, IsFoundInThePaletteAndUnderTheRole)
{
    open(QStringLiteral("admin"));
    window().commands().run(QStringLiteral("go.palette"));
    window().palettePopup().edit()->setText(QStringLiteral("see as anna"));
    PaletteModel &found = *window().palettePopup().model();
    ASSERT_TRUE(waitUntil([&] { return found.rowCount() > 0; }));
    EXPECT_EQ(found.index(0).data().toString(), QStringLiteral("See as anna"));
    picture("palette");
    found.run(0);
    ASSERT_TRUE(isSeeing());
    // Who sees as somebody is that person, also in the palette.
    window().commands().run(QStringLiteral("go.palette"));
    window().palettePopup().edit()->setText(QStringLiteral("see as"));
    QTest::qWait(200);
    for (int row = 0; row < window().palettePopup().model()->rowCount(); ++row)
        EXPECT_FALSE(window().palettePopup().model()->index(row).data().toString().startsWith(QLatin1String("See as")));
    window().palettePopup().dismiss();

    window().close(); // the same as Stop
    ASSERT_TRUE(isSeeing(false));
    auto &roles = page<RolesPage>(QStringLiteral("list/roles"));
    ASSERT_TRUE(waitUntil([&] { return roles.isIdle(); }));
    const auto repository = database->as(QStringLiteral("admin"), secret);
    roles.showRole(repository->load(QStringLiteral("users"), anna).head().ref(QStringLiteral("role_id")));
    ASSERT_TRUE(waitUntil([&] { return roles.isIdle(); }));
    QMenu *menu = roles.seeAsButton()->menu();
    ASSERT_TRUE(waitUntil([menu] { // who holds the role arrives behind the page
        Q_EMIT menu->aboutToShow();
        return menu->actions().size() == 1 && menu->actions().first()->isEnabled();
    }));
    EXPECT_EQ(menu->actions().first()->text(), QStringLiteral("anna"));
    picture("roles");
    menu->actions().first()->trigger();
    EXPECT_TRUE(isSeeing());
}

TEST_F(SeeAsWindow, EndsByItselfWhenThePersonIsDeactivated)
{
    open(QStringLiteral("admin"));
    seeAsAnna();
    {
        const auto repository = database->as(QStringLiteral("admin"), secret);
        Document person = repository->load(QStringLiteral("users"), anna);
        person.set(QStringLiteral("active"), false);
        repository->save(person);
    }
    ASSERT_TRUE(isSeeing(false));
    EXPECT_TRUE(window().banner().text().contains(QLatin1String("no longer see what anna sees")));
}

TEST_F(SeeAsWindow, IsOfferedToAdministratorsOnly)
{
    open(QStringLiteral("anna"));
    window().openKey(seeAsKey(1));
    EXPECT_TRUE(waitUntil([this] { return window().banner().isVisible(); }));
    EXPECT_TRUE(window().banner().text().contains(QLatin1String("Only administrators")));
    EXPECT_FALSE(window().session().isSeeingAs());
}

} // namespace crm::test
