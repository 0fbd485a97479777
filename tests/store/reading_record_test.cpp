// Whole records: documents with lines and titles, related counts, what one may do with them.
#include "core/model/error.h"
#include "tests/store/reading_world.h"
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
QString operator""_s(const char *text, size_t size) { return QString::fromUtf8(text, qsizetype(size)); }

struct ReadingRecord : ::testing::Test
{
    TempDatabase db;
    std::unique_ptr<Repository> repo = db.asSystem();

    Document made(const QString &entity) const { return Document(Record(repo->catalog()->at(entity))); }
    Id client(const QString &name)
    {
        Document d = made("clients"_s);
        d.set("name"_s, name);
        return repo->save(d).document.id();
    }
    Document order(Id client, int lines)
    {
        Document d = made("orders"_s);
        d.set("client_id"_s, client);
        for (int i = 0; i < lines; ++i) {
            Record line(repo->catalog()->at("order_lines"_s));
            line.set("title"_s, "line %1"_s.arg(i));
            line.set("rate"_s, 1000 * (i + 1));
            d.lines("order_lines"_s) << line;
        }
        return repo->save(d).document;
    }
    static QStringList lineTitles(const Document &d)
    {
        QStringList out;
        for (const Record &line : d.lines("order_lines"_s))
            out << line.text("title"_s);
        return out;
    }
};
} // namespace

TEST_F(ReadingRecord, OpensWithLinesTitlesAndCounts)
{
    const Id acme = client("Acme"_s);
    const Document order = this->order(acme, 3);
    const Opened opened = repo->open("orders"_s, order.id());
    EXPECT_EQ(lineTitles(opened.document), (QStringList{"line 0"_s, "line 1"_s, "line 2"_s}));
    EXPECT_FALSE(opened.document.isChanged());
    EXPECT_EQ(opened.document.titles.value({"clients"_s, acme}), "Acme"_s);
    EXPECT_TRUE(opened.mayUpdate);
    EXPECT_TRUE(opened.mayDelete);

    const Opened firm = repo->open("clients"_s, acme);
    qint64 orders = -1, contacts = -1;
    for (const RelatedCount &c : firm.related) {
        orders = c.entity == "orders"_s && c.field == "client_id"_s ? c.count : orders;
        contacts = c.entity == "contacts"_s && c.field == "client_id"_s ? c.count : contacts;
    }
    EXPECT_EQ(orders, 1);
    EXPECT_EQ(contacts, 0);
}

TEST_F(ReadingRecord, CountsWhatHangsOnItByContext)
{
    const Id acme = client("Acme"_s);
    for (int i = 0; i < 3; ++i) {
        Document comment = made("comments"_s);
        comment.set("parent_entity"_s, "clients"_s);
        comment.set("parent_id"_s, acme);
        comment.set("text"_s, "hello"_s);
        const Saved saved = repo->save(comment);
        if (i == 2)
            repo->remove("comments"_s, {saved.document.id()});
    }
    for (const RelatedCount &c : repo->open("clients"_s, acme).related) {
        if (c.entity == "comments"_s) {
            EXPECT_EQ(c.count, 2) << "the one in the trash does not count";
        }
    }
}

TEST_F(ReadingRecord, ADocumentInTheTrashStillHasItsLines)
{
    const Document order = this->order(client("Acme"_s), 2);
    const Document other = this->order(client("Zeta"_s), 1);
    repo->remove("orders"_s, {order.id()});
    const Document found = repo->open("orders"_s, order.id()).document;
    EXPECT_TRUE(found.head().deletedAt().isValid());
    EXPECT_EQ(lineTitles(found), (QStringList{"line 0"_s, "line 1"_s}));
    const QList<Document> both = repo->loadMany("orders"_s, {other.id(), order.id()});
    ASSERT_EQ(both.size(), 2);
    EXPECT_EQ(lineTitles(both[0]).size(), 1);
    EXPECT_EQ(lineTitles(both[1]).size(), 2);
    repo->restore("orders"_s, {order.id()});
    EXPECT_EQ(lineTitles(repo->load("orders"_s, order.id())).size(), 2);
}

