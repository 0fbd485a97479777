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

QString stripMarks(const QString &lower)
{
    QString out;
    out.reserve(lower.size());
    for (QChar c : lower) {
        if (c.unicode() < 0x80 || isCyrillic(c)) {
            out += c;
            continue;
        }
        const QString parts = c.isSurrogate() ? QString(c) : QString(c).normalized(QString::NormalizationForm_KD);
        for (QChar p : parts) {
            if (!p.isMark())
                out += p;
        }
    }
    return out;
}
} // namespace

QString fold(const QString &text)
{
    if (isAscii(text))
        return text.toLower().simplified();
    QString s = stripMarks(text.normalized(QString::NormalizationForm_C).toLower());
    s.replace(QChar(0x0451), QChar(0x0435)); // yo -> ye
    s.replace(QChar(0x00DF), QStringLiteral("ss"));
    return s.simplified();
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
