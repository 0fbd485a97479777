// "Remind me...": what and when, of a record or of nothing in particular. Quick choices beside the moment.
//
//     remindMe(navigator, {"clients", id, tr("Romashka")});
//
// Thread: the window's.
#pragma once
#include "core/model/record.h"
#include "core/model/reminding.h"
#include "core/store/await.h"
#include "core/store/session.h"
#include "ui/ui_export.h"
#include <QDialog>

class QPushButton;
class QVBoxLayout;

namespace crm {

class Banner;
class ListPanel;
class Navigator;
class RecordField;

/// The record that a reminder hangs on; id 0: none.
struct RemindAbout
{
    QString entity = {};
    Id id = 0;
    QString title = {};
};

/// Whether records remind here, and this person may make such.
CRM_UI bool mayRemind(Session &session);
/// Whether records of this kind may have reminders.
CRM_UI bool mayRemindOf(Session &session, const QString &entity);

class CRM_UI RemindDialog : public QDialog
{
    Q_OBJECT
public:
    RemindDialog(Navigator &navigator, const RemindAbout &about, QWidget *parent);

    RecordField *what() const { return m_what; }
    RecordField *when() const { return m_when; }
    const QList<QPushButton *> &quickButtons() const { return m_quick; }
    void save(); ///< closes once it is stored

Q_SIGNALS:
    void saved();

private:
    void addQuickButtons(QVBoxLayout *box);

    Navigator &m_navigator;
    const Reminding m_how;
    std::shared_ptr<const Catalog> m_catalog;
    RemindAbout m_about;
    Banner *m_banner;
    RecordField *m_what, *m_when, *m_note;
    QList<QPushButton *> m_quick;
    QPushButton *m_save;
    Request m_request;
};

/// The current record of a list, if it may have reminders; else none.
CRM_UI RemindAbout currentOf(const ListPanel &list);
/// Opens the dialog over the window and returns at once; null where nothing reminds.
CRM_UI RemindDialog *remindMe(Navigator &navigator, const RemindAbout &about);

} // namespace crm
