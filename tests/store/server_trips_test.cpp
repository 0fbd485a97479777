// How often each thing that people do goes to the server and back, behind a line where everything takes 40 ms: counted
// by what the proxy between sees, through the program's own surface. A line that slow makes a round trip too many felt.
#include "core/store/repository.h"
#include "core/store/session.h"
#include "tests/support/delaying_proxy.h"
#include "tests/support/temp_database.h"
#include "tests/support/temp_office.h"
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
constexpr int patience = 30'000, oneWayMs = 20;

template<class T> T answer(QFuture<T> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, patience))
        throw Error(ErrorKind::Busy, QStringLiteral("no answer in time"));
    return future.result();
}

QString key(const char *text) { return QString::fromLatin1(text); }

class ServerTrips : public testing::Test
{
protected:
    static void SetUpTestSuite() { office = TempOffice::used(builtinRegistry()); }
    static void TearDownTestSuite() { office.reset(); }
    void SetUp() override
    {
        proxy = std::make_unique<DelayingProxy>(office->server().port(), oneWayMs);
        address = office->address();
        address.port = proxy->port();
    }
    void TearDown() override
    {
        session.reset();
        proxy.reset();
    }

    /// Also stops the session's own look at the feed, which would be counted with what is measured.
    void open(const QString &login = QStringLiteral("admin"))
    {
        session = answer(Session::open(Target::onServer(address), {office->loginOf(login), QStringLiteral("secret-1")},
                                       builtinRegistry()));
        quiet();
    }
    void quiet()
    {
        QTest::qWait(0); // the timer is started by an event
        const auto timers = session->findChildren<QTimer *>();
        for (QTimer *timer : timers)
            timer->stop();
    }
    /// Every worker has its connection, and the rules know the dictionaries.
    void warmUp()
    {
        for (int i = 0; i < 2; ++i) {
            QFuture<Page> a = session->page(Query(key("clients")), {}), b = session->page(Query(key("clients")), {});
            answer(a);
            answer(b);
        }
        answer(session->save(client(QStringLiteral("Warm")), SaveKey::fresh()));
    }
    Document client(const QString &name)
    {
        Document d(Record(session->catalog()->at(key("clients")), newId()));
        d.set(key("name"), name);
        return d;
    }
    Document order(Id buyer, int lines) { return document("orders", buyer, lines); }
    Document document(const char *entity, Id buyer, int lines)
    {
        Document d(Record(session->catalog()->at(key(entity)), newId()));
        const QString table = d.entity().lineTables().first().entity;
        d.set(key("client_id"), buyer);
        for (int i = 0; i < lines; ++i) {
            Record line(session->catalog()->at(table));
            line.set(key("title"), QStringLiteral("Line %1").arg(i));
            line.set(key("quantity"), qint64(1000));
            line.set(key("rate"), qint64(100));
            d.lines(table).append(line);
        }
        return d;
    }
    /// Round trips of what `call` does, by the proxy.
    template<class Call> int trips(Call call)
    {
        proxy->resetCounts();
        call();
        return proxy->roundTrips();
    }

    static inline std::unique_ptr<TempOffice> office;
    std::unique_ptr<DelayingProxy> proxy;
    ServerAddress address;
    std::shared_ptr<Session> session;
};
} // namespace

TEST_F(ServerTrips, FromConnectingToTheFirstList)
{
    constexpr int handshake = 1; // of TCP, which the proxy answers itself
    proxy->resetCounts();
    open();
    answer(session->page(Query(key("clients")), {}));
    const int counted = proxy->roundTrips() + handshake * proxy->connections();
    printf("%d round trips in %d connections\n", counted, proxy->connections());
    EXPECT_LE(counted, 9);
}

TEST_F(ServerTrips, ListsPagesAndCounts)
{
    open();
    warmUp();
    for (int i = 0; i < 3; ++i)
        answer(session->save(client(QStringLiteral("Row %1").arg(i)), SaveKey::fresh()));
    Page first;
    EXPECT_EQ(trips([&] { first = answer(session->page(Query(key("clients")), {})); }), 1) << "to open a list";
    ASSERT_FALSE(first.rows.isEmpty());
    EXPECT_EQ(trips([&] { answer(session->page(Query(key("tasks")), {})); }), 1) << "to open one never opened before";
    const PageAt behind{PageAt::After, first.rows.first().key, 0, 2};
    EXPECT_EQ(trips([&] { answer(session->page(Query(key("clients")), behind)); }), 1) << "a page";
    EXPECT_EQ(trips([&] { answer(session->bookmarks(Query(key("clients")), 300)); }), 1) << "count and bookmarks";
    EXPECT_EQ(trips([&] { answer(session->totals(Query(key("clients")), {})); }), 1) << "count";
    Query filtered(key("clients"));
    filtered.filter = Filter::where(key("name"), Op::Contains, QStringLiteral("Row"));
    EXPECT_EQ(trips([&] { answer(session->page(filtered, {})); }), 1) << "a filtered list";
}

