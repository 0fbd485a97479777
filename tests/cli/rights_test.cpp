#include "tests/cli/cli_fixture.h"

using namespace crm::test;

/// An administrator with a password, Anna who sees her own, and one client of each.
class CliRights : public Cli
{
protected:
    void SetUp() override
    {
        init("secret-1\n");
        const QStringList sign = {"--user", login("admin"), "--password-stdin"};
        ASSERT_EQ(run(sign + QStringList{"user", "add", login("anna"), "--name", "Anna", "--role",
                                         "Staff (own records)", "--new-password-stdin"},
                      "secret-1\nsecret-1\n")
                      .code,
                  0);
        ASSERT_EQ(as("admin", {"role", "set", "Staff (own records)", "clients", "read=own", "create=own", "update=own",
                               "export=own"})
                      .code,
                  0);
        ASSERT_EQ(as("admin", {"create", "clients", "name=Hidden Roses", "phone=+7 912 000-11-22"}).code, 0);
        ASSERT_EQ(as("anna", {"create", "clients", "name=Annas Roses"}).code, 0);
        hidden = as("admin", {"show", "clients", "Hidden Roses", "--json"}).json()["id"].toString();
    }
    QString hidden;
};

TEST_F(CliRights, withAPasswordOneHasToSignIn)
{
    EXPECT_EQ(raw(where() + QStringList{"list", "clients"}).code, 3);
    const Ran wrong = run({"--user", login("admin"), "--password-stdin", "--json", "list", "clients"}, "wrong\n");
    EXPECT_EQ(wrong.code, 3);
    EXPECT_EQ(wrong.error()["kind"].toString(), "denied");
    EXPECT_EQ(run({"--user", "nobody", "--password-stdin", "list", "clients"}, "secret-1\n").code, 3);
    EXPECT_EQ(as("admin", {"list", "clients", "--count"}).text(), "2");

    QProcessEnvironment e = quietEnvironment();
    e.insert("MYCRM_USER", login("anna"));
    const QStringList list = {"list", "clients", "--count"};
    EXPECT_EQ(raw(where() + QStringList{"--password-stdin"} + list, "secret-1\n", e).text(), "1");
    e.insert("MYCRM_PASSWORD_FILE", file("password", "secret-1\n"));
    EXPECT_EQ(raw(where() + list, {}, e).text(), "1");
    e.insert("MYCRM_PASSWORD_FILE", folder.filePath("missing"));
    EXPECT_EQ(raw(where() + list, {}, e).code, 3);
}

TEST_F(CliRights, aPersonSeesOnlyTheirOwn)
{
    EXPECT_EQ(as("anna", {"list", "clients", "--count"}).text(), "1");
    EXPECT_FALSE(as("anna", {"list", "clients", "--json"}).out.contains("Hidden"));
    EXPECT_EQ(as("anna", {"list", "clients", "--where", "name ~ Hidden", "--count"}).text(), "0");
    EXPECT_FALSE(as("anna", {"search", "roses", "--json"}).out.contains("Hidden"));
    EXPECT_TRUE(as("anna", {"search", "roses", "--json"}).out.contains("Annas"));
    EXPECT_TRUE(as("anna", {"search", "0001122", "--json"}).json()["hits"].toArray().isEmpty());
    EXPECT_FALSE(as("anna", {"export", "clients"}).out.contains("Hidden"));
    EXPECT_TRUE(as("anna", {"export", "clients"}).out.contains("Annas"));
    for (const QStringList &words : {QStringList{"show", "clients", hidden},
                                     {"history", "clients", hidden},
                                     {"set", "clients", hidden, "name=Mine"},
                                     {"delete", "clients", hidden}}) {
        const Ran ran = as("anna", words + QStringList{"--json"});
        EXPECT_TRUE(ran.code == 3 || ran.code == 4) << qPrintable(words.join(u' ')) << ran.code;
        EXPECT_FALSE(ran.out.contains("Hidden")) << ran.out.constData();
    }
    EXPECT_EQ(as("admin", {"show", "clients", hidden, "--json"}).json()["name"].toString(), "Hidden Roses");
}

