// Step 3: see own_series.cpp.
#pragma once
#include "core/store/migrations/steps.h"

namespace crm {

MigrationStep ownSeries();

} // namespace crm
