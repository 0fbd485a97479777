// An office on a MariaDB for one test. A fresh one goes with its databases and accounts; a used one stays for others.
#pragma once
#include "core/model/registry.h"
#include "core/store/server/server_address.h"
#include "core/store/session.h"
#include "core/store/store_repository.h"
#include "tests/support/mariadb_server.h"

namespace crm::test {

class TempOffice
{
public:
    inline static const QString usualPassword = QStringLiteral("secret-1");
    /// With the stock rows and one administrator: "admin", see loginOf().
    explicit TempOffice(const Registry &registry, MariaDbServer &server = MariaDbServer::shared(),
                        const QString &adminPassword = usualPassword);
    /// The same, at a tenth of the cost: one that an earlier test made and that is as new again, else a new one that
    /// stays for the next. For tests that change rows and people only, not tables, procedures or grants.
    static std::unique_ptr<TempOffice> used(const Registry &registry, MariaDbServer &server = MariaDbServer::shared(),
                                            const QString &adminPassword = usualPassword);
    ~TempOffice();
    TempOffice(const TempOffice &) = delete;
    TempOffice &operator=(const TempOffice &) = delete;

    MariaDbServer &server() const { return m_server; }
    const QString &database() const { return m_name; }
    const Registry &registry() const { return m_registry; }
    ServerAddress address() const; ///< by TCP and TLS
    std::unique_ptr<StoreRepository> as(const QString &login,
                                        const QString &password = {}) const; ///< empty: as the person was made with
    /// The same to sign in with; both may be empty.
    Credentials credentials(const Credentials &who) const;
    /// What the person of that name signs in with: accounts are the whole server's, and other tests use it too.
    QString loginOf(const QString &name) const { return name + u'_' + m_name; }
    /// A new active person with the stock role of that English name; password "secret-1".
    Id addUser(const QString &login, const QString &role) const;

private:
    TempOffice(const Registry &registry, MariaDbServer &server, const QString &adminPassword, const QString &name,
               std::unique_ptr<Database> lease);
    void make();
    MariaDbServer &m_server;
    const QString m_name;
    const Registry &m_registry;
    const QString m_adminPassword;
    std::unique_ptr<Database> m_lease; ///< of a used one: others leave it alone while this connection is open
};

} // namespace crm::test
