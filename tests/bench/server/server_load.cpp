// A hundred people at work at once: each with an account and a connection of their own, in a thread that does what the
// program's workers do, through the program's own repository. Each save is found again afterwards: none lost, none
// twice. Then the same hands do the same on bare tables: what guards and procedures cost.
#include "tests/bench/server/load_hands.h"
#include "tests/bench/server/server_groups.h"
#include "tests/bench/server/statement_log.h"
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QThread>
#include <atomic>
#include <cmath>
#include <numeric>
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
    std::unique_ptr<Hands> hands;
    qint64 connection = 0;
    qint64 inTheMorning = 0; ///< statements, before the load begins
    QList<Done> done;
    QList<Acknowledged> saved;
    QStringList errors;
    qint64 reconnected = 0;
};

/// What a run came to.
struct Outcome
{
    double serverMs[actions] = {}; ///< median
    qint64 times[actions] = {};
    double serverCpu = 0; ///< seconds
    qint64 total() const { return std::accumulate(std::begin(times), std::end(times), qint64(0)); }
};

double percentile(QList<double> values, double part)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[qsizetype(std::ceil(double(values.size() - 1) * part))];
}

class Load
{
public:
    using MakeHands = std::unique_ptr<Hands> (*)(const BenchOffice &, const QString &);
    Load(Table &table, const BenchOffice &office, const ServerBench &options, MakeHands make)
        : m_table(table)
        , m_office(office)
        , m_options(options)
        , m_make(make)
    {}

    Outcome measure()
    {
        StatementLog log(m_office); // before the connections: each takes the setting along
        connectAll();
        const qint64 pid = m_office.server().place().pid;
        const qint64 firstChange =
            m_office.sql(QStringLiteral("SELECT head FROM {data}.feed_head")).first().first().toLongLong();
        const qint64 commits = status("Com_commit"), writes = status("Handler_commit");
        const double cpu = cpuSecondsOf(pid), own = double(clock()) / CLOCKS_PER_SEC;
        QElapsedTimer timer;
        timer.start();
        m_go = true;
        work(m_stop);
        const double seconds = double(timer.elapsed()) / 1e3;
        m_outcome.serverCpu = cpuSecondsOf(pid) - cpu;
        const double ours = double(clock()) / CLOCKS_PER_SEC - own;
        print(log.read());
        qint64 saves = 0;
        for (const Client &c : m_clients)
            saves += c.saved.size();
        m_table.note(QStringLiteral("server: %1 s of CPU in %2 s (%3 %% of one core); the %4 clients together: %5 s")
                         .arg(m_outcome.serverCpu, 0, 'f', 1)
                         .arg(seconds, 0, 'f', 1)
                         .arg(m_outcome.serverCpu / seconds * 100, 0, 'f', 0)
                         .arg(m_options.clients)
                         .arg(ours, 0, 'f', 1));
        m_table.note(QStringLiteral("%1 saves/s, %2 COMMITs/s, %3 commits of the engine/s")
                         .arg(double(saves) / seconds, 0, 'f', 1)
                         .arg(double(status("Com_commit") - commits) / seconds, 0, 'f', 1)
                         .arg(double(status("Handler_commit") - writes) / seconds, 0, 'f', 1));
        verify(firstChange);
        return m_outcome;
    }

private:
    qint64 status(const char *name) const
    {
        return m_office.sql(QStringLiteral("SHOW GLOBAL STATUS LIKE '%1'").arg(QLatin1String(name)))
            .first()
            .last()
            .toLongLong();
    }

    void work(std::atomic<bool> &stop)
    {
        QThread::sleep(static_cast<unsigned long>(m_options.seconds));
        stop = true;
        for (std::thread &t : m_threads)
            t.join();
    }

    /// People are at work since the morning: a server reads a procedure at its first call by a connection.
    static void doAllOnce(Hands &hands)
    {
        hands.news(hands.poll());
        const QList<Id> ids = hands.firstClients();
        hands.nextClients();
        hands.firstTasks();
        hands.countTasks();
        hands.find(QStringLiteral("trade"));
        if (!ids.isEmpty()) {
            hands.openClient(ids.first());
            hands.saveClient(QStringLiteral("morning"));
        }
    }

    /// A connection belongs to the thread that opened it.
    void connectAll()
    {
        m_clients.resize(size_t(m_options.clients));
        for (size_t i = 0; i < m_clients.size(); ++i) {
            m_threads.emplace_back([this, i] {
                Client &c = m_clients[i];
                const QStringList people = m_office.loginsOfPeople();
                c.hands = m_make(m_office, people[qsizetype(i) % people.size()]);
                c.connection = c.hands->connection();
                const qint64 connected = c.hands->statementsRun();
                doAllOnce(*c.hands);
                c.inTheMorning = c.hands->statementsRun() - connected;
                ++m_ready;
                while (!m_go)
                    QThread::msleep(5);
                person(c, quint32(i), m_stop);
                c.hands.reset();
            });
            if (i % 10 == 9)
                QThread::msleep(50);
        }
        while (m_ready < m_options.clients)
            QThread::msleep(20);
    }

