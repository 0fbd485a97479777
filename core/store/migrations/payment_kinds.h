// Step 2: see payment_kinds.cpp.
#pragma once
#include "core/store/migrations/steps.h"

namespace crm {

MigrationStep paymentKinds();

} // namespace crm
