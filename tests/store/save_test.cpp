// The save path: versions, merging, keys, numbers, lines, uniqueness, change log.
#include "core/model/error.h"
#include "tests/support/temp_database.h"
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
Document newClient(Repository &repo, const QString &name)
{
    Document d(Record(repo.catalog()->at(QStringLiteral("clients"))));
    d.set(QStringLiteral("name"), name);
    return d;
}

Document newOrder(Repository &repo, Id client, int lines)
{
    const auto catalog = repo.catalog();
    Document d(Record(catalog->at(QStringLiteral("orders"))));
    d.set(QStringLiteral("client_id"), client);
    d.set(QStringLiteral("order_date"), QDate(2026, 1, 31));
    for (int i = 0; i < lines; ++i) {
        Record line(catalog->at(QStringLiteral("order_lines")));
        line.set(QStringLiteral("title"), QStringLiteral("Line %1").arg(i + 1));
        line.set(QStringLiteral("quantity"), qint64(2000)); // 2.000
        line.set(QStringLiteral("rate"), qint64(1050));     // 10.50
        d.lines(QStringLiteral("order_lines")).append(line);
    }
    return d;
}

const QString name = QStringLiteral("name"), phoneKey = QStringLiteral("phone"), clients = QStringLiteral("clients"),
              orders = QStringLiteral("orders"), lines = QStringLiteral("order_lines");
} // namespace

TEST(Save, KeepsWhatWasGiven)
{
    TempDatabase db;
    auto repo = db.asSystem();
    Document d = newClient(*repo, QStringLiteral("Ромашка \"&' 😀 مرحبا"));
    d.set(phoneKey, QStringLiteral("+7 912 345-67-89"));
    const Saved saved = repo->save(d);
    EXPECT_EQ(saved.document.head().version(), 1);
    const Document loaded = repo->load(clients, saved.document.id());
    EXPECT_EQ(loaded.value(name), d.value(name));
    EXPECT_EQ(loaded.value(phoneKey), d.value(phoneKey));
    EXPECT_GT(saved.change, 0);
}

TEST(Save, MergesDifferentFieldsOfTwoPeople)
{
    TempDatabase db;
    auto repo = db.asSystem();
    const Id id = repo->save(newClient(*repo, QStringLiteral("A"))).document.id();
    Document mine = repo->load(clients, id), theirs = repo->load(clients, id);
    theirs.set(phoneKey, QStringLiteral("+7 900 000-00-01"));
    repo->save(theirs);
    mine.set(name, QStringLiteral("B"));
    const Saved saved = repo->save(mine);
    EXPECT_EQ(saved.merged, QStringList{phoneKey});
    const Document now = repo->load(clients, id);
    EXPECT_EQ(now.value(name).toString(), QStringLiteral("B"));
    EXPECT_EQ(now.value(phoneKey).toString(), QStringLiteral("+7 900 000-00-01"));
}

TEST(Save, RefusesTheSameFieldOfTwoPeopleAndShowsAllThree)
{
    TempDatabase db;
    auto repo = db.asSystem();
    const Id id = repo->save(newClient(*repo, QStringLiteral("A"))).document.id();
    Document mine = repo->load(clients, id), theirs = repo->load(clients, id);
    theirs.set(name, QStringLiteral("Theirs"));
    repo->save(theirs);
    mine.set(name, QStringLiteral("Mine"));
    try {
        repo->save(mine);
        FAIL() << "a conflict was expected";
    } catch (const ConflictError &e) {
        ASSERT_EQ(e.conflicts().size(), 1);
        EXPECT_EQ(e.conflicts()[0].yours.toString(), QStringLiteral("Mine"));
        EXPECT_EQ(e.conflicts()[0].theirs.toString(), QStringLiteral("Theirs"));
        EXPECT_EQ(e.conflicts()[0].was.toString(), QStringLiteral("A"));
    }
    EXPECT_EQ(repo->load(clients, id).value(name).toString(), QStringLiteral("Theirs"));
}

TEST(Save, TheSameKeyWritesOnce)
{
    TempDatabase db;
    auto repo = db.asSystem();
    const Document d = newClient(*repo, QStringLiteral("Once"));
    const SaveKey key = SaveKey::fresh();
    const Saved first = repo->save(d, key);
    const Saved second = repo->save(d, key);
    EXPECT_TRUE(second.repeated);
    EXPECT_EQ(second.document.id(), first.document.id());
    EXPECT_EQ(repo->totals(Query(clients), {}).count, 1);
}

TEST(Save, NothingChangedWritesNothing)
{
    TempDatabase db;
    auto repo = db.asSystem();
    const Id id = repo->save(newClient(*repo, QStringLiteral("Same"))).document.id();
    const qint64 head = repo->head();
    const Saved saved = repo->save(repo->load(clients, id));
    EXPECT_EQ(saved.change, 0);
    EXPECT_EQ(repo->head(), head);
}

TEST(Save, AllFaultsAtOnceAndNothingWritten)
{
    TempDatabase db;
    auto repo = db.asSystem();
    Document d = newClient(*repo, QString());
    d.set(QStringLiteral("website"), QStringLiteral("not an address at all"));
    const qint64 head = repo->head();
    try {
        repo->save(d);
        FAIL();
    } catch (const Error &e) {
        EXPECT_EQ(e.kind(), ErrorKind::Validation);
        EXPECT_EQ(e.faults().size(), 2);
    }
    EXPECT_EQ(repo->head(), head);
}

