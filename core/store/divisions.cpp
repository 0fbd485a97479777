#include "core/store/divisions.h"
#include "core/access/within_groups.h"
#include "core/model/division.h"
#include "core/store/people.h"
#include "core/store/schema.h"
#include "core/store/stored_documents.h"
#include <algorithm>

namespace crm {

namespace {
const QString inForceKey = QStringLiteral("divided");

/// Limited people: u, and their role r.
const QString limitedPeople = QStringLiteral("main.users u JOIN main.roles r ON r.id=u.role_id AND r.is_limited=1 AND "
                                             "coalesce(r.is_admin,0)=0");
/// The role r is open to the division of the node n.
const QString isOpen = QStringLiteral("EXISTS (SELECT 1 FROM main.division_groups g JOIN main.roles__limited_to x ON "
                                      "x.target_id=g.group_id AND x.owner_id=r.id WHERE g.division=n.division)");
} // namespace

bool areDivisionsInForce(Database &db)
{
    return !db.scalar(QStringLiteral("SELECT 1 FROM main.meta WHERE key=?"), {inForceKey}).isNull();
}

bool isAnyRoleLimited(Database &db)
{
    return !db.scalar(QStringLiteral("SELECT 1 FROM main.roles WHERE is_limited=1 LIMIT 1")).isNull();
}

void putDivisionsInForce(Database &db) { setMetaValue(db, inForceKey, QStringLiteral("1")); }

void limitReach(Database &db, Id user, Id node)
{
    if (!areDivisionsInForce(db))
        return;
    const QString person = user ? QStringLiteral(" AND u.id=%1").arg(user) : QString();
    const QString one = node == noNode ? QString() : QStringLiteral(" AND reach.scope_id=%1").arg(node);
    db.run(QStringLiteral("DELETE FROM main.reach WHERE EXISTS (SELECT 1 FROM %1 JOIN main.scope_nodes n ON "
                          "n.id=reach.scope_id WHERE u.id=reach.user_id%2 AND NOT %3)%4")
               .arg(limitedPeople, person, isOpen, one));
    const QString nodes =
        node == noNode ? QStringLiteral("(SELECT 0 AS id UNION SELECT id FROM main.users UNION SELECT scope_id FROM "
                                        "main.node_members UNION SELECT id FROM main.scope_nodes)")
                       : QStringLiteral("(SELECT %1 AS id)").arg(node);
    db.run(QStringLiteral("INSERT OR IGNORE INTO main.reach (user_id,kind,scope_id) SELECT u.id, %1, s.id FROM %2 JOIN "
                          "%3 s LEFT JOIN main.scope_nodes n ON n.id=s.id WHERE (n.id IS NULL OR %4)%5")
               .arg(int(withinGroups))
               .arg(limitedPeople, nodes, isOpen, person));
}

Id Divisions::divisionOfSet(IdList groups)
{
    std::sort(groups.begin(), groups.end());
    groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
    QStringList keys;
    for (const Id group : std::as_const(groups))
        keys << QString::number(group);
    const QString members = u'[' + keys.join(u',') + u']';
    const QString ask = QStringLiteral("SELECT id FROM main.divisions WHERE members=?");
    if (const Id known = m_db.scalar(ask, {members}).toLongLong())
        return known;
    m_db.run(QStringLiteral("INSERT INTO main.divisions (members) VALUES (?)"), {members});
    const Id made = m_db.scalar(ask, {members}).toLongLong();
    for (const Id group : std::as_const(groups))
        m_db.run(QStringLiteral("INSERT INTO main.division_groups (division,group_id) VALUES (?,?)"), {made, group});
    return made;
}

Id Divisions::divisionOfRecord(const QString &entity, Id id)
{
    if (!m_catalog.find(entity))
        return 0;
    return m_db
        .scalar(QStringLiteral("SELECT n.division FROM main.%1 t JOIN main.scope_nodes n ON n.id=t.scope_id WHERE "
                               "t.id=?")
                    .arg(quoted(entity)),
                {id})
        .toLongLong();
}

Id Divisions::divisionOf(const Record &head)
{
    const Division division = crm::divisionOf(head.entity().key());
    if (!division.groups.isEmpty())
        return divisionOfSet(head.ids(division.groups));
    for (const QString &key : division.through) {
        const Field *field = head.entity().field(key);
        const Id id = field ? head.ref(key) : 0;
        const QString target = field && field->target().isEmpty() ? head.text(QStringLiteral("parent_entity"))
                               : field                            ? field->target()
                                                                  : QString();
        const Id found = id ? divisionOfRecord(target, id) : 0;
        if (found)
            return found;
    }
    return 0;
}

Id Divisions::nodeFor(Id base, Id division)
{
    const Id known = m_db.scalar(QStringLiteral("SELECT min(id) FROM main.scope_nodes WHERE base=? AND division=? AND "
                                                "id<0"),
                                 {base, division})
                         .toLongLong();
    if (known)
        return known;
    const Id made =
        m_db.scalar(QStringLiteral("SELECT min(0,coalesce(min(id),0))-1 FROM main.scope_nodes")).toLongLong();
    m_db.run(QStringLiteral("INSERT INTO main.scope_nodes (id,base,division) VALUES (?,?,?)"), {made, base, division});
    m_db.run(QStringLiteral("INSERT OR IGNORE INTO main.node_members (scope_id,user_id) SELECT ?, user_id FROM "
                            "main.node_members WHERE scope_id=?"),
             {made, base});
    refreshNodeReach(m_db, made);
    return made;
}

Divisions::Place Divisions::place(const Record &head, Id base)
{
    if (!crm::divisionOf(head.entity().key()).isDeclared() || !areDivisionsInForce(m_db))
        return {base, 0, false};
    const Id division = divisionOf(head);
    if (base != head.id())
        return {division ? nodeFor(base, division) : base, division, false};
    const Id before =
        m_db.scalar(QStringLiteral("SELECT division FROM main.scope_nodes WHERE id=?"), {base}).toLongLong();
    if (before == division)
        return {base, division, false};
    if (division)
        m_db.run(QStringLiteral("INSERT INTO main.scope_nodes (id,base,division) VALUES (?,?,?) ON CONFLICT(id) DO "
                                "UPDATE SET division=excluded.division"),
                 {base, base, division});
    else
        m_db.run(QStringLiteral("DELETE FROM main.scope_nodes WHERE id=?"), {base});
    refreshNodeReach(m_db, base);
    return {base, division, true};
}

bool Divisions::isClosed(Id user, Id division)
{
    if (!division)
        return false;
    return !m_db.scalar(QStringLiteral("SELECT 1 FROM %1 JOIN (SELECT ? AS division) n WHERE u.id=? AND NOT %2")
                            .arg(limitedPeople, isOpen),
                        {division, user})
                .isNull();
}

} // namespace crm
