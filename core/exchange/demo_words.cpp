#include "core/exchange/demo_words.h"
#include "core/model/error.h"
#include "core/model/text.h"
#include <QFile>
#include <QTextStream>

// Resources of a library are known to the program only when somebody has asked for them.
static void loadResources() { Q_INIT_RESOURCE(core); }

namespace crm {

namespace {
QString readResource(const QString &name)
{
    loadResources();
    QFile file(QStringLiteral(":/demo/") + name);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(ErrorKind::NotFound,
                    QStringLiteral("The program's own file %1 is missing. Install it anew.").arg(name));
    return QString::fromUtf8(file.readAll());
}
} // namespace

DemoWords::DemoWords(const QString &name)
{
    QString section;
    const QStringList lines = readResource(name).split(u'\n');
    for (const QString &line : lines) {
        if (line.trimmed().isEmpty() || line.startsWith(u'#'))
            continue;
        if (line.startsWith(u'[')) {
            section = line.mid(1, line.indexOf(u']') - 1);
            m_order.append(section);
        } else {
            m_sections[section].append(line);
        }
    }
}

const QStringList &DemoWords::lines(const QString &section) const
{
    const auto it = m_sections.constFind(section);
    if (it == m_sections.cend())
        throw Error(ErrorKind::NotFound, QStringLiteral("The demo words have no section %1.").arg(section));
    return *it;
}

QStringList DemoWords::entry(const QString &section, qint64 index) const
{
    const QStringList &all = lines(section);
    return all.at(index % all.size()).split(u'|');
}

QHash<QString, QStringList> DemoWords::pairs(const QString &section) const
{
    QHash<QString, QStringList> out;
    for (const QString &line : lines(section)) {
        const qsizetype at = line.indexOf(u'=');
        out.insert(line.left(at).trimmed(), line.mid(at + 1).trimmed().split(u'|'));
    }
    return out;
}

QString inLatin(const QString &text)
{
    static const QHash<QChar, QString> letters = [] {
        QHash<QChar, QString> map;
        const QStringList lines = readResource(QStringLiteral("latin.txt")).split(u'\n');
        for (const QString &line : lines) {
            if (!line.isEmpty() && !line.startsWith(u'#'))
                map.insert(line.front(), line.mid(1).trimmed());
        }
        return map;
    }();
    QString out;
    const QString folded = fold(text);
    for (const QChar c : folded) {
        if ((c >= u'a' && c <= u'z') || c.isDigit())
            out += c;
        else
            out += letters.value(c);
    }
    return out;
}

} // namespace crm