TEST_F(ReadingRecord, LoadManyKeepsTheOrderAndLeavesOutWhatIsNotThere)
{
    IdList ids;
    QList<Document> documents;
    for (int i = 0; i < 900; ++i) {
        documents << made("clients"_s);
        documents.last().set("name"_s, "Client %1"_s.arg(i));
    }
    repo->saveMany(documents);
    PageAt at;
    at.limit = 2000;
    for (const Row &row : repo->page(Query("clients"_s), at).rows)
        ids << row.id;
    ASSERT_EQ(ids.size(), 900);
    std::reverse(ids.begin(), ids.end());
    ids.insert(5, 17); // no such record
    const QList<Document> found = repo->loadMany("clients"_s, ids);
    ids.removeAt(5);
    ASSERT_EQ(found.size(), ids.size());
    for (qsizetype i = 0; i < ids.size(); ++i)
        ASSERT_EQ(found[i].id(), ids[i]);
}

TEST_F(ReadingRecord, AnUnknownRecordIsNotFound)
{
    try {
        repo->open("clients"_s, 12345);
        FAIL();
    } catch (const Error &e) {
        EXPECT_EQ(e.kind(), ErrorKind::NotFound);
        EXPECT_TRUE(e.sentence().contains("Clients"_s));
    }
}

struct ReadingThings : ::testing::TestWithParam<Engine>
{
    World w{40, 1, GetParam()};
};
INSTANTIATE_TEST_SUITE_P(On, ReadingThings, ::testing::Values(Engine::File, Engine::Server), engineName);

TEST_P(ReadingThings, CarryCustomFieldsAndListsOfLinks)
{
    for (const Record &r : w.things()) {
        const Document d = w.reading().open("things"_s, r.id()).document;
        for (const Field &f : r.entity().fieldList())
            EXPECT_EQ(d.value(f.key()), r.value(f.key())) << f.key().toStdString();
        EXPECT_EQ(d.head().version(), r.version());
        EXPECT_EQ(d.head().scopeId(), r.scopeId());
        EXPECT_EQ(d.head().deletedAt(), r.deletedAt());
        EXPECT_EQ(d.head().changedAt(), r.changedAt());
        EXPECT_FALSE(d.isChanged());
        for (Id stop : r.ids("stops"_s))
            EXPECT_FALSE(d.titles.value({"places"_s, stop}).isEmpty());
    }
    // What a page shows and what the record holds is the same.
    Query q("things"_s);
    q.columns = {"c_number"_s, "c_color"_s};
    const Row row = w.reading().page(q, {}).rows.first();
    EXPECT_EQ(row.values[0], w.repository().load("things"_s, row.id).value("c_number"_s));
    EXPECT_EQ(row.values[1], w.repository().load("things"_s, row.id).value("c_color"_s));
}

TEST_P(ReadingThings, TellWhatOneMayDoWithThem)
{
    Reading &anna = w.readingOf("anna"_s);
    auto here = w.database().as("anna"_s, "secret-1"_s);
    const Id annaId = here->actor().userId;
    const Page page = anna.page(Query("things"_s), {});
    ASSERT_FALSE(page.rows.isEmpty());
    EXPECT_TRUE(anna.open("things"_s, page.rows.first().id).mayUpdate);
    const Opened place = anna.open("places"_s, w.place("Omsk"_s));
    EXPECT_EQ(place.mayUpdate, here->actor().policy.may(here->catalog()->at("places"_s), Verb::Update));
    int hidden = 0;
    for (const Record &r : w.things()) {
        if (r.ref("owner_id"_s) == annaId) {
            const Opened opened = anna.open("things"_s, r.id());
            EXPECT_TRUE(opened.document.value("secret"_s).isNull());
            continue;
        }
        ++hidden;
        EXPECT_THROW(anna.open("things"_s, r.id()), Error);
        EXPECT_TRUE(anna.loadMany("things"_s, {r.id()}).isEmpty());
        EXPECT_TRUE(anna.options("things"_s, {r.id()}).isEmpty());
    }
    EXPECT_GT(hidden, 5);
}

