#include "core/access/policy.h"
#include "core/access/within_groups.h"
#include "core/model/division.h"
#include "core/model/entity.h"
#include "core/model/registry.h"
#include <algorithm>

namespace crm {

namespace {
constexpr const char *levelNames[] = {"none", "own", "team", "all"};
constexpr const char *limitedName = "groups"; ///< see within_groups.h; no role asks for it
constexpr const char *verbNames[] = {"read", "create", "update", "delete", "export"};

bool writes(Verb verb) { return verb == Verb::Create || verb == Verb::Update || verb == Verb::Delete; }
} // namespace

QString levelName(Level level) { return QLatin1String(level == withinGroups ? limitedName : levelNames[int(level)]); }

std::optional<Level> levelByName(const QString &name)
{
    for (int i = 0; i < int(std::size(levelNames)); ++i) {
        if (name == QLatin1String(levelNames[i]))
            return Level(i);
    }
    return std::nullopt;
}

QString verbName(Verb verb) { return QLatin1String(verbNames[int(verb)]); }

std::optional<Verb> verbByName(const QString &name)
{
    for (int i = 0; i < int(std::size(verbNames)); ++i) {
        if (name == QLatin1String(verbNames[i]))
            return Verb(i);
    }
    return std::nullopt;
}

Policy Policy::administrator()
{
    Policy p;
    p.m_admin = true;
    return p;
}

Policy Policy::unlimited()
{
    Policy p = administrator();
    p.m_unlimited = true;
    return p;
}

Level Policy::level(const Entity &entity, Verb verb) const
{
    if (m_unlimited)
        return Level::All;
    if (entity.scope().kind == Scope::Private)
        return Level::Own; // whatever the role says, an admin's included
    if (m_admin)
        return Level::All;
    if (entity.isAdminOnly() && writes(verb))
        return Level::None;
    if (entity.isDictionary() && m_staff && verb == Verb::Read)
        return Level::All;
    return forGuests(entity, asked(entity, verb));
}

Level Policy::asked(const Entity &entity, Verb verb) const
{
    const Levels levels = m_levels.value(entity.key(), m_default);
    const Level asked = levels[size_t(verb)];
    if (verb == Verb::Read || verb == Verb::Create)
        return asked;
    // Nobody changes, deletes or exports what he cannot read.
    const Level read = entity.isDictionary() && m_staff ? Level::All : levels[size_t(Verb::Read)];
    return std::min(asked, read);
}

bool Policy::offers(const Catalog &catalog, const Action &action) const
{
    const Entity *made = catalog.find(action.creates);
    return !made || may(*made, Verb::Create);
}

/// Guests have all records of their clients at most; of what belongs to no client they have their own.
Level Policy::forGuests(const Entity &entity, Level level) const
{
    if (m_staff || entity.scope().kind == Scope::Everyone)
        return level;
    if (!isConcernedByDivision(entity))
        return std::min(level, Level::Own);
    return level == Level::All ? withinGroups : level;
}

bool Policy::sees(const Field &field) const
{
    switch (field.fieldClass()) {
    case FieldClass::All:
        return true;
    case FieldClass::Internal:
        return m_admin || m_staff;
    case FieldClass::Restricted:
        return holds(field.right());
    }
    return false;
}

Actor Actor::system()
{
    Actor a;
    a.login = a.name = QStringLiteral("system");
    a.policy = Policy::unlimited();
    return a;
}

} // namespace crm
