// From nothing to a window: welcome, set-up, sign-in, and every way in which a file refuses to be opened.
#include "tests/ui/shell_fixture.h"
#include "ui/shell/program.h"
#include "ui/start/busy_page.h"
#include "ui/start/demo.h"
#include "ui/start/recent_files.h"
#include "ui/start/setup_page.h"
#include "ui/start/sign_in_page.h"
#include "ui/start/welcome_page.h"
#include "ui/style/widgets.h"
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>

namespace crm::test {
namespace {

class ShellStart : public SettingsTest
{
protected:
    void SetUp() override
    {
        SettingsTest::SetUp();
        program = std::make_unique<Program>(builtinRegistry());
    }
    void TearDown() override
    {
        program.reset();
        SettingsTest::TearDown();
    }
    StartWindow &start() { return *program->startWindow(); }
    bool waitForMain()
    {
        return waitUntil([this] { return program->mainWindow() != nullptr; });
    }
    /// Opens and returns what the person reads.
    QString refusal(const QString &path)
    {
        QSignalSpy failed(program.get(), &Program::openFailed);
        program->openFile(path);
        EXPECT_TRUE(waitUntil([&] { return !failed.isEmpty() || program->mainWindow(); }));
        return failed.isEmpty() ? QString() : failed.first().first().toString();
    }
    QString file(const QString &name) const { return folder.filePath(name); }
    void write(const QString &path, const QByteArray &content)
    {
        QFile f(path);
        ASSERT_TRUE(f.open(QIODevice::WriteOnly));
        f.write(content);
    }

    QTemporaryDir folder;
    std::unique_ptr<Program> program;
};

TEST_F(ShellStart, WelcomesWhoComesForTheFirstTime)
{
    program->start({});
    ASSERT_TRUE(program->startWindow());
    EXPECT_TRUE(start().isVisible());
    EXPECT_EQ(start().currentPage(), &start().welcome());
    EXPECT_TRUE(start().findChild<QAbstractButton *>(QStringLiteral("serverCard"))->isEnabled());
}

TEST_F(ShellStart, SetsUpADatabaseAndOpensIt)
{
    program->start({});
    start().findChild<QAbstractButton *>(QStringLiteral("ownCard"))->click();
    SetupPage &page = start().setup();
    EXPECT_EQ(start().currentPage(), &page);
    page.pathEdit()->setText(file(QStringLiteral("own.mycrm")));
    QTest::keyClicks(page.nameEdit(), QStringLiteral("Anna Petrova"));
    EXPECT_EQ(page.loginEdit()->text(), QStringLiteral("anna.petrova"));
    page.passwordEdit()->setText(QStringLiteral("quiet-river-7"));
    page.againEdit()->setText(QStringLiteral("quiet-river-7"));
    page.button()->click();
    ASSERT_TRUE(waitForMain());
    EXPECT_EQ(program->mainWindow()->session().actor().login, QStringLiteral("anna.petrova"));
    EXPECT_TRUE(waitUntil([&] { return program->startWindow() == nullptr; }));
    EXPECT_EQ(recentFiles().first(), file(QStringLiteral("own.mycrm")));
    EXPECT_EQ(lastLogin(file(QStringLiteral("own.mycrm"))), QStringLiteral("anna.petrova"));
}

TEST_F(ShellStart, ProposesAFolderThatIsThere)
{
    const QByteArray home = qgetenv("HOME"), config = qgetenv("XDG_CONFIG_HOME");
    const QTemporaryDir fresh; // a home where nobody has made the folder of documents that the system names
    qputenv("HOME", fresh.path().toUtf8());
    qunsetenv("XDG_CONFIG_HOME");
    program->start({});
    start().showSetup();
    SetupPage &page = start().setup();
    const QString proposed = page.pathEdit()->text();
    EXPECT_EQ(QFileInfo(proposed).absolutePath(), fresh.path());
    ASSERT_TRUE(QDir(fresh.path()).mkdir(QStringLiteral("Documents")));
    EXPECT_EQ(QFileInfo(suggestedFile(QStringLiteral("My company"))).absolutePath(), fresh.filePath("Documents"));
    page.button()->click();
    EXPECT_TRUE(waitForMain()) << page.faults().join(u'\n').toStdString();
    EXPECT_TRUE(QFileInfo::exists(proposed));
    program.reset();
    qputenv("HOME", home);
    if (!config.isNull())
        qputenv("XDG_CONFIG_HOME", config);
}

TEST_F(ShellStart, FaultsOfTheSetUpStandBesideTheirFields)
{
    program->start({});
    start().showSetup();
    SetupPage &page = start().setup();
    write(file(QStringLiteral("there.mycrm")), "x");
    const auto faultsWith = [&](const QString &path, const QString &login, const QString &password,
                                const QString &again) {
        page.pathEdit()->setText(path);
        page.loginEdit()->setText(login);
        page.passwordEdit()->setText(password);
        page.againEdit()->setText(again);
        page.button()->click();
        return page.faults();
    };
    const QString good = file(QStringLiteral("good.mycrm"));
    EXPECT_EQ(faultsWith({}, QStringLiteral("admin"), {}, {}).size(), 1);
    EXPECT_EQ(faultsWith(folder.path(), QStringLiteral("admin"), {}, {}).size(), 1);
    EXPECT_EQ(faultsWith(file(QStringLiteral("there.mycrm")), QStringLiteral("admin"), {}, {}).size(), 1);
    EXPECT_EQ(faultsWith(file(QStringLiteral("none/x.mycrm")), QStringLiteral("admin"), {}, {}).size(), 1);
    EXPECT_EQ(faultsWith(good, QStringLiteral("Anna Petrova"), {}, {}).size(), 1);
    EXPECT_EQ(faultsWith(good, QStringLiteral("admin"), QStringLiteral("short"), QStringLiteral("shrt")).size(), 2);
    EXPECT_FALSE(QFileInfo::exists(good));
    EXPECT_FALSE(program->mainWindow());
    EXPECT_EQ(faultsWith(good, QStringLiteral("admin"), {}, {}).size(), 0);
    EXPECT_TRUE(waitForMain());
}

TEST_F(ShellStart, WhatCannotBeMadeSaysWhyAndLetsOneTryAgain)
{
    program->start({});
    start().showSetup();
    write(file(QStringLiteral("taken.mycrm")), "x"); // appears after the check
    program->create(file(QStringLiteral("taken.mycrm")), {.adminLogin = QStringLiteral("admin")});
    ASSERT_TRUE(waitUntil([&] { return start().setup().findChild<Banner *>()->isVisibleTo(&start().setup()); }));
    EXPECT_FALSE(start().setup().findChild<Banner *>()->text().isEmpty());
    EXPECT_TRUE(start().setup().button()->isEnabled());
}

TEST_F(ShellStart, SigningInAsksForThePasswordAndSaysWhatIsWrong)
{
    const TempDatabase database(builtinRegistry(), QStringLiteral("quiet-river-7"));
    program->start({.file = database.path()});
    ASSERT_TRUE(waitUntil([&] { return program->startWindow() && start().currentPage() == &start().signIn(); }));
    SignInPage &page = start().signIn();
    page.button()->click();
    EXPECT_FALSE(page.fault().isEmpty()) << "a login is needed";
    page.loginEdit()->setText(QStringLiteral("admin"));
    page.passwordEdit()->setText(QStringLiteral("wrong"));
    QTest::keyClick(page.passwordEdit(), Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return page.button()->isEnabled(); }));
    EXPECT_FALSE(page.fault().isEmpty());
    EXPECT_FALSE(program->mainWindow());
    page.passwordEdit()->setText(QStringLiteral("quiet-river-7"));
    EXPECT_TRUE(page.fault().isEmpty()) << "typing clears it";
    page.button()->click();
    EXPECT_TRUE(waitForMain());
}

