// The window. Arguments are in usage(); everything else lives in ui/.
#include "core/extend/extensions.h"
#include "core/store/database.h"
#include "ui/extend/ui_extension.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/program.h"
#include "ui/shell/stall_watch.h"
#include "ui/shell/start_time.h"
#include "ui/shell/tab_area.h"
#include "ui/shell/tour.h"
#include "ui/shell/welcome_tour.h"
#include "ui/start/demo.h"
#include "ui/style/fonts.h"
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>
#include <QtConcurrent>
#include <algorithm>
#include <cstdio>
#include <memory>

namespace {

using namespace crm;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(mycrm)
};

struct Arguments
{
    StartOptions start;
    TourOptions tour;
    QString language;
    std::optional<ThemeMode> theme;
    int textPercent = 0; ///< 0: as chosen
    bool bench = false;
};

void nameProgram()
{
    QCoreApplication::setOrganizationName(QStringLiteral("MyCRM"));
    QCoreApplication::setApplicationName(QStringLiteral("mycrm"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CRM_VERSION));
}

int complain(const QString &sentence)
{
    fprintf(stderr, "%s\n", qPrintable(sentence));
    return 2;
}

void describe(QCommandLineParser &parser)
{
    const auto add = [&](const char *name, const QString &text, const QString &value = {}) {
        parser.addOption({QLatin1String(name), text, value});
    };
    parser.setApplicationDescription(Tr::tr("A CRM on your own computer."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("file"), Tr::tr("The database to open."), QStringLiteral("[file]"));
    add("profile", Tr::tr("The connection to a server to open."), QStringLiteral("name"));
    add("user", Tr::tr("Who signs in."), QStringLiteral("name"));
    add("demo", Tr::tr("Opens the demo."));
    add("lang", Tr::tr("en or ru; this time only."), QStringLiteral("code"));
    add("theme", Tr::tr("light or dark; this time only."), QStringLiteral("name"));
    add("text", Tr::tr("Size of text in percent, 80 to 200; this time only."), QStringLiteral("percent"));
    add("tour", Tr::tr("Saves a picture of every page into a folder, then ends."), QStringLiteral("folder"));
    add("tour-only", Tr::tr("Of the tour only pictures whose name contains this."), QStringLiteral("text"));
    add("tour-size", Tr::tr("Of the tour only this size, such as 1280x800."), QStringLiteral("size"));
    add("bench-start", Tr::tr("Prints how long the start took until the list of the entity was filled, then ends."),
        QStringLiteral("entity"));
}

/// Only a first look: "-h" may also be the value of an option.
bool mayAskForWords(int argc, char **argv)
{
    static const QByteArrayList asking = {"-h", "-?", "--help", "-v", "--version"};
    return std::any_of(argv + 1, argv + argc, [](const char *argument) { return asking.contains(argument); });
}

/// Where there is no display, such as over ssh, the help and the version can be read all the same.
void tellWords(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    nameProgram();
    setLanguage(storedLanguage());
    QCommandLineParser parser;
    describe(parser);
    parser.parse(QCoreApplication::arguments()); // what is wrong in them is said later
    if (parser.isSet(QStringLiteral("version")))
        parser.showVersion();
    if (parser.isSet(QStringLiteral("help")))
        parser.showHelp();
}

Arguments parse(const QCoreApplication &app)
{
    QCommandLineParser parser;
    describe(parser);
    parser.process(app);
    const auto value = [&](const char *name) { return parser.value(QLatin1String(name)); };
    const auto isSet = [&](const char *name) { return parser.isSet(QLatin1String(name)); };

    Arguments a;
    a.start.file = parser.positionalArguments().value(0);
    a.start.profile = value("profile");
    a.start.user = value("user");
    a.start.demo = isSet("demo");
    a.language = value("lang");
    if (isSet("theme"))
        a.theme = value("theme") == QLatin1String("dark") ? ThemeMode::Dark : ThemeMode::Light;
    if (isSet("text"))
        a.textPercent = qBound(80, value("text").toInt(), 200);
    a.tour.folder = value("tour");
    a.tour.only = value("tour-only");
    const QStringList sides = value("tour-size").split(u'x');
    if (sides.size() == 2)
        a.tour.sizes = {QSize(sides.at(0).toInt(), sides.at(1).toInt())};
    if (!a.language.isEmpty())
        a.tour.languages = {a.language};
    if (a.theme)
        a.tour.themes = {*a.theme};
    a.bench = isSet("bench-start");
    if (a.bench)
        a.start.firstKey = QStringLiteral("list/") + value("bench-start");
    return a;
}

/// Waits for an answer without stopping the window's thread.
template<class T> T waitFor(QFuture<T> future)
{
    QEventLoop loop;
    QFutureWatcher<T> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    return future.result();
}

int runTour(const Arguments &arguments)
{
    QTemporaryDir folder;
    QString path = arguments.start.file;
    try {
        if (path.isEmpty()) {
            path = folder.filePath(QStringLiteral("demo.mycrm"));
            const QString language = arguments.language.isEmpty() ? currentLanguage() : arguments.language;
            waitFor(QtConcurrent::run([path, language] {
                makeDemo(path, registry(), language, {});
                return true;
            }));
        }
        auto session = waitFor(Session::open({Target::LocalFile, QFileInfo(path).absoluteFilePath()}, {}, registry()));
        Tour tour(std::move(session), arguments.tour);
        const int taken = tour.run();
        for (const QString &late : tour.late())
            fprintf(stderr, "%s\n", qPrintable(Tr::tr("Not ready in time: %1").arg(late)));
        printf("%s\n",
               qPrintable(Tr::tr("%1 pictures in %2").arg(taken).arg(QDir::toNativeSeparators(arguments.tour.folder))));
        for (const QString &line : tour.smoothness())
            printf("%s\n", qPrintable(line));
        return tour.late().isEmpty() ? 0 : 1;
    } catch (const Error &error) {
        return complain(error.sentence());
    }
}

/// Paints what has come until now and says when that was done.
void reportStart(const TabPage &page, const char *moment)
{
    page.window()->repaint();
    printf("\"%s_ms\": %lld, ", moment, static_cast<long long>(msSinceProcessStart()));
}

/// Ends the program when the list is filled and painted ("start_ms": the rows; "settled_ms": their number too).
void benchStart(Program &program)
{
    QObject::connect(&program, &Program::openFailed, qApp,
                     [](const QString &sentence) { QCoreApplication::exit(complain(sentence)); });
    QObject::connect(&program, &Program::opened, qApp, [](MainWindow *window) {
        TabPage *page = window->tabs().currentPage();
        const auto filled = std::make_shared<bool>(false);
        const auto reportRows = [page, filled] {
            if (!std::exchange(*filled, true))
                reportStart(*page, "start");
        };
        const auto reportEnd = [page, reportRows] {
            reportRows();
            reportStart(*page, "settled");
            printf("\"rss_mb\": %.1f}\n", residentMegabytes());
            fflush(stdout);
            QCoreApplication::exit(0);
        };
        printf("{");
        if (const auto *list = page->findChild<QTableView *>()) {
            // After the view itself has taken note of the rows.
            const QAbstractItemModel *model = list->model();
            QObject::connect(
                model, &QAbstractItemModel::modelReset, page,
                [model, reportRows] {
                    if (model->rowCount() > 0)
                        reportRows();
                },
                Qt::QueuedConnection);
        }
        if (page->isSettled())
            QTimer::singleShot(0, page, reportEnd);
        else
            QObject::connect(page, &TabPage::settled, page, reportEnd, Qt::SingleShotConnection);
    });
}

} // namespace

