// Saving one line of a document, and what all saves share.
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
                                  "o_%1 FROM {data}.%2 WHERE owner_id=v_id;\n")
                       .arg(f.key(), quoted(linkTable(e, f)));
        else if (isLongText(f))
            out += QStringLiteral("SELECT %1 INTO o_%2 FROM {data}.%3 WHERE id=v_id;\n")
                       .arg(quoted(f.key()), f.key(), quoted(e.key()));
    }
    return out;
}

QString customProcedure(const RoutineText &text)
{
    const auto fault = [](const QString &kind, const QString &detail) {
        return QStringLiteral("SET v_msg=CONCAT('MCRM:%1:',p_entity,':',v_k,':%2');\nSIGNAL SQLSTATE '45000' SET "
                              "MESSAGE_TEXT=v_msg;\n")
            .arg(kind, detail);
    };
    const QString type = fault(QStringLiteral("invalid"), QStringLiteral("type"));
    const QString body =
        QStringLiteral(
            "BEGIN\n"
            "DECLARE v_keys, v_x, v_new, v_old, v_doc, v_choices LONGTEXT {text};\n"
            "DECLARE v_k, v_path VARCHAR(80) {text};\nDECLARE v_kind, v_class, v_type, v_right, v_target VARCHAR(64) "
            "{text};\n"
            "DECLARE v_msg VARCHAR(255) {text};\nDECLARE v_i, v_c, v_ok, v_ask INT DEFAULT 0;\nDECLARE v_date DATE;\n"
            "IF JSON_TYPE(p_x)<>'OBJECT' OR JSON_LENGTH(p_x)>500 THEN SET v_k=''; %1END IF;\n"
            "SET v_keys=JSON_KEYS(p_x), v_c=JSON_LENGTH(v_keys);\n"
            "IF v_c<>JSON_LENGTH(p_x) THEN SET v_k=''; %1END IF;\n"
            "WHILE v_i<v_c DO\n"
            "SET v_k=JSON_VALUE(v_keys,CONCAT('$[',v_i,']')), v_kind=NULL;\n"
            "IF v_k IS NULL OR v_k NOT REGEXP '^[a-z][a-z0-9_]{0,47}$' THEN SET v_k=''; %2END IF;\n"
            "SELECT c.kind, c.`class`, TRIM(IFNULL(c.`right`,'')), c.choices, c.target INTO v_kind, v_class, v_right, "
            "v_choices, v_target "
            "FROM {data}.custom_fields c WHERE c.entity=p_entity AND c.`key`=v_k AND c.deleted_at IS NULL ORDER BY "
            "c.id LIMIT 1;\n"
            "IF v_kind IS NULL THEN %2END IF;\n"
            "%3"
            "SET v_path=CONCAT('$.',v_k), v_new=JSON_EXTRACT(p_x,v_path), v_type=JSON_TYPE(v_new), "
            "v_x=NULLIF(JSON_VALUE(p_x,v_path),'');\n")
            .arg(fault("invalid", "keys"), fault("invalid", "unknown"),
                 when("(v_class='internal' AND NOT p_staff) OR (v_class='restricted' AND NOT p_admin AND NOT EXISTS "
                      "(SELECT 1 FROM {data}.held_rights h WHERE h.user_id=p_me AND h.right_name=v_right))",
                      fault("denied", ""))) +
        QStringLiteral(
            "IF v_type='NULL' OR (v_type='STRING' AND v_x IS NULL) THEN SET v_new=NULL;\n"
            "ELSEIF v_type IN ('OBJECT','ARRAY') THEN %1"
            "ELSEIF v_kind IN ('text','memo','email','phone','url','color') THEN\n"
            "IF v_type<>'STRING' OR CHAR_LENGTH(v_x)>IF(v_kind='memo',100000,1000) THEN %1END IF;\nSET "
            "v_new=JSON_QUOTE(v_x);\n"
            "ELSEIF v_kind='choice' THEN\n"
            "SET v_ok=0;\n"
            "FOR r IN (SELECT x.t FROM "
            "JSON_TABLE(CONCAT('[',REPLACE(REPLACE(JSON_QUOTE(IFNULL(v_choices,'')),CONCAT(CHAR(92),'n'),'\",\"'),';','"
            "\",\"'),']'),"
            "'$[*]' COLUMNS(t VARCHAR(1000) PATH '$')) x) DO\n"
            "IF TRIM(SUBSTRING_INDEX(r.t,'=',1))=v_x THEN SET v_ok=1; END IF;\nEND FOR;\n"
            "SET v_old=JSON_EXTRACT(CASE v_class WHEN 'internal' THEN p_internal WHEN 'restricted' THEN p_restricted "
            "ELSE p_extra END,v_path);\n"
            "SET v_new=JSON_QUOTE(v_x);\nIF NOT v_ok AND NOT (v_new<=>v_old) THEN %1END IF;\n"
            "ELSEIF v_kind='date' THEN\n"
            "IF v_x NOT REGEXP '^[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}$' THEN %1END IF;\n"
            "BEGIN DECLARE EXIT HANDLER FOR 1292,1411,1366 BEGIN %1END; SET v_date=v_x; END;\nSET "
            "v_new=JSON_QUOTE(v_x);\n"
            "ELSEIF v_kind='bool' THEN\nIF v_x NOT IN ('0','1') THEN %1END IF;\nSET v_new=v_x;\n"
            "ELSE\nIF v_x NOT REGEXP '^-?[0-9]{1,18}$' THEN %1END IF;\nSET v_new=v_x;\n"
            "IF v_kind IN ('ref','file') THEN\nSET v_new=NULLIF(v_x,'0');\n"
            "IF v_new IS NOT NULL THEN CALL {data}.seen(p_me,IF(v_kind='file','files',v_target),v_new,v_ok);\n"
            "IF v_ok<>1 THEN %2END IF; END IF;\nEND IF;\n"
            "END IF;\n")
            .arg(type, fault("reference", "")) +
        QStringLiteral(
            "SET v_doc=IFNULL(CASE v_class WHEN 'internal' THEN p_internal WHEN 'restricted' THEN p_restricted ELSE "
            "p_extra END,'{}'), "
            "v_old=JSON_EXTRACT(v_doc,v_path);\n"
            "IF NOT (v_old<=>v_new) THEN\nSET p_diff=1;\n"
            "SET v_doc=NULLIF(IF(v_new IS "
            "NULL,JSON_REMOVE(v_doc,v_path),JSON_SET(v_doc,v_path,JSON_EXTRACT(v_new,'$'))),'{}');\n"
            "CASE v_class WHEN 'internal' THEN SET p_internal=v_doc; WHEN 'restricted' THEN SET p_restricted=v_doc; "
            "ELSE SET p_extra=v_doc; END CASE;\n"
            "IF p_seen>0 THEN SET v_old=IFNULL(v_old,'null'), v_x=IFNULL(v_new,'null');\nCASE v_class WHEN 'internal' "
            "THEN SET a_internal=CONCAT(a_internal,',\"',v_k,'\":{\"o\":',v_old,',\"n\":',v_x,'}');\n"
            "WHEN 'restricted' THEN CALL {data}.audit_restricted(a_restricted,v_right,v_k,v_old,v_x);\n"
            "ELSE SET a_all=CONCAT(a_all,',\"',v_k,'\":{\"o\":',v_old,',\"n\":',v_x,'}'); END CASE; END IF;\n"
            "END IF;\nSET v_i=v_i+1;\nEND WHILE;\n"
            "FOR r IN (SELECT c.`key` k, c.`class` c FROM {data}.custom_fields c WHERE c.entity=p_entity AND "
            "c.required=1 AND c.deleted_at IS NULL) DO\n"
            "IF NOT IFNULL(JSON_EXISTS(CASE r.c WHEN 'internal' THEN p_internal WHEN 'restricted' THEN p_restricted "
            "ELSE p_extra END,"
            "CONCAT('$.',r.k)),0) THEN SET v_k=r.k; %1END IF;\nEND FOR;\nEND")
            .arg(fault("required", ""));
    return text.procedure(
        QStringLiteral("save_custom"),
        QStringLiteral("IN p_me BIGINT, IN p_admin TINYINT, IN p_staff TINYINT, IN p_entity VARCHAR(48) {text}, "
                       "IN p_seen BIGINT, IN p_x LONGTEXT {text}, INOUT p_extra LONGTEXT {text}, "
                       "INOUT p_internal LONGTEXT {text}, INOUT p_restricted LONGTEXT {text}") +
            auditParameters,
        body);
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
    const QString parent = e.lineParentField();
    const QString body =
        QStringLiteral("BEGIN\n") + saveVariables + fields.declarations() +
        knownKeys(QStringLiteral("p_line"), e, {"id", "seen", "v", "f", "x", "l"}) +
        readId.arg(QStringLiteral("p_line"), refuse(QStringLiteral("invalid"), e.key(), {}, QStringLiteral("id"))) +
        QStringLiteral("IF IFNULL(JSON_QUERY(p_line,'$.x'),'{}')<>'{}' THEN %1END IF;\n"
                       "IF v_seen>0 THEN\n%2IF NOT (v_version<=>v_seen) THEN %3END IF;\n"
                       "ELSE\n%4END IF;\nSET n_%5=p_doc;\n")
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
    return {
        text.procedure(
            QStringLiteral("save__") + e.key(),
            whoParameters +
                QStringLiteral(", IN p_line LONGTEXT {text}, IN p_doc BIGINT, IN p_scope BIGINT, IN p_new TINYINT") +
                auditParameters,
            body),
        goneLineRoutine(text, e)};
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
    return {words, restrictedAudit(text), seenProcedure(text), customProcedure(text)};
}

} // namespace crm
