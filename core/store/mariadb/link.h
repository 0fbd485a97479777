// The way to a server: options of Connector/C in one place, so that no connection is made without them.
#pragma once
#include "core/store/server/server_address.h"
#include <QString>
#include <mysql.h>

namespace crm::mariadb {

struct LinkSettings
{
    ServerAddress address;
    QString user, password;
    int connectSeconds = 10, readSeconds = 60, writeSeconds = 60;
    bool selectDatabase = true; ///< false: before there is one
    bool administrator = false; ///< accounts of the old kind may come too
};

/// Opens a connection: TLS 1.2 or newer with the host's name verified (unless by socket, or where the address allows
/// plain ones), ed25519 or caching_sha2_password only, utf8mb4, one statement at a time, no LOCAL INFILE. On failure
/// `link` holds the error (and may be another than before). Blocks for at most the time-outs; any thread.
bool openLink(MYSQL *&link, const LinkSettings &settings);

/// MYSQL *, initialised; closed by mysql_close().
MYSQL *newLink();

} // namespace crm::mariadb
