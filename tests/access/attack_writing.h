// Calls of the writing procedures that the policy forbids, and as many that it allows: else nothing is proved.
#pragma once
#include "tests/access/attack_office.h"
#include <QJsonObject>

namespace crm::test {

/// "CALL `db`.write(key, batch, ops)"
QByteArray writeCall(const AttackOffice &office, const QByteArray &ops, const QByteArray &key = "NULL",
                     const QByteArray &batch = "NULL");
/// [{"op":"save", ...}]
QByteArray saveOps(const QString &entity, Id id, int seen, const QJsonObject &values, const QJsonObject &more = {});
QByteArray idsOps(const char *verb, const QString &entity, Id id);
QByteArray mergeOps(const QString &entity, Id survivor, Id other);
/// A text that anybody who may change the record may change; null if there is none.
const Field *plainField(const Entity &entity);

/// What one person may and may not do to the records: counted by verb.
class WritingAttack
{
public:
    WritingAttack(AttackOffice &office, const PlannedPerson &person)
        : m_office(office)
        , m_attacker(office, person)
    {}
    Judge &judge() { return m_attacker.judge; }
    int allowed(const QByteArray &verb) const { return m_allowed.value(verb); }
    const QMap<QByteArray, int> &refusedThoughAllowed() const { return m_refused; }

    /// Changing, deleting, restoring, purging each kind of record of each group.
    void verbs();
    /// New records for others, in others' scopes, of entities that only administrators write.
    void creations();
    /// Fields of classes that the person does not see, the store's own columns, names that only look alike.
    void fields();
    /// Records that only one person changes: comments, saved views.
    void personal();
    /// References, links, lines and parents that are hidden or belong to another document.
    void references();
    /// By who is limited to groups of clients: clients of other groups and of none.
    void limits();
    /// By who is a guest: records of other clients and of none.
    void guests();
    /// Merging records of each group into those of each other one, and taking back merges that are none of theirs.
    void merges();
    /// Keys and batches of others, versions that are none, ids of others, text that is no JSON.
    void malformed();

private:
    bool isTheirs(const PlannedRow &row); ///< somebody else's alone to change
    static bool isPersonal(const Entity &entity, const Field &field);
    void tryCall(const QByteArray &verb, const QByteArray &call, bool may);

    AttackOffice &m_office;
    Attacker m_attacker;
    QMap<QByteArray, int> m_allowed, m_refused;
};

} // namespace crm::test
