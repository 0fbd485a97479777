// What clients cost that only look for news once a second: the CPU time of the server's process.
#include "tests/bench/server/bare_link.h"
#include "tests/bench/server/server_groups.h"
#include <QThread>
#include <atomic>
#include <thread>

namespace crm::bench {

namespace {
constexpr double targetMs = 0.2; // CPU of the server, per second and client
}

void measureServerIdle(Table &table, const BenchOffice &office, const ServerBench &options)
{
    const qint64 pid = office.server().place().pid;
    table.heading(QStringLiteral("%1 clients that only poll, %2 s").arg(options.idleClients).arg(options.idleSeconds));
    const QStringList people = office.loginsOfPeople();
    const auto cpuOf = [&](const std::function<void()> &during) {
        const double before = cpuSecondsOf(pid);
        during();
        return cpuSecondsOf(pid) - before;
    };
    const auto wait = [&] { QThread::sleep(static_cast<unsigned long>(options.idleSeconds)); };
    const double quiet = cpuOf(wait);
    std::atomic<bool> stop{false};
    std::atomic<qint64> polls{0};
    std::atomic<int> ready{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < options.idleClients; ++i) {
        threads.emplace_back([&, i] {
            const auto repository = office.connect(people[i % people.size()]);
            ++ready;
            while (!stop) {
                repository->feedState();
                ++polls;
                QThread::msleep(1000);
            }
        });
    }
    while (ready < options.idleClients)
        QThread::msleep(20);
    QThread::sleep(2);
    const qint64 before = polls;
    const double busy = cpuOf(wait);
    const qint64 counted = polls - before;
    stop = true;
    for (std::thread &t : threads)
        t.join();
    const double each = (busy - quiet) * 1000 / double(counted);
    table.note(QStringLiteral("%1 polls; the server used %2 s, without them %3 s")
                   .arg(counted)
                   .arg(busy, 0, 'f', 3)
                   .arg(quiet, 0, 'f', 3));
    table.add({QStringLiteral("CPU of the server for one poll"), each, {}, Target{0, targetMs, {}, {}}});
}

} // namespace crm::bench
