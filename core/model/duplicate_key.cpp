#include "core/model/duplicate_key.h"
#include "core/model/text.h"

namespace crm {

QString duplicateKeyOfPhone(const QString &text)
{
    const QString digits = digitsOnly(text);
    return digits.size() < fewestPhoneDigits ? QString() : digits.right(phoneDigits);
}

QString duplicateKeyOfEmail(const QString &text) { return fold(text).trimmed(); }

QString duplicateKeyOfText(const QString &text)
{
    QString out;
    const QList<uint> characters = fold(text).toUcs4();
    for (const uint c : characters) {
        if (QChar::isLetterOrNumber(c))
            out += QString::fromUcs4(reinterpret_cast<const char32_t *>(&c), 1);
    }
    return out.size() < fewestLetters ? QString() : out;
}

QString duplicateKey(Kind kind, const QString &text)
{
    switch (kind) {
    case Kind::Phone:
        return duplicateKeyOfPhone(text);
    case Kind::Email:
        return duplicateKeyOfEmail(text);
    default:
        return duplicateKeyOfText(text);
    }
}

} // namespace crm
