#include "core/store/people.h"
#include "core/access/password.h"
#include "core/access/within_groups.h"
#include "core/model/division.h"
#include "core/model/error.h"
#include "core/store/divisions.h"
#include "core/store/fast_fields.h"
#include "core/store/stored_documents.h"
#include <QCoreApplication>
#include <QDateTime>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::People)
};

void readRights(Database &db, Id roleId, bool isLimited, Policy &policy)
{
    Rows rows = db.run(QStringLiteral("SELECT entity, can_read, can_create, can_update, can_delete, can_export "
                                      "FROM main.role_rights WHERE role_id=? AND deleted_at IS NULL"),
                       {roleId});
    while (rows.next()) {
        Levels levels{};
        for (int verb = 0; verb < verbCount; ++verb)
            levels[size_t(verb)] = levelByName(rows.text(verb + 1)).value_or(Level::None);
        if (isLimited)
            levels = limitedToGroups(levels);
        // A line for "*" holds for every entity that the role does not name.
        if (rows.text(0) == QLatin1String("*"))
            policy.setDefault(levels);
        else
            policy.setLevels(rows.text(0), levels);
    }
}

[[noreturn]] void refuse(Database &db, Id userId, int failures)
{
    if (userId) {
        db.run(QStringLiteral(
                   "INSERT INTO main.user_secrets (user_id,failures,last_failure) VALUES (?,?,?) "
                   "ON CONFLICT(user_id) DO UPDATE SET failures=excluded.failures, last_failure=excluded.last_failure"),
               {userId, failures + 1, toStored(QDateTime::currentDateTimeUtc())});
    }
    throw Error(ErrorKind::Denied, Tr::tr("The name or the password is wrong."));
}

Id onlyPersonWithoutPassword(Database &db)
{
    Rows rows =
        db.run(QStringLiteral("SELECT u.id, s.hash FROM main.users u LEFT JOIN main.user_secrets s ON s.user_id=u.id "
                              "WHERE u.active=1 AND u.deleted_at IS NULL LIMIT 2"));
    Id found = 0;
    while (rows.next()) {
        if (found || !rows.isNull(1))
            return 0;
        found = rows.integer(0);
    }
    return found;
}
} // namespace

Actor loadActor(Database &db, Id userId)
{
    Actor actor;
    {
        Rows rows =
            db.run(QStringLiteral("SELECT u.login, u.name, u.role_id, r.is_admin, r.is_staff, r.named_rights "
                                  "FROM main.users u LEFT JOIN main.roles r ON r.id=u.role_id AND r.deleted_at IS NULL "
                                  "WHERE u.id=? AND u.active=1 AND u.deleted_at IS NULL"),
                   {userId});
        if (!rows.next())
            throw Error(ErrorKind::Denied, Tr::tr("Your account has been deactivated. Ask an administrator."));
        actor.userId = userId;
        actor.login = rows.text(0);
        actor.name = rows.text(1);
        actor.roleId = rows.integer(2);
        actor.policy.setAdmin(rows.integer(3) == 1);
        actor.policy.setStaff(rows.isNull(4) || rows.integer(4) == 1);
        const QStringList rights = rows.text(5).split(u',', Qt::SkipEmptyParts);
        for (const QString &right : rights)
            actor.policy.grant(right.trimmed());
    }
    const bool isLimited =
        db.scalar(QStringLiteral("SELECT is_limited FROM main.roles WHERE id=?"), {actor.roleId}).toInt() == 1;
    readRights(db, actor.roleId, isLimited, actor.policy);
    Rows teams =
        db.run(QStringLiteral("SELECT m.owner_id FROM main.teams__members m JOIN main.teams t ON t.id=m.owner_id "
                              "WHERE m.target_id=? AND t.deleted_at IS NULL"),
               {userId});
    while (teams.next())
        actor.teams << teams.integer(0);
    return actor;
}

