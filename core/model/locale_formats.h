// The date patterns that displayText() writes and parseText() reads.
#pragma once
#include <QLocale>

namespace crm {

/// The locale's short pattern, always with four digits of the year: "26" would come back as 1926.
inline QString dateFormat(const QLocale &locale)
{
    if (locale.language() == QLocale::C)
        return QStringLiteral("yyyy-MM-dd");
    QString pattern = locale.dateFormat(QLocale::ShortFormat);
    if (!pattern.contains(QLatin1String("yyyy")))
        pattern.replace(QLatin1String("yy"), QLatin1String("yyyy"));
    return pattern;
}

inline QString timeFormat(const QLocale &locale)
{
    return locale.language() == QLocale::C ? QStringLiteral("HH:mm") : locale.timeFormat(QLocale::ShortFormat);
}

inline QString momentFormat(const QLocale &locale) { return dateFormat(locale) + u' ' + timeFormat(locale); }

} // namespace crm
