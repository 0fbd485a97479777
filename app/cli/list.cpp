#include "app/cli/list_query.h"
#include "app/cli/records.h"
#include "core/model/format.h"
#include "core/model/money.h"
#include <QJsonArray>

namespace crm::cli {

namespace {
constexpr int shownByDefault = 50;
constexpr int rowsAtOnce = 500;

/// Sums are exact text with a point, for people too: what a script cuts out is what is stored.
QString sumText(Call &call, const QString &entity, const Sum &sum)
{
    const Field *field = call.catalog().resolve(entity, sum.path);
    return machineText(*field, sum.value, sum.currency);
}

int totals(Call &call, const Query &query)
{
    const Totals totals = call.repository().totals(query, call.list("sum"));
    if (call.json()) {
        QJsonArray sums;
        for (const Sum &sum : totals.sums) {
            QJsonObject object{{"field", sum.path}, {"value", sumText(call, query.entity, sum)}};
            if (!sum.currency.isEmpty())
                object.insert("currency", sum.currency);
            sums << object;
        }
        QJsonObject answer{{"entity", query.entity}, {"count", totals.count}};
        if (call.has("sum"))
            answer.insert("sums", sums);
        call.out.json(answer);
        return Ok;
    }
    if (totals.sums.isEmpty()) {
        call.out.line(QString::number(totals.count));
        return Ok;
    }
    if (totals.sums.size() == 1 && !call.has("count")) { // a bare figure for scripts
        call.out.line(sumText(call, query.entity, totals.sums.first()));
        return Ok;
    }
    QList<QPair<QString, QString>> pairs;
    if (call.has("count"))
        pairs.append({Tr::tr("count"), QString::number(totals.count)});
    for (const Sum &sum : totals.sums)
        pairs.append({sum.path, (sumText(call, query.entity, sum) + u' ' + sum.currency).trimmed()});
    call.out.pairs(pairs);
    return Ok;
}

struct Listed
{
    QStringList columns;
    QList<Row> rows;
    bool more = false;
};

Listed readRows(Call &call, const Query &query)
{
    const qint64 limit = call.number("limit", shownByDefault);
    Listed listed;
    PageAt at;
    at.skip = call.number("offset", 0);
    for (;;) {
        const qint64 left = limit == 0 ? rowsAtOnce : limit - listed.rows.size();
        at.limit = int(std::min<qint64>(left, rowsAtOnce));
        const Page page = call.repository().page(query, at);
        listed.columns = page.columns;
        listed.rows += page.rows;
        listed.more = !page.atEnd;
        if (page.atEnd || page.rows.isEmpty() || (limit > 0 && listed.rows.size() >= limit))
            return listed;
        at.type = PageAt::After;
        at.key = page.rows.last().key;
        at.skip = 0;
    }
}

void printJson(Call &call, const Query &query, const Listed &listed)
{
    QJsonArray rows;
    for (const Row &row : listed.rows) {
        QJsonObject object{{"id", QString::number(row.id)}, {"version", row.version}};
        for (qsizetype i = 0; i < listed.columns.size(); ++i) {
            const QString &path = listed.columns[i];
            const Field &field = *call.catalog().resolve(query.entity, path);
            if (path == u"id")
                continue;
            object.insert(path, crm::toJson(field, row.values[i], row.currency));
            const Entity *target =
                isRefKind(field.kind()) || isListKind(field.kind()) ? call.catalog().find(field.target()) : nullptr;
            if (target && !row.titles[i].isEmpty())
                object.insert(path + u'.' + target->titleField(), row.titles[i]);
        }
        rows << object;
    }
    call.out.json({{"entity", query.entity},
                   {"columns", QJsonArray::fromStringList(listed.columns)},
                   {"rows", rows},
                   {"more", listed.more}});
}

void printTable(Call &call, const Query &query, const Listed &listed)
{
    QStringList heads = {Tr::tr("Id")};
    QList<bool> right = {false};
    QList<const Field *> fields;
    for (const QString &path : listed.columns) {
        fields << call.catalog().resolve(query.entity, path);
        heads << fields.last()->label().text();
        right << isNumber(*fields.last());
    }
    QList<QStringList> rows;
    for (const Row &row : listed.rows) {
        QStringList cells = {QString::number(row.id)};
        for (qsizetype i = 0; i < fields.size(); ++i) {
            const bool titled = isRefKind(fields[i]->kind()) || isListKind(fields[i]->kind());
            cells << (titled ? row.titles[i] : displayText(*fields[i], row.values[i], {QLocale(), row.currency, {}}));
        }
        rows << cells;
    }
    call.out.table(heads, rows, right);
    if (listed.more)
        call.out.note(Tr::tr("There are more: --limit 0 shows all of them."));
}

int list(Call &call)
{
    const Query query = queryOf(call, call.arguments.first());
    if (call.has("sum") || call.has("count"))
        return totals(call, query);
    const Listed listed = readRows(call, query);
    if (call.json())
        printJson(call, query, listed);
    else
        printTable(call, query, listed);
    return Ok;
}
} // namespace

Command listCommand()
{
    return {.name = "list",
            .summary = Tr::tr("Lists records, or counts and adds them up"),
            .arguments = Tr::tr("ENTITY"),
            .options = queryOptions() +
                       QList<OptionSpec>{{"limit", "N", Tr::tr("at most so many rows (50); 0: all")},
                                         {"offset", "N", Tr::tr("passes over so many rows first")},
                                         {"sum", Tr::tr("FIELDS"), Tr::tr("the sums of fields instead of rows")},
                                         {"count", {}, Tr::tr("the number of rows instead of the rows")}},
            .examples = {"list clients --where \"country = Germany\" --sort name --columns name,city,phone",
                         "list orders --sum total",
                         "list orders --where \"client.country = Germany and total > 1000\" --count --json"},
            .least = 1,
            .most = 1,
            .run = list};
}

} // namespace crm::cli
