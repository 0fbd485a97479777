// Procedures of OfficeAccess that accounts alone do not need.
#include "core/store/server/office_access.h"
#include "core/store/server/server_accounts.h"

namespace crm {

namespace {
const char *const routines[] = {
    R"(CREATE OR REPLACE DEFINER={definer} PROCEDURE {db}.account_states()
READS SQL DATA SQL SECURITY DEFINER
BEGIN
{admin}
SELECT p.user_id,p.login,p.name,p.made,p.active,p.locked,p.must_change,p.last_seen,
    (SELECT COUNT(*) FROM {data}.sessions s WHERE IFNULL(s.seer_id,s.user_id)=p.user_id AND s.client<>'')
  FROM {data}.people p WHERE p.account IS NOT NULL ORDER BY p.name,p.user_id;
END)",
    // The same test as in the guarded views, asked of everybody for one node.
    R"(CREATE OR REPLACE DEFINER={definer} PROCEDURE {db}.who_sees(p_entity VARCHAR(48) {text}, p_parent VARCHAR(48) {text},
  p_scope BIGINT)
READS SQL DATA SQL SECURITY DEFINER
BEGIN
{admin}
SELECT p.user_id,p.name,r.name,IFNULL(x.kind,0),l.can_read,l.can_update,l.can_delete
  FROM {data}.people p JOIN {data}.levels l ON l.user_id=p.user_id AND l.entity=p_entity AND l.parent=p_parent
  LEFT JOIN {data}.reach x ON x.user_id=p.user_id AND x.scope_id=p_scope
  LEFT JOIN {data}.roles r ON r.id=p.role_id
  WHERE p.active=1 AND l.can_read>0 AND (l.can_read=3 OR x.kind<=l.can_read) ORDER BY p.name,p.user_id;
END)",
    R"(CREATE OR REPLACE DEFINER={definer} PROCEDURE {db}.address_list()
READS SQL DATA SQL SECURITY DEFINER
BEGIN
{admin}
SELECT a.id,a.role_id,a.user_id,a.purpose,a.range_text FROM {data}.allowed_addresses a ORDER BY a.id;
END)",
    // Who is no longer allowed where they are has no session from here on, and the watcher ends the connection. Nobody
    // keeps themselves out by mistake.
    R"(CREATE OR REPLACE DEFINER={definer} PROCEDURE {db}.address_add(p_role BIGINT, p_user BIGINT, p_purpose VARCHAR(16) {text},
  p_range VARCHAR(100) {text}, p_first VARBINARY(16), p_last VARBINARY(16))
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
DECLARE v_self INT DEFAULT 0;
DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; RESIGNAL; END;
{admin}
IF (p_role IS NULL)=(p_user IS NULL) OR IFNULL(p_purpose,'') NOT IN ('use','clock') OR p_first IS NULL OR p_last IS NULL
    OR LENGTH(p_first) NOT IN (4,16) OR LENGTH(p_first)<>LENGTH(p_last) OR p_first>p_last
    OR (p_user IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {data}.people p WHERE p.user_id=p_user))
    OR (p_role IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {data}.roles r WHERE r.id=p_role AND r.deleted_at IS NULL)) THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT='MCRM:invalid::address:';
END IF;
START TRANSACTION;
INSERT INTO {data}.allowed_addresses (role_id,user_id,purpose,range_text,first,last)
  VALUES (p_role,p_user,p_purpose,p_range,p_first,p_last);
SELECT COUNT(*) INTO v_self FROM {data}.sessions s JOIN {data}.people p ON p.user_id=s.user_id
    WHERE s.connection_id=CONNECTION_ID() AND {data}.address_allowed(p.user_id,p.role_id,'use',s.address);
IF v_self=0 THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT='MCRM:invalid::address:self';
END IF;
UPDATE {data}.sessions s JOIN {data}.people p ON p.user_id=IFNULL(s.seer_id,s.user_id) SET s.client=''
  WHERE NOT {data}.address_allowed(p.user_id,p.role_id,'use',s.address);
COMMIT;
END)",
    R"(CREATE OR REPLACE DEFINER={definer} PROCEDURE {db}.address_remove(p_id BIGINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
{admin}
DELETE FROM {data}.allowed_addresses WHERE id=p_id;
IF ROW_COUNT()=0 THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT='MCRM:notfound:::'; END IF;
COMMIT;
END)"};
} // namespace

QStringList officeAccessRoutines(const ServerNames &names)
{
    QStringList out;
    for (const char *routine : routines)
        out << filled(names, QString::fromUtf8(routine).replace(QStringLiteral("{admin}"), mustBeAdminSql()));
    return out;
}

} // namespace crm
