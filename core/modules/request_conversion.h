// What becomes of a request: an estimate, a lead, a client with a contact, a task. Each is one transaction.
#pragma once
#include "core/model/entity.h"

namespace crm::modules {

Action requestToEstimate(); ///< of its client or lead; once
Action requestToLead();     ///< while it has neither
Action requestToClient();   ///< the same; refuses one that seems to be a client already
Action requestToTask();     ///< as often as one likes

} // namespace crm::modules
