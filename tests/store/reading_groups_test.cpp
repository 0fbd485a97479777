// Lists put together by a column: every group counts and adds up exactly the rows that its filter lists, and no other.
#include "core/model/error.h"
#include "tests/store/reading_world.h"
#include <QTimeZone>
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
QString operator""_s(const char *text, size_t size) { return QString::fromUtf8(text, qsizetype(size)); }

std::map<Engine, std::unique_ptr<World>> worlds;

struct ReadingGroups : ::testing::TestWithParam<Engine>
{
    static void TearDownTestSuite() { worlds.clear(); }
    static World &world()
    {
        auto &w = worlds[GetParam()];
        if (!w)
            w = std::make_unique<World>(400, 3, GetParam());
        return *w;
    }
    static Query narrowed(const Query &q, const GroupBy &by, const Group &group)
    {
        Query out = q;
        out.filter = Filter::all({q.filter, groupFilter(by, group)});
        return out;
    }
    static void expectSameSums(const QList<Sum> &a, const QList<Sum> &b, const std::string &where)
    {
        ASSERT_EQ(a.size(), b.size()) << where;
        for (qsizetype i = 0; i < a.size(); ++i) {
            EXPECT_EQ(a[i].path, b[i].path) << where;
            EXPECT_EQ(a[i].currency, b[i].currency) << where;
            EXPECT_EQ(a[i].value, b[i].value) << where;
        }
    }
    static QString names(const Groups &groups)
    {
        QStringList out;
        for (const Group &g : groups.list)
            out << (g.value.isNull() ? "-"_s : g.title.isEmpty() ? g.value.toString() : g.title);
        return out.join(u' ');
    }
};
INSTANTIATE_TEST_SUITE_P(On, ReadingGroups, ::testing::Values(Engine::File, Engine::Server), engineName);
} // namespace

TEST_P(ReadingGroups, EachHoldsTheRowsOfItsFilterAndTheirSums)
{
    World &w = world();
    const QStringList paths = {"stage"_s,
                               "done"_s,
                               "place_id"_s,
                               "place_id.country"_s,
                               "place_id.boss_id"_s,
                               "owner_id"_s,
                               "name"_s,
                               "c_text"_s,
                               "c_color"_s,
                               "c_number"_s,
                               "rate"_s,
                               "count"_s,
                               "due"_s,
                               "due:week"_s,
                               "due:month"_s,
                               "due:quarter"_s,
                               "due:year"_s,
                               "c_day:month"_s,
                               "seen"_s,
                               "seen:week"_s,
                               "seen:month"_s,
                               "changed_at:day"_s,
                               "phone"_s,
                               "spent"_s};
    const QStringList sums = {"amount"_s, "count"_s};
    for (int i = 0; i < 3 * paths.size() && !HasFailure(); ++i) {
        const GroupBy by = GroupBy::parse(paths[i % paths.size()]);
        Query q("things"_s);
        q.sort = {{"id"_s, false}};
        if (i >= paths.size()) {
            q.filter = w.randomFilter(1);
            q.search = w.pick(2) ? w.randomSearch() : QString();
        }
        const std::string where = by.toText().toStdString();
        const Groups groups = w.reading().groups(q, by, sums);
        EXPECT_FALSE(groups.more);
        qint64 count = 0;
        for (const Group &group : groups.list) {
            const Query part = narrowed(q, by, group);
            const Totals totals = w.reading().totals(part, sums);
            ASSERT_EQ(group.count, totals.count) << where << " " << group.value.toString().toStdString();
            ASSERT_EQ(group.count, w.expected(part).size()) << where;
            expectSameSums(group.sums, totals.sums, where);
            EXPECT_GT(group.count, 0) << where;
            count += group.count;
        }
        EXPECT_EQ(count, w.expected(q).size()) << where << ": each row is in one group";
    }
}

TEST_P(ReadingGroups, ComeInTheOrderOfTheirKind)
{
    World &w = world();
    const auto names = [&](const char *by) {
        return this->names(w.reading().groups(Query("things"_s), GroupBy::parse(QString::fromLatin1(by)), {}));
    };
    EXPECT_EQ(names("stage"), "new old lost -"_s) << "as declared, not by letters";
    EXPECT_EQ(names("done"), "false true"_s);
    EXPECT_TRUE(names("place").startsWith("\xC3\x89vian Omsk"_s) || names("place").startsWith("\xC3\x89vian omsk"_s))
        << names("place").toStdString();
    const Groups days = w.reading().groups(Query("things"_s), GroupBy::parse("due:month"_s), {});
    for (qsizetype i = 1; i + 1 < days.list.size(); ++i)
        EXPECT_LT(days.list[i - 1].value.toDate(), days.list[i].value.toDate());
    EXPECT_TRUE(days.list.last().value.isNull());
    EXPECT_EQ(days.list.first().value.toDate().day(), 1);
}

