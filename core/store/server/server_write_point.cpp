// point__<entity> turns everything that points to one record to another, or back what a merge had turned. What holds a
// pointer is written here alone, whoever may see it and whether or not it is locked: that is what the right "merge" is
// for.
#include "core/store/server/server_write_point.h"
#include "core/model/division.h"
#include "core/store/kept_sql.h"
#include "core/store/logged_fields.h"
#include "core/store/server/server_divisions.h"
#include "core/store/stored_documents.h"

namespace crm {

QString listHas(const QString &list, const QString &id)
{
    // JSON_CONTAINS compares numbers as doubles, which are too small for ids.
    return QStringLiteral("INSTR(REPLACE(REPLACE(REPLACE(%1,' ',''),'[',','),']',','),CONCAT(',',%2,','))>0")
        .arg(list, id);
}

QString loggedPair(const QString &before, const QString &after)
{
    return QStringLiteral("{\"o\":',%1,',\"n\":',%2,'}").arg(before, after);
}

namespace {
const QString who = QStringLiteral("IN p_me BIGINT, IN p_name VARCHAR(255) {text}, IN p_now BIGINT, IN p_batch BIGINT");
/// From whom to whom, the scope there. p_undo: the batch of the merge that is taken back; NULL: this is one. p_own: the
/// records of the merge, `[1,2,3]`, which keep what they say of each other.
const QString ways = QStringLiteral(", IN p_from BIGINT, IN p_to BIGINT, IN p_scope BIGINT, IN p_undo BIGINT, IN p_own "
                                    "LONGTEXT {text}");

const QString notOwn = QStringLiteral(" AND NOT ") + listHas(QStringLiteral("p_own"), QStringLiteral("t.id"));

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
    const QString one = QStringLiteral("CONCAT('\"',%1,'\":%2')")
                            .arg(key(), loggedPair(QStringLiteral("p_from"), QStringLiteral("p_to")));
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
               .arg(from(), chosen, document(), touchedByMerge) +
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
            .arg(listHas(before, QStringLiteral("p_from")), holder(), m_p.document->key(),
                 listHas(before, QStringLiteral("p_to")));
    const QString written =
        QStringLiteral("UPDATE %1 SET %2 WHERE id=r.d;\n"
                       "INSERT INTO {data}.changes (tx,at,user_id,user_name,entity,decider,parent,record_id,op,version,"
                       "scope_before,scope_after,fields,fields_internal,fields_restricted,batch_id) SELECT "
                       "CONNECTION_ID(),p_now,p_me,p_name,'%3','%3',%4,d.id,%5,d.version,d.scope_id,d.scope_id,%6,"
                       "p_batch FROM %1 d JOIN %7 t ON %8=d.id AND t.id=r.o;\n")
            .arg(this->document(), touchedByMerge, m_p.document->key(),
                 m_text.parentOf(*m_p.document, QStringLiteral("d")))
            .arg(int(ChangeOp::Update))
            .arg(byClass(*m_p.field, QStringLiteral("CONCAT('{\"',%1,'\":%2}')")
                                         .arg(key(), loggedPair(QStringLiteral("v_old"), QStringLiteral("v_new")))),
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
                    .arg(QLatin1String(column), quoted(holder.key()), holder.key(), undone, touchedByMerge,
                         text.parentOf(holder, QStringLiteral("t")))
                    .arg(int(ChangeOp::Update))
                    .arg(QLatin1String(fields), listHas(QStringLiteral("p_own"), QStringLiteral("t.id")));
    }
    return text.procedure(QStringLiteral("custom__") + holder.key(),
                          who + QStringLiteral(", IN p_key VARCHAR(48) {text}, IN p_column VARCHAR(16) {text}, IN "
                                               "p_right VARCHAR(64) {text}, IN p_target VARCHAR(48) {text}, IN p_from "
                                               "BIGINT, IN p_to BIGINT, IN p_undo BIGINT, IN p_own LONGTEXT {text}"),
                          body + QStringLiteral("END"));
}
} // namespace

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
        body += QStringLiteral("CALL {data}.point_custom(%1,'%2',p_from,p_to,p_undo,p_own);\n")
                    .arg(pointWhoArguments, e.key());
    const bool hasChildren = !e.lineTables().isEmpty() || !text.children(e).isEmpty();
    if (hasChildren)
        body += QStringLiteral("CALL {data}.rescope__%1(p_to,p_scope);\n").arg(e.key());
    body += divideMerged(text, e, QStringLiteral("p_to"));
    return text.procedure(QStringLiteral("point__") + e.key(), who + ways, body + QStringLiteral("END"));
}

QStringList pointCustomRoutines(const RoutineText &text)
{
    if (!text.registry.find(QStringLiteral("custom_fields")))
        return {};
    QStringList out;
    QString cases;
    for (const Entity *e : text.documents()) {
        out << customRoutine(text, *e);
        cases += QStringLiteral("WHEN '%1' THEN CALL {data}.custom__%1(%2,r.k,v_column,r.a,p_target,p_from,p_to,p_undo,"
                                "p_own);\n")
                     .arg(e->key(), pointWhoArguments);
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

} // namespace crm
