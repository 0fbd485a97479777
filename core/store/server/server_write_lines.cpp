// Saving one line of a document, and what all saves share.
#include "core/store/server/server_write_number.h"
#include "core/store/server/server_write_parts.h"
#include "core/store/server/server_write_save.h"
#include "core/store/stored_documents.h"

namespace crm {

namespace {
const QString auditParameters = QStringLiteral(", INOUT a_all LONGTEXT {text}, INOUT a_internal LONGTEXT {text}, "
                                               "INOUT a_restricted LONGTEXT {text}, INOUT p_diff TINYINT");

QString loadLine(const FieldText &fields, const Entity &e, const QString &lock)
{
    QStringList columns{"version"}, variables{"v_version"};
    fields.selected(columns, variables);
    return QStringLiteral("SELECT %1 INTO %2 FROM {data}.%3 WHERE id=v_id AND %4=p_doc AND deleted_at IS NULL%5;\n")
        .arg(columns.join(u','), variables.join(u','), quoted(e.key()), quoted(e.lineParentField()), lock);
}

/// What a whole line consists of besides the row itself.
QString loadRest(const Entity &e)
{
    QString out;
    for (const Field &f : e.fieldList()) {
        if (isListKind(f.kind()) && !f.isCustom())
            out += QStringLiteral("SELECT CONCAT('[',IFNULL(GROUP_CONCAT(target_id ORDER BY position),''),']') INTO "
                                  "o.%1 FROM {data}.%2 WHERE owner_id=v_id;\n")
                       .arg(f.key(), quoted(linkTable(e, f)));
        else if (isLongText(f))
            out += QStringLiteral("SELECT %1 INTO o.%2 FROM {data}.%3 WHERE id=v_id;\n")
                       .arg(quoted(f.key()), f.key(), quoted(e.key()));
    }
    return out;
}

QString restrictedAudit(const RoutineText &text)
{
    return text.procedure(
        QStringLiteral("audit_restricted"),
        QStringLiteral("INOUT p_doc LONGTEXT {text}, IN p_right VARCHAR(255) {text}, IN p_key VARCHAR(120) {text}, "
                       "IN p_o LONGTEXT {text}, IN p_n LONGTEXT {text}"),
        QStringLiteral(
            "BEGIN\nDECLARE v_path VARCHAR(600) {text} DEFAULT CONCAT('$.\"',REPLACE(p_right,'\"',''),'\"');\n"
            "SET p_doc=IF(p_doc='','{}',p_doc);\n"
            "IF NOT JSON_EXISTS(p_doc,v_path) THEN SET p_doc=JSON_SET(p_doc,v_path,JSON_OBJECT()); END IF;\n"
            "SET p_doc=JSON_SET(p_doc,CONCAT(v_path,'.\"',p_key,'\"'),JSON_OBJECT('o',JSON_EXTRACT(p_o,'$'),'n',"
            "JSON_EXTRACT(p_n,'$')));\nEND"));
}

/// Whether a record of any entity is seen: 0 no, 1 yes, 2 yes, in the trash.
QString seenProcedure(const RoutineText &text)
{
    QString cases;
    for (const Entity *e : text.documents())
        cases += QStringLiteral("WHEN '%1' THEN SELECT IF(t.deleted_at IS NULL,1,2) INTO p_state FROM {data}.%2 t "
                                "WHERE t.id=p_id AND %3;\n")
                     .arg(e->key(), quoted(e->key()), text.sees(*e, QStringLiteral("t")));
    return text.procedure(
        QStringLiteral("seen"),
        QStringLiteral("IN p_me BIGINT, IN p_entity VARCHAR(48) {text}, IN p_id BIGINT, OUT p_state INT"),
        QStringLiteral("BEGIN\nSET p_state=0;\nCASE p_entity\n%1ELSE BEGIN END;\nEND CASE;\nEND").arg(cases));
}

QString goneLineRoutine(const RoutineText &text, const Entity &e)
{
    const FieldText fields(text, e);
    QString links;
    for (const Field &f : e.fieldList()) {
        if (isListKind(f.kind()) && !f.isCustom())
            links += QStringLiteral("DELETE FROM {data}.%1 WHERE owner_id=v_id;\n").arg(quoted(linkTable(e, f)));
    }
    const QString body =
        QStringLiteral("BEGIN\nDECLARE v_id, v_version BIGINT;\n") + fields.declarations() +
        QStringLiteral("SET v_id=p_line;\n") + loadLine(fields, e, QStringLiteral(" FOR UPDATE")) +
        QStringLiteral("IF v_version IS NOT NULL THEN\n") + loadRest(e) + fields.wholeLine(true) + links +
        QStringLiteral("DELETE FROM {data}.%1 WHERE id=v_id;\nSET p_diff=1;\nEND IF;\nEND").arg(quoted(e.key()));
    return text.procedure(QStringLiteral("gone__") + e.key(),
                          QStringLiteral("IN p_doc BIGINT, IN p_line BIGINT") + auditParameters, body);
}

QString lineUpdate(const FieldText &fields)
{
    return fields.update(
        {"version=version+1", "scope_id=p_scope", "changed_at=p_now", "changed_by=p_me", "batch_id=p_batch"});
}
} // namespace

QStringList saveLineRoutines(const RoutineText &text, const Entity &e)
{
    const FieldText fields(text, e);
    const QString &parent = e.lineParentField();
    const QString body =
        QStringLiteral("BEGIN\n") + saveVariables + QStringLiteral("DECLARE v_custom LONGTEXT {text};\n") +
        fields.declarations() +
        readParts(QStringLiteral("p_line"), e,
                  {{"v", "v_v", true}, {"f", "v_f", true}, {"l", "v_l", true, true}, {"x", "v_custom", true, true}},
                  {}) +
        QStringLiteral("IF IFNULL(v_custom,'{}')<>'{}' THEN %1END IF;\n"
                       "IF v_seen>0 THEN\n%2IF NOT (v_version<=>v_seen) THEN %3END IF;\n"
                       "ELSE\n%4END IF;\nSET n.%5=p_doc;\n")
            .arg(refuse("invalid", e.key(), {}, "custom"), loadLine(fields, e, QStringLiteral(" FOR UPDATE")),
                 refuse("conflict", e.key()),
                 when(QStringLiteral("EXISTS (SELECT 1 FROM {data}.%1 WHERE id=v_id)").arg(quoted(e.key())),
                      refuse("duplicate", e.key())),
                 parent) +
        fields.parsing() + fields.parsingLists() + fields.required() + fields.uniqueness() +
        QStringLiteral("IF v_seen=0 THEN\n") +
        fields.insert({"id", "version", "scope_id", "created_at", "created_by", "changed_at", "changed_by", "batch_id"},
                      {"v_id", "1", "p_scope", "p_now", "p_me", "p_now", "p_me", "p_batch"}) +
        QStringLiteral("SET p_diff=1;\nIF NOT p_new THEN\n%1END IF;\nELSEIF v_diff THEN\nSET p_diff=1;\n%2END IF;\n")
            .arg(fields.wholeLine(false), lineUpdate(fields)) +
        fields.writeLists() + QStringLiteral("END");
    QStringList out{
        text.procedure(
            QStringLiteral("save__") + e.key(),
            whoParameters +
                QStringLiteral(", IN p_line LONGTEXT {text}, IN p_doc BIGINT, IN p_scope BIGINT, IN p_new TINYINT") +
                auditParameters,
            body),
        goneLineRoutine(text, e)};
    if (canSavePlainLines(e))
        out << savePlainLinesRoutine(text, e);
    return out;
}

QStringList sharedSaveRoutines(const RoutineText &text)
{
    // The same as trigramWords() for what numbers are made of.
    const QString words =
        text.expand(QStringLiteral("CREATE OR REPLACE DEFINER=%1 FUNCTION {data}.trigram_words(p VARCHAR(255) {text}) "
                                   "RETURNS VARCHAR(2000) {text} "
                                   "DETERMINISTIC NO SQL SQL SECURITY DEFINER\nBEGIN\n"
                                   "DECLARE v_plain VARCHAR(255) {text} DEFAULT REGEXP_REPLACE(p,'[^[:alnum:]]','_');\n"
                                   "DECLARE v_out VARCHAR(2000) {text} DEFAULT '';\nDECLARE v_i INT DEFAULT 1;\n"
                                   "WHILE v_i+2<=CHAR_LENGTH(v_plain) DO\n"
                                   "IF LOCATE(CONCAT(' ',SUBSTRING(v_plain,v_i,3),' '),CONCAT(v_out,' '))=0 THEN SET "
                                   "v_out=CONCAT(v_out,' ',SUBSTRING(v_plain,v_i,3)); END IF;\n"
                                   "SET v_i=v_i+1;\nEND WHILE;\nRETURN SUBSTRING(v_out,2);\nEND")
                        .arg(text.names.definer()));
    return QStringList{words, restrictedAudit(text), seenProcedure(text), saveCustomRoutine(text)} +
           numberRoutines(text);
}

} // namespace crm