TEST_P(ReadingGroups, ADayIsThePersonsDayAlsoWhenTheClocksChange)
{
    World w(0, 7, GetParam());
    const auto seen = [&](const char *at) {
        Record r = w.thing();
        r.set("name"_s, QString::fromLatin1(at));
        r.set("seen"_s, QDateTime::fromString(QString::fromLatin1(at), Qt::ISODate));
        w.repository().save(Document(r), {});
    };
    for (const char *at :
         {"2026-07-01T21:59:00Z", "2026-07-01T22:01:00Z", "2026-10-24T21:59:00Z", "2026-10-24T22:01:00Z",
          "2026-10-25T22:59:00Z", "2026-10-25T23:01:00Z", "1969-12-31T23:30:00Z"})
        seen(at);
    Reading &reading = w.reading();
    reading.setClock([] { return QDateTime(QDate(2026, 11, 22), QTime(12, 0), QTimeZone("Europe/Berlin")); });
    QStringList found;
    const Groups groups = reading.groups(Query("things"_s), GroupBy::parse("seen:day"_s), {});
    for (const Group &g : groups.list)
        found << "%1x%2"_s.arg(g.value.toDate().toString(Qt::ISODate)).arg(g.count);
    EXPECT_EQ(found.join(u' '), "1970-01-01x1 2026-07-01x1 2026-07-02x1 2026-10-24x1 2026-10-25x2 2026-10-26x1"_s);
    for (const Group &g : groups.list)
        EXPECT_EQ(reading.totals(narrowed(Query("things"_s), GroupBy::parse("seen:day"_s), g), {}).count, g.count);
}

TEST_P(ReadingGroups, WhoSeesLessCountsLess)
{
    World &w = world();
    const Query q("things"_s);
    Reading &anna = w.readingOf("anna"_s);
    const GroupBy by = GroupBy::parse("stage"_s);
    qint64 hers = 0, all = 0;
    for (const Group &g : anna.groups(q, by, {"amount"_s}).list) {
        const Totals totals = anna.totals(narrowed(q, by, g), {"amount"_s});
        EXPECT_EQ(g.count, totals.count);
        expectSameSums(g.sums, totals.sums, "anna");
        hers += g.count;
    }
    for (const Group &g : w.reading().groups(q, by, {}).list)
        all += g.count;
    EXPECT_EQ(hers, anna.totals(q, {}).count);
    EXPECT_GT(hers, 0);
    EXPECT_LT(hers, all);
}

TEST_P(ReadingGroups, RefusesWhatMakesNoGroups)
{
    World &w = world();
    const auto kind = [&](Reading &reading, const char *by, const QStringList &sums = {}) {
        try {
            reading.groups(Query("things"_s), GroupBy::parse(QString::fromLatin1(by)), sums);
        } catch (const Error &e) {
            EXPECT_FALSE(e.sentence().isEmpty());
            return e.kind();
        }
        ADD_FAILURE() << "not refused: " << by;
        return ErrorKind::Cancelled;
    };
    for (const char *by : {"note", "amount", "labels", "stops", "nothing"})
        EXPECT_EQ(kind(w.reading(), by), ErrorKind::Validation) << by;
    EXPECT_EQ(kind(w.reading(), "stage", {"name"_s}), ErrorKind::Validation);
    EXPECT_EQ(kind(w.readingOf("anna"_s), "secret"), ErrorKind::Denied) << "a field of a right that she does not hold";
}

TEST_P(ReadingGroups, OnlyWhatOneMayChangeOrDelete)
{
    World &w = world();
    IdList living;
    for (const Record &r : w.things()) {
        if (!r.deletedAt().isValid())
            living << r.id();
    }
    const qsizetype hers = w.readingOf("anna"_s).totals(Query("things"_s), {}).count;
    EXPECT_EQ(w.readingOf("anna"_s).allowed("things"_s, living, Verb::Read).size(), hers);
    for (const Verb verb : {Verb::Update, Verb::Delete}) {
        EXPECT_LE(w.readingOf("anna"_s).allowed("things"_s, living, verb).size(), hers);
        EXPECT_EQ(w.reading().allowed("things"_s, living, verb).size(), living.size());
        EXPECT_TRUE(w.reading().allowed("things"_s, {}, verb).isEmpty());
    }
}
