// A fresh office on a MariaDB for one test; its databases and accounts go with it.
#pragma once
#include "core/model/registry.h"
#include "core/store/server/server_address.h"
#include "core/store/store_repository.h"
#include "tests/support/mariadb_server.h"

namespace crm::test {

class TempOffice
{
public:
    /// With the stock rows and one administrator: login "admin", password "secret-1".
    explicit TempOffice(const Registry &registry, MariaDbServer &server = MariaDbServer::shared());
    ~TempOffice();
    TempOffice(const TempOffice &) = delete;
    TempOffice &operator=(const TempOffice &) = delete;

    MariaDbServer &server() const { return m_server; }
    const QString &database() const { return m_name; }
    const Registry &registry() const { return m_registry; }
    ServerAddress address() const; ///< by TCP and TLS
    std::unique_ptr<StoreRepository> as(const QString &login,
                                        const QString &password = QStringLiteral("secret-1")) const;
    /// A new active person with the stock role of that English name; password "secret-1".
    Id addUser(const QString &login, const QString &role) const;

private:
    void make();
    MariaDbServer &m_server;
    const QString m_name;
    const Registry &m_registry;
};

} // namespace crm::test
