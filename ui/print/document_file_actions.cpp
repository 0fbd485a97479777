#include "ui/print/document_file_actions.h"
#include "core/exchange/file_name.h"
#include "core/exchange/paper.h"
#include "core/model/error.h"
#include "core/store/await.h"
#include "core/store/session.h"
#include "ui/print/paper_batch.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/style/widgets.h"
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QSaveFile>
#include <QToolButton>

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

void writeWhole(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        throw Error(ErrorKind::Validation,
                    Tr::tr("“%1” cannot be written: %2").arg(QFileInfo(path).fileName(), file.errorString()));
}

/// Whatever the others are like: they can be written all the same.
bool isOfOneDocument(ErrorKind kind)
{
    return kind == ErrorKind::Validation || kind == ErrorKind::Corrupt || kind == ErrorKind::NotFound;
}

Outcome writeAll(Repository &repository, const QString &entity, const IdList &ids, const QDir &folder,
                 const DocumentFile &kind)
{
    Outcome out;
    for (const Id id : ids) {
        QString title;
        try {
            const Document document = repository.load(entity, id);
            title = paperTitle(document);
            const QByteArray content = documentFile(repository, document, kind.key);
            writeWhole(freeName(folder, title, kind.suffix), content);
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
} // namespace

void addFileButtons(Navigator &navigator, QHBoxLayout *bar, QWidget *parent, const QString &entity,
                    const std::function<std::optional<Document>()> &record)
{
    const QList<DocumentFile> kinds = documentFiles(entity);
    for (const DocumentFile &kind : kinds) {
        auto *button = makeIconButton(QStringLiteral("file"), Tr::tr("Save as %1").arg(kind.title.text()), parent);
        QObject::connect(button, &QToolButton::clicked, parent, [&navigator, record, kind] {
            if (const std::optional<Document> now = record())
                saveDocumentFile(navigator, navigator.window(), *now, kind); // the buttons are made anew
        });
        bar->addWidget(button);
    }
}

void saveDocumentFile(Navigator &navigator, QWidget *owner, const Document &document, const DocumentFile &kind)
{
    const QString entity = document.entity().key(), name = paperTitle(document);
    const QFuture<QByteArray> work =
        navigator.session().read([entity, id = document.id(), key = kind.key](Repository &repository) {
            return documentFile(repository, repository.load(entity, id), key);
        });
    const auto save = [&navigator, owner, name, kind](const QByteArray &content) {
        QString path = Prompts::saveFile(owner, Tr::tr("Save as %1").arg(kind.title.text()),
                                         fittingName(name) + u'.' + kind.suffix,
                                         Tr::tr("%1 (%2)").arg(kind.title.text(), QStringLiteral("*.") + kind.suffix));
        if (path.isEmpty())
            return;
        if (QFileInfo(path).suffix().isEmpty())
            path += u'.' + kind.suffix;
        try {
            writeWhole(path, content);
            navigator.toast(Tr::tr("Saved: %1").arg(QFileInfo(path).fileName()));
        } catch (const Error &e) {
            navigator.showError(e);
        }
    };
    await(owner, work, save, [&navigator](const Error &e) { navigator.showError(e); });
}

void saveDocumentFiles(Navigator &navigator, QWidget *owner, const QString &entity, const IdList &ids,
                       const DocumentFile &kind)
{
    const QString path = Prompts::folder(owner, Tr::tr("Where to put the documents?"));
    if (path.isEmpty() || ids.isEmpty())
        return;
    const QFuture<Outcome> work = navigator.session().read([entity, ids, path, kind](Repository &repository) {
        return writeAll(repository, entity, ids, QDir(path), kind);
    });
    await(
        owner, work,
        [&navigator, owner](const Outcome &out) {
            if (out.written > 0)
                navigator.toast(Tr::tr("Saved: %n document(s)", nullptr, out.written));
            if (out.refused.isEmpty())
                return;
            constexpr qsizetype most = 10; // a window of them is no help
            QStringList shown = out.refused.mid(0, most);
            if (out.refused.size() > most)
                shown << Tr::tr("And %n more.", nullptr, int(out.refused.size() - most));
            Prompts::tell(owner, Tr::tr("Not all could be saved"), shown.join(QStringLiteral("\n\n")));
        },
        [&navigator](const Error &e) { navigator.showError(e); });
}

} // namespace crm
