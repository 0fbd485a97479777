// "See as Anna" in the window: whom an administrator may see as, and the key of Navigator::openKey() that does it.
//
//     navigator.openKey(seeAsKey(anna));
//
// Thread: the window's.
#pragma once
#include "core/store/await.h"
#include "core/store/session.h"
#include "ui/ui_export.h"
#include <QObject>

class QPushButton;
class QWidget;

namespace crm {

class Navigator;

/// "see-as/42"; of nobody: what all of them begin with.
CRM_UI QString seeAsKey(Id person);
/// True for administrators who see as themselves.
CRM_UI bool maySeeAs(const Session &session);

/// Opens a menu of the people, but oneself; hidden from who may see as nobody.
/// @param people asked each time, on a living parent
CRM_UI QPushButton *makeSeeAsButton(Navigator &navigator, std::function<QList<Option>()> people, QWidget *parent);

/// The active people besides oneself, for the command palette.
class CRM_UI SeeablePeople : public QObject
{
    Q_OBJECT
public:
    SeeablePeople(Session &session, QObject *parent);

    /// Asks for them, if one may see as somebody at all.
    void load();
    const QList<Option> &people() const { return m_people; }

Q_SIGNALS:
    void arrived();

private:
    Session &m_session;
    QList<Option> m_people;
    Request m_request;
};

} // namespace crm
