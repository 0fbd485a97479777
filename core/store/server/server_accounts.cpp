#include "core/store/server/server_accounts.h"

namespace crm {

namespace {
// Names of accounts and roles come from account_of() and ids, verifiers are checked for base64: nothing else ever
// stands in a statement that is put together here.

// Connections (l) with whose they are (p). Inside a procedure of ours the server's list names the definer instead of
// the person; then the session tells. One that was taken away (client is '') still does. Who sees as somebody is the
// administrator.
const char *const connectionsOfPeople =
    R"(information_schema.PROCESSLIST l LEFT JOIN {data}.sessions s ON s.connection_id=l.ID
    LEFT JOIN {data}.seers g ON g.account=l.USER JOIN {data}.people p
    ON p.made=l.USER OR (l.USER IN ('{name}_definer','{name}_keeper') AND p.user_id=IFNULL(s.seer_id,s.user_id)) OR p.user_id=g.seer_id)";

// Where such a connection comes from, without the port. Inside a procedure the list shows the definer's host, so the
// session is asked first; the server itself (by its socket, too) has one name.
const char *const addressOfPeople =
    R"(IFNULL(NULLIF(IFNULL(NULLIF(s.address,''),IF(LOCATE(':',l.HOST),LEFT(l.HOST,CHAR_LENGTH(l.HOST)-CHAR_LENGTH(SUBSTRING_INDEX(l.HOST,':',-1))-1),l.HOST)),'localhost'),'127.0.0.1'))";

const char *const roleApply = R"(CREATE OR REPLACE DEFINER={keeper} PROCEDURE {data}.role_apply(p_role BIGINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
DECLARE v_role VARCHAR(64) {text} DEFAULT CONCAT('`{name}_role_',p_role,'`');
DECLARE v_view VARCHAR(64) {text};
DECLARE v_earned, v_done, v_moved TINYINT DEFAULT 0;
DECLARE v_someone,v_ended BIGINT;
DECLARE c CURSOR FOR SELECT view_name,MAX(earned) FROM (
  SELECT g.view_name,0 AS earned,1 AS had FROM {data}.role_grants g WHERE g.role_id=p_role
  UNION ALL
  SELECT v.view_name,1,0 FROM {data}.all_views v JOIN {data}.people p ON p.user_id=v_someone
    WHERE (v.staff_only=0 OR p.is_staff=1)
    AND 3=(SELECT IF(MAX(l.can_read)=3,MIN(l.can_read),0) FROM {data}.levels l
      WHERE l.user_id=v_someone AND l.entity=v.entity)) x
  GROUP BY view_name HAVING MAX(earned)<>MAX(had);
DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_done=1;
SELECT MIN(user_id) INTO v_someone FROM {data}.people WHERE role_id=p_role AND active=1;
SET v_done=0;
EXECUTE IMMEDIATE CONCAT('CREATE ROLE IF NOT EXISTS ',v_role);
EXECUTE IMMEDIATE CONCAT('GRANT `{name}_person` TO ',v_role);
OPEN c;
one: LOOP
  FETCH c INTO v_view,v_earned;
  IF v_done THEN LEAVE one; END IF;
  IF v_earned THEN
    EXECUTE IMMEDIATE CONCAT('GRANT SELECT ON {db}.`',v_view,'` TO ',v_role);
    INSERT IGNORE INTO {data}.role_grants (role_id,view_name) VALUES (p_role,v_view);
    SET v_moved=ROW_COUNT()>0;
  ELSE
    BEGIN
      DECLARE CONTINUE HANDLER FOR 1141,1147 BEGIN END; -- not granted: what was wanted
      EXECUTE IMMEDIATE CONCAT('REVOKE SELECT ON {db}.`',v_view,'` FROM ',v_role);
    END;
    DELETE FROM {data}.role_grants WHERE role_id=p_role AND view_name=v_view;
    SET v_moved=ROW_COUNT()>0;
  END IF;
  IF v_moved THEN -- who sees as somebody of this role has what it was granted before
    UPDATE {data}.seers SET ended=1 WHERE role_id=p_role;
  END IF;
END LOOP;
CLOSE c;
SELECT COUNT(*) INTO v_ended FROM {data}.seers WHERE ended=1;
IF v_ended>0 THEN
  UPDATE {data}.sessions s JOIN {data}.seers g ON g.account=SUBSTRING_INDEX(s.client,'@',1) AND g.ended=1 SET s.client='';
END IF;
COMMIT;
END)";

