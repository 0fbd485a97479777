// Looks for what must never be in a database: broken pages, dangling references, lost lines, wrong totals.
#pragma once
#include "core/model/registry.h"
#include "core/store/database.h"
#include "core/store/repository.h"

namespace crm {

/// Faults in words, at most a hundred; empty: all is well. Reads only. @param progress over the entities.
CRM_CORE QStringList findFaults(Database &db, const Catalog &catalog, const Progress &progress);

} // namespace crm
