#include "core/store/server/server_people.h"
#include "core/model/division.h"
#include "core/store/server/server_views.h"

namespace crm {

namespace {
// Level of one verb as role_rights has it: the line of the entity, else the line of "*".
QString asked(const char *verb)
{
    return QStringLiteral("FIELD(IF(n.id IS NULL,d.%1,n.%1),'own','team','all')").arg(QLatin1String(verb));
}

/// Policy::level(): private rows are everyone's own, admins do all, and so on, in this order.
/// Scope kinds: 0 everyone, 4 private, see struct Scope.
QString policyLevel(const char *verb, bool writes, bool readDecides)
{
    QString level = asked(verb);
    if (readDecides)
        level = QStringLiteral("LEAST(%1,IF(e.dictionary=1 AND p.staff=1,3,%2))").arg(level, asked("can_read"));
    if (qstrcmp(verb, "can_read") == 0)
        level = QStringLiteral("IF(e.dictionary=1 AND p.staff=1,3,%1)").arg(level);
    if (writes)
        level = QStringLiteral("IF(e.admin_only=1,0,%1)").arg(level);
    level = QStringLiteral("IF(p.is_admin=1,3,%1)").arg(level);
    level = QStringLiteral("IF(e.scope_kind=0 AND %1>0,3,%1)").arg(level);
    // All of them, of a limited role or a guest, is another level: 4, see within_groups.h. The others stay what they
    // are; of what belongs to no client guests have their own at most.
    level = QStringLiteral("(%1)*IF((p.limited=1 OR p.staff=0) AND e.scope_kind IN (1,2,3),4,3) DIV 3").arg(level);
    level = QStringLiteral("LEAST(%1,IF(p.staff=0 AND e.scope_kind=1 AND e.divided=0,1,4))").arg(level);
    return QStringLiteral("IF(e.scope_kind=4,1,%1)").arg(level);
}

const char *const foldText = R"(CREATE OR REPLACE DEFINER={definer} FUNCTION {data}.fold_text(p LONGTEXT {text})
RETURNS LONGTEXT {text} DETERMINISTIC NO SQL SQL SECURITY DEFINER
RETURN TRIM(REGEXP_REPLACE(REPLACE(LOWER(p),CONVERT(X'D191' USING utf8mb4),CONVERT(X'D0B5' USING utf8mb4)),'[[:space:]]+',' ')))";

// The same as accountName().
const char *const accountOf = R"(CREATE OR REPLACE DEFINER={definer} FUNCTION {data}.account_of(p VARCHAR(255) {text})
RETURNS VARCHAR(64) {text} DETERMINISTIC NO SQL SQL SECURITY DEFINER
RETURN IF(p REGEXP '^[a-z0-9_]{1,40}$' AND RIGHT(p,1)<>CHAR(10)
  AND p NOT IN ('root','mysql','mariadb','public','none','current_user','current_role')
  AND LEFT(p,CHAR_LENGTH('{name}_'))<>'{name}_' AND LEFT(p,8)<>'mariadb_' AND LEFT(p,6)<>'mysql_', p,
  CONCAT(LEFT(REGEXP_REPLACE(p,'[^a-z0-9]','_'),40),'_',LEFT(SHA2(p,256),6))))";

// Only what living definitions name and the person's rights allow: the rest of the object is nobody's.
const char *const restrictedExtra =
    R"(CREATE OR REPLACE DEFINER={definer} FUNCTION {data}.restricted_extra(p_json LONGTEXT {text}, p_entity VARCHAR(48) {text})
RETURNS LONGTEXT {text} READS SQL DATA SQL SECURITY DEFINER
RETURN IF(p_json IS NULL, NULL, (SELECT JSON_OBJECTAGG(k.`key`,JSON_EXTRACT(p_json,CONCAT('$.',k.`key`)))
  FROM {data}.custom_fields k WHERE k.entity=p_entity AND k.class='restricted' AND k.deleted_at IS NULL
  AND JSON_EXISTS(p_json,CONCAT('$.',k.`key`)) AND ((SELECT p.is_admin FROM {data}.people p WHERE p.user_id={me})=1
  OR EXISTS (SELECT 1 FROM {data}.held_rights h WHERE h.user_id={me} AND h.right_name=TRIM(k.`right`))))))";

const char *const setNodeMembers =
    R"(CREATE OR REPLACE DEFINER={definer} PROCEDURE {data}.set_node_members(p_node BIGINT, p_ids LONGTEXT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
