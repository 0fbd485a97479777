#include "core/model/text.h"

namespace crm {

namespace {
bool isAscii(const QString &s)
{
    for (QChar c : s) {
        if (c.unicode() >= 0x80)
            return false;
    }
    return true;
}

/// Cyrillic letters whose mark makes another letter (short i, yi, short u ...) are kept composed.
bool isCyrillic(QChar c) { return c.unicode() >= 0x0400 && c.unicode() <= 0x052F; }

/// The accents of Latin and Greek. Marks of other scripts (vowels of Hindi, voicing of Japanese) make other words.
bool isAccent(QChar c) { return c.unicode() >= 0x0300 && c.unicode() <= 0x036F; }

/// Soft hyphens, zero-width and direction marks come along from web pages and are seen by nobody.
bool isInvisible(QChar c)
{
    const char16_t u = c.unicode();
    return u == 0x00AD || u == 0x200B || u == 0x200E || u == 0x200F || (u >= 0x202A && u <= 0x202E) || u == 0x2060 ||
           (u >= 0x2066 && u <= 0x2069) || u == 0xFEFF;
}

/// Latin letters that Unicode does not take apart, as people without such a key type them.
QStringView plainLatin(QChar c)
{
    switch (c.unicode()) {
    case 0x00DF:
        return u"ss";
    case 0x00E6:
        return u"ae";
    case 0x00F8:
        return u"o";
    case 0x0111:
        return u"d";
    case 0x0131:
        return u"i"; // the dotless one of Turkish, whose capital is everyone's I
    case 0x0142:
        return u"l";
    case 0x0153:
        return u"oe";
    default:
        return {};
    }
}

void appendFolded(QString &out, QChar c)
{
    if (c.unicode() < 0x80 || isCyrillic(c)) {
        out += c == QChar(0x0451) ? QChar(0x0435) : c; // io as ie
        return;
    }
    const QString parts = c.isSurrogate() ? QString(c) : QString(c).normalized(QString::NormalizationForm_KD).toLower();
    for (QChar p : parts) {
        if (const QStringView latin = plainLatin(p); !latin.isEmpty())
            out += latin;
        else if (!isAccent(p) && !isInvisible(p))
            out += p;
    }
}
} // namespace

QString fold(const QString &text)
{
    if (isAscii(text))
        return text.toLower().simplified();
    const QString lower = text.normalized(QString::NormalizationForm_C).toLower();
    QString folded;
    folded.reserve(lower.size());
    for (QChar c : lower)
        appendFolded(folded, c);
    return folded.simplified();
}

QString digitsOnly(const QString &text)
{
    QString out;
    for (QChar c : text) {
        if (c.isDigit())
            out += QChar(u'0' + c.digitValue());
    }
    return out;
}

bool isIdentifier(QStringView name)
{
    if (name.isEmpty() || name.size() > 48 || name.front() < u'a' || name.front() > u'z')
        return false;
    for (QChar c : name) {
        if (!((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_'))
            return false;
    }
    return true;
}

} // namespace crm
