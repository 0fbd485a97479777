// merge__<entity> and unmerge__<entity>: the rights, the trash and the redirects around point__.
#include "core/store/server/server_write_merge.h"
#include "core/model/division.h"
#include "core/store/kept_sql.h"
#include "core/store/logged_fields.h"
#include "core/store/merge.h"
#include "core/store/server/server_divisions.h"
#include "core/store/server/server_tables.h"
#include "core/store/server/server_write_point.h"
#include "core/store/server/server_write_save.h"
#include "core/store/stored_documents.h"

namespace crm {

namespace {
/// Which keys the operation may have, so that a mistyped one is not passed over.
QString knownKeys(const Entity &e, const QStringList &keys)
{
    QStringList tests;
    for (const QString &key : keys)
        tests << QStringLiteral("JSON_EXISTS(p_op,'$.%1')").arg(key);
    return QStringLiteral("IF JSON_LENGTH(p_op)<>%1 THEN %2END IF;\n")
        .arg(tests.join(u'+'), refuse(QStringLiteral("invalid"), e.key(), {}, QStringLiteral("keys")));
}

QString readId(const Entity &e)
{
    return QStringLiteral("SET v_x=JSON_VALUE(p_op,'$.id');\n"
                          "IF v_x IS NULL OR v_x NOT REGEXP '^[1-9][0-9]{0,17}$' THEN %1END IF;\n"
                          "SET v_id=v_x, v_x=JSON_VALUE(p_op,'$.seen');\n"
                          "IF v_x IS NULL OR v_x NOT REGEXP '^[0-9]{1,18}$' THEN %1END IF;\nSET v_seen=v_x;\n")
        .arg(refuse(QStringLiteral("invalid"), e.key(), {}, QStringLiteral("id")));
}

QString holdsRight()
{
    return QStringLiteral("(p_admin OR EXISTS (SELECT 1 FROM {data}.held_rights h WHERE h.user_id=p_me AND "
                          "h.right_name='merge'))");
}

/// The record of the operation: seen, living, of the version that was looked at, within reach. It is locked then.
QString checked(const RoutineText &text, const Entity &e, const QString &id, const QString &version, const char *level)
{
    const auto no = [&](const char *kind) {
        return refuseWith(QLatin1String(kind), e.key(), QStringLiteral("''"), id);
    };
    QString onlyBy, person = QStringLiteral("NULL");
    if (!e.changedOnlyByField().isEmpty()) {
        person = QStringLiteral("t.") + quoted(e.changedOnlyByField());
        onlyBy = QStringLiteral("IF NOT p_admin AND NOT (v_person<=>p_me) THEN %1END IF;\n").arg(no("denied"));
    }
    return when(QStringLiteral("NOT EXISTS (SELECT 1 FROM {data}.%1 t WHERE t.id=%2 AND %3)")
                    .arg(quoted(e.key()), id, text.sees(e, QStringLiteral("t"))),
                no("notfound")) +
           QStringLiteral("SET v_state=0;\nSELECT IF(t.deleted_at IS NULL,1,2), t.version, t.scope_id, %1, %2 INTO "
                          "v_state, v_version, v_scope, v_parent, v_person FROM {data}.%3 t WHERE t.id=%4 FOR UPDATE;\n"
                          "IF v_state=0 THEN %5END IF;\nIF v_state=2 THEN %6END IF;\n"
                          "IF %7<>0 AND v_version<>%7 THEN %8END IF;\n")
               .arg(text.parentOf(e, QStringLiteral("t")), person, quoted(e.key()), id, no("notfound"), no("trashed"),
                    version, no("conflict")) +
           when(QStringLiteral("NOT ") +
                    text.may(e, QLatin1String(level), QStringLiteral("v_parent"), QStringLiteral("v_scope")),
                no("denied")) +
           onlyBy;
}

const QString mergeVariables = QStringLiteral(
    "DECLARE v_id, v_seen, v_version, v_scope, v_to_scope, v_person, v_left, v_before, v_after BIGINT DEFAULT 0;\n"
    "DECLARE v_state, v_ask, v_c, v_n INT DEFAULT 0;\nDECLARE v_msg VARCHAR(255) {text};\n"
    "DECLARE v_parent, v_to_parent VARCHAR(48) {text} DEFAULT '';\n"
    "DECLARE v_x, v_ids, v_own LONGTEXT {text};\n");

/// A row of the answer of `write`. @param number SQL
QString answered(const QString &id, const QString &number = QStringLiteral("'null'"))
{
    return QStringLiteral("SELECT CONCAT(p_out,',[\"',v_e,'\",',t.id,',',t.version,',',t.scope_id,',',%2,',1]') INTO "
                          "p_out FROM {t} t WHERE t.id=%1;\n")
        .arg(id, number);
}

/// How many changes a batch made to what is no part of the merge.
QString countChanges(const QString &into, const Entity &e, const QString &batch)
{
    return QStringLiteral(
               "SELECT COUNT(*) INTO %1 FROM {data}.changes c WHERE c.batch_id=%2 AND NOT (c.entity='%3' AND "
               "%4);\n")
        .arg(into, batch, e.key(), listHas(QStringLiteral("v_x"), QStringLiteral("c.record_id")));
}

QString noted(const Entity &e, const QString &id, const QString &what, const QString &before, const QString &after)
{
    return QStringLiteral("UPDATE {data}.%1 SET %2 WHERE id=%3;\nSELECT t.version, t.scope_id INTO v_version, v_scope "
                          "FROM {data}.%1 t WHERE t.id=%3;\n")
               .arg(quoted(e.key()), touchedByMerge, id) +
           logChange({sqlLiteral(e.key()), QStringLiteral("v_parent"), id, QString::number(int(ChangeOp::Update)),
                      QStringLiteral("v_version"), QStringLiteral("v_scope"), QStringLiteral("v_scope"),
                      QStringLiteral("CONCAT('{\"%1\":%2}'),NULL,NULL").arg(what, loggedPair(before, after))});
}

QString mergeRoutine(const RoutineText &text, const Entity &e)
{
    const QString table = QStringLiteral("{data}.") + quoted(e.key());
    const QString wrong = refuse(QStringLiteral("invalid"), e.key(), {}, QStringLiteral("ids"));
    // q, because r is what conditions on rights call a row of reach.
    const QString others = QStringLiteral("FOR q IN (SELECT x.i i, IFNULL(x.v,0) v FROM JSON_TABLE(v_ids,'$[*]' "
                                          "COLUMNS(o FOR ORDINALITY, i BIGINT PATH '$[0]', v BIGINT PATH '$[1]')) x "
                                          "ORDER BY x.o) DO\n%1END FOR;\n");
    const QString list = QStringLiteral("SELECT COUNT(*), COUNT(DISTINCT x.i), IFNULL(SUM(x.i REGEXP "
                                        "'^[1-9][0-9]{0,17}$' AND x.i<>CAST(v_id AS CHAR) AND IFNULL(x.v,'0') REGEXP "
                                        "'^[0-9]{1,18}$'),0), CONCAT('[',GROUP_CONCAT(x.i ORDER BY x.o),']') INTO v_c, "
                                        "v_n, v_state, v_own FROM JSON_TABLE(v_ids,'$[*]' COLUMNS(o FOR ORDINALITY, i "
                                        "VARCHAR(24) PATH '$[0]', v VARCHAR(24) PATH '$[1]')) x;\n"
                                        "IF v_c=0 OR v_c<>v_n OR v_c<>v_state THEN %1END IF;\n")
                             .arg(wrong);
    const QString body =
        QStringLiteral("BEGIN\n") + mergeVariables + knownKeys(e, {"op", "e", "id", "seen", "ids"}) + readId(e) +
        when(QStringLiteral("NOT ") + holdsRight(),
             refuse(QStringLiteral("denied"), e.key(), {}, QStringLiteral("merge"))) +
        QStringLiteral("SET v_ids=JSON_QUERY(p_op,'$.ids');\n"
                       "IF v_ids IS NULL OR JSON_TYPE(v_ids)<>'ARRAY' OR JSON_LENGTH(v_ids)>%1 THEN %2END IF;\n")
            .arg(mostMerged)
            .arg(wrong) +
        list + checked(text, e, QStringLiteral("v_id"), QStringLiteral("v_seen"), "can_update") +
        QStringLiteral("SET v_to_scope=v_scope, v_to_parent=v_parent;\n") +
        others.arg(checked(text, e, QStringLiteral("q.i"), QStringLiteral("q.v"), "can_delete")) +
        QStringLiteral("SET v_x=CONCAT('[',v_id,',',SUBSTRING(v_own,2));\n") +
        others.arg(QStringLiteral("CALL {data}.point__%1(%2,q.i,v_id,v_to_scope,NULL,v_x);\n")
                       .arg(e.key(), pointWhoArguments)) +
        others.arg(QStringLiteral("SELECT %1 INTO v_parent FROM %2 t WHERE t.id=q.i;\n")
                       .arg(text.parentOf(e, QStringLiteral("t")), table) +
                   noted(e, QStringLiteral("q.i"), mergedInto, QStringLiteral("'null'"),
                         QStringLiteral("CONCAT('[',v_id,']')")) +
                   QStringLiteral("CALL {data}.trash__%1(%2,q.i,1);\n"
                                  "REPLACE INTO {data}.redirects (entity,id,survivor_id,batch_id) VALUES "
                                  "('%1',q.i,v_id,p_batch);\n")
                       .arg(e.key(), pointWhoArguments) +
                   answered(QStringLiteral("q.i"))) +
        QStringLiteral("SET v_parent=v_to_parent;\n") +
        noted(e, QStringLiteral("v_id"), mergedFrom, QStringLiteral("'null'"), QStringLiteral("v_own")) +
        answered(QStringLiteral("v_id")) + QStringLiteral("END");
    QString sql = body;
    sql.replace(QStringLiteral("{t}"), table).replace(QStringLiteral("v_e,"), u'\'' + e.key() + QStringLiteral("',"));
    return text.procedure(QStringLiteral("merge__") + e.key(),
                          whoParameters + QStringLiteral(", IN p_op LONGTEXT {text}, INOUT p_out LONGTEXT {text}"),
                          sql);
}

/// Takes back what merge__ did in the batch: the others out of the trash, unless they were restored by hand already,
/// and to them what had pointed to them and points to the survivor still. The survivor's own fields are the program's
/// to save.
QString unmergeRoutine(const RoutineText &text, const Entity &e)
{
    const QString table = QStringLiteral("{data}.") + quoted(e.key());
    const auto no = [&](const char *kind, const char *detail = "") {
        return refuse(QLatin1String(kind), e.key(), {}, QLatin1String(detail));
    };
    const QString body =
        QStringLiteral("BEGIN\nDECLARE v_merge, v_r_version, v_r_scope BIGINT;\nDECLARE v_changed TINYINT;\n") +
        mergeVariables + knownKeys(e, {"op", "e", "batch"}) +
        QStringLiteral("SET v_x=JSON_VALUE(p_op,'$.batch');\n"
                       "IF v_x IS NULL OR v_x NOT REGEXP '^[1-9][0-9]{0,18}$' THEN %1END IF;\nSET v_merge=v_x;\n")
            .arg(no("invalid", "id")) +
        when(QStringLiteral("NOT ") + holdsRight(), no("denied", "merge")) +
        QStringLiteral("SELECT c.record_id, JSON_EXTRACT(c.fields,'$.\"%1\".n') INTO v_id, v_own FROM {data}.changes c "
                       "WHERE c.batch_id=v_merge AND c.entity='%2' AND c.op=%3 AND "
                       "JSON_EXISTS(c.fields,'$.\"%1\".n[0]') ORDER BY c.seq LIMIT 1;\n"
                       "IF v_own IS NULL THEN %4END IF;\n")
            .arg(mergedFrom, e.key())
            .arg(int(ChangeOp::Update))
            .arg(no("notfound")) +
        checked(text, e, QStringLiteral("v_id"), QStringLiteral("0"), "can_update") +
        QStringLiteral("SET v_to_parent=v_parent, v_ids='';\n"
                       "SET v_x=CONCAT('[',v_id,',',SUBSTRING(v_own,2));\n%6%7"
                       "FOR q IN (SELECT x.i FROM JSON_TABLE(v_own,'$[*]' COLUMNS(o FOR ORDINALITY, i BIGINT PATH "
                       "'$')) x ORDER BY x.o DESC) DO\nSET v_state=0;\n"
                       "SELECT IF(t.deleted_at IS NULL,1,IF(t.batch_id=v_merge,2,0)) INTO v_state FROM %1 t WHERE "
                       "t.id=q.i FOR UPDATE;\n"
                       "IF v_state>0 THEN\n"
                       "IF v_state=2 THEN "
                       "CALL {data}.remove__%2(%3,q.i,'restore',0,v_r_version,v_r_scope,v_changed);\n"
                       "ELSE\n%8SET v_r_scope=v_scope; END IF;\n"
                       "DELETE FROM {data}.redirects WHERE entity='%2' AND id=q.i AND batch_id=v_merge;\n"
                       "CALL {data}.point__%2(%4,v_id,q.i,v_r_scope,v_merge,v_x);\n"
                       "SELECT %5 INTO v_parent FROM %1 t WHERE t.id=q.i;\n")
            .arg(table, e.key(), whoArguments, pointWhoArguments, text.parentOf(e, QStringLiteral("t")),
                 countChanges(QStringLiteral("v_left"), e, QStringLiteral("v_merge")),
                 countChanges(QStringLiteral("v_before"), e, QStringLiteral("p_batch")),
                 checked(text, e, QStringLiteral("q.i"), QStringLiteral("0"), "can_delete")) +
        noted(e, QStringLiteral("q.i"), mergedInto, QStringLiteral("CONCAT('[',v_id,']')"), QStringLiteral("'null'")) +
        answered(QStringLiteral("q.i")) +
        QStringLiteral("SET v_ids=CONCAT(v_ids,',',q.i);\nEND IF;\nEND FOR;\nSET v_parent=v_to_parent;\n"
                       "IF v_ids='' THEN %1END IF;\n")
            .arg(no("unsupported", "gone")) +
        noted(e, QStringLiteral("v_id"), mergedFrom, QStringLiteral("CONCAT('[',SUBSTRING(v_ids,2),']')"),
              QStringLiteral("'null'")) +
        countChanges(QStringLiteral("v_after"), e, QStringLiteral("p_batch")) +
        answered(QStringLiteral("v_id"),
                 QStringLiteral("JSON_QUOTE(CAST(GREATEST(v_left-v_after+v_before,0) AS CHAR))")) +
        QStringLiteral("END");
    QString sql = body;
    sql.replace(QStringLiteral("{t}"), table).replace(QStringLiteral("v_e,"), u'\'' + e.key() + QStringLiteral("',"));
    return text.procedure(QStringLiteral("unmerge__") + e.key(),
                          whoParameters + QStringLiteral(", IN p_op LONGTEXT {text}, INOUT p_out LONGTEXT {text}"),
                          sql);
}
} // namespace

QStringList mergeRoutines(const RoutineText &text, const Entity &e)
{
    if (!e.isMergeable())
        return {};
    QList<const Entity *> all;
    for (const auto &entity : text.registry.entities())
        all << entity.get();
    return {pointRoutine(text, e, pointersTo(all, e)), mergeRoutine(text, e), unmergeRoutine(text, e)};
}

QString mergeOperations(const RoutineText &text)
{
    QString out;
    for (const QString &verb : {QStringLiteral("merge"), QStringLiteral("unmerge")}) {
        out += QStringLiteral("ELSEIF v_verb='%1' THEN\nCASE v_e\n").arg(verb);
        for (const Entity *e : text.documents()) {
            if (e->isMergeable())
                out += QStringLiteral("WHEN '%1' THEN CALL {data}.%2__%1(%3,p_op,p_out);\n")
                           .arg(e->key(), verb, whoArguments);
        }
        out += QStringLiteral("ELSE ") + refuse(QStringLiteral("unsupported")) + QStringLiteral("END CASE;\n");
    }
    return out;
}

QString mergedIntoRoutine(const RoutineText &text)
{
    QString cases;
    for (const Entity *e : text.documents()) {
        if (e->isMergeable())
            cases += QStringLiteral("WHEN '%1' THEN SELECT MAX(r.survivor_id) INTO v_next FROM {data}.redirects r LEFT "
                                    "JOIN {data}.%2 t ON t.id=r.id WHERE r.entity='%1' AND r.id=v_at AND (t.id IS NULL "
                                    "OR (t.deleted_at IS NOT NULL AND t.batch_id=r.batch_id));\n")
                         .arg(e->key(), quoted(e->key()));
    }
    return text.procedure(
        QStringLiteral("merged_into"), QStringLiteral("p_entity VARCHAR(48) {text}, p_id BIGINT"),
        QStringLiteral("BEGIN\nDECLARE p_me, v_next BIGINT;\nDECLARE v_at BIGINT DEFAULT p_id;\n"
                       "DECLARE v_i, v_state INT DEFAULT 0;\n"
                       "SELECT s.user_id INTO p_me FROM {data}.sessions s WHERE s.connection_id=CONNECTION_ID() AND "
                       "s.client=USER();\nIF p_me IS NULL THEN %1END IF;\n"
                       "REPEAT\nSET v_next=NULL, v_i=v_i+1;\nCASE p_entity\n%2ELSE %3END CASE;\n"
                       "SET v_at=IFNULL(v_next,v_at);\nUNTIL v_next IS NULL OR v_i>20 END REPEAT;\n"
                       "IF NOT (v_at<=>p_id) THEN CALL {data}.seen(p_me,p_entity,v_at,v_state); END IF;\n"
                       "SELECT IF(v_state=1,v_at,NULL) survivor_id;\nEND")
            .arg(refuse(QStringLiteral("nosession")), cases, refuse(QStringLiteral("unsupported"))),
        false);
}

} // namespace crm