TEST_F(ShellStart, TooManyWrongPasswordsHaveToWait)
{
    const TempDatabase database(builtinRegistry(), QStringLiteral("quiet-river-7"));
    program->start({.file = database.path(), .user = QStringLiteral("admin")});
    ASSERT_TRUE(waitUntil([&] { return program->startWindow() && start().currentPage() == &start().signIn(); }));
    SignInPage &page = start().signIn();
    EXPECT_EQ(page.loginEdit()->text(), QStringLiteral("admin"));
    QStringList sentences;
    for (int i = 0; i < 6; ++i) {
        page.passwordEdit()->setText(QStringLiteral("wrong-%1").arg(i));
        page.button()->click();
        ASSERT_TRUE(waitUntil([&] { return page.button()->isEnabled(); }));
        sentences.append(page.fault());
    }
    EXPECT_NE(sentences.first(), sentences.last()) << "the wait is named";
    EXPECT_TRUE(sentences.last().contains(QRegularExpression(QStringLiteral("\\d")))) << sentences.last().toStdString();
}

TEST_F(ShellStart, EveryFileThatIsNoneGetsOneClearSentence)
{
    program->start({});
    write(file(QStringLiteral("text.mycrm")), QByteArray("Just a letter to my aunt.\n").repeated(200));
    write(file(QStringLiteral("empty.mycrm")), {});
    const TempDatabase whole;
    {
        QFile source(whole.path());
        ASSERT_TRUE(source.open(QIODevice::ReadOnly));
        write(file(QStringLiteral("cut.mycrm")), source.read(5000));
    }
    QStringList sentences;
    for (const char *name : {"text.mycrm", "empty.mycrm", "cut.mycrm", "missing.mycrm", "."}) {
        const QString sentence = refusal(file(QLatin1String(name)));
        EXPECT_GT(sentence.size(), 15) << name;
        EXPECT_EQ(sentence.count(u'\n'), 0) << name;
        EXPECT_EQ(start().currentPage(), &start().welcome()) << name;
        EXPECT_EQ(start().welcome().findChild<Banner *>()->text(), sentence);
        sentences.append(sentence);
    }
    EXPECT_NE(sentences.at(0), sentences.at(3));
    EXPECT_FALSE(program->mainWindow());
    EXPECT_TRUE(recentFiles().isEmpty()) << "what did not open is not remembered";
}

