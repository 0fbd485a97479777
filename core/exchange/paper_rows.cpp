#include "core/exchange/paper_rows.h"
#include "core/exchange/paper_template.h"
#include "core/model/error.h"

namespace crm {

namespace {
const char *escapeOf(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&apos;";
    default:
        return nullptr;
    }
}

void appendEscaped(std::string &to, std::string_view value)
{
    size_t done = 0;
    for (size_t i = 0; i < value.size(); ++i) {
        const char *escape = escapeOf(value[i]);
        if (!escape)
            continue;
        to.append(value, done, i - done).append(escape);
        done = i + 1;
    }
    to.append(value, done);
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

void PaperRows::reserve(qsizetype rows)
{
    constexpr size_t usual = 12; // bytes of a value
    size_t row = 0;
    for (const Piece &piece : m_pieces)
        row += piece.text.size() + usual;
    m_html.reserve(row * size_t(rows));
}

void PaperRows::add(std::initializer_list<std::string_view> values)
{
    for (const Piece &piece : m_pieces) {
        m_html += piece.text;
        if (piece.column >= 0)
            appendEscaped(m_html, values.begin()[piece.column]);
    }
}

} // namespace crm