TEST_P(ReadingThings, ComeWithTheirLinesWhereverTheyLie)
{
    LocalRepository &repo = w.repository();
    const auto made = [&](const char *entity) { return Document(Record(w.catalog().at(QLatin1String(entity)))); };
    Document client = made("clients");
    client.set("name"_s, "Acme"_s);
    const Id clientId = repo.save(client, {}).document.id();
    IdList orders;
    for (int i = 0; i < 3; ++i) {
        Document order = made("orders");
        order.set("client_id"_s, clientId);
        for (int n = 0; n <= i; ++n) {
            Record line(w.catalog().at("order_lines"_s));
            line.set("title"_s, "line %1"_s.arg(n));
            line.set("rate"_s, 100);
            order.lines("order_lines"_s) << line;
        }
        orders << repo.save(order, {}).document.id();
    }
    repo.remove("orders"_s, {orders[1]});
    for (int i = 0; i < 3; ++i) {
        const Document d = w.reading().open("orders"_s, orders[i]).document;
        EXPECT_EQ(d.head().deletedAt().isValid(), i == 1);
        const QList<Record> lines = d.lines("order_lines"_s);
        ASSERT_EQ(lines.size(), i + 1);
        for (int n = 0; n <= i; ++n)
            EXPECT_EQ(lines[n].text("title"_s), "line %1"_s.arg(n));
        EXPECT_EQ(d.titles.value({"clients"_s, clientId}), "Acme"_s);
    }
    std::reverse(orders.begin(), orders.end());
    const QList<Document> all = w.reading().loadMany("orders"_s, orders);
    ASSERT_EQ(all.size(), 3);
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(all[i].id(), orders[i]);
    qint64 counted = -1;
    for (const RelatedCount &c : w.reading().open("clients"_s, clientId).related)
        counted = c.entity == "orders"_s && c.field == "client_id"_s ? c.count : counted;
    EXPECT_EQ(counted, 2) << "the one in the trash does not count";
}

TEST(ReadingCost, FewStatementsOpenAListAndARecord)
{
    World w(40);
    Database &db = w.repository().database();
    const auto statements = [&](const std::function<void()> &call) {
        const qint64 before = db.statementsRun();
        call();
        return db.statementsRun() - before;
    };
    const Id id = w.things().at(1).id();
    EXPECT_EQ(statements([&] { w.reading().page(Query("things"_s), {}); }), 1);
    EXPECT_EQ(statements([&] { w.reading().totals(Query("things"_s), {"amount"_s}); }), 1);
    // head, two link tables, titles, counts, and the snapshot around them
    EXPECT_LE(statements([&] { w.reading().open("things"_s, id); }), 7);
    EXPECT_EQ(statements([&] { w.reading().search("alpha"_s); }), 1);
}

TEST(ReadingCost, AServerIsAskedOnceForAListAndTwiceForARecord)
{
    World w(40, 1, Engine::Server);
    for (const char *login : {"admin", "anna"}) {
        Reading &reading = w.readingOf(QLatin1String(login));
        Database &db = w.connectionOf(QLatin1String(login));
        const auto journeys = [&](const std::function<void()> &call) {
            const qint64 before = db.roundTrips();
            call();
            return db.roundTrips() - before;
        };
        Query q("things"_s);
        q.sort = {{"name"_s, false}};
        PageAt at;
        at.limit = 3;
        Page page;
        EXPECT_EQ(journeys([&] { page = reading.page(q, at); }), 1) << login;
        ASSERT_EQ(page.rows.size(), 3);
        at.type = PageAt::After;
        at.key = page.rows.last().key;
        EXPECT_EQ(journeys([&] { reading.page(q, at); }), 1) << login;
        EXPECT_EQ(journeys([&] { reading.totals(q, {"amount"_s}); }), 1) << login;
        EXPECT_EQ(journeys([&] { reading.bookmarks(q, 2); }), 1) << login;
        EXPECT_EQ(journeys([&] { reading.open("things"_s, page.rows.first().id); }), 2) << login;
        EXPECT_EQ(journeys([&] { reading.loadMany("things"_s, {page.rows.first().id}); }), 1) << login;
        EXPECT_EQ(journeys([&] { reading.search("alpha"_s); }), 1) << login;
        EXPECT_EQ(journeys([&] { reading.lookup("things"_s, {}); }), 1) << login;
        EXPECT_EQ(journeys([&] { reading.head(); }), 1) << login;
    }
}

TEST(ReadingCost, WhatIsAskedEveryDayStaysPreparedHoweverManyOtherQuestionsComeInBetween)
{
    World w(1);
    Database &db = w.repository().database();
    const auto everyDay = [&db] { return db.scalar("SELECT count(*) FROM main.things"_s); };
    everyDay();
    for (int i = 0; i < 1000; ++i) {
        db.scalar(QStringLiteral("SELECT %1 FROM main.things").arg(i));
        if (i % 100 == 0)
            everyDay();
    }
    const qint64 before = db.statementsPrepared();
    everyDay();
    EXPECT_EQ(db.statementsPrepared(), before);
    db.scalar("SELECT -1 FROM main.things"_s); // a new one still finds its place
    db.scalar("SELECT -1 FROM main.things"_s);
    EXPECT_EQ(db.statementsPrepared(), before + 1);
}
