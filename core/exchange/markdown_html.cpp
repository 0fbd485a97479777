#include "core/exchange/markdown_html.h"
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

namespace crm {

namespace {
constexpr int deepest = 16; ///< of lists and quotes in each other; beyond it they are text

bool isWord(const QString &s, qsizetype at) { return at >= 0 && at < s.size() && (s[at].isLetterOrNumber()); }
bool isSpace(const QString &s, qsizetype at) { return at < 0 || at >= s.size() || s[at].isSpace(); }
bool isMark(QChar c) { return c.unicode() < 128 && (c.isPunct() || c.isSymbol()); }

/// The inside of a paragraph, cell or heading.
class Inline
{
public:
    explicit Inline(const QString &text, int depth = 0)
        : m_text(text)
        , m_depth(depth)
    {}

    QString html()
    {
        while (m_at < m_text.size()) {
            if (!takeEscape() && !takeCode() && !takeLink() && !takeEmphasis())
                take(m_text[m_at++]);
        }
        return m_out;
    }

private:
    void take(QChar c) { m_out += QString(c).toHtmlEscaped(); }
    QString inner(qsizetype from, qsizetype to) const
    {
        return Inline(m_text.mid(from, to - from), m_depth + 1).html();
    }

    bool takeEscape()
    {
        if (m_text[m_at] == u'\n') {
            const bool hard = m_out.endsWith(QLatin1String("  "));
            while (m_out.endsWith(u' '))
                m_out.chop(1);
            m_out += hard ? QStringLiteral("<br>\n") : QStringLiteral("\n");
            ++m_at;
            return true;
        }
        if (m_text[m_at] != u'\\' || m_at + 1 >= m_text.size())
            return false;
        const QChar next = m_text[m_at + 1];
        if (next == u'\n')
            m_out += QStringLiteral("<br>\n");
        else if (isMark(next))
            take(next);
        else
            return false;
        m_at += 2;
        return true;
    }

    bool takeCode()
    {
        if (m_text[m_at] != u'`')
            return false;
        const qsizetype end = m_text.indexOf(u'`', m_at + 1);
        if (end < 0)
            return false;
        m_out += QStringLiteral("<code>%1</code>").arg(m_text.mid(m_at + 1, end - m_at - 1).toHtmlEscaped());
        m_at = end + 1;
        return true;
    }

    bool takeLink()
    {
        static const QRegularExpression link(
            QStringLiteral(R"(\[((?:[^\[\]\\\n]|\\.){1,500})\]\(((?:https?://|mailto:)[^\s()<>"]{1,2000})\))"));
        if (m_text[m_at] != u'[' || m_depth >= deepest)
            return false;
        const auto found =
            link.match(m_text, m_at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        if (!found.hasMatch())
            return false;
        m_out += QStringLiteral("<a href=\"%1\">%2</a>")
                     .arg(found.captured(2).toHtmlEscaped(), inner(found.capturedStart(1), found.capturedEnd(1)));
        m_at = found.capturedEnd();
        return true;
    }

    bool takeEmphasis()
    {
        static const QList<std::pair<QString, QString>> marks{{QStringLiteral("**"), QStringLiteral("b")},
                                                              {QStringLiteral("__"), QStringLiteral("b")},
                                                              {QStringLiteral("~~"), QStringLiteral("s")},
                                                              {QStringLiteral("*"), QStringLiteral("i")},
                                                              {QStringLiteral("_"), QStringLiteral("i")}};
        if (takeRun())
            return true;
        for (const auto &[mark, tag] : marks) {
            if (!QStringView(m_text).mid(m_at).startsWith(mark))
                continue;
            const qsizetype from = m_at + mark.size(), end = opens(mark) ? closing(mark, from) : -1;
            if (end < 0) {
                m_out += mark.toHtmlEscaped();
                m_at = from;
                return true;
            }
            m_out += QStringLiteral("<%1>%2</%1>").arg(tag, inner(from, end));
            m_at = end + mark.size();
            return true;
        }
        return false;
    }

    /// A line to sign on, and marks before a space: they open nothing.
    bool takeRun()
    {
        constexpr qsizetype longest = 3;
        const QChar c = m_text[m_at];
        qsizetype end = m_at;
        while (end < m_text.size() && m_text[end] == c)
            ++end;
        if ((c != u'_' && c != u'*' && c != u'~') || (end - m_at <= longest && !isSpace(m_text, end)))
            return false;
        m_out += m_text.mid(m_at, end - m_at);
        m_at = end;
        return true;
    }

    bool opens(const QString &mark) const
    {
        return m_depth < deepest && !m_hopeless.contains(mark) && !isSpace(m_text, m_at + mark.size()) &&
               (mark[0] != u'_' || !isWord(m_text, m_at - 1));
    }

