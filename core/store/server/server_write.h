// The writing procedures of a shared server, as text: all that changes a row there. See docs/server.md, "write".
// Pure text from declarations: no connection, no state, safe from every thread.
#pragma once
#include "core/store/server/server_names.h"

namespace crm {

/// CREATE OR REPLACE statements, without DELIMITER, in an order in which they can be run. The connection that runs them
/// must have the settings of sessionSettings(): MariaDB keeps sql_mode and charset with a routine.
CRM_CORE QStringList writeRoutines(const Registry &registry, const ServerNames &names);
/// The names of those that people may execute.
CRM_CORE QStringList publicWriteRoutines();

} // namespace crm