TEST_F(CliRights, undoDoesNotGoOverWhatOthersHaveChanged)
{
    const auto imported = as("admin", {"import", "clients", file("c.csv", "name\nTulips\nViolets\n"), "--json"}).json();
    const QString batch = imported["batch"].toString();
    ASSERT_EQ(as("admin", {"set", "clients", "Tulips", "owner_id=Anna"}).code, 0);
    ASSERT_EQ(as("anna", {"set", "clients", "Tulips", "city=Perm"}).code, 0);
    const Ran undone = as("admin", {"undo", "--batch", batch, "--json"});
    EXPECT_EQ(undone.code, 10) << undone.err.constData();
    EXPECT_EQ(undone.json()["undone"].toInt(), 1);
    const QJsonObject left = undone.json()["left"].toArray().at(0).toObject();
    EXPECT_EQ(left["title"].toString(), "Tulips");
    EXPECT_EQ(left["changed_by"].toString(), "Anna");
    EXPECT_TRUE(as("admin", {"undo", "--batch", batch}).text().contains("Anna"));
    EXPECT_EQ(as("anna", {"list", "clients", "--count"}).text(), "2") << "hers is still there";

    // One change: the creation.
    const QString id = as("admin", {"show", "clients", "Tulips", "--json"}).json()["id"].toString();
    const QJsonArray changes = as("admin", {"history", "clients", id, "--json"}).json()["changes"].toArray();
    const QString creation = QString::number(changes.last().toObject()["number"].toInteger());
    const Ran refused = as("admin", {"undo", creation, "--json"});
    EXPECT_EQ(refused.code, 5);
    EXPECT_TRUE(refused.error()["sentence"].toString().contains("--at-version 3")) << refused.out.constData();
    EXPECT_EQ(as("admin", {"undo", creation, "--at-version", "2"}).code, 5);
    EXPECT_EQ(as("admin", {"undo", creation, "--at-version", "3", "--force"}).code, 1);
    EXPECT_EQ(as("admin", {"undo", creation, "--at-version", "3"}).code, 0);
    EXPECT_EQ(as("anna", {"list", "clients", "--count"}).text(), "1");
    EXPECT_EQ(as("admin", {"undo", "--batch", batch}).code, 0) << "nothing is left to do";
    EXPECT_EQ(as("admin", {"undo", "--batch", batch}).code, 2) << "it has been taken back";
}

TEST_F(CliRights, anImportReachesNoFurtherThanItsPerson)
{
    const QString csv = file("mine.csv", "id,name\n" + hidden.toUtf8() + ",Stolen\n");
    const Ran ran = as("anna", {"import", "clients", csv, "--json"});
    EXPECT_EQ(ran.code, 10);
    EXPECT_EQ(ran.json()["refused"].toInt(), 1);
    EXPECT_FALSE(ran.out.contains("Hidden"));
    EXPECT_EQ(as("admin", {"show", "clients", hidden, "--json"}).json()["name"].toString(), "Hidden Roses");
    const Ran own = as("anna", {"import", "clients", file("new.csv", "name,city\nNew Roses,Rome\n"), "--json"});
    EXPECT_EQ(own.json()["inserted"].toInt(), 1);
    EXPECT_EQ(as("anna", {"list", "clients", "--count"}).text(), "2");
}

TEST_F(CliRights, theRightToExportIsItsOwn)
{
    ASSERT_EQ(as("admin", {"role", "set", "Staff (own records)", "clients", "export=none"}).code, 0);
    EXPECT_EQ(as("anna", {"export", "clients"}).code, 3);
    EXPECT_TRUE(as("anna", {"export", "clients"}).out.isEmpty());
    EXPECT_EQ(as("anna", {"list", "clients", "--count"}).text(), "1");
}

