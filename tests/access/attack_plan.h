// An office that is worth attacking, thought up without a database: people of every role, records of every entity in
// every scope, a secret in every field; and, from the policy alone, what each person may see of it.
#pragma once
#include "core/access/policy.h"
#include "core/model/registry.h"
#include "tests/access/attack_secrets.h"
#include <memory>
#include <optional>

namespace crm::test {

/// Whose records a row is among.
enum class Group { Annas, Mates, Strangers, Shared, Contacts, AnnasTrash, StrangersTrash };
constexpr int groupCount = 7;

struct PlannedPerson
{
    QByteArray login, role;
    Id id = 0, roleId = 0;
    bool active = true;
    bool attacks = false; ///< has a part in the attack; the others only own things
    Actor actor;
    QSet<Id> own, team;              ///< the nodes they reach
    bool limited = false;            ///< to the clients of their role's groups
    IdList groups;                   ///< of a guest: the client itself, below zero
    std::optional<Group> guestAmong; ///< a guest of a client of this group
    bool isGuest() const { return guestAmong.has_value(); }
};

struct PlannedRow
{
    const Entity *entity = nullptr;
    Id id = 0, scope = 0;
    Group group = Group::Annas;
    QByteArray parentEntity; ///< of attached records
    Id parent = 0;           ///< the record it hangs on, or the document of a line
    bool trashed = false;
    QHash<QByteArray, QByteArray> columns; ///< SQL literals by column
    QHash<QByteArray, IdList> links;       ///< by field
    QByteArray content;                    ///< of a file's blob
};

/// A row of any table of the data schema: SQL literals by column.
struct PlannedInsert
{
    QByteArray table;
    QHash<QByteArray, QByteArray> columns;
};

class OfficePlan
{
public:
    /// @param prefix of logins, so that several offices fit on one server
    explicit OfficePlan(const QByteArray &prefix);

    const Registry &registry() const { return *m_registry; }
    const Catalog &catalog() const { return *m_catalog; }
    const QList<PlannedPerson> &people() const { return m_people; }
    const PlannedPerson &person(const QByteArray &login) const; ///< without the prefix
    const QList<PlannedRow> &rows() const { return m_rows; }
    const Secrets &secrets() const { return m_secrets; }
    /// Rows of an entity that are in the group; of entities that have no owner all of them.
    QList<const PlannedRow *> rowsOf(const QString &entity, Group group) const;

    /// The groups of the client that a row belongs to, and itself below zero where its guests see the row; nothing: it
    /// belongs to none, and no limit hides it.
    std::optional<IdList> groupsOf(const PlannedRow &row) const;
    /// A limit hides it from the person, whatever the levels say.
    bool isClosed(const PlannedPerson &person, const PlannedRow &row) const;
    /// What the policy says.
    bool reaches(const PlannedPerson &person, const PlannedRow &row, Verb verb) const;
    bool sees(const PlannedPerson &person, const PlannedRow &row) const { return reaches(person, row, Verb::Read); }
    bool seesClass(const PlannedPerson &person, int fieldClass, const QByteArray &right) const;
    QSet<int> visibleSecrets(const PlannedPerson &person) const;

    /// All rows of the office, without those that follow from them (reach, levels, people ...).
    QList<PlannedInsert> inserts() const;

private:
    struct Shape;
    bool seesDefinition(const PlannedPerson &person, const PlannedRow &row) const;
    void makePeople(const QByteArray &prefix);
    Id makeRole(const Shape &shape, Policy &policy);
    void makePerson(const QByteArray &login, const Shape &shape, bool attacks);
    void makeTeam(const QByteArray &name, const IdList &members);
    void makeCustomFields();
    void makeReach();
    void makeRows();
    void makeRowsOf(const Entity &entity);
    void addRow(const Entity &entity, Group group, const PlannedRow *parent);
    void fill(PlannedRow &row);
    void fillField(PlannedRow &row, int index, const Field &field);
    void fillReference(PlannedRow &row, const Field &field);
    void fillExtra(PlannedRow &row, int index);
    void addLines(const PlannedRow &document);
    PlannedRow &structural(const char *entity, Id id = 0);
    void addHistory();
    void addSearch();
    void addStoreSecrets();
    int secret(const QByteArray &table, const QByteArray &column, const PlannedRow &row, int index,
               const Field *field = nullptr);
    int nobodys(const QByteArray &table, const QByteArray &column) { return m_secrets.add({table, column}); }
    Id ownerOf(Group group) const;
    const PlannedRow *anyRow(const QString &entity, Group group) const;
    const PlannedRow *rowById(const QString &entity, Id id) const;
    void chooseGroups(PlannedRow &row, const QString &list);

    std::unique_ptr<Registry> m_registry;
    std::unique_ptr<Catalog> m_catalog;
    QList<PlannedPerson> m_people;
    QList<PlannedRow> m_rows;
    QHash<QString, QList<int>> m_rowsOf;
    QSet<QString> m_made;
    Secrets m_secrets;
    QList<PlannedInsert> m_more; ///< change log, search texts, blobs ...
    QHash<QByteArray, QPair<Id, Policy>> m_roles;
    Id m_nextId = 4'000'001;
};

} // namespace crm::test