Actor signIn(Database &db, const QString &login, const QString &password)
{
    if (login.isEmpty() && password.isEmpty()) {
        if (const Id only = onlyPersonWithoutPassword(db))
            return loadActor(db, only);
        throw Error(ErrorKind::Denied, Tr::tr("Sign in with your name and password."));
    }
    Id userId = 0;
    QString hash;
    int failures = 0;
    QDateTime lastFailure;
    {
        Rows rows = db.run(QStringLiteral("SELECT u.id, s.hash, s.failures, s.last_failure FROM main.users u "
                                          "LEFT JOIN main.user_secrets s ON s.user_id=u.id "
                                          "WHERE fold(u.login)=fold(?) AND u.deleted_at IS NULL"),
                           {login});
        if (rows.next()) {
            userId = rows.integer(0);
            hash = rows.text(1);
            failures = int(rows.integer(2));
            lastFailure = fromStored(rows.value(3));
        }
    }
    const QDateTime wait = throttledUntil(failures, lastFailure);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (wait.isValid() && wait > now)
        throw Error(ErrorKind::Denied,
                    Tr::tr("Too many wrong passwords. Try again in %n second(s).", nullptr, int(now.secsTo(wait)) + 1));
    // An unknown login costs the same time as a wrong password, so that logins cannot be found out.
    static const QString nobody = hashPassword(QStringLiteral("nobody has this password"));
    if (userId && hash.isEmpty() && password.isEmpty() && onlyPersonWithoutPassword(db) == userId)
        return loadActor(db, userId);
    if (!verifyPassword(password, hash.isEmpty() ? nobody : hash) || hash.isEmpty())
        refuse(db, userId, failures);
    if (failures > 0)
        db.run(QStringLiteral("UPDATE main.user_secrets SET failures=0 WHERE user_id=?"), {userId});
    return loadActor(db, userId);
}

void storePassword(Database &db, Id userId, const QString &password)
{
    db.run(QStringLiteral("INSERT INTO main.user_secrets (user_id,hash,failures) VALUES (?,?,0) "
                          "ON CONFLICT(user_id) DO UPDATE SET hash=excluded.hash, failures=0"),
           {userId, hashPassword(password)});
}

bool hasPassword(Database &db, Id userId)
{
    return !db.scalar(QStringLiteral("SELECT hash FROM main.user_secrets WHERE user_id=?"), {userId}).isNull();
}

// --- reach

namespace {
const QString ownReach = QStringLiteral("INSERT OR IGNORE INTO main.reach (user_id,kind,scope_id) "
                                        "SELECT n.user_id, 1, n.scope_id FROM main.node_members n");
// Team mates of the members of a node reach it as Team (2), if they are no guests; members themselves as Own (1).
const QString teamReach = QStringLiteral("INSERT OR IGNORE INTO main.reach (user_id,kind,scope_id) "
                                         "SELECT DISTINCT mate.target_id, 2, n.scope_id FROM main.node_members n "
                                         "JOIN main.teams__members mine ON mine.target_id=n.user_id "
                                         "JOIN main.teams t ON t.id=mine.owner_id AND t.deleted_at IS NULL "
                                         "JOIN main.teams__members mate ON mate.owner_id=mine.owner_id AND NOT EXISTS "
                                         "(SELECT 1 FROM main.users g JOIN main.roles r ON r.id=g.role_id AND "
                                         "r.is_staff=0 AND coalesce(r.is_admin,0)=0 WHERE g.id=mate.target_id)");
} // namespace

void setNodeMembers(Database &db, Id node, const IdList &users)
{
    db.run(QStringLiteral("DELETE FROM main.node_members WHERE scope_id=?"), {node});
    for (Id user : users)
        db.run(QStringLiteral("INSERT OR IGNORE INTO main.node_members (scope_id,user_id) VALUES (?,?)"), {node, user});
    refreshNodeReach(db, node);
    IdList divided; // its nodes in divisions
    {
        Rows rows = db.run(QStringLiteral("SELECT id FROM main.scope_nodes WHERE base=? AND id<>base"), {node});
        while (rows.next())
            divided << rows.integer(0);
    }
    for (const Id one : std::as_const(divided)) {
        db.run(QStringLiteral("DELETE FROM main.node_members WHERE scope_id=?"), {one});
        db.run(QStringLiteral("INSERT INTO main.node_members (scope_id,user_id) SELECT ?, user_id FROM "
                              "main.node_members WHERE scope_id=?"),
               {one, node});
        refreshNodeReach(db, one);
    }
}

