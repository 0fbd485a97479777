#include "core/store/server/server_write.h"
#include "core/store/page.h"
#include "core/store/server/server_divisions.h"
#include "core/store/server/server_guests.h"
#include "core/store/server/server_write_duplicates.h"
#include "core/store/server/server_write_merge.h"
#include "core/store/server/server_write_point.h"
#include "core/store/server/server_write_save.h"
#include "core/store/server/server_write_trash.h"

namespace crm {

namespace {
constexpr int mostOperations = 10'000;
constexpr int mostIds = 10'000;

/// Entities whose changes alter what people may do.
const QString decidesRights = QStringLiteral("IN ('users','roles','teams','custom_fields')");

/// The numbers of the open transaction's changes, and of changes that a transaction left without: last, under the
/// head's lock, so that numbers are in the order of commits. p_last: the head afterwards; p_count: how many numbers.
QString numberRoutine(const RoutineText &text)
{
    return text.procedure(
        QStringLiteral("number_changes"), QStringLiteral("OUT p_last BIGINT, OUT p_count BIGINT"),
        QStringLiteral(
            "BEGIN\nDECLARE v_access TINYINT;\nDECLARE v_seq BIGINT;\n"
            "SELECT COUNT(*), MAX(c.seq), IFNULL(MAX(c.entity %1),0) INTO p_count, v_seq, v_access "
            "FROM {data}.changes c FORCE INDEX (ix_tx) WHERE c.tx=CONNECTION_ID() AND c.n IS NULL;\n"
            "SET p_last=0;\n"
            "IF p_count>0 THEN\n"
            "UPDATE {data}.feed_head SET head=LAST_INSERT_ID(head+p_count), access_version=access_version+v_access "
            "WHERE id=1;\n"
            "SET p_last=LAST_INSERT_ID();\n"
            "IF p_count=1 THEN UPDATE {data}.changes SET n=p_last WHERE seq=v_seq;\n"
            // By the own connection: over u_n it would wait for rows of others, who wait for the head.
            "ELSE UPDATE {data}.changes c JOIN (SELECT x.seq, ROW_NUMBER() OVER (ORDER BY x.seq) r FROM {data}.changes "
            "x FORCE INDEX (ix_tx) WHERE x.tx=CONNECTION_ID() AND x.n IS NULL) o ON o.seq=c.seq SET "
            "c.n=p_last-p_count+o.r;\nEND IF;\n"
            "END IF;\nEND")
            .arg(decidesRights));
}

/// The log of one save that changed something. @param number SQL: its number, NULL where number_changes gives it
QString logSave(const QString &number)
{
    return logChange({QStringLiteral("v_e"), QStringLiteral("l_parent"), QStringLiteral("v_id"),
                      QStringLiteral("IF(v_version=1,%1,%2)").arg(int(ChangeOp::Create)).arg(int(ChangeOp::Update)),
                      QStringLiteral("v_version"), QStringLiteral("IFNULL(l_before,v_scope)"),
                      QStringLiteral("v_scope"), logFields, number});
}

/// Numbers what this call changed. One save is logged with its number at once, under the head's lock: a row that is
/// written once, in no index twice. What the connection left without a number before comes first: then the head stays,
/// and all of them are numbered together.
QString numberOwn()
{
    return QStringLiteral("IF NOT v_inside THEN\nSET v_count=0;\n"
                          "IF l_parent IS NOT NULL THEN\n"
                          "UPDATE {data}.feed_head SET head=LAST_INSERT_ID(head+1), "
                          "access_version=access_version+(v_e %1) WHERE id=1 AND NOT EXISTS (SELECT 1 FROM "
                          "{data}.changes c FORCE INDEX (ix_tx) WHERE c.tx=CONNECTION_ID() AND c.n IS NULL);\n"
                          "SET v_count=ROW_COUNT();\nEND IF;\n"
                          "IF v_count=1 THEN\nSET v_last=LAST_INSERT_ID();\n%2"
                          "ELSE\nIF l_parent IS NOT NULL THEN\n%3END IF;\n"
                          "CALL {data}.number_changes(v_last,v_count);\nEND IF;\nEND IF;\n")
        .arg(decidesRights, logSave(QStringLiteral("v_last")), logSave(QStringLiteral("NULL")));
}

/// Changes whose connection has gone after a plain COMMIT. Those of transactions that are still open are locked, and
/// passed over. Becomes part of the caller's transaction.
QString adoptRoutine(const RoutineText &text)
{
    return text.procedure(
        QStringLiteral("adopt_changes"), {},
        QStringLiteral("BEGIN\n"
                       "FOR r IN (SELECT c.seq FROM {data}.changes c WHERE c.n IS NULL AND c.tx<>CONNECTION_ID() "
                       "ORDER BY c.seq LIMIT 500 FOR UPDATE SKIP LOCKED) DO\n"
                       "UPDATE {data}.changes SET tx=CONNECTION_ID() WHERE seq=r.seq;\nEND FOR;\nEND"));
}

QString keepAdminRoutine(const RoutineText &text)
{
    if (!text.registry.find(QStringLiteral("users")) || !text.registry.find(QStringLiteral("roles")))
        return {};
    // With locks: two administrators could otherwise take each other's rights away at once.
    return text.procedure(
        QStringLiteral("keep_admin"), {},
        QStringLiteral(
            "BEGIN\nDECLARE v_c INT DEFAULT 0;\n"
            "SELECT COUNT(*) INTO v_c FROM {data}.users u JOIN {data}.roles r ON r.id=u.role_id WHERE u.active=1 AND "
            "u.deleted_at IS NULL AND r.is_admin=1 AND r.deleted_at IS NULL LOCK IN SHARE MODE;\n"
            "IF v_c=0 AND EXISTS (SELECT 1 FROM {data}.users) THEN %1END IF;\nEND")
            .arg(refuse(QStringLiteral("lastadmin"))));
}

QString forEntity(const RoutineText &text, const std::function<QString(const Entity &)> &call)
{
    QList<std::pair<QString, QString>> cases;
    for (const Entity *e : text.documents())
        cases.append({e->key(), call(*e)});
    return dispatch(QStringLiteral("v_e"), cases, refuse(QStringLiteral("unsupported")));
}

/// The saving procedure of v_e; what it logs is in l_parent and so on.
QString callSave(const RoutineText &text)
{
    return forEntity(text, [](const Entity &e) {
        return QStringLiteral("CALL {data}.save__%1(%2,p_op,v_id,v_version,v_scope,v_number,v_changed,%3);\n")
            .arg(e.key(), whoArguments, logArguments);
    });
}

QString removeOne(const RoutineText &text)
{
    return forEntity(text, [](const Entity &e) {
        return QStringLiteral("CALL {data}.remove__%1(%2,r.i,v_verb,v_expected,v_version,v_scope,v_changed);\n")
            .arg(e.key(), whoArguments);
    });
}

/// One operation of several, or one that is no save: p_out gets its rows appended, as JSON arrays.
QString operationRoutine(const RoutineText &text)
{
    const QString row =
        QStringLiteral("SET p_out=CONCAT(p_out,',[\"',v_e,'\",',%1,',',IFNULL(v_version,0),',',IFNULL(v_scope,0),',',"
                       "IFNULL(JSON_QUOTE(v_number),'null'),',',IFNULL(v_changed,0),']');\n");
    const QString wrongIds = refuse(QStringLiteral("invalid"), {}, {}, QStringLiteral("ids"));
    const QString body =
        QStringLiteral(
            "BEGIN\nDECLARE v_verb VARCHAR(16) {text};\nDECLARE v_id, v_version, v_scope, v_expected BIGINT;\n"
            "DECLARE v_number VARCHAR(64) {text};\nDECLARE v_changed TINYINT DEFAULT 0;\nDECLARE v_ids, v_seen "
            "LONGTEXT {text};\n"
            "DECLARE v_e VARCHAR(48) {text};\n%2"
            "IF LEFT(p_op,1)<>'{' AND JSON_TYPE(p_op)<>'OBJECT' THEN %1END IF;\n"
            "SET v_verb=LEFT(JSON_VALUE(p_op,'$.op'),16), v_e=LEFT(JSON_VALUE(p_op,'$.e'),48), p_entity=v_e;\n"
            "IF v_verb='save' THEN\n")
            .arg(refuse(QStringLiteral("invalid"), {}, {}, QStringLiteral("operation")), logVariables) +
        callSave(text) + QStringLiteral("IF v_changed THEN\n%1END IF;\n").arg(logSave(QStringLiteral("NULL"))) +
        row.arg(QStringLiteral("v_id")) +
        QStringLiteral(
            "ELSEIF v_verb IN ('remove','restore','purge') THEN\n"
            "SET v_ids=JSON_QUERY(p_op,'$.ids'), v_seen=JSON_QUERY(p_op,'$.seen');\n"
            "IF v_ids IS NULL OR JSON_TYPE(v_ids)<>'ARRAY' OR JSON_LENGTH(v_ids)>%1 THEN %2END IF;\n"
            "FOR r IN (SELECT x.o, x.i FROM JSON_TABLE(v_ids,'$[*]' COLUMNS(o FOR ORDINALITY, i VARCHAR(24) PATH '$')) "
            "x ORDER BY x.o) DO\n"
            "IF r.i IS NULL OR r.i NOT REGEXP '^[1-9][0-9]{0,17}$' THEN %2END IF;\n"
            "SET v_expected=IFNULL(JSON_VALUE(v_seen,CONCAT('$[',r.o-1,']')),0);\n%3%4END FOR;\n%5"
            "ELSE %6END IF;\nEND")
            .arg(mostIds)
            .arg(wrongIds, removeOne(text), row.arg(QStringLiteral("r.i")), mergeOperations(text),
                 refuse(QStringLiteral("unsupported"), {}, {}, QStringLiteral("operation")));
    return text.procedure(QStringLiteral("operate"),
                          whoParameters +
                              QStringLiteral(", IN p_op LONGTEXT {text}, INOUT p_out LONGTEXT {text}, INOUT p_entity "
                                             "VARCHAR(48) {text}"),
                          body);
}

/// What went wrong, in the contract's words: never a value of a row. Expects v_state, v_errno, v_text, v_e.
// Busy (1205, 1213, 1020, 1412: a table was altered since the transaction began) and a full disk (1021, 1026, 1030,
// 1114) are said as they are; their texts name tables and files only.
const QString neutral = QStringLiteral(
    "IF v_errno IN (1205,1213,1020,1317,1969,1412,1021,1026,1030,1114) OR (v_state='45000' AND v_text LIKE 'MCRM:%') "
    "THEN RESIGNAL; END IF;\n"
    "SET v_text=CASE\n"
    "WHEN v_errno=1062 AND v_text LIKE '%for key ''PRIMARY''' THEN CONCAT('MCRM:duplicate:',v_e,'::')\n"
    "WHEN v_errno=1062 THEN CONCAT('MCRM:taken:',v_e,':',IF(SUBSTRING_INDEX(v_text,'for key ''',-1) REGEXP "
    "'^u_[a-z0-9_]+''$',"
    "REPLACE(SUBSTRING(SUBSTRING_INDEX(v_text,'for key ''',-1),3),'''',''),''),':')\n"
    "WHEN v_errno IN (1451,1452) THEN CONCAT('MCRM:reference:',v_e,'::')\n"
    "WHEN v_errno IN (1048,1264,1265,1292,1366,1406,1411,1690,4025,1690,3140,4037,4038) THEN "
    "CONCAT('MCRM:invalid:',v_e,'::')\n"
    "ELSE CONCAT('MCRM:invalid:',v_e,'::E',v_errno) END;\n"
    "SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT=v_text;\n");

/// Set only where they differ, which is seldom: a dozen assignments cost as much as a look-up.
QString settings()
{
    const QList<QPair<QString, QString>> wanted{{"foreign_key_checks", "1"},
                                                {"check_constraint_checks", "1"},
                                                {"unique_checks", "1"},
                                                {"time_zone", "'+00:00'"},
                                                {"group_concat_max_len", "16777216"},
                                                {"max_sp_recursion_depth", "20"},
                                                {"sql_auto_is_null", "0"},
                                                // The change log's numbers are nobody's to choose, and no error may
                                                // hide from the handlers.
                                                {"insert_id", "0"},
                                                {"auto_increment_increment", "1"},
                                                {"auto_increment_offset", "1"},
                                                {"max_error_count", "64"}};
    QStringList differ, set;
    for (const auto &[name, value] : wanted) {
        differ << QStringLiteral("@@%1<>%2").arg(name, value);
        set << QStringLiteral("@@%1=%2").arg(name, value);
    }
    return QStringLiteral("IF %1 THEN SET %2; END IF;\n").arg(differ.join(QStringLiteral(" OR ")), set.join(u','));
}

// A prepared XA transaction outlives its connection, and so do its locks: what is written in one would stop the office
// until root finds it. This fails there; in other transactions it does nothing but raise 1400, or 1235 in a cluster,
// where there is no XA.
const QString noXa = QStringLiteral(
    "IF @@in_transaction THEN BEGIN DECLARE EXIT HANDLER FOR 1400,1235 BEGIN END; XA START 'mycrm'; END; END IF;\n");

const QString answerRows = QStringLiteral(
    "SELECT x.e entity, x.i record_id, x.v version, x.s scope_id, x.num number, %1 at, x.n change_n, %2 again FROM "
    "JSON_TABLE(%3,'$[*]' COLUMNS(o FOR ORDINALITY, e VARCHAR(48) PATH '$[0]', i BIGINT PATH '$[1]', v BIGINT PATH "
    "'$[2]', "
    "s BIGINT PATH '$[3]', num VARCHAR(64) PATH '$[4]', n BIGINT PATH '$[5]')) x ORDER BY x.o;\n");

/// The usual answer has one row: without JSON_TABLE, whose temporary table costs more than most of what a save does.
QString answerRow(const QString &at, const QString &again, const QString &rows)
{
    const auto part = [&rows](int i) { return QStringLiteral("JSON_VALUE(%1,'$[0][%2]')").arg(rows).arg(i); };
    const auto number = [&part](int i) { return QStringLiteral("CAST(%1 AS SIGNED)").arg(part(i)); };
    return QStringLiteral(
               "IF JSON_LENGTH(%1)=1 THEN SELECT %2 entity, %3 record_id, %4 version, %5 scope_id, %6 number, %7 "
               "at, %8 change_n, %9 again;\n")
               .arg(rows, part(0), number(1), number(2), number(3), part(4), at, number(5), again) +
           QStringLiteral("ELSE ") + answerRows.arg(at, again, rows) + QStringLiteral("END IF;\n");
}

QString writeRoutine(const RoutineText &text)
{
    const QString session =
        QStringLiteral("SELECT s.user_id, p.name, p.is_admin, IF(p.is_staff OR p.is_admin,1,0), p.active, "
                       "h.maintenance INTO p_me, p_name, p_admin, p_staff, v_active, v_ask "
                       "FROM {data}.sessions s JOIN {data}.people p ON p.user_id=s.user_id JOIN {data}.feed_head h ON "
                       "h.id=1 WHERE s.connection_id=CONNECTION_ID() AND s.client=USER();\n"
                       "IF p_me IS NULL THEN %1END IF;\nIF NOT v_active THEN %2END IF;\n"
                       "IF v_ask THEN %3END IF;\n")
            .arg(refuse("nosession"), refuse("inactive"), refuse("maintenance"));
    const QString again = QStringLiteral("SELECT user_id, result, at INTO v_user, v_out, p_now FROM {data}.done_keys "
                                         "WHERE key_bytes=p_key LOCK IN SHARE MODE;\n");
    const QString body =
        QStringLiteral(
            "w: BEGIN\n"
            "DECLARE p_me, p_now, v_user, v_last, v_first, v_count BIGINT;\nDECLARE p_name VARCHAR(255) {text};\n"
            "DECLARE p_admin, p_staff, v_active, v_known TINYINT DEFAULT 0;\n"
            "DECLARE v_inside TINYINT DEFAULT @@in_transaction;\nDECLARE v_n, v_ask INT;\nDECLARE v_out LONGTEXT "
            "{text} "
            "DEFAULT '';\n"
            "DECLARE v_e VARCHAR(48) {text} DEFAULT '';\nDECLARE v_state CHAR(5); DECLARE v_errno INT; DECLARE v_text "
            "VARCHAR(512) {text};\n"
            // One save alone, the usual case: its operation, and what the answer says.
            "DECLARE v_alone TINYINT DEFAULT 0; DECLARE p_op LONGTEXT {text};\n"
            "DECLARE v_id, v_version, v_scope, v_change BIGINT; DECLARE v_number VARCHAR(64) {text}; DECLARE v_changed "
            "TINYINT DEFAULT 0;\n") +
        logVariables +
        QStringLiteral(
            "DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN\n"
            "GET DIAGNOSTICS CONDITION 1 v_state=RETURNED_SQLSTATE, v_errno=MYSQL_ERRNO, v_text=MESSAGE_TEXT;\n"
            "SET v_e=IF(v_e REGEXP '^[a-z][a-z0-9_]{0,47}$',v_e,'');\n"
            "IF NOT v_inside THEN ROLLBACK;\nELSEIF @@in_transaction AND v_known THEN ROLLBACK TO SAVEPOINT crm_write; "
            "END IF;\n") +
        neutral + QStringLiteral("END;\n") + settings() + noXa +
        QStringLiteral("IF NOT v_inside THEN SET TRANSACTION ISOLATION LEVEL READ COMMITTED; START TRANSACTION; ELSE "
                       "SAVEPOINT crm_write; SET v_known=1; END IF;\n") +
        session +
        QStringLiteral(
            "SET p_now=CAST(UNIX_TIMESTAMP(SYSDATE(3))*1000 AS SIGNED);\n"
            "IF p_key IS NOT NULL AND LENGTH(p_key)>0 THEN\n"
            "IF LENGTH(p_key)<>16 THEN %1END IF;\n"
            // Without operations it is only a question.
            "IF IFNULL(p_ops,'[]')='[]' THEN SELECT IF(COUNT(*),2,3) INTO v_known FROM {data}.done_keys WHERE "
            "key_bytes=p_key LOCK IN SHARE MODE;\nELSE\n"
            // Before the work: a second call with the key waits here for the first, and then answers as it did.
            "BEGIN DECLARE EXIT HANDLER FOR 1062 SET v_known=2;\n"
            "INSERT INTO {data}.done_keys (key_bytes,at,user_id) VALUES (p_key,p_now,p_me);\nEND;\nEND IF;\n"
            "IF v_known=2 THEN\n%2"
            "IF v_user<>p_me OR v_out IS NULL THEN %3END IF;\n"
            "IF NOT v_inside THEN COMMIT; END IF;\n%4LEAVE w;\nEND IF;\nEND IF;\n"
            "IF IFNULL(p_ops,'[]')='[]' THEN\nIF NOT v_inside THEN COMMIT; END IF;\n%5LEAVE w;\nEND IF;\n")
            .arg(refuse("invalid", {}, {}, "key"), again, refuse("denied", {}, {}, "key"),
                 answerRow(QStringLiteral("p_now"), QStringLiteral("1"), QStringLiteral("v_out")),
                 answerRows.arg(QStringLiteral("p_now"), QStringLiteral("0"), QStringLiteral("'[]'"))) +
        QStringLiteral(
            "IF p_batch IS NOT NULL THEN\nINSERT IGNORE INTO {data}.batches (id,at,user_id) VALUES "
            "(p_batch,p_now,p_me);\n"
            "%1END IF;\n"
            "IF p_ops IS NULL OR NOT JSON_VALID(p_ops) OR (LEFT(p_ops,1)<>'[' AND JSON_TYPE(p_ops)<>'ARRAY') THEN "
            "%2END IF;\n"
            "SET v_n=JSON_LENGTH(p_ops);\n"
            "IF v_n NOT BETWEEN 1 AND %3 THEN %2END IF;\n"
            "IF v_n=1 THEN SET p_op=JSON_QUERY(p_ops,'$[0]'), v_alone=IFNULL(JSON_VALUE(p_op,'$.op')='save',0); END "
            "IF;\n"
            "IF p_batch IS NULL AND NOT v_alone THEN\n"
            "SET p_batch=UUID_SHORT()&0x7FFFFFFFFFFFFFFF;\nINSERT INTO {data}.batches (id,at,user_id) VALUES "
            "(p_batch,p_now,p_me);\nEND IF;\n"
            "IF v_alone THEN SET v_e=LEFT(JSON_VALUE(p_op,'$.e'),48);\n%5IF v_inside AND v_changed THEN\n%6END IF;\n"
            "ELSE FOR r IN (SELECT x.j FROM JSON_TABLE(p_ops,'$[*]' COLUMNS(j JSON PATH '$')) x) DO\n"
            "CALL {data}.operate(%4,r.j,v_out,v_e);\nEND FOR;\nEND IF;\n")
            .arg(when("NOT EXISTS (SELECT 1 FROM {data}.batches b WHERE b.id=p_batch AND b.user_id=p_me)",
                      refuse("denied", {}, {}, "batch")),
                 refuse("invalid", {}, {}, "json"))
            .arg(mostOperations)
            .arg(whoArguments, callSave(text), logSave(QStringLiteral("NULL"))) +
        numberOwn() +
        QStringLiteral(
            "SET v_first=v_last-v_count;\n"
            "IF v_alone THEN\n"
            "SET v_change=IF(v_inside OR NOT v_changed,NULL,v_last);\n"
            // What the connection left without a number before is numbered, too: which number is the save's?
            "IF v_change IS NOT NULL AND v_count>1 THEN SELECT MAX(c.n) INTO v_change FROM {data}.changes c WHERE "
            "c.tx=CONNECTION_ID() AND c.n>v_first AND c.n<=v_last AND c.record_id=v_id AND c.entity=v_e; END IF;\n"
            "SET v_out=CONCAT('[[\"',v_e,'\",',v_id,',',v_version,',',IFNULL(v_scope,0),',',"
            "IFNULL(JSON_QUOTE(v_number),'null'),',',IFNULL(v_change,'null'),']]');\nELSE\n"
            "SET v_out=CONCAT('[',SUBSTRING(v_out,2),']');\n"
            "SELECT "
            "CONCAT('[',GROUP_CONCAT(CONCAT('[\"',x.e,'\",',x.i,',',x.v,',',x.s,',',IFNULL(JSON_QUOTE(x.num)"
            ",'null'),',',"
            "IFNULL(IF(v_inside OR NOT x.c,NULL,(SELECT MAX(c.n) FROM {data}.changes c WHERE "
            "c.tx=CONNECTION_ID() AND c.n>v_first AND c.n<=v_last AND "
            "c.record_id=x.i AND c.entity=x.e)),'null'),']') ORDER BY x.o),']') INTO v_out FROM "
            "JSON_TABLE(v_out,'$[*]' COLUMNS(o FOR ORDINALITY, "
            "e VARCHAR(48) PATH '$[0]', i BIGINT PATH '$[1]', v BIGINT PATH '$[2]', s BIGINT PATH '$[3]', "
            "num VARCHAR(64) PATH '$[4]', "
            "c TINYINT PATH '$[5]')) x;\nEND IF;\n"
            "IF p_key IS NOT NULL AND LENGTH(p_key)>0 THEN UPDATE {data}.done_keys SET result=v_out WHERE "
            "key_bytes=p_key; END IF;\n"
            "IF NOT v_inside THEN COMMIT; ELSE RELEASE SAVEPOINT crm_write; END IF;\n") +
        QStringLiteral(
            "IF v_alone THEN SELECT v_e entity, v_id record_id, v_version version, IFNULL(v_scope,0) scope_id, "
            "v_number number, p_now at, v_change change_n, 0 again;\nELSE %1END IF;\n")
            .arg(answerRows.arg(QStringLiteral("p_now"), QStringLiteral("0"), QStringLiteral("v_out"))) +
        // Now and then, and outside of everybody's transaction, what was left behind.
        QStringLiteral("IF NOT v_inside AND v_last%32=0 AND v_last>0 THEN CALL {data}.sweep(); END IF;\nEND");
    return text.procedure(QStringLiteral("write"),
                          QStringLiteral("IN p_key VARBINARY(16), IN p_batch BIGINT, IN p_ops LONGTEXT {text}"), body,
                          false);
}

/// Numbers what dead connections left, forgets old keys. In a transaction of its own, and silent: the caller's work is
/// done.
QString sweepRoutine(const RoutineText &text)
{
    return text.procedure(
        QStringLiteral("sweep"), {},
        QStringLiteral("BEGIN\nDECLARE v_last, v_count BIGINT;\n"
                       // In a variable: SYSDATE in a condition is asked for each row, and all keys would be walked.
                       "DECLARE v_old BIGINT DEFAULT CAST((UNIX_TIMESTAMP(SYSDATE(3))-7*86400)*1000 AS SIGNED);\n"
                       "DECLARE EXIT HANDLER FOR SQLEXCEPTION ROLLBACK;\n"
                       "SET TRANSACTION ISOLATION LEVEL READ COMMITTED;\nSTART TRANSACTION;\n"
                       "CALL {data}.adopt_changes();\n"
                       "DELETE FROM {data}.done_keys WHERE at<v_old ORDER BY at LIMIT 200;\n"
                       "CALL {data}.number_changes(v_last,v_count);\nCOMMIT;\nEND"));
}

QString finishRoutine(const RoutineText &text)
{
    const QString body =
        QStringLiteral("BEGIN\nDECLARE v_ask INT;\nDECLARE v_last, v_count BIGINT DEFAULT 0;\nDECLARE v_state CHAR(5); "
                       "DECLARE v_errno INT; DECLARE v_text VARCHAR(512) {text};\n"
                       "DECLARE v_e VARCHAR(48) {text} DEFAULT '';\n"
                       "DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN\n"
                       "GET DIAGNOSTICS CONDITION 1 v_state=RETURNED_SQLSTATE, v_errno=MYSQL_ERRNO, "
                       "v_text=MESSAGE_TEXT;\nROLLBACK;\n") +
        neutral + QStringLiteral("END;\n") + settings() + noXa +
        QStringLiteral("%1"
                       "CALL {data}.number_changes(v_last,v_count);\n"
                       "COMMIT;\nSELECT IF(v_count>0,v_last,NULL) last_n, v_count count;\nEND")
            .arg(when("NOT EXISTS (SELECT 1 FROM {data}.sessions s WHERE s.connection_id=CONNECTION_ID() AND "
                      "s.client=USER())",
                      refuse("nosession")));
    return text.procedure(QStringLiteral("finish"), {}, body, false);
}
} // namespace

QStringList writeRoutines(const Registry &registry, const ServerNames &names)
{
    const RoutineText text(registry, names);
    QStringList out = sharedSaveRoutines(text);
    out << keepAdminRoutine(text) << numberRoutine(text) << adoptRoutine(text) << sweepRoutine(text);
    for (const auto &e : registry.entities()) {
        if (e->isLine())
            out += saveLineRoutines(text, *e);
        else
            out << saveRoutine(text, *e) << trashRoutines(text, *e) << divisionRoutines(text, *e);
    }
    out += pointCustomRoutines(text);
    for (const Entity *e : text.documents())
        out += mergeRoutines(text, *e);
    out << divideAllRoutine(text) << guestRoutines(text) << mergedIntoRoutine(text) << duplicateRoutines(text);
    out << operationRoutine(text) << writeRoutine(text) << finishRoutine(text);
    out.removeAll(QString());
    return out;
}

QStringList publicWriteRoutines() { return QStringList{"write", "finish", "merged_into"} + publicDuplicateRoutines(); }

} // namespace crm
