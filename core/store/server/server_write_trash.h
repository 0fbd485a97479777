// Trash, restore, purge and moving of children; private to the generators of writing procedures.
#pragma once
#include "core/store/server/routine_text.h"

namespace crm {

/// rescope__, trash__, purge__, remove__ of one entity.
QStringList trashRoutines(const RoutineText &text, const Entity &entity);

} // namespace crm