DELETE FROM {data}.node_members WHERE scope_id=p_node;
INSERT INTO {data}.node_members (scope_id,user_id)
  SELECT DISTINCT p_node, j.id FROM JSON_TABLE(IFNULL(p_ids,'[]'),'$[*]' COLUMNS(id BIGINT PATH '$')) j WHERE j.id IS NOT NULL;
CALL {data}.reach_node(p_node);
FOR q IN (SELECT d.id FROM {data}.scope_nodes d WHERE d.base=p_node AND d.id<>p_node) DO -- its nodes in divisions
  DELETE FROM {data}.node_members WHERE scope_id=q.id;
  INSERT INTO {data}.node_members (scope_id,user_id) SELECT q.id, m.user_id FROM {data}.node_members m WHERE m.scope_id=p_node;
  CALL {data}.reach_node(q.id);
END FOR;
END)";

// Only what differs: rows that stay are neither written nor locked for long.
const char *const followTeam = R"(CREATE OR REPLACE DEFINER={definer} PROCEDURE {data}.follow_team()
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
DELETE r FROM {data}.reach r WHERE r.kind=2 AND NOT EXISTS (SELECT 1 FROM {data}.node_members n
  JOIN {data}.teams__members mine ON mine.target_id=n.user_id
  JOIN {data}.teams g ON g.id=mine.owner_id AND g.deleted_at IS NULL
  JOIN {data}.teams__members mate ON mate.owner_id=mine.owner_id
  JOIN {data}.people gp ON gp.user_id=mate.target_id AND gp.is_staff=1
  WHERE n.scope_id=r.scope_id AND mate.target_id=r.user_id);
INSERT INTO {data}.reach (user_id,scope_id,kind)
  SELECT DISTINCT mate.target_id, n.scope_id, 2 FROM {data}.node_members n
  JOIN {data}.teams__members mine ON mine.target_id=n.user_id
  JOIN {data}.teams g ON g.id=mine.owner_id AND g.deleted_at IS NULL
  JOIN {data}.teams__members mate ON mate.owner_id=mine.owner_id
  JOIN {data}.people gp ON gp.user_id=mate.target_id AND gp.is_staff=1
  WHERE NOT EXISTS (SELECT 1 FROM {data}.reach x WHERE x.user_id=mate.target_id AND x.scope_id=n.scope_id AND x.kind<=2)
  ON DUPLICATE KEY UPDATE kind=LEAST(kind,2);
CALL {data}.limit_all();
END)";

// Whoever loses or changes the role, or may no longer sign in, has no session from here on: the row stays, as nobody's
// (client is ''), and account_sync or the watcher ends the connection itself. One's own stays, unless one has locked
// oneself out.
const char *const followPeople =
    R"(CREATE OR REPLACE DEFINER={definer} PROCEDURE {data}.follow_people(p_user BIGINT, p_role BIGINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
DECLARE v_seers INT DEFAULT 0;
UPDATE {data}.sessions s JOIN {data}.people p ON p.user_id=s.user_id
  LEFT JOIN {data}.users u ON u.id=p.user_id AND u.active=1 AND u.deleted_at IS NULL
  LEFT JOIN {data}.roles r ON r.id=u.role_id AND r.deleted_at IS NULL
  SET s.client=''
  WHERE (p_user IS NULL OR p.user_id=p_user) AND (p_role IS NULL OR p.role_id=p_role)
  AND (u.id IS NULL OR (s.connection_id<>CONNECTION_ID() AND NOT
    (u.role_id<=>p.role_id AND IFNULL(r.is_admin,0)=p.is_admin AND (IFNULL(r.is_admin,0)=1 OR IFNULL(r.is_staff,1)=1)=p.is_staff)));
SELECT COUNT(*) INTO v_seers FROM {data}.seers; -- mostly nobody: then all rows of sessions stay unlocked
IF v_seers>0 THEN -- who sees as somebody must remain an administrator
  UPDATE {data}.sessions s SET s.client=''
    WHERE s.seer_id IS NOT NULL AND (p_user IS NULL OR s.seer_id=p_user) AND NOT EXISTS (SELECT 1 FROM {data}.users u
      JOIN {data}.roles r ON r.id=u.role_id AND r.deleted_at IS NULL AND r.is_admin=1
      WHERE u.id=s.seer_id AND u.active=1 AND u.deleted_at IS NULL);
END IF;
DELETE l FROM {data}.levels l JOIN {data}.people p ON p.user_id=l.user_id
  WHERE (p_user IS NULL OR p.user_id=p_user) AND (p_role IS NULL OR p.role_id=p_role);
