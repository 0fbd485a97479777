// Remembers, across a crash, which plugin was at work when the process died, and what people have turned off.
//
//     StartGuard guard(folder);
//     if (guard.lock()) { guard.mark("warehouse", "load"); load(); guard.unmark(); }
//
// One process at a time holds the lock, so a marker found under it was left by one that died. Thread: main.
#pragma once
#include "core/core_export.h"
#include <QHash>
#include <QLockFile>
#include <QSet>
#include <QString>
#include <chrono>
#include <memory>

namespace crm {

class StartGuard
{
public:
    /// @param folder made if need be; empty: nothing is kept.
    explicit StartGuard(const QString &folder);

    /// Waits for another process that is starting its plugins. False: it took too long, or the folder is not writable.
    /// Reads a marker that was left, and books the death.
    bool lock(std::chrono::milliseconds wait);
    void unlock();
    bool isLocked() const { return m_lock && m_lock->isLocked(); }

    void mark(const QString &id, const QString &stamp);
    void unmark();

    /// The stamp (of the file) that the plugin had when it died; empty: it has not.
    QString diedWith(const QString &id) const { return m_died.value(id); }
    bool isTurnedOff(const QString &id) const { return m_turnedOff.contains(id); }
    /// Turning on forgives a death. Throws Error(Denied) if it cannot be kept.
    void setTurnedOn(const QString &id, bool on);

private:
    void read();
    bool write() const;
    void bookDeath();
    QString m_folder;
    std::unique_ptr<QLockFile> m_lock;
    QHash<QString, QString> m_died; ///< id -> stamp
    QSet<QString> m_turnedOff;
};

} // namespace crm
