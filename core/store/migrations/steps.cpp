#include "core/store/migrations/steps.h"
#include "core/store/migrations/own_series.h"
#include "core/store/migrations/payment_kinds.h"

namespace crm {

const QList<MigrationStep> &migrationSteps()
{
    static const QList<MigrationStep> steps{paymentKinds(), ownSeries()}; // version 1 is the first
    return steps;
}

} // namespace crm
