#include "ui/print/document_file_actions.h"
#include "core/exchange/file_name.h"
#include "core/exchange/paper.h"
#include "core/model/error.h"
#include "core/store/await.h"
#include "core/store/session.h"
#include "ui/print/into_folder.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/style/widgets.h"
#include <QCoreApplication>
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

void writeWhole(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        throw Error(ErrorKind::Validation,
                    Tr::tr("“%1” cannot be written: %2").arg(QFileInfo(path).fileName(), file.errorString()));
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
    const auto write = [key = kind.key](Repository &repository, const Document &document, const QString &path) {
        writeWhole(path, documentFile(repository, document, key));
    };
    saveIntoFolder(navigator, owner, entity, ids,
                   {kind.suffix, write, [](int n) { return Tr::tr("Saved: %n document(s)", nullptr, n); }});
}

} // namespace crm
