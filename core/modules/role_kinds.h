// What kinds of roles there are: those of staff, and those of people of a client (core/model/division.h).
#pragma once
#include "core/model/record.h"

namespace crm::modules {

/// Administrators are staff, whatever else the role says.
inline bool isOfStaff(const Record &role) { return role.flag("is_admin") || role.flag("is_staff"); }

} // namespace crm::modules
