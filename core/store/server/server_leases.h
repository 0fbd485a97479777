// Leases on a shared server: work that one program at a time does. The same as core/store/leases.h does for a file; who
// may is checked here: administrators and the right "jobs". Time is the server's alone.
#pragma once
#include "core/store/server/server_text.h"

namespace crm {

CRM_CORE QStringList serverLeaseRoutines(const ServerNames &names);
/// Names of the public procedures, for the grants.
CRM_CORE QStringList serverLeaseProcedures();

} // namespace crm
