// point__<entity> turns everything that points to one record to another, or back what a merge had turned; merge__ and
// unmerge__ put the rights, the trash and the redirects around it. What holds a pointer is written there alone, whoever
// may see it and whether or not it is locked: that is what the right "merge" is for.
#include "core/store/server/server_write_merge.h"
#include "core/model/division.h"
#include "core/store/kept_sql.h"
#include "core/store/logged_fields.h"
#include "core/store/merge.h"
#include "core/store/server/server_divisions.h"
#include "core/store/server/server_tables.h"
#include "core/store/server/server_write_save.h"
#include "core/store/stored_documents.h"

namespace crm {

namespace {
const QString who = QStringLiteral("IN p_me BIGINT, IN p_name VARCHAR(255) {text}, IN p_now BIGINT, IN p_batch BIGINT");
const QString whoIs = QStringLiteral("p_me,p_name,p_now,p_batch");
/// From whom to whom, the scope there. p_undo: the batch of the merge that is taken back; NULL: this is one. p_own: the
/// records of the merge, `[1,2,3]`, which keep what they say of each other.
const QString ways = QStringLiteral(", IN p_from BIGINT, IN p_to BIGINT, IN p_scope BIGINT, IN p_undo BIGINT, IN p_own "
                                    "LONGTEXT {text}");

const QString bump = QStringLiteral("version=version+1, changed_at=p_now, changed_by=p_me");

/// Whether a list `[1,2,3]` has the id. JSON_CONTAINS compares numbers as doubles, which are too small for ids.
QString contains(const QString &list, const QString &id)
{
    return QStringLiteral("INSTR(REPLACE(REPLACE(REPLACE(%1,' ',''),'[',','),']',','),CONCAT(',',%2,','))>0")
        .arg(list, id);
}
const QString notOwn = QStringLiteral(" AND NOT ") + contains(QStringLiteral("p_own"), QStringLiteral("t.id"));

QString logged(const QString &before, const QString &after)
{
    return QStringLiteral("{\"o\":',%1,',\"n\":',%2,'}").arg(before, after);
}

/// The three columns of changes for a piece of JSON `{...}` about a field of this class.
QString byClass(const Field &f, const QString &json)
{
    switch (f.fieldClass()) {
    case FieldClass::All:
        return json + QStringLiteral(",NULL,NULL");
    case FieldClass::Internal:
        return QStringLiteral("NULL,%1,NULL").arg(json);
    case FieldClass::Restricted:
        break;
    }
    return QStringLiteral("NULL,NULL,CONCAT('{',JSON_QUOTE(%1),':',%2,'}')").arg(sqlLiteral(f.right()), json);
}

/// Where the log of the merge says what the pointer was: an expression on the row c of changes. @param key SQL
QString loggedValue(const Field &f, const QString &key, const char *side)
{
    const QString path = QStringLiteral("CONCAT('$.\"',%1,'\".%2')").arg(key, QLatin1String(side));
    switch (f.fieldClass()) {
    case FieldClass::All:
        return QStringLiteral("JSON_EXTRACT(c.fields,%1)").arg(path);
    case FieldClass::Internal:
        return QStringLiteral("JSON_EXTRACT(c.fields_internal,%1)").arg(path);
    case FieldClass::Restricted:
        break;
    }
    return QStringLiteral("JSON_EXTRACT(c.fields_restricted,CONCAT('$.\"',REPLACE(%1,'\"',''),'\".\"',%2,'\".%3'))")
        .arg(sqlLiteral(f.right()), key, QLatin1String(side));
}

/// One way to the records of an entity.
class PointText
{
public:
    PointText(const RoutineText &text, const Entity &target, const MergePointer &pointer)
        : m_text(text)
        , m_target(target)
        , m_p(pointer)
    {}

