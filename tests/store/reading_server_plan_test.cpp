// Pages of a server must walk an index, as those of a file do: what is in the plan stays fast at a million rows.
#include "core/store/stored_documents.h"
#include "tests/store/reading_plans.h"
#include <QElapsedTimer>

using namespace crm;
using namespace crm::test;

namespace {
QString operator""_s(const char *text, size_t size) { return QString::fromUtf8(text, qsizetype(size)); }

std::unique_ptr<World> shared;

struct ReadingServerPlan : ::testing::Test
{
    static int rows()
    {
        const int wanted = qEnvironmentVariableIntValue("CRM_PLAN_ROWS"); // more of them, to measure
        return wanted > 0 ? wanted : 20'000;
    }
    static void TearDownTestSuite() { shared.reset(); } // not at exit: connections and servers go before
    static World &world()
    {
        if (shared)
            return *shared;
        shared = [] {
            auto made = std::make_unique<World>(0, 1, Engine::Server);
            made->reading();
            made->readingOf("anna"_s);
            const Id anna =
                made->repository().database().scalar("SELECT id FROM main.users WHERE login='anna'"_s).toLongLong();
            Database &root = made->server().root();
            const ServerNames &names = made->server().names();
            root.exec("SET foreign_key_checks=0"_s);
            root.exec(
                "INSERT INTO "_s + names.table("things"_s) +
                " (id,name,name__f,phone,phone__f,email,email__f,stage,amount,weight,rate,`count`,spent,done,due,seen,"
                "scope_id,changed_at) SELECT seq*1000,@n:=CONCAT('thing ',MOD(seq*7919,20000)),@n,CONCAT('+7',seq),"
                "CONCAT('+7',seq),@m:=CONCAT('u',seq,'@x.org'),@m,IF(MOD(seq,3),'new',NULL),MOD(seq,500),seq,seq,"
                "MOD(seq,7),seq,MOD(seq,2),'2026-01-01'+INTERVAL MOD(seq,700) DAY,seq*100000,"_s +
                "IF(MOD(seq,100)=0,%1,0),seq FROM seq_1_to_%2"_s.arg(anna).arg(rows()));
            root.exec("INSERT INTO "_s + names.table("things__search"_s) +
                      " (id,text_all,words_all) SELECT id,CONCAT(' ',name,IF(MOD(id,1000000)=0,' rare',''),"
                      "IF(MOD(id,300000)=0,' xyz','')),CONCAT('_th thi hin ing ng_ ',IF(MOD(id,1000000)=0,'_ra rar "
                      "are_ ',''),"
                      "IF(MOD(id,300000)=0,'_xy xyz','')) FROM "_s +
                      names.table("things"_s));
            // Only root may EXPLAIN views, and without a session there is nothing in them.
            root.run("INSERT INTO "_s + names.table("sessions"_s) +
                         " (connection_id,client,user_id,started_at) VALUES (CONNECTION_ID(),USER(),?,0)"_s,
                     {anna});
            root.run("ANALYZE TABLE "_s + names.table("things"_s) + ',' + names.table("things__search"_s));
            return made;
        }();
        return *shared;
    }
    struct Step
    {
        QString type, table, key, extra;
    };
    static QList<Step> plan(const Sql &sql)
    {
        QList<Step> out;
        Rows rows = world().server().root().run("EXPLAIN "_s + sql.text, sql.values);
        while (rows.next())
            out << Step{rows.text(1), rows.text(2), rows.text(5), rows.text(9)};
        return out;
    }
    /// The steps of the walk over keys that gather and sort; the few rows of the page may be put in order behind it.
    static QStringList sorts(const Query &q, const PageAt &at)
    {
        QStringList found;
        bool walks = false;
        for (const Step &s : plan(world().reading().pageSql(q, at))) {
            const bool walk = s.type == "DERIVED"_s || s.type == "UNION"_s;
            walks = walks || walk;
            if (walk && s.extra.contains("filesort"_s))
                found << s.table + u' ' + s.key + u' ' + s.extra;
        }
        EXPECT_TRUE(walks) << "the plan has another shape now";
        return found;
    }
};
} // namespace

TEST_F(ReadingServerPlan, EveryDefaultColumnSortsByAnIndex) { everyDefaultColumnIsWalked(world(), sorts); }

