// Statements of a set-up or an upgrade, one by one, while people may be at work.
#pragma once
#include "core/store/server/server_setup.h"

namespace crm {

class ServerNames;

/// Runs them in order. One that waits too long for people at work is tried again, for about a minute; then Error(Busy).
/// Progress false: Error(Cancelled); the next run goes on.
void runSteps(Database &db, const QStringList &statements, const Progress &progress);
/// Brings an office up to this program. People are read-only meanwhile, and afterwards again at work, also when it
/// fails. Throws Unsupported for the office of a newer program.
CRM_CORE void upgradeOffice(Database &db, const Registry &registry, const ServerNames &names,
                            const Progress &progress = {});

} // namespace crm