DELETE h FROM {data}.held_rights h JOIN {data}.people p ON p.user_id=h.user_id
  WHERE (p_user IS NULL OR p.user_id=p_user) AND (p_role IS NULL OR p.role_id=p_role);
UPDATE {data}.people p LEFT JOIN {data}.users u ON u.id=p.user_id AND u.deleted_at IS NULL
  SET p.active=0, p.is_admin=0, p.is_staff=0, p.account=NULL
  WHERE u.id IS NULL AND (p_user IS NULL OR p.user_id=p_user) AND (p_role IS NULL OR p.role_id=p_role);
DELETE p FROM {data}.people p LEFT JOIN {data}.users u ON u.id=p.user_id
  WHERE u.id IS NULL AND p.made IS NULL AND (p_user IS NULL OR p.user_id=p_user);
INSERT INTO {data}.people (user_id,account,login,name,role_id,is_admin,is_staff,active,contact)
  SELECT u.id, {data}.account_of(u.login), u.login, u.name, u.role_id, IFNULL(r.is_admin,0)=1,
    IFNULL(r.is_admin,0)=1 OR IFNULL(r.is_staff,1)=1, IFNULL(u.active,0)=1,
    IFNULL(r.is_admin,0)=0 AND IFNULL(r.is_staff,1)=0
  FROM {data}.users u LEFT JOIN {data}.roles r ON r.id=u.role_id AND r.deleted_at IS NULL
  WHERE u.deleted_at IS NULL AND (p_user IS NULL OR u.id=p_user) AND (p_role IS NULL OR u.role_id=p_role)
  ON DUPLICATE KEY UPDATE account=VALUES(account), login=VALUES(login), name=VALUES(name), role_id=VALUES(role_id),
    is_admin=VALUES(is_admin), is_staff=VALUES(is_staff), active=VALUES(active), contact=VALUES(contact);
INSERT IGNORE INTO {data}.held_rights (user_id,right_name)
  SELECT p.user_id, LEFT(REGEXP_REPLACE(j.right_name,'^[[:space:]]+|[[:space:]]+$',''),255)
  FROM {data}.people p JOIN {data}.roles r ON r.id=p.role_id AND r.deleted_at IS NULL
  JOIN JSON_TABLE(CONCAT('[',REPLACE(JSON_QUOTE(IFNULL(r.named_rights,'')),',','","'),']'),
    '$[*]' COLUMNS(right_name VARCHAR(1000) PATH '$')) j
  WHERE p.active=1 AND TRIM(j.right_name)<>'' AND (p_user IS NULL OR p.user_id=p_user) AND (p_role IS NULL OR p.role_id=p_role);
INSERT INTO {data}.levels (user_id,entity,parent,can_read,can_create,can_update,can_delete,can_export)
  SELECT p.user_id, e.name, '', {levels}
  FROM (SELECT q.user_id, q.role_id, q.is_admin, q.is_admin=1 OR q.is_staff=1 AS staff,
      q.is_admin=0 AND IFNULL(y.is_limited,0)=1 AS limited
    FROM {data}.people q LEFT JOIN {data}.roles y ON y.id=q.role_id
    WHERE q.active=1 AND (p_user IS NULL OR q.user_id=p_user) AND (p_role IS NULL OR q.role_id=p_role)) p
  JOIN {data}.entities e ON e.line_of=''
  LEFT JOIN {data}.role_rights n ON n.id=(SELECT MAX(x.id) FROM {data}.role_rights x
    WHERE x.role_id=p.role_id AND x.entity=e.name AND x.deleted_at IS NULL)
  LEFT JOIN {data}.role_rights d ON d.id=(SELECT MAX(x.id) FROM {data}.role_rights x
    WHERE x.role_id=p.role_id AND x.entity='*' AND x.deleted_at IS NULL);
INSERT INTO {data}.levels (user_id,entity,parent,can_read,can_create,can_update,can_delete,can_export)
  SELECT o.user_id, a.child, a.parent, LEAST(o.can_read,t.seen), LEAST(o.can_create,t.seen),
    LEAST(o.can_update,t.seen), LEAST(o.can_delete,t.seen), LEAST(o.can_export,t.seen)
  FROM {data}.people p JOIN {data}.levels o ON o.user_id=p.user_id AND o.parent=''
  JOIN {data}.entity_parents a ON a.child=o.entity
  JOIN (SELECT z.user_id, z.entity, z.parent, IF(g.is_staff=0 AND z.can_read=3,4,z.can_read) AS seen
    FROM {data}.levels z JOIN {data}.people g ON g.user_id=z.user_id) t -- what hangs on everybody's is no guest's
    ON t.user_id=o.user_id AND t.entity=a.parent AND t.parent=''
  WHERE (p_user IS NULL OR p.user_id=p_user) AND (p_role IS NULL OR p.role_id=p_role);
