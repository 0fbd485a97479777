// Making and opening a local database file.
//
//     createLocal(path, registry, {.adminLogin = "admin", .adminPassword = "..."});
//     auto repo = openLocal(path, registry, {"admin", "..."});
#pragma once
#include "core/store/database.h"
#include "core/store/store_repository.h"

namespace crm {

struct Setup
{
    QString adminLogin = {};
    QString adminName = {};     ///< empty: the login
    QString adminPassword = {}; ///< empty: the file opens without a sign-in
    QString baseCurrency = QStringLiteral("RUB");
    QString language = QStringLiteral("ru"); ///< of the first dictionary rows (statuses, sources ...)
};

/// Makes the file with its tables, the first admin, the stock roles and dictionary rows. Refuses an existing file;
/// leaves nothing behind if it fails.
CRM_CORE void createLocal(const QString &path, const Registry &registry, const Setup &setup);

/// Opens, upgrades the schema if need be, signs in. A repository that owns its connection.
/// @param login, password empty: allowed if the only active user has no password.
CRM_CORE std::unique_ptr<StoreRepository> openLocal(const QString &path, const Registry &registry, const QString &login,
                                                    const QString &password, const OpenOptions &options = {});
/// The same as the program itself, without a person: demo data, upgrades, tests. Every right.
CRM_CORE std::unique_ptr<Repository> openLocalAsSystem(const QString &path, const Registry &registry,
                                                       const OpenOptions &options = {});
/// As somebody who has signed in already (further workers of one session).
CRM_CORE std::unique_ptr<StoreRepository> openLocalAs(const QString &path, const Registry &registry, Id userId,
                                                      const OpenOptions &options = {});

} // namespace crm