/// Whoever sees a part, but many rows: a procedure walks the index of the order. It must find what sorting finds.
TEST_F(ReadingServerPlan, ManyOfTheRowsComeInOrderWithoutSortingThem)
{
    World &w = world();
    w.readingOf("boris"_s);
    const Id boris = w.repository().database().scalar("SELECT id FROM main.users WHERE login='boris'"_s).toLongLong();
    w.server().root().exec("UPDATE "_s + w.server().names().table("things"_s) +
                           " SET scope_id=%1 WHERE MOD(id,5000)=1000"_s.arg(boris));
    Reading &his = w.readingOf("boris"_s);
    Database &db = w.connectionOf("boris"_s);
    const auto readRows = [&db] {
        qint64 sum = 0;
        Rows rows = db.run("SHOW SESSION STATUS LIKE 'Handler_read_%'"_s);
        while (rows.next())
            sum += rows.text(1).toLongLong();
        return sum;
    };
    const auto ids = [](const Page &page) {
        IdList out;
        for (const Row &row : page.rows)
            out << row.id;
        return out;
    };
    Query q("things"_s);
    PageAt end;
    end.type = PageAt::Last;
    for (const char *order : {"name", "-name", "stage", "-stage", "amount", "-changed_at", "due"}) {
        q.sort = Query::parseSort(QLatin1String(order));
        q.filter = Filter::where("name"_s, Op::IsNotEmpty); // all of them, but put in order
        const Page last = his.page(q, end);
        const qint64 start = readRows();
        const Page sorted = his.page(q, {});
        q.filter = {};
        const qint64 middle = readRows();
        const Page walked = his.page(q, {});
        const qint64 read = readRows() - middle;
        EXPECT_EQ(ids(walked), ids(sorted)) << order;
        EXPECT_EQ(walked.atEnd, false);
        EXPECT_EQ(ids(his.page(q, end)), ids(last)) << order;
        EXPECT_LT(read, (middle - start) * 3 / 4) << order;
        EXPECT_EQ(walked.rows.size(), 100);
    }
}

/// A procedure finds them, whose plan nobody can ask for: what the server has read tells.
TEST_F(ReadingServerPlan, SeldomWordsAreFoundByTheIndex)
{
    World &w = world();
    const auto readRows = [](Database &db) {
        qint64 sum = 0;
        Rows rows = db.run("SHOW SESSION STATUS LIKE 'Handler_read_%'"_s);
        while (rows.next())
            sum += rows.text(1).toLongLong();
        return sum;
    };
    Query q("things"_s);
    q.sort = {{"name"_s, false}};
    q.search = "xyz"_s;
    const auto check = [&](const char *who, Reading &reading, Database &db) {
        const qint64 before = readRows(db);
        const qint64 hits = reading.page(q, {}).rows.size();
        const qint64 read = readRows(db) - before;
        printf("%s: %lld hits, %lld rows read\n", who, hits, read);
        EXPECT_LT(read, rows() / 4) << who;
        return hits;
    };
    EXPECT_EQ(check("all", w.reading(), w.connectionOf("admin"_s)), rows() / 300);
    q.search = "thing"_s; // in every row: the first of the list are the first hits
    EXPECT_EQ(check("all, in every row", w.reading(), w.connectionOf("admin"_s)), 100);
}

/// Prints what pages cost, against the same rows from bare tables; asserts nothing about time.
TEST_F(ReadingServerPlan, Figures)
{
    if (!qEnvironmentVariableIsSet("CRM_PLAN_ROWS"))
        GTEST_SKIP() << "set CRM_PLAN_ROWS";
    World &w = world();
    const auto measured = [](const char *what, const std::function<void()> &call) {
        call();
        QList<double> ms;
        for (int i = 0; i < 9; ++i) {
            QElapsedTimer timer;
            timer.start();
            call();
            ms << double(timer.nsecsElapsed()) / 1e6;
        }
        std::sort(ms.begin(), ms.end());
        printf("%-40s %9.2f ms (best %.2f)\n", what, ms[4], ms[0]);
        fflush(stdout);
    };
    Query q("things"_s);
    q.sort = {{"name"_s, false}};
    Reading &all = w.reading(), &anna = w.readingOf("anna"_s);
    Database &root = w.server().root();
    const Sql views = all.pageSql(q, {});
    Sql bare = views;
    for (const char *view : {"`things__all`", "`things__title__all`"})
        bare.text.replace(QLatin1String(view), w.server().names().table("things"_s));
    for (const char *other : {"places", "users", "labels", "things__stops", "things__labels"}) {
        const QString name = QLatin1String(other);
        for (const char *view : {"__all", "__title__all"})
            bare.text.replace(quoted(name + QLatin1String(view)), w.server().names().table(name));
    }
    measured("floor: first page, bare tables", [&] {
        Rows rows = root.run(bare.text, bare.values);
        while (rows.next()) {
        }
    });
    measured("all: first page", [&] { all.page(q, {}); });
    Bookmarks marks;
    measured("all: bookmarks", [&] { marks = all.bookmarks(q, 2000); });
    PageAt at;
    at.type = PageAt::From;
    at.key = marks.keys[marks.keys.size() / 2];
    at.skip = 1500;
    measured("all: jump into the middle", [&] { all.page(q, at); });
    measured("all: totals", [&] { all.totals(q, {"amount"_s}); });
    measured("one in a hundred: first page", [&] { anna.page(q, {}); });
    measured("one in a hundred: totals", [&] { anna.totals(q, {}); });
    q.search = "rare"_s;
    measured("all: search, seldom", [&] { all.page(q, {}); });
    measured("all: count of it", [&] { all.totals(q, {}); });
    measured("one in a hundred: search, seldom", [&] { anna.page(q, {}); });
    q.search = "thing"_s;
    measured("all: search, in every row", [&] { all.page(q, {}); });
    measured("all: count of it", [&] { all.totals(q, {}); });
    const Id id = all.page(Query("things"_s), {}).rows.first().id;
    measured("all: open", [&] { all.open("things"_s, id); });
    measured("global search", [&] { all.search("rare"_s); });
    measured("type-ahead without a text", [&] { all.lookup("things"_s, {}); });
}