int main(int argc, char **argv)
{
    if (mayAskForWords(argc, argv))
        tellWords(argc, argv); // ends the program, if it is asked for
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    Application app(argc, argv);
    nameProgram();
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/app.svg")));
    setLanguage(storedLanguage());
    const Arguments arguments = parse(app);
    if (!arguments.language.isEmpty())
        setLanguage(arguments.language);
    if (!ensureFonts())
        return complain(Tr::tr("No font was found on this computer, so nothing could be read. Install one, such as "
                               "DejaVu Sans or Noto Sans."));

    // Neither the tour nor a measurement depends on what this person has chosen, nor changes it.
    const QTemporaryDir settings;
    if (arguments.bench || !arguments.tour.folder.isEmpty()) {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    }
    Appearance look = Appearance::stored();
    if (arguments.theme)
        look.theme = *arguments.theme;
    if (arguments.textPercent > 0)
        look.textPercent = arguments.textPercent;
    applyAppearance(look);

    ExtensionOptions options = ExtensionOptions::standard();
    options.interfaces.append(QStringLiteral(CrmUiExtension_iid));
    extensions().start(options);
    extensions().setLanguage(currentLanguage());
    Database::forbidThread(QThread::currentThread());

    int result = 0;
    if (!arguments.tour.folder.isEmpty()) {
        result = runTour(arguments);
    } else {
        Program program(registry());
        if (arguments.bench)
            benchStart(program);
        else
            QObject::connect(&program, &Program::opened, qApp, [](MainWindow *window) { WelcomeTour::offer(*window); });
        program.start(arguments.start);
        result = QApplication::exec();
    }
    extensions().shutdown();
    return result;
}
