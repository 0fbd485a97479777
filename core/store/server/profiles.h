// Connections with a name: `mycrmctl --profile office ...`, and the list in the window. Kept in a file of the person at
// this computer (MyCRM/servers.ini), with the certificate authority beside it; never a password.
#pragma once
#include "core/store/server/server_address.h"
#include <QList>
#include <QStringList>
#include <optional>

namespace crm {

struct CRM_CORE Profile
{
    QString name;
    ServerAddress address;
    QString login; ///< who signed in last
};

/// By name.
CRM_CORE QList<Profile> profiles();
/// The one of this name; throws Error(NotFound) that lists those there are.
CRM_CORE Profile profileNamed(const QString &name);
/// Adds or replaces. The certificate is copied, so that it does not go with a stick or a folder of downloads.
/// Throws Error(Validation) for an address or a name that cannot be right.
CRM_CORE void storeProfile(const Profile &profile);
CRM_CORE void rememberProfileLogin(const QString &name, const QString &login);
/// Throws Error(NotFound).
CRM_CORE void removeProfile(const QString &name);
/// A name for a new connection that no other has: the database's, with a number if need be.
CRM_CORE QString freeProfileName(const ServerAddress &address);
/// The stored one of the same place; nothing if there is none.
CRM_CORE std::optional<Profile> profileOf(const ServerAddress &address);

} // namespace crm
