#include "ui/exchange/export_run.h"
#include "core/store/session.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/shell/work_strip.h"
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace crm {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::ExportRun)
};

QString filterOf(ExportOptions::Format format)
{
    const QString suffix = exportSuffix(format);
    return QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix);
}

/// Page by page over the session's readers, so that lists are read meanwhile.
class ExportRunner : public QObject
{
public:
    ExportRunner(Navigator &navigator, const ExportRequest &request, const QString &path,
                 std::shared_ptr<LongWork> work)
        : QObject(&navigator.session())
        , m_navigator(navigator)
        , m_state(std::make_shared<State>(path, request))
        , m_work(std::move(work))
    {
        m_state->progress = m_work->progress();
    }

    void step()
    {
        auto *watcher = new QFutureWatcher<bool>(this);
        connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
            watcher->deleteLater();
            QFuture<bool> answer = watcher->future();
            try {
                answer.waitForFinished(); // has finished; throws what the worker threw
                if (answer.result())
                    return step();
                tell();
            } catch (const Error &error) {
                tell(error);
            }
            deleteLater();
        });
        watcher->setFuture(m_navigator.session().read([state = m_state](Repository &r) { return state->step(r); }));
    }

private:
    struct State
    {
        State(const QString &path, const ExportRequest &request)
            : file(path)
            , exporter(request.query, file, request.options)
        {}
        Error cannot() const
        {
            return Error(ErrorKind::Denied, Tr::tr("“%1” cannot be written: %2.")
                                                .arg(QDir::toNativeSeparators(file.fileName()), file.errorString()));
        }
        bool step(Repository &repository)
        {
            if (!file.isOpen() && !file.open(QIODevice::WriteOnly))
                throw cannot();
            if (exporter.step(repository, progress))
                return true;
            if (!file.commit()) // not before: a cut-off export leaves what was there
                throw cannot();
            return false;
        }
        QSaveFile file;
        Exporter exporter;
        Progress progress;
    };

    void tell()
    {
        m_work->finish();
        m_navigator.toast(Tr::tr("%n row(s) exported to %1", nullptr, int(m_state->exporter.rows()))
                              .arg(QDir::toNativeSeparators(m_state->file.fileName())));
    }
    void tell(const Error &error)
    {
        m_work->finish();
        if (error.kind() == ErrorKind::Cancelled)
            m_navigator.toast(Tr::tr("The export was cancelled; no file was written."));
        else
            m_navigator.showError(error);
    }

    Navigator &m_navigator;
    std::shared_ptr<State> m_state; ///< used on one reader at a time
    std::shared_ptr<LongWork> m_work;
};

} // namespace

void startExport(Navigator &navigator, QWidget *owner, const ExportRequest &request)
{
    const QString name = navigator.session().catalog()->at(request.query.entity).many().text();
    const QString suffix = exportSuffix(request.options.format);
    QString path = Prompts::saveFile(owner, Tr::tr("Export: %1").arg(name), name + u'.' + suffix,
                                     filterOf(request.options.format));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += u'.' + suffix;
    const auto work = LongWork::begin(Tr::tr("Export of %1").arg(name));
    WorkArea::follow(navigator, work);
    (new ExportRunner(navigator, request, path, work))->step();
}

} // namespace crm
