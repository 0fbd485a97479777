#include "tests/house/source_text.h"
#include <QFile>
#include <QRegularExpression>

namespace crm::test {
namespace {
class Scanner
{
public:
    explicit Scanner(const QString &text)
        : m_text(text)
    {
        m_result.code.reserve(text.size());
    }

    SourceText scan()
    {
        while (m_at < m_text.size()) {
            if (starts(u"//"))
                blankUntil(u"\n", false);
            else if (starts(u"/*"))
                blankUntil(u"*/", true);
            else if (starts(u"R\"") && !follows())
                rawLiteral();
            else if (m_text[m_at] == u'"')
                literal();
            else if (m_text[m_at] == u'\'' && !follows())
                character();
            else
                keep();
        }
        return m_result;
    }

private:
    bool starts(QStringView with) const { return QStringView(m_text).mid(m_at).startsWith(with); }
    /// The ' of 1'000'000 stands behind a digit, and the R of FOOR"x" belongs to a name.
    bool follows() const
    {
        return m_at > 0 && m_text[m_at - 1].isLetterOrNumber() && m_text[m_at - 1] != u'u' && m_text[m_at - 1] != u'L';
    }

    void keep()
    {
        if (m_text[m_at] == u'\n')
            ++m_line;
        m_result.code += m_text[m_at++];
    }
    void blank()
    {
        if (m_text[m_at] == u'\n') {
            ++m_line;
            m_result.code += u'\n';
        } else {
            m_result.code += u' ';
        }
        ++m_at;
    }
    void blankUntil(QStringView end, bool including)
    {
        while (m_at < m_text.size() && !starts(end))
            blank();
        for (qsizetype i = 0; including && i < end.size() && m_at < m_text.size(); ++i)
            blank();
    }
    void rawLiteral()
    {
        const qsizetype open = m_text.indexOf(u'(', m_at);
        if (open < 0)
            return keep();
        const QString end = u')' + m_text.mid(m_at + 2, open - m_at - 2) + u'"';
        const qsizetype close = m_text.indexOf(end, open);
        m_result.literals.append({m_line, m_text.mid(open + 1, close - open - 1)});
        blankUntil(end, true);
    }
    void literal()
    {
        const int line = m_line;
        QString text;
        keep();
        while (m_at < m_text.size() && m_text[m_at] != u'"' && m_text[m_at] != u'\n') {
            if (m_text[m_at] == u'\\' && m_at + 1 < m_text.size()) {
                text += m_text[m_at];
                blank();
            }
            text += m_text[m_at];
            blank();
        }
        if (m_at < m_text.size())
            keep();
        m_result.literals.append({line, text});
    }
    void character()
    {
        keep();
        while (m_at < m_text.size() && m_text[m_at] != u'\'' && m_text[m_at] != u'\n') {
            if (m_text[m_at] == u'\\')
                blank();
            blank();
        }
        if (m_at < m_text.size())
            keep();
    }

    const QString m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    SourceText m_result;
};
} // namespace

SourceText SourceText::parse(const QString &text)
{
    SourceText result = Scanner(text).scan();
    result.lines = text.split(u'\n');
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*([<\"])([^>\"]+)"));
    for (int i = 0; i < result.lines.size(); ++i) {
        const auto found = include.match(result.lines[i]);
        if (!found.hasMatch())
            continue;
        const bool system = found.captured(1) == u"<";
        result.includes.append({i + 1, system ? u'<' + found.captured(2) : found.captured(2)});
        if (!system)
            erase_if(result.literals, [i](const Literal &l) { return l.line == i + 1; });
    }
    return result;
}

SourceText SourceText::read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? parse(QString::fromUtf8(file.readAll())) : SourceText();
}

} // namespace crm::test