const char *const accountEnd = R"(CREATE OR REPLACE DEFINER={keeper} PROCEDURE {data}.account_end(p_user BIGINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
DECLARE v_id BIGINT UNSIGNED;
DECLARE v_done TINYINT DEFAULT 0;
DECLARE c CURSOR FOR SELECT DISTINCT l.ID FROM {connections} WHERE p.user_id=p_user AND l.ID<>CONNECTION_ID();
DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_done=1;
DECLARE CONTINUE HANDLER FOR 1094 BEGIN END; -- gone by itself
UPDATE {data}.sessions SET client='' WHERE (user_id=p_user OR seer_id=p_user) AND connection_id<>CONNECTION_ID();
COMMIT;
OPEN c;
one: LOOP
  FETCH c INTO v_id;
  IF v_done THEN LEAVE one; END IF;
  EXECUTE IMMEDIATE CONCAT('KILL CONNECTION ',v_id);
END LOOP;
CLOSE c;
END)";

// `made` is written before the account is: a crash in between leaves a name that the next try takes up again.
const char *const accountMake =
    R"(CREATE OR REPLACE DEFINER={keeper} PROCEDURE {data}.account_make(p_user BIGINT, p_verifier VARCHAR(64) {text})
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
DECLARE v_account, v_made VARCHAR(64) {text};
DECLARE v_other BIGINT;
IF p_verifier IS NULL OR p_verifier NOT REGEXP '^[A-Za-z0-9+/]{43}$' OR CHAR_LENGTH(p_verifier)<>43 THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT='MCRM:invalid:users:password:';
END IF;
SELECT account,made INTO v_account,v_made FROM {data}.people WHERE user_id=p_user;
IF v_account IS NULL THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT='MCRM:notfound:users::'; END IF;
IF v_made IS NOT NULL THEN
  CALL {data}.account_apply(p_user);
  CALL {data}.account_secret(p_user,p_verifier);
