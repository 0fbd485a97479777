// Figures of an office on a MariaDB: lists, search, saving, idle clients and a hundred people at work, against bare
// tables on the same server in the same run. Starts a server of its own in a folder, and takes it away again.
//
//     bench_server --rows 1000000               lists, search and saving at a million clients and a million tasks
//     bench_server --rows 100000 --only load --seconds 60 --clients 100
//
// Ends with 0 even if a target is missed: how long something takes depends on the machine and on what else it does.
#include "tests/bench/server/server_groups.h"
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QThread>
#include <cstdio>

using namespace crm;
using namespace crm::bench;

namespace {
using Group = QPair<QString, void (*)(Table &, const BenchOffice &, const ServerBench &)>;
const QList<Group> &groups()
{
    static const QList<Group> all{
        {QStringLiteral("lists"), measureServerLists}, {QStringLiteral("search"), measureServerSearch},
        {QStringLiteral("fast"), measureServerFast},   {QStringLiteral("saves"), measureServerSaves},
        {QStringLiteral("idle"), measureServerIdle},   {QStringLiteral("load"), measureServerLoad}};
    return all;
}

struct Arguments
{
    OfficeSize size;
    ServerBench bench;
    QStringList only;
    QString keep, on;
};

Arguments parse(const QCoreApplication &app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription("Measures an office on a MariaDB of its own against bare tables.");
    parser.addHelpOption();
    Arguments a;
    const QCommandLineOption rows("rows", "How many clients, and as many tasks.", "number", "100000");
    const QCommandLineOption people("people", "How many people work in the office.", "number", "100");
    const QCommandLineOption buffer("buffer", "The server's buffer pool, MB.", "number", "2048");
    const QCommandLineOption folder("folder", "Where the data goes for the time being.", "folder", QDir::tempPath());
    const QCommandLineOption only("only", "lists, search, fast, saves, idle or load; may be given several times.",
                                  "group");
    const QCommandLineOption seconds("seconds", "How long the load goes on.", "number", "60");
    const QCommandLineOption clients("clients", "How many are at work in the load.", "number", "100");
    const QCommandLineOption think("think", "Mean ms between two actions of one of them.", "number", "2000");
    const QCommandLineOption idle("idle-seconds", "How long the idle clients are watched.", "number", "20");
    const QCommandLineOption statements("statements", "Prints the statements.");
    const QCommandLineOption viewer(
        "viewer", "Only one of those who see everything (0), 60,000 (1), 10,000 (2), 50 (3).", "number", "-1");
    const QCommandLineOption binlog("binlog", "With a binary log, as a server with a replica has it.");
    const QCommandLineOption keep("keep", "Writes down where the office is, and keeps it until a line comes on stdin.",
                                  "file");
    const QCommandLineOption on("on", "Measures the office that another bench keeps, after an upgrade.", "file");
    parser.addOptions(
        {rows, people, buffer, folder, only, seconds, clients, think, idle, statements, viewer, binlog, keep, on});
    parser.process(app);
    a.size.rows = parser.value(rows).toLongLong();
    a.size.people = parser.value(people).toInt();
    a.size.bufferMb = parser.value(buffer).toInt();
    a.size.folder = parser.value(folder);
    a.size.binlog = parser.isSet(binlog);
    a.bench.seconds = parser.value(seconds).toInt();
    a.bench.clients = parser.value(clients).toInt();
    a.bench.thinkMs = parser.value(think).toInt();
    a.bench.idleSeconds = parser.value(idle).toInt();
    a.bench.statements = parser.isSet(statements);
    a.bench.viewer = parser.value(viewer).toInt();
    a.only = parser.values(only);
    a.keep = parser.value(keep);
    a.on = parser.value(on);
    return a;
}
} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("bench_server"));
    const Arguments arguments = parse(app);
    try {
        printf("%d cores, load before the bench %s, buffer pool %d MB\n", QThread::idealThreadCount(),
               qPrintable(systemLoad()), arguments.size.bufferMb);
        const auto made = arguments.on.isEmpty() ? std::make_unique<BenchOffice>(arguments.size)
                                                 : std::make_unique<BenchOffice>(arguments.on);
        const BenchOffice &office = *made;
        if (!arguments.keep.isEmpty())
            office.keep(arguments.keep);
        Table table;
        for (const auto &[name, measure] : groups()) {
            if (arguments.only.isEmpty() || arguments.only.contains(name))
                measure(table, office, arguments.bench);
        }
        table.summary();
        printf("load at the end %s\n", qPrintable(systemLoad()));
        fflush(stdout);
        if (!arguments.keep.isEmpty())
            getchar();
    } catch (const Error &error) {
        fprintf(stderr, "%s\n%s\n", qPrintable(error.sentence()), qPrintable(error.details()));
        return 1;
    } catch (const std::exception &error) {
        fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
