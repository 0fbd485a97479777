// told_apart(entity, ids): the pairs among these visible records that somebody has said are two; tell_apart says so.
// same_records(entity, rule, values): living records that have what is typed into a new one. Of one that the person
// does not see it says that it is there and who looks after it, to staff that may make such records, and only so many
// times a minute: nobody shall try out a list of names.
#include "core/store/server/server_write_duplicates.h"
#include "core/store/dialect.h"
#include "core/store/duplicate_sql.h"
#include "core/store/duplicates.h"
#include "core/store/server/server_tables.h"
#include "core/store/stored_documents.h"

namespace crm {

namespace {
constexpr int asksInAMinute = 60;
constexpr int mostAnswers = 3;
constexpr int mostCompared = 2000; ///< ids in one call of told_apart

const QString person = QStringLiteral(
    "SELECT s.user_id, p.is_admin, IF(p.is_staff OR p.is_admin,1,0) INTO p_me, p_admin, p_staff FROM {data}.sessions s "
    "JOIN {data}.people p ON p.user_id=s.user_id WHERE s.connection_id=CONNECTION_ID() AND s.client=USER() AND "
    "p.active=1;\nIF p_me IS NULL THEN %1END IF;\n");

QString begun()
{
    return QStringLiteral("DECLARE p_me BIGINT;\nDECLARE p_admin, p_staff TINYINT DEFAULT 0;\n%1") +
           person.arg(refuse(QStringLiteral("nosession")));
}

QString idsChecked(int most)
{
    return QStringLiteral("IF NOT (JSON_VALID(p_ids)<=>1 AND JSON_TYPE(p_ids)<=>'ARRAY') OR JSON_LENGTH(p_ids)>%2 THEN "
                          "%1END IF;\n")
        .arg(refuse(QStringLiteral("invalid"), {}, {}, QStringLiteral("ids")))
        .arg(most);
}

const QString idTable = QStringLiteral("JSON_TABLE(p_ids,'$[*]' COLUMNS(i BIGINT PATH '$'))");

QString toldApartRoutine(const RoutineText &text)
{
    return text.procedure(
        QStringLiteral("told_apart"), QStringLiteral("p_entity VARCHAR(48) {text}, p_ids LONGTEXT {text}"),
        QStringLiteral("BEGIN\n") +
            begun().arg(QStringLiteral("DECLARE v_low, v_high INT DEFAULT 0;\nDECLARE v_out LONGTEXT {text} DEFAULT "
                                       "'';\n")) +
            idsChecked(mostCompared) +
            QStringLiteral("FOR r IN (SELECT n.low_id a, n.high_id b FROM {data}.not_duplicates n JOIN %1 x ON "
                           "x.i=n.low_id JOIN %1 y ON y.i=n.high_id WHERE n.entity=p_entity) DO\n"
                           "CALL {data}.seen(p_me,p_entity,r.a,v_low);\nCALL {data}.seen(p_me,p_entity,r.b,v_high);\n"
                           "IF v_low>0 AND v_high>0 THEN SET v_out=CONCAT(v_out,',[',r.a,',',r.b,']'); END IF;\n"
                           "END FOR;\n"
                           "SELECT z.a low_id, z.b high_id FROM JSON_TABLE(CONCAT('[',SUBSTRING(v_out,2),']'),'$[*]' "
                           "COLUMNS(a BIGINT PATH '$[0]', b BIGINT PATH '$[1]')) z;\nEND")
                .arg(idTable),
        false);
}

QString tellApartRoutine(const RoutineText &text)
{
    return text.procedure(
        QStringLiteral("tell_apart"),
        QStringLiteral("p_entity VARCHAR(48) {text}, p_ids LONGTEXT {text}, p_apart TINYINT"),
        QStringLiteral("BEGIN\n") + begun().arg(QStringLiteral("DECLARE v_seen, v_ask INT DEFAULT 0;\n")) +
            when(QStringLiteral("NOT (p_admin OR EXISTS (SELECT 1 FROM {data}.held_rights h WHERE h.user_id=p_me AND "
                                "h.right_name='merge'))"),
                 refuse(QStringLiteral("denied"), {}, {}, QStringLiteral("merge"))) +
            idsChecked(mostTogether) +
            QStringLiteral(
                "FOR r IN (SELECT x.i FROM %1 x) DO\nSET v_seen=0;\n"
                "CALL {data}.seen(p_me,p_entity,r.i,v_seen);\nIF v_seen<>1 THEN %2END IF;\nEND FOR;\n"
                "IF p_apart THEN INSERT IGNORE INTO {data}.not_duplicates (entity,low_id,high_id,user_id,at) "
                "SELECT p_entity,x.i,y.i,p_me,UNIX_TIMESTAMP(SYSDATE(3))*1000 FROM %1 x JOIN %1 y ON "
                "x.i<y.i;\n"
                "ELSE DELETE n FROM {data}.not_duplicates n JOIN %1 x ON x.i=n.low_id JOIN %1 y ON "
                "y.i=n.high_id WHERE n.entity=p_entity; END IF;\nEND")
                .arg(idTable, refuse(QStringLiteral("notfound"))),
        false);
}

/// One rule of one entity: the rows t that have v_0, v_1 ...
QString sameRows(const RoutineText &text, const Entity &e, const DuplicateRule &rule)
{
    const duplicate_sql::LookUp way = duplicate_sql::lookUp(e, rule);
    const bool bySearch = way.how == duplicate_sql::LookUp::BySearch;
    QString from = QStringLiteral("{data}.%1 t").arg(quoted(e.key()));
    QStringList conditions{QStringLiteral("t.live=1")};
    QString check = QStringLiteral("1");
    for (qsizetype i = 0; i < rule.fields.size(); ++i) {
        const Field &f = *e.field(rule.fields[i]);
        const QString value = QStringLiteral("v_%1").arg(i);
        if (f.fieldClass() == FieldClass::Internal)
            check = QStringLiteral("p_staff");
        if (&f == way.field && bySearch) {
            from += QStringLiteral(" JOIN {data}.%1 s ON s.id=t.id").arg(quoted(serverSearchTable(e)));
            conditions << QStringLiteral("MATCH(s.words_all) AGAINST(v_match IN BOOLEAN MODE)");
            check += QStringLiteral(" AND CHAR_LENGTH(%1)>=3").arg(value);
        }
        conditions << (isRefKind(f.kind()) ? QStringLiteral("t.%1=CAST(%2 AS SIGNED)").arg(quoted(f.key()), value)
                       : f.kind() == Kind::Phone
                           ? duplicate_sql::part(Dialect::mariadb(), QStringLiteral("t"), f) + u'=' + value
                           : QStringLiteral("t.%1=%2").arg(quoted(foldedColumn(f)), value));
    }
    const QString sees = text.sees(e, QStringLiteral("t"));
    const QString who = QStringLiteral(
        "IFNULL((SELECT p.name FROM {data}.people p WHERE p.user_id=t.scope_id),(SELECT MIN(p.name) FROM "
        "{data}.node_members n JOIN {data}.people p ON p.user_id=n.user_id WHERE "
        "n.scope_id=t.scope_id))");
    const QString match =
        bySearch ? QStringLiteral("SET v_match=CONCAT('+',REPLACE({data}.trigram_words(v_%1),' ',' +'));\n")
                       .arg(rule.fields.indexOf(way.field->key()))
                 : QString();
    return QStringLiteral("IF %1 THEN\n%2SELECT IF(x.s,x.id,NULL) id, IF(x.s,x.title,NULL) title, IF(x.s,NULL,x.who) "
                          "name FROM (SELECT t.id, t.%3 title, %4 s, %5 who FROM %6 WHERE %7 LIMIT %8) x WHERE x.s OR "
                          "v_hidden;\nEND IF;\n")
        .arg(check, match, quoted(e.titleField()), sees, who, from, conditions.join(QStringLiteral(" AND ")))
        .arg(mostAnswers);
}

QString sameRecordsRoutine(const RoutineText &text)
{
    QString cases;
    for (const Entity *e : text.documents()) {
        QString rules;
        for (const DuplicateRule &rule : e->duplicateRules()) {
            const bool open = std::all_of(rule.fields.cbegin(), rule.fields.cend(), [&](const QString &key) {
                return e->field(key)->fieldClass() != FieldClass::Restricted;
            });
            if (open && duplicate_sql::lookUp(*e, rule).how != duplicate_sql::LookUp::None)
                rules += QStringLiteral("WHEN '%1' THEN\n%2").arg(rule.key, sameRows(text, *e, rule));
        }
        if (!rules.isEmpty() && e->scope().kind != Scope::Private && !e->titleField().isEmpty())
            cases += QStringLiteral("WHEN '%1' THEN\nCASE p_rule\n%2ELSE BEGIN END;\nEND CASE;\n").arg(e->key(), rules);
    }
    return text.procedure(
        QStringLiteral("same_records"),
        QStringLiteral("p_entity VARCHAR(48) {text}, p_rule VARCHAR(48) {text}, p_values LONGTEXT {text}"),
        QStringLiteral("BEGIN\n") +
            begun().arg(
                QStringLiteral("DECLARE v_count, v_hidden INT DEFAULT 0;\nDECLARE v_minute BIGINT DEFAULT "
                               "FLOOR(UNIX_TIMESTAMP(SYSDATE())/60);\nDECLARE v_0, v_1, v_2 VARCHAR(255) {text};\n"
                               "DECLARE v_match TEXT {text};\nDECLARE EXIT HANDLER FOR 1064,1582 BEGIN END;\n")) +
            // Whatever transaction this is called in: what was asked is counted.
            QStringLiteral(
                "COMMIT;\nINSERT INTO {data}.asked (user_id,at_minute,times) VALUES (p_me,v_minute,1) ON DUPLICATE KEY "
                "UPDATE times=IF(at_minute=v_minute,times+1,1), at_minute=v_minute;\nCOMMIT;\n"
                "SELECT a.times INTO v_count FROM {data}.asked a WHERE a.user_id=p_me;\n"
                "IF v_count>%1 THEN %2END IF;\n"
                "IF NOT (JSON_VALID(p_values)<=>1 AND JSON_TYPE(p_values)<=>'ARRAY') OR CHAR_LENGTH(p_values)>2000 "
                "THEN "
                "%3END IF;\n"
                "SET v_0=NULLIF(LEFT(JSON_VALUE(p_values,'$[0]'),255),''), "
                "v_1=NULLIF(LEFT(JSON_VALUE(p_values,'$[1]'),255),''), "
                "v_2=NULLIF(LEFT(JSON_VALUE(p_values,'$[2]'),255),'');\n"
                "SELECT p_staff AND IFNULL(MAX(l.can_create),0)>0 INTO v_hidden FROM {data}.levels l WHERE "
                "l.user_id=p_me AND l.entity=p_entity;\n"
                "CASE p_entity\n%4ELSE BEGIN END;\nEND CASE;\nEND")
                .arg(asksInAMinute)
                .arg(refuse(QStringLiteral("busy"), {}, {}, QStringLiteral("often")),
                     refuse(QStringLiteral("invalid"), {}, {}, QStringLiteral("values")), cases),
        false);
}
} // namespace

QStringList duplicateRoutines(const RoutineText &text)
{
    return {toldApartRoutine(text), tellApartRoutine(text), sameRecordsRoutine(text)};
}

QStringList publicDuplicateRoutines()
{
    return {QStringLiteral("told_apart"), QStringLiteral("tell_apart"), QStringLiteral("same_records")};
}

} // namespace crm
