// What a person is told when a connection does not come about or breaks, and that passwords are not given to anybody.
#include "tests/support/delaying_proxy.h"
#include "tests/support/server_link.h"
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
std::optional<Error> whyNot(const ServerAddress &address, const QString &user, const QString &password)
{
    return errorOf([&] { Database::openServer(address, user, password, {.connectSeconds = 2, .readSeconds = 2}); });
}

void expect(const std::optional<Error> &e, ErrorKind kind, const char *words)
{
    ASSERT_TRUE(e) << words;
    EXPECT_EQ(e->kind(), kind) << e->what();
    EXPECT_TRUE(e->sentence().contains(QLatin1String(words))) << e->what();
}
} // namespace

TEST(MariaDbConnectTest, VerifiesTheServer)
{
    const TestSchema schema;
    const ServerAddress right = addressOf(schema);
    auto db = Database::openServer(right, schema.user(), schema.password());
    Rows rows = db->run(QStringLiteral("SHOW SESSION STATUS LIKE 'Ssl_version'"));
    ASSERT_TRUE(rows.next());
    EXPECT_TRUE(rows.text(1).startsWith(QLatin1String("TLSv1."))) << rows.text(1).toStdString();

    ServerAddress byName = right;
    byName.host = QStringLiteral("localhost");
    EXPECT_FALSE(whyNot(byName, schema.user(), schema.password())) << "the certificate holds both";

    ServerAddress otherCa = right;
    otherCa.caFile = schema.server().otherCaFile();
    expect(whyNot(otherCa, schema.user(), schema.password()), ErrorKind::Connection, "was not signed by");
    ServerAddress noCa = right;
    noCa.caFile.clear();
    expect(whyNot(noCa, schema.user(), schema.password()), ErrorKind::Connection, "was not signed by");
    noCa.allowPlain = true;
    EXPECT_FALSE(whyNot(noCa, schema.user(), schema.password())) << "only when somebody said so";

    ServerAddress socket = right;
    socket.socket = schema.server().socketPath();
    EXPECT_FALSE(whyNot(socket, schema.user(), schema.password()));
}

TEST(MariaDbConnectTest, RefusesAnotherNameInTheCertificate)
{
    MariaDbServer server({.certificate = Certificate::WrongHostName});
    const TestSchema schema(server);
    expect(whyNot(addressOf(schema), schema.user(), schema.password()), ErrorKind::Connection,
           "a certificate for another name");
}

TEST(MariaDbConnectTest, RefusesAnExpiredCertificate)
{
    MariaDbServer server({.certificate = Certificate::Expired});
    const TestSchema schema(server);
    ServerAddress address = addressOf(schema);
    expect(whyNot(address, schema.user(), schema.password()), ErrorKind::Connection, "has expired");
    expect(whyNot(address, schema.user(), QStringLiteral("wrong")), ErrorKind::Connection, "has expired");
    address.allowPlain = true;
    EXPECT_FALSE(whyNot(address, schema.user(), schema.password()));
}

TEST(MariaDbConnectTest, RefusesAServerWithoutEncryption)
{
    MariaDbServer server({.certificate = Certificate::None});
    const TestSchema schema(server);
    ServerAddress address = addressOf(schema);
    expect(whyNot(address, schema.user(), schema.password()), ErrorKind::Connection, "offers no encryption");
    address.allowPlain = true;
    EXPECT_FALSE(whyNot(address, schema.user(), schema.password()));
}

TEST(MariaDbConnectTest, NeverSendsThePasswordItself)
{
    // PAM asks for it in the clear.
    MariaDbServer server(
        {.arguments = {QStringLiteral("--plugin-load-add=auth_pam"), QStringLiteral("--pam-use-cleartext-plugin=ON")}});
    const TestSchema schema(server);
    server.sql(QStringLiteral("CREATE USER clear@'%' IDENTIFIED VIA pam; CREATE USER old@'%' IDENTIFIED VIA "
                              "mysql_native_password USING PASSWORD('secret')"));
    const QString password = QStringLiteral("secret");
    expect(whyNot(addressOf(schema), QStringLiteral("clear"), password), ErrorKind::Denied, "was not sent");
    expect(whyNot(addressOf(schema), QStringLiteral("old"), password), ErrorKind::Denied, "was not sent");
}

