#include "core/store/server/server_divisions.h"
#include "core/access/within_groups.h"
#include "core/model/division.h"
#include "core/store/kept_sql.h"
#include "core/store/server/server_guests.h"
#include "core/store/server/server_text.h"
#include "core/store/stored_documents.h"
#include <algorithm>

namespace crm {

namespace {
/// People p with a limited role r; the role is open to the division that is named.
const QString limitedPeople =
    QStringLiteral("{data}.people p JOIN {data}.roles lr ON lr.id=p.role_id AND lr.is_limited=1 AND p.is_admin=0 "
                   "AND p.is_staff=1");
QString isOpen(const QString &division)
{
    return QStringLiteral("EXISTS (SELECT 1 FROM {data}.division_groups dg JOIN {data}.roles__limited_to lt ON "
                          "lt.target_id=dg.group_id AND lt.owner_id=lr.id WHERE dg.division=%1)")
        .arg(division);
}

/// Takes from `reach` what limits forbid, adds what they leave. @param reachIs, personIs, nodeIs conditions on y, p, n
QString limitReach(const QString &reachIs, const QString &personIs, const QString &nodeIs, const QString &nodes)
{
    return QStringLiteral(
               "DELETE y FROM {data}.reach y JOIN {data}.scope_nodes n ON n.id=y.scope_id JOIN {data}.people "
               "p ON p.user_id=y.user_id AND p.is_admin=0 JOIN {data}.roles lr ON lr.id=p.role_id AND "
               "lr.is_limited=1 WHERE %1 AND NOT %2;\n"
               "INSERT IGNORE INTO {data}.reach (user_id,scope_id,kind) SELECT p.user_id, s.id, %3 FROM %4 "
               "JOIN %5 s LEFT JOIN {data}.scope_nodes n ON n.id=s.id WHERE %6 AND (n.id IS NULL OR %2);\n")
               .arg(reachIs, isOpen(QStringLiteral("n.division")))
               .arg(int(withinGroups))
               .arg(limitedPeople, nodes, personIs) +
           guestReach(reachIs, personIs, nodeIs);
}

const QString allNodes =
    QStringLiteral("(SELECT 0 id UNION SELECT user_id FROM {data}.people UNION SELECT scope_id FROM "
                   "{data}.node_members UNION SELECT id FROM {data}.scope_nodes)");

const char *const setOf =
    R"(CREATE OR REPLACE DEFINER={definer} PROCEDURE {data}.division_of_set(p_ids LONGTEXT, OUT p_division BIGINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
DECLARE v_members LONGTEXT {text};
SELECT IFNULL(GROUP_CONCAT(x.i ORDER BY x.i),'') INTO v_members FROM (SELECT DISTINCT j.i FROM
  JSON_TABLE(IFNULL(p_ids,'[]'),'$[*]' COLUMNS(i BIGINT PATH '$')) j WHERE j.i IS NOT NULL) x;
SET p_division=0;
SELECT d.id INTO p_division FROM {data}.divisions d WHERE d.digest=SHA2(v_members,256);
IF p_division=0 THEN
  INSERT IGNORE INTO {data}.divisions (members,digest) VALUES (v_members,SHA2(v_members,256));
  SELECT d.id INTO p_division FROM {data}.divisions d WHERE d.digest=SHA2(v_members,256) LOCK IN SHARE MODE;
  INSERT IGNORE INTO {data}.division_groups (division,group_id) SELECT p_division, j.i FROM
    JSON_TABLE(IFNULL(p_ids,'[]'),'$[*]' COLUMNS(i BIGINT PATH '$')) j WHERE j.i IS NOT NULL;
END IF;
END)";

// The node for an owner's node (or a list of its own) and a division. Two who make one for the same at once make two:
// both are right.
const char *const place =
    R"(CREATE OR REPLACE DEFINER={definer} PROCEDURE {data}.place(p_id BIGINT, p_base BIGINT, p_division BIGINT,
  OUT p_node BIGINT, OUT p_moved TINYINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
DECLARE v_before BIGINT DEFAULT 0;
SET p_moved=0, p_node=p_base;
IF p_base=p_id THEN
  SELECT n.division INTO v_before FROM {data}.scope_nodes n WHERE n.id=p_id LOCK IN SHARE MODE;
  IF v_before<>p_division THEN
    SET p_moved=1;
    IF p_division=0 THEN DELETE FROM {data}.scope_nodes WHERE id=p_id;
    ELSE INSERT INTO {data}.scope_nodes (id,base,division) VALUES (p_id,p_id,p_division)
      ON DUPLICATE KEY UPDATE division=p_division; END IF;
    CALL {data}.reach_node(p_id);
  END IF;
ELSEIF p_division<>0 THEN
  SET p_node=NULL;
  SELECT MIN(n.id) INTO p_node FROM {data}.scope_nodes n WHERE n.base=p_base AND n.division=p_division AND n.id<0;
  IF p_node IS NULL THEN
    INSERT INTO {data}.node_numbers (base) VALUES (p_base);
    SET p_node=-LAST_INSERT_ID();
    INSERT INTO {data}.scope_nodes (id,base,division) VALUES (p_node,p_base,p_division);
    INSERT INTO {data}.node_members (scope_id,user_id) SELECT p_node, m.user_id FROM {data}.node_members m
      WHERE m.scope_id=p_base;
    CALL {data}.reach_node(p_node);
  END IF;
END IF;
END)";

