// How statements travel: round trips, several answers, cancelling, transactions, time-outs.
#include "core/store/mariadb/refusal.h"
#include "tests/support/delaying_proxy.h"
#include "tests/support/server_link.h"
#include <QElapsedTimer>
#include <atomic>
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

class MariaDbDriverTest : public ::testing::Test
{
protected:
    std::unique_ptr<Database> open(const ServerOptions &options = {}) const
    {
        ServerAddress address = addressOf(m_schema);
        address.port = m_proxy.port();
        return Database::openServer(address, m_schema.user(), m_schema.password(), options);
    }
    /// As the proxy saw them.
    int trips(const std::function<void()> &work)
    {
        const int before = m_proxy.roundTrips();
        work();
        return m_proxy.roundTrips() - before;
    }
    TestSchema m_schema;
    DelayingProxy m_proxy{m_schema.server().port()};
};

TEST_F(MariaDbDriverTest, TakesOneRoundTripForEachStatement)
{
    std::unique_ptr<Database> db;
    const int opening = trips([&] { db = open(); });
    RecordProperty("opening", opening);
    EXPECT_LE(opening, 6) << "greeting, TLS, account, its method, settings";
    db->exec(QStringLiteral("CREATE TABLE t (id BIGINT PRIMARY KEY, name VARCHAR(100))"));
    const auto one = [&](const char *what, const std::function<void()> &work) {
        const qint64 counted = db->roundTrips();
        EXPECT_EQ(trips(work), 1) << what;
        EXPECT_EQ(db->roundTrips() - counted, 1) << what;
    };
    const QString insert = QStringLiteral("INSERT INTO t VALUES (?,?)");
    one("the first execution prepares as well", [&] { db->run(insert, {1, QStringLiteral("a")}); });
    one("a later one", [&] { db->run(insert, {2, QStringLiteral("b")}); });
    one("rows", [&] { EXPECT_EQ(db->scalar(QStringLiteral("SELECT COUNT(*) FROM t WHERE id>?"), {0}).toInt(), 2); });
    one("rows again",
        [&] { EXPECT_EQ(db->scalar(QStringLiteral("SELECT COUNT(*) FROM t WHERE id>?"), {1}).toInt(), 1); });
    one("begin", [&] { db->begin(); });
    one("commit", [&] { db->commit(); });
    one("a snapshot", [&] { db->beginRead(); });
    one("roll back", [&] { db->rollback(); });
    int answers = 0;
    one("several SELECTs", [&] {
        db->runTogether(
            {QStringLiteral("SELECT 1"), QStringLiteral("SELECT id FROM t"), QStringLiteral("SELECT name FROM t")},
            [&](int, Rows &rows) { answers += rows.next() ? 1 : 0; });
    });
    EXPECT_EQ(answers, 3);
    EXPECT_EQ(db->statementsPrepared(), 2);
}

TEST_F(MariaDbDriverTest, KeepsPreparedStatements)
{
    auto db = open();
    for (int i = 0; i < 50; ++i)
        EXPECT_EQ(db->scalar(QStringLiteral("SELECT ?+1"), {i}).toInt(), i + 1);
    EXPECT_EQ(db->statementsPrepared(), 1);
    EXPECT_EQ(db->statementsRun(), 50);
    EXPECT_EQ(db->roundTrips(), 50);
    EXPECT_EQ(m_schema.server()
                  .sql(QStringLiteral("SELECT VARIABLE_VALUE >= 1 FROM information_schema.GLOBAL_STATUS WHERE "
                                      "VARIABLE_NAME='PREPARED_STMT_COUNT'"))
                  .value(0)
                  .value(0),
              QStringLiteral("1"));
}

