// Undoing against others' edits, on a file and on a server: it does not go over them unasked. And batches that are
// undone once.
#include "core/model/error.h"
#include "tests/support/temp_database.h"
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
const QString clients = QStringLiteral("clients"), city = QStringLiteral("city"), phoneField = QStringLiteral("phone"),
              name = QStringLiteral("name");

class UndoOthers : public testing::TestWithParam<DatabaseEngine>
{
protected:
    void SetUp() override
    {
        db = std::make_unique<TempDatabase>(builtinRegistry(), QStringLiteral("secret-1"), GetParam());
        db->addUser(QStringLiteral("boris"), QStringLiteral("Manager (all records)"));
        anna = db->as(QStringLiteral("admin"), QStringLiteral("secret-1"));
        boris = db->as(QStringLiteral("boris"), QStringLiteral("secret-1"));
    }
    Document made(const QString &title)
    {
        Document d(Record(anna->catalog()->at(clients), newId()));
        d.set(name, title);
        return d;
    }
    static void change(Repository &r, Id id, const QString &field, const QString &value)
    {
        Document d = r.load(clients, id);
        d.set(field, value);
        r.save(d);
    }
    Document now(Id id) { return anna->load(clients, id); }
    bool isTrashed(Id id) { return now(id).head().deletedAt().isValid(); }
    static SeenVersion seen(const Document &d) { return {clients, d.id(), d.head().version()}; }
    std::unique_ptr<TempDatabase> db;
    std::unique_ptr<Repository> anna, boris;
};
} // namespace

TEST_P(UndoOthers, ACreationThatSomebodyElseHasChangedIsAskedAbout)
{
    const Saved saved = anna->save(made(QStringLiteral("Roses")));
    const Id id = saved.document.id();
    change(*boris, id, city, QStringLiteral("Perm"));
    change(*boris, id, phoneField, QStringLiteral("12345"));
    UndoOver over;
    try {
        anna->undo(saved.change);
        FAIL() << "threw away what somebody else was at";
    } catch (const ChangedError &e) {
        EXPECT_EQ(e.kind(), ErrorKind::Conflict);
        ASSERT_EQ(e.records().size(), 1);
        EXPECT_EQ(e.records()[0].now.value(city), QStringLiteral("Perm"));
        ASSERT_EQ(e.records()[0].changes.size(), 2);
        EXPECT_EQ(e.records()[0].changes[0].fields.value(0).field, phoneField);
        EXPECT_TRUE(e.sentence().contains(QLatin1String("boris"), Qt::CaseInsensitive)) << e.what();
        over.seen = {seen(e.records()[0].now)};
    }
    EXPECT_FALSE(isTrashed(id));
    // Changed once more after it was asked about: asked again.
    change(*boris, id, city, QStringLiteral("Omsk"));
    EXPECT_THROW(anna->undo(saved.change, over), ChangedError);
    over.seen = {seen(now(id))};
    anna->undo(saved.change, over);
    EXPECT_TRUE(isTrashed(id));
}

TEST_P(UndoOthers, OnesOwnEditsAreNotAskedAbout)
{
    const Saved saved = anna->save(made(QStringLiteral("Roses")));
    change(*anna, saved.document.id(), city, QStringLiteral("Perm"));
    anna->undo(saved.change);
    EXPECT_TRUE(isTrashed(saved.document.id()));
    anna->undo(saved.change); // it is there already
    EXPECT_TRUE(isTrashed(saved.document.id()));
}

TEST_P(UndoOthers, ADeletionAfterTheirsIsAskedAbout)
{
    const Id id = anna->save(made(QStringLiteral("Roses"))).document.id();
    anna->remove(clients, {id});
    const qint64 deletion = anna->head();
    boris->restore(clients, {id});
    boris->remove(clients, {id});
    EXPECT_THROW(anna->undo(deletion), ChangedError) << "they have deleted it since";
    EXPECT_TRUE(isTrashed(id));
    anna->undo(deletion, {.everything = true});
    EXPECT_FALSE(isTrashed(id));
}

