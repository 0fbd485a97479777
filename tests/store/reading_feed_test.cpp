// History of records, and the feed of changes as each person may see it.
#include "core/model/error.h"
#include "tests/store/reading_world.h"
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
QString operator""_s(const char *text, size_t size) { return QString::fromUtf8(text, qsizetype(size)); }

struct ReadingFeed : ::testing::Test
{
    World world{20};
    std::unique_ptr<Repository> anna = world.database().as("anna"_s, "secret-1"_s);
    std::unique_ptr<Repository> boris = world.database().as("boris"_s, "secret-1"_s);
    LocalRepository &system() { return world.repository(); }

    Id thingOf(Repository &person, const QString &name)
    {
        Record r = world.thing();
        r.set("name"_s, name);
        r.set("owner_id"_s, person.actor().userId);
        return system().save(Document(r), {}).document.id();
    }
    void change(Id id, const QString &field, const QVariant &value)
    {
        Document d = system().load("things"_s, id);
        d.set(field, value);
        system().save(d, {});
    }
    static QList<Change> about(const QList<Change> &changes, Id id)
    {
        QList<Change> out;
        for (const Change &c : changes) {
            if (c.recordId == id)
                out << c;
        }
        return out;
    }
};
} // namespace

TEST_F(ReadingFeed, HistoryTellsWhoChangedWhatNewestFirst)
{
    const Id id = thingOf(*anna, "First"_s);
    Document d = anna->load("things"_s, id);
    d.set("name"_s, "Second"_s);
    d.set("amount"_s, 12345);
    d.set("due"_s, QDate(2026, 11, 22));
    d.set("stops"_s, QVariant::fromValue(IdList{world.place("Omsk"_s)}));
    anna->save(d);
    const QList<Change> history = anna->history("things"_s, id);
    ASSERT_EQ(history.size(), 2);
    EXPECT_EQ(history[0].op, ChangeOp::Update);
    EXPECT_EQ(history[1].op, ChangeOp::Create);
    EXPECT_EQ(history[0].userId, anna->actor().userId);
    EXPECT_EQ(history[0].userName, "anna"_s);
    EXPECT_GT(history[0].number, history[1].number);
    QHash<QString, FieldChange> byField;
    for (const FieldChange &f : history[0].fields)
        byField.insert(f.field, f);
    EXPECT_EQ(byField["name"_s].before.toString(), "First"_s);
    EXPECT_EQ(byField["name"_s].after.toString(), "Second"_s);
    EXPECT_EQ(byField["amount"_s].after, QVariant(qint64(12345)));
    EXPECT_TRUE(byField["amount"_s].before.isNull());
    EXPECT_EQ(byField["due"_s].after.toDate(), QDate(2026, 11, 22));
    EXPECT_EQ(byField["stops"_s].after.value<IdList>(), IdList{world.place("Omsk"_s)});
    EXPECT_EQ(anna->history("things"_s, id, 1).size(), 1);
}

TEST_F(ReadingFeed, HistoryNamesLinesAndTheirFields)
{
    Document client(Record(world.catalog().at("clients"_s)));
    client.set("name"_s, "Acme"_s);
    const Id clientId = system().save(client, {}).document.id();
    Document order(Record(world.catalog().at("orders"_s)));
    order.set("client_id"_s, clientId);
    Record line(world.catalog().at("order_lines"_s));
    line.set("title"_s, "Nails"_s);
    line.set("rate"_s, 100);
    order.lines("order_lines"_s) << line;
    order = system().save(order, {}).document;
    const Id lineId = order.lines("order_lines"_s).first().id();
    order.lines("order_lines"_s).first().set("quantity"_s, 5000);
    Record second(world.catalog().at("order_lines"_s));
    second.set("title"_s, "Screws"_s);
    second.set("rate"_s, 200);
    order.lines("order_lines"_s) << second;
    system().save(order, {});

    const QList<Change> history = system().history("orders"_s, order.id(), 10);
    QHash<QString, FieldChange> byField;
    for (const FieldChange &f : history.first().fields)
        byField.insert(f.field, f);
    EXPECT_EQ(byField["order_lines/%1/quantity"_s.arg(lineId)].after, QVariant(qint64(5000)));
    bool added = false;
    for (const FieldChange &f : std::as_const(byField)) {
        if (f.field.count(u'/') == 1) {
            added = true;
            EXPECT_TRUE(f.before.isNull());
            EXPECT_EQ(f.after.toMap().value("title"_s).toString(), "Screws"_s);
        }
    }
    EXPECT_TRUE(added);
}

