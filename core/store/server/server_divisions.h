// Limits of roles to groups of clients on a server: the same as core/store/divisions.h does in a file, by procedures.
// Who stores a record holds a shared lock on the row of division_state until the commit, who limits a role an exclusive
// one; and the scope of what a record belongs to is read under its lock. So nobody stores by what is no longer so.
#pragma once
#include "core/store/server/routine_text.h"

namespace crm {

/// All of it that names no entity; and the one row that says whether divisions are in force.
CRM_CORE QStringList serverDivisionRoutines(const ServerNames &names);

/// redivide__<entity>(id): the record, and what belongs to it, by what is stored. below__<entity>(id): only the latter.
QStringList divisionRoutines(const RoutineText &text, const Entity &entity);
/// divide_all().
QString divideAllRoutine(const RoutineText &text);

/// Of save__<entity>: declares v_divided, v_division, v_moved, v_node.
QString divisionVariables();
/// Whether divisions are in force, into v_divided; under a shared lock.
QString readDivided();
/// The same; empty for records that no division concerns.
QString askDivided(const Entity &entity);
/// v_scope, the owner's node or the record's own, becomes the node of both; closed ones are refused.
QString placeInDivision(const RoutineText &text, const Entity &entity);
/// What belongs to the record follows.
QString followDivision(const Entity &entity);
/// What a merge has moved here is divided anew, behind readDivided(). @param id SQL
QString divideMerged(const RoutineText &text, const Entity &entity, const QString &id);

} // namespace crm
