// Global search, type-ahead, titles; and that nobody finds what he may not read.
#include "core/model/error.h"
#include "tests/store/reading_world.h"
#include <QThread>
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
QString operator""_s(const char *text, size_t size) { return QString::fromUtf8(text, qsizetype(size)); }

struct ReadingSearch : ::testing::TestWithParam<Engine>
{
    World world{0, 1, GetParam()};
    LocalRepository &repo() { return world.repository(); }

    Id thing(const QString &name, const QString &phone = {}, Id owner = 0)
    {
        Record r = world.thing();
        r.set("name"_s, name);
        r.set("phone"_s, phone);
        r.set("owner_id"_s, owner ? QVariant(owner) : QVariant());
        return repo().save(Document(r), {}).document.id();
    }
    IdList found(const QString &text, int limit = 5)
    {
        IdList out;
        for (const Hit &hit : world.reading().search(text, limit)) {
            if (hit.entity == "things"_s)
                out << hit.id;
        }
        return out;
    }
    static IdList idsOf(const QList<Option> &options)
    {
        IdList out;
        for (const Option &o : options)
            out << o.id;
        return out;
    }
};
INSTANTIATE_TEST_SUITE_P(On, ReadingSearch, ::testing::Values(Engine::File, Engine::Server), engineName);
} // namespace

TEST_P(ReadingSearch, TitlesThatBeginWithTheTextComeFirstThenTheNewest)
{
    const Id holds = thing("Big needle"_s);
    const Id begins = thing("Needle, first"_s);
    const Id newest = thing("Another needle"_s);
    EXPECT_EQ(found("needle"_s), (IdList{begins, newest, holds}));
    EXPECT_EQ(found("NEEDLE"_s, 2), (IdList{begins, newest}));
    EXPECT_EQ(found("eedl"_s), (IdList{newest, begins, holds})) << "inside a word as well";
    EXPECT_EQ(found("needle big"_s), (IdList{holds})) << "all words, in any order";
    EXPECT_TRUE(found("needle huge"_s).isEmpty());
    EXPECT_TRUE(found({}).isEmpty());
    EXPECT_TRUE(found(" ' "_s).isEmpty());
}

TEST_P(ReadingSearch, ShortWordsAreBeginnings)
{
    const Id alpha = thing("Xylo band"_s);
    thing("Foxy"_s);
    EXPECT_EQ(found("xy"_s), IdList{alpha});
    EXPECT_EQ(found("xy ba"_s), IdList{alpha});
    EXPECT_EQ(found("x"_s), IdList{alpha}) << "one letter: titles that begin with it";
}

TEST_P(ReadingSearch, ASingleEmojiIsFoundWhereverItStands)
{
    const QString party = QString::fromUcs4(U"\U0001F389"), cake = QString::fromUcs4(U"\U0001F382");
    const Id both = thing("Birthday"_s + party + cake);
    const Id one = thing(cake + "Bakery"_s);
    EXPECT_EQ(found(party), IdList{both});
    EXPECT_EQ(found(cake), (IdList{one, both}));
    EXPECT_EQ(found("birthday "_s + cake), IdList{both});
    EXPECT_EQ(found(cake + party), IdList{both});
}

TEST_P(ReadingSearch, PhonesAreFoundHoweverTheyAreTyped)
{
    const Id id = thing("Caller"_s, "8 (912) 345-67-89"_s);
    for (const char *typed : {"+7 912 345 67 89", "9123456789", "345-67", "912 345", "call 912"})
        EXPECT_EQ(found(QLatin1String(typed)), IdList{id}) << typed;
    EXPECT_TRUE(found("913 345"_s).isEmpty());
    EXPECT_EQ(world.reading().search("912345"_s, 5).first().detail, "8 (912) 345-67-89"_s)
        << "the detail tells equal titles apart";
}

TEST_P(ReadingSearch, TheTrashAndFormerTextsAreNotFound)
{
    const Id id = thing("Vanishing"_s);
    const Id other = thing("Renamed"_s);
    repo().remove("things"_s, {id});
    Document d = repo().load("things"_s, other);
    d.set("name"_s, "Fresh"_s);
    repo().save(d, {});
    EXPECT_TRUE(found("vanish"_s).isEmpty());
    EXPECT_TRUE(found("renamed"_s).isEmpty());
    EXPECT_EQ(found("fresh"_s), IdList{other});
}

