// Trash, restore, purge and undo.
#include "core/model/error.h"
#include "tests/support/temp_database.h"
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
const QString clients = QStringLiteral("clients"), contacts = QStringLiteral("contacts"), name = QStringLiteral("name"),
              orders = QStringLiteral("orders"), lines = QStringLiteral("order_lines");

struct Undo : ::testing::Test
{
    TempDatabase db;
    std::unique_ptr<Repository> repo = db.asSystem();

    Id client(const QString &title)
    {
        Document d(Record(repo->catalog()->at(clients)));
        d.set(name, title);
        return repo->save(d).document.id();
    }
    Id contact(Id clientId, const QString &first)
    {
        Document d(Record(repo->catalog()->at(contacts)));
        d.set(QStringLiteral("client_id"), clientId);
        d.set(QStringLiteral("first_name"), first);
        return repo->save(d).document.id();
    }
    qint64 living(const QString &entity) { return repo->totals(Query(entity), {}).count; }
    qint64 trashed(const QString &entity)
    {
        Query q(entity);
        q.trashed = true;
        return repo->totals(q, {}).count;
    }
};
} // namespace

TEST_F(Undo, TheTrashTakesChildrenAlongAndGivesThemBack)
{
    const Id id = client(QStringLiteral("A"));
    const Id early = contact(id, QStringLiteral("Early"));
    contact(id, QStringLiteral("Late"));
    repo->remove(contacts, {early}); // thrown away before: stays there
    repo->remove(clients, {id});
    EXPECT_EQ(living(clients), 0);
    EXPECT_EQ(living(contacts), 0);
    EXPECT_EQ(trashed(contacts), 2);
    repo->restore(clients, {id});
    EXPECT_EQ(living(clients), 1);
    EXPECT_EQ(living(contacts), 1);
}

TEST_F(Undo, OnlyWhatIsInTheTrashCanBePurged)
{
    const Id id = client(QStringLiteral("A"));
    contact(id, QStringLiteral("B"));
    EXPECT_THROW(repo->purge(clients, {id}), Error);
    repo->remove(clients, {id});
    repo->purge(clients, {id});
    EXPECT_EQ(trashed(clients), 0);
    EXPECT_EQ(trashed(contacts), 0);
    EXPECT_THROW(repo->load(clients, id), Error);
    EXPECT_EQ(repo->check(), QStringList());
}

TEST_F(Undo, ATrashedRecordCannotBeChanged)
{
    const Id id = client(QStringLiteral("A"));
    Document d = repo->load(clients, id);
    repo->remove(clients, {id});
    d.set(name, QStringLiteral("B"));
    EXPECT_THROW(repo->save(d), Error);
}

TEST_F(Undo, AnUpdateGoesBack)
{
    const Id id = client(QStringLiteral("Old"));
    Document d = repo->load(clients, id);
    d.set(name, QStringLiteral("New"));
    const qint64 change = repo->save(d).change;
    repo->undo(change);
    EXPECT_EQ(repo->load(clients, id).value(name).toString(), QStringLiteral("Old"));
}

TEST_F(Undo, WhereTheValueMovedOnItAsks)
{
    const Id id = client(QStringLiteral("Old"));
    Document d = repo->load(clients, id);
    d.set(name, QStringLiteral("New"));
    const qint64 change = repo->save(d).change;
    d = repo->load(clients, id);
    d.set(name, QStringLiteral("Newer"));
    repo->save(d);
    EXPECT_THROW(repo->undo(change), ConflictError);
    EXPECT_EQ(repo->load(clients, id).value(name).toString(), QStringLiteral("Newer"));
}

TEST_F(Undo, CreationAndDeletionGoBack)
{
    Document d(Record(repo->catalog()->at(clients)));
    d.set(name, QStringLiteral("A"));
    const Saved saved = repo->save(d);
    repo->undo(saved.change);
    EXPECT_EQ(living(clients), 0);
    repo->undo(repo->head());
    EXPECT_EQ(living(clients), 1);
}

