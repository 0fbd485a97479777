// The options that say which rows of a list are meant, for list and export alike.
#pragma once
#include "app/cli/call.h"
#include "core/model/query.h"

namespace crm::cli {

QList<OptionSpec> queryOptions();
/// Throws Error(Validation) for an expression that cannot be read.
Query queryOf(Call &call, const QString &entity);

} // namespace crm::cli
