// Lists against an evaluation without SQL: filters, sorts, search, pages in every direction, jumps and totals.
#include "core/model/error.h"
#include "core/model/money.h"
#include "tests/store/reading_world.h"
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
QString operator""_s(const char *text, size_t size) { return QString::fromUtf8(text, qsizetype(size)); }

IdList idsOf(const QList<Row> &rows)
{
    IdList out;
    for (const Row &row : rows)
        out << row.id;
    return out;
}

std::string shown(const Query &q, const Catalog &catalog)
{
    QStringList sort;
    for (const SortKey &key : q.sort)
        sort << (key.descending ? u'-' + key.path : key.path);
    return (q.filter.toExpression(catalog, q.entity) + " | sort "_s + sort.join(u',') + " | search "_s + q.search)
        .toStdString();
}

/// All rows by pages forward; every page but the last must be full.
IdList forward(Reading &reading, const Query &q, int limit)
{
    IdList out;
    PageAt at;
    at.limit = limit;
    for (;;) {
        const Page page = reading.page(q, at);
        EXPECT_EQ(page.atStart, at.type == PageAt::First);
        out += idsOf(page.rows);
        if (page.atEnd)
            return out;
        EXPECT_EQ(page.rows.size(), limit);
        if (page.rows.isEmpty())
            return out;
        at.type = PageAt::After;
        at.key = page.rows.last().key;
    }
}

IdList backward(Reading &reading, const Query &q, int limit)
{
    IdList out;
    PageAt at;
    at.type = PageAt::Last;
    at.limit = limit;
    for (;;) {
        const Page page = reading.page(q, at);
        EXPECT_EQ(page.atEnd, at.type == PageAt::Last);
        out = idsOf(page.rows) + out;
        if (page.atStart || page.rows.isEmpty())
            return out;
        EXPECT_EQ(page.rows.size(), limit);
        at.type = PageAt::Before;
        at.key = page.rows.first().key;
    }
}

std::map<Engine, std::unique_ptr<World>> worlds;

struct ReadingList : ::testing::TestWithParam<Engine>
{
    static void TearDownTestSuite() { worlds.clear(); } // not at exit: connections and servers go before
    static World &world()
    {
        auto &w = worlds[GetParam()];
        if (!w)
            w = std::make_unique<World>(400, 1, GetParam());
        return *w;
    }
    /// Filtered, sorted and searched by chance; now and then of the trash.
    static Query randomQuery(int depth)
    {
        World &w = world();
        Query q("things"_s);
        q.filter = w.randomFilter(depth);
        q.sort = w.randomSort();
        q.search = w.randomSearch();
        q.trashed = w.pick(6) == 0;
        return q;
    }
    Query query(const QString &where, const QString &sort = "name"_s) const
    {
        Query q("things"_s);
        q.filter = Filter::parse(where, world().catalog(), "things"_s);
        q.sort = Query::parseSort(sort);
        return q;
    }
    IdList list(const Query &q) const
    {
        PageAt at;
        at.limit = 10'000;
        return idsOf(world().reading().page(q, at).rows);
    }
};
INSTANTIATE_TEST_SUITE_P(On, ReadingList, ::testing::Values(Engine::File, Engine::Server), engineName);
} // namespace

