// The whole of a shared database, as statements in order. Pure text: whoever has a connection runs them.
//
//     setupStatements(names, accounts)    as root: schemas, accounts, grants. Can be repeated
//     createStatements(registry, names)   as root or owner: tables, entities, routines, views, first rows, grants. Can
//     be repeated upgradeStatements(...)              as owner: what is missing since
//
// Statements are run one by one, each as it stands (routines hold semicolons). The first of each list sets sql_mode and
// character set, which MariaDB keeps with every routine.
#pragma once
#include "core/store/server/server_tables.h"

namespace crm {

/// Passwords as ed25519 verifiers, see core/access/ed25519_verifier.h.
struct ServerAccounts
{
    QString ownerVerifier, serviceVerifier;
    bool requireSsl = true;
};

struct FirstRows
{
    QString baseCurrency = QStringLiteral("RUB");
    QString language = QStringLiteral("en");
    bool requireSsl = true;
};

/// Schemas, accounts, grants; needs a root-like account (GRANT OPTION on everything) and the plugin auth_ed25519.
CRM_CORE QStringList setupStatements(const ServerNames &names, const ServerAccounts &accounts);
CRM_CORE QStringList createStatements(const Registry &registry, const ServerNames &names, const FirstRows &first = {});
/// Routines, views and the grants of everybody; regenerated whole by each upgrade.
CRM_CORE QStringList routineStatements(const Registry &registry, const ServerNames &names);
/// sql_mode, character set, lock waits of the connection that creates.
CRM_CORE QStringList sessionSettings();
/// Of everything that is generated: equal means nothing to upgrade.
CRM_CORE QString serverFingerprint(const Registry &registry, const ServerNames &names);

} // namespace crm
