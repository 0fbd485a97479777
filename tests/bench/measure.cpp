#include "measure.h"
#include <QElapsedTimer>
#include <QFile>
#include <algorithm>
#include <cstdio>

namespace crm::bench {

double msOf(const Step &step)
{
    QElapsedTimer timer;
    timer.start();
    step();
    return double(timer.nsecsElapsed()) / 1e6;
}

double middleOf(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values.at(values.size() / 2);
}

namespace {
QPair<QList<double>, QList<double>> timesOf(int runs, const Step &ours, const Step &floor, const Step &before)
{
    const auto timed = [&before](const Step &step) {
        if (before)
            before();
        return msOf(step);
    };
    // What takes a second varies little: twice is enough.
    const auto runsOf = [&](double ms) { return ms > 1000 ? std::min(runs, 2) : runs; };
    const int ourRuns = runsOf(timed(ours)), floorRuns = runsOf(timed(floor));
    QList<double> a, b;
    for (int i = 0; i < runs; ++i) {
        if (i < ourRuns)
            a << timed(ours);
        if (i < floorRuns)
            b << timed(floor);
    }
    return {a, b};
}
} // namespace

Pair compare(int runs, const Step &ours, const Step &floor, const Step &before)
{
    const auto [a, b] = timesOf(runs, ours, floor, before);
    return {middleOf(a), middleOf(b)};
}

Pair compareBest(int runs, const Step &ours, const Step &floor, const Step &before)
{
    const auto [a, b] = timesOf(runs, ours, floor, before);
    return {*std::min_element(a.begin(), a.end()), *std::min_element(b.begin(), b.end())};
}

namespace {
QList<double> timesOf(int runs, const Step &step)
{
    step();
    QList<double> times;
    for (int i = 0; i < runs; ++i)
        times << msOf(step);
    return times;
}
} // namespace

double median(int runs, const Step &step) { return middleOf(timesOf(runs, step)); }

double best(int runs, const Step &step)
{
    const QList<double> times = timesOf(runs, step);
    return *std::min_element(times.begin(), times.end());
}

QString Target::text() const
{
    QStringList parts;
    if (ratio > 0)
        parts << QStringLiteral("%1 x").arg(ratio) + (baseName.isEmpty() ? QString() : u' ' + baseName);
    if (plus > 0)
        parts << QString::number(plus);
    return QStringLiteral("<= ") + parts.join(QStringLiteral(" + "));
}

void Table::heading(const QString &text) const
{
    printf("\n%s\n%-46s | %11s | %11s | %6s | %-15s | ok?\n", qPrintable(text), "measurement", "ours", "floor", "ratio",
           "target");
    printf("%s\n", qPrintable(QString(46, u'-') + QStringLiteral("-|-------------|-------------|--------|"
                                                                 "-----------------|----")));
    fflush(stdout);
}

void Table::add(const Result &r)
{
    const auto figure = [&r](double value) {
        return QStringLiteral("%1 %2").arg(value, 0, 'f', value < 10 ? 3 : 1).arg(QLatin1String(r.unit));
    };
    const QString floor = r.floor ? figure(*r.floor) : QString();
    const QString ratio = r.floor && *r.floor > 0 ? QString::number(r.ours / *r.floor, 'f', 2) : QString();
    printf("%-46s | %11s | %11s | %6s | %-15s | %s\n", qPrintable(r.name), qPrintable(figure(r.ours)),
           qPrintable(floor), qPrintable(ratio), qPrintable(r.target ? r.target->text() : QString()),
           !r.target   ? ""
           : r.isMet() ? "yes"
                       : "MISSED");
    fflush(stdout);
    if (!r.target)
        return;
    ++m_targets;
    if (!r.isMet())
        m_missed << r.name;
}

void Table::note(const QString &text) const
{
    printf("  %s\n", qPrintable(text));
    fflush(stdout);
}

void Table::summary() const
{
    if (m_missed.isEmpty())
        printf("\nAll %d targets are met.\n", m_targets);
    else
        printf("\n%d of %d targets are missed: %s.\n", int(m_missed.size()), m_targets,
               qPrintable(m_missed.join(QStringLiteral("; "))));
}

QString systemLoad()
{
    QFile file(QStringLiteral("/proc/loadavg"));
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll().split(' ').value(0)) : QString();
}

} // namespace crm::bench
