// What the procedures of a server refuse, in the sentences of the local store.
#pragma once
#include "core/model/error.h"
#include "core/model/record.h"
#include "core/store/mariadb/refusal.h"

namespace crm {

class Catalog;

/// The refusal inside an error of the connection; null if the procedure refused nothing.
CRM_CORE const ServerRefusal *serverRefusal(const Error &error);

/// Whether a procedure refused it as that: "conflict", "taken".
bool refusedAs(const Error &error, const char *kind);

/// What inWords() made of the refusals that pass by themselves: an upgrade is under way; the server has ended the
/// session, so that one has to sign in anew.
CRM_CORE bool isMaintenance(const Error &error);
CRM_CORE bool isNoSession(const Error &error);
/// And of one that an administrator mends: the office is older than this program.
CRM_CORE bool isOldOffice(const Error &error);

/// What was tried when a procedure refused: fields and lines are named as the person sees them.
struct Attempt
{
    enum What { Save, Remove, Restore, Purge, Other };
    What what = Other;
    const Document *document = nullptr; ///< that was to be saved
    QString title = {};                 ///< of a record that was to be deleted or restored; may be empty
};
/// @return error itself if it is no refusal of a procedure
CRM_CORE Error inWords(const Error &error, const Catalog &catalog, const Attempt &attempt);

} // namespace crm
