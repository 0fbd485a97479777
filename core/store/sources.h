// What a statement reads from: the one place that knows under which names the rows of an entity, its links and its
// search texts stand before the person, and how rows in the trash are told from living ones.
//
//     SQLite:   `clients` is the temporary view that Guard made, or the table itself when nothing is hidden
//     MariaDB:  `clients__all` for those who read all of them, else the guarded view `clients`
#pragma once
#include "core/access/policy.h"
#include "core/model/registry.h"
#include "core/store/dialect.h"
#include <QHash>

namespace crm {

/// What names a record: its title field, and the number where there is one beside it. Empty: nothing does.
CRM_CORE QList<const Field *> titleFields(const Entity &entity);

class CRM_CORE Sources
{
public:
    /// All must outlive it.
    Sources(const Catalog &catalog, const Actor &actor, const Dialect &dialect)
        : m_catalog(catalog)
        , m_actor(actor)
        , m_dialect(dialect)
    {}
    const Dialect &dialect() const { return m_dialect; }

    QString table(const Entity &entity) const; ///< in backticks
    /// The same with the id, whether it lives and what names it (titleFields()): of a server a view that costs less.
    QString titles(const Entity &entity) const;
    QString links(const Entity &entity, const Field &field) const;
    QString searchTexts(const Entity &entity) const; ///< of a server; a file has its index in Dialect
    /// The view hides no row of the entity from the person.
    bool readsAll(const Entity &entity) const;
    /// Of attached records the person sees those within reach alone.
    bool readsNear(const Entity &entity) const;
    /// The full-text index may be asked by itself. On a server only by those from whom nothing is hidden in it.
    bool asksIndex(const Entity &entity) const;

    QString living(const QString &alias) const { return m_dialect.living(alias); }
    QString trashed(const QString &alias) const { return m_dialect.trashed(alias); }

private:
    const Catalog &m_catalog;
    const Actor &m_actor;
    const Dialect &m_dialect;
    Dialect::Seen seen(const Entity &entity) const;
    mutable QHash<const Entity *, bool> m_readsAll, m_readsNear;
};

} // namespace crm
