#include "app/cli/call.h"
#include "core/exchange/summary.h"
#include "core/model/format.h"
#include "core/model/registry.h"
#include <QJsonArray>

namespace crm::cli {

namespace {
QDate dayOption(const Call &call, const QString &name)
{
    if (!call.has(name))
        return {};
    const QDate day = QDate::fromString(call.value(name), Qt::ISODate);
    if (!day.isValid())
        throw UsageError{Tr::tr("--%1 takes a day like 2026-01-31.").arg(name)};
    return day;
}

QStringList keys()
{
    QStringList all;
    for (const SummaryReport &report : summaries())
        all << report.key;
    return all;
}

/// What a row stands for: the first day of its span, a title, an id whose title one may not see.
QString nameOf(const SummaryRow &row, const SummaryWay &way)
{
    if (way.isTime())
        return row.value.toDate().toString(Qt::ISODate);
    if (row.value.isNull())
        return way.without.text();
    return row.title.isEmpty() ? row.value.toString() : row.title;
}

class Printed
{
public:
    Printed(Call &call, const Summary &summary, const SummaryWay &way)
        : m_call(call)
        , m_summary(summary)
        , m_way(way)
    {
        if (!summary.sources.isEmpty())
            m_money = *call.catalog().at(summary.sources.first().entity).field(summary.sources.first().amount);
    }

    QJsonObject object(const SummaryRow &row, bool isTotal) const
    {
        QJsonObject out{{"currency", currencyOf(row)}, {"result", text(row.result, row)}};
        if (!isTotal)
            out.insert("name", nameOf(row, m_way));
        for (int i = 0; i < m_summary.sources.size(); ++i) {
            const std::optional<qint64> amount = row.amounts.at(i);
            out.insert(m_summary.sources.at(i).key, amount ? QJsonValue(text(*amount, row)) : QJsonValue());
        }
        return out;
    }

    QStringList cells(const SummaryRow &row, bool isTotal) const
    {
        QStringList out{isTotal ? Tr::tr("In all") : nameOf(row, m_way), currencyOf(row)};
        for (const std::optional<qint64> &amount : row.amounts)
            out << (amount ? text(*amount, row) : QString());
        return out << text(row.result, row);
    }

private:
    QString currencyOf(const SummaryRow &row) const
    {
        return row.currency.isEmpty() ? m_call.catalog().baseCurrency : row.currency;
    }
    QString text(qint64 amount, const SummaryRow &row) const { return machineText(m_money, amount, currencyOf(row)); }

    Call &m_call;
    const Summary &m_summary;
    const SummaryWay &m_way;
    Field m_money;
};

void printJson(Call &call, const Summary &summary, const Printed &printed)
{
    QJsonArray rows, totals;
    for (const SummaryRow &row : summary.rows)
        rows << printed.object(row, false);
    for (const SummaryRow &row : summary.totals)
        totals << printed.object(row, true);
    call.out.json({{"rows", rows},
                   {"totals", totals},
                   {"withheld", QJsonArray::fromStringList(summary.withheld)},
                   {"more", summary.more}});
}

void printTable(Call &call, const SummaryReport &report, const Summary &summary, const Printed &printed)
{
    QStringList heads{Tr::tr("Name"), Tr::tr("Currency")};
    for (const SummarySource &source : summary.sources)
        heads << source.title.text();
    heads << report.result.text();
    QList<QStringList> rows;
    for (const SummaryRow &row : summary.rows)
        rows << printed.cells(row, false);
    for (const SummaryRow &row : summary.totals)
        rows << printed.cells(row, true);
    QList<bool> right(heads.size(), true);
    right[0] = right[1] = false;
    call.out.table(heads, rows, right);
    if (!summary.withheld.isEmpty())
        call.out.note(Tr::tr("Your role does not show: %1.").arg(summary.withheld.join(QStringLiteral(", "))));
    if (summary.more)
        call.out.note(Tr::tr("There are more of them: these are the ones with the most records."));
}

int runReport(Call &call)
{
    const std::optional<SummaryReport> report = summary(call.arguments.value(0));
    if (!report)
        throw UsageError{Tr::tr("There is no such report. There are: %1.").arg(keys().join(QStringLiteral(", ")))};
    const QString key = call.has("by") ? call.value("by") : report->ways.first().key;
    const SummaryWay *way = report->way(key);
    if (!way) {
        QStringList ways;
        for (const SummaryWay &one : report->ways)
            ways << one.key;
        throw UsageError{Tr::tr("--by takes one of: %1.").arg(ways.join(QStringLiteral(", ")))};
    }
    const Summary found =
        summaryOf(call.repository(), *report, {key, dayOption(call, "from"), dayOption(call, "until")});
    if (found.sources.isEmpty())
        throw Error(ErrorKind::Denied, Tr::tr("Your role lets you read nothing of this report."));
    const Printed printed(call, found, *way);
    if (call.json())
        printJson(call, found, printed);
    else
        printTable(call, *report, found, printed);
    return Ok;
}
} // namespace

Command reportCommand()
{
    return {.name = "report",
            .summary = Tr::tr("Adds up amounts by months, clients and so on"),
            .arguments = Tr::tr("REPORT"),
            .options = {{"by", Tr::tr("WAY"), Tr::tr("How: month, quarter, year, client, project")},
                        {"from", Tr::tr("DAY"), Tr::tr("The first day, like 2026-01-01")},
                        {"until", Tr::tr("DAY"), Tr::tr("The last day")}},
            .examples = {"report profit --from 2026-01-01 --until 2026-12-31", "report profit --by client --json"},
            .least = 1,
            .most = 1,
            .run = runReport};
}

} // namespace crm::cli
