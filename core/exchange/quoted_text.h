// Texts of a list such as `Name="a=b",City=Oslo`: in quotes where they hold what has a meaning there, a quote doubled.
// Private to core/exchange. All functions are pure.
#pragma once
#include <QString>

namespace crm::quoted_text {

inline QString inQuotes(QString text)
{
    text.replace(u'"', QLatin1String("\"\""));
    return u'"' + text + u'"';
}

/// Without the blanks around it, and without its quotes if it has any.
inline QString read(const QString &text)
{
    QString s = text.trimmed();
    if (s.size() >= 2 && s.startsWith(u'"') && s.endsWith(u'"')) {
        s = s.mid(1, s.size() - 2);
        s.replace(QLatin1String("\"\""), QLatin1String("\""));
    }
    return s;
}

/// The first one outside of quotes; -1: there is none.
inline qsizetype indexOf(const QString &text, QChar sign)
{
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'"')
            isQuoted = !isQuoted;
        else if (text[i] == sign && !isQuoted)
            return i;
    }
    return -1;
}

} // namespace crm::quoted_text
