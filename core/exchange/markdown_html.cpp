#include "core/exchange/markdown_html.h"
#include <QRegularExpression>
#include <md4c-html.h>

namespace crm {

namespace {
void append(const MD_CHAR *text, MD_SIZE size, void *out)
{
    static_cast<QByteArray *>(out)->append(text, qsizetype(size));
}

/// Links lead to the web and to addresses, pictures nowhere: a paper is opened by whoever gets it.
QString withoutTraps(QString html)
{
    static const QRegularExpression odd(
        QStringLiteral("(href)=\"(?!https?:|mailto:|tel:)[^\"]*\"|<img\\b[^>]*\\balt=\"([^\"]*)\"[^>]*>"));
    return html.replace(odd, QStringLiteral("\\2"));
}
} // namespace

QString markdownHtml(const QString &markdown)
{
    constexpr unsigned flags = MD_DIALECT_GITHUB | MD_FLAG_NOHTML;
    const QByteArray text = markdown.toUtf8();
    QByteArray html;
    md_html(text.constData(), MD_SIZE(text.size()), append, &html, flags, MD_HTML_FLAG_SKIP_UTF8_BOM);
    // What prints it knows attributes of tables, and few styles.
    return withoutTraps(QString::fromUtf8(html).trimmed())
        .replace(QStringLiteral("<table>"),
                 QStringLiteral("<table width=\"100%\" border=\"1\" cellspacing=\"0\" cellpadding=\"4\">"));
}

} // namespace crm
