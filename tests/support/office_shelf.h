// Offices on a test server that have been used and can be used again. Making one takes about a second (a hundred
// tables, hundreds of routines); putting its rows back takes a fiftieth of that.
#pragma once
#include "core/store/database.h"
#include "tests/support/mariadb_server.h"

namespace crm::test {

/// What the offices of a server are like when new is kept on the server itself, so that the processes of a ctest run
/// share them. Whoever has one holds a lock of the server, which ends with its connection, however the process ends.
class OfficeShelf
{
public:
    explicit OfficeShelf(MariaDbServer &server);
    QString take(); ///< locks one that nobody uses; empty: there is none
    /// Puts rows, people and accounts back to what they were when it was new, but for the administrator's password.
    void renew(const QString &name, const QString &verifier);
    /// Remembers what a new one is like, and locks it.
    std::unique_ptr<Database> add(const QString &name);
    std::unique_ptr<Database> lease() { return std::move(m_root); } ///< the connection that holds the lock

private:
    bool lock(const QString &name);
    QString renewal(const QString &name);
    QStringList column(const QString &sql, const QVariantList &values = {});
    MariaDbServer &m_server;
    std::unique_ptr<Database> m_root;
};

} // namespace crm::test