const char *const reachNode =
    R"(CREATE OR REPLACE DEFINER={definer} PROCEDURE {data}.reach_node(p_node BIGINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
DECLARE v_divided TINYINT DEFAULT 0;
DELETE FROM {data}.reach WHERE scope_id=p_node;
INSERT INTO {data}.reach (user_id,scope_id,kind) SELECT user_id,scope_id,1 FROM {data}.node_members WHERE scope_id=p_node;
INSERT INTO {data}.reach (user_id,scope_id,kind)
  SELECT DISTINCT mate.target_id, n.scope_id, 2 FROM {data}.node_members n
  JOIN {data}.teams__members mine ON mine.target_id=n.user_id
  JOIN {data}.teams g ON g.id=mine.owner_id AND g.deleted_at IS NULL
  JOIN {data}.teams__members mate ON mate.owner_id=mine.owner_id
  JOIN {data}.people gp ON gp.user_id=mate.target_id AND gp.is_staff=1
  WHERE n.scope_id=p_node ON DUPLICATE KEY UPDATE kind=LEAST(kind,2);
{divided}IF v_divided THEN
{limit}END IF;
END)";

const char *const reachUser =
    R"(CREATE OR REPLACE DEFINER={definer} PROCEDURE {data}.reach_user(p_user BIGINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
DELETE FROM {data}.reach WHERE user_id=p_user;
INSERT INTO {data}.reach (user_id,scope_id,kind) SELECT user_id,scope_id,1 FROM {data}.node_members WHERE user_id=p_user;
INSERT INTO {data}.reach (user_id,scope_id,kind)
  SELECT DISTINCT mate.target_id, n.scope_id, 2 FROM {data}.teams__members mate
  JOIN {data}.teams g ON g.id=mate.owner_id AND g.deleted_at IS NULL
  JOIN {data}.teams__members mine ON mine.owner_id=mate.owner_id
  JOIN {data}.node_members n ON n.user_id=mine.target_id
  JOIN {data}.people gp ON gp.user_id=p_user AND gp.is_staff=1 -- no guest
  WHERE mate.target_id=p_user ON DUPLICATE KEY UPDATE kind=LEAST(kind,2);
{limit}END)";

// After teams have changed, and when all is divided.
const char *const limitAll =
    R"(CREATE OR REPLACE DEFINER={definer} PROCEDURE {data}.limit_all()
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
DECLARE v_divided TINYINT DEFAULT 0;
{divided}IF v_divided THEN
{limit}END IF;
END)";

// After a save of a person or a role (the other one is NULL). The first limited role divides what there is.
const char *const followLimits =
    R"(CREATE OR REPLACE DEFINER={definer} PROCEDURE {data}.follow_limits(p_user BIGINT, p_role BIGINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
DECLARE v_divided, v_limited TINYINT DEFAULT 0;
SELECT d.divided, EXISTS (SELECT 1 FROM {data}.roles WHERE is_limited=1) INTO v_divided, v_limited
  FROM {data}.division_state d WHERE d.id=1;
