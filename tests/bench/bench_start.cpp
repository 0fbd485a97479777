// From starting the program to a painted, filled list, and the memory it then holds, against an empty window with a
// table (empty_window/). Both programs count from when the system made their process.
#include "groups.h"
#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <stdexcept>

namespace crm::bench {

namespace {
QJsonObject started(const QString &program, const QStringList &arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    process.setProcessEnvironment(environment);
    process.start(QDir(QCoreApplication::applicationDirPath()).filePath(program), arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        throw std::runtime_error(qPrintable(program) + std::string(": ") +
                                 process.readAllStandardError().toStdString() + process.errorString().toStdString());
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
}
} // namespace

void measureStart(Table &table, const Options &options)
{
    table.heading(QStringLiteral("Start to a filled list of clients"));
    QList<double> ours, counted, empty, memory, emptyMemory;
    constexpr int runs = 9;
    for (int i = -1; i < runs; ++i) {
        const QJsonObject a = started(QStringLiteral("mycrm"), {options.path, "--bench-start", "clients"});
        const QJsonObject b = started(QStringLiteral("bench_empty_window"), {});
        if (i < 0)
            continue; // the first brings the programs into the system's file cache
        ours << a.value("start_ms").toDouble();
        counted << a.value("settled_ms").toDouble();
        memory << a.value("rss_mb").toDouble();
        empty << b.value("start_ms").toDouble();
        emptyMemory << b.value("rss_mb").toDouble();
    }
    table.add({QStringLiteral("Start, against an empty window with a table"), middleOf(ours), middleOf(empty),
               Target{1.5, 100, {}, {}}});
    table.add({QStringLiteral("Start until the rows are counted too"), middleOf(counted)});
    table.add({QStringLiteral("Memory after it (RSS)"), middleOf(memory), middleOf(emptyMemory), Target{0, 150, {}, {}},
               "MB"});
}

} // namespace crm::bench
