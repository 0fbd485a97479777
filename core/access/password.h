// Local sign-in: Argon2id hashes (libsodium) and a growing delay after wrong passwords.
#pragma once
#include "core/core_export.h"
#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace crm {

/// Hash with its parameters and salt inside. Takes about 100 ms on purpose: call it on a worker thread.
CRM_CORE QString hashPassword(const QString &password);
CRM_CORE bool verifyPassword(const QString &password, const QString &hash);
/// A sentence why a new password is refused (shorter than 8, equal to the login ...); empty: it is fine.
CRM_CORE QString passwordFault(const QString &password, const QString &login);
/// Until when further tries are refused after so many wrong ones in a row: none up to 4, then 2, 4, 8 ... 900 s.
CRM_CORE QDateTime throttledUntil(int failures, const QDateTime &lastFailure);

} // namespace crm
