// The policy as SQL: which rows and columns a person reads. The one place that turns rights into predicates.
#pragma once
#include "core/access/policy.h"
#include "core/model/registry.h"
#include "core/store/database.h"
#include "core/store/dialect.h"

namespace crm {

class CRM_CORE Guard
{
public:
    /// All must outlive it.
    Guard(const Catalog &catalog, const Actor &actor, const Dialect &dialect = Dialect::sqlite())
        : m_catalog(catalog)
        , m_actor(actor)
        , m_dialect(dialect)
    {}

    /// A condition on rows of the entity's table under the alias; "1": all of them, "0": none. Literals only.
    QString predicate(const Entity &entity, Verb verb, const QString &alias) const;
    /// A condition that all rows of the view satisfy anyway, for statements that walk over many of them: it lets the
    /// database start from the index of scopes. "1": nothing narrows the walk.
    QString walk(const Entity &entity, const QString &alias) const;
    /// The level that counts for a row; children with a context are held to their parent's entity too.
    Level level(const Entity &entity, Verb verb, const QString &parentEntity = {}) const;
    /// True if a row of this scope is within the level for the verb. Looks into `reach`.
    bool allows(Database &db, const Entity &entity, Verb verb, Id scopeId, const QString &parentEntity = {}) const;
    /// The same for a scope that the person reaches at this level: how near, as in the column `kind`; 0: not at all.
    bool allowsAt(int kind, const Entity &entity, Verb verb, Id scopeId, const QString &parentEntity) const;
    /// Makes the TEMP VIEWs that stand before the tables of a file on this connection; drops those of another actor.
    void install(Database &db) const;

private:
    const Entity &deciding(const Entity &entity) const; ///< for lines: the document's entity
    QString levelPredicate(Level level, const QString &alias) const;
    QString contextPredicate(const Entity &entity, Verb verb, const QString &alias) const;
    QString viewSql(const Entity &entity) const; ///< empty: the table itself may be read
    QString extraSql(const Entity &entity, const QString &column) const;

    const Catalog &m_catalog;
    const Actor &m_actor;
    const Dialect &m_dialect;
};

} // namespace crm
