#include "core/access/ed25519_verifier.h"
#include "core/model/error.h"
#include <QCoreApplication>
#include <sodium.h>

namespace crm {

QString mariadbVerifier(const QString &password)
{
    static const bool started = sodium_init() >= 0; // once, thread-safe
    if (!started) {
        throw Error(
            ErrorKind::Unsupported,
            QCoreApplication::translate("crm::Password", "The cryptographic library cannot start on this computer."));
    }
    // As MariaDB's plugin: the scalar is the first half of SHA-512 of the password, clamped; the key is scalar * base.
    QByteArray secret = password.toUtf8();
    unsigned char hash[crypto_hash_sha512_BYTES];
    unsigned char key[crypto_core_ed25519_BYTES];
    crypto_hash_sha512(hash, reinterpret_cast<const unsigned char *>(secret.constData()),
                       (unsigned long long)(secret.size()));
    const int failed = crypto_scalarmult_ed25519_base(key, hash); // clamps
    sodium_memzero(hash, sizeof hash);
    sodium_memzero(secret.data(), size_t(secret.size()));
    if (failed != 0)
        throw Error(ErrorKind::Unsupported, QStringLiteral("ed25519: no key for this password"));
    const QByteArray bytes(reinterpret_cast<const char *>(key), sizeof key);
    return QString::fromLatin1(bytes.toBase64(QByteArray::OmitTrailingEquals));
}

} // namespace crm
