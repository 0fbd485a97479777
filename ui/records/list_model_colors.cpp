// How rules colour the rows of a list: looked at in memory, on the rows at hand; what rules look at is read along with
// the columns that are shown.
#include "core/access/may_ask.h"
#include "ui/records/list_model.h"

namespace crm {

namespace {
/// Whether the rule can be decided on the rows at hand, by what the person sees of them.
bool isDecided(const Policy &policy, const FilterMatch &match)
{
    return match.asksOthers().isEmpty() && seesAll(policy, match);
}
} // namespace

void ListModel::setColorRules(const QList<ColorRule> &rules) { m_rules = rules; }

void ListModel::addRuleColumns(Query &query)
{
    m_wantedShown = int(query.columns.size());
    const auto catalog = m_session.catalog();
    const Policy policy = m_session.actor().policy;
    QStringList have;
    for (const QString &path : query.columns) {
        QString canonical = path;
        catalog->resolve(query.entity, path, &canonical);
        have << canonical;
    }
    for (const ColorRule &rule : m_rules) {
        try {
            const FilterMatch match(Filter::parse(rule.where, *catalog, query.entity), *catalog, query.entity);
            if (!isDecided(policy, match))
                continue;
            for (const QString &path : match.paths()) {
                if (have.contains(path))
                    continue;
                have << path;
                query.columns << path;
            }
        } catch (const Error &) {
            // A field of the rule is gone: the view says so when it is opened, the others colour on.
        }
    }
}

void ListModel::compileRules()
{
    m_colored.clear();
    m_lastTones = {};
    const Policy policy = m_session.actor().policy;
    for (const ColorRule &rule : m_rules) {
        try {
            Colored colored{
                {Filter::parse(rule.where, *m_catalog, m_query.entity), *m_catalog, m_query.entity}, rule, {}};
            if (!isDecided(policy, colored.match))
                continue;
            for (const QString &path : colored.match.paths())
                colored.columns << int(m_query.columns.indexOf(path));
            if (!colored.columns.contains(-1))
                m_colored.push_back(std::move(colored));
        } catch (const Error &) {
            // as above
        }
    }
}

/// The first rule that holds for the row says its colour; of rules for a column the first for that column.
QString ListModel::toneOf(const Row &row, int column, bool cell) const
{
    if (m_colored.empty())
        return {};
    if (m_lastTones.first != row.id) {
        QStringList tones(m_shown + 1);
        const FilterMatch::Clock clock{QDateTime::currentDateTime(), m_session.actor().userId};
        for (const Colored &colored : m_colored) {
            const auto at = colored.rule.column.isEmpty() ? 0 : m_query.columns.indexOf(colored.rule.column) + 1;
            const bool wanted = colored.rule.column.isEmpty() || (at > 0 && at <= m_shown);
            if (!wanted || !tones.at(at).isEmpty())
                continue;
            const auto value = [&](int i) {
                const int c = colored.columns.at(i);
                return FilterMatch::Value{row.values.value(c), row.titles.value(c)};
            };
            if (colored.match.holds(value, clock))
                tones[at] = colored.rule.tone;
        }
        m_lastTones = {row.id, tones};
    }
    return m_lastTones.second.value(cell ? column + 1 : 0);
}

} // namespace crm
