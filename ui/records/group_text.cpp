#include "ui/records/group_text.h"
#include "ui/records/cell_text.h"
#include <QCoreApplication>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::GroupText)
};

QString spanText(const QDate &first, GroupBy::Span span, const QLocale &locale)
{
    switch (span) {
    case GroupBy::Week:
        return Tr::tr("%1 to %2", "a week, from its first to its last day")
            .arg(locale.toString(first, QLocale::ShortFormat),
                 locale.toString(lastOfSpan(first, span), QLocale::ShortFormat));
    case GroupBy::Month: {
        QString month = locale.standaloneMonthName(first.month());
        month = month.left(1).toUpper() + month.mid(1);
        return Tr::tr("%1 %2", "a month and its year").arg(month).arg(first.year());
    }
    case GroupBy::Quarter:
        return Tr::tr("Quarter %1 of %2").arg((first.month() - 1) / 3 + 1).arg(first.year());
    case GroupBy::Year:
        return QString::number(first.year());
    default:
        return locale.toString(first, QLocale::LongFormat);
    }
}
} // namespace

QString groupText(const Field &field, const GroupBy &by, const Group &group, const QLocale &locale)
{
    if (group.value.isNull())
        return Tr::tr("No value");
    if (group.value.typeId() == QMetaType::QDate)
        return spanText(group.value.toDate(), by.span, locale);
    if (isRefKind(field.kind()))
        return group.title.isEmpty() ? Tr::tr("A record that you may not see") : group.title;
    if (field.kind() == Kind::Bool)
        return Tr::tr("%1: %2", "a field and its value")
            .arg(field.label().text(), group.value.toBool() ? Tr::tr("yes") : Tr::tr("no"));
    return fullText(field, group.value, {}, {}, locale);
}

QString spanLabel(GroupBy::Span span)
{
    switch (span) {
    case GroupBy::Week:
        return Tr::tr("By week");
    case GroupBy::Month:
        return Tr::tr("By month");
    case GroupBy::Quarter:
        return Tr::tr("By quarter");
    case GroupBy::Year:
        return Tr::tr("By year");
    default:
        return Tr::tr("By day");
    }
}

} // namespace crm
