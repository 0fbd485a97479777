#include "ui/records/attach_file.h"
#include "core/exchange/limited_buffer.h"
#include "core/exchange/stored_file.h"
#include "core/model/data_size.h"
#include "ui/shell/navigator.h"
#include "ui/shell/work_strip.h"
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
const QString pngFormat = QStringLiteral("image/png");
constexpr qint64 shownFrom = qint64(4) << 20; ///< bytes; what is smaller is stored before one could look

/// Says how much of it has been read, until the answer is no. It is read twice: see Repository::addBlob().
class WatchedFile : public QFile
{
public:
    WatchedFile(const QString &path, Progress progress)
        : QFile(path)
        , m_progress(std::move(progress))
    {}
    bool isCancelled() const { return m_cancelled; }

protected:
    qint64 readData(char *to, qint64 most) override
    {
        const qint64 count = m_cancelled ? -1 : QFile::readData(to, most);
        m_read += qMax<qint64>(0, count);
        m_cancelled = m_cancelled || (m_progress && !m_progress(m_read, 2 * size()));
        return count;
    }

private:
    const Progress m_progress;
    qint64 m_read = 0;
    bool m_cancelled = false;
};

Document store(Repository &repository, const QString &entity, WatchedFile &file, const QVariantMap &values)
{
    const QString name = QFileInfo(file.fileName()).fileName();
    try {
        return storeFile(repository, repository.catalog()->at(entity), name, file, values);
    } catch (const Error &) {
        if (file.isCancelled())
            throw Error(ErrorKind::Validation, Tr::tr("The file %1 was not attached: it was cancelled.").arg(name));
        throw;
    }
}
} // namespace

QFuture<Document> attachFile(Session &session, const QString &entity, const QString &path, const QVariantMap &values,
                             const Progress &progress)
{
    return session.write([entity, path, values, progress](Repository &r) {
        WatchedFile file(path, progress);
        if (!file.open(QIODevice::ReadOnly))
            throw Error(ErrorKind::Validation,
                        Tr::tr("The file %1 cannot be read: %2. Choose another one.").arg(path, file.errorString()));
        if (file.size() > largestFile)
            throw Error(ErrorKind::Validation,
                        Tr::tr("The file %1 has %2; at most %3 can be attached. Keep it where it "
                               "is, and write down the place.")
                            .arg(QFileInfo(path).fileName(), dataSize(file.size(), QLocale()),
                                 dataSize(largestFile, QLocale(), 0)));
        return store(r, entity, file, values);
    });
}

QFuture<Document> attachFile(Navigator &navigator, const QString &entity, const QString &path,
                             const QVariantMap &values)
{
    const QFileInfo file(path);
    if (file.size() < shownFrom || file.size() > largestFile)
        return attachFile(navigator.session(), entity, path, values);
    const auto work = LongWork::begin(Tr::tr("Attaching %1").arg(file.fileName()));
    WorkArea::follow(navigator, work);
    const QFuture<Document> stored = attachFile(navigator.session(), entity, path, values, work->progress());
    auto *watcher = new QFutureWatcher<Document>(&navigator.session()); // whoever asks may be gone by then
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, [work, watcher] {
        watcher->deleteLater();
        work->finish();
    });
    watcher->setFuture(stored);
    return stored;
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
    const bool mayBePicture = paths.isEmpty() && mime;
    // As another program has written it: decoding a large one here would hold the window for seconds.
    const QByteArray png = mayBePicture && mime->hasFormat(pngFormat) ? mime->data(pngFormat) : QByteArray();
    const bool written = png.startsWith("\x89PNG\r\n");
    const QImage picture =
        mayBePicture && !written && mime->hasImage() ? qvariant_cast<QImage>(mime->imageData()) : QImage();
    if (picture.isNull() && !written)
        return QtFuture::makeReadyFuture(PastedFiles{paths});
    const QString name = Tr::tr("Picture %1.png", "name of a file; a date and a time")
                             .arg(QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH-mm-ss")));
    return QtConcurrent::run([picture, png, written, name] {
        const auto folder = std::make_shared<QTemporaryDir>();
        const QString path = folder->filePath(name);
        QFile file(path);
        const bool stored = file.open(QIODevice::WriteOnly) &&
                            (written ? file.write(png) == png.size() && file.flush() : picture.save(&file, "PNG"));
        if (!stored)
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