TEST_F(CliRights, aRoleIsLimitedToGroupsOfClients)
{
    const QString staff = "Staff (own records)";
    ASSERT_EQ(as("admin", {"create", "client_groups", "name=Big"}).code, 0);
    EXPECT_NE(as("anna", {"role", "limit", staff, "Big"}).code, 0);
    ASSERT_EQ(as("admin", {"role", "limit", staff, "Big"}).code, 0);
    const QJsonObject role = as("admin", {"role", "show", staff, "--json"}).json();
    EXPECT_TRUE(role["is_limited"].toBool());
    EXPECT_EQ(role["limited_to"].toArray(), QJsonArray{"Big"});
    EXPECT_TRUE(as("admin", {"role", "show", staff}).text().contains("Only clients of these groups"));
    EXPECT_EQ(as("anna", {"list", "clients", "--count"}).text(), "0") << "hers is in no group";
    EXPECT_FALSE(as("anna", {"export", "clients"}).out.contains("Roses"));
    ASSERT_EQ(as("admin", {"role", "limit", staff, "none"}).code, 0);
    EXPECT_EQ(as("anna", {"list", "clients", "--count"}).text(), "1");
}

TEST_F(CliRights, peopleAndRolesBelongToAdministrators)
{
    EXPECT_NE(as("anna", {"user", "add", "eve", "--role", "Administrator"}).code, 0);
    EXPECT_NE(as("anna", {"role", "set", "Staff (own records)", "clients", "read=all"}).code, 0);
    EXPECT_EQ(as("anna", {"check"}).code, 3);
    EXPECT_EQ(as("anna", {"list", "clients", "--count"}).text(), "1");

    const QJsonArray users = as("admin", {"user", "list", "--json"}).json()["users"].toArray();
    ASSERT_EQ(users.size(), 2);
    EXPECT_EQ(users[1].toObject()["login"].toString(), login("anna"));
    EXPECT_EQ(users[1].toObject()["role"].toString(), "Staff (own records)");
    EXPECT_TRUE(as("admin", {"role", "list"}).text().contains("Read only"));
    const QJsonObject role = as("admin", {"role", "show", "Staff (own records)", "--json"}).json();
    EXPECT_FALSE(role["is_admin"].toBool());
    EXPECT_FALSE(role["rights"].toArray().isEmpty());

    EXPECT_EQ(as("admin", {"user", "deactivate", login("anna")}).code, 0);
    EXPECT_EQ(as("anna", {"list", "clients"}).code, 3);
    EXPECT_EQ(as("admin", {"user", "activate", login("anna")}).code, 0);
    EXPECT_EQ(as("anna", {"list", "clients"}).code, 0);
    EXPECT_EQ(
        run({"--user", login("admin"), "--password-stdin", "user", "password", login("anna")}, "secret-1\nother-22\n")
            .code,
        0);
    EXPECT_EQ(as("anna", {"list", "clients"}).code, 3);
    EXPECT_EQ(run({"--user", login("anna"), "--password-stdin", "list", "clients", "--count"}, "other-22\n").text(),
              "1");
    EXPECT_NE(as("admin", {"user", "deactivate", login("admin")}).code, 0) << "the last administrator stays";
    const Ran weak = run({"--user", login("admin"), "--password-stdin", "--json", "user", "add", login("eve"), "--role",
                          "Read only", "--new-password-stdin"},
                         "secret-1\nx\n");
    EXPECT_EQ(weak.code, 2);
    EXPECT_EQ(as("admin", {"list", "users", "--count"}).text(), "2") << "a refused password leaves no person behind";
}

TEST_F(CliRights, mergingNeedsItsRight)
{
    const QString one = as("anna", {"create", "clients", "name=One", "--json"}).json()["id"].toString();
    const QString two = as("anna", {"create", "clients", "name=Two", "--json"}).json()["id"].toString();
    EXPECT_EQ(as("anna", {"merge", "clients", one, two}).code, 3);
    EXPECT_EQ(as("anna", {"merge", "clients", one, two, "--dry-run"}).code, 3);
    EXPECT_EQ(as("anna", {"show", "clients", two, "--json"}).json()["id"].toString(), two);
    EXPECT_EQ(as("admin", {"merge", "clients", one, two}).code, 0);
}
