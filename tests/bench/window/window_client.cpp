// The form of a client with very many invoices and payments, with all that stands around it, against one with ten.
#include "tests/bench/window/busy_client.h"
#include "tests/bench/window/desk.h"
#include "tests/bench/window/window_groups.h"
#include "tests/support/temp_database.h"
#include "ui/records/related_tab.h"
#include <QLocale>
#include <QTabWidget>

namespace crm::bench {

namespace {
constexpr int few = 10;

double leastOf(const QList<double> &values) { return *std::min_element(values.begin(), values.end()); }

class TwoClients
{
public:
    TwoClients(Table &table, const WindowBench &bench, test::DatabaseEngine engine)
        : m_table(table)
        , m_bench(bench)
        , m_database(test::builtinRegistry(), {}, engine)
        , m_engine(engine == test::DatabaseEngine::File ? QStringLiteral("SQLite") : QStringLiteral("MariaDB"))
    {
        const auto repository = m_database.asSystem();
        const double ms = msOf([&] {
            m_small = makeBusyClient(*repository, QStringLiteral("Small"), few);
            m_large = makeBusyClient(*repository, QStringLiteral("Large"), bench.invoices);
        });
        printf("%s: %d invoices with as many payments were made in %.1f s.\n", qPrintable(m_engine), bench.invoices,
               ms / 1e3);
    }

    void measure()
    {
        Desk desk(m_database.target(), m_database.credentials(), m_database.registry());
        m_table.heading(QStringLiteral("%1: a client with %2 invoices and payments, the floor with %3")
                            .arg(m_engine, QLocale::c().toString(m_bench.invoices), QString::number(few)));
        m_desk = &desk;
        const auto opened = [&](Id id) { return [&desk, id] { desk.window().openRecord("clients", id); }; };
        compareBoth(QStringLiteral("Form shown"), [&](Id id) { return desk.untilShown(opened(id)); });
        compareBoth(QStringLiteral("Form with its first list, counted"),
                    [&](Id id) { return desk.untilComplete(opened(id)); });
        for (const QString &entity : {QStringLiteral("invoices"), QStringLiteral("payments")}) {
            compareBoth(QStringLiteral("Its tab of ") + entity, [&](Id id) {
                desk.untilComplete(opened(id));
                return desk.untilRowsShown([&] { showTab(entity); });
            });
        }
    }

private:
    void showTab(const QString &entity) const
    {
        const QList<RelatedTab *> all = m_desk->record().findChildren<RelatedTab *>();
        for (RelatedTab *tab : all) {
            if (tab->entity() == entity)
                return qobject_cast<QTabWidget *>(tab->parentWidget()->parentWidget())->setCurrentWidget(tab);
        }
        throw std::runtime_error("the client has no such list");
    }

    void compareBoth(const QString &name, const std::function<Spent(Id)> &timed)
    {
        QList<double> wall[2], cpu[2];
        for (int i = -2; i < m_bench.runs; ++i) { // the first two fill caches
            for (const int which : {0, 1}) {
                const Spent spent = timed(which == 0 ? m_large : m_small);
                m_desk->closeAll();
                if (i < 0)
                    continue;
                wall[which] << spent.wall;
                cpu[which] << spent.cpu;
            }
        }
        const Target target{1.2, 0, {}, {}};
        m_table.add({name, leastOf(wall[0]), leastOf(wall[1]), target});
        m_table.add({QStringLiteral("    the processor's time, median"), middleOf(cpu[0]), middleOf(cpu[1]), target});
    }

    Table &m_table;
    const WindowBench &m_bench;
    test::TempDatabase m_database;
    QString m_engine;
    Id m_small = 0, m_large = 0;
    Desk *m_desk = nullptr;
};
} // namespace

void measureBigClient(Table &table, const WindowBench &bench)
{
    for (const QString &engine : bench.engines)
        TwoClients(table, bench, engine == u"mariadb" ? test::DatabaseEngine::Server : test::DatabaseEngine::File)
            .measure();
}

} // namespace crm::bench