TEST_P(UndoOthers, AnEditWhoseValueHasMovedOnIsAskedAbout)
{
    const Id id = anna->save(made(QStringLiteral("Roses"))).document.id();
    Document d = now(id);
    d.set(city, QStringLiteral("Perm"));
    const qint64 number = anna->save(d).change;
    change(*boris, id, phoneField, QStringLiteral("12345"));
    change(*boris, id, city, QStringLiteral("Omsk"));
    UndoOver over;
    try {
        anna->undo(number);
        FAIL() << "went over what somebody else has entered";
    } catch (const ConflictError &e) {
        ASSERT_EQ(e.conflicts().size(), 1);
        EXPECT_EQ(e.conflicts()[0].theirs, QStringLiteral("Omsk"));
        ASSERT_FALSE(e.since().isEmpty());
        EXPECT_EQ(e.since()[0].fields.value(0).field, city);
        over.seen = {seen(e.theirs())};
    }
    anna->undo(number, over);
    EXPECT_TRUE(now(id).value(city).toString().isEmpty());
    EXPECT_EQ(now(id).value(phoneField), QStringLiteral("12345"));
}

TEST_P(UndoOthers, OfABatchTheUntouchedGoBackAndTheOthersAreNamed)
{
    const Document edited = anna->save(made(QStringLiteral("Old"))).document;
    QList<Document> batch;
    for (int i = 0; i < 6; ++i)
        batch << made(QString::number(i));
    Document renamed = edited;
    renamed.set(name, QStringLiteral("New"));
    const BatchResult import = anna->saveMany(batch + QList<Document>{renamed});
    change(*boris, batch[1].id(), city, QStringLiteral("Perm"));
    change(*boris, batch[4].id(), city, QStringLiteral("Perm"));
    change(*boris, edited.id(), name, QStringLiteral("Newer"));
    change(*anna, batch[0].id(), city, QStringLiteral("mine"));

    const UndoResult first = anna->undoBatch(import.batch);
    EXPECT_EQ(first.done, 4);
    ASSERT_EQ(first.left.size(), 3);
    UndoOver over;
    for (const ChangedRecord &left : first.left) {
        EXPECT_FALSE(left.changes.isEmpty());
        EXPECT_EQ(left.changes.first().userName.toLower().contains(QLatin1String("boris")), true);
        over.seen << seen(left.now);
    }
    for (int i = 0; i < 6; ++i)
        EXPECT_EQ(isTrashed(batch[i].id()), i != 1 && i != 4) << i;
    EXPECT_EQ(now(edited.id()).value(name), QStringLiteral("Newer"));

    // One of them is changed once more before the answer comes.
    change(*boris, batch[4].id(), city, QStringLiteral("Omsk"));
    const UndoResult second = anna->undoBatch(import.batch, over);
    ASSERT_EQ(second.left.size(), 1);
    EXPECT_EQ(second.left[0].now.id(), batch[4].id());
    EXPECT_TRUE(isTrashed(batch[1].id()));
    EXPECT_EQ(now(edited.id()).value(name), QStringLiteral("Old"));
    const UndoResult third = anna->undoBatch(import.batch, {.everything = true});
    EXPECT_TRUE(third.left.isEmpty());
    EXPECT_TRUE(isTrashed(batch[4].id()));
    EXPECT_EQ(anna->check(), QStringList());
}

TEST_P(UndoOthers, ABatchIsUndoneOnce)
{
    const BatchResult import = anna->saveMany({made(QStringLiteral("A")), made(QStringLiteral("B"))});
    const UndoResult undone = anna->undoBatch(import.batch);
    EXPECT_EQ(undone.done, 2);
    for (Repository *again : {anna.get(), boris.get()}) {
        try {
            again->undoBatch(import.batch);
            FAIL() << "undone twice";
        } catch (const Error &e) {
            EXPECT_EQ(e.kind(), ErrorKind::Validation);
            EXPECT_TRUE(e.sentence().contains(QLatin1String("already"))) << e.what();
        }
    }
    // The undoing taken back, it may be undone again.
    EXPECT_EQ(anna->undoBatch(undone.batch).done, 2);
    EXPECT_EQ(anna->undoBatch(import.batch).done, 2);
}

TEST_P(UndoOthers, ADeletionOfManyIsUndoneOnce)
{
    const Document a = anna->save(made(QStringLiteral("A"))).document;
    const BatchResult removed = anna->remove(clients, {a.id()});
    EXPECT_EQ(boris->undoBatch(removed.batch).done, 1) << "by somebody else who may";
    EXPECT_FALSE(isTrashed(a.id()));
    EXPECT_THROW(anna->undoBatch(removed.batch), Error);
}

