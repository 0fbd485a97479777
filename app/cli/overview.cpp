#include "core/exchange/overview.h"
#include "app/cli/call.h"
#include "core/model/format.h"
#include "core/model/registry.h"
#include <QJsonArray>

namespace crm::cli {

namespace {
QStringList keys(Call &call)
{
    QStringList all;
    for (const Overview &overview : overviews(call.catalog().registry()))
        all << overview.entity;
    return all;
}

/// What the numbers look like to people and to machines.
class Printed
{
public:
    Printed(Call &call, const Overview &overview, const OverviewNumbers &numbers)
        : m_call(call)
        , m_overview(overview)
        , m_numbers(numbers)
    {}

    void json()
    {
        QJsonArray tiles, tops;
        for (const OverviewSection &section : m_overview.sections) {
            for (const OverviewTile &tile : section.tiles)
                tiles << object(section, tile);
        }
        for (const OverviewTop &top : m_overview.tops)
            tops << object(top);
        m_call.out.json({{"entity", m_overview.entity}, {"tiles", tiles}, {"lists", tops}});
    }

    void tables()
    {
        QList<QStringList> rows;
        for (const OverviewSection &section : m_overview.sections) {
            for (const OverviewTile &tile : section.tiles)
                rows << QStringList{section.title.text(), tile.title.text(),
                                    QString::number(m_numbers.tiles.value(tile.key).count), amounts(tile)};
        }
        m_call.out.table({Tr::tr("Section"), Tr::tr("What is counted"), Tr::tr("Count", "how many"), Tr::tr("Amount")},
                         rows, {false, false, true, true});
        for (const OverviewTop &top : m_overview.tops)
            table(top);
    }

private:
    void table(const OverviewTop &top)
    {
        const Page page = m_numbers.tops.value(top.key);
        m_call.out.line({});
        m_call.out.line(top.title.text());
        QStringList heads;
        QList<bool> right;
        for (const QString &path : page.columns) {
            const Field &field = *m_call.catalog().resolve(top.entity, path);
            heads << field.label().text();
            right << isIntegerKind(field.kind());
        }
        QList<QStringList> rows;
        for (const Row &row : page.rows) {
            QStringList cells;
            for (int i = 0; i < page.columns.size(); ++i)
                cells << text(top, page, row, i);
            rows << cells;
        }
        m_call.out.table(heads, rows, right);
    }

    QString text(const OverviewTop &top, const Page &page, const Row &row, int column) const
    {
        const Field &field = *m_call.catalog().resolve(top.entity, page.columns.at(column));
        if (!row.titles.value(column).isEmpty())
            return row.titles.at(column);
        const QString plain = machineText(field, row.values.at(column), row.currency);
        return field.kind() == Kind::Money && !plain.isEmpty() ? plain + u' ' + row.currency : plain;
    }

    QString amounts(const OverviewTile &tile) const
    {
        QStringList out;
        for (const Sum &sum : m_numbers.tiles.value(tile.key).sums)
            out << amount(tile, sum) + u' ' + currencyOf(sum);
        return out.join(QStringLiteral("; "));
    }
    QString amount(const OverviewTile &tile, const Sum &sum) const
    {
        const Field *field = m_call.catalog().resolve(summedBy(tile, m_call.catalog()).entity, sum.path);
        return machineText(*field, sum.value, currencyOf(sum));
    }
    QString currencyOf(const Sum &sum) const
    {
        return sum.currency.isEmpty() ? m_call.catalog().baseCurrency : sum.currency;
    }

    QJsonObject object(const OverviewSection &section, const OverviewTile &tile) const
    {
        const Totals totals = m_numbers.tiles.value(tile.key);
        const Query list = listOf(tile, m_call.catalog());
        QJsonArray sums;
        for (const Sum &sum : totals.sums)
            sums << QJsonObject{{"currency", currencyOf(sum)}, {"amount", amount(tile, sum)}};
        return {{"key", tile.key},
                {"section", section.title.text()},
                {"title", tile.title.text()},
                {"count", totals.count},
                {"amounts", sums},
                {"entity", list.entity},
                {"where", list.filter.toExpression(m_call.catalog(), list.entity)}};
    }
    QJsonObject object(const OverviewTop &top) const
    {
        const Page page = m_numbers.tops.value(top.key);
        QJsonArray rows;
        for (const Row &row : page.rows) {
            QJsonObject values{{"id", QString::number(row.id)}};
            for (int i = 0; i < page.columns.size(); ++i) {
                const Field &field = *m_call.catalog().resolve(top.entity, page.columns.at(i));
                values.insert(page.columns.at(i), row.titles.value(i).isEmpty()
                                                      ? machineText(field, row.values.at(i), row.currency)
                                                      : row.titles.at(i));
                if (field.kind() == Kind::Money)
                    values.insert("currency", row.currency);
            }
            rows << values;
        }
        return {{"key", top.key}, {"title", top.title.text()}, {"entity", top.entity}, {"rows", rows}};
    }

    Call &m_call;
    const Overview &m_overview;
    const OverviewNumbers &m_numbers;
};

int runOverview(Call &call)
{
    const Overview all = overviewOf(call.arguments.value(0));
    if (!all.isSet())
        throw UsageError{Tr::tr("There is no such overview. There are: %1.").arg(keys(call).join(", "))};
    const Overview mine = offered(all, call.catalog(), call.repository().actor().policy);
    if (!mine.isSet())
        throw Error(ErrorKind::Denied, Tr::tr("Your role lets you read nothing of this overview."));
    const OverviewNumbers numbers = numbersOf(call.repository(), mine);
    Printed printed(call, mine, numbers);
    if (call.json())
        printed.json();
    else
        printed.tables();
    return Ok;
}
} // namespace

Command overviewCommand()
{
    return {.name = "overview",
            .summary = Tr::tr("Says how many records there are of each kind that matters, and what they come to"),
            .arguments = Tr::tr("ENTITY"),
            .options = {},
            .examples = {"overview clients", "overview invoices --json"},
            .least = 1,
            .most = 1,
            .run = runOverview};
}

} // namespace crm::cli
