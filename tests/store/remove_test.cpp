// Deletions against edits, on a file and on a server: neither goes over the other unasked.
#include "core/model/error.h"
#include "tests/support/temp_database.h"
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
const QString clients = QStringLiteral("clients");

class Removal : public testing::TestWithParam<DatabaseEngine>
{
protected:
    void SetUp() override
    {
        db = std::make_unique<TempDatabase>(builtinRegistry(), QStringLiteral("secret-1"), GetParam());
        db->addUser(QStringLiteral("boris"), QStringLiteral("Manager (all records)"));
        anna = db->as(QStringLiteral("admin"), QStringLiteral("secret-1"));
        boris = db->as(QStringLiteral("boris"), QStringLiteral("secret-1"));
    }
    Document client(const QString &name)
    {
        Document d(Record(anna->catalog()->at(clients), newId()));
        d.set(QStringLiteral("name"), name);
        return anna->save(d).document;
    }
    static void change(Repository &r, Id id, const char *field, const QString &value)
    {
        Document d = r.load(clients, id);
        d.set(QLatin1String(field), value);
        r.save(d);
    }
    bool isTrashed(Id id) { return anna->load(clients, id).head().deletedAt().isValid(); }
    std::unique_ptr<TempDatabase> db;
    std::unique_ptr<Repository> anna, boris;
};
} // namespace

TEST_P(Removal, AsksWhenSomebodyElseHasChangedIt)
{
    const Document seen = client(QStringLiteral("Roses"));
    const Document other = client(QStringLiteral("Tulips"));
    change(*boris, seen.id(), "city", QStringLiteral("Perm"));
    change(*boris, seen.id(), "phone", QStringLiteral("12345"));
    try {
        anna->remove(clients, {other.id(), seen.id()}, {other.head().version(), seen.head().version()});
        FAIL() << "deleted what somebody else was at";
    } catch (const ChangedError &e) {
        EXPECT_EQ(e.kind(), ErrorKind::Conflict);
        ASSERT_EQ(e.records().size(), 1);
        EXPECT_EQ(e.records()[0].now.value(QStringLiteral("city")), QStringLiteral("Perm"));
        ASSERT_EQ(e.records()[0].changes.size(), 2);
        EXPECT_EQ(e.records()[0].changes[0].fields.value(0).field, QStringLiteral("phone"));
        EXPECT_TRUE(e.sentence().contains(QLatin1String("boris"), Qt::CaseInsensitive)) << e.what();
        EXPECT_FALSE(isTrashed(seen.id()));
        EXPECT_FALSE(isTrashed(other.id())) << "all or nothing";
        // Seen and confirmed.
        const BatchResult done = anna->remove(clients, {other.id(), seen.id()},
                                              {other.head().version(), e.records()[0].now.head().version()});
        EXPECT_EQ(done.done, 2);
    }
    EXPECT_TRUE(isTrashed(seen.id()));
}

TEST_P(Removal, AsksNobodyAboutOnesOwnChanges)
{
    const Document seen = client(QStringLiteral("Roses"));
    change(*anna, seen.id(), "city", QStringLiteral("Perm"));
    EXPECT_EQ(anna->remove(clients, {seen.id()}, {seen.head().version()}).done, 1);
    EXPECT_TRUE(isTrashed(seen.id()));
    EXPECT_EQ(anna->remove(clients, {seen.id()}, {seen.head().version()}).done, 0) << "it is there already";
}

TEST_P(Removal, GoesWithoutVersionsAsBefore)
{
    const Document a = client(QStringLiteral("A")), b = client(QStringLiteral("B"));
    change(*boris, a.id(), "city", QStringLiteral("Perm"));
    EXPECT_EQ(anna->remove(clients, {a.id()}).done, 1);
    EXPECT_EQ(anna->remove(clients, {b.id()}, {0}).done, 1);
}

TEST_P(Removal, AnEditOfWhatWasDeletedSaysSo)
{
    const Document seen = client(QStringLiteral("Roses"));
    Document mine = anna->load(clients, seen.id());
    mine.set(QStringLiteral("city"), QStringLiteral("Omsk"));
    change(*boris, seen.id(), "phone", QStringLiteral("12345"));
    boris->remove(clients, {seen.id()});
    const SaveKey key = SaveKey::fresh();
    try {
        anna->save(mine, key);
        FAIL() << "saved what is in the trash";
    } catch (const TrashedError &e) {
        EXPECT_EQ(e.kind(), ErrorKind::NotFound);
        EXPECT_EQ(e.trashed().id(), seen.id());
        EXPECT_TRUE(e.trashed().head().deletedAt().isValid());
    }
    EXPECT_TRUE(isTrashed(seen.id()));
    // Restored and saved, as one answers to the question: both changes are there.
    anna->restore(clients, {seen.id()});
    const Document stored = anna->save(mine, key).document;
    EXPECT_EQ(stored.value(QStringLiteral("city")), QStringLiteral("Omsk"));
    EXPECT_EQ(stored.value(QStringLiteral("phone")), QStringLiteral("12345"));
}

TEST_P(Removal, ABatchNamesTheOneThatWasDeleted)
{
    const Document a = client(QStringLiteral("A")), b = client(QStringLiteral("B"));
    Document mineA = a, mineB = b;
    mineA.set(QStringLiteral("city"), QStringLiteral("Omsk"));
    mineB.set(QStringLiteral("city"), QStringLiteral("Omsk"));
    boris->remove(clients, {b.id()});
    try {
        anna->saveMany({mineA, mineB});
        FAIL() << "saved what is in the trash";
    } catch (const TrashedError &e) {
        EXPECT_EQ(e.trashed().id(), b.id());
    }
    EXPECT_TRUE(anna->load(clients, a.id()).value(QStringLiteral("city")).toString().isEmpty());
}

TEST_P(Removal, WhatIsGoneForGoodIsSaid)
{
    const Document a = client(QStringLiteral("A"));
    Document mine = a;
    mine.set(QStringLiteral("city"), QStringLiteral("Omsk"));
    auto second = db->as(QStringLiteral("admin"), QStringLiteral("secret-1"));
    second->remove(clients, {a.id()});
    second->purge(clients, {a.id()});
    try {
        anna->save(mine);
        FAIL() << "saved what is gone";
    } catch (const Error &e) {
        EXPECT_EQ(e.kind(), ErrorKind::NotFound) << e.what();
    }
}

INSTANTIATE_TEST_SUITE_P(On, Removal, testing::Values(DatabaseEngine::File, DatabaseEngine::Server),
                         [](const auto &info) { return info.param == DatabaseEngine::File ? "File" : "Server"; });
