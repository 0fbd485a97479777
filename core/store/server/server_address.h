// Where an office's server is, and how the program knows it again. Plain data; never a password.
#pragma once
#include "core/core_export.h"
#include <QString>

namespace crm {

struct CRM_CORE ServerAddress
{
    QString host; ///< a name or an address; the certificate is checked against it
    int port = 3306;
    QString database = QStringLiteral("office"); ///< of the views; the tables are in <database>_data
    QString caFile;                              ///< PEM; empty: the system's authorities
    /// Let the connection go on without encryption or without a certificate that can be verified. Only when an
    /// administrator has said so in words (see plainWords()): passwords and data can then be read on the way.
    bool allowPlain = false;
    QString socket; ///< of a server on this machine: then host and port are not used, and nothing is encrypted

    /// "office on crm.example.com", with the port if it is not the usual one.
    QString displayName() const;
    /// The same server and database, whatever the way to it.
    bool operator==(const ServerAddress &other) const = default;
};

/// What one has to write to allow connections that others may read: `--allow-plain "..."`. Not translated.
CRM_CORE QString plainWords();
/// A sentence why these cannot be right (no host, a host name with blanks, a CA file that is not there or no
/// certificate, a database that cannot be called so); empty: they can be tried. No connection is made.
CRM_CORE QString addressFault(const ServerAddress &address);

} // namespace crm
