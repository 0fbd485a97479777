// Rows of a list put together by the value of one column, with how many there are and the sums of each group.
//
//     GroupBy by = GroupBy::parse("due:month");
//     Groups groups = groupsOf(repository, query, by, {"total"});       // one statement for all groups
//     query.filter = Filter::all({query.filter, groupFilter(by, groups.list[0])}); // the rows of the first, by pages
//
// Plain values that cross threads.
#pragma once
#include "core/model/field.h"
#include "core/store/page.h"

namespace crm {

class Repository;

struct CRM_CORE GroupBy
{
    enum Span {
        Value,
        Day,
        Week,
        Month,
        Quarter,
        Year
    }; ///< of Date and Moment: the person's calendar, weeks from Monday

    QString path; ///< empty: no groups
    Span span = Value;
    bool isNone() const { return path.isEmpty(); }
    /// "status", "due:month"; the opposite of parse().
    QString toText() const;
    /// An unknown span is Value; Date and Moment are then put together by days.
    static GroupBy parse(const QString &text);
    friend bool operator==(const GroupBy &, const GroupBy &) = default;
};

struct Group
{
    QVariant value; ///< canonical; of Date and Moment the first day (QDate); null: the rows without a value, last
    QString title;  ///< of a reference: its shown title
    qint64 count = 0;
    QList<Sum> sums; ///< by path, each currency on its own; without rows of one: as in Totals
};

struct Groups
{
    QList<Group> list; ///< choices as they are declared, dictionaries by their position, others by value
    bool more = false; ///< there are too many: these are the largest
};

/// Whether rows can be put together by the field: not by long texts, files, amounts, or what holds several values.
CRM_CORE bool isGroupable(const Field &field);
constexpr bool hasSpans(Kind kind) { return kind == Kind::Date || kind == Kind::Moment; }
/// The day on which the span of the day begins, and the last day of it.
CRM_CORE QDate firstOfSpan(const QDate &day, GroupBy::Span span);
CRM_CORE QDate lastOfSpan(const QDate &first, GroupBy::Span span);
/// The condition that the rows of the group satisfy, and no others.
CRM_CORE Filter groupFilter(const GroupBy &by, const Group &group);

/// The rows of the list put together by a column. Throws Validation for what makes no groups, Denied for a field that
/// the person does not see. Thread: the repository's.
CRM_CORE Groups groupsOf(Repository &repository, const Query &query, const GroupBy &by, const QStringList &sumPaths);

} // namespace crm
