// Signing in on a connection to a server: what `session_start` answers, as the program's own values.
#pragma once
#include "core/access/policy.h"
#include "core/store/custom_fields.h"
#include "core/store/database.h"
#include "core/store/server/server_address.h"
#include "core/store/store_repository.h"

namespace crm {

struct ServerSession
{
    Actor actor;
    FeedState state;
    QString baseCurrency;
    QList<FieldDefinition> customFields;
    bool mustChangePassword = false;
};

/// Connects with the account that belongs to the login. Throws Connection, Denied, Unsupported.
std::unique_ptr<Database> connectToServer(const ServerAddress &address, const QString &login, const QString &password);
/// One question. Throws in words what the server refuses.
ServerSession startServerSession(Database &db, const Registry &registry);
/// The one row that everybody polls.
FeedState serverFeedState(Database &db);

} // namespace crm
