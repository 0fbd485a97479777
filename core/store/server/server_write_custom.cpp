// Custom fields of a record: their definitions are rows, so one procedure serves all entities.
#include "core/model/fast_field.h"
#include "core/store/server/server_write_save.h"

namespace crm {

namespace {
// {keys}, {unknown}, {hidden}, {type}, {reference}, {required}: statements that refuse v_k.
const char *const definition = R"(BEGIN
DECLARE v_keys, v_x, v_new, v_old, v_doc, v_choices, v_had LONGTEXT {text};
DECLARE v_k, v_path VARCHAR(80) {text};
DECLARE v_kind, v_class, v_type, v_right, v_target VARCHAR(64) {text};
DECLARE v_msg VARCHAR(255) {text};
DECLARE v_i, v_c, v_ok, v_ask, v_fast INT DEFAULT 0;
DECLARE v_date DATE;
IF JSON_TYPE(p_x)<>'OBJECT' OR JSON_LENGTH(p_x)>500 THEN SET v_k=''; {keys} END IF;
SET v_keys=JSON_KEYS(p_x), v_c=JSON_LENGTH(v_keys);
IF v_c<>JSON_LENGTH(p_x) THEN SET v_k=''; {keys} END IF;
WHILE v_i<v_c DO
SET v_k=JSON_VALUE(v_keys,CONCAT('$[',v_i,']')), v_kind=NULL;
IF v_k IS NULL OR v_k NOT REGEXP '^[a-z][a-z0-9_]{0,47}$' THEN SET v_k=''; {unknown} END IF;
SELECT c.kind, c.`class`, TRIM(IFNULL(c.`right`,'')), c.choices, c.target, IFNULL(c.fast,0)
  INTO v_kind, v_class, v_right, v_choices, v_target, v_fast FROM {data}.custom_fields c
  WHERE c.entity=p_entity AND c.`key`=v_k AND c.deleted_at IS NULL ORDER BY c.id LIMIT 1;
IF v_kind IS NULL THEN {unknown} END IF;
SELECT (v_class='internal' AND NOT p_staff) OR (v_class='restricted' AND NOT p_admin AND NOT EXISTS (SELECT 1
  FROM {data}.held_rights h WHERE h.user_id=p_me AND h.right_name=v_right)) INTO v_ask;
IF v_ask THEN {hidden} END IF;
SET v_path=CONCAT('$.',v_k), v_new=JSON_EXTRACT(p_x,v_path), v_type=JSON_TYPE(v_new),
  v_x=NULLIF(JSON_VALUE(p_x,v_path),'');
SET v_doc=IFNULL(CASE v_class WHEN 'internal' THEN p_internal WHEN 'restricted' THEN p_restricted ELSE p_extra END,'{}');
SET v_old=JSON_EXTRACT(v_doc,v_path);
)";

// The lines of v_choices as a table x; a line may end with ";" as well.
const char *const choicesOfDefinition =
    R"(JSON_TABLE(CONCAT('[',REPLACE(REPLACE(JSON_QUOTE(IFNULL(v_choices,'')),CONCAT(CHAR(92),'n'),
    '","'),';','","'),']'),'$[*]' COLUMNS(t VARCHAR(1000) PATH '$')) x)";

// v_new becomes the value as JSON. A choice that was taken away since stays valid where it is.
const char *const kinds = R"(IF v_type='NULL' OR (v_type='STRING' AND v_x IS NULL) THEN SET v_new=NULL;
ELSEIF v_type IN ('OBJECT','ARRAY') THEN {type}
ELSEIF v_kind IN ('text','memo','email','phone','url','color') THEN
  IF v_type<>'STRING' OR CHAR_LENGTH(v_x)>IF(v_kind='memo',100000,IF(v_fast,{fastSize},1000)) THEN {type} END IF;
  SET v_new=JSON_QUOTE(v_x);
ELSEIF v_kind='choice' THEN
  SET v_ok=0;
  FOR r IN (SELECT x.t FROM {choices}) DO
    IF TRIM(SUBSTRING_INDEX(r.t,'=',1))=v_x THEN SET v_ok=1; END IF;
  END FOR;
  SET v_new=JSON_QUOTE(v_x);
  IF NOT v_ok AND NOT (v_new<=>v_old) THEN {type} END IF;
ELSEIF v_kind='choices' THEN
  IF v_type<>'STRING' OR CHAR_LENGTH(v_x)>1000 OR NOT (v_x<=>({canonical})) THEN {type} END IF;
  SET v_had=IFNULL(JSON_VALUE(v_doc,v_path),'');
  FOR k IN (SELECT x.t FROM {keysOfX}) DO
    SET v_ok=LOCATE(CONCAT(';',k.t,';'),CONCAT(';',v_had,';'));
    FOR r IN (SELECT x.t FROM {choices}) DO
      IF TRIM(SUBSTRING_INDEX(r.t,'=',1))=k.t THEN SET v_ok=1; END IF;
    END FOR;
    IF NOT v_ok THEN {type} END IF;
  END FOR;
  SET v_new=JSON_QUOTE(v_x);
