#include "core/store/duplicate_sql.h"
#include "core/model/duplicate_key.h"
#include "core/store/dialect.h"
#include "core/store/stored_documents.h"

namespace crm::duplicate_sql {

namespace {
QString onServer(const QString &alias, const QString &folded, const Field &f)
{
    const QString column = alias + u'.' + quoted(f.key());
    switch (f.kind()) {
    case Kind::Phone: {
        const QString digits = QStringLiteral("REGEXP_REPLACE(%1,'[^0-9]','')").arg(column);
        return QStringLiteral("IF(CHAR_LENGTH(%1)<%2,NULL,RIGHT(%1,%3))")
            .arg(digits)
            .arg(fewestPhoneDigits)
            .arg(phoneDigits);
    }
    case Kind::Email:
        return QStringLiteral("NULLIF(TRIM(%1),'')").arg(folded);
    default:
        break;
    }
    const QString letters = QStringLiteral("REGEXP_REPLACE(%1,'[^\\\\p{L}\\\\p{N}]','')").arg(folded);
    return QStringLiteral("IF(CHAR_LENGTH(%1)<%2,NULL,%1)").arg(letters).arg(fewestLetters);
}
} // namespace

QString part(const Dialect &dialect, const QString &alias, const Field &f)
{
    const QString column = alias + u'.' + quoted(f.key());
    if (isRefKind(f.kind()))
        return dialect.viewsGuard() ? QStringLiteral("CAST(%1 AS CHAR)").arg(column)
                                    : QStringLiteral("CAST(%1 AS TEXT)").arg(column);
    if (dialect.viewsGuard())
        return onServer(alias, dialect.foldedColumn(alias, f), f);
    const char *function = f.kind() == Kind::Phone   ? "same_phone"
                           : f.kind() == Kind::Email ? "same_email"
                                                     : "same_text";
    return QStringLiteral("NULLIF(%1(%2),'')").arg(QLatin1String(function), column);
}

QString key(const Dialect &dialect, const QString &alias, const Entity &entity, const DuplicateRule &rule)
{
    QStringList parts;
    for (const QString &field : rule.fields)
        parts << part(dialect, alias, *entity.field(field));
    if (parts.size() == 1)
        return parts.first();
    return dialect.viewsGuard() ? QStringLiteral("CONCAT(%1)").arg(parts.join(QStringLiteral(",'/',")))
                                : parts.join(QStringLiteral("||'/'||"));
}

LookUp lookUp(const Entity &entity, const DuplicateRule &rule)
{
    LookUp out;
    for (const QString &key : rule.fields) {
        const Field *f = entity.field(key);
        if (!f || !isTextKind(f->kind()))
            continue;
        out.field = f;
        const bool searched = f->isSearchable() && f->fieldClass() == FieldClass::All;
        if (f->kind() != Kind::Phone && (f->isIndexed() || f->isUnique()))
            out.how = LookUp::ByColumn;
        else if (searched)
            out.how = LookUp::BySearch;
        return out;
    }
    return out;
}

} // namespace crm::duplicate_sql
