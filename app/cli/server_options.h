// The options that say where a server is; the same for profile and for server.
#pragma once
#include "app/cli/call.h"
#include "core/store/server/server_address.h"

namespace crm::cli {

QList<OptionSpec> addressOptions();
/// Throws UsageError, also for an --allow-plain without the very words.
ServerAddress addressFrom(const Call &call);

} // namespace crm::cli
