#include "ui/records/cell_text.h"
#include "core/model/locale_formats.h"
#include "core/model/mentions.h"
#include <QCoreApplication>
#include <QRegularExpression>

namespace crm {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::CellText)
};

QString monthAndDay(const QDate &date, const QLocale &locale)
{
    // The locale's order of day and month, without the year.
    QString format = locale.dateFormat(QLocale::LongFormat);
    const bool dayFirst = format.indexOf(u'd') < format.indexOf(u'M');
    return locale.toString(date, dayFirst ? QStringLiteral("d MMM") : QStringLiteral("MMM d"));
}

} // namespace

QString nearDate(const QDate &date, const QDate &today, const QLocale &locale)
{
    const qint64 days = today.daysTo(date);
    if (days == 0)
        return Tr::tr("Today");
    if (days == 1)
        return Tr::tr("Tomorrow");
    if (days == -1)
        return Tr::tr("Yesterday");
    if (days > 1 && days < 7)
        return QStringLiteral("%1, %2").arg(locale.dayName(date.dayOfWeek(), QLocale::ShortFormat),
                                            monthAndDay(date, locale));
    if (date.year() == today.year() || qAbs(days) < 120)
        return monthAndDay(date, locale);
    return locale.toString(date, dateFormat(locale));
}

QString fullText(const Field &field, const QVariant &value, const QString &title, const QString &currency,
                 const QLocale &locale)
{
    if (!field.target().isEmpty())
        return isEmptyValue(value) ? QString() : title;
    FormatContext context{locale, currency, {}};
    return displayText(field, value, context);
}

QString cellText(const Field &field, const QVariant &value, const QString &title, const QString &currency,
                 const QLocale &locale)
{
    if (isEmptyValue(value))
        return {};
    switch (field.kind()) {
    case Kind::Date:
        return nearDate(value.toDate(), QDate::currentDate(), locale);
    case Kind::Moment: {
        const QDateTime local = value.toDateTime().toLocalTime();
        const QDate today = QDate::currentDate();
        const QString day = nearDate(local.date(), today, locale);
        if (qAbs(local.date().daysTo(today)) > 60)
            return day;
        return QStringLiteral("%1 %2").arg(day, locale.toString(local.time(), QLocale::ShortFormat));
    }
    case Kind::Memo: {
        // Markdown on one line: its marks would be noise in a cell.
        static const QRegularExpression marks(QStringLiteral("^[#>*\\-\\s]+|[*_`]{1,3}"),
                                              QRegularExpression::MultilineOption);
        QString plain = withoutMentionLinks(value.toString().left(800)).left(400);
        plain.remove(marks);
        return plain.simplified();
    }
    default:
        return fullText(field, value, title, currency, locale);
    }
}

Qt::Alignment cellAlignment(const Field &field)
{
    switch (field.kind()) {
    case Kind::Integer:
    case Kind::Decimal:
    case Kind::Money:
    case Kind::Percent:
    case Kind::Duration:
        return Qt::AlignRight;
    case Kind::Bool:
        return Qt::AlignHCenter;
    default:
        return Qt::AlignLeft;
    }
}

QString pathLabel(const Catalog &catalog, const QString &entity, const QString &path)
{
    QString canonical;
    if (!catalog.resolve(entity, path, &canonical))
        return path;
    QStringList labels;
    const QStringList steps = canonical.split(u'.');
    for (qsizetype i = 0; i < steps.size(); ++i) {
        if (const Field *step = catalog.resolve(entity, steps.first(i + 1).join(u'.')))
            labels.append(step->label().text());
    }
    return labels.join(QStringLiteral(": "));
}

int usualWidth(const Field &field)
{
    switch (field.kind()) {
    case Kind::Bool:
        return 9;
    case Kind::Color:
    case Kind::Time:
        return 10;
    case Kind::Integer:
    case Kind::Percent:
    case Kind::Duration:
        return 11;
    case Kind::Date:
        return 13;
    case Kind::Decimal:
        return 12;
    case Kind::Money:
        return 16;
    case Kind::Moment:
    case Kind::Choice:
        return 17;
    case Kind::Phone:
        return 18;
    case Kind::Labels:
    case Kind::Choices:
        return 22;
    case Kind::Ref:
        return field.isDictionaryLike() ? 16 : 22;
    case Kind::Email:
    case Kind::Url:
    case Kind::RefList:
        return 24;
    case Kind::Memo:
        return 40;
    default:
        return field.size() > 0 && field.size() <= 40 ? 16 : 28;
    }
}

} // namespace crm