TEST_F(Undo, LinesComeBackAsTheyWere)
{
    Document d(Record(repo->catalog()->at(orders)));
    d.set(QStringLiteral("client_id"), client(QStringLiteral("A")));
    d.set(QStringLiteral("order_date"), QDate(2026, 2, 28));
    for (int i = 1; i <= 3; ++i) {
        Record line(repo->catalog()->at(lines));
        line.set(QStringLiteral("title"), QString::number(i));
        line.set(QStringLiteral("quantity"), qint64(1000));
        line.set(QStringLiteral("rate"), qint64(100 * i));
        d.lines(lines).append(line);
    }
    const Id id = repo->save(d).document.id();
    Document change = repo->load(orders, id);
    change.lines(lines).removeAt(1);
    change.lines(lines)[0].set(QStringLiteral("rate"), qint64(5000));
    const qint64 number = repo->save(change).change;
    repo->undo(number);
    const Document back = repo->load(orders, id);
    ASSERT_EQ(back.lines(lines).size(), 3);
    EXPECT_EQ(back.lines(lines)[1].text(QStringLiteral("title")), QStringLiteral("2"));
    EXPECT_EQ(back.head().integer(QStringLiteral("total")), 600);
}

TEST_F(Undo, AWholeBatchGoesBack)
{
    const Id kept = client(QStringLiteral("Kept"));
    QList<Document> batch;
    for (int i = 0; i < 50; ++i) {
        Document d(Record(repo->catalog()->at(clients)));
        d.set(name, QString::number(i));
        batch << d;
    }
    Document changed = repo->load(clients, kept);
    changed.set(name, QStringLiteral("Changed by the batch"));
    batch << changed;
    const BatchResult result = repo->saveMany(batch);
    EXPECT_EQ(living(clients), 51);
    EXPECT_EQ(repo->undoBatch(result.batch).done, 51);
    EXPECT_EQ(living(clients), 1);
    EXPECT_EQ(repo->load(clients, kept).value(name).toString(), QStringLiteral("Kept"));
}

TEST_F(Undo, ACancelledUndoLeavesEverything)
{
    QList<Document> batch;
    for (int i = 0; i < 20; ++i) {
        Document d(Record(repo->catalog()->at(clients)));
        d.set(name, QString::number(i));
        batch << d;
    }
    const BatchResult result = repo->saveMany(batch);
    EXPECT_THROW(repo->undoBatch(result.batch, {}, [](qint64, qint64) { return false; }), Error);
    EXPECT_EQ(living(clients), 20);
}

TEST_F(Undo, TakingBackTheSetUpLocksNobodyOut)
{
    const auto admin = db.as(QStringLiteral("admin"), {});
    const qint64 head = admin->head();
    int refused = 0;
    for (qint64 n = 1; n <= head; ++n) {
        try {
            admin->undo(n);
        } catch (const Error &e) {
            EXPECT_FALSE(e.sentence().isEmpty());
            ++refused;
        }
    }
    EXPECT_GE(refused, 2) << "the administrator and their role stay";
    const auto again = db.as(QStringLiteral("admin"), {});
    EXPECT_TRUE(again->actor().policy.isAdmin());
    Document d(Record(again->catalog()->at(clients)));
    d.set(name, QStringLiteral("A"));
    EXPECT_NO_THROW(again->save(d));
}

TEST_F(Undo, ADeletionIsNotTakenBackWhereItsPlaceIsTaken)
{
    const Id anna = db.addUser(QStringLiteral("anna"), QStringLiteral("Read only"));
    repo->remove(QStringLiteral("users"), {anna});
    const qint64 deletion = repo->head();
    db.addUser(QStringLiteral("anna"), QStringLiteral("Read only"));
    EXPECT_THROW(repo->undo(deletion), Error);
    EXPECT_EQ(repo->check(), QStringList());
}
