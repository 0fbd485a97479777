// Sessions: answers come as futures, work is cancelled, changes of others arrive, the caller's thread runs no SQL.
#include "core/model/error.h"
#include "core/store/local_repository.h"
#include "core/store/server/server_repository.h"
#include "core/store/session.h"
#include "tests/support/temp_database.h"
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
const QString clients = QStringLiteral("clients");

template<class T> T await(QFuture<T> future)
{
    QElapsedTimer timer;
    timer.start();
    while (!future.isFinished() && timer.elapsed() < 20000)
        QTest::qWait(2);
    return future.result(); // throws what the worker threw
}

std::shared_ptr<Session> open(const TempDatabase &db, const Credentials &who = {})
{
    return await(Session::open(db.target(), db.credentials(who), db.registry()));
}

/// A question that takes longer than any test may last; ended only by an interruption.
void askForEver(const TempDatabase &db, Repository &repository)
{
    if (db.isServer())
        static_cast<ServerRepository &>(repository)
            .database()
            .scalar(QStringLiteral("WITH n AS (SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4) "
                                   "SELECT count(*) FROM n a,n b,n c,n d,n e,n f,n g,n h,n i,n j,n k,n l,n m,n o,n p,"
                                   "n q,n r,n s,n t,n u,n v"));
    else
        static_cast<LocalRepository &>(repository)
            .database()
            .scalar(QStringLiteral("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n) "
                                   "SELECT count(*) FROM n"));
}

Document client(const Session &session, const QString &name)
{
    Document d(Record(session.catalog()->at(clients)));
    d.set(QStringLiteral("name"), name);
    return d;
}
} // namespace

TEST(Session, OpensSavesAndLists)
{
    TempDatabase db;
    auto session = open(db);
    const Saved saved = await(session->save(client(*session, QStringLiteral("A")), SaveKey::fresh()));
    const Page page = await(session->page(Query(clients), {}));
    ASSERT_EQ(page.rows.size(), 1);
    EXPECT_EQ(page.rows[0].id, saved.document.id());
    EXPECT_EQ(await(session->openRecord(clients, saved.document.id())).document.head().title(), QStringLiteral("A"));
}

TEST(Session, FaultsArriveInTheFuture)
{
    TempDatabase db(builtinRegistry(), QStringLiteral("secret-pass"));
    EXPECT_THROW(open(db, {QStringLiteral("admin"), QStringLiteral("wrong")}), Error);
    auto session = open(db, {QStringLiteral("admin"), QStringLiteral("secret-pass")});
    EXPECT_THROW(await(session->save(client(*session, {}), {})), Error);
    EXPECT_THROW(await(session->openRecord(clients, 1)), Error);
}

TEST(Session, AConflictArrivesAsOne)
{
    TempDatabase db;
    auto session = open(db);
    const Document d = await(session->save(client(*session, QStringLiteral("A")), {})).document;
    Document mine = d, theirs = d;
    mine.set(QStringLiteral("name"), QStringLiteral("Mine"));
    theirs.set(QStringLiteral("name"), QStringLiteral("Theirs"));
    await(session->save(theirs, {}));
    EXPECT_THROW(await(session->save(mine, {})), ConflictError);
}

TEST(Session, ACancelledQueryIsInterrupted)
{
    TempDatabase db;
    auto session = open(db);
    std::atomic<bool> started = false, interrupted = false;
    QFuture<void> future = session->read([&](Repository &repo) {
        try {
            repo.head(); // connects
            started = true;
            askForEver(db, repo);
        } catch (const Error &e) {
            interrupted = e.kind() == ErrorKind::Cancelled;
            throw;
        }
    });
    ASSERT_TRUE(QTest::qWaitFor([&] { return started.load(); }, 5000));
    future.cancel();
    EXPECT_TRUE(QTest::qWaitFor([&] { return interrupted.load(); }, 5000));
    EXPECT_NO_THROW(await(session->page(Query(clients), {}))); // the worker lives on
}

TEST(Session, ChangesOfAnotherProgramArrive)
{
    TempDatabase db;
    auto session = open(db);
    QSignalSpy changed(session.get(), &Session::changed);
    auto other = db.asSystem();
    Document d(Record(other->catalog()->at(clients)));
    d.set(QStringLiteral("name"), QStringLiteral("From elsewhere"));
    const Id id = other->save(d).document.id();
    ASSERT_TRUE(changed.wait(5000));
    const auto changes = changed.first().first().value<QList<Change>>();
    ASSERT_FALSE(changes.isEmpty());
    EXPECT_EQ(changes.last().recordId, id);
}

TEST(Session, RightsThatChangeReachAnOpenSession)
{
    TempDatabase db;
    const Id anna = db.addUser(QStringLiteral("anna"), QStringLiteral("Staff (own records)"));
    auto admin = db.asSystem();
    Document d(Record(admin->catalog()->at(clients)));
    d.set(QStringLiteral("name"), QStringLiteral("Hidden at first"));
    admin->save(d);
    auto session = open(db, {QStringLiteral("anna"), QStringLiteral("secret-1")});
    EXPECT_TRUE(await(session->page(Query(clients), {})).rows.isEmpty());
    Document user = admin->load(QStringLiteral("users"), anna);
    Query manager(QStringLiteral("roles"));
    manager.filter = Filter::where(QStringLiteral("name"), Op::Equal, QStringLiteral("Manager (all records)"));
    user.set(QStringLiteral("role_id"), admin->page(manager, {}).rows.first().id);
    admin->save(user);
    EXPECT_EQ(await(session->page(Query(clients), {})).rows.size(), 1);
}

TEST(Session, WorkersRunElsewhere)
{
    TempDatabase db;
    auto session = open(db);
    QThread *here = QThread::currentThread();
    EXPECT_NE(await(session->read([](Repository &) { return QThread::currentThread(); })), here);
    EXPECT_NE(await(session->write([](Repository &) { return QThread::currentThread(); })), here);
}

TEST(Session, DictionariesAreKeptAndRefreshed)
{
    TempDatabase db;
    auto session = open(db);
    const QString statuses = QStringLiteral("lead_statuses");
    QSignalSpy loaded(session.get(), &Session::dictionaryChanged);
    EXPECT_TRUE(session->dictionary(statuses).isEmpty());
    ASSERT_TRUE(loaded.wait(5000));
    const qsizetype before = session->dictionary(statuses).size();
    EXPECT_GT(before, 0);
    auto other = db.asSystem();
    Document d(Record(other->catalog()->at(statuses)));
    d.set(QStringLiteral("name"), QStringLiteral("Thinking it over"));
    other->save(d);
    ASSERT_TRUE(QTest::qWaitFor([&] { return session->dictionary(statuses).size() == before + 1; }, 5000));
}

TEST(Session, SqlOnAForbiddenThreadIsReported)
{
    TempDatabase db;
    auto repo = db.asSystem();
    static int reports = 0;
    reports = 0;
    const QtMessageHandler previous = qInstallMessageHandler(
        [](QtMsgType type, const QMessageLogContext &, const QString &) { reports += type == QtCriticalMsg; });
    Database::forbidThread(QThread::currentThread());
    repo->head();
    Database::forbidThread(nullptr);
    const int seen = reports;
    repo->head();
    qInstallMessageHandler(previous);
    EXPECT_GE(seen, 1);
    EXPECT_EQ(reports, seen);
}
