#include "core/modules/statement.h"
#include "core/model/registry.h"
#include "core/store/each_row.h"
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

/// What lines are called by their kinds, which follow each other in long runs.
class Words
{
public:
    Words(const Field *field, const QString &usual)
        : m_field(field)
        , m_usual(usual)
        , m_word(usual)
    {}
    const QString &of(const Row &row, int column)
    {
        if (!m_field)
            return m_usual;
        const QString key = row.values[column].toString();
        if (key != m_key) {
            const Choice *choice = m_field->choice(key);
            m_word = choice ? choice->label.text() : m_usual;
            m_key = key;
        }
        return m_word;
    }

private:
    const Field *m_field;
    const QString m_usual;
    QString m_key, m_word;
};

/// Further companies of ours, in the order in which they are met.
class Writers
{
public:
    explicit Writers(Statement &statement)
        : m_statement(statement)
    {}
    qint32 of(const Row &row, int column)
    {
        const Id id = row.values[column].toLongLong();
        if (id == 0) {
            m_statement.byOffice = true;
            return 0;
        }
        if (id != m_last) { // documents of one company stand behind each other
            m_last = id;
            QList<QPair<Id, QString>> &all = m_statement.companies;
            const auto same = [id](const QPair<Id, QString> &one) { return one.first == id; };
            const auto found = std::find_if(all.cbegin(), all.cend(), same);
            m_at = qint32(found - all.cbegin()) + 1;
            if (found == all.cend())
                all.append({id, row.titles[column]});
        }
        return m_at;
    }

private:
    Statement &m_statement;
    Id m_last = 0;
    qint32 m_at = 0;
};

bool hasCompanies(Repository &repository)
{
    if (!repository.actor().policy.may(repository.catalog()->at("companies"), Verb::Read))
        return false;
    Query query("companies");
    query.columns = QStringList{"name"};
    return !repository.page(query, {PageAt::First, {}, 0, 1}).rows.isEmpty();
}

void gather(Repository &repository, Id client, const Source &source, bool withCompanies, Statement &statement)
{
    QList<StatementLine> &lines = statement.lines;
    const Entity &entity = repository.catalog()->at(source.entity);
    if (!repository.actor().policy.may(entity, Verb::Read))
        return;
    Query query(source.entity);
    query.filter = Filter::where("client_id", Op::Equal, client);
    query.sort = {{source.day, false}};
    query.columns = QStringList{source.day, entity.numberField(), source.amount};
    const Field *kind = source.kind ? entity.field(source.kind) : nullptr;
    if (kind)
        query.columns << kind->key();
    const Field *company = withCompanies ? entity.field("our_company_id") : nullptr;
    const int companyAt = company && repository.actor().policy.sees(*company) ? int(query.columns.size()) : -1;
    if (companyAt >= 0)
        query.columns << company->key();
    Words words(kind, entity.one().text());
    Writers writers(statement);
    forEachRow(repository, query, [&](const Row &row) {
        const qint64 amount = row.values[2].toLongLong();
        if (amount == 0) // drafts and what was cancelled count for nothing
            return;
        const bool charges = source.charges == (amount > 0); // a refund is owed again
        StatementLine &line = lines.emplaceBack();
        line.day = row.values[0].toDate();
        line.what = words.of(row, 3);
        line.number = row.values[1].toString();
        if (companyAt >= 0)
            line.company = writers.of(row, companyAt);
        (charges ? line.charge : line.credit) = std::abs(amount);
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

bool isEarlier(const StatementLine &a, const StatementLine &b) { return a.day < b.day; }

/// Adds up, and leaves the lines of the period.
void balance(Statement &statement, const StatementPeriod &period)
{
    qint64 balance = 0;
    qsizetype first = 0, last = 0;
    for (StatementLine &line : statement.lines) {
        if (period.last.isValid() && line.day > period.last)
            break;
        balance += line.charge - line.credit;
        line.balance = balance;
        ++last;
        if (period.first.isValid() && line.day < period.first) {
            statement.opening = balance;
            first = last;
        }
    }
    statement.closing = balance;
    statement.lines.erase(statement.lines.begin() + last, statement.lines.end());
    statement.lines.erase(statement.lines.begin(), statement.lines.begin() + first);
}
} // namespace

Statement statementOf(Repository &repository, Id client, const StatementPeriod &period, const QDate &today)
{
    Statement out;
    const Document who = repository.load("clients", client);
    out.currency =
        who.head().text("currency").isEmpty() ? repository.catalog()->baseCurrency : who.head().text("currency");
    const bool withCompanies = hasCompanies(repository);
    for (const Source &source : sources) {
        const qsizetype before = out.lines.size(); // each in the order of its days already
        gather(repository, client, source, withCompanies, out);
        std::inplace_merge(out.lines.begin(), out.lines.begin() + before, out.lines.end(), isEarlier);
    }
    balance(out, period);
    out.ageing = ageingOf(repository, client, today);
    return out;
}

} // namespace crm::modules
