#include "core/store/guard.h"
#include "core/access/within_groups.h"
#include "core/store/stored_documents.h"

namespace crm {

namespace {
const QString everything = QStringLiteral("1");
const QString nothing = QStringLiteral("0");
} // namespace

const Entity &Guard::deciding(const Entity &entity) const
{
    return entity.isLine() ? m_catalog.at(entity.lineOf()) : entity;
}

Level Guard::level(const Entity &entity, Verb verb, const QString &parentEntity) const
{
    const Entity &e = deciding(entity);
    // A line is changed by changing its document: adding a line is no right of its own.
    if (entity.isLine() && (verb == Verb::Create || verb == Verb::Delete))
        verb = Verb::Update;
    Level own = m_actor.policy.level(e, verb);
    if (e.scope().kind == Scope::Everyone && own != Level::None)
        own = Level::All;
    if (e.scope().kind != Scope::Attached || parentEntity.isEmpty())
        return own;
    const Entity *parent = m_catalog.find(parentEntity);
    if (!parent)
        return own;
    // To comment on a record or attach a file one must see it, not be allowed to change it.
    const Level seen = level(*parent, Verb::Read);
    // What hangs on what everybody sees, such as a comment on an item, is no guest's: it belongs to no client.
    if (!m_actor.policy.isStaff() && own == withinGroups && seen == Level::All)
        return own;
    return std::min(own, seen);
}

QString Guard::levelPredicate(Level level, const QString &alias) const
{
    if (level == Level::All)
        return everything;
    if (level == Level::None)
        return nothing;
    // EXISTS looks up the row at hand. IN would first gather all that the person reaches, tens of thousands of nodes in
    // a large team, for each view of a statement: 20 times to open one record. Walks over many rows add walk().
    return QStringLiteral("EXISTS (SELECT 1 FROM %1 AND r.scope_id=%2.scope_id AND r.kind<=%3)")
        .arg(m_dialect.reached(m_actor.userId), alias)
        .arg(int(level));
}

QString Guard::walk(const Entity &entity, const QString &alias) const
{
    if (m_dialect.viewsGuard())
        return everything;
    const Entity &e = deciding(entity);
    const bool plain = predicate(entity, Verb::Read, alias) == levelPredicate(level(e, Verb::Read), alias);
    const Level own = level(e, Verb::Read);
    if (!plain || own == Level::All || own == Level::None)
        return everything;
    return QStringLiteral("%1.scope_id IN (SELECT r.scope_id FROM %2 AND r.kind<=%3)")
        .arg(alias, m_dialect.reached(m_actor.userId))
        .arg(int(own));
}

QString Guard::contextPredicate(const Entity &entity, Verb verb, const QString &alias) const
{
    const Level own = level(entity, verb);
    QMap<Level, QStringList> parents; // level -> keys of parent entities, as SQL texts
    bool same = true;
    for (const Entity *e : m_catalog.entities()) {
        if (!e->attachments().contains(entity.key()))
            continue;
        const Level l = level(entity, verb, e->key());
        parents[l] << u'\'' + e->key() + u'\'';
        same = same && l == own;
    }
    if (same)
        return levelPredicate(own, alias);
    QStringList parts = {QStringLiteral("(%1.parent_entity IS NULL AND %2)").arg(alias, levelPredicate(own, alias))};
    for (auto it = parents.cbegin(); it != parents.cend(); ++it) {
        if (it.key() != Level::None)
            parts << QStringLiteral("(%1.parent_entity IN (%2) AND %3)")
                         .arg(alias, it.value().join(u','), levelPredicate(it.key(), alias));
    }
    return u'(' + parts.join(QStringLiteral(" OR ")) + u')';
}

QString Guard::predicate(const Entity &entity, Verb verb, const QString &alias) const
{
    if (m_actor.userId == 0 && m_actor.policy.isAdmin())
        return everything; // the program itself
    const Entity &e = deciding(entity);
    if (e.scope().kind == Scope::Private)
        return level(e, verb) == Level::None ? nothing
                                             : QStringLiteral("%1.scope_id=%2").arg(alias).arg(m_actor.userId);
    if (e.scope().kind == Scope::Attached)
        return contextPredicate(e, verb, alias);
    return levelPredicate(level(entity, verb), alias);
}

bool Guard::allowsAt(int kind, const Entity &entity, Verb verb, Id scopeId, const QString &parentEntity) const
{
    if (m_actor.userId == 0 && m_actor.policy.isAdmin())
        return true;
    const Level l = level(entity, verb, parentEntity);
    if (l != Level::None && deciding(entity).scope().kind == Scope::Private)
        return scopeId == m_actor.userId;
    if (l == Level::None || l == Level::All)
        return l == Level::All;
    return kind > 0 && kind <= int(l);
}

bool Guard::allows(Database &db, const Entity &entity, Verb verb, Id scopeId, const QString &parentEntity) const
{
    const bool nearest = allowsAt(int(Level::Own), entity, verb, scopeId, parentEntity);
    if (!nearest || allowsAt(0, entity, verb, scopeId, parentEntity))
        return nearest; // wherever the row stands
    const QString sql =
        QStringLiteral("SELECT min(r.kind) FROM %1 AND r.scope_id=?").arg(m_dialect.reached(m_actor.userId));
    return allowsAt(db.scalar(sql, {scopeId}).toInt(), entity, verb, scopeId, parentEntity);
}

QString Guard::extraSql(const Entity &entity, const QString &column) const
{
    QStringList hidden;
    for (const Field &f : entity.fieldList()) {
        if (f.isCustom() && extraColumn(f) == column && !m_actor.policy.sees(f))
            hidden << QStringLiteral("'$.%1'").arg(f.key());
    }
    return hidden.isEmpty() ? QStringLiteral("t.") + column
                            : QStringLiteral("json_remove(t.%1,%2) AS %1").arg(column, hidden.join(u','));
}

QString Guard::viewSql(const Entity &entity) const
{
    const QString rows = predicate(entity, Verb::Read, QStringLiteral("t"));
    QStringList columns = {
        QStringLiteral("t.id"),         QStringLiteral("t.version"),    QStringLiteral("t.scope_id"),
        QStringLiteral("t.created_at"), QStringLiteral("t.created_by"), QStringLiteral("t.changed_at"),
        QStringLiteral("t.changed_by"), QStringLiteral("t.deleted_at"), QStringLiteral("t.batch_id")};
    bool guarded = rows != everything;
    for (const Field &f : entity.fieldList()) {
        if (!hasColumn(f)) {
            guarded = guarded || (f.isCustom() && !m_actor.policy.sees(f));
            continue;
        }
        const bool seen = m_actor.policy.sees(f);
        guarded = guarded || !seen;
        columns << (seen ? QStringLiteral("t.") : QStringLiteral("NULL AS ")) + quoted(f.key());
    }
    if (!guarded)
        return {};
    for (const char *column : {"extra", "extra_internal", "extra_restricted"})
        columns << extraSql(entity, QLatin1String(column));
    return QStringLiteral("CREATE TEMP VIEW %1 AS SELECT %2 FROM main.%1 t WHERE %3")
        .arg(quoted(entity.key()), columns.join(u','), rows);
}

void Guard::install(Database &db) const
{
    QStringList old;
    {
        Rows rows = db.run(QStringLiteral("SELECT name FROM temp.sqlite_master WHERE type='view'"));
        while (rows.next())
            old << rows.text(0);
    }
    for (const QString &name : std::as_const(old))
        db.exec(QStringLiteral("DROP VIEW temp.") + quoted(name));
    for (const Entity *e : m_catalog.entities()) {
        const QString sql = viewSql(*e);
        if (!sql.isEmpty())
            db.exec(sql);
        for (const Field &f : e->fieldList()) {
            if (!isListKind(f.kind()) || f.isCustom() || (sql.isEmpty() && m_actor.policy.sees(f)))
                continue;
            const QString table = quoted(linkTable(*e, f));
            // EXISTS looks at the owners of the links at hand; IN would first gather every owner that the person sees.
            db.exec(
                QStringLiteral(
                    "CREATE TEMP VIEW %1 AS SELECT l.owner_id,l.target_id,l.position FROM main.%1 l WHERE %2")
                    .arg(table,
                         m_actor.policy.sees(f)
                             ? QStringLiteral("EXISTS (SELECT 1 FROM %1 o WHERE o.id=l.owner_id)").arg(quoted(e->key()))
                             : nothing));
        }
    }
}

} // namespace crm
