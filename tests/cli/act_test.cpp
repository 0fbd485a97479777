// What the buttons of a page do, done on the command line: with the same conditions, questions and rights.
#include "tests/cli/cli_fixture.h"

using namespace crm::test;

struct Act : Cli
{
    void SetUp() override
    {
        init();
        ASSERT_EQ(run({"create", "clients", "name=Roses"}).code, 0);
        const Ran made =
            run({"create", "invoices", "client_id=Roses", "--line", "title=Tea,quantity=2,rate=10.50", "--json"});
        ASSERT_EQ(made.code, 0) << made.out.constData();
        invoice = made.json()["id"].toString();
    }
    QStringList actionsOf(const QString &entity, const QString &record)
    {
        QStringList keys;
        for (const QJsonValue action : run({"act", entity, record, "--json"}).json()["actions"].toArray())
            keys << action["key"].toString();
        return keys;
    }
    QString invoice;
};

TEST_F(Act, IssuesOnceAndMakesOneFromAnother)
{
    EXPECT_TRUE(actionsOf("invoices", invoice).contains("issue"));
    const Ran issued = run({"act", "invoices", invoice, "issue", "--json"});
    ASSERT_EQ(issued.code, 0) << issued.out.constData();
    EXPECT_EQ(issued.json()["record"].toObject()["id"].toString(), invoice);
    EXPECT_FALSE(issued.json()["record"].toObject()["number"].toString().isEmpty());
    EXPECT_FALSE(actionsOf("invoices", invoice).contains("issue"));
    const Ran again = run({"act", "invoices", invoice, "issue", "--json"});
    EXPECT_EQ(again.code, 2);
    EXPECT_TRUE(again.error()["sentence"].toString().contains("cannot be done")) << again.out.constData();
    const Ran credited = run({"act", "invoices", invoice, "credit", "--json"});
    ASSERT_EQ(credited.code, 0) << credited.out.constData();
    EXPECT_EQ(credited.json()["entity"].toString(), "credit_notes");
    EXPECT_EQ(credited.json()["record"].toObject()["invoice_id"].toString(), invoice) << credited.out.constData();
}

TEST_F(Act, TakesWhatIsAskedFor)
{
    const Ran made = run({"create", "estimates", "client_id=Roses", "--line", "title=Tea,quantity=1,rate=5", "--json"});
    ASSERT_EQ(made.code, 0) << made.out.constData();
    const QString estimate = made.json()["id"].toString();
    const Ran without = run({"act", "estimates", estimate, "accept", "--json"});
    EXPECT_EQ(without.code, 2) << without.out.constData();
    EXPECT_TRUE(without.out.contains("accepted_by")) << without.out.constData();
    EXPECT_EQ(run({"act", "estimates", estimate, "accept", "nonsense=1"}).code, 2);
    const QString name = QStringLiteral(u"Anna \"A\" \u0416");
    const Ran accepted = run({"act", "estimates", estimate, "accept", "accepted_by=" + name, "--json"});
    ASSERT_EQ(accepted.code, 0) << accepted.out.constData();
    EXPECT_EQ(accepted.json()["record"].toObject()["accepted_by"].toString(), name);
    EXPECT_EQ(run({"act", "estimates", estimate, "nonsense"}).code, 1);
}

TEST_F(Act, DecidesAboutMissedDatesWhenToldSo)
{
    const QDate today = QDate::currentDate();
    spendDaily("Coffee", 9);
    ASSERT_EQ(run({"jobs", "run", "--all", "--only", "repeat"}).code, 0);
    EXPECT_TRUE(run({"act", "expenses", "Coffee"}).text().contains("Skip the 9 missed"));
    const Ran asked = run({"act", "expenses", "Coffee", "repeat_skip_missed", "--json"});
    EXPECT_EQ(asked.code, 2);
    EXPECT_TRUE(asked.error()["sentence"].toString().contains("--yes")) << asked.out.constData();
    EXPECT_EQ(run({"list", "expenses", "--where", "repeat_waiting > 0", "--count"}).text(), "1");
    EXPECT_EQ(run({"act", "expenses", "Coffee", "repeat_skip_missed", "--yes"}).code, 0);
    EXPECT_EQ(run({"list", "expenses", "--where", "repeat_waiting > 0", "--count"}).text(), "0");
    EXPECT_EQ(run({"list", "expenses", "--count"}).text(), "1");
    EXPECT_EQ(run({"show", "expenses", "Coffee", "--json"}).json()["repeats"].toObject()["next"][0].toString(),
              today.addDays(1).toString(Qt::ISODate));
}

TEST_F(Act, KeepsRights)
{
    ASSERT_EQ(run({"user", "add", login("anna"), "--name", "Anna", "--role", "Read only", "--new-password-stdin"},
                  "secret-1\n")
                  .code,
              0);
    EXPECT_TRUE(as("anna", {"act", "invoices", invoice, "--json"}).json()["actions"].toArray().isEmpty());
    const Ran ran = as("anna", {"act", "invoices", invoice, "issue", "--json"});
    EXPECT_EQ(ran.code, 3) << ran.out.constData();
    const Ran after = as("anna", {"show", "invoices", invoice, "--json"});
    EXPECT_EQ(after.json()["status"].toString(), "draft") << after.out.constData();
}