INSERT INTO {data}.levels (user_id,entity,parent,can_read,can_create,can_update,can_delete,can_export)
  SELECT o.user_id, e.name, o.parent, o.can_read, o.can_update, o.can_update, o.can_update, o.can_export
  FROM {data}.people p JOIN {data}.levels o ON o.user_id=p.user_id JOIN {data}.entities e ON e.line_of=o.entity
  WHERE (p_user IS NULL OR p.user_id=p_user) AND (p_role IS NULL OR p.role_id=p_role);
END)";

// Limits are followed one after the other (the state of the divisions is locked): not for another name.
const char *const followUser = R"(CREATE OR REPLACE DEFINER={definer} PROCEDURE {data}.follow_user(p_user BIGINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
DECLARE v_ask TINYINT;
DECLARE v_before, v_after VARCHAR(48);
SELECT CONCAT(IFNULL(role_id,0),'/',is_admin) INTO v_before FROM {data}.people WHERE user_id=p_user;
CALL {data}.follow_people(p_user,NULL);
SELECT CONCAT(IFNULL(role_id,0),'/',is_admin) INTO v_after FROM {data}.people WHERE user_id=p_user;
SELECT EXISTS (SELECT 1 FROM {data}.users WHERE id=p_user) AND NOT EXISTS (SELECT 1 FROM {data}.node_members WHERE scope_id=p_user)
  INTO v_ask;
IF v_ask THEN
  CALL {data}.set_node_members(p_user,CONCAT('[',p_user,']'));
END IF;
CALL {data}.follow_guests(p_user,NULL,NULL);
IF NOT (v_before<=>v_after) THEN CALL {data}.follow_limits(p_user,NULL); END IF;
END)";

const char *const followRole = R"(CREATE OR REPLACE DEFINER={definer} PROCEDURE {data}.follow_role(p_role BIGINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
CALL {data}.follow_people(NULL,p_role);
CALL {data}.follow_guests(NULL,p_role,NULL);
CALL {data}.follow_limits(NULL,p_role);
END)";
} // namespace

QStringList serverPeopleRoutines(const ServerNames &names)
{
    const QStringList levels = {policyLevel("can_read", false, false), policyLevel("can_create", true, false),
                                policyLevel("can_update", true, true), policyLevel("can_delete", true, true),
                                policyLevel("can_export", false, true)};
    QStringList out;
    for (const char *routine :
         {foldText, accountOf, restrictedExtra, setNodeMembers, followTeam, followPeople, followUser, followRole})
        out << filled(names, QString::fromUtf8(routine).replace(QStringLiteral("{levels}"),
                                                                levels.join(QStringLiteral(",\n    "))));
    return out;
}

QStringList serverEntityRows(const Registry &registry, const ServerNames &names)
{
    QStringList entities;
    QStringList parents;
    QStringList views;
    for (const auto &e : registry.entities()) {
        entities << QStringLiteral("('%1',%2,%3,%4,'%5',%6)")
                        .arg(e->key())
                        .arg(int(e->scope().kind))
                        .arg(int(e->isAdminOnly()))
                        .arg(int(e->isDictionary()))
                        .arg(e->lineOf())
                        .arg(int(isConcernedByDivision(*e)));
        for (const QString &child : e->attachments()) {
            const Entity *attached = registry.find(child);
            if (attached && attached->scope().kind == Scope::Attached)
                parents << QStringLiteral("('%1','%2')").arg(child, e->key());
        }
    }
    for (const ServerView &v : serverViews(registry, names)) {
        if (v.isPlain())
            views << QStringLiteral("('%1','%2',%3)").arg(v.name, v.entity).arg(int(v.staffOnly));
    }
    const auto replace = [&](const char *table, const char *columns, const QStringList &rows) {
        QStringList out{QStringLiteral("DELETE FROM ") + names.table(QLatin1String(table))};
        if (!rows.isEmpty())
            out << QStringLiteral("INSERT INTO %1 (%2) VALUES %3")
                       .arg(names.table(QLatin1String(table)), QLatin1String(columns), rows.join(u','));
        return out;
    };
    return QStringList{QStringLiteral("START TRANSACTION")} +
           replace("entities", "name,scope_kind,admin_only,dictionary,line_of,divided", entities) +
           replace("entity_parents", "child,parent", parents) +
           replace("all_views", "view_name,entity,staff_only", views) + QStringList{QStringLiteral("COMMIT")};
}

} // namespace crm
