#include "core/store/file_checks.h"
#include "core/model/error.h"
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>
#include <QtEndian>
#include <sqlite3.h>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::LocalFile)
};

constexpr int headerSize = 100; // https://www.sqlite.org/fileformat.html#the_database_header

void refuseNetworkPlace(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    const QString type = QString::fromLatin1(QStorageInfo(folder).fileSystemType());
    if (isNetworkPlace(QFileInfo(path).absoluteFilePath(), type)) {
        throw Error(
            ErrorKind::Unsupported,
            Tr::tr("“%1” lies on a network share (%2). A local database is damaged there as soon as two programs "
                   "use it. Copy the file to this computer, or use a server for several people.")
                .arg(QDir::toNativeSeparators(path), type));
    }
}

struct FileHead
{
    QByteArray bytes; ///< empty: it cannot be read
    qint64 size = 0;
    QString fault;
};

/// Through SQLite's own file layer. Were the file opened and closed by any other means, the system would take away the
/// locks that this program's connections hold on it
/// (https://www.sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_); another
/// program would then take itself for the last one and remove the journal that is being written to.
FileHead headOf(const QString &path)
{
    FileHead out;
    sqlite3 *db = nullptr;
    sqlite3_file *file = nullptr;
    const int opened = sqlite3_open_v2(path.toUtf8().constData(), &db, SQLITE_OPEN_READONLY, nullptr);
    if (opened == SQLITE_OK && sqlite3_file_control(db, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK &&
        file && file->pMethods) {
        sqlite3_int64 size = 0;
        file->pMethods->xFileSize(file, &size);
        QByteArray head(std::min<qint64>(size, headerSize), '\0');
        if (file->pMethods->xRead(file, head.data(), int(head.size()), 0) == SQLITE_OK) {
            out.bytes = head;
            out.size = size;
        }
    }
    if (out.bytes.isEmpty())
        out.fault = QString::fromUtf8(db ? sqlite3_errmsg(db) : sqlite3_errstr(opened));
    sqlite3_close(db);
    return out;
}

[[noreturn]] void cutShort(const QString &path, qint64 expected, qint64 size)
{
    throw Error(ErrorKind::Corrupt,
                Tr::tr("“%1” is cut short: it should be at least %2 bytes long, but has %3. Restore it from a backup.")
                    .arg(QDir::toNativeSeparators(path))
                    .arg(expected)
                    .arg(size));
}
} // namespace

bool isDiskFull(const QString &path)
{
    const QStorageInfo disk(QFileInfo(path).absolutePath());
    return disk.isValid() && disk.isReady() && !disk.isReadOnly() && disk.bytesAvailable() < qint64(64) * 1024;
}

bool isNetworkPlace(const QString &path, const QString &fileSystemType)
{
    static const QStringList remote = {
        QStringLiteral("nfs"),    QStringLiteral("nfs4"),       QStringLiteral("cifs"),      QStringLiteral("smb"),
        QStringLiteral("smb2"),   QStringLiteral("smb3"),       QStringLiteral("smbfs"),     QStringLiteral("afpfs"),
        QStringLiteral("webdav"), QStringLiteral("fuse.sshfs"), QStringLiteral("davfs"),     QStringLiteral("ncpfs"),
        QStringLiteral("afs"),    QStringLiteral("ceph"),       QStringLiteral("fuse.davfs")};
    return remote.contains(fileSystemType.toLower()) || path.startsWith(QLatin1String("//")) ||
           path.startsWith(QLatin1String("\\\\"));
}

void checkLocalFile(const QString &path)
{
    const QString shown = QDir::toNativeSeparators(path);
    const QFileInfo info(path);
    if (!info.exists())
        throw Error(ErrorKind::NotFound, Tr::tr("There is no file “%1”.").arg(shown));
    if (!info.isFile())
        throw Error(ErrorKind::Unsupported, Tr::tr("“%1” is a folder, not a database file.").arg(shown));
    refuseNetworkPlace(path);
    if (!info.isReadable())
        throw Error(ErrorKind::Denied, Tr::tr("“%1” may not be read. Ask for the right to read it.").arg(shown));
    const FileHead head = headOf(path);
    if (head.bytes.isEmpty() && info.size() > 0)
        throw Error(ErrorKind::Denied, Tr::tr("“%1” cannot be read: %2.").arg(shown, head.fault));
    const QByteArray &header = head.bytes;
    if (header.size() < headerSize || !header.startsWith(QByteArrayLiteral("SQLite format 3\0")))
        throw Error(ErrorKind::Corrupt, Tr::tr("“%1” is not a database of this program.").arg(shown));
    const auto *bytes = reinterpret_cast<const uchar *>(header.constData());
    const int pageSize = qFromBigEndian<quint16>(bytes + 16) == 1 ? 65536 : qFromBigEndian<quint16>(bytes + 16);
    const qint64 pages = qFromBigEndian<quint32>(bytes + 28);
    // The page count in the header only holds if it was written together with the change counter.
    const bool countHolds = qFromBigEndian<quint32>(bytes + 24) == qFromBigEndian<quint32>(bytes + 92);
    const bool walPending = QFileInfo(path + QStringLiteral("-wal")).size() > 0;
    if (countHolds && !walPending && pages * pageSize > head.size)
        cutShort(path, pages * pageSize, head.size);
    if (qFromBigEndian<quint32>(bytes + 68) != quint32(sqliteApplicationId) && !walPending)
        throw Error(ErrorKind::Unsupported, Tr::tr("“%1” is a database of another program.").arg(shown));
}

void checkNewLocalFile(const QString &path)
{
    const QString shown = QDir::toNativeSeparators(path);
    const QFileInfo info(path);
    if (info.exists())
        throw Error(ErrorKind::Validation, Tr::tr("“%1” exists already. Choose another name.").arg(shown));
    if (!info.absoluteDir().exists()) {
        throw Error(ErrorKind::NotFound, Tr::tr("There is no folder “%1”. Make it first or choose another.")
                                             .arg(QDir::toNativeSeparators(info.absolutePath())));
    }
    refuseNetworkPlace(path);
}

} // namespace crm
