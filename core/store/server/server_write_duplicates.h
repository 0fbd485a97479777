// What people call about records that may be the same; private to the generators of procedures.
#pragma once
#include "core/store/server/routine_text.h"

namespace crm {

/// told_apart, tell_apart, same_records.
QStringList duplicateRoutines(const RoutineText &text);
QStringList publicDuplicateRoutines();

} // namespace crm
