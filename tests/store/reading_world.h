// A database with records of every kind of field, and an evaluation of queries over them that knows no SQL: what lists
// must show, however they are filtered, sorted and paged.
#pragma once
#include "core/model/query.h"
#include "core/store/local_repository.h"
#include "core/store/reading.h"
#include "tests/support/server_copy.h"
#include "tests/support/temp_database.h"
#include <QRandomGenerator>
#include <gtest/gtest.h>
#include <vector>

namespace crm::test {

/// The built-in entities and two more: "things" with a field of each kind, owned by people, and "places" they point to.
const Registry &thingsRegistry();

/// What the world is read from. It is written to a file; a server holds a copy of its rows.
enum class Engine { File, Server };
/// "SQLite", "MariaDB": for the names of tests.
std::string engineName(const ::testing::TestParamInfo<Engine> &info);

class World
{
public:
    /// @param things so many records, the same for the same seed; every ninth lies in the trash
    explicit World(int things, quint32 seed = 1, Engine engine = Engine::File);
    ~World();

    /// Of somebody who sees everything (the program itself, or an administrator), with the clock below. Sees what was
    /// written before the call.
    Reading &reading();
    /// Of a person with this login, who signs in anew.
    Reading &readingOf(const QString &login);
    Database &connectionOf(const QString &login); ///< of that person
    Engine engine() const { return m_engine; }
    ServerCopy &server() { return *m_server; }
    LocalRepository &repository() { return *m_repository; }
    const TempDatabase &database() const { return m_db; }
    const Catalog &catalog() const { return *m_repository->catalog(); }
    QDateTime now() const;
    const QList<Record> &things() const { return m_things; }
    Id place(const QString &name) const;

    Record place() const { return Record(catalog().at(QStringLiteral("places"))); }
    Record thing() const { return Record(catalog().at(QStringLiteral("things"))); }

    /// Ids of the things that the query must list, in order.
    IdList expected(const Query &query) const;
    bool holds(const Filter &filter, const Record &record) const;
    Filter randomFilter(int depth);
    QList<SortKey> randomSort();
    QString randomSearch();
    int pick(int n) { return int(m_random.bounded(n)); }

    /// Reads everything again, after records were written.
    void reload();

private:
    QVariant valueOf(const Record &record, const QString &path, const Field **field) const;
    QString titleOf(const QString &entity, Id id) const;
    bool holdsFor(const Field &field, Op op, const QVariant &wanted, const QVariant &value) const;
    int compareKeys(const SortKey &key, const Record &a, const Record &b) const;
    Filter randomCondition();
    QVariant randomValue(const Field &field, Op op);
    Record randomThing();

    struct Person;
    Person &signedIn(const QString &login);
    void copyToServer();

    TempDatabase m_db;
    const Engine m_engine;
    std::unique_ptr<LocalRepository> m_repository;
    std::unique_ptr<Reading> m_reading;
    std::unique_ptr<ServerCopy> m_server;
    std::vector<std::unique_ptr<Person>> m_people; ///< connections to the server, or to the file
    qint64 m_copied = -1;                          ///< head of the file's log when it was copied
    QRandomGenerator m_random;
    QList<Record> m_things;
    QHash<Id, Record> m_places, m_labels, m_users;
    IdList m_placeIds, m_labelIds, m_userIds;
};

} // namespace crm::test
