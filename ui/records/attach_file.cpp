#include "ui/records/attach_file.h"
#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace crm {
namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::AttachFile)
};
} // namespace

QFuture<Document> attachFile(Session &session, const QString &entity, const QString &path, const QVariantMap &values)
{
    return session.write([entity, path, values](Repository &r) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            throw Error(ErrorKind::Validation,
                        Tr::tr("The file %1 cannot be read: %2. Choose another one.").arg(path, file.errorString()));
        const Entity &files = r.catalog()->at(entity);
        Document document{Record(files, newId())};
        for (auto it = values.cbegin(); it != values.cend(); ++it)
            document.set(it.key(), it.value());
        document.set(files.titleField(), QFileInfo(path).fileName());
        document.set(QStringLiteral("size"), file.size());
        document.set(QStringLiteral("hash"), QString::fromLatin1(r.addBlob(file)));
        return r.save(document, SaveKey::fresh()).document;
    });
}

QFuture<void> saveFileAs(Session &session, Id fileRecord, const QString &path)
{
    return session.read([fileRecord, path](Repository &r) {
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            throw Error(
                ErrorKind::Validation,
                Tr::tr("The file %1 cannot be written: %2. Choose another place.").arg(path, file.errorString()));
        r.readBlob(fileRecord, file);
        if (!file.commit())
            throw Error(
                ErrorKind::Validation,
                Tr::tr("The file %1 cannot be written: %2. Choose another place.").arg(path, file.errorString()));
    });
}

} // namespace crm
