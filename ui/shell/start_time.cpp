#include "ui/shell/start_time.h"
#include <QFile>
#include <QList>
#ifdef Q_OS_LINUX
#include <ctime>
#include <unistd.h>
#endif
#ifdef Q_OS_WIN
#include <windows.h>
#endif

namespace crm {

#ifdef Q_OS_LINUX
qint64 msSinceProcessStart()
{
    QFile file(QStringLiteral("/proc/self/stat"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    // The second field is the program's name in brackets and may hold spaces; the start is the 22nd, in clock ticks.
    const QByteArray stat = file.readAll();
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    timespec now{};
    if (fields.size() < 20 || clock_gettime(CLOCK_BOOTTIME, &now) != 0)
        return -1;
    const double started = fields.at(19).toDouble() / double(sysconf(_SC_CLK_TCK));
    return qint64((double(now.tv_sec) + double(now.tv_nsec) / 1e9 - started) * 1000);
}

double residentMegabytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    return file.readAll().split(' ').value(1).toDouble() * double(sysconf(_SC_PAGESIZE)) / (1024.0 * 1024.0);
}
#elif defined(Q_OS_WIN)
qint64 msSinceProcessStart()
{
    FILETIME made, ended, kernel, user, now;
    if (!GetProcessTimes(GetCurrentProcess(), &made, &ended, &kernel, &user))
        return -1;
    GetSystemTimeAsFileTime(&now);
    const auto ticks = [](const FILETIME &t) { return (quint64(t.dwHighDateTime) << 32) | t.dwLowDateTime; };
    return qint64((ticks(now) - ticks(made)) / 10000);
}

double residentMegabytes() { return -1; }
#else
qint64 msSinceProcessStart() { return -1; }

double residentMegabytes() { return -1; }
#endif

} // namespace crm
