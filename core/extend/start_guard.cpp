#include "core/extend/start_guard.h"
#include "core/model/error.h"
#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace crm {
namespace {
QJsonObject readObject(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}
QString markerPath(const QString &folder) { return folder + QStringLiteral("/plugin-starting.json"); }
QString statePath(const QString &folder) { return folder + QStringLiteral("/plugins.json"); }
} // namespace

StartGuard::StartGuard(const QString &folder)
    : m_folder(folder)
{
    if (!folder.isEmpty())
        read();
}

bool StartGuard::lock(std::chrono::milliseconds wait)
{
    if (m_folder.isEmpty() || !QDir().mkpath(m_folder))
        return false;
    if (!m_lock) {
        m_lock = std::make_unique<QLockFile>(m_folder + QStringLiteral("/plugins.lock"));
        m_lock->setStaleLockTime(0); // held only while plugins start; a holder that is alive is never stale
    }
    if (!m_lock->tryLock(int(wait.count())))
        return false;
    read();
    bookDeath();
    return true;
}

void StartGuard::unlock()
{
    if (m_lock)
        m_lock->unlock();
}

void StartGuard::mark(const QString &id, const QString &stamp)
{
    QFile file(markerPath(m_folder));
    if (!isLocked() || !file.open(QIODevice::WriteOnly))
        return; // unguarded is better than not at all: a folder that cannot be written to is no fault of the plugin
    file.write(QJsonDocument(QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("stamp"), stamp}}).toJson());
}

void StartGuard::unmark()
{
    if (isLocked())
        QFile::remove(markerPath(m_folder));
}

void StartGuard::setTurnedOn(const QString &id, bool on)
{
    if (on) {
        m_turnedOff.remove(id);
        m_died.remove(id);
    } else {
        m_turnedOff.insert(id);
    }
    if (m_folder.isEmpty() || !QDir().mkpath(m_folder) || !write())
        throw Error(
            ErrorKind::Denied,
            QCoreApplication::translate("crm::Extensions", "The setting could not be kept: \"%1\" cannot be written.")
                .arg(QDir::toNativeSeparators(statePath(m_folder))));
}

void StartGuard::read()
{
    const QJsonObject state = readObject(statePath(m_folder));
    m_died.clear();
    m_turnedOff.clear();
    const QJsonObject died = state.value(u"died").toObject();
    for (auto it = died.begin(); it != died.end(); ++it)
        m_died.insert(it.key(), it.value().toString());
    for (const QJsonValue &id : state.value(u"turnedOff").toArray())
        m_turnedOff.insert(id.toString());
}

bool StartGuard::write() const
{
    QJsonObject died;
    for (auto it = m_died.begin(); it != m_died.end(); ++it)
        died.insert(it.key(), it.value());
    QStringList off(m_turnedOff.begin(), m_turnedOff.end());
    off.sort();
    QSaveFile file(statePath(m_folder));
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write(QJsonDocument(QJsonObject{{QStringLiteral("died"), died},
                                         {QStringLiteral("turnedOff"), QJsonArray::fromStringList(off)}})
                   .toJson());
    return file.commit();
}

void StartGuard::bookDeath()
{
    const QString id = readObject(markerPath(m_folder)).value(u"id").toString();
    if (id.isEmpty())
        return;
    m_died.insert(id, readObject(markerPath(m_folder)).value(u"stamp").toString());
    if (write())
        QFile::remove(markerPath(m_folder));
}

} // namespace crm
