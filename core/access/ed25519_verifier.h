// The public key that MariaDB keeps for an account of its plugin ed25519: made here, so that a password never travels
// to the server nor stands in a log of it.
#pragma once
#include "core/core_export.h"
#include <QString>

namespace crm {

/// 43 characters of base64, for CREATE USER ... IDENTIFIED VIA ed25519 USING '...'. The password is taken as typed, in
/// UTF-8, because that is what signing in sends through the same function.
CRM_CORE QString mariadbVerifier(const QString &password);

} // namespace crm
