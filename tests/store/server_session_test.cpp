// A session on a server that stops, starts again, and loses answers.
#include "core/exchange/import.h"
#include "core/store/session.h"
#include "tests/support/delaying_proxy.h"
#include "tests/support/temp_database.h"
#include "tests/support/temp_office.h"
#include <QBuffer>
#include <QElapsedTimer>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
constexpr int patience = 20'000;

std::shared_ptr<Session> openSession(const TempOffice &office, const ServerAddress &address,
                                     const QString &name = QStringLiteral("admin"))
{
    auto future =
        Session::open(Target::onServer(address), {office.loginOf(name), QStringLiteral("secret-1")}, builtinRegistry());
    EXPECT_TRUE(QTest::qWaitFor([&] { return future.isFinished(); }, patience));
    return future.result();
}

template<class T> T answer(QFuture<T> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, patience))
        throw Error(ErrorKind::Busy, QStringLiteral("no answer in time"));
    return future.result();
}

Document newClient(const Session &session, const QString &name)
{
    Document d(Record(session.catalog()->at(QStringLiteral("clients")), newId()));
    d.set(QStringLiteral("name"), name);
    return d;
}

/// How often a client of that name is there.
qint64 count(Session &session, const QString &name)
{
    Query query(QStringLiteral("clients"));
    query.filter = Filter::where(QStringLiteral("name"), Op::Equal, name);
    return answer(session.totals(query, {})).count;
}
} // namespace

TEST(ServerSession, SeesWhatAnotherSessionSaves)
{
    const auto used = TempOffice::used(builtinRegistry());
    TempOffice &office = *used;
    auto one = openSession(office, office.address()), two = openSession(office, office.address());
    QSignalSpy changed(two.get(), &Session::changed);
    answer(one->save(newClient(*one, QStringLiteral("News")), SaveKey::fresh()));
    EXPECT_TRUE(QTest::qWaitFor([&] { return !changed.isEmpty(); }, 3000));
}

