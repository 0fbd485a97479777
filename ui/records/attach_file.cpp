#include "ui/records/attach_file.h"
#include "core/exchange/limited_buffer.h"
#include "core/exchange/stored_file.h"
#include "core/model/data_size.h"
#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QImage>
#include <QLocale>
#include <QMimeData>
#include <QSaveFile>
#include <QUrl>
#include <QtConcurrent>

namespace crm {
namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::AttachFile)
};

constexpr qint64 largestFile = qint64(1) << 30; ///< bytes; one backup holds them all
} // namespace

QFuture<Document> attachFile(Session &session, const QString &entity, const QString &path, const QVariantMap &values)
{
    return session.write([entity, path, values](Repository &r) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            throw Error(ErrorKind::Validation,
                        Tr::tr("The file %1 cannot be read: %2. Choose another one.").arg(path, file.errorString()));
        if (file.size() > largestFile)
            throw Error(ErrorKind::Validation,
                        Tr::tr("The file %1 has %2; at most %3 can be attached. Keep it where it "
                               "is, and write down the place.")
                            .arg(QFileInfo(path).fileName(), dataSize(file.size(), QLocale()),
                                 dataSize(largestFile, QLocale(), 0)));
        return storeFile(r, r.catalog()->at(entity), QFileInfo(path).fileName(), file, values);
    });
}

QStringList localFiles(const QMimeData *mime)
{
    QStringList paths;
    const QList<QUrl> urls = mime ? mime->urls() : QList<QUrl>();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

QFuture<PastedFiles> pastedFiles(const QMimeData *mime)
{
    const QStringList paths = localFiles(mime);
    const QImage picture =
        paths.isEmpty() && mime && mime->hasImage() ? qvariant_cast<QImage>(mime->imageData()) : QImage();
    if (picture.isNull())
        return QtFuture::makeReadyFuture(PastedFiles{paths});
    const QString name = Tr::tr("Picture %1.png", "name of a file; a date and a time")
                             .arg(QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH-mm-ss")));
    return QtConcurrent::run([picture, name] {
        const auto folder = std::make_shared<QTemporaryDir>();
        const QString path = folder->filePath(name);
        if (!picture.save(path, "PNG"))
            throw Error(ErrorKind::Validation,
                        Tr::tr("The picture cannot be written to a temporary file. Is the disk full?"));
        return PastedFiles{{path}, folder};
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

QFuture<QByteArray> readFile(Session &session, Id fileRecord, qint64 mostBytes)
{
    return session.read([fileRecord, mostBytes](Repository &r) {
        LimitedBuffer content(mostBytes);
        content.open(QIODevice::WriteOnly);
        try {
            r.readBlob(fileRecord, content);
        } catch (const Error &) {
            if (content.wasTooLong())
                throw Error(ErrorKind::Unsupported, Tr::tr("It is too large to look into. Save the file instead."));
            throw;
        }
        return content.data();
    });
}

} // namespace crm
