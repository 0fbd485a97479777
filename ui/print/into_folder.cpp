#include "ui/print/into_folder.h"
#include "core/exchange/file_name.h"
#include "core/exchange/paper.h"
#include "core/model/error.h"
#include "core/store/await.h"
#include "core/store/session.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include <QCoreApplication>
#include <QDir>
#include <QWidget>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::DocumentFiles)
};

struct Outcome
{
    int written = 0;
    QStringList refused; ///< a sentence each
};

/// Whatever the others are like: they can be written all the same.
bool isOfOneDocument(ErrorKind kind)
{
    return kind == ErrorKind::Validation || kind == ErrorKind::Corrupt || kind == ErrorKind::NotFound;
}

/// A path that is free in the folder, and fit for every system.
QString freeName(const QDir &folder, const QString &title, const QString &suffix)
{
    const QString base = fittingName(title);
    QString name = base + u'.' + suffix;
    for (int n = 2; folder.exists(name); ++n)
        name = QStringLiteral("%1 (%2).%3").arg(base, QString::number(n), suffix);
    return folder.filePath(name);
}

Outcome writeAll(Repository &repository, const QString &entity, const IdList &ids, const QDir &folder,
                 const FolderFiles &files)
{
    Outcome out;
    for (const Id id : ids) {
        QString title;
        try {
            const Document document = repository.load(entity, id);
            title = paperTitle(document);
            files.write(repository, document, freeName(folder, title, files.suffix));
            ++out.written;
        } catch (const Error &e) {
            if (!isOfOneDocument(e.kind()))
                throw;
            if (title.isEmpty())
                out.refused << Tr::tr("A document that was chosen: %1").arg(e.sentence());
            else
                out.refused << (e.sentence().contains(title) ? e.sentence()
                                                             : title + QStringLiteral(": ") + e.sentence());
        }
    }
    return out;
}

void tellRefused(QWidget *owner, const QStringList &refused)
{
    if (refused.isEmpty())
        return;
    constexpr qsizetype most = 10; // a window of them is no help
    QStringList shown = refused.mid(0, most);
    if (refused.size() > most)
        shown << Tr::tr("And %n more.", nullptr, int(refused.size() - most));
    Prompts::tell(owner, Tr::tr("Not all could be saved"), shown.join(QStringLiteral("\n\n")));
}
} // namespace

void saveIntoFolder(Navigator &navigator, QWidget *owner, const QString &entity, const IdList &ids,
                    const FolderFiles &files)
{
    const QString path = Prompts::folder(owner, Tr::tr("Where to put the documents?"));
    if (path.isEmpty() || ids.isEmpty())
        return;
    const QFuture<Outcome> work = navigator.session().read([entity, ids, path, files](Repository &repository) {
        return writeAll(repository, entity, ids, QDir(path), files);
    });
    await(
        owner, work,
        [&navigator, owner, saved = files.saved](const Outcome &out) {
            if (out.written > 0)
                navigator.toast(saved(out.written));
            tellRefused(owner, out.refused);
        },
        [&navigator](const Error &e) { navigator.showError(e); });
}

} // namespace crm