TEST_F(MariaDbDriverTest, ReadsAllAnswersOfAProcedure)
{
    m_schema.server().sql(
        QStringLiteral("CREATE PROCEDURE two(a INT) BEGIN SELECT a, 'one'; SELECT seq FROM seq_1_to_3; "
                       "IF a < 0 THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT="
                       "'MCRM:denied:clients:name:may:not'; END IF; END"),
        m_schema.name());
    auto db = open();
    for (int round = 0; round < 3; ++round) {
        QStringList seen;
        db->call(QStringLiteral("CALL two(?)"), {round}, [&](int index, Rows &rows) {
            while (rows.next())
                seen << QStringLiteral("%1:%2").arg(index).arg(rows.text(0));
        });
        EXPECT_EQ(seen.join(u' '), QStringLiteral("0:%1 1:1 1:2 1:3").arg(round));
        EXPECT_EQ(db->scalar(QStringLiteral("CALL two(?)"), {7}).toInt(), 7) << "the rest is dropped";
    }
    EXPECT_EQ(db->roundTrips(), 6);
    int given = 0;
    try {
        db->call(QStringLiteral("CALL two(?)"), {-1}, [&](int, Rows &) { ++given; });
        FAIL() << "a refusal is an error";
    } catch (const ServerRefusal &r) {
        EXPECT_EQ(r.kind(), ErrorKind::Denied);
        EXPECT_EQ(r.refusal(), QStringLiteral("denied"));
        EXPECT_EQ(r.entity(), QStringLiteral("clients"));
        EXPECT_EQ(r.field(), QStringLiteral("name"));
        EXPECT_EQ(r.detail(), QStringLiteral("may:not"));
    }
    EXPECT_EQ(given, 0) << "nothing is given of what failed";
    EXPECT_EQ(db->scalar(QStringLiteral("SELECT 5")).toInt(), 5);
}

TEST_F(MariaDbDriverTest, RunsSelectsTogetherOrNot)
{
    auto db = open();
    db->exec(QStringLiteral("CREATE TABLE empty (a INT)"));
    QList<int> indexes;
    db->runTogether({QStringLiteral("SELECT a FROM empty"), QStringLiteral("SELECT 'x;y'")},
                    [&](int index, Rows &rows) {
                        indexes << index;
                        EXPECT_EQ(rows.next(), index == 1);
                    });
    EXPECT_EQ(indexes, (QList<int>{0, 1}));
    const auto e = errorOf([&] {
        db->runTogether({QStringLiteral("SELECT 1"), QStringLiteral("SELECT a FROM missing")},
                        [&](int, Rows &) { ADD_FAILURE() << "nothing is given of what failed"; });
    });
    ASSERT_TRUE(e);
    EXPECT_EQ(db->scalar(QStringLiteral("SELECT 3")).toInt(), 3);
}

TEST_F(MariaDbDriverTest, StaysUsableAfterFaults)
{
    auto db = open();
    for (const char *wrong : {"SELECT nonsense FROM nowhere", "SELEKT ?", "SELECT ?, ?", "SELECT 1"}) {
        EXPECT_TRUE(errorOf([&] { db->run(QString::fromLatin1(wrong), {1}); })) << wrong;
        EXPECT_EQ(db->scalar(QStringLiteral("SELECT ?"), {4}).toInt(), 4) << wrong;
    }
    EXPECT_TRUE(errorOf([&] { db->exec(QStringLiteral("SELECT 1; SELECT 2")); })) << "one statement at a time";
    EXPECT_EQ(db->scalar(QStringLiteral("SELECT 4")).toInt(), 4);
}

TEST_F(MariaDbDriverTest, RollsBackAndCommits)
{
    auto db = open();
    auto other = open();
    db->exec(QStringLiteral("CREATE TABLE t (a INT PRIMARY KEY) ENGINE=InnoDB"));
    const QString count = QStringLiteral("SELECT COUNT(*) FROM t");
    const QString insert = QStringLiteral("INSERT INTO t VALUES (?)");
    {
        const Transaction transaction(*db);
        db->run(insert, {1});
        EXPECT_EQ(other->scalar(count).toInt(), 0);
    }
    EXPECT_EQ(db->scalar(count).toInt(), 0);
    {
        Transaction transaction(*db);
        EXPECT_EQ(db->run(insert, {1}).affected(), 1);
        transaction.commit();
    }
    EXPECT_EQ(other->scalar(count).toInt(), 1);
    Transaction snapshot(*db, Transaction::Read);
    other->run(insert, {2});
    EXPECT_EQ(db->scalar(count).toInt(), 1) << "a snapshot";
    const auto e = errorOf([&] { db->run(insert, {3}); });
    ASSERT_TRUE(e);
    EXPECT_EQ(e->kind(), ErrorKind::Busy) << "of reading only";
}

