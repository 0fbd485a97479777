#include "core/exchange/paper_rows.h"
#include "core/exchange/paper_template.h"
#include "core/model/error.h"

namespace crm {

namespace {
void appendEscaped(std::string &to, const QByteArray &value)
{
    for (const char c : value) {
        switch (c) {
        case '&':
            to += "&amp;";
            break;
        case '<':
            to += "&lt;";
            break;
        case '>':
            to += "&gt;";
            break;
        case '"':
            to += "&quot;";
            break;
        case '\'':
            to += "&apos;";
            break;
        default:
            to += c;
        }
    }
}
} // namespace

PaperRows::PaperRows(const QString &layout, const QStringList &columns)
{
    const QString row = QString::fromStdString(paperLayout(layout));
    if (row.isEmpty())
        throw Error(ErrorKind::Unsupported, QStringLiteral("There is no layout %1.").arg(layout));
    qsizetype at = 0;
    for (qsizetype open = row.indexOf(QLatin1String("{{")); open >= 0; open = row.indexOf(QLatin1String("{{"), at)) {
        const qsizetype close = row.indexOf(QLatin1String("}}"), open);
        const QString name = row.mid(open + 2, close - open - 2);
        const auto column = int(columns.indexOf(name));
        if (close < 0 || column < 0)
            throw Error(ErrorKind::Unsupported, QStringLiteral("%1: there is no column {{%2}}").arg(layout, name));
        m_pieces.push_back({row.mid(at, open - at).toStdString(), column});
        at = close + 2;
    }
    m_pieces.push_back({row.mid(at).toStdString(), -1});
}

void PaperRows::add(const QStringList &values)
{
    for (const Piece &piece : m_pieces) {
        m_html += piece.text;
        if (piece.column >= 0)
            appendEscaped(m_html, values.value(piece.column).toUtf8());
    }
}

} // namespace crm
