// Who is who in a database: signing in, the policy of a person, and `reach`, which says what nodes each person reaches.
#pragma once
#include "core/access/policy.h"
#include "core/store/database.h"

namespace crm {

/// The person with role and teams, as stored now. Throws Denied if deactivated or gone.
CRM_CORE Actor loadActor(Database &db, Id userId);
/// Checks login and password, counts wrong ones and makes further tries wait. Both empty: allowed if the only active
/// person has no password. Throws Denied with a sentence that does not tell whether the login exists.
CRM_CORE Actor signIn(Database &db, const QString &login, const QString &password);
CRM_CORE void storePassword(Database &db, Id userId, const QString &password);
CRM_CORE bool hasPassword(Database &db, Id userId);

/// Who is on the list of a node, from now on; also refreshes what follows in `reach`. In the caller's transaction.
CRM_CORE void setNodeMembers(Database &db, Id node, const IdList &users);
/// Recomputes who reaches a node whose list stays as it is, and what one person reaches.
CRM_CORE void refreshNodeReach(Database &db, Id node);
CRM_CORE void refreshReachOf(Database &db, Id user);
/// By which of their columns people are tied to a record of this entity as far as guests go; empty: by none.
CRM_CORE QString guestColumn(const Catalog &catalog, const QString &entity);
/// A person's own node. Call when a person is made.
CRM_CORE void addPersonNode(Database &db, Id user);
/// Recomputes what people reach through their teams. Call when a team has changed.
CRM_CORE void refreshTeamReach(Database &db);

/// An active person, and how near a node is to them: a Level, 0 where they do not reach it.
struct Reacher
{
    Id user = 0, roleId = 0;
    QString name, role;
    int nearness = 0;
};
/// All active people, in the order of names.
CRM_CORE QList<Reacher> whoReaches(Database &db, Id node);

/// Whose limits a record decides: a person's own, those of a role's people; nothing: it decides none.
CRM_CORE std::optional<IdList> peopleOf(Database &db, const QString &entity, Id id);
/// What must follow when a record of these entities was written: nodes, reach, everybody's rights.
CRM_CORE void peopleChanged(Database &db, const QString &entity, Id id, bool isNew);

/// Grows when rights may have changed (users, teams, roles, custom fields): connections then load anew.
CRM_CORE qint64 accessVersion(Database &db);
CRM_CORE void raiseAccessVersion(Database &db);

} // namespace crm
