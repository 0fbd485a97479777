// Who keeps others waiting, and who may no longer be here, is ended within seconds: also in the middle of a procedure,
// where the server's list of connections names the definer instead of the person.
#include "core/model/error.h"
#include "core/store/database.h"
#include "tests/access/attack_writing.h"
#include <QElapsedTimer>
#include <QThread>
#include <atomic>
#include <gtest/gtest.h>
#include <thread>

using namespace crm;
using namespace crm::test;

namespace {
constexpr int boundMs = 15'000; ///< of a loaded machine; the watcher comes every 3 seconds

QByteArray one(RawAnswer answer) { return answer.results.value(0).rows.value(0).value(0); }

struct Watched
{
    explicit Watched(const Mutation &mutation = {})
        : office(mutation)
        , row(*office.plan().rowsOf("gear", Group::Annas).first())
    {}
    AttackOffice office;
    const PlannedRow &row; ///< Anna's
    QByteArray db() const { return '`' + office.database() + "`."; }
    QByteArray data() const { return '`' + office.data() + "`."; }
    void set(const char *key, const char *seconds)
    {
        office.asRoot("REPLACE INTO " + data() + "meta (`key`,value) VALUES ('" + key + "','" + seconds + "')");
    }
    QByteArray version()
    {
        return one(office.asRoot("SELECT version FROM " + data() + "gear WHERE id=" + QByteArray::number(row.id)));
    }
    QByteArray save(const PlannedRow &of, const QByteArray &seen, const QByteArray &text)
    {
        const QJsonObject value{{"open_text", QString::fromUtf8(text)}};
        return writeCall(office, saveOps("gear", of.id, seen.toInt(), value, {{"f", value}}));
    }
    /// Root holds the row, so that whoever saves it waits inside the procedure.
    void hold()
    {
        office.asRoot("START TRANSACTION; SELECT id FROM " + data() + "gear WHERE id=" + QByteArray::number(row.id) +
                      " FOR UPDATE");
    }
    void release() { office.asRoot("ROLLBACK"); }
    /// Until that connection waits for the row, inside the procedure.
    bool waitUntilInside(const QByteArray &connection)
    {
        Raw root(office.server().place(), "root", office.server().rootPassword().toUtf8(), {});
        for (int i = 0; i < 100; ++i, QThread::msleep(120)) { // the server makes the list anew each 100 ms
            if (one(root.run("SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state='LOCK WAIT' AND "
                             "trx_mysql_thread_id=" +
                             connection)) == "1")
                return true;
        }
        return false;
    }
};

/// Runs until it fails or is told to stop; how long that took.
class Endless
{
public:
    Endless(Raw &raw, const QByteArrayList &statements)
        : m_time(started())
        , m_thread([this, &raw, statements] {
            for (int i = 0; !m_stop; ++i) {
                const RawAnswer answer = raw.run(statements[std::min<qsizetype>(i, statements.size() - 1)]);
                if (answer.ok())
                    continue;
                m_error = answer.error;
                m_errorText = answer.errorText;
                m_ended = m_time.elapsed();
                return;
            }
        })
    {}
    ~Endless() { stop(); }
    /// -1: it was never ended
    qint64 endedAfter(qint64 most = boundMs)
    {
        while (m_ended < 0 && m_time.elapsed() < most)
            QThread::msleep(20);
        stop();
        return m_ended;
    }
    bool isRunning() const { return m_ended < 0; }
    /// The server ended the connection. After endedAfter()
    bool isThrownOut() const { return m_error == 2006 || m_error == 2013 || m_error == 2026; }
    const QByteArray &errorText() const { return m_errorText; }

private:
    static QElapsedTimer started()
    {
        QElapsedTimer time;
        time.start();
        return time;
    }
    void stop()
    {
        m_stop = true;
        if (m_thread.joinable())
            m_thread.join();
    }
    std::atomic<bool> m_stop = false;
    std::atomic<qint64> m_ended = -1;
    std::atomic<unsigned> m_error = 0;
    QByteArray m_errorText;
    QElapsedTimer m_time;
    std::thread m_thread;
};

int tries = 0;
void told(const char *what, qint64 ms)
{
    ++tries;
    std::printf("attack: watch: %s: ended after %lld ms\n", what, static_cast<long long>(ms));
}
} // namespace