IF v_divided OR v_limited THEN
  SELECT d.divided INTO v_divided FROM {data}.division_state d WHERE d.id=1 FOR UPDATE;
  IF NOT v_divided THEN
    UPDATE {data}.division_state SET divided=1 WHERE id=1;
    CALL {data}.divide_all();
  END IF;
  FOR r IN (SELECT p.user_id u FROM {data}.people p WHERE p.user_id=p_user OR p.role_id=p_role) DO
    CALL {data}.reach_user(r.u);
  END FOR;
END IF;
END)";

QString sharedLock() { return QStringLiteral(" LOCK IN SHARE MODE"); }

/// v_division of the record that the reference names, if it has one yet; read under the record's lock. Where the
/// database keeps sums there, it writes to it anyway: two who hold it shared would then wait for each other.
QString divisionThrough(const RoutineText &text, const Entity &entity, const QString &target, const QString &reference)
{
    const QList<KeptTarget> sums = sumsOver(text.registry, entity);
    const bool writes =
        std::any_of(sums.begin(), sums.end(), [&target](const KeptTarget &sum) { return sum.entity->key() == target; });
    return QStringLiteral("SET v_node=NULL;\nSELECT t.scope_id INTO v_node FROM {data}.%1 t WHERE t.id=%2%3;\n"
                          "SELECT k.division INTO v_division FROM {data}.scope_nodes k WHERE k.id=v_node%4;\n")
        .arg(quoted(target), reference, writes ? QStringLiteral(" FOR UPDATE") : sharedLock(), sharedLock());
}

/// What is not for guests is in the division of the others alone. @param value SQL of the field that decides
QString hideFromGuests(const Entity &entity, const QString &value)
{
    const QString hidden = isHiddenFromGuests(entity, value);
    return hidden.isEmpty() ? QString()
                            : QStringLiteral("IF v_division<>0 AND %1 THEN CALL "
                                             "{data}.division_without_guests(v_division); END IF;\n")
                                  .arg(hidden);
}

/// v_division from the fields. @param prefix "n." of the record that is saved, "v_" of one that is read
QString divisionThrough(const RoutineText &text, const Entity &entity, const QString &prefix)
{
    QString out;
    const QStringList through = divisionOf(entity.key()).through;
    for (const QString &key : through) {
        const QString value = prefix + key;
        QString look;
        if (const QString target = entity.field(key)->target(); !target.isEmpty()) {
            look = divisionThrough(text, entity, target, value);
        } else {
            look = QStringLiteral("CASE %1parent_entity\n").arg(prefix);
            for (const Entity *parent : text.documents()) {
                if (parent->scope().kind != Scope::Everyone && parent->scope().kind != Scope::Private)
                    look += QStringLiteral("WHEN '%1' THEN %2")
                                .arg(parent->key(), divisionThrough(text, entity, parent->key(), value));
            }
            look += QStringLiteral("ELSE BEGIN END;\nEND CASE;\n");
        }
        out += QStringLiteral("IF v_division=0 AND %1 IS NOT NULL THEN\n%2END IF;\n").arg(value, look);
    }
    return out + hideFromGuests(entity, prefix + hiddenStatesOf(entity.key()).field);
}

/// The groups of a record as they are stored, and itself if it has guests, as JSON. @param id SQL
QString storedSet(const Entity &entity, const QString &list, const QString &id)
{
    return QStringLiteral("CONCAT('[',CONCAT_WS(',',(SELECT GROUP_CONCAT(x.target_id ORDER BY x.target_id) FROM "
                          "{data}.%1 x WHERE x.owner_id=%2),(SELECT MIN(-w.target_id) FROM {data}.guest_of w WHERE "
                          "w.target_id=%2)),']')")
        .arg(quoted(linkTable(entity, *entity.field(list))), id);
}
QString readSet(const Entity &entity, const QString &list, const QString &id)
{
    return QStringLiteral("SELECT %1 INTO v_x;\n").arg(storedSet(entity, list, id));
}

