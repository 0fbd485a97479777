#include "core/store/server/server_text.h"
#include "core/store/stored_documents.h"

namespace crm {

QString filled(const ServerNames &names, QString sql)
{
    return sql.replace(QStringLiteral("{me}"), me(names))
        .replace(QStringLiteral("{data}"), quoted(names.data()))
        .replace(QStringLiteral("{db}"), quoted(names.database()))
        .replace(QStringLiteral("{name}"), names.database())
        .replace(QStringLiteral("{definer}"), names.definer())
        .replace(QStringLiteral("{keeper}"), names.keeper())
        .replace(QStringLiteral("{now}"), QStringLiteral("CAST(UNIX_TIMESTAMP(SYSDATE(3))*1000 AS SIGNED)"))
        .replace(QStringLiteral("{text}"), binaryText);
}

QString refuseSql(const QString &kind, const QString &entity, const QString &field, const QString &detail)
{
    return QStringLiteral("SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT='MCRM:%1:%2:%3:%4'")
        .arg(kind, entity, field, detail);
}

} // namespace crm
