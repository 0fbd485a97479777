// What tables there are: a translation of the declarations, and the store's own.
#include "core/store/codec.h"
#include "core/store/kept_sql.h"
#include "core/store/schema.h"
#include "core/store/stored_documents.h"

namespace crm {

namespace {
QString S(const char *text) { return QLatin1String(text); }
ColumnDef column(const char *name, const char *declaration)
{
    return {QLatin1String(name), u'`' + QLatin1String(name) + QLatin1String("` ") + QLatin1String(declaration)};
}

QString indexSql(const QString &name, const QString &table, const QString &what, bool unique = false)
{
    return QStringLiteral("CREATE %1INDEX %2 ON %3 (%4)")
        .arg(unique ? QStringLiteral("UNIQUE ") : QString(), quoted(name), quoted(table), what);
}

const QString living = QStringLiteral(" WHERE deleted_at IS NULL");

QString columnDeclaration(const Field &f)
{
    QString sql = quoted(f.key()) + u' ' + columnType(f);
    if (f.kept().isGenerated())
        return sql + QStringLiteral(" GENERATED ALWAYS AS (%1) VIRTUAL").arg(keptExpression(f));
    if (f.isKept())
        return sql + QStringLiteral(" NOT NULL DEFAULT 0");
    if (isRefKind(f.kind()) && !f.target().isEmpty()) {
        sql += QStringLiteral(" REFERENCES %1(id) ON DELETE %2 DEFERRABLE INITIALLY DEFERRED")
                   .arg(quoted(f.target()),
                        f.onDelete() == OnDelete::Clear ? QStringLiteral("SET NULL") : QStringLiteral("NO ACTION"));
    }
    return sql;
}

void addFieldIndexes(TableDef &t, const Entity &e, const Field &f)
{
    const QString name = e.key() + QStringLiteral("__ix_") + f.key();
    const QString expression =
        isFreeTextKind(f.kind()) ? QStringLiteral("fold(%1)").arg(quoted(f.key())) : quoted(f.key());
    if (f.isUnique()) {
        t.indexes << qMakePair(name + QStringLiteral("_u"),
                               indexSql(name + QStringLiteral("_u"), e.key(), expression, true) + living);
    }
    if (e.isLine() ? f.key() == e.lineParentField() : (f.isIndexed() || isRefKind(f.kind()))) {
        const QString more = e.isLine() ? QStringLiteral(",position,id") : QStringLiteral(",id");
        t.indexes << qMakePair(name, indexSql(name, e.key(), expression + more) + living);
    }
}

TableDef entityTable(const Entity &e)
{
    TableDef t{e.key(), {}, {}, {}, {}};
    t.columns = {column("id", "INTEGER PRIMARY KEY"),
                 column("version", "INTEGER NOT NULL DEFAULT 1"),
                 column("scope_id", "INTEGER NOT NULL DEFAULT 0"),
                 column("created_at", "INTEGER NOT NULL DEFAULT 0"),
                 column("created_by", "INTEGER NOT NULL DEFAULT 0"),
                 column("changed_at", "INTEGER NOT NULL DEFAULT 0"),
                 column("changed_by", "INTEGER NOT NULL DEFAULT 0"),
                 column("deleted_at", "INTEGER"),
                 column("batch_id", "INTEGER")};
    bool searchable = false;
    for (const Field &f : e.fieldList()) {
        searchable |= f.isSearchable();
        if (!hasColumn(f))
            continue;
        t.columns << ColumnDef{f.key(), columnDeclaration(f)};
        addFieldIndexes(t, e, f);
    }
    t.columns << column("extra", "TEXT") << column("extra_internal", "TEXT") << column("extra_restricted", "TEXT");
    if (e.scope().kind != Scope::Everyone && !e.isLine()) {
        const QString name = e.key() + QStringLiteral("__ix_scope_id");
        t.indexes << qMakePair(name, indexSql(name, e.key(), QStringLiteral("scope_id")) + living);
    }
    const QString trash = e.key() + QStringLiteral("__ix_trash");
    t.indexes << qMakePair(trash, indexSql(trash, e.key(), QStringLiteral("deleted_at")) +
                                      QStringLiteral(" WHERE deleted_at IS NOT NULL"));
    if (searchable)
        t.searchTable = e.key() + QStringLiteral("__fts");
    return t;
}

TableDef linksTable(const Entity &e, const Field &f)
{
    TableDef t{linkTable(e, f), {}, {}, {}, {}};
    t.columns = {column("owner_id", "INTEGER NOT NULL"), column("target_id", "INTEGER NOT NULL"),
                 column("position", "INTEGER NOT NULL DEFAULT 0")};
    t.tail = QStringLiteral(", PRIMARY KEY (owner_id, target_id)) WITHOUT ROWID");
    const QString name = t.name + QStringLiteral("__ix_target");
    t.indexes << qMakePair(name, indexSql(name, t.name, QStringLiteral("target_id, owner_id")));
    return t;
}

/// Tables that belong to no entity.
QList<TableDef> storeTables()
{
    QList<TableDef> out;
    const auto add = [&](const char *name, const QList<ColumnDef> &columns, const char *tail = ")") {
        out << TableDef{QLatin1String(name), columns, QLatin1String(tail), {}, {}};
        return &out.last();
    };
    add("meta", {column("key", "TEXT PRIMARY KEY"), column("value", "TEXT")}, ") WITHOUT ROWID");
    add("schema_steps",
        {column("number", "INTEGER PRIMARY KEY"), column("description", "TEXT"), column("done_at", "INTEGER")});
    // One row; locked last in each transaction, so that change numbers are in the order of commits.
    add("feed_head",
        {column("id", "INTEGER PRIMARY KEY CHECK (id=1)"), column("head", "INTEGER NOT NULL"),
         column("access_version", "INTEGER NOT NULL DEFAULT 0"), column("maintenance", "INTEGER NOT NULL DEFAULT 0")});
    TableDef *changes = add("changes", {column("n", "INTEGER PRIMARY KEY"), column("at", "INTEGER NOT NULL"),
                                        column("user_id", "INTEGER NOT NULL"), column("user_name", "TEXT"),
                                        column("entity", "TEXT NOT NULL"), column("record_id", "INTEGER NOT NULL"),
                                        column("op", "INTEGER NOT NULL"), column("version", "INTEGER NOT NULL"),
                                        column("scope_before", "INTEGER"), column("scope_after", "INTEGER"),
                                        column("fields", "TEXT"), column("batch_id", "INTEGER")});
    changes->indexes << qMakePair(S("changes__ix_record"),
                                  indexSql(S("changes__ix_record"), S("changes"), S("record_id, n")))
                     << qMakePair(S("changes__ix_batch"),
                                  indexSql(S("changes__ix_batch"), S("changes"), S("batch_id, n")) +
                                      S(" WHERE batch_id IS NOT NULL"));
    add("done_keys",
        {column("key", "BLOB PRIMARY KEY"), column("at", "INTEGER NOT NULL"), column("entity", "TEXT"),
         column("record_id", "INTEGER"), column("change", "INTEGER")},
        ") WITHOUT ROWID");
    add("batches",
        {column("id", "INTEGER PRIMARY KEY"), column("at", "INTEGER NOT NULL"), column("user_id", "INTEGER NOT NULL"),
         column("undone_at", "INTEGER"), column("undone_by", "INTEGER")}); // the batch that took it back
    // Where a record went that was merged into another, and the pairs that somebody has said are two.
    TableDef *redirects = add("redirects",
                              {column("entity", "TEXT NOT NULL"), column("id", "INTEGER NOT NULL"),
                               column("survivor_id", "INTEGER NOT NULL"), column("batch_id", "INTEGER NOT NULL")},
                              ", PRIMARY KEY (entity, id)) WITHOUT ROWID");
    redirects->indexes << qMakePair(S("redirects__ix_batch"),
                                    indexSql(S("redirects__ix_batch"), S("redirects"), S("batch_id")));
    add("not_duplicates",
        {column("entity", "TEXT NOT NULL"), column("low_id", "INTEGER NOT NULL"), column("high_id", "INTEGER NOT NULL"),
         column("user_id", "INTEGER NOT NULL"), column("at", "INTEGER NOT NULL")},
        ", PRIMARY KEY (entity, low_id, high_id)) WITHOUT ROWID");
    // Who is on the list of a node (a person's own node holds the person), and what follows from it.
    TableDef *members =
        add("node_members", {column("scope_id", "INTEGER NOT NULL"), column("user_id", "INTEGER NOT NULL")},
            ", PRIMARY KEY (scope_id, user_id)) WITHOUT ROWID");
    members->indexes << qMakePair(S("node_members__ix_user"),
                                  indexSql(S("node_members__ix_user"), S("node_members"), S("user_id, scope_id")));
    TableDef *reach = add("reach",
                          {column("user_id", "INTEGER NOT NULL"), column("kind", "INTEGER NOT NULL"),
                           column("scope_id", "INTEGER NOT NULL")},
                          ", PRIMARY KEY (user_id, kind, scope_id)) WITHOUT ROWID");
    reach->indexes << qMakePair(S("reach__ix_scope"), indexSql(S("reach__ix_scope"), S("reach"), S("scope_id")));
    // Sets of groups that records are in (and guests' clients, below zero), who is whose guest, and nodes that stand
    // for an owner (or a list) and such a set: divisions.h.
    TableDef *divisions = add("divisions", {column("id", "INTEGER PRIMARY KEY"), column("members", "TEXT NOT NULL")});
    divisions->indexes << qMakePair(S("divisions__ix_members"),
                                    indexSql(S("divisions__ix_members"), S("divisions"), S("members"), true));
    TableDef *groups =
        add("division_groups", {column("division", "INTEGER NOT NULL"), column("group_id", "INTEGER NOT NULL")},
            ", PRIMARY KEY (division, group_id)) WITHOUT ROWID");
    groups->indexes << qMakePair(S("division_groups__ix_group"),
                                 indexSql(S("division_groups__ix_group"), S("division_groups"), S("group_id")));
    add("guest_of", {column("user_id", "INTEGER NOT NULL"), column("target_id", "INTEGER NOT NULL")},
        ", PRIMARY KEY (user_id, target_id)) WITHOUT ROWID");
    TableDef *nodes = add("scope_nodes", {column("id", "INTEGER PRIMARY KEY"), column("base", "INTEGER NOT NULL"),
                                          column("division", "INTEGER NOT NULL")});
    nodes->indexes << qMakePair(S("scope_nodes__ix_base"),
                                indexSql(S("scope_nodes__ix_base"), S("scope_nodes"), S("base, division")));
    nodes->indexes << qMakePair(S("scope_nodes__ix_division"),
                                indexSql(S("scope_nodes__ix_division"), S("scope_nodes"), S("division")));
    // Records whose sums have followed other rows in the open transaction; empty between transactions.
    add("followed", {column("entity", "TEXT NOT NULL"), column("record_id", "INTEGER NOT NULL")},
        ", PRIMARY KEY (entity, record_id)) WITHOUT ROWID");
    add("series", {column("name", "TEXT PRIMARY KEY"), column("next", "INTEGER NOT NULL")}, ") WITHOUT ROWID");
    add("leases",
        {column("name", "TEXT PRIMARY KEY"), column("holder", "TEXT NOT NULL"), column("holder_name", "TEXT"),
         column("until_at", "INTEGER"), column("started_at", "INTEGER"), column("finished_at", "INTEGER"),
         column("outcome", "TEXT")},
        ") WITHOUT ROWID");
    // Who has looked at what in another person's place.
    add("access_log",
        {column("id", "INTEGER PRIMARY KEY"), column("at", "INTEGER NOT NULL"), column("user_id", "INTEGER NOT NULL"),
         column("user_name", "TEXT"), column("subject_id", "INTEGER NOT NULL"), column("subject_name", "TEXT")});
    add("user_secrets", {column("user_id", "INTEGER PRIMARY KEY"), column("hash", "TEXT"),
                         column("failures", "INTEGER NOT NULL DEFAULT 0"), column("last_failure", "INTEGER")});
    add("blobs", {column("hash", "BLOB PRIMARY KEY"), column("size", "INTEGER NOT NULL")}, ") WITHOUT ROWID");
    add("blob_chunks",
        {column("hash", "BLOB NOT NULL"), column("number", "INTEGER NOT NULL"), column("content", "BLOB NOT NULL")},
        ", PRIMARY KEY (hash, number))");
    return out;
}
} // namespace

QList<TableDef> Schema::tables(const Registry &registry)
{
    QList<TableDef> out = storeTables();
    for (const auto &e : registry.entities()) {
        out << entityTable(*e);
        out.last().triggers = localSumTriggers(registry, *e);
        for (const Field &f : e->fieldList()) {
            if (isListKind(f.kind()) && !f.isCustom())
                out << linksTable(*e, f);
        }
    }
    return out;
}

} // namespace crm
