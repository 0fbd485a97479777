// Lists over many rows must walk an index: what is in the plan stays fast at a million rows.
#include "tests/store/reading_plans.h"
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
QString operator""_s(const char *text, size_t size) { return QString::fromUtf8(text, qsizetype(size)); }

/// 20,000 things, written past the repository.
struct ReadingPlan : ::testing::Test
{
    static World &world()
    {
        static World *w = [] {
            auto *made = new World(0);
            Database &db = made->repository().database();
            db.exec(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<20000) "
                "INSERT INTO main.things "
                "(id,name,phone,email,stage,amount,weight,rate,count,spent,done,due,seen,place_id) "
                "SELECT i*1000,'thing '||(i*7919%20000),'+7'||i,'u'||i||'@x.org',CASE WHEN i%3 THEN 'new' "
                "END,i%500,i,i,i%7,i,i%2,"
                "date('2026-01-01','+'||(i%700)||' days'),i*100000,CASE WHEN i%4 THEN (SELECT min(id) FROM main.places) END FROM n"_s);
            db.exec("INSERT INTO main.things__fts (rowid,text) SELECT id,' '||name||' '||phone FROM main.things"_s);
            return made;
        }();
        return *w;
    }

    /// The steps of a page's plan that gather and sort rows in the walk over keys (the outer statement may put the few
    /// rows of one page in order).
    static QStringList sorts(const Query &q, const PageAt &at)
    {
        const Sql sql = world().reading().pageSql(q, at);
        Rows rows = world().repository().database().run("EXPLAIN QUERY PLAN "_s + sql.text, sql.values);
        QSet<qint64> walk;
        QStringList found;
        while (rows.next()) {
            if (rows.text(3).endsWith("ROUTINE p"_s) || rows.text(3).endsWith("MATERIALIZE p"_s) ||
                walk.contains(rows.integer(1)))
                walk << rows.integer(0);
            if (walk.contains(rows.integer(0)) && rows.text(3).contains("USE TEMP B-TREE"_s))
                found << rows.text(3);
        }
        EXPECT_FALSE(walk.isEmpty()) << "the plan has another shape now: " << sql.text.toStdString();
        return found;
    }
};
} // namespace

TEST_F(ReadingPlan, EveryDefaultColumnSortsByAnIndex) { everyDefaultColumnIsWalked(world(), sorts); }

TEST_F(ReadingPlan, TheOneWhoSeesEverythingAndTheOneWhoSeesLittleBothWalk)
{
    World &w = world();
    auto anna = w.database().as("anna"_s, "secret-1"_s);
    // She owns nothing of the 20,000; the scope's index must answer, not a walk over all rows.
    Query q("things"_s);
    q.sort = {{"name"_s, false}};
    EXPECT_TRUE(anna->page(q, {}).rows.isEmpty());
    auto &local = static_cast<LocalRepository &>(*anna);
    Reading reading(local.database(), local.catalog(), local.actor());
    const Sql sql = reading.pageSql(q, {});
    Rows rows = local.database().run("EXPLAIN QUERY PLAN "_s + sql.text, sql.values);
    bool byScope = false;
    while (rows.next()) {
        byScope = byScope || rows.text(3).contains("things__ix_scope_id"_s);
        // Neither may the labels of the rows, nor what they point to, be looked for among all that she sees.
        EXPECT_FALSE((rows.text(3) + u' ').startsWith("SCAN t "_s)) << rows.text(3).toStdString();
    }
    EXPECT_TRUE(byScope);

    // Somebody who reaches very many does without gathering and sorting them (more than -1 are very many here).
    reading.setRareHits(-1);
    EXPECT_TRUE(reading.page(q, {}).rows.isEmpty());
    const Sql inOrder = reading.pageSql(q, {});
    Rows steps = local.database().run("EXPLAIN QUERY PLAN "_s + inOrder.text, inOrder.values);
    bool byName = false;
    while (steps.next()) {
        byName = byName || steps.text(3).contains("things__ix_name"_s);
        EXPECT_FALSE(steps.text(3).contains("things__ix_scope_id"_s));
    }
    EXPECT_TRUE(byName);
}

TEST_F(ReadingPlan, DeepPagesCostWhatTheFirstCosts)
{
    World &w = world();
    Query q("things"_s);
    q.sort = {{"stage"_s, false}}; // three different values: long runs of equal keys
    const Bookmarks marks = w.reading().bookmarks(q, 500);
    ASSERT_EQ(marks.count, 20000);
    ASSERT_EQ(marks.keys.size(), 40);
    PageAt at;
    at.type = PageAt::From;
    IdList previous;
    for (const RowKey &key : marks.keys) {
        at.key = key;
        at.limit = 500;
        const Page page = w.reading().page(q, at);
        ASSERT_EQ(page.rows.size(), 500);
        ASSERT_EQ(page.rows.first().id, key.id);
        EXPECT_TRUE(sorts(q, at).isEmpty());
    }
}

TEST_F(ReadingPlan, RareAndCommonWordsAgree)
{
    World &w = world();
    Query q("things"_s);
    q.sort = {{"amount"_s, true}, {"name"_s, false}};
    for (const char *text : {"thing 77", "thing", "19999", "in 7"}) {
        q.search = QLatin1String(text);
        w.reading().setRareHits(10'000'000);
        const Page rare = w.reading().page(q, {});
        w.reading().setRareHits(0);
        const Page common = w.reading().page(q, {});
        ASSERT_EQ(rare.rows.size(), common.rows.size()) << text;
        ASSERT_FALSE(text != QLatin1String("in 7") && rare.rows.isEmpty()) << text;
        for (qsizetype i = 0; i < rare.rows.size(); ++i)
            EXPECT_EQ(rare.rows[i].id, common.rows[i].id);
    }
    w.reading().setRareHits(10'000);
}

TEST_F(ReadingPlan, ALongQuestionIsInterrupted)
{
    World &w = world();
    Database &db = w.repository().database();
    db.setCancelCheck([] { return true; });
    Query q("things"_s);
    q.filter = Filter::where("note"_s, Op::Contains, "nothing"_s);
    EXPECT_THROW(w.reading().page(q, {}), Error);
    db.setCancelCheck({});
    EXPECT_NO_THROW(w.reading().page(q, {}));
}