TEST(Save, LinesAreAddedChangedMovedAndRemovedWithTheirDocument)
{
    TempDatabase db;
    auto repo = db.asSystem();
    const Id client = repo->save(newClient(*repo, QStringLiteral("C"))).document.id();
    const Id id = repo->save(newOrder(*repo, client, 3)).document.id();
    Document d = repo->load(orders, id);
    ASSERT_EQ(d.lines(lines).size(), 3);
    EXPECT_EQ(d.head().integer(QStringLiteral("total")), 3 * 2100);

    d.lines(lines).removeAt(0);
    d.lines(lines)[0].set(QStringLiteral("quantity"), qint64(1000));
    d.lines(lines).swapItemsAt(0, 1);
    repo->save(d);
    d = repo->load(orders, id);
    ASSERT_EQ(d.lines(lines).size(), 2);
    EXPECT_EQ(d.lines(lines)[0].text(QStringLiteral("title")), QStringLiteral("Line 3"));
    EXPECT_EQ(d.lines(lines)[1].integer(QStringLiteral("quantity")), 1000);
    EXPECT_EQ(d.head().integer(QStringLiteral("total")), 2100 + 1050);
}

TEST(Save, ASecondSaveOfTheReturnedDocumentWorks)
{
    TempDatabase db;
    auto repo = db.asSystem();
    const Id client = repo->save(newClient(*repo, QStringLiteral("C"))).document.id();
    Document d = repo->save(newOrder(*repo, client, 2)).document;
    d.lines(lines)[1].set(QStringLiteral("rate"), qint64(100));
    d = repo->save(d).document;
    EXPECT_EQ(d.head().integer(QStringLiteral("total")), 2100 + 200);
    d.lines(lines).removeLast();
    EXPECT_EQ(repo->save(d).document.head().integer(QStringLiteral("total")), 2100);
}

TEST(Save, LinesOfTwoPeopleMergeOrConflict)
{
    TempDatabase db;
    auto repo = db.asSystem();
    const Id client = repo->save(newClient(*repo, QStringLiteral("C"))).document.id();
    const Id id = repo->save(newOrder(*repo, client, 2)).document.id();
    Document mine = repo->load(orders, id), theirs = repo->load(orders, id);
    theirs.lines(lines)[0].set(QStringLiteral("rate"), qint64(2000));
    repo->save(theirs);
    mine.lines(lines)[1].set(QStringLiteral("rate"), qint64(3000));
    repo->save(mine);
    EXPECT_EQ(repo->load(orders, id).head().integer(QStringLiteral("total")), 2 * 2000 + 2 * 3000);

    Document late = theirs;
    late.lines(lines)[0].set(QStringLiteral("rate"), qint64(1));
    EXPECT_THROW(repo->save(late), ConflictError);
}

TEST(Save, NumbersAreGapFreeEvenWhenASaveFails)
{
    TempDatabase db;
    auto repo = db.asSystem();
    const Id client = repo->save(newClient(*repo, QStringLiteral("C"))).document.id();
    const QString first = repo->save(newOrder(*repo, client, 1)).document.value(QStringLiteral("number")).toString();
    Document bad = newOrder(*repo, client, 1);
    bad.lines(lines)[0].set(QStringLiteral("title"), QString(5000, u'x'));
    EXPECT_THROW(repo->save(bad), Error);
    const QString second = repo->save(newOrder(*repo, client, 1)).document.value(QStringLiteral("number")).toString();
    EXPECT_EQ(first, QStringLiteral("ORD-0001"));
    EXPECT_EQ(second, QStringLiteral("ORD-0002"));
}

TEST(Save, UniqueValuesAreComparedFolded)
{
    TempDatabase db;
    auto repo = db.asSystem();
    db.addUser(QStringLiteral("anna"), QStringLiteral("Administrator"));
    Document d(Record(repo->catalog()->at(QStringLiteral("users"))));
    d.set(QStringLiteral("login"), db.loginOf(QStringLiteral("anna")).toUpper());
    d.set(name, QStringLiteral("Another"));
    d.set(QStringLiteral("role_id"), repo->lookup(QStringLiteral("roles"), {}, 1).first().id);
    EXPECT_THROW(repo->save(d), Error);
}

TEST(Save, HistoryTellsOldAndNew)
{
    TempDatabase db;
    auto repo = db.asSystem();
    const Id id = repo->save(newClient(*repo, QStringLiteral("Old"))).document.id();
    Document d = repo->load(clients, id);
    d.set(name, QStringLiteral("New"));
    repo->save(d);
    const QList<Change> history = repo->history(clients, id);
    ASSERT_EQ(history.size(), 2);
    const Change &update = history.first().op == ChangeOp::Update ? history.first() : history.last();
    ASSERT_EQ(update.fields.size(), 1);
    EXPECT_EQ(update.fields[0].before.toString(), QStringLiteral("Old"));
    EXPECT_EQ(update.fields[0].after.toString(), QStringLiteral("New"));
}

TEST(Save, ABatchWithOneFaultWritesNothing)
{
    TempDatabase db;
    auto repo = db.asSystem();
    EXPECT_THROW(repo->saveMany({newClient(*repo, QStringLiteral("Good")), newClient(*repo, QString())}), Error);
    EXPECT_EQ(repo->totals(Query(clients), {}).count, 0);
}

TEST(Save, CheckFindsNothingWrongAfterwards)
{
    TempDatabase db;
    auto repo = db.asSystem();
    const Id client = repo->save(newClient(*repo, QStringLiteral("C"))).document.id();
    const Id id = repo->save(newOrder(*repo, client, 3)).document.id();
    repo->remove(orders, {id});
    repo->restore(orders, {id});
    EXPECT_EQ(repo->check(), QStringList());
}
