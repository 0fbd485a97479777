#include "core/model/mentions.h"
#include "core/model/beside_entity.h"
#include "core/model/registry.h"
#include <QRegularExpression>
#include <algorithm>

namespace crm {

namespace {
const QString scheme = QStringLiteral("mention:");

/// Stretches of a text, in order.
class Stretches
{
public:
    void add(qsizetype from, qsizetype to) { m_all.append({from, to}); }
    bool hold(qsizetype at) const
    {
        return std::any_of(m_all.begin(), m_all.end(), [at](const auto &s) { return at >= s.first && at < s.second; });
    }

private:
    QList<QPair<qsizetype, qsizetype>> m_all;
};

struct Layout
{
    Stretches code, quotes;
};

/// Code within a paragraph: from a run of backticks to the next one of the same length.
void addCodeSpans(const QString &text, qsizetype from, qsizetype to, Stretches &code)
{
    const auto runAt = [&](qsizetype i) {
        qsizetype end = i;
        while (end < to && text.at(end) == u'`')
            ++end;
        return end - i;
    };
    for (qsizetype i = from; i < to;) {
        const qsizetype length = runAt(i);
        if (length == 0) {
            i += text.at(i) == u'\\' ? 2 : 1;
            continue;
        }
        qsizetype close = i + length;
        while (close < to && runAt(close) != length)
            close += qMax<qsizetype>(1, runAt(close));
        if (close < to)
            code.add(i, close + length);
        i = close < to ? close + length : i + length;
    }
}

/// Blocks between fences, code within paragraphs, lines that are quoted.
Layout layoutOf(const QString &text)
{
    static const QRegularExpression fence(QStringLiteral("^ {0,3}(`{3,}|~{3,})")), quote(QStringLiteral("^ {0,3}>"));
    Layout out;
    QString open; // the fence that began a block
    qsizetype blockFrom = 0, paragraph = 0;
    for (qsizetype at = 0; at <= text.size();) {
        const qsizetype lineEnd = text.indexOf(u'\n', at);
        const qsizetype end = lineEnd < 0 ? text.size() : lineEnd;
        const QString line = text.mid(at, end - at);
        const QRegularExpressionMatch match = fence.match(line);
        if (!open.isEmpty()) {
            if (match.captured(1).startsWith(open)) {
                out.code.add(blockFrom, end);
                open.clear();
                paragraph = end;
            }
        } else if (match.hasMatch()) {
            addCodeSpans(text, paragraph, at, out.code);
            open = match.captured(1);
            blockFrom = at;
        } else if (line.trimmed().isEmpty()) {
            addCodeSpans(text, paragraph, at, out.code);
            paragraph = end;
        }
        if (open.isEmpty() && quote.match(line).hasMatch())
            out.quotes.add(at, end);
        at = end + 1;
    }
    if (open.isEmpty())
        addCodeSpans(text, paragraph, text.size(), out.code);
    else
        out.code.add(blockFrom, text.size());
    return out;
}

bool isPunctuation(QChar c) { return c.unicode() < 128 && !c.isLetterOrNumber() && !c.isSpace(); }

QString unescaped(const QString &label)
{
    QString out;
    for (qsizetype i = 0; i < label.size(); ++i) {
        if (label.at(i) == u'\\' && i + 1 < label.size() && isPunctuation(label.at(i + 1)))
            ++i;
        out += label.at(i);
    }
    return out;
}

QString escaped(const QString &name)
{
    QString out;
    for (const QChar c : name.simplified()) {
        if (QStringView(u"\\[]*_`<>~&").contains(c))
            out += u'\\';
        out += c;
    }
    return out;
}

const QRegularExpression &linkForm()
{
    static const QRegularExpression form(
        QStringLiteral(R"((?<!\\)\[@((?:\\.|[^\]\\\n])*+)\]\(mention:([1-9][0-9]{0,18})\))"));
    return form;
}

bool mayHoldLinks(const QString &text) { return text.contains(QLatin1String("](mention:")); }

QString replaced(const QString &text, const QList<Mention> &mentions, const std::function<QString(const Mention &)> &by)
{
    QString out;
    qsizetype from = 0;
    for (const Mention &m : mentions) {
        out += QStringView(text).mid(from, m.at - from);
        out += by(m);
        from = m.at + m.size;
    }
    out += QStringView(text).mid(from);
    return out;
}

QList<Mention> linksIn(const QString &text)
{
    QList<Mention> out;
    for (auto it = linkForm().globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        bool fits = false;
        const Id person = match.capturedView(2).toLongLong(&fits);
        if (fits)
            out << Mention{match.capturedStart(), match.capturedLength(), unescaped(match.captured(1)), person, false};
    }
    return out;
}
} // namespace

QList<Mention> mentionsIn(const QString &markdown)
{
    if (!mayHoldLinks(markdown))
        return {};
    const Layout layout = layoutOf(markdown);
    QList<Mention> out = linksIn(markdown);
    out.removeIf([&](const Mention &m) { return layout.code.hold(m.at); });
    for (Mention &m : out)
        m.isQuoted = layout.quotes.hold(m.at);
    return out;
}

QList<TypedLogin> typedLoginsIn(const QString &markdown)
{
    static const QRegularExpression link(QStringLiteral(R"(\[(?:\\.|[^\]\\\n])*+\]\([^)\n]*+\))"));
    static const QRegularExpression form(
        QStringLiteral(R"((?<![\p{L}\p{N}_.+@/\\-])@([A-Za-z0-9][A-Za-z0-9._-]*+)(?![\p{L}\p{N}@]))"),
        QRegularExpression::UseUnicodePropertiesOption);
    if (!markdown.contains(u'@'))
        return {};
    const Layout layout = layoutOf(markdown);
    Stretches links;
    for (auto it = link.globalMatch(markdown); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        links.add(match.capturedStart(), match.capturedEnd());
    }
    QList<TypedLogin> out;
    for (auto it = form.globalMatch(markdown); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        QString login = match.captured(1).toLower();
        while (login.endsWith(u'.') || login.endsWith(u'-')) // of the sentence
            login.chop(1);
        const qsizetype at = match.capturedStart();
        if (!layout.code.hold(at) && !links.hold(at))
            out << TypedLogin{at, login.size() + 1, login, layout.quotes.hold(at)};
    }
    return out;
}

QString mentionLink(const QString &name, Id person)
{
    return QStringLiteral("[@%1](%2%3)").arg(escaped(name), scheme, QString::number(person));
}

QString withoutMentionLinks(const QString &markdown)
{
    if (!mayHoldLinks(markdown))
        return markdown;
    return replaced(markdown, linksIn(markdown), [](const Mention &m) { return u'@' + m.name; });
}

QString withMentionedNames(const QString &markdown, const std::function<QString(Id)> &nameOf)
{
    return replaced(markdown, mentionsIn(markdown), [&](const Mention &m) {
        const QString name = nameOf(m.person);
        return name.isEmpty() ? u'@' + escaped(m.name) : mentionLink(name, m.person);
    });
}

Id mentionedBy(const QString &address)
{
    return address.startsWith(scheme) ? QStringView(address).mid(scheme.size()).toLongLong() : 0;
}

namespace {
BesideEntity<Mentioning> &declared()
{
    static BesideEntity<Mentioning> all;
    return all;
}
} // namespace

void mentionsPeople(const QString &entity, const Mentioning &how) { declared().set(entity, how); }

Mentioning mentioningOf(const QString &entity) { return declared().of(entity); }

QStringList mentioningEntities()
{
    QStringList keys = declared().all().keys();
    keys.sort();
    return keys;
}

QStringList mentioningFaults(const Catalog &catalog)
{
    QStringList faults;
    const QStringList keys = mentioningEntities();
    for (const QString &key : keys) {
        const Mentioning how = mentioningOf(key);
        const Entity *entity = catalog.find(key);
        const Field *text = entity ? entity->field(how.text) : nullptr;
        const Field *people = entity ? entity->field(how.people) : nullptr;
        if (!text || text->kind() != Kind::Memo)
            faults << QStringLiteral("%1: no longer text is called %2").arg(key, how.text);
        if (!people || people->kind() != Kind::RefList || !people->isComputed())
            faults << QStringLiteral("%1: no computed list is called %2").arg(key, how.people);
    }
    return faults;
}

} // namespace crm
