#include "core/model/latin_key.h"
#include "core/model/text.h"
#include <iterator>

namespace crm {

namespace {
constexpr char16_t firstLetter = 0x0430; ///< the small Cyrillic a; the 32 letters from it on, in their order
constexpr const char *spelt[] = {"a",  "b",  "v",  "g",    "d",  "e", "zh", "z", "i",  "i", "k",
                                 "l",  "m",  "n",  "o",    "p",  "r", "s",  "t", "u",  "f", "kh",
                                 "ts", "ch", "sh", "shch", "ie", "y", "",   "e", "iu", "ia"};
} // namespace

QString latinKey(const QString &word)
{
    QString key;
    const QString folded = fold(word);
    for (const QChar c : folded) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            key += c;
        else if (c.unicode() >= firstLetter && c.unicode() < firstLetter + std::size(spelt))
            key += QLatin1String(spelt[c.unicode() - firstLetter]);
        else if (!key.isEmpty() && !key.endsWith(u'_'))
            key += u'_';
    }
    while (key.endsWith(u'_'))
        key.chop(1);
    return key;
}

} // namespace crm
