// An office on a real MariaDB, made and administered by the real mycrmctl.
#include "tests/cli/cli_fixture.h"
#include "tests/support/mariadb_server.h"

namespace crm::test {
namespace {

const QByteArray password = "quiet-river-7";

class ServerCli : public Cli
{
protected:
    /// One server for all tests of this file; each office has a name of its own.
    static MariaDbServer &server()
    {
        static MariaDbServer one(
            {Certificate::Good, {"--event-scheduler=ON", "--innodb-ft-enable-stopword=OFF", "--local-infile=0"}});
        return one;
    }
    QStringList asRoot() const { return {"--socket", server().socketPath(), "--root", "root", "--database", office}; }
    QByteArray rootLine() const { return server().rootPassword().toUtf8() + '\n'; }
    Ran root(const QStringList &verb, const QByteArray &input = {})
    {
        return raw(QStringList{"--lang", "en", "server"} + verb + asRoot(), rootLine() + input);
    }
    Ran makeOffice() { return root({"init", "--admin", anna, "--language", "en", "--json"}, password + '\n'); }
    /// As the person, over TCP and TLS.
    Ran person(const QString &login, const QByteArray &secret, const QStringList &verb, const QByteArray &more = {})
    {
        return raw(QStringList{"--lang", "en", "--profile", office, "--user", login, "--password-stdin"} + verb,
                   secret + '\n' + more);
    }
    void addProfile()
    {
        ASSERT_EQ(raw({"profile", "add", office, "--host", "localhost", "--port", QString::number(server().port()),
                       "--ca", server().caFile(), "--database", office})
                      .code,
                  0);
    }
    // Accounts belong to the whole server: two offices on one cannot both have an anna.
    QString office = MariaDbServer::uniqueName(QStringLiteral("o"));
    const QString anna = MariaDbServer::uniqueName(QStringLiteral("anna"));
    const QString boris = MariaDbServer::uniqueName(QStringLiteral("boris"));
};

TEST_F(ServerCli, twoCommandsMakeAnOffice)
{
    const Ran made = makeOffice();
    ASSERT_EQ(made.code, 0) << made.out.constData() << made.err.constData();
    EXPECT_FALSE(made.json()["adopted"].toBool());
    EXPECT_GE(made.json()["owner_password"].toString().size(), 16);
    EXPECT_GE(made.json()["service_password"].toString().size(), 16);
    addProfile();

    const Ran added = person(anna, password, {"user", "add", boris, "--role", "Administrator", "--new-password-stdin"},
                             "green-table-9\n");
    ASSERT_EQ(added.code, 0) << added.err.constData();
    EXPECT_EQ(person(boris, "green-table-9", {"list", "clients"}).code, 0);
    EXPECT_EQ(person(boris, "wrong", {"list", "clients"}).code, 3);
    EXPECT_EQ(person("nobody", "green-table-9", {"list", "clients"}).code, 3);
    // The server itself refuses what the program would never ask.
    EXPECT_EQ(
        server().sql(QStringLiteral("SELECT COUNT(*) FROM information_schema.SCHEMA_PRIVILEGES WHERE GRANTEE LIKE "
                                    "'''%2''%' AND TABLE_SCHEMA='%1_data'")
                         .arg(office)),
        QList<QStringList>{{"0"}});
    const QList<QStringList> locked = server().sql(
        QStringLiteral("SELECT COUNT(*) FROM mysql.global_priv WHERE User IN ('%1_definer','%1_keeper') AND "
                       "JSON_VALUE(Priv,'$.account_locked')=1")
            .arg(office));
    EXPECT_EQ(locked, QList<QStringList>{{"2"}});
    // What the program used to come in with has gone.
    EXPECT_EQ(
        server().sql(QStringLiteral("SELECT COUNT(*) FROM mysql.global_priv WHERE User LIKE '%1_setup%'").arg(office)),
        QList<QStringList>{{"0"}});
}

TEST_F(ServerCli, makingItAgainAdoptsWhatIsThere)
{
    ASSERT_EQ(makeOffice().code, 0);
    const Ran again = root({"init", "--json"});
    ASSERT_EQ(again.code, 0) << again.err.constData();
    EXPECT_TRUE(again.json()["adopted"].toBool());
    EXPECT_FALSE(again.json().contains("owner_password")) << "accounts keep their passwords";
    addProfile();
    EXPECT_EQ(person(anna, password, {"list", "clients"}).code, 0);
}

TEST_F(ServerCli, theOwnerUpgradesWithoutRoot)
{
    const Ran made = makeOffice();
    ASSERT_EQ(made.code, 0);
    const QByteArray owner = made.json()["owner_password"].toString().toUtf8() + '\n';
    const QStringList asOwner = {
        "server", "upgrade",         "--host", "localhost",       "--port",     QString::number(server().port()),
        "--ca",   server().caFile(), "--root", office + "_owner", "--database", office,
        "--json"};
    const Ran current = raw(asOwner, owner);
    ASSERT_EQ(current.code, 0) << current.err.constData();
    EXPECT_FALSE(current.json()["upgraded"].toBool());
    server().sql(
        QStringLiteral("ALTER TABLE %1_data.clients DROP COLUMN city__f, DROP COLUMN city; DROP VIEW %1.leads; "
                       "UPDATE %1_data.meta SET value='older' WHERE `key`='fingerprint'")
            .arg(office));
    const Ran upgraded = raw(asOwner, owner);
    ASSERT_EQ(upgraded.code, 0) << upgraded.out.constData() << upgraded.err.constData();
    EXPECT_TRUE(upgraded.json()["upgraded"].toBool());
    addProfile();
    EXPECT_EQ(person(anna, password, {"create", "clients", "name=Roses", "city=Perm"}).code, 0);
    EXPECT_EQ(person(anna, password, {"list", "leads"}).code, 0);
    EXPECT_EQ(root({"upgrade", "--json"}).json()["upgraded"].toBool(true), false);
    const QString right = std::exchange(office, MariaDbServer::uniqueName("none"));
    EXPECT_EQ(root({"upgrade"}).code, 4) << "there is no such office";
    office = right;
    EXPECT_EQ(raw(asOwner, "wrong\n").code, 3);
}

TEST_F(ServerCli, anAccountOfAnotherProgramIsLeftAlone)
{
    server().sql(QStringLiteral("CREATE USER %1 IDENTIFIED BY 'x-y-z-12'").arg(anna));
    const Ran refused = makeOffice();
    EXPECT_EQ(refused.code, 2) << refused.err.constData();
    EXPECT_TRUE(refused.out.contains("another program")) << refused.out.constData();
    server().sql(QStringLiteral("DROP USER %1").arg(anna));
    EXPECT_EQ(makeOffice().code, 0) << "and a second try is not spoilt by the first";
    addProfile();
    EXPECT_EQ(person(anna, password, {"list", "clients"}).code, 0);
}

TEST_F(ServerCli, aDryRunDoesNothing)
{
    const Ran ran = root({"init", "--dry-run", "--json"});
    ASSERT_EQ(ran.code, 0) << ran.err.constData();
    EXPECT_GE(ran.json()["plan"].toArray().size(), 5);
    EXPECT_EQ(server().sql(QStringLiteral("SHOW DATABASES LIKE '%1%'").arg(office)).size(), 0);
}

TEST_F(ServerCli, aLockedOutAdministratorComesBack)
{
    ASSERT_EQ(makeOffice().code, 0);
    addProfile();
    server().sql(QStringLiteral("UPDATE %1_data.users SET active=0, role_id=(SELECT MAX(id) FROM %1_data.roles); "
                                "UPDATE %1_data.people SET locked=1; CALL %1_data.follow_people(NULL,NULL); "
                                "CALL %1_data.account_apply(0); "
                                "INSERT INTO %1_data.allowed_addresses (user_id,purpose,first,last) SELECT id,'use',"
                                "INET6_ATON('10.9.9.9'),INET6_ATON('10.9.9.9') FROM %1_data.users")
                     .arg(office));
    EXPECT_EQ(person(anna, password, {"list", "clients"}).code, 3);
    const Ran rescued = root({"rescue", "--admin", anna}, "blue-window-4\n");
    ASSERT_EQ(rescued.code, 0) << rescued.err.constData();
    EXPECT_EQ(person(anna, password, {"list", "clients"}).code, 3) << "the old password no longer holds";
    const Ran back = person(anna, "blue-window-4", {"user", "list", "--json"});
    ASSERT_EQ(back.code, 0) << back.err.constData();
    EXPECT_TRUE(back.json()["users"].toArray().at(0)["active"].toBool());
    EXPECT_EQ(root({"rescue", "--admin", anna}, "short\n").code, 2);
}

TEST_F(ServerCli, addressListsKeepOutAndNobodyLocksThemselvesOut)
{
    ASSERT_EQ(makeOffice().code, 0);
    addProfile();
    ASSERT_EQ(person(anna, password, {"user", "add", boris, "--role", "Administrator", "--new-password-stdin"},
                     "green-table-9\n")
                  .code,
              0);
    EXPECT_EQ(person(anna, password, {"server", "allow", "10.1.1.300", "--person", boris}).code, 1);
    EXPECT_EQ(person(anna, password, {"server", "allow", "10.1.1.1"}).code, 1) << "for whom?";
    EXPECT_EQ(person(anna, password, {"server", "allow", "10.1.1.1", "--person", anna}).code, 2);
    EXPECT_EQ(person(anna, password, {"server", "addresses", "--json"}).json()["addresses"].toArray().size(), 0);
    ASSERT_EQ(person(anna, password, {"server", "allow", "10.1.1.0/24", "--person", boris}).code, 0);
    EXPECT_EQ(person(boris, "green-table-9", {"list", "clients"}).code, 3);
    const Ran refused = person(anna, password, {"server", "refused", "--json"});
    EXPECT_EQ(refused.json()["refused"].toArray().at(0)["reason"], "address");
    const QJsonArray lines = person(anna, password, {"server", "addresses", "--json"}).json()["addresses"].toArray();
    ASSERT_EQ(lines.size(), 1);
    ASSERT_EQ(person(anna, password, {"server", "deny", QString::number(lines[0]["id"].toInteger())}).code, 0);
    EXPECT_EQ(person(boris, "green-table-9", {"list", "clients"}).code, 0);
    EXPECT_EQ(person(boris, "green-table-9", {"server", "people", "--json"}).json()["people"].toArray().size(), 2);
}

TEST_F(ServerCli, whatIsWrongIsSaidInWords)
{
    ASSERT_EQ(makeOffice().code, 0);
    const QString port = QString::number(server().port());
    const auto refusal = [&](const QStringList &options) {
        const QString name = MariaDbServer::uniqueName(QStringLiteral("p"));
        EXPECT_EQ(raw(QStringList{"profile", "add", name} + options).code, 0);
        const Ran ran = raw({"--lang", "en", "--profile", name, "--user", anna, "--password-stdin", "list", "clients"},
                            password + '\n');
        EXPECT_NE(ran.code, 0) << qPrintable(options.join(u' '));
        return QString::fromUtf8(ran.err);
    };
    const QStringList ca = {"--ca", server().caFile()}, db = {"--database", office};
    EXPECT_TRUE(refusal(QStringList{"--host", "no-such-host.invalid", "--port", port} + ca + db)
                    .contains("no server of that name"));
    EXPECT_TRUE(refusal(QStringList{"--host", "localhost", "--port", "1"} + ca + db).contains("cannot be reached"));
    EXPECT_TRUE(refusal(QStringList{"--host", "localhost", "--port", port, "--ca", server().otherCaFile()} + db)
                    .contains("certificate"));
    EXPECT_FALSE(refusal(QStringList{"--host", "localhost", "--port", port, "--database", "other"} + ca).isEmpty());

    const Ran check =
        raw(QStringList{"--lang", "en", "server", "check", "--json", "--untested-server"} + asRoot(), "wrong\n");
    EXPECT_EQ(check.code, 3) << check.out.constData();
    const QString foreign = MariaDbServer::uniqueName(QStringLiteral("f"));
    server().sql(QStringLiteral("CREATE DATABASE %1; CREATE TABLE %1.wp_posts (id INT)").arg(foreign));
    office = foreign;
    const Ran other = root({"init", "--json"}, password + '\n');
    EXPECT_EQ(other.code, 8);
    EXPECT_TRUE(other.out.contains("another program")) << other.out.constData();
}

} // namespace
} // namespace crm::test