TEST(MariaDbConnectTest, SaysWhatIsWrong)
{
    const TestSchema schema;
    const ServerAddress right = addressOf(schema);
    const auto wrongPassword = whyNot(right, schema.user(), QStringLiteral("tell-nobody"));
    expect(wrongPassword, ErrorKind::Denied, "name or the password is wrong");
    EXPECT_FALSE(QString::fromUtf8(wrongPassword->what()).contains(QLatin1String("tell-nobody")));
    for (int i = 0; i < 20; ++i) // the server pretends now this way of asking for a password and now that one
        expect(whyNot(right, QStringLiteral("nobody%1").arg(i), schema.password()), ErrorKind::Denied, "The name ");

    // For a login that it does not know the server plays another account, whichever that is, with its way of asking.
    int otherWays = 0;
    for (int i = 0; i < 40; ++i) {
        const auto unknown = whyNot(right, QStringLiteral("mistyped_%1").arg(i), QStringLiteral("secret"));
        expect(unknown, ErrorKind::Denied, "The name or the password is wrong");
        otherWays += unknown && unknown->sentence().contains(QLatin1String("was not sent")) ? 1 : 0;
    }
    EXPECT_GT(otherWays, 0) << "the server asks everybody in one way: nothing was tried";

    ServerAddress address = right;
    address.database = QStringLiteral("not_there");
    const auto noDatabase = whyNot(address, schema.user(), schema.password());
    expect(noDatabase, ErrorKind::Denied, "no such database");
    expect(whyNot(address, QStringLiteral("root"), schema.server().rootPassword()), ErrorKind::NotFound,
           "no such database");

    address = right;
    address.host = QStringLiteral("nowhere.invalid");
    expect(whyNot(address, schema.user(), schema.password()), ErrorKind::Connection, "no server of that name");

    DelayingProxy proxy(schema.server().port());
    address = right;
    address.port = proxy.port();
    proxy.refuse(true);
    expect(whyNot(address, schema.user(), schema.password()), ErrorKind::Connection, "closed it at once");
    proxy.refuse(false);
    proxy.freeze(true);
    expect(whyNot(address, schema.user(), schema.password()), ErrorKind::Connection, "does not answer");
    proxy.freeze(false);

    address.port = 1;
    expect(whyNot(address, schema.user(), schema.password()), ErrorKind::Connection, "nobody takes calls there");
}

TEST(MariaDbConnectTest, SaysWhatIsWrongWithTheAccount)
{
    const TestSchema schema;
    const ServerAddress right = addressOf(schema);
    const auto alter = [&](const char *what) {
        schema.server().sql(QStringLiteral("ALTER USER `%1`@'%' ").arg(schema.user()) + QLatin1String(what));
    };
    alter("ACCOUNT LOCK");
    expect(whyNot(right, schema.user(), schema.password()), ErrorKind::Denied, "is locked");
    alter("PASSWORD EXPIRE ACCOUNT UNLOCK"); // lets in, and then does nothing
    expect(errorOf([&] { openSchema(schema)->scalar(QStringLiteral("SELECT 1 FROM DUAL")); }), ErrorKind::Denied,
           "has expired");
    alter("PASSWORD EXPIRE NEVER");
    alter("WITH MAX_CONNECTIONS_PER_HOUR 1");
    EXPECT_FALSE(whyNot(right, schema.user(), schema.password()));
    expect(whyNot(right, schema.user(), schema.password()), ErrorKind::Busy, "too many connections");
}

TEST(MariaDbConnectTest, TellsBusyFromWrong)
{
    const TestSchema schema;
    schema.server().sql(QStringLiteral("ALTER USER `%1`@'%' WITH MAX_USER_CONNECTIONS 2").arg(schema.user()));
    auto one = openSchema(schema);
    auto two = openSchema(schema);
    one->exec(QStringLiteral("CREATE TABLE t (a INT PRIMARY KEY, b INT) ENGINE=InnoDB"));
    one->run(QStringLiteral("INSERT INTO t VALUES (1,1),(2,2)"));
    two->exec(QStringLiteral("SET SESSION innodb_lock_wait_timeout=1"));
    one->begin();
    one->run(QStringLiteral("UPDATE t SET b=5 WHERE a=1"));
    const auto waited = errorOf([&] { two->run(QStringLiteral("UPDATE t SET b=6 WHERE a=1")); });
    expect(waited, ErrorKind::Busy, "Others are working");
    one->rollback();
    const auto twice = errorOf([&] { one->run(QStringLiteral("INSERT INTO t VALUES (?,?)"), {1, 7}); });
    expect(twice, ErrorKind::Validation, "contradicts");
    one->exec(QStringLiteral("CREATE TABLE n (name VARCHAR(20) UNIQUE)"));
    one->run(QStringLiteral("INSERT INTO n VALUES (?)"), {QStringLiteral("private-words")});
    const auto known =
        errorOf([&] { one->run(QStringLiteral("INSERT INTO n VALUES (?)"), {QStringLiteral("private-words")}); });
    expect(known, ErrorKind::Validation, "contradicts");
    EXPECT_FALSE(QString::fromUtf8(known->what()).contains(QLatin1String("private-words"))) << known->what();
    expect(errorOf([&] { openSchema(schema); }), ErrorKind::Busy, "too many connections");
}

TEST(MariaDbConnectTest, SurvivesAKilledServer)
{
    MariaDbServer server;
    const TestSchema schema(server);
    auto db = openSchema(schema);
    auto idle = openSchema(schema);
    db->exec(QStringLiteral("CREATE TABLE t (a INT PRIMARY KEY) ENGINE=InnoDB"));
    const QString insert = QStringLiteral("INSERT INTO t VALUES (?)");
    db->run(insert, {1});
    server.kill();
    expect(errorOf([&] { db->run(insert, {2}); }), ErrorKind::Connection, "was lost");
    expect(errorOf([&] { openSchema(schema); }), ErrorKind::Connection, "nobody takes calls");
    server.start();
    expect(errorOf([&] { idle->begin(); }), ErrorKind::Connection, "was lost");
    db = openSchema(schema);
    EXPECT_EQ(db->scalar(QStringLiteral("SELECT COUNT(*) FROM t")).toInt(), 1);
}