TEST(ServerSession, KnowsWhoElseHasARecordOpen)
{
    const auto used = TempOffice::used(builtinRegistry());
    TempOffice &office = *used;
    office.addUser(QStringLiteral("eve"), QStringLiteral("Manager (all records)"));
    auto one = openSession(office, office.address(), QStringLiteral("admin"));
    auto two = openSession(office, office.address(), QStringLiteral("eve"));
    const QString clients = QStringLiteral("clients");
    const Id id = answer(one->save(newClient(*one, QStringLiteral("Open")), SaveKey::fresh())).document.id();
    int pageOfOne = 0, pageOfTwo = 0;
    one->setOpen(&pageOfOne, {clients, id});
    two->setOpen(&pageOfTwo, {clients, id});
    const auto seen = [&](const Session &session, bool editing) {
        const QList<Presence> others = session.present(clients, id);
        return others.size() == 1 && others.first().record.editing == editing;
    };
    EXPECT_TRUE(QTest::qWaitFor([&] { return seen(*one, false) && seen(*two, false); }, 10'000));
    EXPECT_EQ(one->present(clients, id).value(0).userId, two->actor().userId);
    two->setOpen(&pageOfTwo, {clients, id, true});
    EXPECT_TRUE(QTest::qWaitFor([&] { return seen(*one, true); }, 10'000));
    two->setClosed(&pageOfTwo);
    EXPECT_TRUE(QTest::qWaitFor([&] { return one->present(clients, id).isEmpty(); }, 10'000));
    two->setOpen(&pageOfTwo, {clients, id});
    EXPECT_TRUE(QTest::qWaitFor([&] { return seen(*one, false); }, 10'000));
    two.reset(); // a program that ends has nothing open
    EXPECT_TRUE(QTest::qWaitFor([&] { return one->present(clients, id).isEmpty(); }, 30'000));
}

TEST(ServerSession, SaysThatAnAdministratorUpgradesTheOffice)
{
    const auto used = TempOffice::used(builtinRegistry());
    TempOffice &office = *used;
    auto session = openSession(office, office.address()); // its readers have no connection yet
    QSignalSpy maintenance(session.get(), &Session::maintenanceChanged);
    const auto set = [&](int on) {
        office.server().sql(
            QStringLiteral("UPDATE %1_data.feed_head SET maintenance=%2").arg(office.database()).arg(on));
    };
    set(1);
    ASSERT_TRUE(QTest::qWaitFor([&] { return session->isInMaintenance(); }, 5000));
    try {
        answer(session->save(newClient(*session, QStringLiteral("Not now")), SaveKey::fresh()));
        ADD_FAILURE() << "it was saved";
    } catch (const Error &e) {
        EXPECT_EQ(e.kind(), ErrorKind::Busy) << e.what();
    }
    set(0);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !session->isInMaintenance(); }, 5000));
    EXPECT_EQ(maintenance.size(), 2);
    EXPECT_EQ(count(*session, QStringLiteral("Not now")), 0);
    set(1); // those that have one see it too, and may look
    ASSERT_TRUE(QTest::qWaitFor([&] { return session->isInMaintenance(); }, 5000));
    EXPECT_EQ(count(*session, QStringLiteral("Not now")), 0);
    set(0);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !session->isInMaintenance(); }, 5000));
    answer(session->save(newClient(*session, QStringLiteral("Now")), SaveKey::fresh()));
    EXPECT_EQ(count(*session, QStringLiteral("Now")), 1);
}

TEST(ServerSession, ReadsOnDuringAnUpgradeOverTheConnectionsItHas)
{
    const auto used = TempOffice::used(builtinRegistry());
    TempOffice &office = *used;
    auto session = openSession(office, office.address());
    office.server().sql(QStringLiteral("UPDATE %1_data.feed_head SET maintenance=1").arg(office.database()));
    QSemaphore begun, goOn;
    auto first = session->read([&](Repository &) { // takes the one reader that is connected
        begun.release();
        goOn.acquire();
        return 1;
    });
    ASSERT_TRUE(begun.tryAcquire(1, patience));
    // The second reader is refused its connection; what it was to do waits for the first.
    auto second = session->read([](Repository &) { return 2; });
    QTest::qWait(1500);
    EXPECT_FALSE(second.isFinished());
    goOn.release();
    EXPECT_EQ(answer(first), 1);
    EXPECT_EQ(answer(second), 2);
}

TEST(ServerSession, GoesOnAfterTwentyRestarts)
{
    MariaDbServer server; // its own: others must not be disturbed
    TempOffice office(builtinRegistry(), server);
    auto session = openSession(office, office.address());
    QSignalSpy lost(session.get(), &Session::connectionLost), back(session.get(), &Session::connectionBack);
    for (int i = 0; i < 20; ++i) {
        const QString name = QStringLiteral("Restart %1").arg(i);
        i % 2 == 0 ? server.stop() : server.kill();
        QFuture<Saved> saving = session->save(newClient(*session, name), SaveKey::fresh());
        QTest::qWait(i % 4 == 0 ? 1500 : 50);
        server.start();
        EXPECT_NO_THROW(answer(saving)) << i;
        EXPECT_EQ(count(*session, name), 1) << i;
    }
    EXPECT_FALSE(lost.isEmpty());
    EXPECT_TRUE(QTest::qWaitFor([&] { return !session->isOffline(); }, patience));
    EXPECT_FALSE(back.isEmpty());
}

TEST(ServerSession, ASaveWhoseAnswerWasLostIsDoneOnce)
{
    const auto used = TempOffice::used(builtinRegistry());
    TempOffice &office = *used;
    DelayingProxy proxy(office.server().port());
    ServerAddress address = office.address();
    address.port = proxy.port();
    auto session = openSession(office, address);
    for (int i = 0; i < 10; ++i) {
        const QString name = QStringLiteral("Lost %1").arg(i);
        proxy.setDelay(40); // the cut comes while the answer is on its way, or the question
        QFuture<Saved> saving = session->save(newClient(*session, name), SaveKey::fresh());
        QTest::qWait(20 + 15 * i);
        proxy.cut();
        proxy.setDelay(0);
        EXPECT_NO_THROW(answer(saving)) << i;
        EXPECT_EQ(count(*session, name), 1) << i;
    }
}

TEST(ServerSession, DeletingRestoringAndBatchesAreDoneOnceToo)
{
    const auto used = TempOffice::used(builtinRegistry());
    TempOffice &office = *used;
    DelayingProxy proxy(office.server().port());
    ServerAddress address = office.address();
    address.port = proxy.port();
    auto session = openSession(office, address);
    const QString clients = QStringLiteral("clients");
    IdList ids;
    for (int i = 0; i < 3; ++i)
        ids << answer(session->save(newClient(*session, QStringLiteral("Kept")), SaveKey::fresh())).document.id();
    for (int i = 0; i < 8; ++i) {
        const auto cutOff = [&] {
            QTest::qWait(20 + 20 * i);
            proxy.cut();
            proxy.setDelay(0);
        };
        proxy.setDelay(40);
        QFuture<BatchResult> removing = session->remove(clients, ids);
        cutOff();
        EXPECT_EQ(answer(removing).done, 3) << i;
        proxy.setDelay(40);
        QFuture<BatchResult> restoring = session->restore(clients, ids);
        cutOff();
        EXPECT_EQ(answer(restoring).done, 3) << i;
        QList<Document> many;
        for (int m = 0; m < 3; ++m)
            many << newClient(*session, QStringLiteral("Batch %1").arg(i));
        proxy.setDelay(40);
        QFuture<BatchResult> batch = session->write([many](Repository &r) { return r.saveMany(many); });
        cutOff();
        EXPECT_EQ(answer(batch).done, 3) << i;
        EXPECT_EQ(count(*session, QStringLiteral("Batch %1").arg(i)), 3) << i;
    }
    for (const Id id : ids) {
        const QList<Change> log = answer(session->history(clients, id));
        EXPECT_EQ(log.size(), 1 + 2 * 8) << "each deletion and each return once";
    }
}

TEST(ServerSession, AnImportGoesOnOverCuts)
{
    const auto used = TempOffice::used(builtinRegistry());
    TempOffice &office = *used;
    DelayingProxy proxy(office.server().port());
    ServerAddress address = office.address();
    address.port = proxy.port();
    auto session = openSession(office, address);
    constexpr int rows = 1500;
    QByteArray csv("name,city\n");
    for (int i = 0; i < rows; ++i)
        csv += "Imported,City " + QByteArray::number(i) + '\n';
    proxy.setDelay(5);
    QFuture<qint64> importing = session->write([csv](Repository &r) {
        QBuffer file;
        file.setData(csv);
        file.open(QIODevice::ReadOnly);
        ImportOptions options;
        options.entity = QStringLiteral("clients");
        return Importer(r, file, options).run().inserted;
    });
    for (int i = 0; i < 6 && !importing.isFinished(); ++i) {
        QTest::qWait(150);
        proxy.cut();
    }
    proxy.setDelay(0);
    EXPECT_EQ(answer(importing), rows);
    EXPECT_EQ(count(*session, QStringLiteral("Imported")), rows);
}

TEST(ServerSession, AnIdThatIsTakenIsReplaced)
{
    const auto used = TempOffice::used(builtinRegistry());
    TempOffice &office = *used;
    office.addUser(QStringLiteral("boris"), QStringLiteral("Staff (own records)"));
    auto boris = office.as(QStringLiteral("boris"));
    auto session = openSession(office, office.address());
    Document theirs(Record(boris->catalog()->at(QStringLiteral("clients")), newId()));
    theirs.set(QStringLiteral("name"), QStringLiteral("Theirs"));
    boris->save(theirs);
    Document mine = newClient(*session, QStringLiteral("Mine"));
    mine.head().setId(theirs.id());
    const Id got = answer(session->save(mine, SaveKey::fresh())).document.id();
    EXPECT_NE(got, theirs.id());
    EXPECT_EQ(answer(session->openRecord(QStringLiteral("clients"), got)).document.head().title(),
              QStringLiteral("Mine"));
    EXPECT_EQ(boris->load(QStringLiteral("clients"), theirs.id()).head().title(), QStringLiteral("Theirs"));
    // Nor does one that the person may not even see tell more than that it is taken.
    Document hidden = newClient(*session, QStringLiteral("Hidden"));
    answer(session->save(hidden, SaveKey::fresh()));
    Document his(Record(boris->catalog()->at(QStringLiteral("clients")), hidden.id()));
    his.set(QStringLiteral("name"), QStringLiteral("His"));
    EXPECT_NE(boris->save(his).document.id(), hidden.id());

    // The answer was lost, the person went on typing and saved again, as something new: it is one record all the same.
    Document again = newClient(*session, QStringLiteral("Once"));
    answer(session->save(again, SaveKey::fresh()));
    again.set(QStringLiteral("city"), QStringLiteral("Tomsk"));
    const Saved saved = answer(session->save(again, SaveKey::fresh()));
    EXPECT_EQ(saved.document.id(), again.id());
    EXPECT_EQ(saved.document.value(QStringLiteral("city")), QStringLiteral("Tomsk"));
    EXPECT_EQ(count(*session, QStringLiteral("Once")), 1);
}

TEST(ServerSession, GoesOnAfterALongSleep)
{
    MariaDbServer server(
        {.arguments = {QStringLiteral("--wait-timeout=1"), QStringLiteral("--interactive-timeout=1")}});
    TempOffice office(builtinRegistry(), server);
    auto session = openSession(office, office.address());
    QSignalSpy lost(session.get(), &Session::connectionLost);
    for (int i = 0; i < 3; ++i) {
        QThread::sleep(3); // the window's thread too: nothing is asked meanwhile, as with a closed lid
        const QString name = QStringLiteral("Awake %1").arg(i);
        EXPECT_NO_THROW(answer(session->save(newClient(*session, name), SaveKey::fresh())));
        EXPECT_EQ(count(*session, name), 1);
    }
    EXPECT_EQ(lost.size(), 0) << "that the server had ended idle connections is no news";
}

TEST(ServerSession, ClosesThoughNobodyAnswers)
{
    const auto used = TempOffice::used(builtinRegistry());
    TempOffice &office = *used;
    DelayingProxy proxy(office.server().port());
    ServerAddress address = office.address();
    address.port = proxy.port();
    auto session = openSession(office, address);
    proxy.refuse(true);
    proxy.cut();
    auto reading = session->page(Query(QStringLiteral("clients")), {});
    QTest::qWait(300);
    QElapsedTimer timer;
    timer.start();
    session.reset();
    EXPECT_LT(timer.elapsed(), 3000);
}

TEST(ServerSession, ClosesWhileTheNetworkIsFrozen)
{
    const auto used = TempOffice::used(builtinRegistry());
    TempOffice &office = *used;
    DelayingProxy proxy(office.server().port());
    ServerAddress address = office.address();
    address.port = proxy.port();
    for (const bool connecting : {false, true}) {
        auto session = openSession(office, address);
        if (connecting)
            proxy.cut(); // they come back, and nobody greets them
        proxy.freeze(true);
        QFuture<Page> reading = session->page(Query(QStringLiteral("clients")), {});
        QFuture<Saved> saving = session->save(newClient(*session, QStringLiteral("Frozen")), SaveKey::fresh());
        QTest::qWait(500);
        EXPECT_EQ(session->unsaved(), 1) << "the window can say so";
        QElapsedTimer timer;
        timer.start();
        session.reset();
        EXPECT_LT(timer.elapsed(), 3000) << connecting;
        printf("closed after %lld ms\n", timer.elapsed());
        proxy.freeze(false);
        proxy.cut();
        if (!connecting) {
            ASSERT_TRUE(QTest::qWaitFor([&] { return saving.isFinished(); }, 5000));
            EXPECT_THROW(saving.result(), Error) << "what was not confirmed is said to have failed";
        }
    }
}

TEST(ServerSession, WhatIsOnItsWayAtTheEndIsSaved)
{
    const auto used = TempOffice::used(builtinRegistry());
    TempOffice &office = *used;
    auto session = openSession(office, office.address());
    for (int i = 0; i < 10; ++i)
        session->save(newClient(*session, QStringLiteral("Last words")), SaveKey::fresh());
    session.reset();
    session = openSession(office, office.address());
    EXPECT_EQ(count(*session, QStringLiteral("Last words")), 10);
}
