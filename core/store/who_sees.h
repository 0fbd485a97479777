// Who can see a record, for administrators: everybody who may sign in, with what each may do with it and why. And, for
// whoever sees a record and people: who would read what is written there.
//
//     await(this, session->read([=](Repository &r) { return whoSees(r, "clients", id); }), ...);
//     await(this, session->read([=](Repository &r) { return whoReads(r, "comments", "clients", id); }), ...);
//
// On a server its procedure answers, from the same tables that its views are guarded by. Thread: the repository's.
#pragma once
#include "core/store/repository.h"

namespace crm {

struct Seer
{
    enum Why {
        All,     ///< the role sees all records of the kind
        Own,     ///< it is theirs, or they stand on its list
        Team,    ///< a team of theirs: somebody in it is the owner
        Private, ///< it is private to them
        Groups   ///< of a role that is limited to groups of clients, or of a guest: it is within what these leave
    };
    Id user = 0;
    QString name, role;
    Why why = All;
    bool mayUpdate = false, mayDelete = false;
};

/// Somebody to speak to.
struct Audience
{
    Id user = 0;
    QString name, login;
};

/// In the order of names. The record must be one that the caller sees. Throws Denied unless the caller is an
/// administrator, NotFound.
CRM_CORE QList<Seer> whoSees(Repository &repository, const QString &entity, Id id);

/// Active people who see what hangs on the record, such as its comments; in the order of names. Nobody, if the caller
/// may see no people. @param attached the kind of what hangs there. Throws NotFound unless the caller sees the record.
CRM_CORE QList<Audience> whoReads(Repository &repository, const QString &attached, const QString &parent, Id id);

} // namespace crm