TEST_P(UndoOthers, WhoMayNotDeleteMarksNothing)
{
    db->addUser(QStringLiteral("vera"), QStringLiteral("Read only"));
    auto vera = db->as(QStringLiteral("vera"), QStringLiteral("secret-1"));
    const BatchResult import = anna->saveMany({made(QStringLiteral("A"))});
    EXPECT_THROW(vera->undoBatch(import.batch), Error);
    EXPECT_EQ(anna->undoBatch(import.batch).done, 1);
}

TEST_P(UndoOthers, ALineIsBroughtBackOnce)
{
    const QString orders = QStringLiteral("orders"), lines = QStringLiteral("order_lines");
    Document d(Record(anna->catalog()->at(orders), newId()));
    d.set(QStringLiteral("client_id"), anna->save(made(QStringLiteral("Roses"))).document.id());
    d.set(QStringLiteral("order_date"), QDate(2026, 2, 28));
    for (int i = 1; i <= 2; ++i) {
        Record line(anna->catalog()->at(lines), newId());
        line.set(QStringLiteral("title"), QString::number(i));
        line.set(QStringLiteral("quantity"), qint64(1000));
        line.set(QStringLiteral("rate"), qint64(100 * i));
        d.lines(lines).append(line);
    }
    const Id id = anna->save(d).document.id();
    Document less = anna->load(orders, id);
    less.lines(lines).removeAt(0);
    const qint64 number = anna->save(less).change;
    anna->undo(number);
    anna->undo(number);
    EXPECT_EQ(anna->load(orders, id).lines(lines).size(), 2);
    // A line that was added and that somebody else has filled in since.
    Document more = anna->load(orders, id);
    Record line(anna->catalog()->at(lines), newId());
    line.set(QStringLiteral("title"), QStringLiteral("3"));
    line.set(QStringLiteral("quantity"), qint64(1000));
    more.lines(lines).append(line);
    const qint64 added = anna->save(more).change;
    Document filled = boris->load(orders, id);
    filled.lines(lines)[2].set(QStringLiteral("title"), QStringLiteral("Three"));
    boris->save(filled);
    EXPECT_THROW(anna->undo(added), ConflictError);
    anna->undo(added, {.everything = true});
    EXPECT_EQ(anna->load(orders, id).lines(lines).size(), 2);
}

TEST_P(UndoOthers, AnIdThatIsTakenByAnotherRecordIsReplaced)
{
    const Document theirs = boris->save(made(QStringLiteral("Theirs"))).document;
    Document mine(Record(anna->catalog()->at(clients), theirs.id()));
    mine.set(name, QStringLiteral("Mine"));
    const SaveKey key = SaveKey::fresh();
    const Saved saved = anna->save(mine, key);
    EXPECT_NE(saved.document.id(), theirs.id());
    EXPECT_EQ(now(theirs.id()).value(name), QStringLiteral("Theirs"));
    EXPECT_EQ(now(saved.document.id()).value(name), QStringLiteral("Mine"));
    // Asked again with its key: it is done already, and no third record comes about.
    const Saved again = anna->save(mine, key);
    EXPECT_TRUE(again.repeated);
    EXPECT_EQ(again.document.id(), saved.document.id());
    EXPECT_EQ(anna->totals(Query(clients), {}).count, 2);
}

TEST_P(UndoOthers, ALinesIdThatIsTakenIsReplaced)
{
    const QString orders = QStringLiteral("orders"), lines = QStringLiteral("order_lines");
    const Id client = anna->save(made(QStringLiteral("Roses"))).document.id();
    const Id lineId = newId();
    for (int i = 0; i < 2; ++i) {
        Document d(Record(anna->catalog()->at(orders), newId()));
        d.set(QStringLiteral("client_id"), client);
        d.set(QStringLiteral("order_date"), QDate(2026, 2, 28));
        Record line(anna->catalog()->at(lines), lineId);
        line.set(QStringLiteral("title"), QString::number(i));
        line.set(QStringLiteral("quantity"), qint64(1000));
        d.lines(lines).append(line);
        const Document stored = anna->save(d).document;
        EXPECT_EQ(anna->load(orders, stored.id())
                      .lines(lines)
                      .value(0, Record(anna->catalog()->at(lines)))
                      .text(QStringLiteral("title")),
                  QString::number(i));
    }
    EXPECT_EQ(anna->totals(Query(orders), {}).count, 2);
}

INSTANTIATE_TEST_SUITE_P(On, UndoOthers, testing::Values(DatabaseEngine::File, DatabaseEngine::Server),
                         [](const auto &info) { return info.param == DatabaseEngine::File ? "File" : "Server"; });
