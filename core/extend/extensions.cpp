#include "core/extend/extensions.h"
#include "core/extend/extensions_p.h"
#include "core/modules/modules.h"
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QEventLoop>
#include <QLocale>
#include <QLoggingCategory>
#include <QPointer>
#include <QStandardPaths>
#include <QTimer>

Q_LOGGING_CATEGORY(logExtensions, "mycrm.extensions", QtInfoMsg)

namespace crm {
namespace {
/// The business that the program comes with, as an extension like any other.
class BuiltInAreas : public QObject, public Extension
{
    Q_OBJECT
    Q_INTERFACES(crm::Extension)
public:
    static ExtensionInfo info()
    {
        return ExtensionInfo::read({{QStringLiteral("id"), QStringLiteral("mycrm")},
                                    {QStringLiteral("name"), QStringLiteral("MyCRM")},
                                    {QStringLiteral("version"), QStringLiteral(CRM_VERSION)},
                                    {QStringLiteral("compatVersion"), QStringLiteral(CRM_COMPAT_VERSION)},
                                    {QStringLiteral("vendor"), QStringLiteral("MyCRM")}});
    }
    void declare(Registry &registry) override { modules::declareAll(registry); }
};
} // namespace

QString extensionStateName(ExtensionState state)
{
    switch (state) {
    case ExtensionState::Running:
        return QStringLiteral("running");
    case ExtensionState::Stopped:
        return QStringLiteral("stopped");
    case ExtensionState::TurnedOff:
        return QStringLiteral("turned_off");
    case ExtensionState::Unused:
        return QStringLiteral("unused");
    case ExtensionState::Refused:
        return QStringLiteral("refused");
    case ExtensionState::Failed:
        return QStringLiteral("failed");
    }
    return {};
}

ExtensionOptions ExtensionOptions::standard()
{
    const QString home =
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/mycrm");
    ExtensionOptions options;
    options.folders = qEnvironmentVariable("MYCRM_PLUGINS").split(QDir::listSeparator(), Qt::SkipEmptyParts);
    options.folders << home + QStringLiteral("/plugins")
                    << QCoreApplication::applicationDirPath() + QStringLiteral("/../lib/mycrm/plugins");
    options.stateFolder = home;
    options.dataFolder = home + QStringLiteral("/plugin-data");
    return options;
}

Extensions::Extensions()
    : d(std::make_unique<Private>())
{
    addBuiltIn(BuiltInAreas::info(), std::make_unique<BuiltInAreas>());
}

Extensions::~Extensions() = default;

void Extensions::addBuiltIn(const ExtensionInfo &info, std::unique_ptr<QObject> object)
{
    Q_ASSERT(!d->started);
    auto entry = std::make_unique<ExtensionEntry>();
    entry->status.info = info;
    entry->object = object.get();
    entry->owned = std::move(object);
    entry->ready = true;
    d->entries.push_back(std::move(entry));
}

void Extensions::start(const ExtensionOptions &options)
{
    Q_ASSERT(!d->started);
    d->options = options;
    d->guard = std::make_unique<StartGuard>(options.stateFolder);
    if (!options.stateFolder.isEmpty() && !d->guard->lock(std::chrono::seconds(5)))
        qCInfo(logExtensions) << "plugins start unguarded";
    d->find();
    d->order();
    d->load();
    d->initialize();
    d->declareAll();
    d->started = true; // registry() may be asked for from here on
    d->announce();
    d->guard->unlock();
    setLanguage(QLocale().bcp47Name().section(u'-', 0, 0));
    for (const auto &entry : d->entries) {
        if (!entry->status.reason.isEmpty())
            qCInfo(logExtensions).noquote() << entry->status.info.id << entry->status.file << entry->status.reason;
    }
}

bool Extensions::isStarted() const { return d->started; }

const Registry &Extensions::registry() const
{
    if (!d->started)
        throw Error(ErrorKind::Unsupported, QStringLiteral("The program's extensions have not been started."));
    return *d->registry;
}

QList<ExtensionStatus> Extensions::list() const
{
    QList<ExtensionStatus> all;
    for (const auto &entry : d->entries)
        all.append(entry->status);
    std::stable_partition(all.begin(), all.end(),
                          [](const ExtensionStatus &s) { return s.state == ExtensionState::Running; });
    return all;
}

QList<VerbSpec> Extensions::verbs() const
{
    QList<VerbSpec> all;
    for (const auto &[id, extension] : implementing<Extension>())
        all += extension->verbs();
    return all;
}

QList<QPair<QString, QObject *>> Extensions::running() const
{
    QList<QPair<QString, QObject *>> all;
    for (const auto &entry : d->entries) {
        if (entry->status.state == ExtensionState::Running)
            all.append({entry->status.info.id, entry->object});
    }
    return all;
}

bool Extensions::call(const QString &id, const std::function<void()> &function)
{
    const auto found = std::find_if(d->entries.begin(), d->entries.end(), [&id](const auto &entry) {
        return entry->status.info.id == id && entry->status.state == ExtensionState::Running;
    });
    if (found == d->entries.end())
        return false;
    const bool locked = d->guard && !(*found)->isBuiltIn() && d->guard->lock(std::chrono::seconds(1));
    const bool ok = d->attempt(**found, function);
    if (locked)
        d->guard->unlock();
    if (!ok)
        d->failDependents();
    return ok;
}

void Extensions::setTurnedOn(const QString &id, bool on) { StartGuard(d->options.stateFolder).setTurnedOn(id, on); }

void Extensions::setLanguage(const QString &language)
{
    for (const auto &entry : d->entries) {
        entry->translator.reset(); // takes itself out of the application
        if (entry->status.state != ExtensionState::Running || entry->status.info.translations.isEmpty())
            continue;
        auto translator = std::make_unique<QTranslator>();
        if (translator->load(entry->status.info.translations + u'_' + language) &&
            QCoreApplication::installTranslator(translator.get()))
            entry->translator = std::move(translator);
    }
}

QStringList Extensions::shutdown(std::chrono::milliseconds wait)
{
    // What finishes late writes into these, not into a frame that is gone.
    const auto waiting = std::make_shared<QStringList>();
    QEventLoop loop;
    const QPointer<QEventLoop> open(&loop);
    for (auto it = d->entries.rbegin(); it != d->entries.rend(); ++it) {
        ExtensionEntry &entry = **it;
        auto *extension = qobject_cast<Extension *>(entry.object);
        if (!entry.initialized || !extension)
            continue;
        const QString id = entry.status.info.id;
        waiting->append(id);
        const bool told = d->attempt(entry, [&] {
            extension->aboutToShutdown([waiting, open, id] {
                waiting->removeAll(id);
                if (open && waiting->isEmpty())
                    open->quit();
            });
        });
        if (!told)
            waiting->removeAll(id);
        entry.initialized = false;
        if (entry.status.state == ExtensionState::Running)
            entry.status.state = ExtensionState::Stopped;
    }
    if (!waiting->isEmpty()) {
        QTimer::singleShot(wait, &loop, &QEventLoop::quit);
        loop.exec();
    }
    return *waiting;
}

Extensions &extensions()
{
    static Extensions all;
    return all;
}

const Registry &registry()
{
    if (!extensions().isStarted())
        extensions().start({});
    return extensions().registry();
}

} // namespace crm
#include "extensions.moc"
