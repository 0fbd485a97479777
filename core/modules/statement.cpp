#include "core/modules/statement.h"
#include "core/exchange/import_references.h"
#include "core/model/registry.h"
#include <algorithm>

namespace crm::modules {

namespace {
/// One kind of record that moves what the client owes.
struct Source
{
    const char *entity, *day, *amount;
    bool charges;
    const char *kind = nullptr; ///< a choice that says what it is
};

const Source sources[] = {{"invoices", "bill_date", "counted", true},
                          {"credit_notes", "note_date", "counted", false},
                          {"payments", "paid_on", "received", false, "kind"}};

void gather(Repository &repository, Id client, const Source &source, QList<StatementLine> &lines)
{
    const Entity &entity = repository.catalog()->at(source.entity);
    if (!repository.actor().policy.may(entity, Verb::Read))
        return;
    Query query(source.entity);
    query.filter = Filter::where("client_id", Op::Equal, client);
    query.sort = {{"id", false}}; // as they lie in the database; days are sorted in memory
    query.columns = QStringList{source.day, entity.numberField(), source.amount};
    const Field *kind = source.kind ? entity.field(source.kind) : nullptr;
    if (kind)
        query.columns << kind->key();
    forEachRow(repository, query, [&](const Row &row) {
        StatementLine line;
        line.day = row.values.value(0).toDate();
        const Choice *what = kind ? kind->choice(row.values.value(3).toString()) : nullptr;
        line.what = what ? what->label.text() : entity.one().text();
        line.number = row.values.value(1).toString();
        const qint64 amount = row.values.value(2).toLongLong();
        const bool charges = source.charges == (amount > 0); // a refund is owed again
        (charges ? line.charge : line.credit) = std::abs(amount);
        if (amount != 0) // drafts and what was cancelled count for nothing
            lines.append(line);
    });
}

QList<AgeingBucket> ageingOf(Repository &repository, Id client, const QDate &today)
{
    QList<OpenItem> open;
    if (!repository.actor().policy.may(repository.catalog()->at("invoices"), Verb::Read))
        return {};
    Query query("invoices");
    query.filter =
        Filter::all({Filter::where("client_id", Op::Equal, client), Filter::where("balance", Op::Greater, qint64(0))});
    query.sort = {{"due_date", false}};
    query.columns = QStringList{"due_date", "bill_date", "balance"};
    forEachRow(repository, query, [&](const Row &row) {
        const QDate due = row.values.value(0).toDate();
        open.append({row.id, row.values.value(2).toLongLong(), due.isValid() ? due : row.values.value(1).toDate()});
    });
    return ageing(open, today);
}
} // namespace

Statement statementOf(Repository &repository, Id client, const StatementPeriod &period, const QDate &today)
{
    Statement out;
    const Document who = repository.load("clients", client);
    out.currency =
        who.head().text("currency").isEmpty() ? repository.catalog()->baseCurrency : who.head().text("currency");
    QList<StatementLine> all;
    for (const Source &source : sources)
        gather(repository, client, source, all);
    std::stable_sort(all.begin(), all.end(),
                     [](const StatementLine &a, const StatementLine &b) { return a.day < b.day; });
    qint64 balance = 0;
    for (StatementLine &line : all) {
        if (period.last.isValid() && line.day > period.last)
            break;
        balance += line.charge - line.credit;
        if (period.first.isValid() && line.day < period.first) {
            out.opening = balance;
            continue;
        }
        line.balance = balance;
        out.lines.append(line);
    }
    out.closing = balance;
    out.ageing = ageingOf(repository, client, today);
    return out;
}

} // namespace crm::modules