TEST_F(ReadingFeed, HiddenFieldsAreLeftOut)
{
    const Id id = thingOf(*anna, "First"_s);
    change(id, "secret"_s, "platinum"_s);
    for (const Change &c : anna->history("things"_s, id)) {
        for (const FieldChange &f : c.fields)
            EXPECT_NE(f.field, "secret"_s);
    }
    bool seen = false;
    const QList<Change> all = system().history("things"_s, id, 10);
    for (const FieldChange &f : all.first().fields)
        seen = seen || f.field == "secret"_s;
    EXPECT_TRUE(seen) << "the program itself sees it, so it was written";
    EXPECT_TRUE(anna->load("things"_s, id).value("secret"_s).isNull());
}

TEST_F(ReadingFeed, FollowsTheHead)
{
    const qint64 before = anna->head();
    EXPECT_TRUE(anna->changesSince(before).isEmpty());
    const Id id = thingOf(*anna, "New"_s);
    EXPECT_GT(anna->head(), before);
    const QList<Change> changes = anna->changesSince(before);
    ASSERT_EQ(changes.size(), 1);
    EXPECT_EQ(changes[0].recordId, id);
    EXPECT_EQ(changes[0].op, ChangeOp::Create);
    EXPECT_TRUE(boris->changesSince(before).isEmpty()) << "what is not his does not exist for him";
}

TEST_F(ReadingFeed, WhoLosesARecordLearnsThatItIsGoneAndNothingElse)
{
    const Id id = thingOf(*anna, "Moving"_s);
    const qint64 before = anna->head();
    Document d = system().load("things"_s, id);
    d.set("owner_id"_s, boris->actor().userId);
    d.set("note"_s, "for Boris only"_s);
    system().save(d, {});
    change(id, "note"_s, "even later"_s);

    const QList<Change> forAnna = about(anna->changesSince(before), id);
    ASSERT_EQ(forAnna.size(), 1);
    EXPECT_EQ(forAnna[0].op, ChangeOp::Delete);
    EXPECT_TRUE(forAnna[0].fields.isEmpty());
    const QList<Change> forBoris = about(boris->changesSince(before), id);
    ASSERT_EQ(forBoris.size(), 2);
    EXPECT_EQ(forBoris[1].fields.size(), 1);
    EXPECT_THROW(anna->history("things"_s, id), Error);
    EXPECT_FALSE(boris->history("things"_s, id).isEmpty());
}

TEST_F(ReadingFeed, GoesOnBehindWhatIsHidden)
{
    const qint64 before = anna->head();
    for (int i = 0; i < 25; ++i)
        thingOf(*boris, "hers not %1"_s.arg(i));
    const Id id = thingOf(*anna, "hers"_s);
    const QList<Change> changes = anna->changesSince(before, 10); // the first ten, and the next, are Boris's
    ASSERT_EQ(changes.size(), 1);
    EXPECT_EQ(changes[0].recordId, id);
    EXPECT_EQ(system().changesSince(before, 10).size(), 10);
}

TEST_F(ReadingFeed, DeletedAndRestoredRecordsComeAsSuch)
{
    const Id id = thingOf(*anna, "Gone"_s);
    const qint64 before = anna->head();
    anna->remove("things"_s, {id});
    anna->restore("things"_s, {id});
    const QList<Change> changes = about(anna->changesSince(before), id);
    ASSERT_EQ(changes.size(), 2);
    EXPECT_EQ(changes[0].op, ChangeOp::Delete);
    EXPECT_EQ(changes[1].op, ChangeOp::Restore);
}

TEST_F(ReadingFeed, CommentsFollowTheRecordTheyHangOn)
{
    const Id id = thingOf(*anna, "Discussed"_s);
    const qint64 before = anna->head();
    Document comment(Record(world.catalog().at("comments"_s)));
    comment.set("parent_entity"_s, "things"_s);
    comment.set("parent_id"_s, id);
    comment.set("text"_s, "between us"_s);
    const Id commentId = system().save(comment, {}).document.id();
    EXPECT_EQ(about(anna->changesSince(before), commentId).size(), 1);
    EXPECT_TRUE(about(boris->changesSince(before), commentId).isEmpty());
}
