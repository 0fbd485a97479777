#include "ui/records/near_date.h"
#include "core/model/text.h"
#include <QCoreApplication>
#include <QRegularExpression>

namespace crm {
namespace {

bool isWord(const QString &typed, const char *source)
{
    return typed == fold(QString::fromUtf8(source)) ||
           typed == fold(QCoreApplication::translate("crm::NearDate", source));
}

// Marks the words for translation; looked up through isWord().
[[maybe_unused]] const char *const words[] = {
    QT_TRANSLATE_NOOP("crm::NearDate", "today"),     QT_TRANSLATE_NOOP("crm::NearDate", "tomorrow"),
    QT_TRANSLATE_NOOP("crm::NearDate", "yesterday"), QT_TRANSLATE_NOOP("crm::NearDate", "d"),
    QT_TRANSLATE_NOOP("crm::NearDate", "w"),         QT_TRANSLATE_NOOP("crm::NearDate", "m"),
    QT_TRANSLATE_NOOP("crm::NearDate", "y"),         QT_TRANSLATE_NOOP("crm::NearDate", "h"),
    QT_TRANSLATE_NOOP("crm::NearDate", "min"),
};

std::optional<QDate> shifted(const QString &typed, const QDate &today)
{
    static const QRegularExpression shift(QStringLiteral("^([+-])\\s*(\\d{1,4})\\s*(\\S*)$"));
    const QRegularExpressionMatch match = shift.match(typed);
    if (!match.hasMatch())
        return {};
    const int n = (match.capturedView(1) == u"-" ? -1 : 1) * match.captured(2).toInt();
    const QString unit = match.captured(3);
    if (unit.isEmpty() || isWord(unit, "d"))
        return today.addDays(n);
    if (isWord(unit, "w"))
        return today.addDays(7 * n);
    if (isWord(unit, "m"))
        return today.addMonths(n);
    if (isWord(unit, "y"))
        return today.addYears(n);
    return {};
}

std::optional<QDate> weekday(const QString &typed, const QDate &today, const QLocale &locale)
{
    if (typed.size() < 2)
        return {};
    for (const QLocale &l : {locale, QLocale(QLocale::English)}) {
        for (int day = 1; day <= 7; ++day) {
            QString brief = fold(l.dayName(day, QLocale::ShortFormat));
            brief.remove(u'.');
            if (typed != brief && typed != fold(l.dayName(day, QLocale::LongFormat)))
                continue;
            const int ahead = (day - today.dayOfWeek() + 7) % 7;
            return today.addDays(ahead == 0 ? 7 : ahead);
        }
    }
    return {};
}

std::optional<QDate> dayAndMonth(const QString &typed, const QDate &today, const QLocale &locale)
{
    static const QRegularExpression parts(
        QStringLiteral("^(\\d{1,2})(?:[./-](\\d{1,2}))?(?:[./-](\\d{2}|\\d{4}))?[./]?$"));
    const QRegularExpressionMatch match = parts.match(typed);
    if (!match.hasMatch())
        return {};
    const int first = match.captured(1).toInt();
    if (match.captured(2).isEmpty()) { // a day alone: of this month, or the next one when it is over
        QDate date(today.year(), today.month(), first);
        if (date.isValid() && date < today)
            date = QDate(today.addMonths(1).year(), today.addMonths(1).month(), first);
        return date.isValid() ? std::optional(date) : std::nullopt;
    }
    const int second = match.captured(2).toInt();
    const QString format = locale.dateFormat(QLocale::ShortFormat);
    const bool dayFirst = format.indexOf(u'd') < format.indexOf(u'M');
    int year = match.captured(3).isEmpty() ? today.year() : match.captured(3).toInt();
    if (year < 100)
        year += year < 70 ? 2000 : 1900;
    const QDate date(year, dayFirst ? second : first, dayFirst ? first : second);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

std::optional<QTime> readTime(const QString &typed, const QLocale &locale)
{
    static const QRegularExpression clock(QStringLiteral("^(\\d{1,2})(?:[:.](\\d{2}))?$"));
    if (const QRegularExpressionMatch match = clock.match(typed); match.hasMatch()) {
        const QTime time(match.captured(1).toInt(), match.captured(2).toInt());
        return time.isValid() ? std::optional(time) : std::nullopt;
    }
    const QTime time = locale.toTime(typed, QLocale::ShortFormat);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

} // namespace

std::optional<QDate> readNearDate(const QString &text, const QDate &today, const QLocale &locale)
{
    const QString typed = fold(text).trimmed();
    if (isWord(typed, "today"))
        return today;
    if (isWord(typed, "tomorrow"))
        return today.addDays(1);
    if (isWord(typed, "yesterday"))
        return today.addDays(-1);
    if (auto date = shifted(typed, today))
        return date;
    if (auto date = weekday(typed, today, locale))
        return date;
    if (const QDate iso = QDate::fromString(typed, Qt::ISODate); iso.isValid())
        return iso;
    if (auto date = dayAndMonth(typed, today, locale))
        return date;
    for (const auto format : {QLocale::ShortFormat, QLocale::LongFormat}) {
        if (const QDate date = locale.toDate(text.trimmed(), format); date.isValid())
            return date.year() < 1970 && format == QLocale::ShortFormat && date.year() >= 1900 ? date.addYears(100)
                                                                                               : date;
    }
    return {};
}

std::optional<QDateTime> readNearMoment(const QString &text, const QDateTime &now, const QLocale &locale)
{
    const QString typed = text.simplified();
    static const QRegularExpression shift(QStringLiteral("^([+-])\\s*(\\d{1,5})\\s*(\\S+)$"));
    if (const QRegularExpressionMatch match = shift.match(fold(typed)); match.hasMatch()) {
        const int n = (match.capturedView(1) == u"-" ? -1 : 1) * match.captured(2).toInt();
        if (isWord(match.captured(3), "h"))
            return now.addSecs(3600LL * n);
        if (isWord(match.captured(3), "min"))
            return now.addSecs(60LL * n);
    }
    if (typed.contains(u':') && !typed.contains(u' ')) {
        if (auto time = readTime(typed, locale))
            return QDateTime(now.date(), *time);
    }
    if (auto date = readNearDate(typed, now.date(), locale))
        return QDateTime(*date, QTime(9, 0)); // a working day's start, when only the day is said
    for (qsizetype cut = typed.indexOf(u' '); cut > 0; cut = typed.indexOf(u' ', cut + 1)) {
        const auto date = readNearDate(typed.left(cut), now.date(), locale);
        const auto time = readTime(typed.mid(cut + 1), locale);
        if (date && time)
            return QDateTime(*date, *time);
    }
    if (const QDateTime iso = QDateTime::fromString(typed, Qt::ISODate); iso.isValid())
        return iso.toLocalTime();
    return {};
}

} // namespace crm
