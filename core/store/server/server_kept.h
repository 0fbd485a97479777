// The sums that a server keeps: triggers on the tables that are added up. See core/model/kept.h.
#pragma once
#include "core/store/kept_sql.h"
#include "core/store/server/server_names.h"

namespace crm {

/// CREATE OR REPLACE TRIGGER for every table that is added up.
CRM_CORE QStringList serverSumTriggers(const Registry &registry, const ServerNames &names);
/// UPDATE of every sum whose column is not among `present` ("table/column"): an upgrade has just made it.
CRM_CORE QStringList recountStatements(const Registry &registry, const ServerNames &names,
                                       const std::function<bool(const QString &table, const QString &column)> &isThere);

} // namespace crm
