// Undoing leads back to exactly what was, on a file and on a server: no rule chooses a value anew on the way. And what
// it says of itself: how many records.
#include "core/store/batch_size.h"
#include "tests/support/make_record.h"
#include "tests/support/temp_database.h"
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
const QString clients = QStringLiteral("clients"), contacts = QStringLiteral("contacts"), name = QStringLiteral("name"),
              city = QStringLiteral("city"), primary = QStringLiteral("primary_contact_id");

class UndoExact : public testing::TestWithParam<DatabaseEngine>
{
protected:
    Id client(const QString &title) { return makeRecord(*repo, clients, {{name, title}}); }
    Id contact(Id of)
    {
        return makeRecord(*repo, contacts,
                          {{QStringLiteral("first_name"), QStringLiteral("Anna")}, {QStringLiteral("client_id"), of}});
    }
    Id primaryOf(Id id) { return repo->load(clients, id).head().ref(primary); }
    TempDatabase db{builtinRegistry(), QStringLiteral("secret-1"), GetParam()};
    std::unique_ptr<Repository> repo = db.as(QStringLiteral("admin"), QStringLiteral("secret-1"));
};
} // namespace

TEST_P(UndoExact, WhatARuleHasFilledInIsEmptyAgain)
{
    const Id id = client(QStringLiteral("A")), person = contact(id);
    Document d = repo->load(clients, id);
    d.set(city, QStringLiteral("Perm"));
    const BatchResult batch = repo->saveMany({d});
    ASSERT_EQ(primaryOf(id), person) << "the rule fills it in with any save";
    const UndoResult undone = repo->undoBatch(batch.batch);
    EXPECT_EQ(repo->load(clients, id).value(city).toString(), QString());
    EXPECT_EQ(primaryOf(id), 0);
    repo->undoBatch(undone.batch);
    EXPECT_EQ(primaryOf(id), person) << "done again";
    EXPECT_EQ(repo->load(clients, id).value(city).toString(), QStringLiteral("Perm"));
}

TEST_P(UndoExact, WhatWasEmptyBesideTheUndoneStaysEmpty)
{
    const Id id = client(QStringLiteral("A"));
    Document d = repo->load(clients, id);
    d.set(city, QStringLiteral("Perm"));
    const qint64 change = repo->save(d).change;
    contact(id);
    repo->undo(change);
    EXPECT_EQ(repo->load(clients, id).value(city).toString(), QString());
    EXPECT_EQ(primaryOf(id), 0);
}

TEST_P(UndoExact, AfterAMergeTheSurvivorIsAsItWas)
{
    const Id survivor = client(QStringLiteral("A")), other = client(QStringLiteral("B")), moved = contact(other);
    const Id own = contact(survivor);
    const MergeResult merged = repo->merge(repo->load(clients, survivor), {other});
    repo->undoBatch(merged.batch);
    EXPECT_EQ(primaryOf(survivor), 0);
    EXPECT_EQ(primaryOf(other), 0);
    EXPECT_EQ(repo->load(contacts, moved).head().ref(QStringLiteral("client_id")), other);
    EXPECT_EQ(repo->load(contacts, own).head().ref(QStringLiteral("client_id")), survivor);
    Document named = repo->load(clients, survivor); // and with values that the merge itself changes
    named.set(city, QStringLiteral("Perm"));
    const MergeResult again = repo->merge(named, {other});
    EXPECT_NE(primaryOf(survivor), 0);
    repo->undoBatch(again.batch);
    EXPECT_EQ(repo->load(clients, survivor).value(city).toString(), QString());
    EXPECT_EQ(primaryOf(survivor), 0);
}

TEST_P(UndoExact, SaysHowManyRecordsNotHowManyChanges)
{
    const Id survivor = client(QStringLiteral("A")), other = client(QStringLiteral("B"));
    contact(other);
    Document named = repo->load(clients, survivor);
    named.set(city, QStringLiteral("Perm"));
    const MergeResult merged = repo->merge(named, {other});
    EXPECT_EQ(repo->undoBatch(merged.batch).done, 3) << "two clients and the contact";
    const Id batch = newId();
    for (const char *place : {"Omsk", "Tomsk"}) {
        Document d = repo->load(clients, survivor);
        d.set(city, QString::fromLatin1(place));
        repo->saveMany({d}, batch);
    }
    EXPECT_EQ(repo->undoBatch(batch).done, 1) << "changed twice";
    EXPECT_EQ(repo->load(clients, survivor).value(city).toString(), QString());
}

TEST_P(UndoExact, WhatHangsOnARecordIsCountedWithIt)
{
    const Id one = client(QStringLiteral("A"));
    contact(one);
    contact(one);
    makeRecord(*repo, QStringLiteral("comments"),
               {{QStringLiteral("text"), QStringLiteral("T")},
                {QStringLiteral("parent_entity"), clients},
                {QStringLiteral("parent_id"), one}});
    qint64 since = repo->head();
    const BatchResult removed = repo->remove(clients, {one});
    EXPECT_EQ(removed.done, 1);
    EXPECT_EQ(recordsOfBatch(*repo, removed.batch, since), 4);
    since = repo->head();
    client(QStringLiteral("B"));
    const BatchResult restored = repo->restore(clients, {one});
    EXPECT_EQ(recordsOfBatch(*repo, restored.batch, since), 4);
}

INSTANTIATE_TEST_SUITE_P(On, UndoExact, testing::Values(DatabaseEngine::File, DatabaseEngine::Server),
                         [](const auto &info) { return info.param == DatabaseEngine::File ? "File" : "Server"; });