    QString rows() const;
    QString links() const;

private:
    QString oneByOne(const QString &chosen) const;
    bool isSummed() const
    {
        return !sumsOver(m_text.registry, *m_p.holder).isEmpty() || !sumsOver(m_text.registry, *m_p.document).isEmpty();
    }
    bool isLine() const { return m_p.holder != m_p.document; }
    QString holder() const { return QStringLiteral("{data}.") + quoted(m_p.holder->key()); }
    QString document() const { return QStringLiteral("{data}.") + quoted(m_p.document->key()); }
    QString field() const { return QStringLiteral("t.") + quoted(m_p.field->key()); }
    /// "client_id", or CONCAT('order_lines/',t.id,'/item_id')
    QString key() const
    {
        return isLine() ? QStringLiteral("CONCAT('%1/',t.id,'/%2')").arg(m_p.holder->key(), m_p.field->key())
                        : u'\'' + m_p.field->key() + u'\'';
    }
    QString own() const { return m_p.holder->key() == m_target.key() ? notOwn : QString(); }
    QString from() const
    {
        return isLine() ? QStringLiteral("%1 t JOIN %2 d ON d.id=t.%3")
                              .arg(holder(), document(), quoted(m_p.holder->lineParentField()))
                        : QStringLiteral("%1 t").arg(holder());
    }
    /// The changes that the merge logged about this pointer of the row t.
    QString undone() const
    {
        const QString document = isLine() ? QStringLiteral("d.id") : QStringLiteral("t.id");
        return QStringLiteral("EXISTS (SELECT 1 FROM {data}.changes c WHERE c.batch_id=p_undo AND c.entity='%1' AND "
                              "c.op=%2 AND c.record_id=%3 AND %4=CAST(p_to AS CHAR) AND %5=CAST(p_from AS CHAR))")
            .arg(m_p.document->key())
            .arg(int(ChangeOp::Update))
            .arg(document, loggedValue(*m_p.field, key(), "o"), loggedValue(*m_p.field, key(), "n"));
    }

