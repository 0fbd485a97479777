// The bell in the top bar: how many reminders are due, and below it which. What becomes due is told by a message in the
// window and, while another program is in front, by the system, unless the person does not want that.
//
// Thread: the window's.
#pragma once
#include "ui/shell/reminder_watch.h"
#include <QPointer>
#include <QToolButton>

class QSystemTrayIcon;

namespace crm {

class Commands;
class MainWindow;
class Navigator;
class ReminderPopup;

class CRM_UI ReminderBell : public QToolButton
{
    Q_OBJECT
public:
    ReminderBell(Navigator &navigator, QWidget *parent);

    ReminderWatch &watch() const { return *m_watch; }
    ReminderPopup *popup() const; ///< null: it is closed
    void setShortcutText(const QString &keys);
    void popUp(); ///< again: closes it

    static bool tellsSystem(); ///< a setting of this computer
    static void setTellsSystem(bool on);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showCount();
    void notice(const QList<DueReminder> &reminders, bool missed);
    void noticeOfSystem(const QString &text);

    Navigator &m_navigator;
    ReminderWatch *m_watch;
    QPointer<ReminderPopup> m_popup;
    QPointer<QSystemTrayIcon> m_tray;
    QString m_keys;
};

/// The bell of a window; null: nothing reminds there.
CRM_UI ReminderBell *bellOf(const MainWindow &window);
/// Show what is due, "Remind me..." of the page one is on.
void addReminderCommands(Commands &commands, MainWindow &window, const std::function<class TabPage *()> &page);

} // namespace crm