/// The division of what the row t belongs to, as far as that is divided already; 0: none.
QString divisionOfRow(const RoutineText &text, const Entity &entity)
{
    const auto of = [](const QString &target, const QString &key) {
        return QStringLiteral("(SELECT k.division FROM {data}.%1 a JOIN {data}.scope_nodes k ON k.id=a.scope_id WHERE "
                              "a.id=t.%2)")
            .arg(quoted(target), quoted(key));
    };
    QStringList ways;
    for (const QString &key : divisionOf(entity.key()).through) {
        if (const QString target = entity.field(key)->target(); !target.isEmpty()) {
            ways << of(target, key);
            continue;
        }
        QString cases;
        for (const Entity *parent : text.documents()) {
            if (parent->scope().kind != Scope::Everyone && parent->scope().kind != Scope::Private)
                cases += QStringLiteral(" WHEN '%1' THEN %2").arg(parent->key(), of(parent->key(), key));
        }
        ways << QStringLiteral("(CASE t.parent_entity%1 END)").arg(cases);
    }
    return QStringLiteral("COALESCE(%1,0)").arg(ways.join(u','));
}

/// Whether the row t is hidden from guests, for placeAll().
QString hiddenRow(const Entity &entity)
{
    const QString hidden =
        isHiddenFromGuests(entity, QStringLiteral("t.") + quoted(hiddenStatesOf(entity.key()).field));
    return hidden.isEmpty() ? QStringLiteral("0") : hidden;
}

/// All rows that have no node of a division yet; one after the other, since triggers that keep sums write to what the
/// choice reads. Those of one node follow each other, so that it is asked for once. @param find sets v_of from r.d
QString placeAll(const Entity &entity, const QString &division, const QString &find)
{
    return QStringLiteral(
               "SET v_base=NULL, v_division=NULL, v_set=NULL;\n"
               "FOR r IN (SELECT t.id i, t.scope_id b, %2 d, %4 h FROM {data}.%1 t WHERE t.scope_id>=0 AND NOT "
               "EXISTS (SELECT 1 FROM {data}.scope_nodes z WHERE z.id=t.scope_id) ORDER BY d, h, b) DO\n%3"
               "IF v_of<>0 THEN\nIF r.b=r.i THEN CALL {data}.place(r.i,r.i,v_of,v_node,v_moved);\n"
               "SET v_changed=v_changed+1, v_base=NULL;\nELSE\n"
               "IF NOT (r.b<=>v_base AND v_of<=>v_division) THEN\n"
               "SET v_base=r.b, v_division=v_of;\nCALL {data}.place(-1,v_base,v_of,v_node,v_moved);\nEND IF;\n"
               "UPDATE {data}.%1 SET scope_id=v_node WHERE id=r.i;\nSET v_changed=v_changed+1;\nEND IF;\n"
               "END IF;\nEND FOR;\n")
        .arg(quoted(entity.key()), division, find, hiddenRow(entity));
}

/// What carries the scope of the entity's records: lines, and what hangs on them.
QString followAll(const RoutineText &text, const Entity &entity)
{
    const auto follow = [&entity](const QString &table, const QString &condition) {
        return QStringLiteral("FOR r IN (SELECT c.id i, p.scope_id s FROM {data}.%1 p JOIN {data}.%2 c ON %3 WHERE "
                              "p.scope_id<0 AND c.scope_id<>p.scope_id) DO\n"
                              "UPDATE {data}.%2 SET scope_id=r.s WHERE id=r.i;\nSET v_changed=v_changed+1;\nEND FOR;\n")
            .arg(quoted(entity.key()), table, condition);
    };
    QString out;
    for (const LineTable &line : entity.lineTables())
        out += follow(quoted(line.entity), QStringLiteral("c.%1=p.id").arg(quoted(line.parentField)));
    for (const RoutineText::Child &child : text.children(entity)) {
        const Scope &scope = child.entity->scope();
        out += follow(quoted(child.entity->key()),
                      scope.kind == Scope::Parent
                          ? QStringLiteral("c.%1=p.id").arg(quoted(scope.field))
                          : QStringLiteral("c.parent_id=p.id AND c.parent_entity='%1'").arg(entity.key()));
    }
    return out;
}

