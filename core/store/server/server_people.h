// What people may do and reach, kept by procedures of the schema `data` from the rows of users, roles, role_rights and
// teams. The same as loadActor(), Policy::level(), Guard::level() and setNodeMembers() do for a local file: a test
// compares them. All run inside the caller's transaction: no DDL, no GRANT, no COMMIT.
//
//     CALL data.follow_user(id)            after a save of users: people, held_rights, levels; the node of a new person
//     CALL data.follow_role(id)            after a save of roles: those of all who have it
//     CALL data.follow_team()              after a save of teams: what is reached through teams
//     CALL data.set_node_members(node, '["1","2"]')   who is on the list of a node, from now on; [] removes the node
//     CALL data.follow_people(user, role)  both may be NULL: everybody, for upgrades
//
// None raises access_version: the head row is the last to be locked in a transaction.
#pragma once
#include "core/store/server/server_text.h"

namespace crm {

CRM_CORE QStringList serverPeopleRoutines(const ServerNames &names);
/// The rows of `entities`, `entity_parents`, `all_views`: replaced whole, in one transaction.
CRM_CORE QStringList serverEntityRows(const Registry &registry, const ServerNames &names);

} // namespace crm
