// The system's keychain, for passwords; they are kept there or nowhere. Without it (a build without QtKeychain, a
// machine without a keychain) nothing is found and keeping says why.
//
//     keychain::read(this, keychain::serverKey(address, "anna"), [this](const QString &password) { fill(password); });
//
// Answers come by the event loop of the caller's thread, and not at all once the context is gone.
#pragma once
#include "core/core_export.h"
#include <QString>
#include <functional>

class QObject;

namespace crm::keychain {

/// False: this build cannot use a keychain. True says nothing about the machine; that shows when it is asked.
CRM_CORE bool isBuiltIn();
/// The password, or an empty text if there is none or the keychain does not open.
CRM_CORE void read(QObject *context, const QString &key, std::function<void(const QString &)> done);
/// Keeps it; answers with a sentence why not, or an empty text.
CRM_CORE void write(QObject *context, const QString &key, const QString &password,
                    std::function<void(const QString &)> done);
CRM_CORE void forget(const QString &key);

/// The same, waiting at most five seconds in an event loop of its own: for programs without a window.
CRM_CORE QString readNow(const QString &key);
CRM_CORE QString writeNow(const QString &key, const QString &password);

/// The entry of a person on a server.
CRM_CORE QString serverKey(const QString &host, int port, const QString &database, const QString &login);
/// The entry of a person in a file: the same file by another path is the same.
CRM_CORE QString fileKey(const QString &path, const QString &login);

} // namespace crm::keychain
