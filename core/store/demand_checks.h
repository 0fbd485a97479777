// What core/model/demands.h demands of a document that is about to be saved, asked by the program, so that a person
// reads all that is wrong at once. A server asks again by itself.
#pragma once
#include "core/core_export.h"

namespace crm {

struct RuleContext;

/// Adds to the faults of the context; throws Error(Denied) for what this person may not fill in.
/// Must run last: rules may fill in what is asked for. In the saving transaction's thread.
CRM_CORE void checkDemands(RuleContext &context);

} // namespace crm
