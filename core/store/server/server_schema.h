// The whole of a shared database, as statements in order. Pure text: whoever has a connection runs them.
//
//     setupStatements(names, accounts)    as root: schemas, accounts, grants. Can be repeated
//     createStatements(registry, names)   as root or owner: tables, entities, routines, views, first rows, grants. Can
//     be repeated upgradeStatements(...)              as owner: what is missing since
//
// Statements are run one by one, each as it stands (routines hold semicolons). The first of each list sets sql_mode and
// character set, which MariaDB keeps with every routine.
#pragma once
#include "core/store/server/server_fast.h"
#include "core/store/server/server_tables.h"
#include <QSet>

namespace crm {

/// Passwords as ed25519 verifiers, see core/access/ed25519_verifier.h; empty: the account is there and keeps its own.
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

/// What a database holds by now: filled by the reader of stateQuery().
struct CRM_CORE ServerState
{
    QSet<QString> parts;           ///< "column/clients/name", "key/...", "reference/...", "entity/clients/",
                                   ///< "shown/clients/name": what the views of people show
    QHash<QString, QString> types; ///< "clients/name": "varchar(200)"
    QHash<QString, QString> meta;  ///< the rows of `meta`
    void add(const QString &kind, const QString &of, const QString &name); ///< one row of stateQuery()
};
/// Three columns: kind, table, name; of kind "meta": the key and the value.
CRM_CORE QString stateQuery(const ServerNames &names);
/// True if upgradeStatements() would change anything. The versions (schema_version, min_compatible in state.meta) are
/// to be compared first: a database of a newer program is left alone.
CRM_CORE bool needsUpgrade(const Registry &registry, const ServerNames &names, const ServerState &state);
/// Only adds: tables, columns, keys, references; replaces checks that have changed; regenerates routines and views.
CRM_CORE QStringList upgradeStatements(const Registry &registry, const ServerNames &names, const ServerState &state);
// The parts of it, for whoever runs them with patience: see server_upgrade.h.
/// sql_mode and so on, and the flag.
CRM_CORE QStringList maintenanceStatements(const ServerNames &names);
/// Tables, columns, keys, references that are missing; texts that have become longer; checks.
CRM_CORE QStringList missingStatements(const Registry &registry, const ServerNames &names, const ServerState &state);
/// Routines, views, rights; then what the office is, and the end of the maintenance.
/// @param fast the columns of custom fields that are there, @param leftOver statements that drop others
CRM_CORE QStringList finishingStatements(const Registry &registry, const ServerNames &names, int version,
                                         int minCompatible, const QString &program, const FastColumns &fast = {},
                                         const QStringList &leftOver = {});
/// The same where nothing but the columns of custom fields has changed.
CRM_CORE QStringList fastStatements(const Registry &registry, const ServerNames &names, const FastColumns &before,
                                    const FastColumns &now, const QStringList &leftOver);
/// After an upgrade that has failed: people may work on.
CRM_CORE QString endMaintenanceStatement(const ServerNames &names);

/// What the search texts of an entity are made of; the office's stands in meta as "search:<entity>".
CRM_CORE QString searchedFields(const Entity &entity);

/// Routines, views and the grants of everybody; regenerated whole by each upgrade.
CRM_CORE QStringList routineStatements(const Registry &registry, const ServerNames &names,
                                       const FastColumns &fast = {});
/// sql_mode, character set, lock waits of the connection that creates.
CRM_CORE QStringList sessionSettings();
/// Of everything that is generated: equal means nothing to upgrade.
CRM_CORE QString serverFingerprint(const Registry &registry, const ServerNames &names);

} // namespace crm