QString redivideRoutine(const RoutineText &text, const Entity &entity)
{
    const Division division = divisionOf(entity.key());
    QStringList columns{"scope_id"}, variables{"v_scope"};
    QString declared;
    for (const QString &key : division.through) {
        columns << quoted(key);
        variables << QStringLiteral("v_") + key;
        declared += QStringLiteral("DECLARE v_%1 BIGINT;\n").arg(key);
        if (entity.field(key)->target().isEmpty()) {
            columns << QStringLiteral("parent_entity");
            variables << QStringLiteral("v_parent_entity");
            declared += QStringLiteral("DECLARE v_parent_entity VARCHAR(48) {text};\n");
        }
    }
    if (const QString hidden = hiddenStatesOf(entity.key()).field; !hidden.isEmpty()) {
        columns << quoted(hidden);
        variables << QStringLiteral("v_") + hidden;
        declared += QStringLiteral("DECLARE v_%1 VARCHAR(64) {text};\n").arg(hidden);
    }
    const bool hasRescope = !entity.lineTables().isEmpty() || !text.children(entity).isEmpty();
    const QString find = division.groups.isEmpty()
                             ? divisionThrough(text, entity, QStringLiteral("v_"))
                             : readSet(entity, division.groups, QStringLiteral("p_id")) +
                                   QStringLiteral("CALL {data}.division_of_set(v_x,v_division);\n");
    return text.procedure(
        QStringLiteral("redivide__") + entity.key(), QStringLiteral("IN p_id BIGINT"),
        QStringLiteral("BEGIN\nDECLARE v_scope, v_base, v_node BIGINT;\nDECLARE v_division BIGINT DEFAULT 0;\n"
                       "DECLARE v_moved TINYINT DEFAULT 0;\nDECLARE v_x LONGTEXT {text};\n%1"
                       "SELECT %2 INTO %3 FROM {data}.%4 WHERE id=p_id FOR UPDATE;\n"
                       "IF v_scope IS NOT NULL THEN\nSET v_base=v_scope;\n"
                       "SELECT k.base INTO v_base FROM {data}.scope_nodes k WHERE k.id=v_scope;\n%5"
                       "CALL {data}.place(p_id,v_base,v_division,v_node,v_moved);\n"
                       "IF v_node<>v_scope THEN\nUPDATE {data}.%4 SET scope_id=v_node WHERE id=p_id;\n%6END IF;\n"
                       "IF v_node<>v_scope OR v_moved THEN CALL {data}.below__%7(p_id); END IF;\nEND IF;\nEND")
            .arg(declared, columns.join(u','), variables.join(u','), quoted(entity.key()), find,
                 hasRescope ? QStringLiteral("CALL {data}.rescope__%1(p_id,v_node);\n").arg(entity.key()) : QString(),
                 entity.key()));
}

/// Where a change was made, the record's division is now part of: who may not see the record shall not learn of it by
/// what happened before there was a limit. What has been purged is of no group.
QString divideLog(const Entity &entity, const QString &column)
{
    const QString from = QStringLiteral("{data}.changes c LEFT JOIN {data}.%1 t ON t.id=c.record_id LEFT JOIN "
                                        "{data}.scope_nodes k ON k.id=t.scope_id")
                             .arg(quoted(entity.key()));
    const QString division = QStringLiteral("IF(t.id IS NULL,v_none,IFNULL(k.division,0))");
    return QStringLiteral("FOR r IN (SELECT DISTINCT c.%1 s, %2 d FROM %3 LEFT JOIN {data}.scope_nodes z ON z.id=c.%1 "
                          "WHERE c.entity='%4' AND c.%1 IS NOT NULL AND z.id IS NULL AND %2<>0) DO\n"
                          "CALL {data}.place(-1,r.s,r.d,v_node,v_moved);\n"
                          "UPDATE %3 SET c.%1=v_node WHERE c.entity='%4' AND c.%1=r.s AND %2=r.d;\nEND FOR;\n")
        .arg(column, division, from, entity.key());
}

