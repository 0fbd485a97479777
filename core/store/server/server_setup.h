// Makes an office on a MariaDB, brings it up to this program, and lets a locked-out administrator in again. All of it
// as an administrator of the MariaDB itself (root, by the socket or with a password), who is not needed for daily work.
//
//     const MariaDbAdministrator root{address, "root", password};
//     ServerReport report = examineServer(*openAdministrator(root), "office");
//     OfficeMade made = makeOffice(root, registry, {.database = "office", .first = {.adminLogin = "anna", ...}});
//
// Everything may be repeated: what is there is adopted, what an interruption left is finished. Two at once: the second
// waits. Thread: any but the window's.
#pragma once
#include "core/store/local_store.h"
#include "core/store/server/server_check.h"

namespace crm {

struct OfficeSetup
{
    QString database = QStringLiteral("office");
    Setup first = {};              ///< administrator, currency, language; only for a new office
    QString ownerPassword = {};    ///< empty: made when the account is; kept when it is there
    QString servicePassword = {};  ///< likewise
    bool plainConnections = false; ///< accounts without REQUIRE SSL
    CheckOptions checks() const { return {false, plainConnections}; }
};

struct OfficeMade
{
    bool adopted = false; ///< it was there already
    bool upgraded = false;
    QString ownerPassword, servicePassword; ///< only those made now; nobody can read them later
    QString adminAccount;                   ///< the MariaDB account of the first administrator
};

/// Who may do everything on the MariaDB. For a socket the login may be empty: the person of the operating system.
struct MariaDbAdministrator
{
    ServerAddress address; ///< without its database
    QString login, password;
};
CRM_CORE std::unique_ptr<Database> openAdministrator(const MariaDbAdministrator &root);
/// Where MariaDB's socket usually lies on this computer; empty if there is none.
CRM_CORE QString usualSocket();

/// What makeOffice() would do, one sentence each.
CRM_CORE QStringList officePlan(Database &admin, const Registry &registry, const OfficeSetup &setup);
/// Throws Error; Validation with the fields login, password, database, currency.
CRM_CORE OfficeMade makeOffice(const MariaDbAdministrator &root, const Registry &registry, const OfficeSetup &setup,
                               const Progress &progress = {});
/// The way back: this person becomes an active administrator with that password, whatever happened to the account.
/// A login that nobody has makes a new person. Recorded in the history like every change.
CRM_CORE void rescueAdministrator(const MariaDbAdministrator &root, const Registry &registry, const QString &database,
                                  const QString &login, const QString &password);

/// Twenty letters and digits, none of them easily taken for another.
CRM_CORE QString madePassword();

} // namespace crm