TEST_P(ReadingList, RandomQuestionsHaveTheNaiveAnswers)
{
    World &w = world();
    int nonEmpty = 0;
    for (int i = 0; i < 400 && !HasFailure(); ++i) {
        Query q = randomQuery(2);
        q.columns = QStringList{"id"_s};
        const IdList expected = w.expected(q);
        nonEmpty += !expected.isEmpty();
        const int limit = 1 + w.pick(60);
        w.reading().setRareHits(i % 2 ? 0 : 10'000); // common words are looked for on the walk, not in the index
        ASSERT_EQ(forward(w.reading(), q, limit), expected) << shown(q, w.catalog());
        ASSERT_EQ(backward(w.reading(), q, limit), expected) << shown(q, w.catalog());
        ASSERT_EQ(w.reading().totals(q, {}).count, expected.size()) << shown(q, w.catalog());
    }
    w.reading().setRareHits(10'000);
    EXPECT_GT(nonEmpty, 150) << "the questions are not about the data any more";
}

TEST_P(ReadingList, InOneGoGivesTheSameRowsAsPageByPage)
{
    World &w = world();
    for (int i = 0; i < 60 && !HasFailure(); ++i) {
        Query q = randomQuery(1);
        PageAt at;
        at.limit = 10'000;
        const QList<Row> expected = w.reading().page(q, at).rows;
        qsizetype next = 0;
        w.reading().each(q, [&](const Row &row) {
            ASSERT_LT(next, expected.size());
            const Row &same = expected[next++];
            EXPECT_EQ(row.id, same.id) << shown(q, w.catalog());
            EXPECT_EQ(row.version, same.version);
            EXPECT_EQ(row.values, same.values);
            EXPECT_EQ(row.titles, same.titles);
            EXPECT_EQ(row.currency, same.currency);
        });
        EXPECT_EQ(next, expected.size()) << shown(q, w.catalog());
    }
}

TEST_P(ReadingList, InOneGoEndsWhenItIsCancelledAndTheConnectionGoesOn)
{
    World &w = world();
    w.reading();
    Database &db = w.connectionOf("admin"_s);
    Reading &reading = w.readingOf("admin"_s);
    db.setCancelCheck([] { return true; });
    Query q = query("name ~ a"_s);
    try {
        reading.each(q, [](const Row &) {});
        ADD_FAILURE() << "it was to be cancelled";
    } catch (const Error &e) {
        EXPECT_EQ(e.kind(), ErrorKind::Cancelled);
    }
    db.setCancelCheck({});
    EXPECT_EQ(reading.page(q, {}).rows.size(), qMin<qsizetype>(100, list(q).size()));
}

/// The statistics of a MariaDB decide how it works out what stands inside a question; the answer must be the same.
TEST_P(ReadingList, WhatIsAskedInsideAQuestionIsAnsweredAlikeByEveryPlan)
{
    World &w = world();
    if (w.engine() == Engine::File)
        GTEST_SKIP() << "its plans hang on nothing";
    w.reading();
    Database &db = w.connectionOf("admin"_s);
    // As if records had a great many labels each: the words of labels are then looked for once more for each record.
    Database &root = w.server().root();
    for (const QString &table : {"things__labels"_s, "things__stops"_s}) {
        const QString full = w.server().names().table(table);
        root.run("ANALYZE TABLE "_s + full + " PERSISTENT FOR ALL"_s);
        root.run("UPDATE mysql.index_stats SET avg_frequency=200 WHERE db_name=? AND table_name=? AND "
                 "index_name='PRIMARY' AND prefix_arity=1"_s,
                 {w.server().names().data(), table});
        root.run("FLUSH TABLE "_s + full);
    }
    for (const auto &plans :
         {"default"_s, "materialization=off"_s, "semijoin=off"_s, "materialization=off,semijoin=off"_s,
          "in_to_exists=off"_s, "firstmatch=off,loosescan=off"_s}) {
        db.exec("SET optimizer_switch='"_s + plans + u'\'');
        for (const auto &where : {"labels ~ vip"_s, "not labels ~ vip"_s, "labels ~ vip or name ~ nothing"_s,
                                  "not stops ~ omsk"_s, "not name ~ alpha"_s, "not place_id.name ~ omsk"_s}) {
            for (const auto &search : {QString(), "alpha"_s}) {
                Query q = query(where, "seen,-place_id"_s);
                q.search = search;
                w.reading().setRareHits(10'000); // the words are looked up in the index
                EXPECT_EQ(list(q), w.expected(q)) << plans.toStdString() << ": " << shown(q, w.catalog());
            }
        }
        db.exec("SET optimizer_switch=DEFAULT"_s);
    }
}

TEST_P(ReadingList, AJumpByBookmarksIsAnOffset)
{
    World &w = world();
    for (int i = 0; i < 60 && !HasFailure(); ++i) {
        Query q("things"_s);
        if (w.pick(2))
            q.filter = w.randomFilter(1);
        q.sort = w.randomSort();
        const IdList expected = w.expected(q);
        const int step = 1 + w.pick(50);
        const Bookmarks marks = w.reading().bookmarks(q, step);
        ASSERT_EQ(marks.count, expected.size());
        ASSERT_EQ(marks.step, step);
        ASSERT_EQ(marks.keys.size(), (expected.size() + step - 1) / step);
        for (qsizetype k = 0; k < marks.keys.size(); ++k)
            ASSERT_EQ(marks.keys[k].id, expected[k * step]) << shown(q, w.catalog());
        if (expected.isEmpty())
            continue;
        const int target = w.pick(int(expected.size()));
        PageAt at;
        at.type = PageAt::From;
        at.key = marks.keys[target / step];
        at.skip = target % step;
        at.limit = 7;
        const Page page = w.reading().page(q, at);
        ASSERT_EQ(idsOf(page.rows), expected.mid(target, 7)) << shown(q, w.catalog()) << " at " << target;
        ASSERT_EQ(page.atEnd, target + 7 >= expected.size());
        at.type = PageAt::After;
        ASSERT_EQ(idsOf(w.reading().page(q, at).rows), expected.mid(target + 1, 7));
    }
}

TEST_P(ReadingList, TotalsAreTheSumsOfTheRows)
{
    World &w = world();
    for (int i = 0; i < 30; ++i) {
        Query q("things"_s);
        if (i)
            q.filter = w.randomFilter(1);
        q.sort = {{"id"_s, false}};
        QMap<QString, qint64> amounts;
        qint64 count = 0, sizes = 0;
        const IdList expected = w.expected(q);
        for (const Record &r : w.things()) {
            if (!expected.contains(r.id()))
                continue;
            if (!r.value("amount"_s).isNull())
                amounts[r.text("currency"_s).isEmpty() ? w.catalog().baseCurrency : r.text("currency"_s)] +=
                    r.integer("amount"_s);
            count += r.integer("count"_s);
            sizes += r.integer("c_number"_s);
        }
        const Totals totals = w.reading().totals(q, {"amount"_s, "count"_s, "c_number"_s});
        QMap<QString, qint64> got;
        for (const Sum &s : totals.sums) {
            if (s.path == "amount"_s)
                got[s.currency] = s.value;
            else
                EXPECT_EQ(s.value, s.path == "count"_s ? count : sizes);
        }
        if (amounts.isEmpty())
            amounts[w.catalog().baseCurrency] = 0;
        EXPECT_EQ(got, amounts);
        EXPECT_EQ(totals.count, expected.size());
    }
}

TEST_P(ReadingList, RowsHoldCanonicalValuesAndTitles)
{
    World &w = world();
    Query q("things"_s);
    q.sort = {{"id"_s, false}};
    q.columns = {"name"_s,          "amount"_s,          "due"_s,   "seen"_s,   "done"_s,     "place"_s,
                 "place.country"_s, "place.boss.name"_s, "stops"_s, "labels"_s, "c_amount"_s, "c_day"_s,
                 "created_by"_s,    "changed_at"_s};
    PageAt at;
    at.limit = 1000;
    const Page page = w.reading().page(q, at);
    EXPECT_EQ(page.columns, (QStringList{"name"_s, "amount"_s, "due"_s, "seen"_s, "done"_s, "place_id"_s,
                                         "place_id.country"_s, "place_id.boss_id.name"_s, "stops"_s, "labels"_s,
                                         "c_amount"_s, "c_day"_s, "created_by"_s, "changed_at"_s}));
    QHash<Id, Record> byId;
    for (const Record &r : w.things())
        byId.insert(r.id(), r);
    ASSERT_FALSE(page.rows.isEmpty());
    for (const Row &row : page.rows) {
        const Record &r = byId[row.id];
        for (const char *key : {"name", "amount", "due", "seen", "done", "place_id", "c_amount", "c_day"}) {
            const qsizetype c = page.columns.indexOf(QLatin1String(key));
            EXPECT_EQ(row.values[c], r.value(QLatin1String(key))) << key;
        }
        EXPECT_EQ(row.values[8].value<IdList>(), r.ids("stops"_s));
        EXPECT_EQ(row.values[9].value<IdList>(), r.ids("labels"_s));
        EXPECT_EQ(row.titles[8].isEmpty(), r.ids("stops"_s).isEmpty());
        EXPECT_EQ(row.titles[5].isEmpty(), r.ref("place_id"_s) == 0);
        EXPECT_EQ(row.version, r.version());
        EXPECT_EQ(row.values[13].toDateTime(), r.changedAt());
        EXPECT_EQ(row.currency, r.text("currency"_s).isEmpty() ? "RUB"_s : r.text("currency"_s));
    }
}

TEST_P(ReadingList, ExpressionsMeanWhatTheySay)
{
    World &w = world();
    const auto check = [&](const char *where) {
        const Query q = query(QString::fromUtf8(where));
        const IdList expected = w.expected(q);
        EXPECT_EQ(list(q), expected) << where;
        EXPECT_FALSE(expected.isEmpty()) << where;
    };
    check("place = Omsk and amount > 10");
    check("place.country = russia or labels = vip");
    check("phone ~ '903 345'");
    check("labels is empty and stops is not empty");
    check("due = this_month and not done = yes");
    check("c_color = red and c_number >= 5");
    check("place != omsk");
    check("place.boss = anna");
}

TEST_P(ReadingList, TheDatabaseTakesWhateverTheParserTakes)
{
    World &w = world();
    // As deep as brackets may be, with the longest conditions inside; and as many conditions as there may be.
    QString deep = "place.boss.name ~ anna"_s;
    for (int i = 0; i < 6; ++i)
        deep = "not (%1 and labels = vip or not (place.country ^ rus and stops is empty))"_s.arg(deep);
    QString wide = "place.boss.name ~ anna"_s;
    for (int i = 0; i < 299; ++i)
        wide += i % 2 ? " or labels = vip"_s : " and place.boss.name != boris"_s;
    for (const QString &where : {deep, wide}) {
        Query q = query(where);
        EXPECT_EQ(list(q), w.expected(q));
        q.search = "a b c d e f g h alpha beta 903 345"_s;
        EXPECT_NO_THROW(list(q));
    }
    EXPECT_THROW(query("("_s.repeated(16) + "done = yes"_s + ")"_s.repeated(16)), Error);
}

TEST_P(ReadingList, RefusesWhatItCannotDo)
{
    World &w = world();
    const auto kind = [&](const std::function<void()> &call) {
        try {
            call();
        } catch (const Error &e) {
            EXPECT_FALSE(e.sentence().isEmpty());
            return e.kind();
        }
        ADD_FAILURE() << "not refused";
        return ErrorKind::Cancelled;
    };
    Query q("things"_s);
    EXPECT_EQ(kind([&] { w.reading().page(Query("nothings"_s), {}); }), ErrorKind::NotFound);
    q.sort = {{"labels"_s, false}};
    EXPECT_EQ(kind([&] { w.reading().page(q, {}); }), ErrorKind::Validation);
    q.sort = {{"nothing"_s, false}};
    EXPECT_EQ(kind([&] { w.reading().page(q, {}); }), ErrorKind::Validation);
    q.sort = {};
    q.columns = {"nothing"_s};
    EXPECT_EQ(kind([&] { w.reading().page(q, {}); }), ErrorKind::Validation);
    EXPECT_EQ(kind([&] { w.reading().totals(Query("things"_s), {"name"_s}); }), ErrorKind::Validation);
    q.columns = {};
    q.filter = Filter::where("amount"_s, Op::Equal, QVariant::fromValue(RelativeDate{"me"_s}));
    EXPECT_EQ(kind([&] { w.reading().page(q, {}); }), ErrorKind::Validation);
}

TEST_P(ReadingList, ARowThatMovedOrWentDoesNotBreakTheWalk)
{
    World w(60, 5, GetParam());
    Query q("things"_s);
    q.sort = {{"name"_s, false}};
    PageAt at;
    at.limit = 20;
    const Page first = w.reading().page(q, at);
    w.repository().remove("things"_s, {first.rows.last().id});
    w.reload();
    at.type = PageAt::After;
    at.key = first.rows.last().key;
    const IdList expected = w.expected(q);
    const Page second = w.reading().page(q, at);
    EXPECT_EQ(idsOf(first.rows).mid(0, 19) + idsOf(second.rows), expected.mid(0, 39));
}
