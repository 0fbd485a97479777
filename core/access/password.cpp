#include "core/access/password.h"
#include "core/model/error.h"
#include "core/model/text.h"
#include <QCoreApplication>
#include <algorithm>
#include <sodium.h>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Password)
};
constexpr int shortest = 8;
constexpr int longest = 1000; // hashing time must not depend on who pastes a book

void startSodium()
{
    static const bool started = sodium_init() >= 0; // once, thread-safe
    if (!started)
        throw Error(ErrorKind::Unsupported, Tr::tr("The cryptographic library cannot start on this computer."));
}

/// The bytes that are hashed: composed, because keyboards of different systems compose accents differently. Wiped.
class Secret
{
public:
    explicit Secret(const QString &password)
        : m_bytes(password.normalized(QString::NormalizationForm_C).toUtf8())
    {}
    ~Secret() { sodium_memzero(m_bytes.data(), size_t(m_bytes.size())); }
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;
    const char *data() const { return m_bytes.constData(); }
    unsigned long long size() const { return (unsigned long long)(m_bytes.size()); }

private:
    QByteArray m_bytes;
};
} // namespace

QString hashPassword(const QString &password)
{
    startSodium();
    const Secret secret(password);
    char hash[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str(hash, secret.data(), secret.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0) {
        throw Error(ErrorKind::Busy,
                    Tr::tr("There is not enough memory to check a password. Close other programs and try again."));
    }
    return QString::fromLatin1(hash);
}

bool verifyPassword(const QString &password, const QString &hash)
{
    startSodium();
    const QByteArray stored = hash.toLatin1();
    if (stored.isEmpty() || stored.size() >= int(crypto_pwhash_STRBYTES))
        return false;
    const Secret secret(password);
    return crypto_pwhash_str_verify(stored.constData(), secret.data(), secret.size()) == 0;
}

QString passwordFault(const QString &password, const QString &login)
{
    if (password.size() < shortest)
        return Tr::tr("A password must have at least %n characters.", nullptr, shortest);
    if (password.size() > longest)
        return Tr::tr("A password may have at most %n characters.", nullptr, longest);
    if (!login.isEmpty() && fold(password) == fold(login))
        return Tr::tr("The password must differ from the sign-in name.");
    if (password.count(password.front()) == password.size())
        return Tr::tr("A password of one repeated character is guessed at once. Take another.");
    return {};
}

QDateTime throttledUntil(int failures, const QDateTime &lastFailure)
{
    constexpr int free = 4;
    constexpr int longestDelay = 900;
    if (failures <= free || !lastFailure.isValid())
        return {};
    const int step = std::min(failures - free, 10); // 2^10 s is beyond the longest already
    return lastFailure.addSecs(std::min(1 << step, longestDelay));
}

} // namespace crm
