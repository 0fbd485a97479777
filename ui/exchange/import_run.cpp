#include "ui/exchange/import_run.h"
#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace crm {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::ImportRun)
};

struct Step
{
    bool more = false;
    ImportReport report; ///< when there is no more
};

/// It may have gone since it was looked at.
void open(QFile &file, QIODevice::OpenMode mode)
{
    if (!file.open(mode))
        throw Error(
            ErrorKind::Denied,
            Tr::tr("“%1” cannot be opened: %2.").arg(QDir::toNativeSeparators(file.fileName()), file.errorString()));
}

} // namespace

struct ImportRunner::State
{
    QFile file, refused;
    ImportOptions options;
    Importer::Mode mode = Importer::Try;
    Progress progress;
    std::unique_ptr<Importer> importer;

    Step step(Repository &repository)
    {
        if (!importer) {
            open(file, QIODevice::ReadOnly);
            if (!refused.fileName().isEmpty())
                open(refused, QIODevice::WriteOnly | QIODevice::Truncate);
            importer = std::make_unique<Importer>(repository, file, options);
            importer->begin(mode, refused.isOpen() ? &refused : nullptr);
        }
        if (importer->step(progress))
            return {true, {}};
        refused.close();
        return {false, importer->report()};
    }
};

ImportRunner::ImportRunner(Session &session, const QString &path, const ImportOptions &options, Importer::Mode mode,
                           std::shared_ptr<LongWork> work, const QString &refused)
    : QObject(&session)
    , m_session(session)
    , m_state(std::make_shared<State>())
    , m_work(std::move(work))
{
    m_state->file.setFileName(path);
    m_state->refused.setFileName(refused);
    m_state->options = options;
    m_state->mode = mode;
    m_state->progress = m_work->progress();
}

void ImportRunner::step()
{
    auto *watcher = new QFutureWatcher<Step>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        QFuture<Step> answer = watcher->future();
        try {
            answer.waitForFinished(); // has finished; throws what the worker threw
            const Step now = answer.result();
            if (now.more) {
                step();
                return;
            }
            m_work->finish();
            Q_EMIT done(now.report);
        } catch (const Error &error) {
            m_work->finish();
            Q_EMIT failed(error);
        }
        deleteLater();
    });
    watcher->setFuture(m_session.write([state = m_state](Repository &repository) { return state->step(repository); }));
}

} // namespace crm