    template<class Work> bool timed(Client &c, Action action, Work work)
    {
        const qint64 before = c.hands->statementsRun();
        QElapsedTimer timer;
        timer.start();
        try {
            work();
        } catch (const std::exception &e) {
            c.errors << QLatin1String(actionNames[action]) + QStringLiteral(": ") + QString::fromUtf8(e.what());
            return false;
        }
        if (c.hands->isAnew())
            ++c.reconnected;
        c.done << Done{action, c.hands->statementsRun() - before, double(timer.nsecsElapsed()) / 1e6};
        return true;
    }

    void person(Client &c, quint32 seed, std::atomic<bool> &stop)
    {
        QRandomGenerator random(seed + 1);
        qint64 head = -1, nextPoll = qint64(seed) * 1000 / m_options.clients,
               nextAction = random.bounded(m_options.thinkMs);
        QElapsedTimer clock;
        clock.start();
        QList<Id> page;
        int number = 0;
        while (!stop) {
            const qint64 now = clock.elapsed();
            if (now >= nextPoll) {
                nextPoll = std::max(nextPoll + 1000, now);
                qint64 seen = head;
                timed(c, Poll, [&] { seen = c.hands->poll(); });
                if (head >= 0 && seen > head)
                    timed(c, News, [&] { c.hands->news(head); });
                head = seen;
            }
            if (now >= nextAction) {
                // Exponential: now and then two things come at once.
                nextAction = now + qint64(-std::log(1 - random.generateDouble()) * m_options.thinkMs);
                act(c, random, page, number);
            }
            QThread::msleep(static_cast<unsigned long>(
                std::clamp<qint64>(std::min(nextPoll, nextAction) - clock.elapsed(), 1, 50)));
        }
    }

    void act(Client &c, QRandomGenerator &random, QList<Id> &page, int &number)
    {
        const int dice = page.isEmpty() ? 0 : int(random.bounded(100));
        if (dice < 20) {
            timed(c, List, [&] { page = c.hands->firstClients(); });
        } else if (dice < 30) {
            timed(c, List, [&] { c.hands->firstTasks(); });
        } else if (dice < 40) {
            timed(c, Jump, [&] { c.hands->nextClients(); });
        } else if (dice < 45) {
            timed(c, Count, [&] { c.hands->countTasks(); });
        } else if (dice < 95) {
            const Id id = page[random.bounded(page.size())];
            if (!timed(c, Open, [&] { c.hands->openClient(id); }) || dice < 75)
                return;
            timed(c, Save, [&] {
                const qint64 change = c.hands->saveClient(
                    QStringLiteral("Region %1 %2").arg(QDateTime::currentMSecsSinceEpoch()).arg(++number));
                if (change > 0)
                    c.saved << Acknowledged{id, change};
            });
        } else {
            const QString word = random.bounded(2) ? QStringLiteral("zyxquark") : QStringLiteral("consulting");
            timed(c, Search, [&] { c.hands->find(word); });
        }
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
            const auto connected = std::find_if(entries.cbegin(), entries.cend(), [](const StatementLog::Entry &e) {
                return e.text.contains(QLatin1String("CONNECTION_ID()"));
            });
            qsizetype at = connected - entries.cbegin() + 1 + c.inTheMorning;
            if (at + statements != entries.size()) {
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
            m_outcome.serverMs[a] = percentile(server[a], 0.5);
            m_outcome.times[a] = client[a].size();
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
    MakeHands m_make;
    Outcome m_outcome;
    std::vector<Client> m_clients;
    std::vector<std::thread> m_threads;
    std::atomic<int> m_ready{0};
    std::atomic<bool> m_go{false}, m_stop{false};
};
} // namespace

void measureServerLoad(Table &table, const BenchOffice &office, const ServerBench &options)
{
    const QString people = QStringLiteral("%1 people at work for %2 s").arg(options.clients).arg(options.seconds);
    table.heading(people);
    const Outcome guarded = Load(table, office, options, guardedHands).measure();
    table.heading(people + QStringLiteral(", on bare tables as root"));
    const Outcome bare = Load(table, office, options, bareHands).measure();
    table.heading(QStringLiteral("The cost of guards and procedures (medians at the server)"));
    for (int a = 0; a < actions; ++a)
        table.add({QLatin1String(actionNames[a]), guarded.serverMs[a], bare.serverMs[a]});
    table.add({QStringLiteral("CPU of the server for one action"),
               guarded.serverCpu * 1e3 / double(std::max<qint64>(guarded.total(), 1)),
               bare.serverCpu * 1e3 / double(std::max<qint64>(bare.total(), 1))});
}

} // namespace crm::bench
