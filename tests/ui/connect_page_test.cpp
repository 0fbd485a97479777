// The way to a server in the window: what is typed, what is wrong with it, what is kept.
#include "tests/support/mariadb_server.h"
#include "tests/ui/shell_fixture.h"
#include "ui/shell/program.h"
#include "ui/start/connect_page.h"
#include "ui/start/new_office_page.h"
#include "ui/start/welcome_page.h"
#include "ui/style/widgets.h"
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

namespace crm::test {
namespace {

class ConnectPageTest : public SettingsTest
{
protected:
    void SetUp() override
    {
        SettingsTest::SetUp();
        program = std::make_unique<Program>(builtinRegistry());
        program->start({});
        program->startWindow()->findChild<QAbstractButton *>(QStringLiteral("serverCard"))->click();
    }
    void TearDown() override
    {
        program.reset();
        SettingsTest::TearDown();
    }
    ConnectPage &page() { return program->startWindow()->connectPage(); }
    static MariaDbServer &server()
    {
        static MariaDbServer one;
        return one;
    }
    void typeServer()
    {
        page().hostEdit()->setText(QStringLiteral("localhost"));
        page().portEdit()->setText(QString::number(server().port()));
        page().caEdit()->setText(server().caFile());
    }
    /// What the banner says after "Test the connection".
    QString tested()
    {
        page().testButton()->click();
        EXPECT_TRUE(waitUntil([this] { return page().testButton()->isEnabled(); }, 30000));
        return page().banner()->text();
    }
    std::unique_ptr<Program> program;
};

TEST_F(ConnectPageTest, FaultsStandBesideTheirFields)
{
    EXPECT_EQ(program->startWindow()->currentPage(), &page());
    page().connectButton()->click();
    EXPECT_EQ(page().faults().size(), 3) << "host, login, password";
    page().hostEdit()->setText(QStringLiteral("http://crm.example.com"));
    page().portEdit()->setText(QStringLiteral("0"));
    page().databaseEdit()->setText(QStringLiteral("My Office"));
    page().caEdit()->setText(QStringLiteral("/nowhere/ca.pem"));
    page().loginEdit()->setText(QStringLiteral("anna"));
    page().passwordEdit()->setText(QStringLiteral("secret"));
    page().connectButton()->click();
    EXPECT_EQ(page().faults().size(), 4);
    EXPECT_TRUE(page().connectButton()->isEnabled());
    EXPECT_TRUE(profiles().isEmpty()) << "nothing wrong is kept";
}

TEST_F(ConnectPageTest, PlainConnectionsNeedTheWords)
{
    page().hostEdit()->setText(QStringLiteral("crm.example.com"));
    page().findChild<QCheckBox *>(QStringLiteral("plainBox"))->setChecked(true);
    page().wordsEdit()->setText(QStringLiteral("yes"));
    page().testButton()->click();
    EXPECT_EQ(page().faults().size(), 1);
    EXPECT_FALSE(page().profile().address.allowPlain);
    page().wordsEdit()->setText(plainWords());
    EXPECT_TRUE(page().profile().address.allowPlain);
}

TEST_F(ConnectPageTest, TheTestSaysWhatIsWrong)
{
    typeServer();
    EXPECT_TRUE(tested().contains(QStringLiteral("certificate is the right one"))) << tested().toStdString();
    page().caEdit()->setText(server().otherCaFile());
    EXPECT_TRUE(tested().contains(QStringLiteral("authority"))) << page().banner()->text().toStdString();
    page().caEdit()->setText(server().caFile());
    page().portEdit()->setText(QStringLiteral("1"));
    EXPECT_TRUE(tested().contains(QStringLiteral("cannot be reached"))) << page().banner()->text().toStdString();
    page().hostEdit()->setText(QStringLiteral("no-such-host.invalid"));
    EXPECT_TRUE(tested().contains(QStringLiteral("no server of that name"))) << page().banner()->text().toStdString();
    typeServer();
    page().loginEdit()->setText(QStringLiteral("anna"));
    page().passwordEdit()->setText(QStringLiteral("wrong"));
    EXPECT_TRUE(tested().contains(QStringLiteral("wrong"))) << page().banner()->text().toStdString();
}

TEST_F(ConnectPageTest, AFailedConnectionIsShownAndTheWayToItKept)
{
    typeServer();
    page().loginEdit()->setText(QStringLiteral("anna"));
    page().passwordEdit()->setText(QStringLiteral("wrong"));
    page().connectButton()->click();
    ASSERT_TRUE(waitUntil([this] { return page().connectButton()->isEnabled(); }, 30000));
    EXPECT_TRUE(page().banner()->isVisibleTo(&page()));
    ASSERT_EQ(profiles().size(), 1);
    EXPECT_EQ(profiles().first().name, QStringLiteral("office"));
    EXPECT_NE(profiles().first().address.caFile, server().caFile()) << "a copy of the certificate is kept";
    Prompts::setNextAnswer(Prompts::Yes);
    page().begin();
    EXPECT_EQ(page().profileBox()->count(), 2);
    page().findChild<QToolButton *>(QStringLiteral("forgetButton"))->click();
    EXPECT_TRUE(profiles().isEmpty());
}

TEST_F(ConnectPageTest, TheWizardChecksTheServerAndSaysWhatItWillDo)
{
    page().findChild<QPushButton *>(QStringLiteral("newOfficeButton"))->click();
    NewOfficePage &office = program->startWindow()->newOffice();
    ASSERT_EQ(program->startWindow()->currentPage(), &office);
    office.fields().host->clear();
    office.nextButton()->click();
    EXPECT_EQ(office.faults().size(), 1);
    office.fields().host->setText(QStringLiteral("localhost"));
    office.fields().port->setText(QString::number(server().port()));
    office.fields().ca->setText(server().caFile());
    office.fields().rootPassword->setText(QStringLiteral("wrong"));
    office.nextButton()->click();
    ASSERT_TRUE(waitUntil([&] { return office.nextButton()->isEnabled(); }, 30000));
    EXPECT_EQ(office.step(), NewOfficePage::Server);
    EXPECT_TRUE(office.banner()->isVisibleTo(&office));
}

} // namespace
} // namespace crm::test