void refreshNodeReach(Database &db, Id node)
{
    db.run(QStringLiteral("DELETE FROM main.reach WHERE scope_id=?"), {node});
    db.run(ownReach + QStringLiteral(" WHERE n.scope_id=?"), {node});
    db.run(teamReach + QStringLiteral(" WHERE n.scope_id=?"), {node});
    limitReach(db, 0, node);
}

QString guestColumn(const Catalog &catalog, const QString &entity)
{
    const Guests guests = guestsIn(catalog);
    if (!guests.isDeclared())
        return {};
    if (entity == QLatin1String("users"))
        return QStringLiteral("id");
    if (entity == QLatin1String("roles"))
        return QStringLiteral("role_id");
    return entity == guests.entity ? guests.reference : QString();
}

void refreshReachOf(Database &db, Id user)
{
    db.run(QStringLiteral("DELETE FROM main.reach WHERE user_id=?"), {user});
    db.run(ownReach + QStringLiteral(" WHERE n.user_id=?"), {user});
    db.run(teamReach + QStringLiteral(" WHERE mate.target_id=?"), {user});
    limitReach(db, user, noNode);
}

void addPersonNode(Database &db, Id user) { setNodeMembers(db, user, {user}); }

void refreshTeamReach(Database &db)
{
    db.run(QStringLiteral("DELETE FROM main.reach WHERE kind=2"));
    db.run(teamReach);
    limitReach(db, 0, noNode);
}

QList<Reacher> whoReaches(Database &db, Id node)
{
    QList<Reacher> people;
    Rows rows = db.run(
        QStringLiteral("SELECT u.id, u.role_id, u.name, r.name, "
                       "(SELECT min(x.kind) FROM main.reach x WHERE x.user_id=u.id AND x.scope_id=?) FROM main.users u "
                       "LEFT JOIN main.roles r ON r.id=u.role_id AND r.deleted_at IS NULL "
                       "WHERE u.active=1 AND u.deleted_at IS NULL ORDER BY fold(u.name), u.id"),
        {node});
    while (rows.next())
        people << Reacher{rows.integer(0), rows.integer(1), rows.text(2), rows.text(3), int(rows.integer(4))};
    return people;
}

std::optional<IdList> peopleOf(Database &db, const QString &entity, Id id)
{
    if (entity == QLatin1String("users"))
        return IdList{id};
    if (entity != QLatin1String("roles"))
        return std::nullopt;
    IdList people;
    Rows rows = db.run(QStringLiteral("SELECT id FROM main.users WHERE role_id=?"), {id});
    while (rows.next())
        people << rows.integer(0);
    return people;
}

void peopleChanged(Database &db, const QString &entity, Id id, bool isNew)
{
    if (entity == QLatin1String("users") && isNew)
        addPersonNode(db, id);
    if (entity == QLatin1String("teams"))
        refreshTeamReach(db);
    if (entity == QLatin1String("users") || entity == QLatin1String("teams") || entity == QLatin1String("roles") ||
        entity == QLatin1String("custom_fields"))
        raiseAccessVersion(db);
    if (entity == QLatin1String("custom_fields"))
        followFastFields(db);
}

qint64 accessVersion(Database &db)
{
    return db.scalar(QStringLiteral("SELECT access_version FROM main.feed_head WHERE id=1")).toLongLong();
}

void raiseAccessVersion(Database &db)
{
    db.run(QStringLiteral("UPDATE main.feed_head SET access_version=access_version+1 WHERE id=1"));
}

} // namespace crm
