#include "core/exchange/document_files.h"
#include "core/exchange/paper.h"
#include "core/model/beside_entity.h"
#include "core/model/error.h"
#include <QCoreApplication>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::DocumentFiles)
};

BesideEntity<QList<DocumentFile>> &files()
{
    static BesideEntity<QList<DocumentFile>> all;
    return all;
}
} // namespace

void leavesAsFile(const QString &entity, const DocumentFile &file)
{
    QList<DocumentFile> all = files().of(entity);
    all.removeIf([&](const DocumentFile &other) { return other.key == file.key; });
    all.append(file);
    files().set(entity, all);
}

QList<DocumentFile> documentFiles(const QString &entity) { return files().of(entity); }

QByteArray documentFile(Repository &repository, const Document &document, const QString &key)
{
    const QList<DocumentFile> all = documentFiles(document.entity().key());
    const auto found = std::find_if(all.begin(), all.end(), [&](const DocumentFile &f) { return f.key == key; });
    if (found == all.end())
        throw Error(ErrorKind::Validation, Tr::tr("There is no file “%1” of these documents.").arg(key));
    QStringList gaps;
    const QByteArray content = found->write(repository, document, gaps);
    if (!gaps.isEmpty())
        throw Error(ErrorKind::Validation,
                    Tr::tr("%1, %2: not written yet. It lacks: %3.")
                        .arg(paperTitle(document), found->title.text(), gaps.join(QStringLiteral("; "))));
    return content;
}

} // namespace crm
