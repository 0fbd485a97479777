// Numbered steps for what automatic sync must not do: renames, drops, moved data. Each runs once, in one transaction,
// is recorded, and must be safe to run again after an interruption.
//
// On a server a step is a list of statements, since MariaDB commits each change of a table at once: after an
// interruption they run again from the first, so each must be safe to repeat (IF EXISTS, WHERE ... IS NULL).
//
// To add one: write a function here in a file of its own, append it to migrationSteps(), raise schemaVersion, and
// raise schemaMinCompatible too if an older program would misread the result. Test it on a file of the old shape.
#pragma once
#include "core/store/database.h"

namespace crm {

class ServerNames;

struct MigrationStep
{
    int number;                          ///< the schemaVersion it leads to
    QString description;                 ///< for the maintenance log
    std::function<void(Database &)> run; ///< on a file
    std::function<QStringList(const ServerNames &)> onServer;
};

/// In order of number.
CRM_CORE const QList<MigrationStep> &migrationSteps();

} // namespace crm
