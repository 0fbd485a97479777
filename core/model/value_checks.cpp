#include "core/model/value_checks.h"
#include "core/model/text.h"
#include <QRegularExpression>
#include <QUrl>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Validation)
};

bool hasSpace(const QString &text)
{
    for (QChar c : text) {
        if (c.isSpace() || c.category() == QChar::Other_Control)
            return true;
    }
    return false;
}

/// example.com, names in other scripts, 10.0.0.1: parts of letters, digits and hyphens.
bool isHostName(const QString &host)
{
    const QStringList parts = host.split(u'.');
    for (const QString &part : parts) {
        if (part.isEmpty() || part.size() > 63 || part.startsWith(u'-') || part.endsWith(u'-'))
            return false;
        for (QChar c : part) {
            if (!(c.isLetterOrNumber() || c.isMark() || c == u'-' || c == u'_' || c.isSurrogate()))
                return false;
        }
    }
    return true;
}

bool isEmailAddress(const QString &text)
{
    const qsizetype at = text.lastIndexOf(u'@');
    const QString local = text.left(at);
    const QString host = text.mid(at + 1);
    if (at < 1 || local.size() > 64 || hasSpace(text) || local.contains(u'@'))
        return false;
    if (local.startsWith(u'.') || local.endsWith(u'.') || local.contains(QLatin1String("..")))
        return false;
    static const QString forbidden = QStringLiteral("()<>[],;:\\\"");
    for (QChar c : local) {
        if (forbidden.contains(c))
            return false;
    }
    return host.contains(u'.') && isHostName(host);
}

bool isWebAddress(const QString &text)
{
    if (hasSpace(text))
        return false;
    const bool hasScheme = text.contains(QLatin1String("://"));
    const QUrl url(hasScheme ? text : QStringLiteral("http://") + text, QUrl::TolerantMode);
    static const QStringList schemes = {QStringLiteral("http"), QStringLiteral("https"), QStringLiteral("ftp"),
                                        QStringLiteral("ftps"), QStringLiteral("sftp")};
    if (!url.isValid() || !schemes.contains(url.scheme()) || url.host().isEmpty())
        return false;
    const QString host = url.host();
    if (host.contains(u':'))
        return true; // an IPv6 address, which QUrl has checked
    return isHostName(host) && (hasScheme || host.contains(u'.') || host == QLatin1String("localhost"));
}

/// Digits first, in any of the ways people group them; words only behind them (an extension).
bool isPhoneNumber(const QString &text)
{
    static const QString signs = QStringLiteral("+-()./,;#* ");
    int digits = 0;
    for (QChar c : text) {
        digits += c.isDigit();
        if (!c.isDigit() && !c.isSpace() && !signs.contains(c) && c.category() != QChar::Punctuation_Dash &&
            !(c.isLetter() && digits >= 3))
            return false;
    }
    return digits >= 3 && digits <= 30;
}

bool isColor(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^#[0-9a-f]{6}$"));
    return pattern.match(text).hasMatch();
}
} // namespace

constexpr qsizetype mostQuoted = 60; ///< of what may be a whole book

QString textFault(Kind kind, const QString &text)
{
    if (kind != Kind::Memo && (text.contains(u'\n') || text.contains(u'\r')))
        return Tr::tr("the text must stand on one line.");
    if (kind == Kind::Email && !isEmailAddress(text))
        return Tr::tr("“%1” is no e-mail address. It looks like name@example.com.").arg(text.left(mostQuoted));
    if (kind == Kind::Url && !isWebAddress(text))
        return Tr::tr("“%1” is no web address. It looks like https://example.com.").arg(text.left(mostQuoted));
    if (kind == Kind::Phone && !isPhoneNumber(text))
        return Tr::tr("“%1” is no phone number. It looks like +7 912 345-67-89.").arg(text.left(mostQuoted));
    if (kind == Kind::Color && !isColor(text))
        return Tr::tr("“%1” is no colour. It looks like #2f80ed.").arg(text.left(mostQuoted));
    return {};
}

} // namespace crm