/// Also what has the same node as before: a task hangs on a contact, which hangs on a client with a list of its own.
QString belowRoutine(const RoutineText &text, const Entity &entity)
{
    QString body = QStringLiteral("BEGIN\n");
    for (const RoutineText::Child &child : text.children(entity))
        body += QStringLiteral("FOR r IN (SELECT id FROM {data}.%1 WHERE %2) DO\nCALL {data}.below__%3(r.id);\nEND "
                               "FOR;\n")
                    .arg(quoted(child.entity->key()), child.condition, child.entity->key());
    for (const Entity *follower : text.documents()) {
        const QStringList through = divisionOf(follower->key()).through;
        for (const QString &key : through) {
            const QString target = follower->field(key)->target();
            if (!target.isEmpty() && target != entity.key())
                continue;
            body += QStringLiteral("FOR r IN (SELECT id FROM {data}.%1 WHERE %2=p_id%3) DO\n"
                                   "CALL {data}.redivide__%4(r.id);\nEND FOR;\n")
                        .arg(quoted(follower->key()), quoted(key),
                             target.isEmpty() ? QStringLiteral(" AND parent_entity='%1'").arg(entity.key()) : QString(),
                             follower->key());
        }
    }
    return text.procedure(QStringLiteral("below__") + entity.key(), QStringLiteral("IN p_id BIGINT"),
                          body + QStringLiteral("END"));
}

} // namespace

QStringList serverDivisionRoutines(const ServerNames &names)
{
    const QString any = QStringLiteral("1=1");
    const auto routine = [&names](const char *sql, const QString &limit) {
        return filled(names, QString::fromUtf8(sql)
                                 .replace(QStringLiteral("{limit}"), limit)
                                 .replace(QStringLiteral("{divided}"), readDivided()));
    };
    return {routine(reachNode, limitReach(QStringLiteral("y.scope_id=p_node"), any, QStringLiteral("n.id=p_node"),
                                          QStringLiteral("(SELECT p_node id)"))),
            routine(reachUser,
                    limitReach(QStringLiteral("y.user_id=p_user"), QStringLiteral("p.user_id=p_user"), any, allNodes)),
            routine(limitAll, limitReach(any, any, any, allNodes)),
            routine(setOf, {}),
            routine(place, {}),
            routine(followLimits, {}),
            filled(names, QStringLiteral("INSERT IGNORE INTO {data}.division_state (id,divided) VALUES (1,0)"))};
}

QStringList divisionRoutines(const RoutineText &text, const Entity &entity)
{
    QStringList out{belowRoutine(text, entity)};
    if (divisionOf(entity.key()).isDeclared())
        out << redivideRoutine(text, entity);
    return out;
}

QString divideAllRoutine(const RoutineText &text)
{
    QString body = QStringLiteral("BEGIN\nDECLARE v_none, v_node, v_base, v_division, v_of BIGINT;\n"
                                  "DECLARE v_moved TINYINT;\nDECLARE v_changed INT DEFAULT 0;\n"
                                  "DECLARE v_set LONGTEXT {text};\n");
    QString rounds;
    for (const Entity *entity : text.documents()) {
        const Division division = divisionOf(entity->key());
        if (!division.groups.isEmpty())
            body += placeAll(*entity, storedSet(*entity, division.groups, QStringLiteral("t.id")),
                             QStringLiteral("IF NOT (r.d<=>v_set) THEN SET v_set=r.d, v_base=NULL; CALL "
                                            "{data}.division_of_set(v_set,v_of); END IF;\n"));
        else if (!division.through.isEmpty())
            rounds += placeAll(*entity, divisionOfRow(text, *entity),
                               QStringLiteral("SET v_of=r.d;\nIF r.h AND v_of<>0 THEN CALL "
                                              "{data}.division_without_guests(v_of); END IF;\n"));
        rounds += followAll(text, *entity);
    }
    // What belongs to what belongs to a client ...: as many rounds as there are steps.
    body += QStringLiteral("REPEAT\nSET v_changed=0;\n%1UNTIL v_changed=0 END "
                           "REPEAT;\nCALL {data}.division_of_set('[]',v_none);\n")
                .arg(rounds);
    for (const Entity *entity : text.documents()) {
        for (const char *column : {"scope_before", "scope_after"})
            body += isConcernedByDivision(*entity) ? divideLog(*entity, QLatin1String(column)) : QString();
    }
    return text.procedure(QStringLiteral("divide_all"), {}, body + QStringLiteral("CALL {data}.limit_all();\nEND"));
}

