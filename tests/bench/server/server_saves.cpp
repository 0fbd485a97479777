// Saving through the procedure, with rights, version, audit and feed, against a bare UPDATE and commit of the same row.
#include "tests/bench/server/bare_link.h"
#include "tests/bench/server/server_groups.h"

namespace crm::bench {

namespace {
constexpr int runs = 101;
constexpr double saveRatio = 4;

class Saves
{
public:
    Saves(Table &table, const BenchOffice &office)
        : m_table(table)
        , m_office(office)
        , m_bare(office.server())
    {}

    void measure()
    {
        m_table.heading(QStringLiteral("Saving"));
        for (int which : {0, 2})
            one(which);
        lines(100);
        lines(10);
    }

private:
    void one(int which)
    {
        const Worker viewer = m_office.viewer(which);
        const Page page = viewer.repository->page(Query(QStringLiteral("clients")), {});
        Document client = viewer.repository->load(QStringLiteral("clients"), page.rows.first().id);
        const Id bareId = page.rows.last().id;
        int i = 0;
        const auto change = [&](const char *field) {
            client.set(QString::fromLatin1(field), QStringLiteral("Change %1").arg(++i));
            client = viewer.repository->save(client, {}).document;
        };
        const auto bare = [&](const char *field) {
            const QString value = QStringLiteral("Change %1").arg(++i);
            m_bare.run({m_office.sqlText(QStringLiteral("UPDATE {data}.clients SET `%1`=?,`%1__f`=?,version=version+1 "
                                                        "WHERE id=?")
                                             .arg(QLatin1String(field))),
                        {value, value.toLower(), bareId}});
        };
        for (const char *field : {"state", "name"}) {
            const double before = cpuSecondsOf(m_office.server().place().pid);
            double ourCpu = 0, bareCpu = 0;
            const auto counted = [&](double &sum, const std::function<void()> &work) {
                const double start = cpuSecondsOf(m_office.server().place().pid);
                work();
                sum += cpuSecondsOf(m_office.server().place().pid) - start;
            };
            Q_UNUSED(before)
            const Pair pair = compareBest(
                runs, [&] { counted(ourCpu, [&] { change(field); }); },
                [&] { counted(bareCpu, [&] { bare(field); }); });
            m_table.add({QStringLiteral("a client's %1, sees %2").arg(QLatin1String(field)).arg(viewer.rows), pair.ours,
                         pair.floor, Target{saveRatio, 0, {}, {}}});
            m_table.add({QStringLiteral("  CPU of the server"), ourCpu / (runs + 1) * 1e3, bareCpu / (runs + 1) * 1e3});
        }
    }

    void lines(int count)
    {
        const Worker viewer = m_office.viewer(0);
        const Page page = viewer.repository->page(Query(QStringLiteral("clients")), {});
        const Catalog &catalog = *viewer.repository->catalog();
        Document order(Record(catalog.at(QStringLiteral("orders"))));
        order.set(QStringLiteral("client_id"), page.rows.first().id);
        for (int i = 0; i < count; ++i) {
            Record line(catalog.at(QStringLiteral("order_lines")));
            line.set(QStringLiteral("title"), QStringLiteral("Line %1").arg(i));
            line.set(QStringLiteral("quantity"), qint64(1000));
            line.set(QStringLiteral("rate"), qint64(100));
            order.lines(QStringLiteral("order_lines")).append(line);
        }
        const double made = best(9, [&] { viewer.repository->save(order, {}); });
        m_table.add({QStringLiteral("a new order with %1 lines").arg(count), made});
        order = viewer.repository->save(order, {}).document;
        const Id id = order.id();
        qint64 rate = 100;
        const Pair all = compareBest(
            9,
            [&] {
                ++rate;
                for (Record &line : order.lines(QStringLiteral("order_lines")))
                    line.set(QStringLiteral("rate"), rate);
                order = viewer.repository->save(order, {}).document;
            },
            [&] {
                m_bare.run({QStringLiteral("START TRANSACTION")});
                for (const Record &line : order.lines(QStringLiteral("order_lines")))
                    m_bare.run(
                        {m_office.sqlText(QStringLiteral(
                             "UPDATE {data}.order_lines SET rate=rate+0,version=version+0,changed_at=? WHERE id=?")),
                         {++rate, line.id()}});
                m_bare.run({QStringLiteral("COMMIT")});
            });
        m_table.add({QStringLiteral("all %1 lines changed (floor: one by one)").arg(count), all.ours, all.floor});
        const Pair one = compareBest(
            runs / 4,
            [&] {
                order.lines(QStringLiteral("order_lines"))[count / 2].set(QStringLiteral("rate"), ++rate);
                order = viewer.repository->save(order, {}).document;
            },
            [&] {
                m_bare.run({m_office.sqlText(QStringLiteral("UPDATE {data}.orders SET note=? WHERE id=?")),
                            {QString::number(++rate), id}});
            });
        m_table.add({QStringLiteral("one of %1 lines changed").arg(count), one.ours, one.floor});
    }

    Table &m_table;
    const BenchOffice &m_office;
    BareLink m_bare;
};
} // namespace

void measureServerSaves(Table &table, const BenchOffice &office, const ServerBench &)
{
    Saves(table, office).measure();
}

} // namespace crm::bench
