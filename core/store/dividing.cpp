// What follows in Writing when a record comes into another division; see divisions.h.
#include "core/model/division.h"
#include "core/store/people.h"
#include "core/store/writing_work.h"

namespace crm {

void Writing::redivide(const Entity &entity, Id id)
{
    const std::optional<Document> document =
        areDivisionsInForce(m_db) ? m_documents.load(entity, id, StoredDocuments::Table) : std::nullopt;
    if (!document)
        return;
    const Id before = document->head().scopeId();
    const Divisions::Place place = m_divisions.place(document->head(), scopeOf(document->head()));
    if (place.node != before) {
        m_db.run(QStringLiteral("UPDATE main.%1 SET scope_id=? WHERE id=?").arg(quoted(entity.key())),
                 {place.node, id});
        rescopeChildren(entity, id, place.node);
    }
    if (place.node != before || place.moved)
        redivideBelow(entity, id);
}

/// Also what has the same node as before: a task hangs on a contact, which hangs on a client with a list of its own.
void Writing::redivideBelow(const Entity &entity, Id id)
{
    forEachChild(entity, id, QStringLiteral("1"), {},
                 [&](const Entity &child, Id childId) { redivideBelow(child, childId); });
    for (const Entity *follower : m_catalog->entities()) {
        const QStringList through = divisionOf(follower->key()).through;
        IdList ids;
        for (const QString &key : through) {
            const Field *field = follower->field(key);
            const bool hangs = field && field->target().isEmpty();
            if (!field || (!hangs && field->target() != entity.key()))
                continue;
            const QString where = QStringLiteral("SELECT id FROM main.%1 WHERE %2=?%3")
                                      .arg(quoted(follower->key()), quoted(key),
                                           hangs ? QStringLiteral(" AND parent_entity=?") : QString());
            Rows rows = m_db.run(where, hangs ? QVariantList{id, entity.key()} : QVariantList{id});
            while (rows.next())
                ids << rows.integer(0);
        }
        for (const Id one : std::as_const(ids))
            redivide(*follower, one);
    }
}

/// Where a change was made, the record's division is now part of: who may not see the record shall not learn of it by
/// what happened before there was a limit. What has been purged is of no group.
void Writing::divideLog(const Entity &entity)
{
    if (entity.isLine() || !isConcernedByDivision(entity))
        return;
    const Id none = m_divisions.divisionOfSet({});
    for (const QString &column : {QStringLiteral("scope_before"), QStringLiteral("scope_after")}) {
        const QString division =
            QStringLiteral("coalesce((SELECT coalesce(k.division,0) FROM main.%1 t LEFT JOIN main.scope_nodes k ON "
                           "k.id=t.scope_id WHERE t.id=record_id),%2)")
                .arg(quoted(entity.key()))
                .arg(none);
        QList<QPair<Id, Id>> pairs;
        {
            Rows rows =
                m_db.run(QStringLiteral("SELECT DISTINCT %1, %2 AS d FROM main.changes WHERE entity=? AND %1 IS "
                                        "NOT NULL AND %1 NOT IN (SELECT id FROM main.scope_nodes) AND d<>0")
                             .arg(column, division),
                         {entity.key()});
            while (rows.next())
                pairs << qMakePair(rows.integer(0), rows.integer(1));
        }
        for (const auto &[scope, of] : std::as_const(pairs))
            m_db.run(
                QStringLiteral("UPDATE main.changes SET %1=? WHERE entity=? AND %1=? AND %2=?").arg(column, division),
                {m_divisions.nodeFor(scope, of), entity.key(), scope, of});
    }
}

/// The first limited role divides what there is.
void Writing::divideAll()
{
    putDivisionsInForce(m_db);
    for (const Entity *entity : m_catalog->entities()) {
        if (divisionOf(entity->key()).groups.isEmpty())
            continue;
        IdList ids;
        {
            Rows rows = m_db.run(QStringLiteral("SELECT id FROM main.") + quoted(entity->key()));
            while (rows.next())
                ids << rows.integer(0);
        }
        for (const Id id : std::as_const(ids))
            redivide(*entity, id);
    }
    for (const Entity *entity : m_catalog->entities())
        divideLog(*entity);
    limitReach(m_db, 0, noNode);
}

/// Whose guests these people, or the people of this record, are from now on.
void Writing::followGuests(const QString &entity, Id id)
{
    const QString key = guestColumn(*m_catalog, entity);
    if (key.isEmpty())
        return;
    const auto pairs = [&](const QString &sql) {
        QSet<QPair<Id, Id>> found;
        Rows rows = m_db.run(sql);
        while (rows.next())
            found.insert({rows.integer(0), rows.integer(1)});
        return found;
    };
    const QString these = QStringLiteral("u.%1=%2").arg(quoted(key)).arg(id);
    const auto before = pairs(QStringLiteral("SELECT w.user_id, w.target_id FROM main.guest_of w JOIN main.users u ON "
                                             "u.id=w.user_id WHERE ") +
                              these);
    const auto now = pairs(guestRows(*m_catalog, QStringLiteral("main."), these));
    if (before == now)
        return;
    for (const auto &[person, target] : before - now)
        m_db.run(QStringLiteral("DELETE FROM main.guest_of WHERE user_id=? AND target_id=?"), {person, target});
    for (const auto &[person, target] : now - before)
        m_db.run(QStringLiteral("INSERT INTO main.guest_of (user_id,target_id) VALUES (?,?)"), {person, target});
    raiseAccessVersion(m_db);
    const bool isFirst = !areDivisionsInForce(m_db);
    if (isFirst)
        divideAll();
    const Entity &divided = *dividedForGuests(guestsIn(*m_catalog), *m_catalog);
    QSet<Id> people;
    for (const auto &[person, target] : (before - now) + (now - before)) {
        if (!isFirst)
            redivide(divided, target);
        people << person;
    }
    for (const Id person : std::as_const(people))
        refreshReachOf(m_db, person);
}

void Writing::followPeople(const QString &entity, Id id, bool isNew)
{
    peopleChanged(m_db, entity, id, isNew);
    followGuests(entity, id);
    const std::optional<IdList> people = peopleOf(m_db, entity, id);
    if (!people)
        return;
    if (!areDivisionsInForce(m_db))
        return isAnyRoleLimited(m_db) ? divideAll() : void();
    for (const Id person : *people)
        refreshReachOf(m_db, person);
}

} // namespace crm
