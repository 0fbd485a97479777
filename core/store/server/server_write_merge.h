// Several records become one on a shared server, and back; private to the generators of writing procedures.
#pragma once
#include "core/store/server/routine_text.h"

namespace crm {

/// point__ (server_write_point.h), merge__, unmerge__ of one entity; nothing for those that are not merged.
QStringList mergeRoutines(const RoutineText &text, const Entity &entity);
/// The branches of `operate` for the operations "merge" and "unmerge".
QString mergeOperations(const RoutineText &text);
/// merged_into, which people call.
QString mergedIntoRoutine(const RoutineText &text);

} // namespace crm
