#include "core/exchange/summary.h"
#include "core/access/policy.h"
#include "core/model/registry.h"
#include "core/store/repository.h"
#include <QCoreApplication>
#include <QMutex>
#include <algorithm>
#include <limits>
#include <map>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Summary)
};

/// In the order of the declarations, which is that of the sidebar.
struct Declared
{
    QMutex mutex;
    QList<SummaryReport> all;
};

Declared &declared()
{
    static Declared one;
    return one;
}

bool mayRead(const SummarySource &source, const Registry &registry, const Policy &policy)
{
    const Entity *entity = registry.find(source.entity);
    const Field *amount = entity ? entity->field(source.amount) : nullptr;
    return amount && policy.may(*entity, Verb::Read) && policy.sees(*amount);
}

GroupBy groupingOf(const SummarySource &source, const SummaryWay &way)
{
    return way.isTime() ? GroupBy{source.day, way.span} : GroupBy{source.paths.value(way.key), GroupBy::Value};
}

Query queryOf(const Catalog &catalog, const SummarySource &source, const SummaryQuestion &question)
{
    QList<Filter> parts;
    if (!source.where.isEmpty())
        parts << Filter::parse(source.where, catalog, source.entity);
    if (question.first.isValid())
        parts << Filter::where(source.day, Op::GreaterOrEqual, question.first);
    if (question.last.isValid())
        parts << Filter::where(source.day, Op::LessOrEqual, question.last);
    Query query(source.entity);
    query.filter = Filter::all(parts);
    return query;
}

qint64 added(qint64 a, qint64 b)
{
    constexpr qint64 most = std::numeric_limits<qint64>::max(), least = std::numeric_limits<qint64>::min();
    if (b > 0 ? a > most - b : a < least - b)
        throw Error(ErrorKind::Validation, Tr::tr("These amounts are too large to be added up."));
    return a + b;
}

/// Rows by what they stand for and their currency, in the order in which they came.
class SummaryRows
{
public:
    explicit SummaryRows(const QList<SummarySource> &sources, const SummaryWay &way)
        : m_sources(sources)
        , m_way(way)
    {}

    void add(int source, const Group &group)
    {
        for (const Sum &sum : group.sums) {
            put(rowFor(group.value, group.title, sum.currency), source, sum.value);
            put(totalFor(sum.currency), source, sum.value);
        }
    }

    /// @param base the currency that stands first
    void finish(Summary &to, const QString &base)
    {
        const auto before = [&base](const QString &a, const QString &b) {
            return (a == base) != (b == base) ? a == base : a < b;
        };
        for (SummaryRow &row : m_rows) {
            if (std::any_of(row.amounts.cbegin(), row.amounts.cend(), [](const auto &a) { return a.value_or(0) != 0; }))
                to.rows << row;
        }
        std::stable_sort(to.rows.begin(), to.rows.end(), [&](const SummaryRow &a, const SummaryRow &b) {
            if (m_way.isTime() && a.value != b.value)
                return a.value.toDate() < b.value.toDate();
            if (m_way.isTime())
                return before(a.currency, b.currency);
            return a.value.isNull() != b.value.isNull() ? b.value.isNull() : a.result > b.result;
        });
        std::sort(m_totals.begin(), m_totals.end(),
                  [&](const SummaryRow &a, const SummaryRow &b) { return before(a.currency, b.currency); });
        to.totals = m_totals;
    }

private:
    SummaryRow fresh(const QString &currency) const
    {
        SummaryRow row;
        row.currency = currency;
        for (const SummarySource &source : m_sources) {
            const bool hasWay = m_way.isTime() || source.paths.contains(m_way.key);
            row.amounts << (hasWay ? std::optional<qint64>(0) : std::nullopt);
        }
        return row;
    }
    SummaryRow &rowFor(const QVariant &value, const QString &title, const QString &currency)
    {
        const auto [at, isNew] = m_places.try_emplace({value.toString(), currency}, m_rows.size());
        if (isNew) {
            m_rows << fresh(currency);
            m_rows.last().value = value;
            m_rows.last().title = title;
        }
        return m_rows[at->second];
    }
    SummaryRow &totalFor(const QString &currency)
    {
        const auto found = std::find_if(m_totals.begin(), m_totals.end(),
                                        [&](const SummaryRow &row) { return row.currency == currency; });
        if (found != m_totals.end())
            return *found;
        m_totals << fresh(currency);
        return m_totals.last();
    }
    void put(SummaryRow &row, int source, qint64 amount) const
    {
        row.amounts[source] = added(row.amounts.at(source).value_or(0), amount);
        const SummarySource::Part part = m_sources.at(source).part;
        if (part != SummarySource::Beside)
            row.result = added(row.result, part == SummarySource::Adds ? amount : -amount);
    }

    const QList<SummarySource> &m_sources;
    const SummaryWay &m_way;
    QList<SummaryRow> m_rows, m_totals;
    std::map<std::pair<QString, QString>, qsizetype> m_places;
};
} // namespace

const SummaryWay *SummaryReport::way(const QString &key) const
{
    const auto found = std::find_if(ways.cbegin(), ways.cend(), [&](const SummaryWay &way) { return way.key == key; });
    return found == ways.cend() ? nullptr : &*found;
}

void declareSummary(const SummaryReport &report)
{
    const QMutexLocker lock(&declared().mutex);
    QList<SummaryReport> &all = declared().all;
    const auto same = std::find_if(all.begin(), all.end(), [&](const SummaryReport &r) { return r.key == report.key; });
    if (same == all.end())
        all << report;
    else
        *same = report;
}

QList<SummaryReport> summaries()
{
    const QMutexLocker lock(&declared().mutex);
    return declared().all;
}

std::optional<SummaryReport> summary(const QString &key)
{
    const QList<SummaryReport> all = summaries();
    const auto found = std::find_if(all.begin(), all.end(), [&](const SummaryReport &r) { return r.key == key; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

bool isOffered(const SummaryReport &report, const Registry &registry, const Policy &policy)
{
    return std::any_of(report.sources.cbegin(), report.sources.cend(),
                       [&](const SummarySource &source) { return mayRead(source, registry, policy); });
}

Summary summaryOf(Repository &repository, const SummaryReport &report, const SummaryQuestion &question)
{
    const SummaryWay *way = report.way(question.way);
    if (!way)
        throw Error(ErrorKind::Validation, Tr::tr("There is no such way to put it together: %1.").arg(question.way));
    const auto catalog = repository.catalog();
    Summary out;
    for (const SummarySource &source : report.sources) {
        if (mayRead(source, catalog->registry(), repository.actor().policy))
            out.sources << source;
        else
            out.withheld << source.title.text();
    }
    SummaryRows rows(out.sources, *way);
    for (int i = 0; i < out.sources.size(); ++i) {
        const GroupBy by = groupingOf(out.sources.at(i), *way);
        if (by.isNone())
            continue;
        const Groups groups =
            groupsOf(repository, queryOf(*catalog, out.sources.at(i), question), by, {out.sources.at(i).amount});
        out.more = out.more || groups.more;
        for (const Group &group : groups.list)
            rows.add(i, group);
    }
    rows.finish(out, catalog->baseCurrency);
    return out;
}

Query recordsBehind(const Catalog &catalog, const SummarySource &source, const SummaryWay &way,
                    const SummaryQuestion &question, const SummaryRow *row)
{
    Query query = queryOf(catalog, source, question);
    if (row) {
        Group group;
        group.value = row->value;
        query.filter = Filter::all({query.filter, groupFilter(groupingOf(source, way), group)});
    }
    query.sort = {{source.day, true}};
    return query;
}

} // namespace crm