ELSEIF v_kind='time' THEN
  IF v_type<>'STRING' OR v_x NOT REGEXP '{timeForm}' THEN {type} END IF;
  SET v_new=JSON_QUOTE(v_x);
ELSEIF v_kind='date' THEN
  IF v_x NOT REGEXP '^[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}$' THEN {type} END IF;
  BEGIN DECLARE EXIT HANDLER FOR 1292,1366,1411 BEGIN {type} END; SET v_date=v_x; END;
  SET v_new=JSON_QUOTE(v_x);
ELSEIF v_kind='bool' THEN
  IF v_x NOT IN ('0','1') THEN {type} END IF;
  SET v_new=v_x;
ELSE
  IF v_x NOT REGEXP '^(0|-?[1-9][0-9]{0,17})$' THEN {type} END IF;
  SET v_new=v_x;
  IF v_kind IN ('ref','file') THEN
    SET v_new=NULLIF(v_x,'0');
    IF v_new IS NOT NULL AND NOT (v_new<=>v_old) THEN
      CALL {data}.seen(p_me,IF(v_kind='file','files',v_target),v_new,v_ok);
      IF v_ok<>1 THEN {reference} END IF;
    END IF;
  END IF;
END IF;
)";

const char *const writing = R"(IF NOT (v_old<=>v_new) THEN
  SET p_diff=1;
  SET v_doc=NULLIF(IF(v_new IS NULL,JSON_REMOVE(v_doc,v_path),JSON_SET(v_doc,v_path,JSON_EXTRACT(v_new,'$'))),'{}');
  CASE v_class WHEN 'internal' THEN SET p_internal=v_doc; WHEN 'restricted' THEN SET p_restricted=v_doc;
    ELSE SET p_extra=v_doc; END CASE;
  IF p_seen>0 THEN
    SET v_old=IFNULL(v_old,'null'), v_x=IFNULL(v_new,'null');
    CASE v_class
    WHEN 'internal' THEN SET a_internal=CONCAT(a_internal,',"',v_k,'":{"o":',v_old,',"n":',v_x,'}');
    WHEN 'restricted' THEN CALL {data}.audit_restricted(a_restricted,v_right,v_k,v_old,v_x);
    ELSE SET a_all=CONCAT(a_all,',"',v_k,'":{"o":',v_old,',"n":',v_x,'}');
    END CASE;
  END IF;
END IF;
SET v_i=v_i+1;
END WHILE;
FOR r IN (SELECT c.`key` k, c.`class` c FROM {data}.custom_fields c
    WHERE c.entity=p_entity AND c.required=1 AND c.deleted_at IS NULL) DO
  IF NOT IFNULL(JSON_EXISTS(CASE r.c WHEN 'internal' THEN p_internal WHEN 'restricted' THEN p_restricted
      ELSE p_extra END,CONCAT('$.',r.k)),0) THEN SET v_k=r.k; {required} END IF;
END FOR;
END)";

QString refuseKey(const QString &kind, const QString &detail)
{
    return QStringLiteral("SET v_msg=CONCAT('MCRM:%1:',p_entity,':',v_k,':%2'); "
                          "SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT=v_msg;")
        .arg(kind, detail);
}
} // namespace

QString saveCustomRoutine(const RoutineText &text)
{
    QString body = QString::fromLatin1(definition) + QLatin1String(kinds) + QLatin1String(writing);
    const std::tuple<const char *, const char *, const char *> refusals[] = {
        {"{keys}", "invalid", "keys"}, {"{unknown}", "invalid", "unknown"}, {"{hidden}", "denied", ""},
        {"{type}", "invalid", "type"}, {"{reference}", "reference", ""},    {"{required}", "required", ""}};
    for (const auto &[place, kind, detail] : refusals)
        body.replace(QLatin1String(place), refuseKey(QLatin1String(kind), QLatin1String(detail)));
    body.replace(QLatin1String("{choices}"), QLatin1String(choicesOfDefinition));
    body.replace(QLatin1String("{keysOfX}"), choicesTable(QStringLiteral("v_x")));
    body.replace(QLatin1String("{canonical}"), canonicalChoices(QStringLiteral("v_x")));
    body.replace(QLatin1String("{timeForm}"), timeForm);
    body.replace(QLatin1String("{fastSize}"), QString::number(fastTextSize));
    return text.procedure(
        QStringLiteral("save_custom"),
        QStringLiteral("IN p_me BIGINT, IN p_admin TINYINT, IN p_staff TINYINT, IN p_entity VARCHAR(48) {text}, "
                       "IN p_seen BIGINT, IN p_x LONGTEXT {text}, INOUT p_extra LONGTEXT {text}, "
                       "INOUT p_internal LONGTEXT {text}, INOUT p_restricted LONGTEXT {text}, "
                       "INOUT a_all LONGTEXT {text}, INOUT a_internal LONGTEXT {text}, "
                       "INOUT a_restricted LONGTEXT {text}, INOUT p_diff TINYINT"),
        body);
}

} // namespace crm
