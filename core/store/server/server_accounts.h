// Signing in to a shared MariaDB, and accounts that follow the people: made, locked and ended by procedures of a locked
// account (the keeper), so that an administrator needs no right of MariaDB's own. See docs/server.md.
//
// Of the schema `data`, for the owner and root, without a look at who asks: account_make(user, verifier),
// account_apply(user) (0: everybody and every role), account_end(user), role_apply(role). The public ones of `db` check
// the caller first.
#pragma once
#include "core/store/server/server_text.h"

namespace crm {

/// session_start, address_allowed.
CRM_CORE QStringList serverSessionRoutines(const Registry &registry, const ServerNames &names);
/// Internal and public procedures of accounts and connections, and the event that watches them.
CRM_CORE QStringList serverAccountRoutines(const ServerNames &names);

/// Begins a public procedure that is for administrators alone.
CRM_CORE QString mustBeAdminSql();

/// First and last address of "10.0.0.7", "10.0.0.1-10.0.0.99", "10.0.0.0/8", "2001:db8::/32" as INET6_ATON has them.
struct AddressRange
{
    QByteArray first, last; ///< 4 or 16 bytes
};
/// Nothing if the text is no such range; both ends of one family, the first not above the last.
CRM_CORE std::optional<AddressRange> addressRange(const QString &text);

} // namespace crm
