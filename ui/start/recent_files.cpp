#include "ui/start/recent_files.h"
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace crm {
namespace {

constexpr int mostFiles = 8;
constexpr char filesKey[] = "recent/files";
const QString serverMark = QStringLiteral("server:");

void putFirst(const QString &entry)
{
    QStringList entries = recentFiles();
    entries.removeAll(entry);
    entries.prepend(entry);
    QSettings().setValue(QLatin1String(filesKey), QStringList(entries.mid(0, mostFiles)));
}

QString loginKey(const QString &path)
{
    const QByteArray name = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha1).toHex().left(16);
    return QStringLiteral("recent/login/") + QString::fromLatin1(name);
}

} // namespace

QStringList recentFiles() { return QSettings().value(QLatin1String(filesKey)).toStringList(); }

void rememberFile(const QString &path) { putFirst(QFileInfo(path).absoluteFilePath()); }

void rememberServer(const QString &profile) { putFirst(serverMark + profile); }

QString recentProfile(const QString &entry)
{
    return entry.startsWith(serverMark) ? entry.mid(serverMark.size()) : QString();
}

void forgetFile(const QString &path)
{
    QStringList files = recentFiles();
    files.removeAll(path);
    QSettings().setValue(QLatin1String(filesKey), files);
}

QString lastLogin(const QString &path)
{
    return QSettings().value(loginKey(QFileInfo(path).absoluteFilePath())).toString();
}

void rememberLogin(const QString &path, const QString &login)
{
    QSettings().setValue(loginKey(QFileInfo(path).absoluteFilePath()), login);
}

QString suggestedFile(const QString &name)
{
    // Some systems name a folder of documents that nobody has made.
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QFileInfo documents(folder);
    const QDir dir(!folder.isEmpty() && documents.isDir() && documents.isWritable() ? folder : QDir::homePath());
    for (int i = 1;; ++i) {
        const QString path =
            dir.filePath(i == 1 ? name + QStringLiteral(".mycrm") : QStringLiteral("%1 %2.mycrm").arg(name).arg(i));
        if (!QFileInfo::exists(path))
            return path;
    }
}

} // namespace crm
