#include "ui/print/paper_batch.h"
#include "core/exchange/file_name.h"
#include "core/exchange/paper.h"
#include "core/store/await.h"
#include "core/store/session.h"
#include "ui/print/paper_dialog.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include <QCoreApplication>
#include <QDir>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::PaperBatch)
};

int writeAll(Repository &repository, const QString &entity, const IdList &ids, const QDir &folder,
             const QLocale &locale)
{
    PaperOptions options;
    options.locale = locale;
    int written = 0;
    for (const Id id : ids) {
        const QString title = paperTitle(repository.load(entity, id));
        writePdf(paperHtml(repository, entity, id, options), title, freeName(folder, title, QStringLiteral("pdf")));
        ++written;
    }
    return written;
}
} // namespace

QString freeName(const QDir &folder, const QString &title, const QString &suffix)
{
    const QString base = fittingName(title);
    QString name = base + u'.' + suffix;
    for (int n = 2; folder.exists(name); ++n)
        name = QStringLiteral("%1 (%2).%3").arg(base, QString::number(n), suffix);
    return folder.filePath(name);
}

void savePapers(Navigator &navigator, QWidget *owner, const QString &entity, const IdList &ids)
{
    const QString path = Prompts::folder(owner, Tr::tr("Where to put the documents?"));
    if (path.isEmpty() || ids.isEmpty())
        return;
    const QLocale locale = navigator.format().locale;
    const QFuture<int> work = navigator.session().read(
        [=](Repository &repository) { return writeAll(repository, entity, ids, QDir(path), locale); });
    await(
        owner, work, [&navigator](int count) { navigator.toast(Tr::tr("Saved as PDF: %n", nullptr, count)); },
        [&navigator](const Error &e) { navigator.showError(e); });
}

} // namespace crm
