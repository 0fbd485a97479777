// A hundred people at work at once: each with an account and a connection of their own, in a thread that does what the
// program's workers do, through the program's own repository. Each save is found again afterwards: none lost, none
// twice.
#include "tests/bench/server/bare_link.h"
#include "tests/bench/server/server_groups.h"
#include "tests/bench/server/statement_log.h"
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QThread>
#include <atomic>
#include <cmath>
#include <mutex>
#include <thread>

namespace crm::bench {

namespace {
constexpr double serverMs = 100; // p95 at the server's side
enum Action { Poll, News, List, Jump, Count, Open, Save, Search, actions };
const char *const actionNames[] = {"poll",  "news",          "open a list", "a page of it",
                                   "count", "open a record", "save",        "search"};

struct Done
{
    Action action;
    qint64 statements; ///< of the connection, in order
    double clientMs;
};
struct Acknowledged
{
    Id record;
    qint64 change;
};

struct Client
{
    std::unique_ptr<ServerRepository> repository;
    qint64 connection = 0;
    QList<Done> done;
    QList<Acknowledged> saved;
    QStringList errors;
    qint64 reconnected = 0;
};

class Load
{
public:
    Load(Table &table, const BenchOffice &office, const ServerBench &options)
        : m_table(table)
        , m_office(office)
        , m_options(options)
    {}

    void measure()
    {
        m_table.heading(QStringLiteral("%1 people at work for %2 s").arg(m_options.clients).arg(m_options.seconds));
        StatementLog log(m_office); // before the connections: each takes the setting along
        connectAll();
        const qint64 pid = m_office.server().place().pid;
        const auto status = [this](const char *name) {
            return m_office.sql(QStringLiteral("SHOW GLOBAL STATUS LIKE '%1'").arg(QLatin1String(name)))
                .first()
                .last()
                .toLongLong();
        };
        const qint64 firstChange =
            m_office.sql(QStringLiteral("SELECT head FROM {data}.feed_head")).first().first().toLongLong();
        const qint64 commits = status("Com_commit"), writes = status("Handler_commit");
        const double cpu = cpuSecondsOf(pid), own = double(clock()) / CLOCKS_PER_SEC;
        QElapsedTimer timer;
        timer.start();
        m_go = true;
        work(m_stop);
        const double seconds = double(timer.elapsed()) / 1e3;
        const double used = cpuSecondsOf(pid) - cpu, ours = double(clock()) / CLOCKS_PER_SEC - own;
        print(log.read());
        qint64 saves = 0;
        for (const Client &c : m_clients)
            saves += c.saved.size();
        m_table.note(QStringLiteral("server: %1 s of CPU in %2 s (%3 %% of one core); the %4 clients together: %5 s")
                         .arg(used, 0, 'f', 1)
                         .arg(seconds, 0, 'f', 1)
                         .arg(used / seconds * 100, 0, 'f', 0)
                         .arg(m_options.clients)
                         .arg(ours, 0, 'f', 1));
        m_table.note(QStringLiteral("%1 saves/s, %2 COMMITs/s, %3 commits of the engine/s")
                         .arg(double(saves) / seconds, 0, 'f', 1)
                         .arg(double(status("Com_commit") - commits) / seconds, 0, 'f', 1)
                         .arg(double(status("Handler_commit") - writes) / seconds, 0, 'f', 1));
        verify(firstChange);
    }

private:
    void work(std::atomic<bool> &stop)
    {
        QThread::sleep(static_cast<unsigned long>(m_options.seconds));
        stop = true;
        for (std::thread &t : m_threads)
            t.join();
    }

    /// A connection belongs to the thread that opened it.
    void connectAll()
    {
        m_clients.resize(size_t(m_options.clients));
        for (size_t i = 0; i < m_clients.size(); ++i) {
            m_threads.emplace_back([this, i] {
                Client &c = m_clients[i];
                const QStringList people = m_office.loginsOfPeople();
                c.repository = m_office.connect(people[qsizetype(i) % people.size()]);
                c.connection = c.repository->database().scalar(QStringLiteral("SELECT CONNECTION_ID()")).toLongLong();
                ++m_ready;
                while (!m_go)
                    QThread::msleep(5);
                person(c, quint32(i), m_stop);
                c.repository.reset();
            });
            if (i % 10 == 9)
                QThread::msleep(50);
        }
        while (m_ready < m_options.clients)
            QThread::msleep(20);
    }

