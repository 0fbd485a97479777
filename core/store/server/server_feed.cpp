#include "core/store/server/server_feed.h"
#include "core/store/page.h"
#include "core/store/server/routine_text.h"
#include "core/store/server/server_first.h"
#include "core/store/server/server_hanging.h"
#include "core/store/server/server_search.h"
#include "core/store/stored_documents.h"

namespace crm {

namespace {
constexpr int mostRows = 10'000;
constexpr int mostPresent = 200; // records that one program has open

/// Who calls; a reader's connection needs no more than a session.
const QString person =
    QStringLiteral(
        "SELECT s.user_id, p.is_admin, IF(p.is_staff OR p.is_admin,1,0) INTO p_me, p_admin, p_staff FROM "
        "{data}.sessions s JOIN {data}.people p ON p.user_id=s.user_id WHERE s.connection_id=CONNECTION_ID() "
        "AND s.client=USER();\nIF p_me IS NULL THEN %1END IF;\n")
        .arg(refuse(QStringLiteral("nosession")));

const QString declarePerson = QStringLiteral("DECLARE p_me BIGINT;\nDECLARE p_admin, p_staff TINYINT DEFAULT 0;\n");

/// What the person may know of a change: 1 all, 2 that the record has gone for him, 0 nothing. Judged one by one, with
/// small statements: one large one, with a subselect for every entity, brings MariaDB 10.11 down when it runs again.
QString judgeProcedure(const RoutineText &text)
{
    return text.procedure(
        QStringLiteral("judge_change"),
        QStringLiteral(
            "IN p_me BIGINT, IN p_entity VARCHAR(48) {text}, IN p_id BIGINT, IN p_decider VARCHAR(48) {text}, "
            "IN p_parent VARCHAR(48) {text}, IN p_before BIGINT, OUT p_state INT"),
        QStringLiteral(
            "BEGIN\nDECLARE v_read, v_ask INT DEFAULT 0;\n"
            "CALL {data}.seen(p_me,p_entity,p_id,p_state);\n"
            "IF p_state>0 THEN SET p_state=1;\nELSE\n"
            "SELECT can_read INTO v_read FROM {data}.levels WHERE user_id=p_me AND entity=p_decider AND "
            "parent=p_parent;\n"
            "SELECT v_read=3 OR EXISTS (SELECT 1 FROM {data}.reach WHERE user_id=p_me AND scope_id=p_before AND "
            "kind<=v_read) INTO v_ask;\nIF v_ask THEN SET p_state=2; END IF;\nEND IF;\nEND"));
}

/// The answer: p_list names changes and what may be known of them, [[seq,state],...], in order.
QString showProcedure(const RoutineText &text)
{
    return text.procedure(
        QStringLiteral("show_changes"),
        QStringLiteral("IN p_me BIGINT, IN p_admin TINYINT, IN p_staff TINYINT, IN p_list LONGTEXT {text}"),
        QStringLiteral(
            "SELECT c.n, c.at, c.user_id, c.user_name, c.entity, c.record_id, IF(x.s=1 OR c.op=%1,c.op,%2) op, "
            "IF(x.s=1,c.fields,NULL) fields, IF(x.s=1 AND p_staff,c.fields_internal,NULL) fields_internal, "
            "IF(x.s<>1 OR c.fields_restricted IS NULL,NULL,IF(p_admin,c.fields_restricted,(SELECT CONCAT('{',"
            "GROUP_CONCAT(CONCAT(JSON_QUOTE(h.right_name),':',JSON_EXTRACT(c.fields_restricted,CONCAT('$.\"',"
            "h.right_name,'\"')))),'}') FROM {data}.held_rights h WHERE h.user_id=p_me AND JSON_EXISTS("
            "c.fields_restricted,CONCAT('$.\"',h.right_name,'\"'))))) fields_restricted, c.batch_id, "
            "IF(x.s=1,0,1) gone, IF(x.s=1,c.version,0) version FROM "
            "JSON_TABLE(CONCAT('[',SUBSTRING(p_list,2),']'),'$[*]' COLUMNS(o FOR ORDINALITY, "
            "q BIGINT PATH '$[0]', s INT PATH '$[1]')) x JOIN {data}.changes c ON c.seq=x.q ORDER BY x.o")
            .arg(int(ChangeOp::Purge))
            .arg(int(ChangeOp::Delete)));
}

const QString show = QStringLiteral("CALL {data}.show_changes(p_me,p_admin,p_staff,v_list);\n");
const QString judge =
    QStringLiteral("CALL {data}.judge_change(p_me,r.entity,r.record_id,r.decider,r.parent,r.scope_before,v_state);\n");

QString reader(const RoutineText &text, const QString &name, const QString &parameters, const QString &body)
{
    return text.procedure(name, parameters,
                          QStringLiteral("BEGIN\n") + declarePerson +
                              QStringLiteral("SET @@group_concat_max_len=16777216;\n") + person + body +
                              QStringLiteral("END"),
                          false);
}

QString limited(const QString &limit)
{
    return QStringLiteral("SET %1=LEAST(GREATEST(IFNULL(%1,%2),0),%2);\n").arg(limit).arg(mostRows);
}

QString feedProcedure(const RoutineText &text)
{
    // The numbers are walked in order, until there are enough that concern the person. Most concern others: what
    // neither was nor is within reach is passed over at once, since judging takes ten times as long.
    return reader(
        text, QStringLiteral("feed"), QStringLiteral("p_since BIGINT, p_limit INT"),
        QStringLiteral(
            "BEGIN\nDECLARE v_list LONGTEXT {text} DEFAULT '';\nDECLARE v_state, v_passed, v_count INT DEFAULT 0;\n"
            "DECLARE v_from BIGINT DEFAULT IFNULL(p_since,0);\n") +
            limited(QStringLiteral("p_limit")) +
            QStringLiteral(
                "REPEAT\nSET v_passed=0;\n"
                "FOR r IN (SELECT c.n,c.seq,c.entity,c.record_id,c.decider,c.parent,c.scope_before FROM {data}.changes "
                "c "
                "JOIN {data}.levels l ON l.user_id=p_me AND l.entity=c.decider AND l.parent=c.parent WHERE c.n>v_from "
                "AND "
                "(l.can_read=3 OR EXISTS (SELECT 1 FROM {data}.reach b WHERE b.user_id=p_me AND "
                "b.scope_id=c.scope_before "
                "AND b.kind<=l.can_read) OR EXISTS (SELECT 1 FROM {data}.reach a WHERE a.user_id=p_me AND "
                "a.scope_id=c.scope_after AND a.kind<=l.can_read)) ORDER BY c.n LIMIT 500) DO\n"
                "SET v_passed=v_passed+1, v_from=r.n;\n"
                "IF v_count<p_limit THEN\n%1"
                "IF v_state>0 THEN SET v_list=CONCAT(v_list,',[',r.seq,',',v_state,']'), v_count=v_count+1; END IF;\n"
                "END IF;\nEND FOR;\nUNTIL v_passed<500 OR v_count>=p_limit END REPEAT;\n%2END;\n")
                .arg(judge, show));
}

/// A condition on a change c: guests are not told what a record was while it was not theirs to see, such as a draft.
const QString wasShown =
    QStringLiteral("(p_staff=1 OR IFNULL(c.scope_after,0)=0 OR EXISTS (SELECT 1 FROM {data}.reach y WHERE "
                   "y.user_id=p_me AND y.scope_id=c.scope_after))");

QString historyProcedure(const RoutineText &text)
{
    return reader(
        text, QStringLiteral("history"), QStringLiteral("p_entity VARCHAR(48) {text}, p_id BIGINT, p_limit INT"),
        QStringLiteral("BEGIN\nDECLARE v_list LONGTEXT {text} DEFAULT '';\nDECLARE v_state INT DEFAULT 0;\n") +
            limited(QStringLiteral("p_limit")) +
            QStringLiteral("CALL {data}.seen(p_me,p_entity,p_id,v_state);\nIF v_state=0 THEN %1END IF;\n"
                           "FOR r IN (SELECT seq FROM {data}.changes c WHERE record_id=p_id AND entity=p_entity AND "
                           "op<>%3 AND %4 ORDER BY seq DESC LIMIT p_limit) DO\n"
                           "SET v_list=CONCAT(v_list,',[',r.seq,',1]');\nEND FOR;\n%2END;\n")
                .arg(refuse(QStringLiteral("notfound")), show)
                .arg(int(ChangeOp::Follow))
                .arg(wasShown));
}

/// For undo: of records that the person sees.
QString changesProcedure(const RoutineText &text, const QString &name, const QString &parameter,
                         const QString &condition)
{
    return reader(
        text, name, parameter + QStringLiteral(" BIGINT"),
        QStringLiteral("BEGIN\nDECLARE v_list LONGTEXT {text} DEFAULT '';\nDECLARE v_state INT DEFAULT 0;\n"
                       "FOR r IN (SELECT seq,entity,record_id,decider,parent,scope_before FROM {data}.changes c WHERE "
                       "%1 AND %4 ORDER BY seq DESC) DO\n%2"
                       "IF v_state=1 THEN SET v_list=CONCAT(v_list,',[',r.seq,',1]'); END IF;\nEND FOR;\n%3END;\n")
            .arg(condition, judge, show, wasShown));
}

/// Whether a batch has been taken back, and that it has been. Asked first in the transaction that takes it back: who
/// comes second waits for the row, and is told. p_by: the batch that did it; 0: only ask. Only a person's own batch is
/// marked, or one whose records they have written to just now, or by an administrator.
QString undoneProcedure(const RoutineText &text)
{
    return reader(
        text, QStringLiteral("batch_undone"), QStringLiteral("p_batch BIGINT, p_by BIGINT"),
        QStringLiteral(
            "BEGIN\nDECLARE v_ask INT;\nDECLARE v_undone, v_now BIGINT DEFAULT CAST(UNIX_TIMESTAMP(SYSDATE(3))*1000 AS "
            "SIGNED);\n"
            "%1"
            "SET v_undone=NULL;\nSELECT undone_at INTO v_undone FROM {data}.batches WHERE id=p_batch FOR UPDATE;\n"
            "IF IFNULL(p_by,0)=0 THEN\nIF v_undone IS NOT NULL THEN %2END IF;\n"
            "ELSEIF p_admin OR EXISTS (SELECT 1 FROM {data}.batches WHERE id=p_batch AND user_id=p_me) OR EXISTS "
            "(SELECT 1 FROM {data}.batches b JOIN {data}.changes d ON d.batch_id=b.id JOIN {data}.changes c ON "
            "c.record_id=d.record_id AND c.entity=d.entity WHERE b.id=p_by AND b.user_id=p_me AND c.batch_id=p_batch) "
            "THEN\n"
            "UPDATE {data}.batches SET undone_at=v_now, undone_by=p_by WHERE id=p_batch;\n"
            "UPDATE {data}.batches SET undone_at=NULL, undone_by=NULL WHERE undone_by=p_batch;\nEND IF;\nEND;\n")
            .arg(when("(SELECT h.maintenance FROM {data}.feed_head h WHERE h.id=1)", refuse("maintenance")),
                 refuse("undone")));
}

QStringList findProcedures(const RoutineText &text)
{
    return findRoutines(text) + firstRoutines(text) + hangingRoutines(text) +
           QStringList{reader(text, QStringLiteral("find_rows"), findParameters, findBody(text)),
                       reader(text, QStringLiteral("find_by"), findByParameters, findByBody(text)),
                       reader(text, QStringLiteral("first_rows"), firstParameters, firstBody(text)),
                       reader(text, QStringLiteral("list_rows"), listParameters, listBody(text)),
                       reader(text, QStringLiteral("hanging"), hangingParameters, hangingBody(text))};
}

/// Who has a record open: rows that live as long as their connection's session. Nothing of it is logged. Writes only
/// what differs from the last call, and holds no lock afterwards: others announce themselves meanwhile.
QString presenceProcedure(const RoutineText &text)
{
    return reader(
        text, QStringLiteral("present"), QStringLiteral("p_records LONGTEXT {text}"),
        QStringLiteral(
            "BEGIN\nDECLARE v_seen, v_same, v_count INT DEFAULT 0;\nDECLARE v_kept LONGTEXT {text} DEFAULT '';\n"
            "IF NOT (JSON_VALID(p_records)<=>1 AND JSON_TYPE(p_records)<=>'ARRAY') OR JSON_LENGTH(p_records)>%2 THEN "
            "%1END IF;\n"
            "COMMIT;\n"
            "FOR r IN (SELECT DISTINCT x.e, x.i, IF(x.w>0,1,0) w FROM JSON_TABLE(p_records,'$[*]' COLUMNS("
            "e VARCHAR(48) {text} PATH '$[0]', i BIGINT PATH '$[1]', w INT PATH '$[2]')) x) DO\n"
            "SET v_seen=0;\nCALL {data}.seen(p_me,r.e,r.i,v_seen);\n"
            "IF v_seen>0 THEN\n"
            "SET v_kept=CONCAT(v_kept,',[\"',r.e,'\",',r.i,']'), v_count=v_count+1;\n"
            "SELECT COUNT(*) INTO v_same FROM {data}.presence WHERE entity=r.e AND record_id=r.i AND "
            "connection_id=CONNECTION_ID() AND user_id=p_me AND editing=r.w;\n"
            "IF v_same=0 THEN INSERT INTO {data}.presence (entity,record_id,connection_id,user_id,editing,at) VALUES "
            "(r.e,r.i,CONNECTION_ID(),p_me,r.w,UNIX_TIMESTAMP(SYSDATE(3))*1000) ON DUPLICATE KEY UPDATE user_id=p_me, "
            "editing=r.w, at=VALUES(at); END IF;\nEND IF;\nEND FOR;\n"
            "SET v_kept=CONCAT('[',SUBSTRING(v_kept,2),']');\n"
            "SELECT COUNT(*) INTO v_same FROM {data}.presence WHERE connection_id=CONNECTION_ID();\n"
            "IF v_same<>v_count THEN DELETE p FROM {data}.presence p LEFT JOIN JSON_TABLE(v_kept,'$[*]' COLUMNS("
            "e VARCHAR(48) {text} PATH '$[0]', i BIGINT PATH '$[1]')) x ON x.e=p.entity AND x.i=p.record_id WHERE "
            "p.connection_id=CONNECTION_ID() AND x.i IS NULL; END IF;\n"
            "COMMIT;\n"
            "SELECT p.entity, p.record_id, p.user_id, u.name, MAX(p.editing) editing, MIN(p.at) at FROM JSON_TABLE("
            "v_kept,'$[*]' COLUMNS(e VARCHAR(48) {text} PATH '$[0]', i BIGINT PATH '$[1]')) x JOIN {data}.presence p "
            "ON "
            "p.entity=x.e AND p.record_id=x.i JOIN {data}.sessions s ON s.connection_id=p.connection_id AND "
            "s.user_id=p.user_id AND s.client<>'' JOIN {data}.people u ON u.user_id=p.user_id WHERE p.user_id<>p_me "
            "GROUP BY "
            "p.entity, p.record_id, p.user_id, u.name ORDER BY at;\nEND;\n")
            .arg(refuse(QStringLiteral("invalid"), {}, {}, QStringLiteral("records")))
            .arg(mostPresent));
}

/// Who would read what hangs on a record that the person sees, if the person sees people: the test of the guarded
/// views, asked of everybody for the record's node.
QString readersProcedure(const RoutineText &text)
{
    QList<std::pair<QString, QString>> scopes;
    for (const Entity *e : text.documents())
        scopes.append({e->key(), QStringLiteral("SELECT t.scope_id INTO v_scope FROM {data}.%1 t WHERE t.id=p_id;\n")
                                     .arg(quoted(e->key()))});
    return reader(
        text, QStringLiteral("who_reads"),
        QStringLiteral("p_entity VARCHAR(48) {text}, p_parent VARCHAR(48) {text}, p_id BIGINT"),
        QStringLiteral("BEGIN\nDECLARE v_state, v_people INT DEFAULT 0;\nDECLARE v_scope BIGINT;\n"
                       "CALL {data}.seen(p_me,p_parent,p_id,v_state);\nIF IFNULL(v_state,0)=0 THEN %1END IF;\n%2"
                       "SELECT COUNT(*) INTO v_people FROM {data}.levels z WHERE z.user_id=p_me AND z.entity='users' "
                       "AND z.parent='' AND z.can_read>0;\n"
                       "SELECT p.user_id,p.name,p.login FROM {data}.people p JOIN {data}.levels l ON "
                       "l.user_id=p.user_id AND l.entity=p_entity AND l.parent=p_parent LEFT JOIN {data}.reach x ON "
                       "x.user_id=p.user_id AND x.scope_id=v_scope WHERE v_people>0 AND p.active=1 AND "
                       "l.can_read>0 AND (l.can_read=3 OR x.kind<=l.can_read) ORDER BY p.name,p.user_id;\nEND;\n")
            .arg(refuse(QStringLiteral("notfound")),
                 dispatch(QStringLiteral("p_parent"), scopes, refuse(QStringLiteral("notfound")))));
}

/// How far the series of numbers are. Administrators alone: it says how many documents there are.
QString seriesProcedure(const RoutineText &text)
{
    return text.procedure(QStringLiteral("series_state"), QString(),
                          QStringLiteral("BEGIN\n") + declarePerson + person +
                              QStringLiteral("SELECT name,next FROM {data}.series WHERE p_admin=1;\nEND"),
                          false);
}
} // namespace

QStringList feedRoutines(const Registry &registry, const ServerNames &names)
{
    const RoutineText text(registry, names);
    return QStringList{judgeProcedure(text),
                       showProcedure(text),
                       feedProcedure(text),
                       historyProcedure(text),
                       changesProcedure(text, QStringLiteral("change"), QStringLiteral("p_n"), QStringLiteral("n=p_n")),
                       changesProcedure(text, QStringLiteral("batch_changes"), QStringLiteral("p_batch"),
                                        QStringLiteral("batch_id=p_batch")),
                       undoneProcedure(text),
                       presenceProcedure(text),
                       readersProcedure(text),
                       seriesProcedure(text)} +
           findProcedures(text);
}

QStringList publicFeedRoutines(const Registry &registry)
{
    QStringList out{"feed",       "history",   "change",  "batch_changes", "batch_undone", "find_rows", "find_by",
                    "first_rows", "list_rows", "hanging", "present",       "series_state", "who_reads"};
    if (registry.find(QStringLiteral("files")))
        out << QStringList{"blob_missing", "blob_put", "blob_get"};
    return out;
}

} // namespace crm
