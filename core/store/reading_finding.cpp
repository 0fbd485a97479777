// Which rows a statement begins with: those that a procedure of the server or an index finds, or all in the order of
// the list.
#include "core/store/reading.h"
#include "core/store/search_sql.h"
#include "core/store/server/server_tables.h"

namespace crm {

namespace {
/// The same as Reading::isFoundBy() of who stands in a list, such as those whom a comment mentions.
bool isListFoundBy(const Catalog &catalog, const Entity &entity, const Field &list)
{
    const Entity *target = catalog.find(list.target());
    return list.kind() == Kind::RefList && !list.isCustom() && target && !target->isDictionary() && !entity.isLine() &&
           entity.scope().kind != Scope::Everyone;
}
} // namespace

ReadContext Reading::context(FoundRows *found)
{
    ReadContext out{*m_catalog, m_actor, m_dialect, m_sources, m_clock()};
    out.reachesMany = [this](const Entity &entity) { return reachesMany(entity); };
    if (!m_dialect.viewsGuard())
        out.isRare = [this](const Entity &entity, const QList<SearchTerm> &terms) { return isRare(entity, terms); };
    if (m_dialect.viewsGuard() && found) {
        out.isRare = [found](const Entity &entity, const QList<SearchTerm> &terms) {
            return found->ask(entity, terms);
        };
        out.findsBy = [this, found](const Entity &entity, const Field &reference, Id id) {
            const bool isFound = isListKind(reference.kind())
                                     ? isListFoundBy(*m_catalog, entity, reference) && !m_sources.readsAll(entity)
                                     : isFoundBy(entity, reference);
            return isFound && found->askBy(entity, reference, id);
        };
        out.isWalked = [this](const Entity &entity, const QString &order) { return isWalked(entity, order); };
        out.findsFirst = [this, found](const Entity &entity, const FirstRowsOf &first) {
            return isWalked(entity, first.order) && found->askFirst(entity, first);
        };
    }
    return out;
}

/// Whether a procedure of the server finds rows by this reference, and is needed for it: in a guarded view only the key
/// can be looked up. What points to a record of a dictionary is a large part of all.
bool Reading::isFoundBy(const Entity &entity, const Field &reference) const
{
    const Entity *target = m_catalog->find(reference.target());
    const bool few = reference.target().isEmpty() || (target && !target->isDictionary());
    return m_dialect.viewsGuard() && few && isRefKind(reference.kind()) && hasColumn(reference) && !entity.isLine() &&
           entity.scope().kind != Scope::Everyone && !m_sources.readsAll(entity);
}

/// Whether a procedure of the server can walk the index of this order for the person, who sees a part of the rows.
bool Reading::isWalked(const Entity &entity, const QString &order) const
{
    if (m_sources.readsAll(entity) || m_seesFew.contains(entity.key()))
        return false;
    const QList<ServerOrder> orders = serverOrders(entity);
    return std::any_of(orders.cbegin(), orders.cend(), [&](const ServerOrder &o) { return o.name == order; });
}

void Reading::runFinding(const MakeSql &make, const std::function<void(Rows &)> &take, bool trashed)
{
    FoundRows asked;
    asked.living = !trashed;
    const Sql sql = make(context(&asked));
    if (!asked.entity) {
        Rows rows = m_db.run(sql.text, sql.values);
        return take(rows);
    }
    // Prepared, as the block is long and the same for every page.
    const Sql found = found_rows::statements(asked, m_rareHits, sql, make(context()));
    Rows rows = m_db.run(QStringLiteral("BEGIN NOT ATOMIC\n%1END").arg(found.text), found.values);
    take(rows);
}

/// Whether the statement gives at most m_rareHits rows.
bool Reading::areFew(const QString &key, const Sql &rows)
{
    const auto known = m_few.constFind(key);
    if (known != m_few.cend())
        return *known;
    const QString sql = QStringLiteral("SELECT count(*) FROM (%1 LIMIT %2) x").arg(rows.text).arg(m_rareHits + 1);
    const bool few = m_db.scalar(sql, rows.values).toLongLong() <= m_rareHits;
    if (m_few.size() > 200)
        m_few.clear();
    m_few.insert(key, few);
    return few;
}

bool Reading::isRare(const Entity &entity, const QList<SearchTerm> &terms)
{
    const QString match = m_dialect.matchExpression(terms);
    return areFew(entity.key() + u' ' + match, m_dialect.matchingIds(m_sources, entity, match));
}

bool Reading::reachesMany(const Entity &entity)
{
    const QString walk = m_guard.walk(entity, QStringLiteral("m"));
    // Everything is reached: nothing is left out on the way.
    if (walk == QLatin1String("1"))
        return false;
    return !areFew(
        entity.key(),
        {QStringLiteral("SELECT 1 FROM main.%1 m WHERE m.deleted_at IS NULL AND %2").arg(quoted(entity.key()), walk)});
}

QString Reading::walk(const Entity &entity)
{
    return reachesMany(entity) ? QStringLiteral("1") : m_guard.walk(entity, QStringLiteral("m"));
}

} // namespace crm