TEST(AttackWatch, WhoKeepsOthersWaitingIsEnded)
{
    Watched w;
    const PlannedPerson &anna = w.office.plan().person("anna"), &boris = w.office.plan().person("boris");
    const PlannedRow &theirs = *w.office.plan().rowsOf("gear", Group::Strangers).first();
    const auto victim = w.office.connect(boris);
    victim->run("SET innodb_lock_wait_timeout=30");
    int version = 1;
    const QByteArray serial = "SET SESSION TRANSACTION ISOLATION LEVEL SERIALIZABLE; START TRANSACTION; ";
    const QByteArray lock =
        "START TRANSACTION; SELECT * FROM " + w.db() + "gear WHERE id=" + QByteArray::number(theirs.id) + " FOR UPDATE";
    const struct
    {
        const char *what;
        QByteArrayList statements; ///< the last one again and again
    } holders[] = {
        {"idle, with a row of another by its id", {lock}},
        {"idle, SERIALIZABLE, with the head of the log", {serial + "SELECT * FROM " + w.db() + "feed_state"}},
        {"busy, with a row of another by its id", {lock, "DO SLEEP(0.3)"}},
        {"in one long statement", {lock, "DO SLEEP(40)"}},
    };
    for (const auto &holder : holders) {
        const auto raw = w.office.connect(anna);
        ASSERT_TRUE(raw->run(holder.statements.first()).ok()) << holder.what;
        std::unique_ptr<Endless> busy;
        if (holder.statements.size() > 1)
            busy = std::make_unique<Endless>(*raw, QByteArrayList{holder.statements.last()});
        QThread::msleep(100);
        const RawAnswer saved = victim->run(w.save(theirs, QByteArray::number(version), holder.what));
        EXPECT_TRUE(saved.ok()) << holder.what << ": " << saved.errorText.toStdString();
        version += saved.ok() ? 1 : 0;
        EXPECT_GT(saved.ms, 100) << holder.what << ": nobody was kept waiting";
        EXPECT_LT(saved.ms, boundMs) << holder.what;
        told(holder.what, qint64(saved.ms));
        busy.reset();
    }
    EXPECT_GE(one(w.office.asRoot("SELECT COUNT(*) FROM " + w.data() + "refusals WHERE reason='locks' AND account='" +
                                  anna.login + "'"))
                  .toInt(),
              4)
        << "administrators are told who it was";
    // The turn of those who upgrade is nobody else's.
    const auto raw = w.office.connect(anna);
    const QByteArray turn = '\'' + w.office.database() + "_setup'";
    raw->run("SELECT GET_LOCK(" + turn + ",0)");
    const RawAnswer got = w.office.asRoot("SELECT GET_LOCK(" + turn + ",20); DO RELEASE_LOCK(" + turn + ')');
    EXPECT_EQ(one(got), "1");
    told("the turn to upgrade", qint64(got.ms));
    std::printf("attack: watch: %d tries\n", tries);
}

TEST(AttackWatch, LongTransactionsAndContactsAreEnded)
{
    Watched w;
    w.set("idle_transaction_seconds", "2");
    w.set("transaction_seconds", "6");
    w.set("contact_statement_seconds", "2");
    const auto idle = w.office.connect(w.office.plan().person("anna"));
    const auto busy = w.office.connect(w.office.plan().person("max"));
    const auto contact = w.office.connect(w.office.plan().person("kira"));
    const auto inside = w.office.connect(w.office.plan().person("kira"));
    const auto calm = w.office.connect(w.office.plan().person("rita"));
    idle->run("START TRANSACTION; SELECT COUNT(*) FROM " + w.db() + "clients");
    const QByteArray connection = one(inside->run("SELECT CONNECTION_ID()"));
    const PlannedRow &own = *w.office.plan().rowsOf("gear", Group::Contacts).first();
    w.office.asRoot("START TRANSACTION; SELECT id FROM " + w.data() + "gear WHERE id=" + QByteArray::number(own.id) +
                    " FOR UPDATE");
    inside->run("SET innodb_lock_wait_timeout=60");
    Endless long1(*busy, {"START TRANSACTION", "SELECT COUNT(*),SLEEP(0.2) FROM " + w.db() + "tasks"});
    Endless long2(*contact, {"SELECT SLEEP(5) FROM " + w.db() + "contacts a JOIN " + w.db() +
                             "contacts b"}); // one alone ends without an error
    Endless long3(*inside, {w.save(own, "1", "waits")});
    const qint64 statement = long2.endedAfter(), procedure = long3.endedAfter(), transaction = long1.endedAfter();
    w.release();
    EXPECT_GE(statement, 0);
    EXPECT_GE(procedure, 0) << "inside a procedure a contact is the definer";
    EXPECT_GE(transaction, 0);
    EXPECT_FALSE(idle->run("SELECT 1").ok());
    EXPECT_TRUE(calm->run("SELECT 1").ok()) << "who does nothing wrong stays";
    const auto again = w.office.connect(w.office.plan().person("kira"));
    EXPECT_TRUE(again->run("SELECT 1").ok()) << "a long statement ends; the person goes on";
    told("a contact's statement", statement);
    told("a contact's procedure", procedure);
    told("a long transaction", transaction);
    std::printf("attack: watch: %d tries\n", tries);
}

