// Numbered steps for what automatic sync must not do: renames, drops, moved data. Each runs once, in one transaction,
// is recorded, and must be safe to run again after an interruption.
//
// To add one: write a function here in a file of its own, append it to migrationSteps(), raise schemaVersion, and
// raise schemaMinCompatible too if an older program would misread the result. Test it on a file of the old shape.
#pragma once
#include "core/store/database.h"

namespace crm {

struct MigrationStep
{
    int number;          ///< the schemaVersion it leads to
    QString description; ///< for the maintenance log
    std::function<void(Database &)> run;
};

/// In order of number.
CRM_CORE const QList<MigrationStep> &migrationSteps();

} // namespace crm
