// What an administrator has set for everybody, as this window knows it: loaded in the background, followed when it
// changes, remembered for the next start so that nothing flickers.
//
// Thread: the window's. One window at a time: what is hidden is asked for by places that have no session at hand.
#pragma once
#include "core/model/record.h"
#include "core/store/await.h"
#include "ui/ui_export.h"
#include <QObject>

namespace crm {

class Entity;
class Session;

CRM_UI QString officeSettingsEntity();

class CRM_UI OfficeSettings : public QObject
{
    Q_OBJECT
public:
    OfficeSettings(Session &session, QObject *parent);

    QString name() const { return m_name; } ///< empty: none was set
    /// A list that the office does not use: on no sidebar, in no search, nowhere offered. Its data stays.
    static bool isHidden(const Entity &entity);
    /// Lists that can be switched off at all: not those that administrate the program.
    static bool mayHide(const Entity &entity);

Q_SIGNALS:
    void changed();

private:
    void load();
    void take(const QString &name, const QString &accent, const QString &hidden);

    Session &m_session;
    QString m_name, m_cacheKey;
    Request m_request;
};

} // namespace crm