TEST(AttackWatch, TheDeactivatedAreOutAtOnce)
{
    Watched w;
    const PlannedPerson &anna = w.office.plan().person("anna");
    const auto admin = w.office.connect(w.office.plan().person("admin"));
    const auto reader = w.office.connect(anna), writer = w.office.connect(anna), sleeper = w.office.connect(anna);
    const QByteArray count = "SELECT COUNT(name) FROM " + w.db() + "clients";
    for (Raw *raw : {reader.get(), sleeper.get()}) {
        raw->run("START TRANSACTION WITH CONSISTENT SNAPSHOT");
        EXPECT_GT(one(raw->run(count)).toInt(), 0);
    }
    writer->run("SET innodb_lock_wait_timeout=60");
    const QByteArray id = one(writer->run("SELECT CONNECTION_ID()"));
    w.hold();
    Endless sleeping(*sleeper, {"DO SLEEP(60)"});
    Endless waiting(*writer, {w.save(w.row, "1", "by the deactivated")});
    ASSERT_TRUE(w.waitUntilInside(id));
    const QByteArray list = admin->run("CALL " + w.db() + "connections()").text();
    EXPECT_TRUE(list.contains(id)) << "who is busy is listed, too: " << list.toStdString();
    const RawAnswer locked = admin->run("CALL " + w.db() + "account_lock(" + QByteArray::number(anna.id) + ",1)");
    EXPECT_TRUE(locked.ok()) << locked.errorText.toStdString();
    told("inside a procedure, by the lock of the account", waiting.endedAfter(2'500));
    told("in a long statement, by the lock of the account", sleeping.endedAfter(2'500));
    EXPECT_TRUE(waiting.isThrownOut()) << "in the middle of a procedure: " << waiting.errorText().toStdString();
    EXPECT_TRUE(sleeping.isThrownOut()) << sleeping.errorText().toStdString();
    EXPECT_FALSE(reader->run(count).ok()) << "an old snapshot has the old rights";
    w.release();
    EXPECT_EQ(w.version(), "1");
    EXPECT_FALSE(w.office.connect(anna, false)->isOpen());
    std::printf("attack: watch: %d tries\n", tries);
}

/// That this is looked at closely enough: where only the server's names count, whoever is in a procedure stays.
TEST(AttackWatch, ByTheServersNamesTheBusyAreMissed)
{
    int changed = 0;
    Watched w([&](QStringList &statements) {
        for (QString &sql : statements) {
            const QString known = QStringLiteral(" AND p.user_id=IFNULL(s.seer_id,s.user_id))");
            changed += int(sql.count(known));
            sql.replace(known, QStringLiteral(" AND 0)"));
        }
    });
    EXPECT_GT(changed, 0);
    const PlannedPerson &anna = w.office.plan().person("anna");
    const auto writer = w.office.connect(anna);
    const QByteArray id = one(writer->run("SET innodb_lock_wait_timeout=60; SELECT CONNECTION_ID()"));
    w.hold();
    {
        Endless waiting(*writer, {w.save(w.row, "1", "by the deactivated")});
        EXPECT_TRUE(w.waitUntilInside(id));
        Raw other(w.office.server().place(), "root", w.office.server().rootPassword().toUtf8(), {});
        const RawAnswer applied =
            other.run("UPDATE " + w.data() + "people SET locked=1 WHERE user_id=" + QByteArray::number(anna.id) +
                      "; CALL " + w.data() + "account_apply(" + QByteArray::number(anna.id) + ')');
        EXPECT_TRUE(applied.ok()) << applied.errorText.toStdString();
        QThread::msleep(1'000);
        EXPECT_TRUE(waiting.isRunning());
        w.release();
    }
}

/// What a raw client of an administrator leaves out: the record says no, nobody calls account_sync.
TEST(AttackWatch, WhoLosesTheSessionLosesTheConnection)
{
    Watched w;
    const OfficePlan &plan = w.office.plan();
    const PlannedPerson &anna = plan.person("anna"), &rita = plan.person("rita");
    const auto admin = w.office.connect(plan.person("admin"));
    const auto deactivated = w.office.connect(anna), moved = w.office.connect(rita), inside = w.office.connect(anna);
    const QByteArray id = one(inside->run("SELECT CONNECTION_ID()"));
    for (Raw *raw : {deactivated.get(), moved.get()})
        raw->run("START TRANSACTION WITH CONSISTENT SNAPSHOT; SELECT COUNT(*) FROM " + w.db() + "clients");
    EXPECT_TRUE(moved->run("SELECT COUNT(*) FROM " + w.db() + "clients__all").ok());
    inside->run("SET innodb_lock_wait_timeout=60");
    w.hold();
    Endless waiting(*inside, {w.save(w.row, "1", "waits")});
    ASSERT_TRUE(w.waitUntilInside(id));
    const auto set = [&](const PlannedPerson &p, const QJsonObject &values) {
        const RawAnswer done = admin->run(writeCall(w.office, saveOps("users", p.id, 1, values)));
        EXPECT_TRUE(done.ok()) << done.errorText.toStdString();
    };
    set(anna, {{"active", 0}});
    set(rita, {{"role_id", QString::number(plan.person("nil").roleId)}});
    // Both go on with what they have, quickly enough never to be idle.
    const QByteArray look = "SELECT COUNT(*),SLEEP(0.05) FROM " + w.db() + "clients";
    Endless one1(*deactivated, {look}), two(*moved, {look});
    const qint64 first = one1.endedAfter(), second = two.endedAfter(), third = waiting.endedAfter();
    w.release();
    EXPECT_TRUE(first >= 0 && one1.isThrownOut()) << "the deactivated reads on: " << one1.errorText().toStdString();
    EXPECT_TRUE(second >= 0 && two.isThrownOut()) << "who lost the role reads on: " << two.errorText().toStdString();
    EXPECT_TRUE(third >= 0 && waiting.isThrownOut()) << "in a procedure: " << waiting.errorText().toStdString();
    // Rita read everything; the server has to forget that by itself.
    bool forgotten = false;
    QElapsedTimer time;
    for (time.start(); !forgotten && time.elapsed() < boundMs; QThread::msleep(200)) {
        const auto again = w.office.connect(rita);
        forgotten = again->isOpen() && again->run("SELECT COUNT(*) FROM " + w.db() + "clients__all").error == 1142;
    }
    EXPECT_TRUE(forgotten) << "the grants of the old role have stayed";
    told("the grants of another role", time.elapsed());
    told("a deactivated one with a snapshot", first);
    told("another role, with a snapshot", second);
    told("a deactivated one in a procedure", third);
    EXPECT_EQ(w.version(), "1");
    std::printf("attack: watch: %d tries\n", tries);
}

/// KILL QUERY is refused while a thread is the definer's: cancelling a save did nothing.
TEST(AttackWatch, OnesOwnSaveCanBeCancelled)
{
    Watched w;
    const PlannedPerson &anna = w.office.plan().person("anna");
    ServerAddress address;
    address.host = QStringLiteral("127.0.0.1");
    address.port = w.office.server().port();
    address.caFile = w.office.server().caFile();
    address.database = QString::fromLatin1(w.office.database());
    auto db = Database::openServer(address, QString::fromLatin1(anna.login),
                                   QString::fromLatin1(AttackOffice::password(anna)));
    db->exec(QString::fromLatin1(w.office.greeting()));
    db->exec(QStringLiteral("SET SESSION innodb_lock_wait_timeout=60"));
    w.hold();
    QElapsedTimer time;
    time.start();
    db->setCancelCheck([&] { return time.elapsed() > 300; });
    try {
        db->run(QString::fromUtf8(w.save(w.row, "1", "cancelled")));
        ADD_FAILURE() << "was not cancelled";
    } catch (const Error &error) {
        EXPECT_EQ(error.kind(), ErrorKind::Cancelled) << error.what();
    }
    EXPECT_LT(time.elapsed(), 8'000);
    told("a save, by its own person", time.elapsed());
    db->setCancelCheck({});
    w.release();
    EXPECT_EQ(w.version(), "1") << "half a save stayed";
    db->run(QString::fromUtf8(w.save(w.row, "1", "after it")));
    EXPECT_EQ(w.version(), "2");
}