ELSE
  SELECT MIN(user_id) INTO v_other FROM {data}.people WHERE made=v_account;
  IF v_other IS NOT NULL THEN CALL {data}.account_apply(v_other); END IF; -- in the trash, or with another login by now
  BEGIN
    DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
      UPDATE {data}.people SET made=NULL WHERE user_id=p_user;
      COMMIT;
      SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT='MCRM:taken:users:login:';
    END;
    UPDATE {data}.people SET made=v_account,made_role=NULL WHERE user_id=p_user;
    COMMIT;
    EXECUTE IMMEDIATE CONCAT('CREATE USER `',v_account,'`@`%` IDENTIFIED VIA ed25519 USING ''',p_verifier,'''');
  END;
  CALL {data}.account_apply(p_user);
END IF;
END)";

const char *const accountSecret =
    R"(CREATE OR REPLACE DEFINER={keeper} PROCEDURE {data}.account_secret(p_user BIGINT, p_verifier VARCHAR(64) {text})
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
DECLARE v_made VARCHAR(64) {text};
IF p_verifier IS NULL OR p_verifier NOT REGEXP '^[A-Za-z0-9+/]{43}$' OR CHAR_LENGTH(p_verifier)<>43 THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT='MCRM:invalid:users:password:';
END IF;
SELECT made INTO v_made FROM {data}.people WHERE user_id=p_user;
IF v_made IS NULL THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT='MCRM:notfound:users::'; END IF;
EXECUTE IMMEDIATE CONCAT('ALTER USER `',v_made,'`@`%` IDENTIFIED VIA ed25519 USING ''',p_verifier,'''');
CALL {data}.account_end(p_user);
END)";

// Makes the account what the person's row says: name, role, lock, SSL. 0: all people and all roles.
const char *const accountApply = R"(CREATE OR REPLACE DEFINER={keeper} PROCEDURE {data}.account_apply(p_user BIGINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
DECLARE v_id, v_role BIGINT;
DECLARE v_done TINYINT DEFAULT 0;
DECLARE v_plain TINYINT;
DECLARE c CURSOR FOR SELECT user_id FROM {data}.people WHERE (p_user=0 OR user_id=p_user) AND made IS NOT NULL ORDER BY account IS NOT NULL,user_id;
DECLARE r CURSOR FOR SELECT DISTINCT p.role_id FROM {data}.people p WHERE p.role_id IS NOT NULL AND (p_user=0 OR p.user_id=p_user);
DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_done=1;
SELECT IFNULL(MAX(value='0'),0) INTO v_plain FROM {data}.meta WHERE `key`='require_ssl';
OPEN r;
roles: LOOP
  FETCH r INTO v_role;
  IF v_done THEN LEAVE roles; END IF;
  CALL {data}.role_apply(v_role);
END LOOP;
CLOSE r;
SET v_done=0;
OPEN c;
people: LOOP
  FETCH c INTO v_id;
  IF v_done THEN LEAVE people; END IF;
  CALL {data}.account_apply_one(v_id,v_plain);
END LOOP;
CLOSE c;
END)";

const char *const accountApplyOne =
    R"(CREATE OR REPLACE DEFINER={keeper} PROCEDURE {data}.account_apply_one(p_user BIGINT, p_plain TINYINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
DECLARE v_account, v_made VARCHAR(64) {text};
DECLARE v_role, v_made_role BIGINT;
DECLARE v_open, v_end TINYINT DEFAULT 0;
SELECT account,made,role_id,made_role,active=1 AND locked=0 INTO v_account,v_made,v_role,v_made_role,v_open
  FROM {data}.people WHERE user_id=p_user;
IF v_account IS NULL THEN -- in the trash or gone
  CALL {data}.account_end(p_user);
  EXECUTE IMMEDIATE CONCAT('DROP USER IF EXISTS `',v_made,'`@`%`');
  UPDATE {data}.people SET made=NULL,made_role=NULL WHERE user_id=p_user;
  DELETE p FROM {data}.people p LEFT JOIN {data}.users u ON u.id=p.user_id WHERE p.user_id=p_user AND u.id IS NULL;
ELSE
  IF v_account<>v_made THEN
    CALL {data}.account_end(p_user);
    EXECUTE IMMEDIATE CONCAT('RENAME USER `',v_made,'`@`%` TO `',v_account,'`@`%`');
    UPDATE {data}.people SET made=v_account WHERE user_id=p_user;
    SET v_made=v_account;
  END IF;
  EXECUTE IMMEDIATE CONCAT('ALTER USER `',v_made,'`@`%` REQUIRE ',IF(p_plain,'NONE','SSL'),' ACCOUNT ',IF(v_open,'UNLOCK','LOCK'));
  IF NOT (v_role<=>v_made_role) THEN
    SET v_end=v_made_role IS NOT NULL;
    IF v_role IS NOT NULL THEN
      EXECUTE IMMEDIATE CONCAT('GRANT `{name}_role_',v_role,'` TO `',v_made,'`@`%`');
      EXECUTE IMMEDIATE CONCAT('SET DEFAULT ROLE `{name}_role_',v_role,'` FOR `',v_made,'`@`%`');
    END IF;
    IF v_made_role IS NOT NULL THEN
      BEGIN
        DECLARE CONTINUE HANDLER FOR SQLEXCEPTION BEGIN END; -- the role itself may be gone
        EXECUTE IMMEDIATE CONCAT('REVOKE `{name}_role_',v_made_role,'` FROM `',v_made,'`@`%`');
      END;
    END IF;
    UPDATE {data}.people SET made_role=v_role WHERE user_id=p_user;
  END IF;
  IF v_end OR NOT v_open THEN CALL {data}.account_end(p_user); END IF;
END IF;
COMMIT;
END)";

// --- what administrators call

const char *const mustBeAdmin =
    R"(BEGIN
DECLARE v_is_admin INT DEFAULT 0; -- not asked within the IF: that would lock what it reads
SELECT COUNT(*) INTO v_is_admin FROM {data}.people p WHERE p.user_id={me} AND p.active=1 AND p.is_admin=1;
IF v_is_admin<>1 THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT='MCRM:denied:users::'; END IF;
END;)";

const char *const publicOnes[] = {
    R"(CREATE OR REPLACE DEFINER={keeper} PROCEDURE {db}.account_create(p_user BIGINT, p_verifier VARCHAR(64) {text})
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
{admin}
CALL {data}.account_make(p_user,p_verifier);
END)",
    R"(CREATE OR REPLACE DEFINER={keeper} PROCEDURE {db}.account_password(p_user BIGINT, p_verifier VARCHAR(64) {text}, p_must_change TINYINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
DECLARE v_me BIGINT DEFAULT {me};
IF v_me IS NULL THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT='MCRM:nosession:::'; END IF;
IF NOT (v_me<=>p_user) THEN {admin} END IF;
CALL {data}.account_secret(p_user,p_verifier);
UPDATE {data}.people SET must_change=IF(v_me=p_user,0,IFNULL(p_must_change,0)<>0) WHERE user_id=p_user;
COMMIT;
END)",
    R"(CREATE OR REPLACE DEFINER={keeper} PROCEDURE {db}.account_lock(p_user BIGINT, p_locked TINYINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
{admin}
IF p_locked<>0 AND p_user<=>{me} THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT='MCRM:denied:users::'; END IF;
UPDATE {data}.people SET locked=IFNULL(p_locked,1)<>0 WHERE user_id=p_user;
COMMIT;
CALL {data}.account_apply(p_user);
END)",
    R"(CREATE OR REPLACE DEFINER={keeper} PROCEDURE {db}.account_sync(p_user BIGINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
DECLARE v_wrote INT DEFAULT 0;
-- Who has just taken the right, or the whole access, from themselves has no session any more, but leaves grants behind.
SELECT COUNT(*) INTO v_wrote FROM {data}.changes c JOIN {data}.people p ON p.user_id=c.user_id
  WHERE c.tx=CONNECTION_ID() AND c.entity IN ('users','roles') AND p.made=SUBSTRING_INDEX(USER(),'@',1);
IF v_wrote=0 THEN
  {admin}
END IF;
CALL {data}.account_apply(IFNULL(p_user,0));
END)",
    R"(CREATE OR REPLACE DEFINER={keeper} PROCEDURE {db}.connections()
READS SQL DATA SQL SECURITY DEFINER
BEGIN
{admin}
SELECT l.ID AS connection_id, p.user_id, p.name, {address} AS address, s.program, s.started_at,
    IF(l.COMMAND='Sleep',l.TIME,0) AS idle_seconds, l.ID=CONNECTION_ID() AS own
  FROM {connections} ORDER BY p.name,l.ID;
END)",
    R"(CREATE OR REPLACE DEFINER={keeper} PROCEDURE {db}.connection_end(p_id BIGINT UNSIGNED)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
DECLARE v_user BIGINT;
DECLARE CONTINUE HANDLER FOR 1094 BEGIN END;
{admin}
SELECT MIN(p.user_id) INTO v_user FROM {connections} WHERE l.ID=p_id;
IF v_user IS NULL THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT='MCRM:notfound:::'; END IF;
DELETE FROM {data}.sessions WHERE connection_id=p_id;
COMMIT;
EXECUTE IMMEDIATE CONCAT('KILL CONNECTION ',p_id);
END)",
    // KILL QUERY is for one's own threads, and inside a procedure a thread is the definer's.
    R"(CREATE OR REPLACE DEFINER={keeper} PROCEDURE {db}.cancel_own(p_id BIGINT UNSIGNED)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
DECLARE v_own INT DEFAULT 0;
DECLARE CONTINUE HANDLER FOR 1094 BEGIN END; -- gone by itself
SELECT COUNT(*) INTO v_own FROM information_schema.PROCESSLIST l JOIN {data}.sessions s ON s.connection_id=l.ID
  WHERE l.ID=p_id AND l.ID<>CONNECTION_ID() AND l.USER IN ('{name}_definer','{name}_keeper')
  AND SUBSTRING_INDEX(s.client,'@',1)=SUBSTRING_INDEX(USER(),'@',1);
IF v_own=0 THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT='MCRM:notfound:::'; END IF;
EXECUTE IMMEDIATE CONCAT('KILL QUERY ',p_id);
END)",
    R"(CREATE OR REPLACE DEFINER={keeper} PROCEDURE {db}.refused(p_limit INT)
READS SQL DATA SQL SECURITY DEFINER
BEGIN
DECLARE v_limit INT DEFAULT LEAST(GREATEST(IFNULL(p_limit,100),1),10000);
{admin}
SELECT r.at,r.account,IFNULL(NULLIF(r.address,'localhost'),'127.0.0.1') AS address,r.reason FROM {data}.refusals r ORDER BY r.id DESC LIMIT v_limit;
END)"};

// Grants follow the rows by account_sync, which a program calls after its commit. Whatever became of that program, the
// old grants may not stay.
const char *const keepGrants = R"(CREATE OR REPLACE DEFINER={keeper} PROCEDURE {data}.keep_grants()
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
DECLARE v_access,v_id BIGINT;
DECLARE v_role,v_kept,v_done,v_failed TINYINT DEFAULT 0;
DECLARE c CURSOR FOR SELECT DISTINCT 1 AS is_role,role_id AS id FROM {data}.people WHERE role_id IS NOT NULL
  UNION ALL SELECT 0,user_id FROM {data}.people WHERE made IS NOT NULL AND NOT (account<=>made AND role_id<=>made_role)
  ORDER BY is_role DESC; -- people are granted roles
DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_done=1;
SELECT access_version INTO v_access FROM {data}.feed_head WHERE id=1;
SELECT COUNT(*) INTO v_kept FROM {data}.meta WHERE `key`='granted_version' AND value=v_access;
SET v_done=0;
IF v_access IS NOT NULL AND v_kept=0 THEN
  OPEN c;
  each_one: LOOP
    FETCH c INTO v_role,v_id;
    IF v_done THEN LEAVE each_one; END IF;
    BEGIN
      DECLARE EXIT HANDLER FOR SQLEXCEPTION SET v_failed=1; -- the others; this one the next time
      IF v_role THEN CALL {data}.role_apply(v_id); ELSE CALL {data}.account_apply(v_id); END IF;
    END;
  END LOOP;
  CLOSE c;
  IF NOT v_failed THEN REPLACE INTO {data}.meta (`key`,value) VALUES ('granted_version',v_access); END IF;
END IF;
END)";

// Every few seconds, for the people's own accounts. Ended are: who may no longer be here, since a transaction that is
// older than the change still reads with the old rights; who waits in a transaction, or is in one for minutes, since
// that holds up upgrades and everybody behind them; who keeps others waiting without having written anything, which
// the program never does (FOR UPDATE, SERIALIZABLE, the turn of those who upgrade); a contact's long statements, inside
// procedures too.
const char *const watch = R"(CREATE OR REPLACE DEFINER={keeper} EVENT {data}.watch ON SCHEDULE EVERY 3 SECOND DO
BEGIN
DECLARE v_id BIGINT UNSIGNED;
DECLARE v_how, v_done TINYINT DEFAULT 0;
DECLARE v_idle INT DEFAULT 30;
DECLARE v_long INT DEFAULT 300;
DECLARE v_contact INT DEFAULT 10;
DECLARE v_account VARCHAR(64) {text};
DECLARE v_host VARCHAR(255) {text};
DECLARE c CURSOR FOR SELECT w.id,w.account,w.host,w.how FROM (SELECT l.ID id,p.made account,{address} host,CASE
    WHEN (s.client='' AND IFNULL(s.seer_id,s.user_id)=p.user_id) OR p.active=0 OR p.locked=1 OR p.account IS NULL THEN 2
    WHEN l.ID=IS_USED_LOCK('{name}_setup') THEN 3
    WHEN x.trx_started<NOW()-INTERVAL IF(l.COMMAND='Sleep',v_idle,v_long) SECOND THEN 2
    WHEN x.trx_started<NOW()-INTERVAL IF(x.trx_rows_modified=0,3,IF(p.contact=1,v_contact,v_long)) SECOND
      AND x.trx_state<>'LOCK WAIT' AND x.trx_id IN (SELECT b.blocking_trx_id FROM information_schema.INNODB_LOCK_WAITS b) THEN 3
    WHEN p.contact=1 AND l.COMMAND<>'Sleep' AND l.TIME>=v_contact THEN 1
    ELSE 0 END how
  FROM {connections} LEFT JOIN information_schema.INNODB_TRX x ON x.trx_mysql_thread_id=l.ID) w WHERE w.how>0;
DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_done=1;
DECLARE CONTINUE HANDLER FOR 1094,1205,1213 BEGIN END;
SET SESSION innodb_lock_wait_timeout=1;
SELECT IFNULL(MAX(IF(`key`='idle_transaction_seconds',value+0,NULL)),v_idle),IFNULL(MAX(IF(`key`='transaction_seconds',value+0,NULL)),v_long),
  IFNULL(MAX(IF(`key`='contact_statement_seconds',value+0,NULL)),v_contact) INTO v_idle,v_long,v_contact FROM {data}.meta;
OPEN c;
one: LOOP
  FETCH c INTO v_id,v_account,v_host,v_how;
  IF v_done THEN LEAVE one; END IF;
  EXECUTE IMMEDIATE CONCAT('KILL ',IF(v_how=1,'QUERY ','CONNECTION '),v_id);
  IF v_how=3 THEN
    INSERT INTO {data}.refusals (at,account,address,reason) VALUES ({now},v_account,v_host,'locks');
  END IF;
END LOOP;
CLOSE c;
-- Nothing is written before they are gone: who reads SERIALIZABLE holds a row of sessions.
DELETE FROM {data}.sessions WHERE started_at<{now}-10000 AND connection_id NOT IN (SELECT l.ID FROM information_schema.PROCESSLIST l);
DELETE FROM {data}.presence WHERE connection_id NOT IN (SELECT s.connection_id FROM {data}.sessions s);
CALL {data}.keep_seers();
CALL {data}.keep_grants();
END)";

QString routineSql(const ServerNames &names, const char *routine)
{
    return filled(names, QString::fromUtf8(routine)
                             .replace(QStringLiteral("{connections}"), QLatin1String(connectionsOfPeople))
                             .replace(QStringLiteral("{address}"), QLatin1String(addressOfPeople))
                             .replace(QStringLiteral("{admin}"), QLatin1String(mustBeAdmin)));
}
} // namespace

QString mustBeAdminSql() { return QLatin1String(mustBeAdmin); }

QStringList serverAccountRoutines(const ServerNames &names)
{
    QStringList out;
    for (const char *routine : {roleApply, accountEnd, accountSecret, accountApplyOne, accountApply, accountMake})
        out << routineSql(names, routine);
    for (const char *routine : publicOnes)
        out << routineSql(names, routine);
    out << routineSql(names, keepGrants) << routineSql(names, watch);
    return out;
}

} // namespace crm
