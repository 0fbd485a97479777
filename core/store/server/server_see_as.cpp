#include "core/store/server/server_see_as.h"
#include "core/store/server/server_accounts.h"
#include <QSet>

namespace crm {

namespace {
// Owners of an office may make no roles; the keeper may.
const char *const lookerMake = R"(CREATE OR REPLACE DEFINER={keeper} PROCEDURE {data}.looker_make()
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
EXECUTE IMMEDIATE 'CREATE ROLE IF NOT EXISTS `{name}_looker`';
EXECUTE IMMEDIATE 'GRANT `{name}_looker` TO `{name}_person`';
END)";

// The account's name follows from the made password, which nobody can foresee; it never meets a person's, whose login
// would have to hold the same digits. The row stands before the account does: whatever becomes of this call,
// keep_seers() finds what it left.
const char *const seeAs =
    R"(CREATE OR REPLACE DEFINER={keeper} PROCEDURE {db}.see_as(p_user BIGINT, p_verifier VARCHAR(64) {text})
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
DECLARE v_me, v_role, v_log BIGINT;
DECLARE v_login, v_account, v_view VARCHAR(64) {text};
DECLARE v_my_name, v_name VARCHAR(255);
DECLARE v_address VARCHAR(255) {text};
DECLARE v_plain, v_done TINYINT DEFAULT 0;
DECLARE c CURSOR FOR SELECT g.view_name FROM {data}.role_grants g JOIN {data}.all_views a ON a.view_name=g.view_name
  WHERE g.role_id=v_role;
DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_done=1;
{settings}
{admin}
IF p_verifier IS NULL OR p_verifier NOT REGEXP '^[A-Za-z0-9+/]{43}$' OR CHAR_LENGTH(p_verifier)<>43 THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT='MCRM:invalid:users:password:';
END IF;
SELECT s.user_id,p.name,s.address INTO v_me,v_my_name,v_address FROM {data}.sessions s JOIN {data}.people p ON p.user_id=s.user_id
  WHERE s.connection_id=CONNECTION_ID() AND s.client=USER() AND s.seer_id IS NULL;
SELECT name,role_id INTO v_name,v_role FROM {data}.people
  WHERE user_id=p_user AND user_id<>v_me AND active=1 AND locked=0 AND account IS NOT NULL;
IF v_me IS NULL OR v_name IS NULL THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT='MCRM:notfound:users::'; END IF;
SET v_login=CONCAT('see.',LEFT(SHA2(p_verifier,256),24));
SET v_account={data}.account_of(v_login);
SELECT IFNULL(MAX(value='0'),0) INTO v_plain FROM {data}.meta WHERE `key`='require_ssl';
COMMIT;
INSERT INTO {data}.access_log (at,user_id,user_name,subject_id,subject_name,address)
  VALUES ({now},v_me,v_my_name,p_user,v_name,v_address);
SET v_log=LAST_INSERT_ID();
INSERT INTO {data}.seers (account,user_id,seer_id,role_id,log_id,started_at) VALUES (v_account,p_user,v_me,v_role,v_log,{now});
COMMIT;
BEGIN
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    UPDATE {data}.seers SET ended=1 WHERE account=v_account;
    COMMIT;
    RESIGNAL;
  END;
  EXECUTE IMMEDIATE CONCAT('CREATE USER `',v_account,'`@`%` IDENTIFIED VIA ed25519 USING ''',p_verifier,''' REQUIRE ',
    IF(v_plain,'NONE','SSL'),' WITH MAX_USER_CONNECTIONS 8');
  EXECUTE IMMEDIATE CONCAT('GRANT `{name}_looker` TO `',v_account,'`@`%`');
  EXECUTE IMMEDIATE CONCAT('SET DEFAULT ROLE `{name}_looker` FOR `',v_account,'`@`%`');
  SET v_done=0;
  OPEN c;
  one: LOOP
    FETCH c INTO v_view;
    IF v_done THEN LEAVE one; END IF;
    EXECUTE IMMEDIATE CONCAT('GRANT SELECT ON {db}.`',v_view,'` TO `',v_account,'`@`%`');
  END LOOP;
  CLOSE c;
END;
SELECT v_login AS login,v_name AS name;
END)";

const char *const seeEnd = R"(CREATE OR REPLACE DEFINER={keeper} PROCEDURE {data}.see_end(p_account VARCHAR(64) {text})
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
DECLARE v_id BIGINT UNSIGNED;
DECLARE v_done TINYINT DEFAULT 0;
DECLARE c CURSOR FOR SELECT DISTINCT l.ID FROM information_schema.PROCESSLIST l LEFT JOIN {data}.sessions s ON s.connection_id=l.ID
  WHERE l.USER=p_account OR (l.USER IN ('{name}_definer','{name}_keeper') AND SUBSTRING_INDEX(s.client,'@',1)=p_account);
DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_done=1;
DECLARE CONTINUE HANDLER FOR 1094 BEGIN END; -- gone by itself
EXECUTE IMMEDIATE CONCAT('DROP USER IF EXISTS `',p_account,'`@`%`'); -- first: nobody comes in again
SET v_done=0;
OPEN c;
one: LOOP
  FETCH c INTO v_id;
  IF v_done THEN LEAVE one; END IF;
  EXECUTE IMMEDIATE CONCAT('KILL CONNECTION ',v_id);
END LOOP;
CLOSE c;
UPDATE {data}.access_log a JOIN {data}.seers g ON g.log_id=a.id SET a.ended_at={now} WHERE g.account=p_account;
DELETE FROM {data}.seers WHERE account=p_account;
COMMIT;
END)";

// From the watcher. An account lives as long as its connections (and half a minute for the first of them to come), as
// both people may be here, as the role is the one that it was made for; and for a working day at most.
const char *const keepSeers = R"(CREATE OR REPLACE DEFINER={keeper} PROCEDURE {data}.keep_seers()
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
DECLARE v_any INT DEFAULT 0;
DECLARE v_now BIGINT DEFAULT {now};
DECLARE v_account VARCHAR(64) {text};
DECLARE v_done TINYINT DEFAULT 0;
DECLARE c CURSOR FOR SELECT g.account FROM {data}.seers g
  LEFT JOIN {data}.people p ON p.user_id=g.user_id AND p.active=1 AND p.locked=0 AND p.account IS NOT NULL AND p.role_id<=>g.role_id
  LEFT JOIN {data}.people a ON a.user_id=g.seer_id AND a.active=1 AND a.locked=0 AND a.account IS NOT NULL AND a.is_admin=1
  WHERE g.ended=1 OR p.user_id IS NULL OR a.user_id IS NULL OR g.started_at<v_now-36000000
  OR (g.started_at<v_now-30000 AND NOT EXISTS (SELECT 1 FROM information_schema.PROCESSLIST l
    LEFT JOIN {data}.sessions s ON s.connection_id=l.ID
    WHERE l.USER=g.account OR (l.USER IN ('{name}_definer','{name}_keeper') AND SUBSTRING_INDEX(s.client,'@',1)=g.account)));
DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_done=1;
SELECT COUNT(*) INTO v_any FROM {data}.seers;
IF v_any>0 THEN
  SET v_done=0;
  OPEN c;
  one: LOOP
    FETCH c INTO v_account;
    IF v_done THEN LEAVE one; END IF;
    CALL {data}.see_end(v_account);
  END LOOP;
  CLOSE c;
END IF;
END)";

const char *const accessLogOf = R"(CREATE OR REPLACE DEFINER={keeper} PROCEDURE {db}.access_log(p_limit INT)
READS SQL DATA SQL SECURITY DEFINER
BEGIN
DECLARE v_limit INT DEFAULT LEAST(GREATEST(IFNULL(p_limit,100),1),10000);
{admin}
SELECT a.at,a.user_name,a.subject_name,IFNULL(NULLIF(a.address,'localhost'),'127.0.0.1') AS address,a.ended_at
  FROM {data}.access_log a ORDER BY a.id DESC LIMIT v_limit;
END)";
} // namespace

QStringList serverLookerRole(const ServerNames &names)
{
    return {filled(names, QString::fromUtf8(lookerMake)), filled(names, QStringLiteral("CALL {data}.looker_make()"))};
}

QStringList serverSeeAsRoutines(const ServerNames &names)
{
    QStringList out;
    for (const char *routine : {seeEnd, keepSeers, seeAs, accessLogOf})
        out << filled(names, QString::fromUtf8(routine)
                                 .replace(QStringLiteral("{settings}"), safeSettings)
                                 .replace(QStringLiteral("{admin}"), mustBeAdminSql()));
    return out;
}

QStringList serverSeeAsProcedures() { return {QStringLiteral("see_as"), QStringLiteral("access_log")}; }

bool mayLookersCall(const QString &procedure)
{
    // session_start binds the connection; cancel_own interrupts one's own question. What a new procedure does is not
    // known here, so it is not for lookers before it is named.
    static const QSet<QString> reading = {
        QStringLiteral("session_start"), QStringLiteral("cancel_own"), QStringLiteral("feed"),
        QStringLiteral("history"),       QStringLiteral("change"),     QStringLiteral("batch_changes"),
        QStringLiteral("first_rows"),    QStringLiteral("list_rows"),  QStringLiteral("hanging"),
        QStringLiteral("find_rows"),     QStringLiteral("find_by"),    QStringLiteral("blob_get"),
        QStringLiteral("merged_into"),   QStringLiteral("told_apart"), QStringLiteral("leases"),
        QStringLiteral("connections"),   QStringLiteral("refused"),    QStringLiteral("account_states"),
        QStringLiteral("address_list"),  QStringLiteral("who_sees"),   QStringLiteral("series_state"),
        QStringLiteral("who_reads")};
    return reading.contains(procedure);
}

} // namespace crm
