// Who may do what, as data. No SQL here: the store turns these levels into predicates, procedures and grants.
//
// Every row has a scope_id, a node: a person's id, or the row's own id when it has a list of its own. `reach` lists the
// nodes each person reaches and how (Own, Team). A row is visible when its node is reached at the role's level or
// nearer; Level::All needs no node. One predicate everywhere: list, search, export, history, files, feed.
#pragma once
#include "core/core_export.h"
#include "core/model/field.h"
#include <QHash>
#include <QSet>
#include <array>

namespace crm {

class Catalog;
class Entity;
struct Action;

enum class Level { None = 0, Own = 1, Team = 2, All = 3 };
enum class Verb { Read, Create, Update, Delete, Export };
constexpr int verbCount = 5;

CRM_CORE QString levelName(Level level); ///< "none", "own", "team", "all"
CRM_CORE std::optional<Level> levelByName(const QString &name);
CRM_CORE QString verbName(Verb verb); ///< "read" ...
CRM_CORE std::optional<Verb> verbByName(const QString &name);

/// Levels of one role for one entity, by verb.
using Levels = std::array<Level, verbCount>;

class CRM_CORE Policy
{
public:
    /// Every right on every record, except those that are private to another person.
    static Policy administrator();
    /// Everything, records private to a person included: for the program itself.
    static Policy unlimited();
    void setLevels(const QString &entity, const Levels &levels) { m_levels.insert(entity, levels); }
    void setDefault(const Levels &levels) { m_default = levels; } ///< for entities that the role does not mention
    void setStaff(bool staff) { m_staff = staff; }
    void setAdmin(bool admin) { m_admin = admin; }
    void grant(const QString &namedRight) { m_rights.insert(namedRight); }

    bool isAdmin() const { return m_admin; }
    bool isStaff() const { return m_staff; } ///< false: a guest, see core/model/division.h
    bool holds(const QString &namedRight) const { return m_admin || m_rights.contains(namedRight); }
    /// The level for an entity. Lines and attached children follow their parent: the store passes the parent.
    Level level(const Entity &entity, Verb verb) const;
    bool may(const Entity &entity, Verb verb) const { return level(entity, verb) != Level::None; }
    /// The person may make what the action makes, if it makes anything.
    bool offers(const Catalog &catalog, const Action &action) const;
    bool sees(const Field &field) const;
    bool edits(const Field &field) const { return sees(field) && !field.isReadOnly(); }

private:
    Level asked(const Entity &entity, Verb verb) const; ///< by the role's lines
    Level forGuests(const Entity &entity, Level level) const;

    QHash<QString, Levels> m_levels;
    Levels m_default{};
    QSet<QString> m_rights;
    bool m_admin = false, m_staff = true, m_unlimited = false;
};

/// The person at work.
struct CRM_CORE Actor
{
    Id userId = 0;
    QString login, name;
    Id roleId = 0;
    IdList teams;
    Policy policy;
    /// The program itself (set-up, demo data, upgrade): every right, recorded as "system".
    static Actor system();
};

} // namespace crm
