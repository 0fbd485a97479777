// A question to a list: filter, sort, columns. Plain data, no SQL; built by the window, the command line and views.
//
//     Query q("orders");
//     q.filter = Filter::parse("client.country = Germany and total > 1000", catalog, "orders");
//     q.sort = {{"order_date", true}};
//
// Expressions: field op value joined by and / or / not / ( ). Ops: = != < <= > >= ~ (contains) ^ (starts with),
// "in (a, b)", "is empty", "is not empty". A field may go through references: client.country, client.owner_id.name.
// Of a field of several choices "=" asks whether it has the choice ('a;b': both), "in" whether it has any of them.
// Values: text ('quoted' if it has spaces), numbers, dates 2026-11-22, relative dates (today, today+7d, today-1m, now,
// this_week, last_month, this_quarter, next_year ...: a range when compared with =), me (the person), yes/no.
#pragma once
#include "core/core_export.h"
#include <QList>
#include <QString>
#include <QVariant>
#include <memory>

namespace crm {

class Catalog;

enum class Op {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Contains,
    StartsWith,
    In,
    IsEmpty,
    IsNotEmpty
};

/// A condition or a group of conditions.
struct CRM_CORE Filter
{
    enum Type { None, Condition, And, Or, Not };
    Type type = None;
    QString path; ///< "total" or "client_id.country"
    Op op = Op::Equal;
    /// Canonical values of the field's kind; relative words as RelativeDate; a QDate for a Moment means the whole day;
    /// a QString for a Ref, RefList or Labels means the title of the record it points to.
    QVariantList values;
    QList<Filter> parts; ///< of And, Or, Not

    static Filter where(const QString &path, Op op, const QVariant &value = {});
    static Filter all(const QList<Filter> &parts);
    static Filter any(const QList<Filter> &parts);
    bool isNone() const { return type == None; }
    /// Reads an expression; throws Error(Validation) naming the place. Path steps may drop "_id" (client.country).
    static Filter parse(const QString &expression, const Catalog &catalog, const QString &entity);
    /// The expression that parse() reads back to the same filter. The catalog tells how the values are written.
    QString toExpression(const Catalog &catalog, const QString &entity) const;
    friend CRM_CORE bool operator==(const Filter &a, const Filter &b);
};

/// today, this_week...: resolved against the person's clock when the query runs.
struct RelativeDate
{
    QString word; ///< "today+7d", "this_month", "me", "now"
    friend bool operator==(const RelativeDate &, const RelativeDate &) = default;
};

struct SortKey
{
    QString path;
    bool descending = false;
    friend bool operator==(const SortKey &, const SortKey &) = default;
};

struct CRM_CORE Query
{
    QString entity;
    Filter filter;
    QString search;         ///< words that all must occur (contains; prefix for one or two letters); empty: no search
    QList<SortKey> sort;    ///< empty: the entity's default; id is always the last key
    QStringList columns;    ///< paths; empty: the default columns
    bool trashed = false;   ///< the trash instead of the living
    bool forExport = false; ///< only rows that the person may take out of the program

    Query() = default;
    explicit Query(QString entityKey)
        : entity(std::move(entityKey))
    {}
    /// "-order_date, name" -> sort keys.
    static QList<SortKey> parseSort(const QString &text);
};

} // namespace crm
Q_DECLARE_METATYPE(crm::RelativeDate)