TEST_F(ShellStart, RecentFilesAreNewestFirstAndFew)
{
    for (int i = 0; i < 12; ++i)
        rememberFile(file(QStringLiteral("%1.mycrm").arg(i)));
    rememberFile(file(QStringLiteral("5.mycrm")));
    EXPECT_EQ(recentFiles().size(), 8);
    EXPECT_EQ(recentFiles().first(), file(QStringLiteral("5.mycrm")));
    forgetFile(file(QStringLiteral("5.mycrm")));
    EXPECT_FALSE(recentFiles().contains(file(QStringLiteral("5.mycrm"))));
}

TEST_F(ShellStart, TheLastDatabaseOpensByItself)
{
    const TempDatabase database;
    rememberFile(database.path());
    program->start({});
    ASSERT_TRUE(waitForMain());
    EXPECT_EQ(program->mainWindow()->session().target().path, database.path());
}

TEST_F(ShellStart, AnotherLanguageMakesTheWindowAnewOnTheSameSession)
{
    const TempDatabase database;
    program->start({.file = database.path()});
    ASSERT_TRUE(waitForMain());
    program->mainWindow()->openKey(QStringLiteral("help"));
    const Session *session = &program->mainWindow()->session();
    const MainWindow *before = program->mainWindow();
    program->changeLanguage(QStringLiteral("ru"));
    EXPECT_NE(program->mainWindow(), before);
    EXPECT_EQ(&program->mainWindow()->session(), session);
    EXPECT_EQ(program->mainWindow()->tabs().currentKey(), QStringLiteral("help")) << "where one was";
    EXPECT_EQ(QLocale().language(), QLocale::Russian);
    program->changeLanguage(QStringLiteral("en"));
    QLocale::setDefault(QLocale(QLocale::English));
}

TEST_F(ShellStart, SigningOutLeadsBackToTheWelcome)
{
    const TempDatabase database;
    program->start({.file = database.path()});
    ASSERT_TRUE(waitForMain());
    program->signOut();
    EXPECT_FALSE(program->mainWindow());
    ASSERT_TRUE(program->startWindow());
    EXPECT_EQ(start().currentPage(), &start().welcome());
}

TEST_F(ShellStart, ADemoThatIsCancelledLeavesNothing)
{
    const QString path = file(QStringLiteral("demo.mycrm"));
    EXPECT_THROW(makeDemo(path, builtinRegistry(), QStringLiteral("en"), [](qint64, qint64) { return false; }), Error);
    EXPECT_FALSE(QFileInfo::exists(path));
    makeDemo(path, builtinRegistry(), QStringLiteral("en"), [](qint64, qint64) { return true; });
    EXPECT_TRUE(refusal(path).isEmpty());
    EXPECT_TRUE(program->mainWindow());
}

TEST_F(ShellStart, TheDemoIsMadeAndOpensAndMayBeCancelled)
{
    QStandardPaths::setTestModeEnabled(true);
    const QString path = demoFile(QStringLiteral("en"));
    QFile::remove(path);
    program->openDemo();
    EXPECT_EQ(start().currentPage(), &start().busy());
    Q_EMIT start().busy().cancelRequested();
    ASSERT_TRUE(waitUntil([&] { return start().currentPage() == &start().welcome(); }));
    EXPECT_FALSE(QFileInfo::exists(path));
    program->openDemo();
    ASSERT_TRUE(waitUntil([this] { return program->mainWindow() != nullptr; }, 60000));
    EXPECT_TRUE(QFileInfo::exists(path));
    EXPECT_TRUE(recentFiles().isEmpty()) << "the demo is always one click away";
    program.reset();
    QFile::remove(path);
}

TEST(LoginFromName, IsWhatOneWouldTypeOneself)
{
    EXPECT_EQ(loginFromName(QStringLiteral("Anna Petrova")), QStringLiteral("anna.petrova"));
    EXPECT_EQ(loginFromName(QString::fromUtf8("\xd0\xa9\xd1\x83\xd0\xba\xd0\xb8\xd0\xbd")), QStringLiteral("shchukin"));
    EXPECT_EQ(loginFromName(QStringLiteral("  ")), QString());
    EXPECT_EQ(loginFromName(QStringLiteral("O'Neil-Smith")), QStringLiteral("oneil.smith"));
}

} // namespace
} // namespace crm::test
