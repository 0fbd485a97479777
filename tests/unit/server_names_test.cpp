// Names, literals, addresses and verifiers of a shared server; no connection.
#include "core/access/ed25519_verifier.h"
#include "core/store/server/server_accounts.h"
#include "core/store/server/server_check.h"
#include "core/store/server/server_names.h"
#include <gtest/gtest.h>

using namespace crm;

TEST(ServerNamesTest, MakesAccountsFromLogins)
{
    const ServerNames names("office");
    EXPECT_EQ(accountName("anna", names), "anna");
    EXPECT_EQ(accountName("anna.b", names).left(7), "anna_b_");
    EXPECT_EQ(accountName("anna.b", names).size(), 13);
    EXPECT_NE(accountName("anna.b", names), accountName("anna-b", names));
    for (const char *reserved :
         {"root", "public", "office_keeper", "office_role_1", "mysql_x", "a'b", "a`b", "a@b", ""})
        EXPECT_NE(accountName(QLatin1String(reserved), names), QLatin1String(reserved)) << reserved;
    EXPECT_EQ(accountName(QString(64, u'a'), names).size(), 47);
}

TEST(ServerNamesTest, RefusesNamesThatCannotBe)
{
    for (const char *good : {"office", "o", "my_crm2"})
        EXPECT_TRUE(databaseNameFault(QLatin1String(good)).isEmpty()) << good;
    for (const char *bad : {"", "Office", "1a", "a b", "a`b", "mysql", "sys", "a-b", "a\n"})
        EXPECT_FALSE(databaseNameFault(QLatin1String(bad)).isEmpty()) << bad;
}

TEST(ServerNamesTest, WritesLiteralsThatNoModeReadsOtherwise)
{
    EXPECT_EQ(sqlLiteral("plain text"), "'plain text'");
    for (const char *text : {"it's", "back\\slash", "a\n", "'; DROP TABLE x; --"})
        EXPECT_TRUE(sqlLiteral(QLatin1String(text)).startsWith("CONVERT(X'")) << text;
}

TEST(ServerNamesTest, MakesVerifiersAsMariaDbDoes)
{
    EXPECT_EQ(mariadbVerifier("secret"), "ZIgUREUg5PVgQ6LskhXmO+eZLS0nC8be6HPjYWR4YJY"); // MariaDB's documentation
}

TEST(ServerNamesTest, ReadsRangesOfAddresses)
{
    const auto range = [](const char *text) {
        const auto r = addressRange(QLatin1String(text));
        return r ? (r->first.toHex() + '-' + r->last.toHex()).toStdString() : std::string();
    };
    EXPECT_EQ(range("10.0.0.7"), "0a000007-0a000007");
    EXPECT_EQ(range(" 10.0.0.1 - 10.0.0.99 "), "0a000001-0a000063");
    EXPECT_EQ(range("10.1.2.3/8"), "0a000000-0affffff");
    EXPECT_EQ(range("192.168.7.9/30"), "c0a80708-c0a8070b");
    EXPECT_EQ(range("0.0.0.0/0"), "00000000-ffffffff");
    EXPECT_EQ(range("2001:db8::/33"), "20010db8000000000000000000000000-20010db87fffffffffffffffffffffff");
    for (const char *bad : {"", "x", "10.1", "10.0.0.9-10.0.0.1", "10.0.0.1-::1", "10.0.0.1/33", "10.0.0.1/-1",
                            "10.0.0.1/", "fe80::1%eth0"})
        EXPECT_EQ(range(bad), "") << bad;
}

TEST(ServerVersionTest, TooOldAndUntestedServersAreRefusedInWords)
{
    for (const char *good : {"10.6.0-MariaDB", "10.11.6-MariaDB-0+deb12u1", "11.4.2-MariaDB-log", "12.0.1-mariadb"})
        EXPECT_EQ(versionFinding(QLatin1String(good)).weight, ServerFinding::Fine) << good;
    for (const char *old : {"10.5.23-MariaDB", "10.3.39-MariaDB-1:10.3.39", "5.5.68-MariaDB"}) {
        const ServerFinding f = versionFinding(QLatin1String(old));
        EXPECT_EQ(f.weight, ServerFinding::Stop) << old;
        EXPECT_TRUE(f.sentence.contains(QLatin1String("too old: 10.6"))) << qPrintable(f.sentence);
        EXPECT_FALSE(f.remedy.isEmpty());
    }
    const ServerFinding mysql = versionFinding(QStringLiteral("8.0.36"));
    EXPECT_EQ(mysql.weight, ServerFinding::Stop);
    EXPECT_TRUE(mysql.sentence.contains(QLatin1String("MySQL 8.0.36: untested"))) << qPrintable(mysql.sentence);
    EXPECT_EQ(versionFinding(QStringLiteral("8.0.36"), {.untestedServer = true}).weight, ServerFinding::Advice);
}

TEST(ServerVersionTest, WhoComesToAnotherServerThanAMariaDbIsTold)
{
    for (const char *known : {"10.6.0-MariaDB", "10.11.6-MariaDB-0+deb12u1", "12.0.1-mariadb", ""})
        EXPECT_EQ(untestedServerWarning(QLatin1String(known)), QString()) << known;
    for (const char *other : {"8.0.36", "8.4.3-commercial", "5.7.44-log", "8.0.36-28.1"}) {
        const QString warning = untestedServerWarning(QLatin1String(other));
        EXPECT_TRUE(warning.startsWith(
            QStringLiteral("This is MySQL %1: untested").arg(QString::fromLatin1(other).section(u'-', 0, 0))))
            << qPrintable(warning);
    }
}
