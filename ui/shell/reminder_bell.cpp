#include "ui/shell/reminder_bell.h"
#include "ui/records/list_panel.h"
#include "ui/records/quick_moments.h"
#include "ui/records/remind_dialog.h"
#include "ui/shell/commands.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page.h"
#include "ui/shell/reminder_popup.h"
#include "ui/shell/top_bar.h"
#include "ui/style/count_badge.h"
#include "ui/style/icons.h"
#include "ui/style/scale.h"
#include "ui/style/widgets.h"
#include <QGuiApplication>
#include <QPainter>
#include <QSettings>
#include <QSystemTrayIcon>

namespace crm {

namespace {
constexpr int mostShown = 99, trayMs = 30'000;
const QString systemKey = QStringLiteral("reminders/system");
} // namespace

ReminderBell::ReminderBell(Navigator &navigator, QWidget *parent)
    : QToolButton(parent)
    , m_navigator(navigator)
    , m_watch(new ReminderWatch(navigator.session(), this))
{
    setObjectName(QStringLiteral("reminderBell"));
    setIcon(crm::icon(QStringLiteral("bell")));
    setIconSize({scaled(20), scaled(20)});
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    connect(this, &QToolButton::clicked, this, &ReminderBell::popUp);
    connect(m_watch, &ReminderWatch::changed, this, &ReminderBell::showCount);
    connect(m_watch, &ReminderWatch::becameDue, this, &ReminderBell::notice);
    connect(m_watch, &ReminderWatch::failed, this, [this](const Error &e) { m_navigator.showError(e); });
    showCount();
}

void ReminderBell::setShortcutText(const QString &keys)
{
    m_keys = keys;
    showCount();
}

void ReminderBell::showCount()
{
    const int count = int(m_watch->due().size());
    const QString text = count == 0 ? tr("Reminders") : tr("Reminders: %n due", nullptr, count);
    setAccessibleName(text);
    setToolTip(m_keys.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, m_keys));
    update();
}

ReminderPopup *ReminderBell::popup() const { return m_popup; }

void ReminderBell::popUp()
{
    if (m_popup) {
        m_popup->close();
        return;
    }
    m_popup = new ReminderPopup(m_navigator, *m_watch, this);
    m_popup->openBelow(*this);
}

void ReminderBell::paintEvent(QPaintEvent *event)
{
    QToolButton::paintEvent(event);
    const qsizetype count = m_watch->due().size();
    if (count == 0)
        return;
    QPainter painter(this);
    paintCountBadge(&painter, rect(),
                    count > mostShown ? QStringLiteral("%1+").arg(mostShown) : QString::number(count));
}

bool ReminderBell::tellsSystem() { return QSettings().value(systemKey, true).toBool(); }

void ReminderBell::setTellsSystem(bool on) { QSettings().setValue(systemKey, on); }

void ReminderBell::notice(const QList<DueReminder> &reminders, bool missed)
{
    if (m_navigator.session().isSeeingAs() || isHidden())
        return; // it is somebody else who is reminded; or the office does not use them
    const DueReminder &first = reminders.constFirst();
    QString text;
    if (reminders.size() > 1)
        text = tr("%n reminder(s) are due", nullptr, int(reminders.size()));
    else if (missed)
        text = tr("Due since %1: %2").arg(nearMoment(first.when, m_navigator.format().locale), first.what);
    else
        text = first.parentTitle.isEmpty() ? first.what
                                           : QStringLiteral("%1 \u00b7 %2").arg(first.what, first.parentTitle);
    if (auto *toast = m_navigator.window()->findChild<Toast *>(QString(), Qt::FindDirectChildrenOnly)) {
        toast->show(text, tr("Show"), [self = QPointer<ReminderBell>(this)] {
            if (self && !self->m_popup)
                self->popUp();
        });
        toast->actionButton()->setIcon(crm::icon(QStringLiteral("bell")));
    }
    noticeOfSystem(text);
}

void ReminderBell::noticeOfSystem(const QString &text)
{
    if (!tellsSystem() || QGuiApplication::applicationState() == Qt::ApplicationActive ||
        !QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return;
    if (!m_tray) {
        m_tray = new QSystemTrayIcon(QIcon(QStringLiteral(":/icons/app.svg")), this);
        connect(m_tray, &QSystemTrayIcon::messageClicked, this, [this] {
            window()->raise();
            window()->activateWindow();
            if (!m_popup)
                popUp();
        });
    }
    m_tray->show();
    m_tray->showMessage(tr("Reminder"), text, QIcon(QStringLiteral(":/icons/app.svg")));
    QTimer::singleShot(trayMs, m_tray, &QSystemTrayIcon::hide); // no icon stays for nothing
}

ReminderBell *bellOf(const MainWindow &window)
{
    return window.topBar().findChild<ReminderBell *>(QStringLiteral("reminderBell"));
}

namespace {
/// The record of the page, or the current one of its list; else none.
RemindAbout aboutOf(MainWindow &window, const TabPage *page)
{
    if (!page)
        return {};
    const QStringList parts = page->key().split(u'/');
    if (parts.value(0) != QLatin1String("record")) {
        const auto *list = page->findChild<ListPanel *>();
        return list ? currentOf(*list) : RemindAbout();
    }
    return mayRemindOf(window.session(), parts.value(1))
               ? RemindAbout{parts.value(1), parts.value(2).toLongLong(), page->title()}
               : RemindAbout();
}
} // namespace

void addReminderCommands(Commands &commands, MainWindow &window, const std::function<TabPage *()> &page)
{
    if (!ReminderWatch::isOffered(window.session()))
        return;
    commands.add({QStringLiteral("go.reminders"),
                  CommandGroup::Go,
                  ReminderBell::tr("Show the reminders that are due"),
                  QStringLiteral("bell"),
                  {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R)},
                  [&window] {
                      if (ReminderBell *bell = bellOf(window))
                          bell->popUp();
                  }});
    if (mayRemind(window.session()))
        commands.add({QStringLiteral("record.remind"),
                      CommandGroup::Records,
                      ReminderBell::tr("Remind me... (of this record, or of anything)"),
                      QStringLiteral("bell"),
                      {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M)},
                      [&window, page] { remindMe(window, aboutOf(window, page())); }});
}

} // namespace crm
