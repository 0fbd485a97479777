// From a lead to a client, in one transaction.
#pragma once
#include "core/model/entity.h"

namespace crm::modules {

/// The action "convert" of leads. Parameters:
///   target          "auto": a new client, unless there seems to be one already (then Error(Conflict) names it);
///                   "new": a new client in any case; "existing": the client in client_id
///   client_id       the existing client; given alone it means "existing"
///   create_contact  whether the contact person becomes a contact of the client (default: yes)
/// The result is the client.
Action leadConversion();

} // namespace crm::modules
