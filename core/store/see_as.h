// "See as Anna": an administrator looks at what another person sees, exactly, and changes nothing.
//
//     await(this, session->seeAs(anna), [this](const std::shared_ptr<Session> &hers) { show(hers); }, ...);
//
// On a local file the second session reads with Anna's rights, through a connection that refuses to write. On a server
// it signs in with an account of its own, made for this purpose and gone soon after its last connection, that is
// granted what Anna's role reads and no procedure that writes; see docs/server.md. Every time stands in the access log.
//
// Thread: the repository's. Throws Error; Denied to everybody but administrators.
#pragma once
#include "core/store/repository.h"
#include <QDateTime>

namespace crm {

/// What allows one session to see as somebody.
struct SeeAsPass
{
    Id user = 0;
    QString name = {};                 ///< of that person
    Id seer = 0;                       ///< the administrator
    QString login = {}, password = {}; ///< to sign in to a server; gone when nobody uses them
};

/// Notes it in the access log. Throws Denied, NotFound for who may not sign in, Validation for oneself.
CRM_CORE SeeAsPass allowSeeAs(Repository &repository, Id user);

/// One line of the access log.
struct AccessEntry
{
    QDateTime at;
    QString name;    ///< who
    QString subject; ///< as whom
    QString address; ///< where the connection came from; empty: a local file
    QDateTime ended; ///< of a server, within seconds; invalid: it goes on, or is not known
};
/// The newest first; for administrators.
CRM_CORE QList<AccessEntry> accessLog(Repository &repository, int limit = 200);

/// The sentence that whatever writes is refused with.
CRM_CORE Error nothingIsChangedAs(const QString &name);
/// Why it has come to its end by itself.
CRM_CORE Error seeingIsOver(const QString &name);

} // namespace crm
