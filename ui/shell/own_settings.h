// What a person has arranged in a database follows them: a part of QSettings is kept in the database too, and comes
// from there at the next computer. On this computer each database has its own, so that two that are open side by side
// do not write over each other's.
//
//     QSettings().value(ownSetting("lists/clients/sort"));  // of the database and person of the window
//
//     auto *own = new OwnSettings(session, {{"lists/", "lists/"}, {"favourites", "window/ab12-7/favourites"}}, this);
//     connect(own, &OwnSettings::arrived, this, &MainWindow::fillPlaces);
//     own->store();                                         // at closing; by itself now and then
//
// Pages go on reading and writing QSettings, so nothing waits for the database. What is there is newer than what lies
// on this computer; of two windows at once the one that writes last counts. Without the right to keep settings, or
// without a connection, they stay on this computer. Who sees as somebody reads that person's, and writes nothing.
// Thread: the window's.
#pragma once
#include "core/store/await.h"
#include "ui/ui_export.h"
#include <QJsonObject>
#include <QObject>
#include <QTimer>

namespace crm {

class Session;

CRM_UI QString ownSettingsEntity();

/// What the window shows from now on, before anything in it reads: the settings are those of this database and person.
/// The first time they begin with what the whole computer shared before settings were kept apart.
CRM_UI void beginOwnSettings(const Session &session);
/// @returns where QSettings keep it: "window/ab12-7/lists/clients/sort"; as it is while no window has begun
CRM_UI QString ownSetting(const QString &key);

class CRM_UI OwnSettings : public QObject
{
    Q_OBJECT
public:
    /// A key of QSettings, or all that begin with it ("lists/"), and what it is called in the database.
    struct Part
    {
        QString name, local;
    };
    OwnSettings(Session &session, QList<Part> parts, QObject *parent);
    static QStringList groups(); ///< of QSettings, that are a person's own on every computer
    static QList<Part> parts();  ///< these groups, as they lie here for the window that has begun

    /// Writes what has changed since it was read or written last.
    void store();
    bool isSettled() const { return m_hasRead && !m_isWriting; }

Q_SIGNALS:
    void arrived(); ///< QSettings hold what the database had

private:
    void load();
    void take(const QJsonObject &there);
    QJsonObject here() const;

    Session &m_session;
    const QList<Part> m_parts;
    QJsonObject m_known; ///< as it is in the database
    QTimer m_timer;
    Request m_request;
    bool m_hasRead = false, m_isWriting = false, m_mayKeep = false;
};

} // namespace crm
