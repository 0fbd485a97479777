// "See as Anna" on a shared server: an administrator gets an account of its own (`see__...`), short-lived, that reads
// what Anna's role reads and may call no procedure that writes. See docs/server.md. Client's side: core/store/see_as.h.
#pragma once
#include "core/store/server/server_text.h"

namespace crm {

/// The role `<office>_looker`: what all people read, and the procedures that write nothing. Everybody has it through
/// `<office>_person`; accounts that see as somebody have nothing else but the plain views of that person's role.
CRM_CORE QStringList serverLookerRole(const ServerNames &names);
CRM_CORE QStringList serverSeeAsRoutines(const ServerNames &names);
/// Names of the public procedures, for the grants; for administrators.
CRM_CORE QStringList serverSeeAsProcedures();
/// True for public procedures that somebody who sees as another person may call: they only read.
CRM_CORE bool mayLookersCall(const QString &procedure);

} // namespace crm
