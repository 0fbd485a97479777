// The list below the bell: what is due, on which record; open it, done, put it off. Everything by keyboard: arrows,
// Enter opens, Space is done, the right arrow puts off, Ins makes a new one; several rows at once.
//
// Thread: the window's.
#pragma once
#include "ui/shell/reminder_watch.h"
#include <QFrame>

class QLabel;
class QListWidget;
class QMenu;
class QPushButton;
class QStackedWidget;

namespace crm {

class EmptyState;
class Navigator;

class CRM_UI ReminderPopup : public QFrame
{
    Q_OBJECT
public:
    ReminderPopup(Navigator &navigator, ReminderWatch &watch, QWidget *parent);

    void openBelow(const QWidget &anchor);
    QListWidget *list() const { return m_list; }
    QMenu *snoozeMenu() const { return m_snoozeMenu; }
    void openChosen(); ///< the record that it is about; the reminder itself where there is none
    void finishChosen();
    void snoozeChosen(const QDateTime &until);
    void createNew();
    void openAll();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void fill();
    void fillSnoozeMenu();
    void showState();
    IdList chosen() const;

    Navigator &m_navigator;
    ReminderWatch &m_watch;
    QListWidget *m_list;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QLabel *m_next;
    QMenu *m_snoozeMenu;
    QPushButton *m_open, *m_done, *m_snooze;
};

} // namespace crm
