// Summaries: amounts of several entities put side by side, by months or by what they belong to, with what is left in
// the end. What is invoiced, credited and spent makes the profit, for example. Declared beside the business:
//
//     declareSummary({.key = "profit", .title = label("Profit"), .sources = {...}, .ways = {...}, .result = ...});
//     const Summary s = summaryOf(repository, *summary("profit"), {.way = "month", .first = first, .last = last});
//     s.rows[0].amounts[1]      // in minor units of s.rows[0].currency
//
// One statement for each source. What the person may not read is left out and named. Amounts of different currencies
// are never added. Throws what the repository throws. Thread: the repository's; declarations are read from any.
#pragma once
#include "core/store/grouping.h"
#include <optional>

namespace crm {

class Policy;
class Registry;

/// A column: the sums of an amount.
struct SummarySource
{
    enum Part { Adds, Takes, Beside };
    QString key; ///< "invoiced"
    Label title;
    QString entity, amount; ///< a money field
    QString day;            ///< the date that it counts on
    Part part = Adds;       ///< whether it adds to the result, is taken off, or stands beside it
    QString where = {};     ///< an expression: which records count; empty: all
    /// By way: the path to what the amounts are put together by ("client" -> "client_id"). A way that is not named: the
    /// column is empty there.
    QHash<QString, QString> paths = {};
};

/// How the rows are put together: by a span of each source's day, or by the path that the sources name for it.
struct SummaryWay
{
    QString key; ///< "month"
    Label title;
    GroupBy::Span span = GroupBy::Value;
    Label without = {}; ///< what stands for the amounts that belong to nothing: "Without a project"
    bool isTime() const { return span != GroupBy::Value; }
};

struct CRM_CORE SummaryReport
{
    QString key; ///< "profit"
    Label title, hint;
    QString icon, area; ///< where it stands in the sidebar
    QList<SummarySource> sources;
    QList<SummaryWay> ways;
    Label adds, takes; ///< what a chart calls the sum of the parts: "Income", "Costs"; empty: there are none
    Label result;      ///< "Profit"
    const SummaryWay *way(const QString &key) const;
};
/// Before the registry is sealed. One of the same key is replaced.
CRM_CORE void declareSummary(const SummaryReport &report);
CRM_CORE QList<SummaryReport> summaries();
CRM_CORE std::optional<SummaryReport> summary(const QString &key);
/// Whether the person may read any of it.
CRM_CORE bool isOffered(const SummaryReport &report, const Registry &registry, const Policy &policy);

struct SummaryQuestion
{
    QString way = {};
    QDate first = {}, last = {}; ///< both included; invalid: from the beginning, to the end
};

struct SummaryRow
{
    QVariant value; ///< the first day of the span, or the id; null: what belongs to nothing
    QString title;  ///< of what it belongs to; empty for spans, which the reader words
    QString currency;
    QList<std::optional<qint64>> amounts; ///< one for each source; nothing: that source has no such way
    qint64 result = 0;
};

struct Summary
{
    QList<SummarySource> sources; ///< those that the person may read
    QList<SummaryRow> rows;       ///< by time, or by the result; currencies of one group behind each other
    QList<SummaryRow> totals;     ///< one for each currency
    QStringList withheld;         ///< titles of the sources that the person may not read
    bool more = false;            ///< there are more groups: these are those with the most records
};

/// Throws Validation for a way that there is not, or a result beyond what fits.
CRM_CORE Summary summaryOf(Repository &repository, const SummaryReport &report, const SummaryQuestion &question);
/// The records behind an amount. @param row null: those behind the total
CRM_CORE Query recordsBehind(const Catalog &catalog, const SummarySource &source, const SummaryWay &way,
                             const SummaryQuestion &question, const SummaryRow *row);

} // namespace crm
