// Accounts, connections and address lists of an office on a server, for its administrators. Everything is a call of a
// public procedure: the server itself asks whether the caller may.
//
//     await(this, session->read([](Repository &r) { return OfficeAccess(r).accounts(); }), ...);
//
// Thread: the repository's. Throws Error; Unsupported on a local file.
#pragma once
#include "core/store/repository.h"
#include <QDateTime>

namespace crm {

class Database;
class ServerNames;

struct AccountState
{
    Id user = 0;
    QString login, name;
    QString account; ///< of the MariaDB; empty: none yet
    bool active = false, locked = false, mustChange = false;
    QDateTime lastSeen; ///< when they signed in last; invalid: never
    int connections = 0;
};

struct OpenConnection
{
    qint64 id = 0;
    Id user = 0;
    QString name;
    QString address; ///< without a port; of the server itself, by its socket too: 127.0.0.1
    QString program;
    QDateTime since;
    qint64 idleSeconds = 0;
    bool own = false;
};

/// People may come from these addresses only. A role or a person without any line may come from everywhere.
struct AddressRule
{
    enum Purpose { Use, Clock }; ///< to sign in; to clock in and out
    Id id = 0;
    Id role = 0, user = 0; ///< one of them
    Purpose purpose = Use;
    QString range; ///< "10.0.0.7", "10.0.0.1-10.0.0.99", "10.0.0.0/8", "2001:db8::/32"
};

struct RefusedEntry
{
    QDateTime at;
    QString account, address, reason; ///< reason: denied, inactive, address, version
};

class CRM_CORE OfficeAccess
{
public:
    explicit OfficeAccess(Repository &repository);

    QList<AccountState> accounts();
    /// Makes the account, or gives it a new password if it is there. Returns the password: nobody can read it later.
    /// The person has to choose another one when they first sign in.
    QString givePassword(Id user);
    void lock(Id user, bool locked);

    QList<OpenConnection> connections();
    void endConnection(qint64 id);

    QList<AddressRule> addresses();
    /// Throws Validation for a range that is none, or one that would keep the caller out.
    void allow(const AddressRule &rule);
    void removeAddress(Id id);

    QList<RefusedEntry> refusals(int limit = 200);

private:
    QString procedure(const char *name, int parameters) const;
    Database &m_db;
    QString m_schema;
};

/// A sentence why this is no address and no range; empty: it is one.
CRM_CORE QString addressRangeFault(const QString &range);
/// "not allowed from this address": what a refusal's reason means.
CRM_CORE QString refusalReason(const QString &reason);
/// The procedures behind it; see server_schema.h.
CRM_CORE QStringList officeAccessRoutines(const ServerNames &names);

} // namespace crm
