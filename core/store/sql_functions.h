// The functions that the program's SQL and its indexes are made of: fold, search_fold, digits.
#pragma once
#include "core/core_export.h"

struct sqlite3;

namespace crm {

/// Adds them to an open connection. Without them SQLite refuses to use an index over fold(). False: out of memory.
CRM_CORE bool addSqlFunctions(sqlite3 *connection);

} // namespace crm
