// The procedures of a shared server that hand out the change log, files and who has what open, as text. See
// docs/server.md. Pure text from declarations: no connection, no state, safe from every thread.
#pragma once
#include "core/store/server/server_names.h"

namespace crm {

/// CREATE OR REPLACE statements, without DELIMITER; after writeRoutines(), whose internal ones they call.
CRM_CORE QStringList feedRoutines(const Registry &registry, const ServerNames &names);
CRM_CORE QStringList blobRoutines(const Registry &registry, const ServerNames &names);
/// The names of those that people may execute.
CRM_CORE QStringList publicFeedRoutines(const Registry &registry);

} // namespace crm
