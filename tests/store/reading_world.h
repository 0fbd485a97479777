// A database with records of every kind of field, and an evaluation of queries over them that knows no SQL: what lists
// must show, however they are filtered, sorted and paged.
#pragma once
#include "core/model/query.h"
#include "core/store/local_repository.h"
#include "core/store/reading.h"
#include "tests/support/temp_database.h"
#include <QRandomGenerator>

namespace crm::test {

/// The built-in entities and two more: "things" with a field of each kind, owned by people, and "places" they point to.
const Registry &thingsRegistry();

class World
{
public:
    /// @param things so many records, the same for the same seed; every ninth lies in the trash
    explicit World(int things, quint32 seed = 1);

    Reading &reading() { return *m_reading; } ///< of the program itself, with the clock below
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

    TempDatabase m_db;
    std::unique_ptr<LocalRepository> m_repository;
    std::unique_ptr<Reading> m_reading;
    QRandomGenerator m_random;
    QList<Record> m_things;
    QHash<Id, Record> m_places, m_labels, m_users;
    IdList m_placeIds, m_labelIds, m_userIds;
};

} // namespace crm::test
