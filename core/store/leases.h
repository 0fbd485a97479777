// Work that one program at a time does, whoever runs it: a row per name with who holds it and until when. One that dies
// loses its lease when the time is over, and the next one goes on.
#pragma once
#include "core/store/database.h"
#include "core/store/page.h"

namespace crm {

struct Actor;

/// True if it is the holder's now: it was free, had run out, or was theirs already (then it lasts longer).
CRM_CORE bool takeLease(Database &db, const QString &name, const QString &holder, const Actor &actor, int seconds);
/// Gives it back and notes how the work ended; a null outcome: nothing was done. Does nothing when somebody else has it
/// by now.
CRM_CORE void releaseLease(Database &db, const QString &name, const QString &holder, const QString &outcome);
CRM_CORE QList<Lease> readLeases(Database &db);

} // namespace crm
