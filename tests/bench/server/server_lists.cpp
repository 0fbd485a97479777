// Lists as the window asks for them, for people who see everything, 60,000, 10,000 and 50 rows, each against the same
// statement on bare tables narrowed to the same rows.
#include "tests/bench/server/bare_link.h"
#include "tests/bench/server/server_groups.h"
#include <QLocale>

namespace crm::bench {

namespace {
constexpr int pageSize = 100, bookmarkStep = 300, runs = 15;

QString grouped(qint64 n) { return QLocale::c().toString(n); }

class ViewerLists
{
public:
    ViewerLists(Table &table, const BenchOffice &office, const ServerBench &options, int which)
        : m_table(table)
        , m_office(office)
        , m_options(options)
        , m_viewer(office.viewer(which))
        , m_reading(m_viewer.db(), m_viewer.repository->catalog(), m_viewer.repository->actor())
        , m_bare(office.server())
    {}

    void measure()
    {
        m_table.heading(QStringLiteral("%1 of %2 rows seen")
                            .arg(m_viewer.scopes.isEmpty() ? QStringLiteral("All") : grouped(m_viewer.rows),
                                 m_viewer.scopes.isEmpty() ? grouped(m_viewer.rows) : QStringLiteral("all")));
        const Query byName(QStringLiteral("clients")), tasks(QStringLiteral("tasks"));
        PageAt first;
        first.limit = pageSize;
        const double ms = page(QStringLiteral("Clients by name, first page"), byName, first, pageTarget());
        if (m_viewer.rows <= 50)
            m_table.add({QStringLiteral("  the same, in ms"), ms, {}, Target{0, 10, {}, {}}});
        else if (!m_viewer.scopes.isEmpty() && m_viewer.rows >= 20'000)
            m_table.add({QStringLiteral("  the same, in ms"), ms, {}, Target{0, 150, {}, {}}});
        jump(byName, ms);
        totals(QStringLiteral("Count of clients"), byName);
        sorted(QStringLiteral("Clients by city"), byName, "city", false);
        sorted(QStringLiteral("Clients by e-mail, downwards"), byName, "email", true);
        sorted(QStringLiteral("Clients by last change"), byName, "changed_at", true);
        page(QStringLiteral("Tasks by deadline, first page"), tasks, first, pageTarget());
        sorted(QStringLiteral("Tasks by title"), tasks, "title", false);
        Query city(QStringLiteral("clients"));
        city.filter = Filter::where(QStringLiteral("city"), Op::Equal, QStringLiteral("Perm"));
        page(QStringLiteral("Clients of one city"), city, first, pageTarget());
        totals(QStringLiteral("Count of these"), city);
        Query mine(QStringLiteral("tasks"));
        mine.filter = Filter::parse(QStringLiteral("assignee_id = me"), *m_viewer.repository->catalog(), mine.entity);
        page(QStringLiteral("My tasks"), mine, first, pageTarget());
        opening();
        hanging();
    }

private:
    Target pageTarget() const { return m_viewer.scopes.isEmpty() ? Target{1.5, 2, {}, {}} : Target{2, 2, {}, {}}; }

    double page(const QString &name, const Query &query, const PageAt &at, const Target &target)
    {
        const Sql bare = m_office.onBareTables(m_reading.pageSql(query, at), m_viewer);
        if (m_options.statements) {
            m_table.note(m_reading.pageSql(query, at).text);
            m_table.note(bare.text);
        }
        const qint64 expected = m_bare.run(bare);
        const qint64 got = m_viewer.repository->page(query, at).rows.size();
        if (std::min<qint64>(expected, at.limit) != got)
            m_table.note(QStringLiteral("THE ROWS DIFFER: %1 and %2 on bare tables").arg(got).arg(expected));
        const Pair pair = compareBest(
            runs, [&] { m_viewer.repository->page(query, at); }, [&] { m_bare.run(bare); });
        m_table.add({name, pair.ours, pair.floor, target});
        if (!m_viewer.scopes.isEmpty() && pair.ours > 20)
            compareWithGathered(query, bare, pair.ours);
        return pair.ours;
    }

    /// The bare statement may walk the order of the list and leave the rows of others out on the way, which nobody can
    /// who must not see them: so the same rows gathered by scope and sorted, too.
    void compareWithGathered(const Query &query, Sql bare, double ours)
    {
        const QString from = m_office.names().table(query.entity) + QStringLiteral(" m WHERE");
        bare.text.replace(from,
                          m_office.names().table(query.entity) + QStringLiteral(" m FORCE INDEX (ix_scope_id) WHERE"));
        const double ms = best(5, [&] { m_bare.run(bare); });
        m_table.note(QStringLiteral("gathered by scope on bare tables: %1 ms, ratio %2")
                         .arg(ms, 0, 'f', 1)
                         .arg(ours / ms, 0, 'f', 2));
    }

    void sorted(const QString &name, Query query, const char *field, bool down)
    {
        query.sort = {{QString::fromLatin1(field), down}};
        page(name, query, {PageAt::First, {}, 0, pageSize}, pageTarget());
    }

    void jump(const Query &query, double firstMs)
    {
        Bookmarks marks;
        const double ms = msOf([&] { marks = m_viewer.repository->bookmarks(query, bookmarkStep); });
        m_table.add({QStringLiteral("  bookmarks of %1 rows").arg(grouped(marks.count)), ms});
        if (marks.keys.size() < 3)
            return;
        const PageAt at{PageAt::From, marks.keys[marks.keys.size() / 2], bookmarkStep - pageSize, pageSize};
        const Target target =
            m_viewer.scopes.isEmpty() ? Target{3, 0, firstMs, QStringLiteral("first page")} : Target{2, 2, {}, {}};
        page(QStringLiteral("  a jump into the middle"), query, at, target);
    }

    void totals(const QString &name, const Query &query)
    {
        Query counted = query;
        QString condition = QStringLiteral("m.live=1");
        QVariantList values;
        if (!query.filter.isNone()) {
            condition += QStringLiteral(" AND m.city__f=?");
            values << QStringLiteral("perm");
        }
        const Sql bare = m_office.onBareTables(
            {QStringLiteral("SELECT count(*) FROM `%1` m WHERE ").arg(query.entity) + condition, values}, m_viewer);
        const qint64 ours = m_viewer.repository->totals(counted, {}).count, expected = m_bare.scalar(bare);
        if (ours != expected)
            m_table.note(QStringLiteral("THE COUNTS DIFFER: %1 and %2 on bare tables").arg(ours).arg(expected));
        const Pair pair = compareBest(
            runs, [&] { m_viewer.repository->totals(counted, {}); }, [&] { m_bare.run(bare); });
        m_table.add({name + QStringLiteral(" (%1)").arg(grouped(ours)), pair.ours, pair.floor, pageTarget()});
    }

    void opening()
    {
        const Page some = m_viewer.repository->page(Query(QStringLiteral("clients")), {});
        if (some.rows.isEmpty())
            return;
        const Id id = some.rows[some.rows.size() / 2].id;
        const Sql bare{m_office.sqlText(QStringLiteral("SELECT * FROM {data}.clients WHERE id=?")), {id}};
        const Pair pair = compareBest(
            runs, [&] { m_viewer.repository->open(QStringLiteral("clients"), id); }, [&] { m_bare.run(bare); });
        m_table.add({QStringLiteral("A record with all that hangs on it"), pair.ours, pair.floor, {}});
    }

    /// Attached records: their level depends on what they hang on.
    void hanging()
    {
        const Query notes(QStringLiteral("notes"));
        page(QStringLiteral("Notes, first page"), notes, {PageAt::First, {}, 0, pageSize}, pageTarget());
        totals(QStringLiteral("Count of notes"), notes);
        const Page some = m_viewer.repository->page(Query(QStringLiteral("clients")), {});
        if (some.rows.isEmpty())
            return;
        Query of(QStringLiteral("notes"));
        of.filter = Filter::where(QStringLiteral("parent_id"), Op::Equal, some.rows.first().id);
        page(QStringLiteral("Notes of one client"), of, {PageAt::First, {}, 0, pageSize}, pageTarget());
    }

    Table &m_table;
    const BenchOffice &m_office;
    const ServerBench &m_options;
    Worker m_viewer;
    Reading m_reading;
    BareLink m_bare;
};
} // namespace

void measureServerLists(Table &table, const BenchOffice &office, const ServerBench &options)
{
    for (int which = 0; which < BenchOffice::viewers; ++which) {
        if (options.viewer < 0 || options.viewer == which)
            ViewerLists(table, office, options, which).measure();
    }
}

} // namespace crm::bench
