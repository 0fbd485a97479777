#include "core/store/server/server_store.h"
#include "core/store/server/server_repository.h"

namespace crm {

std::unique_ptr<StoreRepository> openServer(const ServerAddress &address, const QString &login, const QString &password,
                                            const Registry &registry)
{
    return openServer(address, std::make_shared<ServerLogin>(login, password), registry);
}

std::unique_ptr<StoreRepository> openServer(const ServerAddress &address, std::shared_ptr<ServerLogin> login,
                                            const Registry &registry)
{
    return std::make_unique<ServerRepository>(address, std::move(login), registry);
}

std::unique_ptr<StoreRepository> openServerAs(const ServerAddress &address, std::shared_ptr<ServerLogin> login,
                                              const Registry &registry, const SignedIn &person)
{
    return std::make_unique<ServerRepository>(address, std::move(login), registry, person);
}

} // namespace crm
