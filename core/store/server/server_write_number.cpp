#include "core/store/server/server_write_number.h"
#include "core/model/number_series.h"
#include "core/store/server/server_tables.h"
#include "core/store/stored_documents.h"

namespace crm {

namespace {
/// The day whose year and month stand in the number: the record's own, else today where the server stands.
QString dayText(const Entity &entity)
{
    const QString today = QStringLiteral("DATE(IFNULL(CONVERT_TZ(FROM_UNIXTIME(p_now DIV 1000),'+00:00',"
                                         "@@global.time_zone),FROM_UNIXTIME(p_now DIV 1000)))");
    const QString own = numberDateOf(entity.key());
    return own.isEmpty() ? today : QStringLiteral("IFNULL(n.%1,%2)").arg(own, today);
}

/// Who may have a series of their own for it.
QString ownerText(const Entity &entity)
{
    const QString field = numberOwnerField(entity);
    return field.isEmpty() ? QStringLiteral("NULL") : QStringLiteral("n.") + field;
}

/// @param when the number is due, @param counter what it is taken from unless an administrator says otherwise
QString takeText(const Entity &entity, const FieldText &fields, const QString &when, const QString &counter,
                 const QString &prefix)
{
    const Field &field = *entity.field(entity.numberField());
    // A number that somebody typed is passed over; a missing one never is.
    return QStringLiteral("IF %1 THEN BEGIN\n"
                          "DECLARE v_pattern VARCHAR(255) {text} DEFAULT %2;\n"
                          "DECLARE v_counter VARCHAR(64) {text} DEFAULT '%3';\n"
                          "DECLARE v_given BIGINT;\nDECLARE v_day DATE DEFAULT %4;\n"
                          "CALL {data}.next_number(v_day,%8,v_pattern,v_counter,v_taken);\n"
                          "SET v_given=v_taken, v_ask=1;\n"
                          "WHILE v_ask DO\n"
                          "SET v_x={data}.number_text(v_pattern,v_day,v_taken), v_fx={data}.fold_text(v_x);\n"
                          "IF v_taken>%5 OR GREATEST(CHAR_LENGTH(v_x),CHAR_LENGTH(v_fx))>%6 THEN %7END IF;\n")
               .arg(when, sqlLiteral(usualSeries(prefix).pattern), counter, dayText(entity))
               .arg(greatestNumber)
               .arg(field.size())
               .arg(refuse(QStringLiteral("exhausted"), entity.key(), field.key()), ownerText(entity)) +
           QStringLiteral("SET n.%1=v_x, f.%1=v_fx, g.%1=1;\n"
                          "SELECT EXISTS (SELECT 1 FROM {data}.%2 t WHERE t.%3=f.%1 AND t.live=1) INTO v_ask;\n"
                          "SET v_taken=v_taken+v_ask;\nEND WHILE;\n"
                          "IF v_taken<>v_given THEN UPDATE {data}.series SET next=v_taken+1 WHERE name=v_counter; "
                          "END IF;\n%4END; END IF;\n")
               .arg(field.key(), quoted(entity.key()), quoted(foldedColumn(field)),
                    entity.numberedOnceField().isEmpty() ? QString() : fields.audit(field));
}

/// The same as NumberSeries::text().
QString numberTextFunction(const RoutineText &text)
{
    return text.expand(
        QStringLiteral("CREATE OR REPLACE DEFINER=%1 FUNCTION {data}.number_text(p_pattern VARCHAR(255) {text}, p_day "
                       "DATE, p_number BIGINT) RETURNS VARCHAR(1000) {text} DETERMINISTIC NO SQL SQL SECURITY DEFINER\n"
                       "BEGIN\n"
                       "DECLARE v_all VARCHAR(1000) {text} DEFAULT REPLACE(REPLACE(REPLACE(p_pattern,'{year}',"
                       "LPAD(YEAR(p_day),4,'0')),'{yy}',RIGHT(LPAD(YEAR(p_day),4,'0'),2)),'{month}',"
                       "LPAD(MONTH(p_day),2,'0'));\n"
                       "DECLARE v_at INT DEFAULT LOCATE('{number',v_all);\n"
                       "DECLARE v_end INT DEFAULT IF(v_at=0,0,LOCATE('}',v_all,v_at));\n"
                       "DECLARE v_width VARCHAR(1000) {text};\n"
                       "IF v_end=0 THEN RETURN CONCAT(v_all,p_number); END IF;\n"
                       "SET v_width=SUBSTRING(v_all,v_at+8,GREATEST(0,v_end-v_at-8));\n"
                       "RETURN CONCAT(LEFT(v_all,v_at-1),LPAD(p_number,GREATEST(CHAR_LENGTH(p_number),"
                       "IF(v_width REGEXP '^[0-9]{1,2}$',LEAST(18,v_width+0),0)),'0'),SUBSTRING(v_all,v_end+1));\n"
                       "END")
            .arg(text.names.definer()));
}

/// The next number of a counter, which stands locked behind it. The pattern that comes in counts unless a row of
/// number_series says something else; what was said last counts at once, since nothing of it stands in a procedure.
QString nextNumber(const RoutineText &text)
{
    const Entity *kept = text.registry.find(numberSeriesEntity());
    const QString named = kept ? numberOwnerField(*kept) : QString();
    const QString whose = named.isEmpty() ? QStringLiteral("NULL") : QStringLiteral("s.") + named;
    const QString said =
        kept ? QStringLiteral("SELECT s.pattern, s.restarts, s.`first`, IFNULL(s.raised_to,0), IFNULL(s.raised_in,''), "
                              "%4 INTO p_pattern, v_restarts, v_least, v_raised, v_in, v_owner FROM {data}.%1 s WHERE "
                              "s.entity=p_counter AND s.live=1 AND (%4 IS NULL OR %4=p_owner) ORDER BY %4 IS NULL, "
                              "s.id LIMIT 1;\n"
                              "SET v_period=CASE v_restarts WHEN '%2' THEN LPAD(YEAR(p_day),4,'0') WHEN '%3' THEN "
                              "CONCAT(LPAD(YEAR(p_day),4,'0'),'-',LPAD(MONTH(p_day),2,'0')) ELSE '' END;\n"
                              "SET v_least=GREATEST(1,IFNULL(v_least,1),IF(v_in=v_period,v_raised,0)), "
                              "p_counter=CONCAT(p_counter,IF(v_owner IS NULL,'',CONCAT('/',v_owner)),IF(v_period='','',"
                              "CONCAT(' ',v_period)));\n")
                   .arg(quoted(kept->key()), restartsKey(Restarts::EachYear), restartsKey(Restarts::EachMonth), whose)
             : QString();
    const QString count = QStringLiteral(
        "UPDATE {data}.series SET next=LAST_INSERT_ID(GREATEST(next,v_least))+1 WHERE name=p_counter;\n");
    return text.procedure(
        QStringLiteral("next_number"),
        QStringLiteral("IN p_day DATE, IN p_owner BIGINT, INOUT p_pattern VARCHAR(255) {text}, INOUT p_counter "
                       "VARCHAR(64) {text}, "
                       "OUT p_number BIGINT"),
        QStringLiteral("BEGIN\nDECLARE v_least, v_raised BIGINT DEFAULT 1;\nDECLARE v_owner BIGINT;\n"
                       "DECLARE v_restarts, v_period, v_in VARCHAR(48) {text} DEFAULT '';\n") +
            said + count +
            QStringLiteral("IF ROW_COUNT()=0 THEN\n"
                           "INSERT IGNORE INTO {data}.series (name,next) VALUES (p_counter,1);\n%1END IF;\n"
                           "SET p_number=LAST_INSERT_ID();\nEND")
                .arg(count));
}
} // namespace

QString numberText(const Entity &entity, const FieldText &fields)
{
    const QString field = entity.numberField(), once = entity.numberedOnceField();
    if (field.isEmpty())
        return {};
    if (once.isEmpty())
        return takeText(entity, fields, QStringLiteral("v_seen=0 AND n.%1 IS NULL").arg(field), entity.key(),
                        entity.numberPrefix());
    return takeText(entity, fields, QStringLiteral("n.%1 IS NULL AND n.%2 IS NULL").arg(field, once),
                    draftSeries(entity), draftNumberPrefix) +
           takeText(entity, fields,
                    QStringLiteral("n.%2 IS NOT NULL AND (n.%1 IS NULL OR n.%1 LIKE '%3%')")
                        .arg(field, once, draftNumberPrefix),
                    entity.key(), entity.numberPrefix());
}

QStringList numberRoutines(const RoutineText &text) { return {numberTextFunction(text), nextNumber(text)}; }

QString numberedLaterText(const Entity &entity)
{
    if (entity.numberedOnceField().isEmpty())
        return {};
    return QStringLiteral("IF v_seen>0 AND v_taken IS NOT NULL AND NOT IFNULL(JSON_EXISTS(v_search,'$.all'),0) THEN\n"
                          "UPDATE {data}.%1 SET text_all=CONCAT(text_all,' ',f.%2), words_all=CONCAT(words_all,' ',"
                          "{data}.trigram_words(CONCAT(' ',f.%2))) WHERE id=v_id;\nEND IF;\n")
        .arg(quoted(serverSearchTable(entity)), entity.numberField());
}

} // namespace crm
