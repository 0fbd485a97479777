// A server that goes and comes back in the middle of a story. On a MariaDB only: a file does not go away.
#include "tests/stories/story.h"
#include "tests/support/delaying_proxy.h"
#include "tests/support/temp_office.h"
#include <QLineEdit>

using namespace crm;
using namespace crm::test;

namespace {

class OutageStories : public Story
{
protected:
    void SetUp() override
    {
        qputenv("CRM_TEST_ENGINE", "mariadb");
        Story::SetUp();
        proxy = std::make_unique<DelayingProxy>(database->office().server().port());
        client = made("clients", {{"name", "Roses"}, {"city", "Omsk"}});
        comes("anna");
        through = database->target();
        through.server.port = proxy->port();
        person("anna").comes(through);
    }
    void TearDown() override
    {
        comesBack();
        Story::TearDown();
        proxy.reset();
    }
    void goes()
    {
        proxy->refuse(true);
        proxy->cut();
        ASSERT_TRUE(waitUntil([&] { return person("anna").window().banner().isVisible(); }, 30'000)) << "it is said";
    }
    void comesBack() { proxy->refuse(false); }
    bool isBack()
    {
        return waitUntil([&] { return !person("anna").window().banner().isVisible(); }, 60'000);
    }
    std::unique_ptr<DelayingProxy> proxy;
    Target through;
    Id client = 0;
};

} // namespace

TEST_F(OutageStories, AFormIsWrittenOnAndSavedWhenTheServerIsBack)
{
    Person &anna = person("anna");
    anna.opensRecord("Roses");
    anna.fills("city", "Perm");
    goes();
    anna.fills("phone", "123");
    EXPECT_EQ(qobject_cast<QLineEdit *>(&anna.control("city"))->text(), "Perm");
    EXPECT_EQ(text("clients", client, "city"), "Omsk");
    comesBack();
    ASSERT_TRUE(isBack());
    anna.saves();
    EXPECT_EQ(text("clients", client, "city"), "Perm");
    EXPECT_EQ(text("clients", client, "phone"), "123");
}

TEST_F(OutageStories, ASaveThatFindsNobodyIsDoneOnceTheServerIsBack)
{
    Person &anna = person("anna");
    anna.opensRecord("Roses");
    anna.fills("city", "Perm");
    goes();
    anna.presses(Qt::Key_S, Qt::ControlModifier);
    QTest::qWait(300);
    EXPECT_TRUE(anna.record().hasUnsavedChanges());
    comesBack();
    ASSERT_TRUE(isBack());
    ASSERT_TRUE(waitUntil([&] { return anna.record().isIdle(); }, 60'000));
    if (anna.record().hasUnsavedChanges()) // its patience had come to an end
        anna.saves();
    EXPECT_EQ(text("clients", client, "city"), "Perm");
}

TEST_F(OutageStories, ADraftWrittenWithoutAServerOutlivesTheProgram)
{
    Person &anna = person("anna");
    anna.opensRecord("Roses");
    goes();
    anna.fills("city", "Perm");
    const DraftStore drafts(anna.session().target().key());
    ASSERT_SOON(drafts.find("clients", client).has_value());
    leaves("anna");
    comesBack();
    Person &again = comes("anna");
    again.comes(through);
    again.opensRecord("Roses");
    again.clicks("Restore the draft");
    again.saves();
    EXPECT_EQ(text("clients", client, "city"), "Perm");
}