    qsizetype closing(const QString &mark, qsizetype from)
    {
        for (qsizetype at = from + 1; at + mark.size() <= m_text.size(); ++at) {
            if (m_text[at - 1] == u'\\') {
                ++at; // what is escaped closes nothing
                continue;
            }
            const qsizetype behind = at + mark.size();
            if (!QStringView(m_text).mid(at).startsWith(mark) || isSpace(m_text, at - 1))
                continue;
            if (mark.size() == 1 && behind < m_text.size() && m_text[behind] == mark[0]) {
                ++at; // a double one
                continue;
            }
            if (mark[0] != u'_' || !isWord(m_text, behind))
                return at;
        }
        m_hopeless.insert(mark); // so none further on finds one either
        return -1;
    }

    const QString m_text;
    int m_depth;
    qsizetype m_at = 0;
    QString m_out;
    QSet<QString> m_hopeless;
};

QString inlineHtml(const QString &text) { return Inline(text).html(); }

const QRegularExpression &heading()
{
    static const QRegularExpression re(QStringLiteral(R"(^ {0,3}(#{1,6})\s+(\S.*)$)"));
    return re;
}
/// Without the marks that may close it.
QString headingText(QString text)
{
    text = text.trimmed();
    qsizetype end = text.size();
    while (end > 0 && text[end - 1] == u'#')
        --end;
    return end == 0 || text[end - 1].isSpace() ? text.left(end).trimmed() : text;
}
const QRegularExpression &item()
{
    static const QRegularExpression re(QStringLiteral(R"(^(\s*)([-*+]|\d{1,9}[.)])(\s+)(?=\S))"));
    return re;
}
const QRegularExpression &rule()
{
    static const QRegularExpression re(QStringLiteral(R"(^ {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$)"));
    return re;
}
const QRegularExpression &tableRule()
{
    static const QRegularExpression re(QStringLiteral(R"(^\s*\|?(\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?\s*$)"));
    return re;
}
bool isFence(const QString &line) { return line.trimmed().startsWith(QLatin1String("```")); }
bool isQuote(const QString &line) { return line.trimmed().startsWith(u'>'); }
qsizetype indentOf(const QString &line)
{
    qsizetype n = 0;
    while (n < line.size() && line[n].isSpace())
        ++n;
    return n;
}

QStringList cellsOf(const QString &line)
{
    QStringList out;
    QString cell, all = line.trimmed();
    if (all.startsWith(u'|'))
        all.remove(0, 1);
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all[i] == u'\\' && i + 1 < all.size()) {
            cell += all.mid(i++, 2);
        } else if (all[i] == u'|') {
            out << cell.trimmed();
            cell.clear();
        } else {
            cell += all[i];
        }
    }
    if (!cell.trimmed().isEmpty())
        out << cell.trimmed();
    return out;
}

/// Lines as blocks.
class Blocks
{
public:
    Blocks(const QStringList &lines, int depth)
        : m_lines(lines)
        , m_depth(depth)
    {}

    QString html()
    {
        while (m_at < m_lines.size()) {
            if (line().trimmed().isEmpty())
                ++m_at;
            else if (!takeHeading() && !takeRule() && !takeCode() && !takeTable() && !takeQuote() && !takeList())
                takeParagraph();
        }
        return m_out;
    }

    /// What one paragraph holds alone stands in a list without it.
    static QString tight(const QString &html)
    {
        static const QString open = QStringLiteral("<p>"), close = QStringLiteral("</p>\n");
        if (!html.startsWith(open) || html.count(open) != 1)
            return html;
        QString out = html.mid(open.size());
        return out.remove(out.indexOf(close), close.size());
    }

private:
    const QString &line() const { return m_lines[m_at]; }
    bool isTable(qsizetype at) const
    {
        return at + 1 < m_lines.size() && m_lines[at].contains(u'|') && m_lines[at + 1].contains(u'-') &&
               m_lines[at + 1].contains(u'|') && tableRule().match(m_lines[at + 1]).hasMatch();
    }

    bool takeHeading()
    {
        const auto found = heading().match(line());
        if (!found.hasMatch())
            return false;
        m_out += QStringLiteral("<h%1>%2</h%1>\n")
                     .arg(found.capturedLength(1))
                     .arg(inlineHtml(headingText(found.captured(2))));
        ++m_at;
        return true;
    }

    bool takeRule()
    {
        if (!rule().match(line()).hasMatch())
            return false;
        m_out += QStringLiteral("<hr>\n");
        ++m_at;
        return true;
    }

