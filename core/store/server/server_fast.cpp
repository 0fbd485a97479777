#include "core/store/server/server_fast.h"
#include "core/model/fast_field.h"
#include "core/store/dialect.h"
#include "core/store/fast_fields.h"
#include "core/store/field_sql.h"
#include "core/store/server/server_schema.h"
#include "core/store/stored_documents.h"
#include <QLoggingCategory>

namespace crm {

namespace {
Q_LOGGING_CATEGORY(log, "mycrm.store")

const QString marker = QStringLiteral("extra__");

Field fieldOf(const FastColumn &c) { return Field(c.kind, c.key, Label()).custom(); }

QString keyName(const QString &key) { return shortName(QStringLiteral("ix_") + fastColumn(key)); }

QString columnSql(const FastColumn &c)
{
    const Dialect &dialect = Dialect::mariadb();
    const Field field = fieldOf(c);
    const QString value = dialect.jsonValue(QStringLiteral("`extra`"), field);
    // The column stays until the next upgrade, also when another field with other values has taken the key.
    if (!isTextKind(c.kind) && c.kind != Kind::Date)
        return QStringLiteral(
                   "%1 BIGINT AS (IF(JSON_VALUE(`extra`,'$.%3') REGEXP '^-?[0-9]{1,18}$',%2,NULL)) PERSISTENT")
            .arg(quoted(fastColumn(c.key)), value, c.key);
    // Folding lengthens some texts.
    return QStringLiteral("%1 VARCHAR(%2) %3 AS (LEFT(%4,%2)) PERSISTENT")
        .arg(quoted(fastColumn(c.key)))
        .arg(fastTextSize)
        .arg(binaryText, isFolded(field) ? dialect.folded(value) : value);
}

QString dropSql(const QString &key)
{
    return QStringLiteral("DROP KEY IF EXISTS %1, DROP COLUMN IF EXISTS %2")
        .arg(quoted(keyName(key)), quoted(fastColumn(key)));
}

QString addSql(const ServerNames &names, const FastColumn &c, bool isThere)
{
    // One that is there holds values of another kind: a deleted field had the key before.
    return QStringLiteral("ALTER TABLE %1 %2ADD COLUMN %3, ADD KEY %4 (`live`,%5,`id`)")
        .arg(names.table(c.entity), isThere ? dropSql(c.key) + u',' : QString(), columnSql(c), quoted(keyName(c.key)),
             quoted(fastColumn(c.key)));
}

bool valuesFit(Database &db, const ServerNames &names, const FastColumn &c)
{
    const QVariant id =
        db.scalar(QStringLiteral("SELECT id FROM %1 WHERE %2 LIMIT 1")
                      .arg(names.table(c.entity), misfitSql(Dialect::mariadb(), QStringLiteral("extra"), fieldOf(c))));
    if (!id.isNull())
        qCInfo(log, "custom field %s.%s gets no index: the value of record %lld does not fit", qPrintable(c.entity),
               qPrintable(c.key), id.toLongLong());
    return id.isNull();
}
} // namespace

QString fastText(const FastColumns &columns)
{
    QString out = QStringLiteral(";");
    for (const FastColumn &c : columns)
        out += QStringLiteral("%1.%2:%3;").arg(c.entity, c.key, kindName(c.kind));
    return out;
}

FastColumns fastColumns(const QString &text)
{
    FastColumns out;
    const QStringList parts = text.split(u';', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString place = part.section(u':', 0, 0);
        if (const auto kind = kindByName(part.section(u':', 1)))
            out << FastColumn{place.section(u'.', 0, 0), place.section(u'.', 1), *kind};
    }
    return out;
}

FastPlan planFast(Database &db, const Registry &registry, const ServerNames &names, const ServerState &state)
{
    FastPlan plan;
    plan.before = fastColumns(state.meta.value(fastKey));
    const auto isThere = [&](const QString &entity, const QString &key) {
        return state.parts.contains(QStringLiteral("column/%1/%2").arg(entity, fastColumn(key)));
    };
    QList<FastField> marked;
    if (state.parts.contains(QStringLiteral("column/custom_fields/fast"))) // an older office has no marks
        marked = markedFields(db, names.table("custom_fields"));
    for (const FastField &f : std::as_const(marked)) {
        const FastColumn column{f.entity, f.field.key(), f.field.kind()};
        const bool made = plan.before.contains(column) && isThere(f.entity, column.key);
        if (!registry.find(f.entity) || (!made && !valuesFit(db, names, column)))
            continue;
        plan.now << column;
        if (!made)
            plan.additions << qMakePair(column, addSql(names, column, isThere(f.entity, column.key)));
    }
    for (const auto &e : registry.entities()) {
        const QString start = QStringLiteral("column/%1/%2").arg(e->key(), marker);
        QStringList drops;
        for (const QString &part : state.parts) {
            const QString key = part.startsWith(start) ? part.mid(start.size()) : QString();
            const bool stays = std::any_of(plan.now.cbegin(), plan.now.cend(),
                                           [&](const FastColumn &c) { return c.entity == e->key() && c.key == key; });
            if (!key.isEmpty() && !stays)
                drops << dropSql(key);
        }
        if (!drops.isEmpty())
            plan.leftOver << QStringLiteral("ALTER TABLE %1 %2").arg(names.table(e->key()), drops.join(u','));
    }
    return plan;
}

} // namespace crm