TEST_P(ReadingSearch, TypeAheadProposesByTitleThenByText)
{
    const Id two = thing("Two oak"_s), one = thing("Oak"_s);
    EXPECT_EQ(idsOf(world.reading().lookup("things"_s, "oak"_s, 20)), (IdList{one, two}));
    EXPECT_EQ(world.reading().lookup("things"_s, "oak"_s, 1).size(), 1);
    EXPECT_EQ(idsOf(world.reading().lookup("places"_s, "ome"_s, 20)).size(), 0) << "it lies in the trash";
    const QList<Option> places = world.reading().lookup("places"_s, "oms"_s, 20);
    ASSERT_EQ(places.size(), 3);
    EXPECT_EQ(places.last().title, "Tomsk"_s);
}

TEST_P(ReadingSearch, WithoutATextTheLastChangedAreProposed)
{
    const Id a = thing("A"_s), b = thing("B"_s), c = thing("C"_s);
    QThread::msleep(2); // in the same millisecond the later id comes first
    Document d = repo().load("things"_s, a);
    d.set("note"_s, "touched"_s);
    repo().save(d, {});
    EXPECT_EQ(idsOf(world.reading().lookup("things"_s, {}, 20)), (IdList{a, c, b}));
    EXPECT_EQ(idsOf(world.reading().lookup("things"_s, {}, 2)), (IdList{a, c}));
    // Dictionaries keep their order and bring their colours.
    const QList<Option> labels = world.reading().lookup("labels"_s, {}, 50);
    ASSERT_GE(labels.size(), 3);
    EXPECT_EQ(world.reading().lookup("labels"_s, "vi"_s, 20).first().title, "VIP"_s);
}

TEST_P(ReadingSearch, OptionsTellTitles)
{
    const Id a = thing("A"_s, "123"_s);
    const QHash<Id, Option> options = world.reading().options("things"_s, {a, 99});
    ASSERT_EQ(options.size(), 1);
    EXPECT_EQ(options[a].title, "A"_s);
    EXPECT_EQ(options[a].detail, "123"_s);
    EXPECT_TRUE(world.reading().options("things"_s, {}).isEmpty());
}

TEST_P(ReadingSearch, NobodyFindsWhatHeMayNotRead)
{
    const Id annaId = repo().database().scalar("SELECT id FROM main.users WHERE login='anna'"_s).toLongLong();
    const Id hers = thing("Common name"_s, {}, annaId);
    const Id other = thing("Common foe"_s);
    for (Id id : {hers, other}) {
        Document d = repo().load("things"_s, id);
        d.set("secret"_s, "platinum"_s);
        repo().save(d, {});
    }
    const auto anna = [this] { return &world.readingOf("anna"_s); };
    Query q("things"_s);
    q.search = "common"_s;
    EXPECT_EQ(world.reading().totals(q, {}).count, 2);
    EXPECT_EQ(anna()->totals(q, {}).count, 1);
    EXPECT_EQ(anna()->page(q, {}).rows.first().id, hers);
    EXPECT_EQ(idsOf(anna()->lookup("things"_s, "common"_s)), IdList{hers});
    EXPECT_EQ(anna()->search("common"_s).size(), 1);

    // Not by a field that is hidden from her either, though the index holds it.
    q.search = "platinum"_s;
    // A server keeps no search text of restricted fields: nobody finds by them there.
    EXPECT_EQ(world.reading().totals(q, {}).count, GetParam() == Engine::File ? 2 : 0);
    EXPECT_EQ(anna()->totals(q, {}).count, 0);
    EXPECT_TRUE(anna()->page(q, {}).rows.isEmpty());
    EXPECT_TRUE(anna()->search("platinum"_s).isEmpty());
    EXPECT_TRUE(anna()->lookup("things"_s, "platinum"_s).isEmpty());
}

TEST_P(ReadingSearch, HiddenFieldsAreRefusedEverywhere)
{
    const auto anna = [this] { return &world.readingOf("anna"_s); };
    const auto denied = [](const std::function<void()> &call) {
        try {
            call();
        } catch (const Error &e) {
            return e.kind() == ErrorKind::Denied;
        }
        return false;
    };
    Query filter("things"_s), sort("things"_s), columns("things"_s);
    filter.filter = Filter::where("secret"_s, Op::StartsWith, "p"_s);
    sort.sort = {{"secret"_s, false}};
    columns.columns = {"secret"_s};
    EXPECT_TRUE(denied([&] { anna()->page(filter, {}); }));
    EXPECT_TRUE(denied([&] { anna()->totals(filter, {}); }));
    EXPECT_TRUE(denied([&] { anna()->page(sort, {}); }));
    EXPECT_TRUE(denied([&] { anna()->page(columns, {}); }));
    EXPECT_TRUE(denied([&] { anna()->bookmarks(sort, 10); }));
    EXPECT_NO_THROW(anna()->page(Query("things"_s), {}));
}
