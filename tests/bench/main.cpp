// Figures of the program at 1,000,000 clients, each against a floor in the same run.
//
//     bench                                    makes a demo database in the folder for temporary files, or reuses it
//     bench --db FILE --clients 1000000        makes or reuses that one
//     bench --only lists --plans
//
// Ends with 0 even if a target is missed: how long something takes depends on the machine and on what else it does.
#include "core/extend/extensions.h"
#include "groups.h"
#include "subject.h"
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QThread>
#include <cstdio>
#include <sqlite3.h>

namespace {

using namespace crm;
using namespace crm::bench;

const QList<QPair<QString, void (*)(Table &, const Options &)>> &groups()
{
    static const QList<QPair<QString, void (*)(Table &, const Options &)>> all{
        {"lists", measureLists},   {"fast", measureFast},           {"records", measureRecords},
        {"import", measureImport}, {"statement", measureStatement}, {"start", measureStart}};
    return all;
}

struct Arguments
{
    Options options;
    qint64 clients = 0;
    QStringList only;
};

Arguments parse(const QCoreApplication &app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription("Measures the program against SQLite itself.");
    parser.addHelpOption();
    const QCommandLineOption db("db", "The database; made with demo data if it is not there.", "file");
    const QCommandLineOption clients("clients", "How many clients it is made with.", "number", "1000000");
    const QCommandLineOption rows("rows", "How many rows are imported, and payments stated.", "number", "100000");
    const QCommandLineOption only(
        "only", "lists, fast, records, import, statement or start; may be given several times.", "group");
    const QCommandLineOption plans("plans", "Prints SQLite's plan of each statement.");
    parser.addOptions({db, clients, rows, only, plans});
    parser.process(app);
    Arguments a;
    a.clients = parser.value(clients).toLongLong();
    a.options.rows = parser.value(rows).toLongLong();
    a.options.plans = parser.isSet(plans);
    a.only = parser.values(only);
    a.options.path = parser.isSet(db) ? QFileInfo(parser.value(db)).absoluteFilePath()
                                      : QDir::temp().filePath(QStringLiteral("mycrm-bench-%1.mycrm").arg(a.clients));
    return a;
}

void describe()
{
    printf("%d cores, Qt %s, SQLite %s, load %s\n", QThread::idealThreadCount(), qVersion(), sqlite3_libversion(),
           qPrintable(systemLoad()));
    fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("bench"));
    const Arguments arguments = parse(app);
    extensions().start(ExtensionOptions::standard());
    int result = 0;
    try {
        describe();
        ensureDatabase(arguments.options.path, arguments.clients);
        Table table;
        for (const auto &[name, measure] : groups()) {
            if (arguments.only.isEmpty() || arguments.only.contains(name))
                measure(table, arguments.options);
        }
        table.summary();
    } catch (const Error &error) {
        fprintf(stderr, "%s\n", qPrintable(error.sentence()));
        result = 1;
    } catch (const std::exception &error) {
        fprintf(stderr, "%s\n", error.what());
        result = 1;
    }
    extensions().shutdown();
    return result;
}
