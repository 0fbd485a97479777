// A session on a server that stops, starts again, and loses answers.
#include "core/store/session.h"
#include "tests/support/delaying_proxy.h"
#include "tests/support/temp_database.h"
#include "tests/support/temp_office.h"
#include <QSignalSpy>
#include <QTest>
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
    TempOffice office(builtinRegistry());
    auto one = openSession(office, office.address()), two = openSession(office, office.address());
    QSignalSpy changed(two.get(), &Session::changed);
    answer(one->save(newClient(*one, QStringLiteral("News")), SaveKey::fresh()));
    EXPECT_TRUE(QTest::qWaitFor([&] { return !changed.isEmpty(); }, 3000));
}

TEST(ServerSession, KnowsWhoElseHasARecordOpen)
{
    TempOffice office(builtinRegistry());
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
    TempOffice office(builtinRegistry());
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
    TempOffice office(builtinRegistry());
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

TEST(ServerSession, ClosesThoughNobodyAnswers)
{
    TempOffice office(builtinRegistry());
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
    EXPECT_LT(timer.elapsed(), 5000);
}
