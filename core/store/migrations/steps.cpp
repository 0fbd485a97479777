#include "core/store/migrations/steps.h"

namespace crm {

const QList<MigrationStep> &migrationSteps()
{
    static const QList<MigrationStep> steps; // version 1 is the first: nothing to move yet
    return steps;
}

} // namespace crm