QString divisionVariables()
{
    return QStringLiteral("DECLARE v_divided, v_moved TINYINT DEFAULT 0;\nDECLARE v_division BIGINT DEFAULT 0;\n"
                          "DECLARE v_node BIGINT;\n");
}

QString readDivided()
{
    return QStringLiteral("SELECT d.divided INTO v_divided FROM {data}.division_state d WHERE d.id=1%1;\n")
        .arg(sharedLock());
}

QString askDivided(const Entity &entity) { return isConcernedByDivision(entity) ? readDivided() : QString(); }

QString placeInDivision(const RoutineText &text, const Entity &entity)
{
    const Division division = divisionOf(entity.key());
    if (!division.isDeclared())
        return {};
    QString find = divisionThrough(text, entity, QStringLiteral("n."));
    if (!division.groups.isEmpty())
        find = QStringLiteral("IF v_seen=0 OR IFNULL(g.%1,0) THEN SET v_x=IFNULL(n.%1,'[]');\n%3ELSE\n%2END IF;\n"
                              "CALL {data}.division_of_set(v_x,v_division);\n")
                   .arg(division.groups, readSet(entity, division.groups, QStringLiteral("v_id")),
                        when(QStringLiteral("EXISTS (SELECT 1 FROM {data}.guest_of w WHERE w.target_id=v_id)"),
                             QStringLiteral("SET v_x=JSON_ARRAY_APPEND(v_x,'$',-v_id); ")));
    const QString closed = QStringLiteral("EXISTS (SELECT 1 FROM %1 WHERE p.user_id=p_me AND v_division<>0 AND NOT %2)")
                               .arg(limitedPeople, isOpen(QStringLiteral("v_division")));
    return QStringLiteral("IF v_divided THEN\n%1CALL {data}.place(v_id,v_scope,v_division,v_node,v_moved);\n"
                          "SET v_scope=v_node;\nIF v_seen=0 OR v_moved OR v_scope<>v_before THEN\n%2END IF;\nEND IF;\n"
                          "IF p_staff=0 AND (v_seen=0 OR v_moved OR v_scope<>v_before) THEN\n%3END IF;\n")
        .arg(find, when(closed, refuse(QStringLiteral("denied"), entity.key(), {}, QStringLiteral("groups"))),
             when(QStringLiteral("NOT ") + isGuestIn(QStringLiteral("p_me"), QStringLiteral("v_division")),
                  refuse(QStringLiteral("denied"), entity.key(), {}, QStringLiteral("guest"))));
}

/// Another owner alone moves nothing that belongs to it: locking all of that for nothing would make others wait in a
/// circle.
QString followDivision(const Entity &entity)
{
    if (!isConcernedByDivision(entity))
        return {};
    const auto divisionOfNode = [](const QString &node) {
        return QStringLiteral("IFNULL((SELECT k.division FROM {data}.scope_nodes k WHERE k.id=%1),0)").arg(node);
    };
    return QStringLiteral("IF v_divided AND v_seen>0 AND (v_moved OR (v_scope<>v_before AND %2<>%3)) THEN CALL "
                          "{data}.below__%1(v_id); END IF;\n")
        .arg(entity.key(), divisionOfNode(QStringLiteral("v_scope")), divisionOfNode(QStringLiteral("v_before")));
}

QString divideMerged(const RoutineText &text, const Entity &entity, const QString &id)
{
    bool isGroup = false;
    for (const Entity *e : text.documents()) {
        const QString list = divisionOf(e->key()).groups;
        isGroup = isGroup || (!list.isEmpty() && e->field(list)->target() == entity.key());
    }
    return QStringLiteral("IF v_divided THEN CALL {data}.below__%1(%2);\n%3END IF;\n%4")
        .arg(entity.key(), id,
             isGroup
                 ? QStringLiteral("FOR r IN (SELECT p.user_id u FROM %1) DO\nCALL {data}.reach_user(r.u);\nEND FOR;\n")
                       .arg(limitedPeople)
                 : QString(),
             followMergedGuests(text, entity));
}

} // namespace crm
