#include "core/store/server/server_tables.h"
#include "core/store/kept_sql.h"
#include "core/store/server/routine_text.h"
#include "core/store/stored_documents.h"

namespace crm {

namespace {
ServerPart column(const QString &name, const QString &type) { return {name, quoted(name) + u' ' + type}; }

ServerPart key(const QString &name, const QStringList &columns, const QString &kind = QStringLiteral("KEY"))
{
    const QString known = shortName(name);
    QStringList parts;
    for (const QString &c : columns)
        parts << quoted(c);
    return {known, QStringLiteral("%1 %2 (%3)").arg(kind, quoted(known), parts.join(u','))};
}

void addChecks(ServerTable &t, const Field &f)
{
    const QString name = shortName(QStringLiteral("ck_") + f.key());
    if (f.kind() == Kind::Bool)
        t.checks << ServerPart{name, quoted(f.key()) + QStringLiteral(" IN (0,1)")};
    if (f.kind() == Kind::Time)
        t.checks << ServerPart{name, quoted(f.key()) + QStringLiteral(" REGEXP '%1'").arg(timeForm)};
    // A choice among the kinds of record grows with each plugin; the procedure checks it.
    if (f.kind() == Kind::Choice && !f.namesEntity() && !f.choices().isEmpty()) {
        QStringList keys;
        for (const Choice &c : f.choices())
            keys << sqlLiteral(c.key);
        t.checks << ServerPart{name, QStringLiteral("%1 IN (%2)").arg(quoted(f.key()), keys.join(u','))};
    }
    if (!isIntegerKind(f.kind()) || (!f.minimum() && !f.maximum()))
        return;
    QStringList limits;
    if (f.minimum())
        limits << QStringLiteral("%1>=%2").arg(quoted(f.key())).arg(*f.minimum());
    if (f.maximum())
        limits << QStringLiteral("%1<=%2").arg(quoted(f.key())).arg(*f.maximum());
    t.checks << ServerPart{name, limits.join(QStringLiteral(" AND "))};
}

bool isOrder(const Entity &e, const Field &f)
{
    return isKeyColumn(e, f) && f.isIndexed() && !isRefKind(f.kind()) && !e.isLine();
}

void addFieldKeys(ServerTable &t, const Entity &e, const Field &f)
{
    if (!isKeyColumn(e, f))
        return;
    const QString compared = hasFoldedCopy(f) ? foldedColumn(f) : f.key();
    const QString name = QStringLiteral("ix_") + f.key();
    if (f.isUnique())
        t.keys << key(QStringLiteral("u_") + f.key(), {compared, "live"}, QStringLiteral("UNIQUE KEY"));
    if (e.isLine() && f.key() == e.lineParentField()) {
        t.keys << key(name, {f.key(), "live", "position", "id"});
    } else if (isRefKind(f.kind())) {
        // The reference first: it is always compared for equality, and serves the foreign key as well.
        t.keys << key(name, {f.key(), "live", "id"});
    } else if (isOrder(e, f)) {
        t.keys << key(name, {"live", compared, "id"});
    }
}

void addReference(ServerTable &t, const Registry &registry, const ServerNames &names, const Entity &e, const Field &f)
{
    if (!isRefKind(f.kind()) || !registry.find(f.target()))
        return;
    const QString rule = f.onDelete() == OnDelete::Clear ? QStringLiteral("SET NULL") : QStringLiteral("RESTRICT");
    t.references << ServerPart{shortName(QStringLiteral("fk_%1_%2").arg(e.key(), f.key())),
                               QStringLiteral("FOREIGN KEY (%1) REFERENCES %2 (`id`) ON DELETE %3")
                                   .arg(quoted(f.key()), names.table(f.target()), rule)};
}

void addStoreKeys(ServerTable &t, const Entity &e)
{
    if (e.scope().kind != Scope::Everyone && !e.isLine()) {
        // scope_id first: in the guarded view `live` is an expression, so nothing else could narrow a walk.
        QStringList columns{"scope_id", "live"};
        if (const QString sort = scopeOrder(e); !sort.isEmpty())
            columns << sort;
        t.keys << key(QStringLiteral("ix_scope_id"), columns << "id");
    }
    if (e.isLine())
        t.keys << key(QStringLiteral("ix_scope_id"), {"scope_id"});
    else
        t.keys << key(QStringLiteral("ix_changed_at"), {"live", "changed_at", "id"});
    t.keys << key(QStringLiteral("ix_deleted_at"), {"deleted_at", "id"});
    t.keys << key(QStringLiteral("ix_batch_id"), {"batch_id"});
}

/// The type, and how the database keeps the column if it does.
QString keptType(const Entity &e, const Field &f)
{
    const QString type = serverColumnType(e, f);
    if (f.kept().isGenerated())
        return QStringLiteral("%1 AS (%2) PERSISTENT").arg(type, keptExpression(f));
    return f.isKept() ? type + QStringLiteral(" NOT NULL DEFAULT 0") : type;
}

ServerTable entityTable(const Registry &registry, const ServerNames &names, const Entity &e)
{
    ServerTable t{e.key(), {}, QStringLiteral("`id`"), {}, {}, {}};
    t.columns << column("id", "BIGINT NOT NULL") << column("version", "BIGINT NOT NULL DEFAULT 1")
              << column("scope_id", "BIGINT NOT NULL DEFAULT 0") << column("created_at", "BIGINT NOT NULL DEFAULT 0")
              << column("created_by", "BIGINT NOT NULL DEFAULT 0") << column("changed_at", "BIGINT NOT NULL DEFAULT 0")
              << column("changed_by", "BIGINT NOT NULL DEFAULT 0") << column("deleted_at", "BIGINT")
              << column("batch_id", "BIGINT")
              << column("live", "TINYINT AS (IF(`deleted_at` IS NULL,1,NULL)) PERSISTENT");
    for (const Field &f : e.fieldList()) {
        if (!hasColumn(f))
            continue;
        t.columns << column(f.key(), keptType(e, f));
        if (hasFoldedCopy(f))
            t.columns << column(foldedColumn(f), foldedColumnType(e, f));
        addChecks(t, f);
        addFieldKeys(t, e, f);
        addReference(t, registry, names, e, f);
    }
    for (const char *extra : {"extra", "extra_internal", "extra_restricted"}) {
        t.columns << column(extra, QStringLiteral("LONGTEXT ") + binaryText);
        t.checks << ServerPart{QStringLiteral("ck_") + QLatin1String(extra),
                               QStringLiteral("JSON_VALID(%1)").arg(quoted(extra))};
    }
    addStoreKeys(t, e);
    return t;
}

ServerTable linksTable(const Entity &e, const Field &f)
{
    ServerTable t{linkTable(e, f), {}, QStringLiteral("`owner_id`,`target_id`"), {}, {}, {}};
    t.columns << column("owner_id", "BIGINT NOT NULL") << column("target_id", "BIGINT NOT NULL")
              << column("position", "INT NOT NULL DEFAULT 0")
              << column("g_owner", "BIGINT AS (`owner_id`) PERSISTENT"); // for the guard, see server_views.h
    t.keys << key(QStringLiteral("ix_target"), {"target_id", "owner_id"});
    return t;
}

ServerTable searchTable(const Entity &e)
{
    ServerTable t{serverSearchTable(e), {}, QStringLiteral("`id`"), {}, {}, {}};
    t.columns << column("id", "BIGINT NOT NULL");
    for (const char *text : {"text_all", "text_internal", "words_all", "words_internal"})
        t.columns << column(text, QStringLiteral("MEDIUMTEXT ") + binaryText);
    t.columns << column("g_id", "BIGINT AS (`id`) PERSISTENT"); // for the guard, see server_views.h
    t.keys << key(QStringLiteral("ft_all"), {"words_all"}, QStringLiteral("FULLTEXT KEY"));
    if (hasInternalSearch(e))
        t.keys << key(QStringLiteral("ft_staff"), {"words_all", "words_internal"}, QStringLiteral("FULLTEXT KEY"));
    return t;
}

bool searchesClass(const Entity &e, FieldClass fieldClass)
{
    return std::any_of(e.fieldList().cbegin(), e.fieldList().cend(),
                       [&](const Field &f) { return f.isSearchable() && f.fieldClass() == fieldClass; });
}
} // namespace

QString scopeOrder(const Entity &e)
{
    QString name = e.defaultSort().section(u',', 0, 0).trimmed();
    if (name.startsWith(u'-'))
        name.remove(0, 1);
    const Field *f = e.field(name);
    if (!f || !isKeyColumn(e, *f))
        return {};
    return hasFoldedCopy(*f) ? foldedColumn(*f) : f->key();
}

QList<ServerOrder> serverOrders(const Entity &entity)
{
    const Scope::Kind scope = entity.scope().kind;
    if (entity.isLine() || scope == Scope::Everyone || scope == Scope::Private)
        return {};
    QList<ServerOrder> out{
        {QStringLiteral("changed_at"), QStringLiteral("changed_at"), QStringLiteral("ix_changed_at")}};
    for (const Field &f : entity.fieldList()) {
        if (hasColumn(f) && isOrder(entity, f))
            out << ServerOrder{f.key(), hasFoldedCopy(f) ? foldedColumn(f) : f.key(),
                               shortName(QStringLiteral("ix_") + f.key()), &f};
    }
    return out;
}

bool hasInternalSearch(const Entity &entity) { return searchesClass(entity, FieldClass::Internal); }
bool isSearched(const Entity &entity) { return searchesClass(entity, FieldClass::All) || hasInternalSearch(entity); }

QList<ServerTable> serverTables(const Registry &registry, const ServerNames &names)
{
    QList<ServerTable> out = serverStoreTables();
    for (const auto &e : registry.entities()) {
        out << entityTable(registry, names, *e);
        for (const Field &f : e->fieldList()) {
            if (isListKind(f.kind()) && !f.isCustom())
                out << linksTable(*e, f);
        }
        if (isSearched(*e))
            out << searchTable(*e);
    }
    return out;
}

QString createTableSql(const ServerNames &names, const ServerTable &table)
{
    QStringList parts;
    for (const ServerPart &c : table.columns)
        parts << c.sql;
    parts << QStringLiteral("PRIMARY KEY (%1)").arg(table.primaryKey);
    for (const ServerPart &k : table.keys)
        parts << k.sql;
    for (const ServerPart &c : table.checks)
        parts << QStringLiteral("CONSTRAINT %1 CHECK (%2)").arg(quoted(c.name), c.sql);
    return QStringLiteral("CREATE TABLE IF NOT EXISTS %1 (%2) %3")
        .arg(names.table(table.name), parts.join(u','), tableOptions);
}

QString referencesSql(const ServerNames &names, const ServerTable &table)
{
    QStringList parts;
    for (const ServerPart &r : table.references)
        parts << QStringLiteral("ADD CONSTRAINT %1 %2").arg(quoted(r.name), r.sql);
    return parts.isEmpty() ? QString()
                           : QStringLiteral("ALTER TABLE %1 %2").arg(names.table(table.name), parts.join(u','));
}

} // namespace crm