    template<class Work> bool timed(Client &c, Action action, Work work)
    {
        Database *db = &c.repository->database();
        const qint64 before = db->statementsRun();
        QElapsedTimer timer;
        timer.start();
        try {
            work();
        } catch (const std::exception &e) {
            c.errors << QLatin1String(actionNames[action]) + QStringLiteral(": ") + QString::fromUtf8(e.what());
            return false;
        }
        if (&c.repository->database() != db)
            ++c.reconnected;
        c.done << Done{action, c.repository->database().statementsRun() - before, double(timer.nsecsElapsed()) / 1e6};
        return true;
    }

    void person(Client &c, quint32 seed, std::atomic<bool> &stop)
    {
        QRandomGenerator random(seed + 1);
        ServerRepository &r = *c.repository;
        const QString clients = QStringLiteral("clients"), tasks = QStringLiteral("tasks");
        qint64 head = -1, nextPoll = qint64(seed) * 1000 / m_options.clients,
               nextAction = random.bounded(m_options.thinkMs);
        QElapsedTimer clock;
        clock.start();
        Page page;
        int number = 0;
        while (!stop) {
            const qint64 now = clock.elapsed();
            if (now >= nextPoll) {
                nextPoll = std::max(nextPoll + 1000, now);
                FeedState state;
                if (timed(c, Poll, [&] { state = r.feedState(); })) {
                    if (head >= 0 && state.head > head)
                        timed(c, News, [&] { r.changesSince(head, 1000); });
                    head = state.head;
                }
            }
            if (now >= nextAction) {
                // Exponential: now and then two things come at once.
                nextAction = now + qint64(-std::log(1 - random.generateDouble()) * m_options.thinkMs);
                act(c, random, page, clients, tasks, number);
            }
            QThread::msleep(static_cast<unsigned long>(
                std::clamp<qint64>(std::min(nextPoll, nextAction) - clock.elapsed(), 1, 50)));
        }
    }

    void act(Client &c, QRandomGenerator &random, Page &page, const QString &clients, const QString &tasks, int &number)
    {
        ServerRepository &r = *c.repository;
        const int dice = page.rows.isEmpty() ? 0 : int(random.bounded(100));
        if (dice < 20) {
            timed(c, List, [&] { page = r.page(Query(clients), {}); });
        } else if (dice < 30) {
            timed(c, List, [&] { r.page(Query(tasks), {}); });
        } else if (dice < 40) {
            const PageAt at{PageAt::From, page.rows.last().key, 0, 100};
            timed(c, Jump, [&] { r.page(Query(clients), at); });
        } else if (dice < 45) {
            timed(c, Count, [&] { r.totals(Query(tasks), {}); });
        } else if (dice < 75) {
            const Id id = page.rows[random.bounded(page.rows.size())].id;
            timed(c, Open, [&] { r.open(clients, id); });
        } else if (dice < 95) {
            Document document;
            const Id id = page.rows[random.bounded(page.rows.size())].id;
            if (!timed(c, Open, [&] { document = r.open(clients, id).document; }))
                return;
            document.set(QStringLiteral("state"),
                         QStringLiteral("Region %1 %2").arg(QDateTime::currentMSecsSinceEpoch()).arg(++number));
            timed(c, Save, [&] {
                const Saved saved = r.save(document, SaveKey::fresh());
                if (saved.change > 0)
                    c.saved << Acknowledged{id, saved.change};
            });
        } else {
            Query query(clients);
            query.search = random.bounded(2) ? QStringLiteral("zyxquark") : QStringLiteral("consulting");
            timed(c, Search, [&] { r.page(query, {}); });
        }
    }

    static double percentile(QList<double> values, double part)
    {
        if (values.isEmpty())
            return 0;
        std::sort(values.begin(), values.end());
        return values[qsizetype(std::ceil(double(values.size() - 1) * part))];
    }

