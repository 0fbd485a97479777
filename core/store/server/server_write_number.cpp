#include "core/store/server/server_write_number.h"
#include "core/store/server/server_tables.h"
#include "core/store/stored_documents.h"

namespace crm {

QString numberText(const Entity &entity, const FieldText &fields)
{
    const QString field = entity.numberField();
    if (field.isEmpty())
        return {};
    const QString table = QStringLiteral("{data}.") + quoted(entity.key());
    const auto take = [&](const QString &when, const QString &series, const QString &prefix) {
        // A number that somebody typed is passed over; a missing one never is.
        return QStringLiteral("IF %6 THEN\nREPEAT\n"
                              "UPDATE {data}.series SET next=LAST_INSERT_ID(next)+1 WHERE name='%2';\n"
                              "IF ROW_COUNT()=0 THEN INSERT IGNORE INTO {data}.series (name,next) VALUES ('%2',1);\n"
                              "UPDATE {data}.series SET next=LAST_INSERT_ID(next)+1 WHERE name='%2'; END IF;\n"
                              "SET v_taken=LAST_INSERT_ID();\n"
                              "SET n.%1=CONCAT(%3,LPAD(v_taken,GREATEST(4,CHAR_LENGTH(v_taken)),'0')), "
                              "f.%1={data}.fold_text(n.%1), g.%1=1;\n"
                              "SELECT EXISTS (SELECT 1 FROM %4 t WHERE t.%5=f.%1 AND t.live=1) INTO v_ask;\n"
                              "UNTIL NOT v_ask END REPEAT;\n%7END IF;\n")
            .arg(field, series, sqlLiteral(prefix), table, quoted(field + QStringLiteral("__f")), when,
                 entity.numberedOnceField().isEmpty() ? QString() : fields.audit(*entity.field(field)));
    };
    if (entity.numberedOnceField().isEmpty())
        return take(QStringLiteral("v_seen=0 AND n.%1 IS NULL").arg(field), entity.key(), entity.numberPrefix());
    return take(QStringLiteral("n.%1 IS NULL AND n.%2 IS NULL").arg(field, entity.numberedOnceField()),
                draftSeries(entity), draftNumberPrefix) +
           take(QStringLiteral("n.%2 IS NOT NULL AND (n.%1 IS NULL OR n.%1 LIKE '%3%')")
                    .arg(field, entity.numberedOnceField(), draftNumberPrefix),
                entity.key(), entity.numberPrefix());
}

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
