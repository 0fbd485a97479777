#include "core/store/grouping.h"
#include "core/store/store_repository.h"
#include <array>

namespace crm {

namespace {
const std::array<QString, 6> spanNames{QString(),
                                       QStringLiteral("day"),
                                       QStringLiteral("week"),
                                       QStringLiteral("month"),
                                       QStringLiteral("quarter"),
                                       QStringLiteral("year")};
} // namespace

QString GroupBy::toText() const { return span == Value ? path : path + u':' + spanNames.at(span); }

GroupBy GroupBy::parse(const QString &text)
{
    GroupBy by{text.section(u':', 0, 0).trimmed(), Value};
    const QString name = text.section(u':', 1).trimmed();
    for (size_t i = 1; i < spanNames.size(); ++i) {
        if (name == spanNames.at(i))
            by.span = Span(i);
    }
    return by;
}

bool isGroupable(const Field &field)
{
    switch (field.kind()) {
    case Kind::Memo:
    case Kind::Money:
    case Kind::File:
    case Kind::RefList:
    case Kind::Labels:
    case Kind::Choices:
        return false;
    default:
        return !field.isHidden();
    }
}

QDate firstOfSpan(const QDate &day, GroupBy::Span span)
{
    switch (span) {
    case GroupBy::Week:
        return day.addDays(1 - day.dayOfWeek());
    case GroupBy::Month:
        return {day.year(), day.month(), 1};
    case GroupBy::Quarter:
        return {day.year(), (day.month() - 1) / 3 * 3 + 1, 1};
    case GroupBy::Year:
        return {day.year(), 1, 1};
    default:
        return day;
    }
}

QDate lastOfSpan(const QDate &first, GroupBy::Span span)
{
    switch (span) {
    case GroupBy::Week:
        return first.addDays(6);
    case GroupBy::Month:
        return first.addMonths(1).addDays(-1);
    case GroupBy::Quarter:
        return first.addMonths(3).addDays(-1);
    case GroupBy::Year:
        return first.addYears(1).addDays(-1);
    default:
        return first;
    }
}

Filter groupFilter(const GroupBy &by, const Group &group)
{
    if (group.value.isNull())
        return Filter::where(by.path, Op::IsEmpty);
    if (group.value.typeId() != QMetaType::QDate)
        return Filter::where(by.path, Op::Equal, group.value);
    const QDate first = group.value.toDate(), last = lastOfSpan(first, by.span);
    if (first == last)
        return Filter::where(by.path, Op::Equal, first);
    return Filter::all(
        {Filter::where(by.path, Op::GreaterOrEqual, first), Filter::where(by.path, Op::LessOrEqual, last)});
}

Groups groupsOf(Repository &repository, const Query &query, const GroupBy &by, const QStringList &sumPaths)
{
    return dynamic_cast<StoreRepository &>(repository).groups(query, by, sumPaths);
}

} // namespace crm
