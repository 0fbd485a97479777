// Statements of a set-up or an upgrade, one by one, while people may be at work.
//
// People are told to wait (the maintenance flag: they read on, saves wait), those in the middle of saving come to their
// end, then tables follow, then routines and views. If it fails or is cancelled among the tables, people work on as
// before: those only got more. Once the first routine is replaced it has to be finished; an interruption there leaves
// the flag, and the next run goes on.
#pragma once
#include "core/store/migrations/steps.h"
#include "core/store/schema.h"
#include "core/store/server/server_setup.h"

namespace crm {

class ServerNames;

/// What this program makes of an office; tests bring others.
struct CRM_CORE ProgramSchema
{
    int version = schemaVersion, minCompatible = schemaMinCompatible;
    QList<MigrationStep> steps = migrationSteps();
    QString program = {}; ///< its version, "1.2.0"; empty: QCoreApplication::applicationVersion()
};

/// Runs them in order. One that waits too long for people at work is tried again, for about a minute; then Error(Busy).
/// Progress false: Error(Cancelled); the next run goes on.
void runSteps(Database &db, const QStringList &statements, const Progress &progress);
/// Brings an office up to this program; false: there was nothing to do. The caller has takeTurn()'s lock.
/// Throws Unsupported where the office belongs to a newer program, or holds what a plugin made that is missing here.
CRM_CORE bool upgradeOffice(Database &db, const Registry &registry, const ServerNames &names,
                            const Progress &progress = {}, const ProgramSchema &program = {});
/// The same as the office's owner account (or root), waiting for another administrator who is at it, see takeTurn().
/// Throws NotFound where there is no office.
CRM_CORE bool upgradeAsOwner(const MariaDbAdministrator &owner, const Registry &registry, const QString &database,
                             const Progress &progress = {}, const ProgramSchema &program = {});
/// One administrator at a time for one office; the second waits, for a quarter of an hour at most: progress is called
/// with (0, 0) meanwhile. Ends with the connection.
void takeTurn(Database &db, const ServerNames &names, const Progress &progress = {});

} // namespace crm
