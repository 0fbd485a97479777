#include "core/store/sources.h"
#include "core/store/guard.h"
#include "core/store/server/server_views.h"
#include "core/store/stored_documents.h"

namespace crm {

QList<const Field *> titleFields(const Entity &entity)
{
    const Field *named = entity.field(entity.titleField());
    const Field *number = entity.field(entity.numberField());
    if (!named)
        named = number;
    if (!named || isListKind(named->kind()))
        return {};
    QList<const Field *> out{named};
    if (number && number != named)
        out << number;
    return out;
}

bool Sources::readsAll(const Entity &entity) const
{
    const auto known = m_readsAll.constFind(&entity);
    if (known != m_readsAll.cend())
        return *known;
    const Entity &deciding = entity.isLine() ? m_catalog.at(entity.lineOf()) : entity;
    // What is private to each person has no plain view; the program itself, which sees it, reads the table of a file.
    const bool all =
        deciding.scope().kind != Scope::Private &&
        Guard(m_catalog, m_actor, m_dialect).predicate(entity, Verb::Read, QStringLiteral("t")) == QLatin1String("1");
    m_readsAll.insert(&entity, all);
    return all;
}

bool Sources::readsNear(const Entity &entity) const
{
    if (entity.isLine() || entity.scope().kind != Scope::Attached)
        return false;
    const auto known = m_readsNear.constFind(&entity);
    if (known != m_readsNear.cend())
        return *known;
    const Guard guard(m_catalog, m_actor, m_dialect);
    bool within = guard.level(entity, Verb::Read) != Level::All;
    for (const Entity *parent : m_catalog.entities()) {
        if (parent->attachments().contains(entity.key()))
            within = within && guard.level(entity, Verb::Read, parent->key()) != Level::All;
    }
    m_readsNear.insert(&entity, within);
    return within;
}

Dialect::Seen Sources::seen(const Entity &entity) const
{
    return readsAll(entity) ? Dialect::Seen::All : readsNear(entity) ? Dialect::Seen::Near : Dialect::Seen::Guarded;
}

QString Sources::table(const Entity &entity) const { return quoted(m_dialect.readName(entity.key(), seen(entity))); }

QString Sources::titles(const Entity &entity) const
{
    if (!m_dialect.viewsGuard() || titleFields(entity).isEmpty())
        return table(entity);
    return quoted(
        m_dialect.readName(titleView(entity.key()), readsAll(entity) ? Dialect::Seen::All : Dialect::Seen::Guarded));
}

QString Sources::links(const Entity &entity, const Field &field) const
{
    return quoted(
        m_dialect.readName(linkTable(entity, field), readsAll(entity) ? Dialect::Seen::All : Dialect::Seen::Guarded));
}

QString Sources::searchTexts(const Entity &entity) const
{
    // The plain view shows the texts of staff as they are, so others have none.
    return quoted(m_dialect.readName(entity.key() + QStringLiteral("__search"),
                                     asksIndex(entity) ? Dialect::Seen::All : Dialect::Seen::Guarded));
}

bool Sources::asksIndex(const Entity &entity) const
{
    return !m_dialect.viewsGuard() || (readsAll(entity) && m_actor.policy.isStaff());
}

} // namespace crm
