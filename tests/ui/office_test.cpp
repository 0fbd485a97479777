// A window on an office of a real MariaDB: its upgrade, what people see meanwhile, and a new office from nothing to the
// first list. CRM_PICTURES=DIR keeps a picture of each step.
#include "core/store/server/server_text.h"
#include "core/store/server/server_upgrade.h"
#include "tests/support/temp_office.h"
#include "tests/ui/record_fixture.h"
#include "ui/admin/upgrade_dialog.h"
#include "ui/records/list_commands.h"
#include "ui/records/list_model.h"
#include "ui/records/list_page.h"
#include "ui/records/list_panel.h"
#include "ui/records/record_table.h"
#include "ui/shell/program.h"
#include "ui/start/connect_page.h"
#include "ui/start/new_office_page.h"
#include "ui/start/start_window.h"
#include <QComboBox>
#include <QDir>

namespace crm::test {
namespace {
const QString clients = QStringLiteral("clients");

void picture(QWidget &widget, const char *name)
{
    const QString folder = qEnvironmentVariable("CRM_PICTURES");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    QTest::qWait(300); // animations
    widget.grab().save(folder + u'/' + QLatin1String(name) + QStringLiteral(".png"));
}

class OfficeWindow : public RecordTest
{
protected:
    void SetUp() override
    {
        RecordTest::SetUp();
        office = std::make_unique<TempOffice>(builtinRegistry());
        session =
            answer(Session::open(Target::onServer(office->address()), office->credentials({}), builtinRegistry()));
        show();
    }
    void TearDown() override
    {
        RecordTest::TearDown();
        office.reset();
    }
    QString sql(const QString &text)
    {
        return office->server().sql(filled(ServerNames(office->database()), text)).value(0).value(0);
    }
    void raiseFlag(bool on) { sql(QStringLiteral("UPDATE {data}.feed_head SET maintenance=%1").arg(on ? 1 : 0)); }
    /// As an earlier version of the program left it.
    void makeOlder()
    {
        sql(QStringLiteral("ALTER TABLE {data}.batches DROP COLUMN undone_by"));
        sql(QStringLiteral("UPDATE {data}.meta SET value='older' WHERE `key`='fingerprint'"));
    }
    bool isBehind()
    {
        return sql(QStringLiteral(
                   "SELECT COUNT(*) FROM information_schema.COLUMNS WHERE TABLE_SCHEMA='{name}_data' AND "
                   "TABLE_NAME='batches' AND COLUMN_NAME='undone_by'")) == QLatin1String("0");
    }
    static bool ended(const UpgradeDialog &dialog)
    {
        return waitUntil([&] { return !dialog.isRunning(); }, 120'000);
    }
    Id client(const QString &name)
    {
        Document d(Record(session->catalog()->at(clients), newId()));
        d.set(QStringLiteral("name"), name);
        return answer(session->save(d, SaveKey::fresh())).document.id();
    }
    Document inOffice(Id id) { return answer(session->openRecord(clients, id)).document; }
    std::unique_ptr<TempOffice> office;
};
} // namespace

TEST_F(OfficeWindow, IsUpgradedFromTheSettings)
{
    makeOlder();
    window->openKey(QStringLiteral("settings"));
    ASSERT_TRUE(settle());
    picture(*window, "settings");
    auto *button = window->tabs().currentPage()->findChild<QPushButton *>(QStringLiteral("upgradeButton"));
    ASSERT_TRUE(button);
    Prompts::setNextAnswer(Prompts::Cancel);
    button->click();
    EXPECT_TRUE(Prompts::allTaken());

    UpgradeDialog dialog(session->target().server, session->registry(), window.get());
    dialog.show();
    picture(dialog, "upgrade-1-asks");
    EXPECT_EQ(dialog.accountEdit()->text(), ServerNames(office->database()).owner());
    dialog.upgradeButton()->click();
    EXPECT_FALSE(dialog.isRunning()) << "without a password";
    picture(dialog, "upgrade-2-fault");
    dialog.passwordEdit()->setText(QStringLiteral("wrong"));
    dialog.upgradeButton()->click();
    ASSERT_TRUE(ended(dialog));
    EXPECT_TRUE(dialog.banner()->isVisible()) << "the wrong password is said";
    EXPECT_TRUE(isBehind());
    picture(dialog, "upgrade-3-refused");

    dialog.passwordEdit()->setText(TempOffice::usualPassword);
    dialog.upgradeButton()->click();
    ASSERT_TRUE(waitUntil([&] { return dialog.progressText().contains(QLatin1String("Step")); }, 60'000))
        << qPrintable(dialog.banner()->text());
    picture(dialog, "upgrade-4-steps");
    ASSERT_TRUE(ended(dialog));
    EXPECT_TRUE(dialog.banner()->text().contains(QLatin1String("has been upgraded")))
        << qPrintable(dialog.banner()->text());
    EXPECT_FALSE(isBehind());
    picture(dialog, "upgrade-5-done");

    dialog.passwordEdit()->setText(TempOffice::usualPassword);
    dialog.upgradeButton()->click();
    ASSERT_TRUE(ended(dialog));
    EXPECT_TRUE(dialog.banner()->text().contains(QLatin1String("up to date"))) << qPrintable(dialog.banner()->text());
    EXPECT_GT(client(QStringLiteral("Roses")), 0) << "the window works on";
}

TEST_F(OfficeWindow, TheSecondOfTwoUpgradesWaitsAndMayBeStopped)
{
    makeOlder();
    MariaDbAdministrator owner{office->address(), ServerNames(office->database()).owner(), TempOffice::usualPassword};
    auto other = openAdministrator(owner);
    ASSERT_EQ(
        other->scalar(QStringLiteral("SELECT GET_LOCK(?,0)"), {office->database() + QStringLiteral("_setup")}).toInt(),
        1);
    UpgradeDialog dialog(session->target().server, session->registry(), window.get());
    dialog.show();
    dialog.passwordEdit()->setText(TempOffice::usualPassword);
    dialog.upgradeButton()->click();
    ASSERT_TRUE(waitUntil([&] { return dialog.progressText().contains(QLatin1String("somebody else")); }, 60'000));
    picture(dialog, "upgrade-6-waits");
    dialog.closeButton()->click();
    EXPECT_TRUE(dialog.isVisible()) << "it stays to say how that ended";
    ASSERT_TRUE(ended(dialog));
    EXPECT_TRUE(dialog.banner()->text().contains(QLatin1String("Nothing was changed")))
        << qPrintable(dialog.banner()->text());
    EXPECT_TRUE(isBehind());
    dialog.passwordEdit()->setText(TempOffice::usualPassword);
    dialog.upgradeButton()->click();
    ASSERT_TRUE(waitUntil([&] { return dialog.progressText().contains(QLatin1String("somebody else")); }, 60'000));
    other.reset();
    ASSERT_TRUE(ended(dialog));
    EXPECT_FALSE(isBehind()) << qPrintable(dialog.banner()->text());
}

TEST_F(OfficeWindow, SaysThatTheOfficeIsBeingUpgradedAndKeepsWhatIsTyped)
{
    const Id id = client(QStringLiteral("Roses"));
    RecordPage &page = record(clients, id);
    raiseFlag(true);
    ASSERT_TRUE(waitUntil([&] { return window->banner().isVisible(); }, 30'000));
    EXPECT_TRUE(window->banner().text().contains(QLatin1String("upgrading"))) << qPrintable(window->banner().text());
    EXPECT_TRUE(session->isInMaintenance());
    type(page, "phone", QStringLiteral("12345"));
    pressSave();
    picture(*window, "maintenance");
    EXPECT_TRUE(page.hasUnsavedChanges()) << "nothing can be saved now";
    EXPECT_TRUE(inOffice(id).value(QStringLiteral("phone")).toString().isEmpty()) << "but read";
    EXPECT_EQ(line(page, "phone").text(), QStringLiteral("12345"));
    raiseFlag(false);
    ASSERT_TRUE(waitUntil([&] { return !window->banner().isVisible(); }, 30'000));
    ASSERT_TRUE(waitUntil([&] { return page.isIdle(); }, 60'000));
    if (page.hasUnsavedChanges()) { // the patience of one save had come to its end
        pressSave();
    }
    ASSERT_TRUE(waitUntil([&] { return page.isIdle() && !page.hasUnsavedChanges(); }, 60'000));
    EXPECT_EQ(inOffice(id).value(QStringLiteral("phone")).toString(), QStringLiteral("12345"));
}

TEST_F(OfficeWindow, UndoAsksAboutWhatOthersHaveChangedSince)
{
    office->addUser(QStringLiteral("boris"), QStringLiteral("Manager (all records)"));
    auto boris = office->as(QStringLiteral("boris"));
    const Id id = client(QStringLiteral("Roses"));
    Document theirs = boris->load(clients, id);
    theirs.set(QStringLiteral("city"), QStringLiteral("Perm"));
    boris->save(theirs);
    Prompts::setNextAnswer(Prompts::Cancel);
    window->commands().run(QStringLiteral("record.undo"));
    ASSERT_TRUE(waitUntil([&] { return Prompts::allTaken(); }));
    EXPECT_TRUE(Prompts::takeAsked().value(0).contains(QLatin1String("Roses")));
    EXPECT_FALSE(inOffice(id).head().deletedAt().isValid());
    // Left as it is: the next one takes what is before it.
    const Id second = client(QStringLiteral("Tulips"));
    Document more = boris->load(clients, second);
    more.set(QStringLiteral("city"), QStringLiteral("Omsk"));
    boris->save(more);
    Prompts::setNextAnswer(Prompts::Yes);
    window->commands().run(QStringLiteral("record.undo"));
    ASSERT_TRUE(waitUntil([&] { return Prompts::allTaken() && inOffice(second).head().deletedAt().isValid(); }));
    EXPECT_FALSE(inOffice(id).head().deletedAt().isValid());
}

TEST_F(OfficeWindow, UndoingADeletionAsksToo)
{
    office->addUser(QStringLiteral("boris"), QStringLiteral("Manager (all records)"));
    auto boris = office->as(QStringLiteral("boris"));
    const Id id = client(QStringLiteral("Roses"));
    window->openKey(QStringLiteral("list/clients"));
    ASSERT_TRUE(settle());
    auto *panel = window->tabs().currentPage()->findChild<ListPanel *>();
    ASSERT_TRUE(panel);
    ASSERT_TRUE(waitUntil([&] { return panel->model()->rowOf(id) >= 0; }));
    panel->table()->setCurrentIndex(panel->model()->index(panel->model()->rowOf(id), 0));
    panel->commands()->removeSelected();
    ASSERT_TRUE(waitUntil([&] { return window->toastPopup().isVisible(); }));
    boris->restore(clients, {id});
    boris->remove(clients, {id});
    Prompts::setNextAnswer(Prompts::Yes);
    window->toastPopup().findChild<QAbstractButton *>()->click();
    EXPECT_TRUE(waitUntil([&] { return Prompts::allTaken() && !inOffice(id).head().deletedAt().isValid(); }));
}

// From nothing to the first list.

class NewOffice : public SettingsTest
{
protected:
    void SetUp() override
    {
        SettingsTest::SetUp();
        qputenv("XDG_DATA_HOME", settingsFolder().toUtf8());
        program = std::make_unique<Program>(builtinRegistry());
        program->start({});
        program->startWindow()->findChild<QAbstractButton *>(QStringLiteral("serverCard"))->click();
        program->startWindow()->connectPage().findChild<QPushButton *>(QStringLiteral("newOfficeButton"))->click();
    }
    void TearDown() override
    {
        program.reset();
        SettingsTest::TearDown();
        qunsetenv("XDG_DATA_HOME");
    }
    NewOfficePage &page() { return program->startWindow()->newOffice(); }
    void next()
    {
        page().nextButton()->click();
        EXPECT_TRUE(waitUntil([&] { return page().nextButton()->isEnabled(); }, 120'000));
    }
    MariaDbServer server; // empty
    std::unique_ptr<Program> program;
};

TEST_F(NewOffice, IsMadeStepByStepAndOpened)
{
    StartWindow &start = *program->startWindow();
    start.resize(1000, 760);
    picture(start, "office-1-server");
    page().fields().host->clear();
    next();
    EXPECT_EQ(page().faults().size(), 1);
    picture(start, "office-2-faults");
    page().fields().host->setText(QStringLiteral("localhost"));
    page().fields().port->setText(QString::number(server.port()));
    page().fields().ca->setText(server.caFile());
    page().fields().rootPassword->setText(QStringLiteral("wrong"));
    next();
    EXPECT_EQ(page().step(), NewOfficePage::Server);
    EXPECT_TRUE(page().banner()->isVisible());
    picture(start, "office-3-refused");
    page().fields().rootPassword->setText(server.rootPassword());
    next();
    ASSERT_EQ(page().step(), NewOfficePage::Office) << qPrintable(page().banner()->text());
    picture(start, "office-4-office");

    page().fields().database->setText(QStringLiteral("wizard"));
    page().fields().name->setText(QStringLiteral("Anna Petrova"));
    page().fields().login->setText(QStringLiteral("anna"));
    page().fields().password->setText(QStringLiteral("river stone candle"));
    page().fields().again->setText(QStringLiteral("river stone"));
    next();
    EXPECT_EQ(page().faults().size(), 1) << "the passwords differ";
    picture(start, "office-5-differ");
    page().fields().again->setText(QStringLiteral("river stone candle"));
    page().nextButton()->click();
    picture(start, "office-6-making");
    ASSERT_TRUE(waitUntil([&] { return page().nextButton()->isEnabled(); }, 240'000));
    ASSERT_EQ(page().step(), NewOfficePage::Done) << qPrintable(page().banner()->text());
    picture(start, "office-7-done");

    MainWindow *opened = nullptr;
    QObject::connect(program.get(), &Program::opened, program.get(), [&](MainWindow *window) { opened = window; });
    page().nextButton()->click();
    ASSERT_TRUE(waitUntil([&] { return opened != nullptr; }, 60'000)) << qPrintable(page().banner()->text());
    EXPECT_EQ(opened->session().actor().name, QStringLiteral("Anna Petrova"));
    EXPECT_TRUE(opened->session().actor().policy.isAdmin());
    opened->openKey(QStringLiteral("list/clients"));
    ASSERT_TRUE(waitUntil([&] { return opened->tabs().currentPage() && opened->tabs().currentPage()->isSettled(); }));
    opened->resize(1280, 800);
    picture(*opened, "office-8-first-list");
    Document d(Record(opened->session().catalog()->at(clients), newId()));
    d.set(QStringLiteral("name"), QStringLiteral("Roses"));
    EXPECT_GT(answer(opened->session().save(d, SaveKey::fresh())).document.id(), 0);
}

} // namespace crm::test
