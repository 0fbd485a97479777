#include "core/exchange/mail_link.h"
#include <QRegularExpression>

namespace crm {

QString mailText(const QString &markdown)
{
    static const QRegularExpression emphasis(QStringLiteral(R"((?<!\\)(\*\*|__|~~)(?=\S)(.+?)(?<=[^\s\\])\1)"));
    static const QRegularExpression heading(QStringLiteral(R"(^#{1,6}\s+)"), QRegularExpression::MultilineOption);
    static const QRegularExpression escape(QStringLiteral(R"(\\([!-/:-@\[-`{-~]))"));
    QString text = markdown;
    text.remove(heading).replace(emphasis, QStringLiteral("\\2")).replace(escape, QStringLiteral("\\1"));
    return text.trimmed();
}

QUrl mailLink(const QString &to, const QString &subject, const QString &text)
{
    const auto encoded = [](const QString &s, const QByteArray &kept = {}) {
        return QString::fromLatin1(QUrl::toPercentEncoding(s, kept));
    };
    QString lines = text;
    lines.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(u'\n', QLatin1String("\r\n"));
    QString link =
        QStringLiteral("mailto:%1?subject=%2").arg(encoded(to.simplified(), "@"), encoded(subject.simplified()));
    if (!lines.isEmpty())
        link += QStringLiteral("&body=") + encoded(lines);
    return QUrl(link, QUrl::StrictMode);
}

} // namespace crm
