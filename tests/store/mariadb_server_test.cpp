// The test server itself: what the other tests rely on.
#include "tests/support/mariadb_server.h"
#include <QFileInfo>
#include <csignal>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace crm::test;

TEST(MariaDbServerTest, IsSharedAndSmall)
{
    MariaDbServer &server = MariaDbServer::shared();
    EXPECT_TRUE(server.isRunning());
    EXPECT_TRUE(QFileInfo::exists(server.caFile()));
    const auto rows = server.sql(
        QStringLiteral("SELECT @@innodb_ft_enable_stopword, @@event_scheduler, @@local_infile, @@character_set_server, "
                       "@@have_ssl, @@bind_address, @@skip_name_resolve, @@max_allowed_packet, NULL"));
    ASSERT_EQ(rows.size(), 1);
    EXPECT_EQ(rows[0], (QStringList{QStringLiteral("0"), QStringLiteral("ON"), QStringLiteral("0"),
                                    QStringLiteral("utf8mb4"), QStringLiteral("YES"), QStringLiteral("127.0.0.1"),
                                    QStringLiteral("1"), QStringLiteral("67108864"), QString()}));
    EXPECT_TRUE(rows[0].last().isNull());
    EXPECT_THROW(server.sql(QStringLiteral("SELECT nonsense FROM nowhere")), std::runtime_error);
}

TEST(MariaDbServerTest, GivesSchemasThatGo)
{
    MariaDbServer &server = MariaDbServer::shared();
    QString name;
    {
        const TestSchema schema;
        name = schema.name();
        server.sql(QStringLiteral("CREATE TABLE t (a INT); INSERT INTO t VALUES (7)"), name);
        EXPECT_EQ(server.sql(QStringLiteral("SELECT a FROM t"), name).value(0).value(0), QStringLiteral("7"));
    }
    EXPECT_TRUE(server.sql(QStringLiteral("SHOW DATABASES LIKE '%1'").arg(name)).isEmpty());
    EXPECT_TRUE(server.sql(QStringLiteral("SELECT 1 FROM mysql.user WHERE User='%1'").arg(name)).isEmpty());
}

TEST(MariaDbServerTest, StopsAndStartsOnTheSameData)
{
    QString folder;
    {
        MariaDbServer server;
        folder = server.place().folder;
        const int port = server.port();
        server.sql(QStringLiteral("CREATE DATABASE kept; CREATE TABLE kept.t (a INT) ENGINE=InnoDB; "
                                  "INSERT INTO kept.t VALUES (1)"));
        server.stop();
        EXPECT_FALSE(server.isRunning());
        EXPECT_THROW(server.sql(QStringLiteral("SELECT 1")), std::runtime_error);
        server.start();
        EXPECT_EQ(server.port(), port);
        EXPECT_EQ(server.sql(QStringLiteral("SELECT COUNT(*) FROM kept.t")).value(0).value(0), QStringLiteral("1"));
        server.kill();
        EXPECT_FALSE(server.isRunning());
        server.start();
        EXPECT_EQ(server.sql(QStringLiteral("SELECT COUNT(*) FROM kept.t")).value(0).value(0), QStringLiteral("1"));
    }
    EXPECT_FALSE(QFileInfo::exists(folder));
}

TEST(MariaDbServerTest, LeavesNothingBehindWhenTheTestCrashes)
{
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    const pid_t child = fork();
    if (child == 0) {
        MariaDbServer server;
        const QByteArray line = server.place().folder.toUtf8() + '\n' + QByteArray::number(server.place().pid) + '\n';
        [[maybe_unused]] const auto written = write(ends[1], line.constData(), size_t(line.size()));
        ::raise(SIGKILL);
    }
    close(ends[1]);
    QByteArray said;
    char part[256];
    for (ssize_t n; (n = read(ends[0], part, sizeof part)) > 0;)
        said.append(part, qsizetype(n));
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status));
    const QList<QByteArray> lines = said.split('\n');
    ASSERT_GE(lines.size(), 2);
    const pid_t server = lines[1].toInt();
    ASSERT_GT(server, 0);
    for (int i = 0; i < 500 && (::kill(server, 0) == 0 || QFileInfo::exists(QString::fromUtf8(lines[0]))); ++i)
        usleep(20000);
    EXPECT_NE(::kill(server, 0), 0);
    EXPECT_FALSE(QFileInfo::exists(QString::fromUtf8(lines[0])));
}
