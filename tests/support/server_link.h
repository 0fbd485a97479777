// Opening test schemas as the program opens an office.
#pragma once
#include "core/model/error.h"
#include "core/store/database.h"
#include "tests/support/mariadb_server.h"
#include <optional>

namespace crm::test {

/// By TCP and TLS.
inline ServerAddress addressOf(const TestSchema &schema)
{
    ServerAddress a;
    a.host = QStringLiteral("127.0.0.1");
    a.port = schema.server().port();
    a.database = schema.name();
    a.caFile = schema.server().caFile();
    return a;
}

inline std::unique_ptr<Database> openSchema(const TestSchema &schema, const ServerOptions &options = {})
{
    return Database::openServer(addressOf(schema), schema.user(), schema.password(), options);
}

/// What `work` throws.
template<typename Work> std::optional<Error> errorOf(Work work)
{
    try {
        work();
    } catch (const Error &e) {
        return e;
    }
    return {};
}

} // namespace crm::test
