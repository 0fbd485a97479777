// What a MariaDB must be like before an office works on it, and whether a connection works at all. In sentences that
// say what to do. Thread: any but the window's; everything waits for the server.
#pragma once
#include "core/store/database.h"
#include "core/store/server/server_address.h"
#include <QList>

namespace crm {

struct Credentials;

struct ServerFinding
{
    enum Weight {
        Fine,
        Advice, ///< works, but should be changed
        Stop    ///< an office must not be made like this
    };
    Weight weight = Fine;
    QString sentence; ///< "Files of clients cannot be read by the server."
    QString remedy;   ///< "local_infile=0 in the section [mariadbd]"; empty if there is nothing to do
};

struct CRM_CORE ServerReport
{
    QString version; ///< "MariaDB 10.11.6"
    QList<ServerFinding> findings;
    bool officeExists = false; ///< the database is there, made by this program
    bool hasPeople = false;    ///< and somebody can sign in there; false: an interrupted set-up, or none yet
    QString caFile;            ///< the path on the server, if it tells
    int port = 0;
    /// How many stand in the way.
    int stops() const;
};

struct CheckOptions
{
    /// MySQL, and what else calls itself so: tried by nobody. Without it that is a Stop.
    bool untestedServer = false;
    /// People come over connections that are not encrypted: the server's missing TLS is Advice.
    bool plainConnections = false;
};

/// Whether an office can live on a server that calls itself so ("10.11.6-MariaDB-0+deb12u1", "8.0.36").
CRM_CORE ServerFinding versionFinding(const QString &version, const CheckOptions &options = {});

/// What people are told who come to a server that calls itself so; empty: nothing, it is a MariaDB.
CRM_CORE QString untestedServerWarning(const QString &version);

/// @param admin a connection as an administrator of the MariaDB
CRM_CORE ServerReport examineServer(Database &admin, const QString &database, const CheckOptions &options = {});

/// Tries the way to an office: server, certificate, database, and the person if there is one. Returns a sentence of
/// success; throws Error with what is wrong and what to do.
CRM_CORE QString testConnection(const ServerAddress &address, const Credentials &credentials);

} // namespace crm
