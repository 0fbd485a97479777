// Opening an office's database on a MariaDB server.
//
//     auto repo = openServer(address, "anna", "...", registry);
#pragma once
#include "core/store/server/server_address.h"
#include "core/store/store_repository.h"

namespace crm {

class ServerLogin;

/// Connects, signs in, without trying twice. Throws Connection, Denied, Unsupported, Busy (maintenance).
/// The repository mends a broken connection by itself, see StoreRepository::setConnectionCare().
CRM_CORE std::unique_ptr<StoreRepository> openServer(const ServerAddress &address, const QString &login,
                                                     const QString &password, const Registry &registry);
CRM_CORE std::unique_ptr<StoreRepository> openServer(const ServerAddress &address, std::shared_ptr<ServerLogin> login,
                                                     const Registry &registry);
/// A further worker of one session. Connects when it is first asked something, and tries as long as its patience lasts.
CRM_CORE std::unique_ptr<StoreRepository> openServerAs(const ServerAddress &address, std::shared_ptr<ServerLogin> login,
                                                       const Registry &registry, const SignedIn &person);

} // namespace crm
