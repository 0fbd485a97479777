// Figures of the real window, offscreen: what a person waits for, against an empty window or bare SQL in the same run.
//
//     bench_window --only client                                   a client with 10,000 invoices beside one with 10
//     bench_window --only lists --db FILE --clients 1000000        makes the database or uses it again
//
// Ends with 0 even if a target is missed: how long something takes depends on the machine and on what else it does.
#include "core/extend/extensions.h"
#include "core/store/database.h"
#include "tests/bench/subject.h"
#include "tests/bench/window/desk.h"
#include "tests/bench/window/window_groups.h"
#include "ui/shell/stall_watch.h"
#include "ui/style/style.h"
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QThread>
#include <cstdio>

using namespace crm;
using namespace crm::bench;

namespace {
using Group = QPair<QString, void (*)(Table &, const WindowBench &)>;
const QList<Group> &groups()
{
    static const QList<Group> all{{QStringLiteral("client"), measureBigClient},
                                  {QStringLiteral("lists"), measureWindowLists}};
    return all;
}

struct Arguments
{
    WindowBench bench;
    qint64 clients = 0;
    QStringList only;
    bool isAsked(const QString &group) const { return only.isEmpty() || only.contains(group); }
};

Arguments parse(const QCoreApplication &app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription("Measures the window against an empty one and against bare SQL.");
    parser.addHelpOption();
    const QCommandLineOption only("only", "client or lists; may be given several times.", "group");
    const QCommandLineOption engine("engine", "sqlite or mariadb, of the client; both if not given.", "name");
    const QCommandLineOption invoices("invoices", "How many the large client has.", "number", "10000");
    const QCommandLineOption runs("runs", "How often each is measured.", "number", "9");
    const QCommandLineOption db("db", "The database of the lists; made with demo data if it is not there.", "file");
    const QCommandLineOption clients("clients", "How many clients it is made with.", "number", "1000000");
    parser.addOptions({only, engine, invoices, runs, db, clients});
    parser.process(app);
    Arguments a;
    a.only = parser.values(only);
    a.bench.engines = parser.isSet(engine) ? parser.values(engine) : QStringList{"sqlite", "mariadb"};
    a.bench.invoices = parser.value(invoices).toInt();
    a.bench.runs = qMax(1, parser.value(runs).toInt());
    a.clients = parser.value(clients).toLongLong();
    a.bench.path = parser.isSet(db) ? QFileInfo(parser.value(db)).absoluteFilePath()
                                    : QDir::temp().filePath(QStringLiteral("mycrm-bench-%1.mycrm").arg(a.clients));
    return a;
}
} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    Application app(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("MyCRM"));
    QCoreApplication::setApplicationName(QStringLiteral("bench_window"));
    const Arguments arguments = parse(app);
    QLoggingCategory::setFilterRules(QStringLiteral("mycrm.ui.stall=false")); // the figures say it
    const OwnSettingsFolder settings;
    applyAppearance({});
    extensions().start(ExtensionOptions::standard());
    int result = 0;
    try {
        printf("%d cores, Qt %s, load before the bench %s\n", QThread::idealThreadCount(), qVersion(),
               qPrintable(systemLoad()));
        if (arguments.isAsked(QStringLiteral("lists")))
            ensureDatabase(arguments.bench.path, arguments.clients);
        Table table;
        for (const auto &[name, measure] : groups()) {
            if (arguments.isAsked(name))
                measure(table, arguments.bench);
        }
        table.summary();
        printf("load at the end %s\n", qPrintable(systemLoad()));
    } catch (const Error &error) {
        fprintf(stderr, "%s\n%s\n", qPrintable(error.sentence()), qPrintable(error.details()));
        result = 1;
    } catch (const std::exception &error) {
        fprintf(stderr, "%s\n", error.what());
        result = 1;
    }
    extensions().shutdown();
    return result;
}