    void print(const QHash<qint64, QList<StatementLog::Entry>> &log)
    {
        QList<double> client[actions], server[actions];
        QStringList errors;
        qint64 unclear = 0, reconnected = 0;
        for (const Client &c : m_clients) {
            const QList<StatementLog::Entry> entries = log.value(c.connection);
            qint64 statements = 0;
            for (const Done &d : c.done) {
                client[d.action] << d.clientMs;
                statements += d.statements;
            }
            errors += c.errors;
            reconnected += c.reconnected;
            qsizetype at = entries.size() - statements; // before these it connected
            if (at < 0 || (at > 0 && !entries[at - 1].text.contains(QLatin1String("CONNECTION_ID()")))) {
                ++unclear; // the log counts differently: it cannot be shared out
                continue;
            }
            for (const Done &d : c.done) {
                double ms = 0;
                for (qint64 i = 0; i < d.statements; ++i)
                    ms += entries[at++].ms;
                server[d.action] << ms;
            }
        }
        printf("%-16s | %6s | %8s %8s %8s | %8s %8s %8s\n", "ms", "times", "p50", "p95", "p99", "client", "p95", "p99");
        for (int a = 0; a < actions; ++a) {
            printf("%-16s | %6lld | %8.2f %8.2f %8.2f | %8.2f %8.2f %8.2f\n", actionNames[a], qint64(client[a].size()),
                   percentile(server[a], 0.5), percentile(server[a], 0.95), percentile(server[a], 0.99),
                   percentile(client[a], 0.5), percentile(client[a], 0.95), percentile(client[a], 0.99));
        }
        for (int a = 0; a < actions; ++a) {
            if (server[a].isEmpty()) // having measured nothing meets no target
                m_table.note(QStringLiteral("not measured at the server: %1").arg(QLatin1String(actionNames[a])));
            else
                m_table.add({QStringLiteral("p95 at the server: %1").arg(QLatin1String(actionNames[a])),
                             percentile(server[a], 0.95),
                             {},
                             Target{0, serverMs, {}, {}}});
        }
        if (unclear > 0)
            m_table.note(QStringLiteral("%1 connections whose statements the log counts differently").arg(unclear));
        m_table.add({QStringLiteral("errors"), double(errors.size()), {}, Target{}, ""});
        m_table.note(QStringLiteral("%1 connections made anew").arg(reconnected));
        for (const QString &e : errors.mid(0, 5))
            m_table.note(e);
    }

    /// Every acknowledged save stands once in the log of changes, under its number; the log holds nothing else.
    void verify(qint64 since)
    {
        QHash<qint64, Id> logged;
        qint64 doubled = 0;
        const auto rows =
            m_office.sql(QStringLiteral("SELECT n,record_id,version FROM {data}.changes WHERE n>%1").arg(since));
        QSet<QPair<Id, qint64>> versions;
        for (const QStringList &row : rows) {
            logged.insert(row[0].toLongLong(), row[1].toLongLong());
            const QPair<Id, qint64> version(row[1].toLongLong(), row[2].toLongLong());
            doubled += versions.contains(version);
            versions << version;
        }
        qint64 lost = 0, acknowledged = 0;
        for (const Client &c : m_clients) {
            for (const Acknowledged &a : c.saved) {
                ++acknowledged;
                if (logged.value(a.change) == a.record)
                    logged.remove(a.change);
                else
                    ++lost;
            }
        }
        m_table.note(QStringLiteral("%1 saves acknowledged, %2 changes logged").arg(acknowledged).arg(rows.size()));
        m_table.add({QStringLiteral("lost saves"), double(lost), {}, Target{}, ""});
        m_table.add({QStringLiteral("doubled saves, or changes nobody made"),
                     double(doubled + logged.size()),
                     {},
                     Target{},
                     ""});
    }

    Table &m_table;
    const BenchOffice &m_office;
    const ServerBench &m_options;
    std::vector<Client> m_clients;
    std::vector<std::thread> m_threads;
    std::atomic<int> m_ready{0};
    std::atomic<bool> m_go{false}, m_stop{false};
};
} // namespace

void measureServerLoad(Table &table, const BenchOffice &office, const ServerBench &options)
{
    Load(table, office, options).measure();
}

} // namespace crm::bench