    bool takeCode()
    {
        if (!isFence(line()))
            return false;
        QStringList code;
        for (++m_at; m_at < m_lines.size() && !isFence(line()); ++m_at)
            code << line();
        ++m_at;
        m_out += QStringLiteral("<pre>%1</pre>\n").arg(code.join(u'\n').toHtmlEscaped());
        return true;
    }

    void addRow(const QStringList &cells, const QStringList &rules, const QString &tag)
    {
        m_out += QStringLiteral("<tr>");
        for (qsizetype i = 0; i < rules.size(); ++i) {
            const bool left = rules[i].startsWith(u':'), right = rules[i].endsWith(u':');
            const QString align =
                right ? left ? QStringLiteral(" align=\"center\"") : QStringLiteral(" align=\"right\"") : QString();
            m_out += u'<' + tag + align + u'>' + inlineHtml(cells.value(i)) + QStringLiteral("</") + tag + u'>';
        }
        m_out += QStringLiteral("</tr>\n");
    }

    bool takeTable()
    {
        if (!isTable(m_at))
            return false;
        const QStringList heads = cellsOf(line()), rules = cellsOf(m_lines[m_at + 1]);
        m_out += QStringLiteral("<table width=\"100%\" border=\"1\" cellspacing=\"0\" cellpadding=\"4\">\n");
        addRow(heads, rules, QStringLiteral("th"));
        for (m_at += 2; m_at < m_lines.size() && line().contains(u'|'); ++m_at)
            addRow(cellsOf(line()), rules, QStringLiteral("td"));
        m_out += QStringLiteral("</table>\n");
        return true;
    }

    bool takeQuote()
    {
        if (!isQuote(line()) || m_depth >= deepest)
            return false;
        QStringList inner;
        for (; m_at < m_lines.size() && isQuote(line()); ++m_at) {
            QString text = line().trimmed().mid(1);
            inner << (text.startsWith(u' ') ? text.mid(1) : text);
        }
        m_out += QStringLiteral("<blockquote>%1</blockquote>\n").arg(Blocks(inner, m_depth + 1).html());
        return true;
    }

    bool takeList()
    {
        auto found = item().match(line());
        if (!found.hasMatch() || m_depth >= deepest)
            return false;
        const bool numbered = found.captured(2).at(0).isDigit();
        const qsizetype indent = found.capturedLength(1);
        const QString first = found.captured(2).chopped(numbered ? 1 : 0);
        m_out += numbered ? QStringLiteral("<ol start=\"%1\">\n").arg(first.toLongLong()) : QStringLiteral("<ul>\n");
        while (found.hasMatch() && found.capturedLength(1) == indent && found.captured(2).at(0).isDigit() == numbered &&
               !rule().match(line()).hasMatch()) {
            m_out +=
                QStringLiteral("<li>%1</li>\n").arg(tight(Blocks(takeItem(found.capturedEnd()), m_depth + 1).html()));
            found = m_at < m_lines.size() ? item().match(line()) : QRegularExpressionMatch();
        }
        m_out += numbered ? QStringLiteral("</ol>\n") : QStringLiteral("</ul>\n");
        return true;
    }

    /// The lines of an item: its first, those that are set in below it, and those that run on.
    QStringList takeItem(qsizetype text)
    {
        const qsizetype indent = indentOf(line());
        QStringList inner{line().mid(text)};
        bool blank = false;
        for (++m_at; m_at < m_lines.size(); ++m_at) {
            const bool empty = line().trimmed().isEmpty(), deeper = indentOf(line()) > indent;
            if (!empty && !deeper && (blank || startsBlock(m_at)))
                break;
            blank = empty;
            inner << (empty ? QString() : line().mid(std::min(text, indentOf(line()))));
        }
        return inner;
    }

    bool startsBlock(qsizetype at) const
    {
        const QString &l = m_lines[at];
        return heading().match(l).hasMatch() || rule().match(l).hasMatch() || isFence(l) || isTable(at) ||
               (m_depth < deepest && (isQuote(l) || item().match(l).hasMatch()));
    }

    void takeParagraph()
    {
        QString text = line().mid(indentOf(line()));
        for (++m_at; m_at < m_lines.size() && !line().trimmed().isEmpty() && !startsBlock(m_at); ++m_at)
            text += u'\n' + line().mid(indentOf(line()));
        m_out += QStringLiteral("<p>%1</p>\n").arg(inlineHtml(text).trimmed());
    }

    const QStringList m_lines;
    int m_depth;
    qsizetype m_at = 0;
    QString m_out;
};
} // namespace

QString markdownHtml(const QString &markdown)
{
    QString text = markdown;
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    return Blocks(text.split(u'\n'), 0).html();
}

} // namespace crm
