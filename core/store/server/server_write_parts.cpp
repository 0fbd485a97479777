#include "core/store/server/server_write_parts.h"

namespace crm {

QString readParts(const QString &json, const Entity &e, const QList<Part> &parts, const QStringList &more)
{
    const auto no = [&](const char *detail) {
        return refuse(QStringLiteral("invalid"), e.key(), {}, QLatin1String(detail));
    };
    QStringList reads{QStringLiteral("v_idtext=JSON_VALUE(%1,'$.id')").arg(json),
                      QStringLiteral("v_seentext=JSON_VALUE(%1,'$.seen')").arg(json)};
    QStringList given{QStringLiteral("%1").arg(more.size()), QStringLiteral("(v_idtext IS NOT NULL)"),
                      QStringLiteral("(v_seentext IS NOT NULL)")};
    QStringList seldomReads, seldomGiven, exists, wrong;
    for (const Part &part : parts) {
        (part.isSeldom ? seldomReads : reads)
            << QStringLiteral("%1=JSON_QUERY(%2,'$.%3')").arg(part.variable, json, part.key);
        (part.isSeldom ? seldomGiven : given) << QStringLiteral("(%1 IS NOT NULL)").arg(part.variable);
        exists << QStringLiteral("JSON_EXISTS(%1,'$.%2')").arg(json, part.key);
        if (part.mustBeObject)
            wrong << QStringLiteral("(JSON_EXISTS(%1,'$.%2') AND %3 IS NULL)").arg(json, part.key, part.variable);
    }
    for (const QString &key : QStringList{QStringLiteral("id"), QStringLiteral("seen")} + more)
        exists << QStringLiteral("JSON_EXISTS(%1,'$.%2')").arg(json, key);
    // As many keys as were found: all is well, and nothing else needs to be looked for. Only otherwise the seldom ones
    // are read, and only if there are more keys still it is asked in full what is wrong.
    return QStringLiteral("SET %1, v_c=JSON_LENGTH(%2);\n"
                          "IF v_c<>%3 THEN\nSET %4;\n"
                          "IF v_c<>%3+%5 THEN\nIF v_c<>%6 OR %7 THEN %8END IF;\nEND IF;\nEND IF;\n"
                          "IF v_idtext IS NULL OR v_idtext NOT REGEXP '^[1-9][0-9]{0,17}$' THEN %9END IF;\n")
               .arg(reads.join(QStringLiteral(", ")), json, given.join(u'+'), seldomReads.join(QStringLiteral(", ")),
                    seldomGiven.join(u'+'), exists.join(u'+'), wrong.join(QStringLiteral(" OR ")), no("keys"),
                    no("id")) +
           QStringLiteral("IF v_seentext IS NULL OR v_seentext NOT REGEXP '^[0-9]{1,18}$' THEN %1END IF;\n"
                          "SET v_id=v_idtext, v_seen=v_seentext;\n")
               .arg(no("id"));
}

} // namespace crm