    const RoutineText &m_text;
    const Entity &m_target;
    const MergePointer &m_p;
};

/// A field of a row: all of them at once.
QString PointText::rows() const
{
    QString condition = QStringLiteral("%1=p_from").arg(field());
    if (m_p.how == MergePointer::Context)
        condition += QStringLiteral(" AND t.parent_entity='%1'").arg(m_target.key());
    condition += own();
    const QString chosen = condition + QStringLiteral(" AND (p_undo IS NULL OR ") + undone() + u')';
    const QString alias = isLine() ? QStringLiteral("d") : QStringLiteral("t");
    const QString scope = alias + QStringLiteral(".scope_id");
    const QString one =
        QStringLiteral("CONCAT('\"',%1,'\":%2')").arg(key(), logged(QStringLiteral("p_from"), QStringLiteral("p_to")));
    const QString json = QStringLiteral("CONCAT('{',%1,'}')")
                             .arg(isLine() ? QStringLiteral("GROUP_CONCAT(%1 ORDER BY t.id)").arg(one) : one);
    QString out =
        QStringLiteral("INSERT INTO {data}.changes (tx,at,user_id,user_name,entity,decider,parent,record_id,op,version,"
                       "scope_before,scope_after,fields,fields_internal,fields_restricted,batch_id) SELECT "
                       "CONNECTION_ID(),p_now,p_me,p_name,'%1','%1',%2,%3.id,%4,%3.version+1,%5,%6,%7,p_batch FROM %8 "
                       "WHERE %9")
            .arg(m_p.document->key(), m_text.parentOf(*m_p.document, alias), alias)
            .arg(int(ChangeOp::Update))
            .arg(scope, m_p.decidesScope() ? QStringLiteral("p_scope") : scope, byClass(*m_p.field, json), from(),
                 chosen);
    out += isLine() ? QStringLiteral(" GROUP BY d.id;\n") : QStringLiteral(";\n");
    QString set = QStringLiteral("%1=p_to").arg(field());
    if (isLine())
        set += QStringLiteral(", d.version=d.version+1, d.changed_at=p_now, d.changed_by=p_me");
    else
        set += QStringLiteral(", t.version=t.version+1, t.changed_at=p_now, t.changed_by=p_me");
    // The log has been written by this same condition, under the same locks: what it names is what changes here.
    const QString lock =
        QStringLiteral("SELECT COUNT(*) INTO v_rows FROM %1 WHERE %2 FOR UPDATE;\n").arg(from(), chosen);
    const QString write =
        isSummed() ? oneByOne(chosen) : QStringLiteral("UPDATE %1 SET %2 WHERE %3;\n").arg(from(), set, chosen);
    return lock + QStringLiteral("IF v_rows>0 THEN\n") + out + write + QStringLiteral("END IF;\n");
}

/// Where the database keeps sums of the rows: its triggers write to tables that the choice looks at, which MariaDB
/// refuses within one statement (1442).
QString PointText::oneByOne(const QString &chosen) const
{
    const QString row = QStringLiteral("FOR r IN (SELECT t.id i FROM %1 WHERE %2) DO\n"
                                       "UPDATE %3 t SET %4=p_to%5 WHERE t.id=r.i;\nEND FOR;\n");
    if (!isLine())
        return row.arg(from(), chosen, holder(), field(),
                       QStringLiteral(", t.version=t.version+1, t.changed_at=p_now, t.changed_by=p_me"));
    // The documents first: their lines are chosen by what they still point to.
    return QStringLiteral("FOR r IN (SELECT DISTINCT d.id i FROM %1 WHERE %2) DO\n"
                          "UPDATE %3 SET %4 WHERE id=r.i;\nEND FOR;\n")
               .arg(from(), chosen, document(), bump) +
           row.arg(from(), chosen, holder(), field(), QString());
}

/// An entry of a list: one owner after the other, since the log tells the whole list.
QString PointText::links() const
{
    const QString table = QStringLiteral("{data}.") + quoted(linkTable(*m_p.holder, *m_p.field));
    const QString list = QStringLiteral("SELECT CONCAT('[',IFNULL(GROUP_CONCAT(x.target_id ORDER BY x.position),''),"
                                        "']') INTO %1 FROM %2 x WHERE x.owner_id=r.o;\n");
    const QString document =
        isLine() ? QStringLiteral("t.") + quoted(m_p.holder->lineParentField()) : QStringLiteral("t.id");
    const QString before = loggedValue(*m_p.field, key(), "o");
    const QString had =
        QStringLiteral("SELECT COUNT(*), IFNULL(MAX(%1),0) INTO v_was, v_both FROM {data}.changes c JOIN "
                       "%2 t ON t.id=r.o WHERE c.batch_id=p_undo AND c.entity='%3' AND "
                       "c.record_id=r.d AND %4;\n")
            .arg(contains(before, QStringLiteral("p_from")), holder(), m_p.document->key(),
                 contains(before, QStringLiteral("p_to")));
    const QString written =
        QStringLiteral("UPDATE %1 SET %2 WHERE id=r.d;\n"
                       "INSERT INTO {data}.changes (tx,at,user_id,user_name,entity,decider,parent,record_id,op,version,"
                       "scope_before,scope_after,fields,fields_internal,fields_restricted,batch_id) SELECT "
                       "CONNECTION_ID(),p_now,p_me,p_name,'%3','%3',%4,d.id,%5,d.version,d.scope_id,d.scope_id,%6,"
                       "p_batch FROM %1 d JOIN %7 t ON %8=d.id AND t.id=r.o;\n")
            .arg(this->document(), bump, m_p.document->key(), m_text.parentOf(*m_p.document, QStringLiteral("d")))
            .arg(int(ChangeOp::Update))
            .arg(byClass(*m_p.field, QStringLiteral("CONCAT('{\"',%1,'\":%2}')")
                                         .arg(key(), logged(QStringLiteral("v_old"), QStringLiteral("v_new")))),
                 holder(), document) +
        (divisionOf(m_p.holder->key()).groups == m_p.field->key()
             ? QStringLiteral("IF v_divided THEN CALL {data}.redivide__%1(r.o); END IF;\n").arg(m_p.holder->key())
             : QString());
    return QStringLiteral("FOR r IN (SELECT x.owner_id o, %1 d FROM %2 x JOIN %3 t ON t.id=x.owner_id WHERE "
                          "x.target_id=p_from%4) DO\n"
                          "SET v_was=1, v_both=0;\n"
                          "IF p_undo IS NOT NULL THEN\n%5END IF;\n"
                          "IF v_was THEN\n%6"
                          "IF v_both THEN INSERT IGNORE INTO %2 (owner_id,target_id,position) SELECT r.o,p_to,"
                          "x.position FROM %2 x WHERE x.owner_id=r.o AND x.target_id=p_from;\n"
                          "ELSE UPDATE IGNORE %2 SET target_id=p_to WHERE owner_id=r.o AND target_id=p_from;\n"
                          "DELETE FROM %2 WHERE owner_id=r.o AND target_id=p_from; END IF;\n%7"
                          "IF v_old<>v_new THEN\n%8END IF;\nEND IF;\nEND FOR;\n")
        .arg(document, table, holder(), own(), had, list.arg(QStringLiteral("v_old"), table),
             list.arg(QStringLiteral("v_new"), table), written);
}

QString pointRoutine(const RoutineText &text, const Entity &e, const QList<MergePointer> &pointers)
{
    QString body = QStringLiteral("BEGIN\nDECLARE v_rows BIGINT DEFAULT 0;\nDECLARE v_was, v_both TINYINT;\n"
                                  "DECLARE v_divided TINYINT DEFAULT 0;\n"
                                  "DECLARE v_old, v_new LONGTEXT {text};\n") +
                   readDivided();
    for (const MergePointer &p : pointers) {
        const PointText point(text, e, p);
        body += p.how == MergePointer::Links ? point.links() : point.rows();
    }
    if (text.registry.find(QStringLiteral("custom_fields")))
        body += QStringLiteral("CALL {data}.point_custom(%1,'%2',p_from,p_to,p_undo,p_own);\n").arg(whoIs, e.key());
    const bool hasChildren = !e.lineTables().isEmpty() || !text.children(e).isEmpty();
    if (hasChildren)
        body += QStringLiteral("CALL {data}.rescope__%1(p_to,p_scope);\n").arg(e.key());
    body += divideMerged(text, e, QStringLiteral("p_to"));
    return text.procedure(QStringLiteral("point__") + e.key(), who + ways, body + QStringLiteral("END"));
}

/// A custom field is a row that says where it is; the document is written by its key alone.
QString customRoutine(const RoutineText &text, const Entity &holder)
{
    QString body = QStringLiteral("BEGIN\nDECLARE v_path VARCHAR(80) {text} DEFAULT CONCAT('$.',p_key);\n"
                                  "DECLARE v_json LONGTEXT {text};\n"
                                  "SET v_json=CONCAT('{\"',p_key,'\":{\"o\":',p_from,',\"n\":',p_to,'}}');\n");
    const std::tuple<const char *, const char *, const char *> classes[] = {
        {"extra", "v_json,NULL,NULL", "c.fields"},
        {"extra_internal", "NULL,v_json,NULL", "c.fields_internal"},
        {"extra_restricted", "NULL,NULL,CONCAT('{',JSON_QUOTE(p_right),':',v_json,'}')",
         "JSON_EXTRACT(c.fields_restricted,CONCAT('$.\"',REPLACE(p_right,'\"',''),'\"'))"}};
    for (const auto &[column, fields, log] : classes) {
        const QString undone =
            QStringLiteral("EXISTS (SELECT 1 FROM {data}.changes c WHERE c.batch_id=p_undo AND c.entity='%1' AND "
                           "c.record_id=t.id AND JSON_VALUE(%2,CONCAT(v_path,'.o'))=CAST(p_to AS CHAR) "
                           "AND JSON_VALUE(%2,CONCAT(v_path,'.n'))=CAST(p_from AS CHAR))")
                .arg(holder.key(), QLatin1String(log));
        body += QStringLiteral(
                    "IF p_column='%1' THEN\n"
                    "FOR r IN (SELECT t.id FROM {data}.%2 t WHERE JSON_VALUE(t.%1,v_path)=CAST(p_from AS CHAR) AND "
                    "('%3'<>p_target OR NOT %9) AND (p_undo IS NULL OR %4)) DO\n"
                    "UPDATE {data}.%2 SET %1=JSON_SET(%1,v_path,p_to), %5 WHERE id=r.id;\n"
                    "INSERT INTO {data}.changes (tx,at,user_id,user_name,entity,decider,parent,record_id,op,version,"
                    "scope_before,scope_after,fields,fields_internal,fields_restricted,batch_id) SELECT "
                    "CONNECTION_ID(),p_now,p_me,p_name,'%3','%3',%6,t.id,%7,t.version,t.scope_id,t.scope_id,%8,p_batch "
                    "FROM {data}.%2 t WHERE t.id=r.id;\nEND FOR;\nEND IF;\n")
                    .arg(QLatin1String(column), quoted(holder.key()), holder.key(), undone, bump,
                         text.parentOf(holder, QStringLiteral("t")))
                    .arg(int(ChangeOp::Update))
                    .arg(QLatin1String(fields), contains(QStringLiteral("p_own"), QStringLiteral("t.id")));
    }
    return text.procedure(QStringLiteral("custom__") + holder.key(),
                          who + QStringLiteral(", IN p_key VARCHAR(48) {text}, IN p_column VARCHAR(16) {text}, IN "
                                               "p_right VARCHAR(64) {text}, IN p_target VARCHAR(48) {text}, IN p_from "
                                               "BIGINT, IN p_to BIGINT, IN p_undo BIGINT, IN p_own LONGTEXT {text}"),
                          body + QStringLiteral("END"));
}

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
        .arg(into, batch, e.key(), contains(QStringLiteral("v_x"), QStringLiteral("c.record_id")));
}

QString noted(const Entity &e, const QString &id, const QString &what, const QString &before, const QString &after)
{
    return QStringLiteral("UPDATE {data}.%1 SET %2 WHERE id=%3;\nSELECT t.version, t.scope_id INTO v_version, v_scope "
                          "FROM {data}.%1 t WHERE t.id=%3;\n")
               .arg(quoted(e.key()), bump, id) +
           logChange({sqlLiteral(e.key()), QStringLiteral("v_parent"), id, QString::number(int(ChangeOp::Update)),
                      QStringLiteral("v_version"), QStringLiteral("v_scope"), QStringLiteral("v_scope"),
                      QStringLiteral("CONCAT('{\"%1\":%2}'),NULL,NULL").arg(what, logged(before, after))});
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
        others.arg(QStringLiteral("CALL {data}.point__%1(%2,q.i,v_id,v_to_scope,NULL,v_x);\n").arg(e.key(), whoIs)) +
        others.arg(QStringLiteral("SELECT %1 INTO v_parent FROM %2 t WHERE t.id=q.i;\n")
                       .arg(text.parentOf(e, QStringLiteral("t")), table) +
                   noted(e, QStringLiteral("q.i"), mergedInto, QStringLiteral("'null'"),
                         QStringLiteral("CONCAT('[',v_id,']')")) +
                   QStringLiteral("CALL {data}.trash__%1(%2,q.i,1);\n"
                                  "REPLACE INTO {data}.redirects (entity,id,survivor_id,batch_id) VALUES "
                                  "('%1',q.i,v_id,p_batch);\n")
                       .arg(e.key(), whoIs) +
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
            .arg(table, e.key(), whoArguments, whoIs, text.parentOf(e, QStringLiteral("t")),
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

QStringList sharedMergeRoutines(const RoutineText &text)
{
    if (!text.registry.find(QStringLiteral("custom_fields")))
        return {};
    QStringList out;
    QString cases;
    for (const Entity *e : text.documents()) {
        out << customRoutine(text, *e);
        cases += QStringLiteral("WHEN '%1' THEN CALL {data}.custom__%1(%2,r.k,v_column,r.a,p_target,p_from,p_to,p_undo,"
                                "p_own);\n")
                     .arg(e->key(), whoIs);
    }
    out << text.procedure(
        QStringLiteral("point_custom"),
        who + QStringLiteral(", IN p_target VARCHAR(48) {text}, IN p_from BIGINT, IN p_to BIGINT, IN p_undo BIGINT, IN "
                             "p_own LONGTEXT {text}"),
        QStringLiteral("BEGIN\nDECLARE v_column VARCHAR(16) {text};\n"
                       "FOR r IN (SELECT c.entity e, c.`key` k, c.`class` s, TRIM(IFNULL(c.`right`,'')) a FROM "
                       "{data}.custom_fields c WHERE c.kind IN ('ref','file') AND IF(c.kind='file','files',c.target)="
                       "p_target AND c.`key` REGEXP '^[a-z][a-z0-9_]{0,47}$') DO\n"
                       "SET v_column=CASE r.s WHEN 'internal' THEN 'extra_internal' WHEN 'restricted' THEN "
                       "'extra_restricted' ELSE 'extra' END;\nCASE r.e\n%1ELSE BEGIN END;\nEND CASE;\nEND FOR;\nEND")
            .arg(cases));
    return out;
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