TEST_F(ServerTrips, RecordsAndSearch)
{
    open();
    warmUp();
    const Saved saved = answer(session->save(client(QStringLiteral("Searchable")), SaveKey::fresh()));
    const Id id = saved.document.id();
    EXPECT_LE(trips([&] { answer(session->openRecord(key("clients"), id)); }), 2) << "a record, and the titles in it";
    EXPECT_EQ(trips([&] { answer(session->search(QStringLiteral("Searchable"))); }), 1) << "search everywhere";
    EXPECT_EQ(trips([&] { answer(session->lookup(key("clients"), QStringLiteral("Sear"))); }), 1) << "type-ahead";
    EXPECT_EQ(trips([&] { answer(session->history(key("clients"), id)); }), 1) << "history";
    Query searched(key("clients"));
    searched.search = QStringLiteral("searchable");
    Page found;
    EXPECT_EQ(trips([&] { found = answer(session->page(searched, {})); }), 1) << "a list searched by a word";
    EXPECT_EQ(found.rows.size(), 1);
}

TEST_F(ServerTrips, Saves)
{
    open();
    warmUp();
    const Id buyer = answer(session->save(client(QStringLiteral("Buyer")), SaveKey::fresh())).document.id();
    answer(session->save(order(buyer, 1), SaveKey::fresh())); // the rules have seen this client and the dictionaries
    Saved saved;
    EXPECT_EQ(trips([&] { saved = answer(session->save(order(buyer, 100), SaveKey::fresh())); }), 1)
        << "a new document with 100 lines";
    Document again = saved.document;
    for (Record &line : again.lines(key("order_lines")))
        line.set(key("rate"), qint64(500));
    EXPECT_EQ(trips([&] { answer(session->save(again, SaveKey::fresh())); }), 1) << "all its lines changed";
    EXPECT_EQ(trips([&] { answer(session->remove(key("orders"), {saved.document.id()})); }), 1) << "to the trash";
    EXPECT_EQ(trips([&] { answer(session->restore(key("orders"), {saved.document.id()})); }), 1) << "and back";
}

TEST_F(ServerTrips, AnInvoiceOfAHundredLines)
{
    open();
    warmUp();
    const Id buyer = answer(session->save(client(QStringLiteral("Invoiced")), SaveKey::fresh())).document.id();
    answer(session->save(document("invoices", buyer, 1), SaveKey::fresh()));
    Saved saved;
    EXPECT_EQ(trips([&] { saved = answer(session->save(document("invoices", buyer, 100), SaveKey::fresh())); }), 1);
    Document again = saved.document;
    for (Record &line : again.lines(key("invoice_lines")))
        line.set(key("rate"), qint64(500));
    EXPECT_EQ(trips([&] { answer(session->save(again, SaveKey::fresh())); }), 1) << "all its lines changed";
}

TEST_F(ServerTrips, APaymentThatIsMeasuredAndSettlesAnInvoice)
{
    open();
    warmUp();
    const Id buyer = answer(session->save(client(QStringLiteral("Payer")), SaveKey::fresh())).document.id();
    Document method(Record(session->catalog()->at(key("payment_methods")), newId()));
    method.set(key("name"), key("Terminal"));
    method.set(key("minimum"), qint64(50));
    answer(session->save(method, SaveKey::fresh()));
    const auto pay = [&] {
        const Id invoice = answer(session->save(document("invoices", buyer, 1), SaveKey::fresh())).document.id();
        answer(session->write([&](Repository &r) { return r.runAction(key("invoices"), invoice, key("issue"), {}); }));
        Document d(Record(session->catalog()->at(key("payments")), newId()));
        d.set(key("client_id"), buyer);
        d.set(key("amount"), qint64(100));
        d.set(key("method_id"), method.id());
        Record line(session->catalog()->at(key("payment_lines")));
        line.set(key("invoice_id"), invoice);
        line.set(key("amount"), qint64(100));
        d.lines(key("payment_lines")).append(line);
        return trips([&] { answer(session->save(d, SaveKey::fresh())); });
    };
    pay(); // the rules know the dictionaries
    EXPECT_EQ(pay(), 2) << "one to look at the invoice and the rest, one to save";
}

TEST_F(ServerTrips, LookingForNews)
{
    open();
    warmUp();
    const QList<QTimer *> timers = session->findChildren<QTimer *>();
    ASSERT_EQ(timers.size(), 1);
    QSignalSpy changed(session.get(), &Session::changed);
    timers.first()->setInterval(600);
    timers.first()->start();
    QTest::qWait(1500); // what warmUp() did is told
    changed.clear();
    // Nothing is new: each look is one round trip. Three periods hold three looks, at most one more at the edge.
    const int idle = trips([&] { QTest::qWait(1800); });
    EXPECT_GE(idle, 2);
    EXPECT_LE(idle, 4) << "of 3 looks without news";
    EXPECT_TRUE(changed.isEmpty());
}