TEST_F(MariaDbDriverTest, CancelsWhatRuns)
{
    auto db = open();
    std::atomic<bool> cancelled{false};
    db->setCancelCheck([&] { return cancelled.load(); });
    std::thread person([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(150));
        cancelled = true;
    });
    QElapsedTimer time;
    time.start();
    const auto e = errorOf(
        [&] { db->run(QStringLiteral("SELECT SUM(a.seq * b.seq) FROM seq_1_to_100000 a JOIN seq_1_to_100000 b")); });
    person.join();
    ASSERT_TRUE(e);
    EXPECT_EQ(e->kind(), ErrorKind::Cancelled) << e->what();
    EXPECT_LT(time.elapsed(), 20000);
    const qint64 trips = db->roundTrips();
    EXPECT_TRUE(errorOf([&] { db->run(QStringLiteral("SELECT 1")); })) << "nothing begins any more";
    EXPECT_EQ(db->roundTrips(), trips);
    db->setCancelCheck({});
    for (int i = 0; i < 20; ++i)
        EXPECT_EQ(db->scalar(QStringLiteral("SELECT ?"), {i}).toInt(), i) << "no late interruption";
}

TEST_F(MariaDbDriverTest, IsNotHitByAnInterruptionThatCameTooLate)
{
    auto db = open();
    const QString id = db->scalar(QStringLiteral("SELECT CONNECTION_ID()")).toString();
    for (int i = 0; i < 20; ++i) {
        m_schema.server().sql(QStringLiteral("KILL QUERY ") + id);
        EXPECT_EQ(db->scalar(QStringLiteral("SELECT COUNT(*) FROM seq_1_to_20000 WHERE seq<>?"), {0}).toInt(), 20000);
    }
}

TEST_F(MariaDbDriverTest, CancelsAWaitForALock)
{
    auto holder = open();
    holder->exec(QStringLiteral("CREATE TABLE t (a INT PRIMARY KEY, b INT) ENGINE=InnoDB"));
    holder->run(QStringLiteral("INSERT INTO t VALUES (1,1)"));
    holder->begin();
    holder->run(QStringLiteral("UPDATE t SET b=2"));
    auto db = open();
    QElapsedTimer time;
    time.start();
    db->setCancelCheck([&] { return time.elapsed() > 200; });
    const auto e = errorOf([&] {
        Transaction transaction(*db);
        db->run(QStringLiteral("UPDATE t SET b=3"));
        transaction.commit();
    });
    ASSERT_TRUE(e);
    EXPECT_EQ(e->kind(), ErrorKind::Cancelled) << e->what();
    EXPECT_FALSE(db->inTransaction());
    db->setCancelCheck({});
    holder->rollback();
    db->run(QStringLiteral("UPDATE t SET b=4"));
    EXPECT_EQ(db->scalar(QStringLiteral("SELECT b FROM t")).toInt(), 4);
}

TEST_F(MariaDbDriverTest, NoticesASilentServer)
{
    auto db = open({.readSeconds = 1, .writeSeconds = 1});
    m_proxy.freeze(true);
    QElapsedTimer time;
    time.start();
    auto e = errorOf([&] { db->run(QStringLiteral("SELECT 1")); });
    ASSERT_TRUE(e);
    EXPECT_EQ(e->kind(), ErrorKind::Connection) << e->what();
    EXPECT_LT(time.elapsed(), 10000);
    time.restart();
    e = errorOf([&] { open({.connectSeconds = 1, .readSeconds = 1}); });
    ASSERT_TRUE(e);
    EXPECT_EQ(e->kind(), ErrorKind::Connection) << e->what();
    EXPECT_LT(time.elapsed(), 10000);
    m_proxy.freeze(false);
}

TEST_F(MariaDbDriverTest, SaysThatTheConnectionBroke)
{
    auto db = open();
    db->exec(QStringLiteral("CREATE TABLE t (a INT PRIMARY KEY) ENGINE=InnoDB"));
    const auto e = errorOf([&] {
        Transaction transaction(*db);
        db->run(QStringLiteral("INSERT INTO t VALUES (1)"));
        m_proxy.cut();
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        transaction.commit();
    });
    ASSERT_TRUE(e);
    EXPECT_EQ(e->kind(), ErrorKind::Connection) << e->what();
    EXPECT_FALSE(db->inTransaction());
    const auto again = errorOf([&] { db->run(QStringLiteral("SELECT 1")); });
    ASSERT_TRUE(again) << "it does not come back by itself";
    EXPECT_EQ(again->kind(), ErrorKind::Connection) << again->what();
    db = open();
    EXPECT_EQ(db->scalar(QStringLiteral("SELECT COUNT(*) FROM t")).toInt(), 0);
}
