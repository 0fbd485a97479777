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
                                             "coalesce(r.is_staff,1)=1 AND coalesce(r.is_admin,0)=0");
const QString guests =
    QStringLiteral("main.users u JOIN main.roles r ON r.id=u.role_id AND r.is_staff=0 AND coalesce(r.is_admin,0)=0");
/// The division is one of what the guest belongs to.
QString isGuestIn(const QString &person, const QString &division)
{
    return QStringLiteral(
               "EXISTS (SELECT 1 FROM main.guest_of w JOIN main.division_groups g ON g.group_id=-w.target_id "
               "WHERE w.user_id=%1 AND g.division=%2)")
        .arg(person, division);
}
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
    db.run(QStringLiteral("DELETE FROM main.reach WHERE EXISTS (SELECT 1 FROM %1 JOIN main.scope_nodes n ON "
                          "n.id=reach.scope_id WHERE u.id=reach.user_id%2 AND NOT %3)%4")
               .arg(guests, person, isGuestIn(QStringLiteral("u.id"), QStringLiteral("n.division")), one));
    db.run(QStringLiteral("INSERT OR IGNORE INTO main.reach (user_id,kind,scope_id) SELECT w.user_id, %1, n.id FROM "
                          "main.guest_of w JOIN main.division_groups g ON g.group_id=-w.target_id JOIN "
                          "main.scope_nodes n ON n.division=g.division WHERE 1%2%3")
               .arg(int(withinGroups))
               .arg(user ? QStringLiteral(" AND w.user_id=%1").arg(user) : QString(),
                    node == noNode ? QString() : QStringLiteral(" AND n.id=%1").arg(node)));
}

QString guestRows(const Catalog &catalog, const QString &where, const QString &people)
{
    const Guests guests = guestsIn(catalog);
    QStringList ways;
    for (const QString &key : guests.named) {
        const Entity &records = catalog.at(guests.entity);
        const Field &field = *records.field(key);
        const bool isList = isListKind(field.kind());
        const QString value = isList ? QStringLiteral("l.target_id") : QStringLiteral("c.") + quoted(key);
        ways << QStringLiteral("SELECT u.id AS user_id, %1 AS target_id FROM %2users u JOIN %2roles y ON "
                               "y.id=u.role_id AND y.is_staff=0 AND coalesce(y.is_admin,0)=0 JOIN %2%3 c ON "
                               "c.id=u.%4 AND c.deleted_at IS NULL%5 WHERE u.active=1 AND u.deleted_at IS NULL AND "
                               "%1 IS NOT NULL AND %6")
                    .arg(value, where, quoted(guests.entity), quoted(guests.reference),
                         isList ? QStringLiteral(" JOIN %1%2 l ON l.owner_id=c.id")
                                      .arg(where, quoted(linkTable(records, field)))
                                : QString(),
                         people);
    }
    return ways.join(QStringLiteral(" UNION "));
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
    if (!division.groups.isEmpty()) {
        IdList set = head.ids(division.groups);
        if (!m_db.scalar(QStringLiteral("SELECT 1 FROM main.guest_of WHERE target_id=? LIMIT 1"), {head.id()}).isNull())
            set << -head.id();
        return divisionOfSet(set);
    }
    const HiddenStates hidden = hiddenStatesOf(head.entity().key());
    const bool isHidden = !hidden.field.isEmpty() && hidden.values.contains(head.text(hidden.field));
    for (const QString &key : division.through) {
        const Field *field = head.entity().field(key);
        const Id id = field ? head.ref(key) : 0;
        const QString target = field && field->target().isEmpty() ? head.text(QStringLiteral("parent_entity"))
                               : field                            ? field->target()
                                                                  : QString();
        const Id found = id ? divisionOfRecord(target, id) : 0;
        if (found)
            return isHidden ? withoutGuests(found) : found;
    }
    return 0;
}

Id Divisions::withoutGuests(Id division)
{
    IdList groups;
    bool hasGuests = false;
    Rows rows = m_db.run(QStringLiteral("SELECT group_id FROM main.division_groups WHERE division=?"), {division});
    while (rows.next()) {
        hasGuests = hasGuests || rows.integer(0) < 0;
        if (rows.integer(0) > 0)
            groups << rows.integer(0);
    }
    return hasGuests ? divisionOfSet(groups) : division;
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

bool Divisions::isClosed(const Actor &actor, const Entity &entity, Id division)
{
    if (!actor.policy.isStaff() && !actor.policy.isAdmin())
        return crm::divisionOf(entity.key()).isDeclared() &&
               m_db.scalar(QStringLiteral("SELECT %1").arg(isGuestIn(QStringLiteral("?"), QStringLiteral("?"))),
                           {actor.userId, division})
                       .toInt() == 0;
    if (!division)
        return false;
    return !m_db.scalar(QStringLiteral("SELECT 1 FROM %1 JOIN (SELECT ? AS division) n WHERE u.id=? AND NOT %2")
                            .arg(limitedPeople, isOpen),
                        {division, actor.userId})
                .isNull();
}

} // namespace crm
