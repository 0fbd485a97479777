#include "tests/cli/cli_fixture.h"

using namespace crm::test;

struct CliMerge : Cli
{
    QString client(const QStringList &values)
    {
        const Ran made = run(QStringList{"create", "clients", "--json"} + values);
        EXPECT_EQ(made.code, 0) << made.err.constData();
        return made.json()["id"].toString();
    }
};

TEST_F(CliMerge, findsDuplicatesAndMergesThem)
{
    init();
    const QString a = client({"name=Acme"}), b = client({"name=ACME", "phone=+7 912 345-67-89"}),
                  c = client({"name=Bolt"});
    const Ran found = run({"duplicates", "clients", "--json"});
    ASSERT_EQ(found.code, 0) << found.err.constData();
    const QJsonArray groups = found.json()["groups"].toArray();
    ASSERT_EQ(groups.size(), 1);
    EXPECT_EQ(groups[0].toObject()["rule"].toString(), "name");
    EXPECT_EQ(groups[0].toObject()["records"].toArray().size(), 2);
    EXPECT_TRUE(run({"duplicates", "clients"}).text().contains("Acme"));
    EXPECT_EQ(run({"duplicates", "clients", "--rule", "phone", "--json"}).json()["groups"].toArray().size(), 0);
    EXPECT_EQ(run({"duplicates", "clients", "--rule", "nonsense"}).code, 1);
    ASSERT_EQ(run({"create", "contacts", "first_name=Bea", "client_id=" + b}).code, 0);

    const Ran plan = run({"merge", "clients", a, b, "--dry-run", "--json"});
    ASSERT_EQ(plan.code, 0) << plan.err.constData();
    EXPECT_EQ(plan.json()["moves"].toArray().size(), 1);
    EXPECT_TRUE(plan.json()["sets"].toObject().contains("phone")) << "the survivor has none";
    EXPECT_EQ(run({"show", "clients", b, "--json"}).json()["id"].toString(), b) << "nothing was done";

    const Ran merged = run({"merge", "clients", a, b, "--set", "name=Acme Ltd", "--json"});
    ASSERT_EQ(merged.code, 0) << merged.out.constData() << merged.err.constData();
    const QJsonObject now = run({"show", "clients", b, "--json"}).json();
    EXPECT_EQ(now["id"].toString(), a) << "the old id leads to the survivor";
    EXPECT_EQ(now["name"].toString(), "Acme Ltd");
    EXPECT_EQ(now["phone"].toString(), "+7 912 345-67-89");
    EXPECT_TRUE(run({"history", "clients", a}).text().contains("Merged into it"));
    EXPECT_EQ(run({"undo", "--batch", merged.json()["batch"].toString()}).code, 0);
    EXPECT_EQ(run({"show", "clients", b, "--json"}).json()["id"].toString(), b);
    EXPECT_EQ(run({"merge", "clients", a, a}).code, 2);
    EXPECT_EQ(run({"merge", "clients", a}).code, 1);
    EXPECT_EQ(run({"merge", "clients", a, "424242"}).code, 4);
    Q_UNUSED(c)
}
