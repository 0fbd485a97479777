// Words of the demo data, read from the program's resources (resources/demo/*.txt).
#pragma once
#include <QHash>
#include <QStringList>

namespace crm {

/// A text file of sections in brackets: lines, or "key = value|value".
class DemoWords
{
public:
    explicit DemoWords(const QString &name);
    QStringList sections() const { return m_order; }
    const QStringList &lines(const QString &section) const;
    /// The parts of one line; the index counts on from the start again behind the last line.
    QStringList entry(const QString &section, qint64 index) const;
    QHash<QString, QStringList> pairs(const QString &section) const;

private:
    QStringList m_order;
    QHash<QString, QStringList> m_sections;
};

/// Cyrillic letters as Latin ones ("shch" for one of them), accents dropped: for logins and addresses. Letters and
/// digits only.
QString inLatin(const QString &text);

} // namespace crm
