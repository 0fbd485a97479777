#include "ui/shell/tour.h"
#include "core/extend/extensions.h"
#include "ui/extend/ui_registry.h"
#include "ui/records/file_preview.h"
#include "ui/records/pages.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/palette.h"
#include "ui/shell/prompts.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/stall_watch.h"
#include "ui/shell/start_time.h"
#include "ui/shell/tab_area.h"
#include "ui/shell/top_bar.h"
#include "ui/start/busy_page.h"
#include "ui/start/connect_page.h"
#include "ui/start/new_office_page.h"
#include "ui/start/setup_page.h"
#include "ui/start/sign_in_page.h"
#include "ui/start/start_window.h"
#include "ui/start/welcome_page.h"
#include <QApplication>
#include <QCheckBox>
#include <QCoreApplication>
#include <QDialog>
#include <QDir>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QMenu>
#include <QPixmap>
#include <QTimer>

namespace crm {
namespace {

constexpr int longestWaitMs = 10000;
constexpr int backgroundMs = 350; ///< what follows the rows: counts and sums of a list, rules of a new record

void settleEvents()
{
    // Layouts, polishing and deferred deletes each post further events.
    for (int i = 0; i < 3; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
    }
}

/// No event begins it, so it is named to the watch.
void open(const QString &what, const std::function<void()> &run)
{
    const StallWatch::Step step(what);
    run();
}

} // namespace

Tour::Tour(std::shared_ptr<Session> session, TourOptions options)
    : m_session(std::move(session))
    , m_options(std::move(options))
{
    if (m_options.languages.isEmpty())
        m_options.languages = languages();
    if (m_options.themes.isEmpty())
        m_options.themes = {ThemeMode::Light, ThemeMode::Dark};
    if (m_options.sizes.isEmpty())
        m_options.sizes = {QSize(1280, 800), QSize(1920, 1080)};
}

int Tour::run()
{
    QApplication::setCursorFlashTime(0);
    const Appearance before = appearance();
    const QString spoken = currentLanguage();
    for (const QString &language : std::as_const(m_options.languages)) {
        switchLook([&] { setLanguage(language); });
        for (const ThemeMode theme : std::as_const(m_options.themes)) {
            Appearance look = before;
            look.theme = theme;
            switchLook([&] { applyAppearance(look); });
            for (const QSize &size : std::as_const(m_options.sizes)) {
                m_folder = QStringLiteral("%1/%2-%3-%4x%5")
                               .arg(m_options.folder, language,
                                    theme == ThemeMode::Dark ? QStringLiteral("dark") : QStringLiteral("light"))
                               .arg(size.width())
                               .arg(size.height());
                if (!QDir().mkpath(m_folder))
                    throw Error(ErrorKind::Denied,
                                QCoreApplication::translate("crm::Tour", "The folder \u201c%1\u201d cannot be made.")
                                    .arg(m_folder));
                walk(size);
            }
        }
    }
    switchLook([&] {
        setLanguage(spoken);
        applyAppearance(before);
    });
    return m_taken;
}

void Tour::switchLook(const std::function<void()> &change)
{
    const StallWatch::Apart apart;
    change();
    m_longestSwitchMs = qMax(m_longestSwitchMs, apart.ms());
}

QStringList Tour::smoothness() const
{
    const StallWatch *watch = StallWatch::ofApplication();
    if (!watch)
        return {};
    QStringList lines{QCoreApplication::translate("crm::Tour",
                                                  "The window stood still %1 times for 16 ms or more, %2 times for 50 "
                                                  "ms or more; at most %3 ms. Switching theme or language took at "
                                                  "most %4 ms. Memory: %5 MB.")
                          .arg(watch->felt())
                          .arg(watch->bad())
                          .arg(watch->longestMs(), 0, 'f', 0)
                          .arg(m_longestSwitchMs, 0, 'f', 0)
                          .arg(residentMegabytes(), 0, 'f', 0)};
    for (const Stall &stall : watch->worst())
        lines.append(
            QStringLiteral("%1 ms  %2 x  %3").arg(stall.longestMs, 6, 'f', 0).arg(stall.times, 4).arg(stall.place));
    return lines;
}

void Tour::walk(const QSize &size)
{
    m_number = 0;
    walkStart(size);
    walkMain(size);
}

bool Tour::wanted(const QString &name) const { return m_options.only.isEmpty() || name.contains(m_options.only); }

void Tour::waitFor(const std::function<bool()> &ready, const QString &name)
{
    QElapsedTimer clock;
    clock.start();
    while (!ready()) {
        if (clock.elapsed() > longestWaitMs) {
            m_late.append(name);
            return;
        }
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
    }
}

void Tour::linger()
{
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < backgroundMs)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
}

void Tour::take(QWidget &window, const QString &name)
{
    ++m_number;
    settleEvents();
    const QString file = QStringLiteral("%1/%2-%3.png").arg(m_folder).arg(m_number, 2, 10, QLatin1Char('0')).arg(name);
    const StallWatch::Apart apart;
    if (!window.grab().save(file))
        throw Error(
            ErrorKind::Denied,
            QCoreApplication::translate("crm::Tour", "The picture \u201c%1\u201d cannot be written.").arg(file));
    ++m_taken;
}

/// Pages that lead to a server, as they look without one.
void Tour::walkServer(StartWindow &window, const Picture &picture)
{
    picture(QStringLiteral("connect"), [&] { window.showConnect(); });
    picture(QStringLiteral("connect-faults"), [&] {
        window.showConnect();
        ConnectPage &page = window.connectPage();
        page.hostEdit()->setText(QStringLiteral("http://crm"));
        page.caEdit()->setText(QStringLiteral("/nowhere/ca.pem"));
        page.findChild<QCheckBox *>(QStringLiteral("plainBox"))->setChecked(true);
        page.connectButton()->click();
    });
    picture(QStringLiteral("new-office"),
            [&] { window.showNewOffice(AddressPart::host(QStringLiteral("crm.example.com"))); });
}

void Tour::walkStart(const QSize &size)
{
    StartWindow window(registry());
    window.resize(size);
    window.show();
    const auto picture = [&](const QString &name, const std::function<void()> &prepare) {
        if (!wanted(name))
            return;
        prepare();
        take(window, name);
    };
    picture(QStringLiteral("welcome"), [&] { window.showWelcome(); });
    picture(QStringLiteral("welcome-fault"), [&] {
        window.showWelcome(
            QCoreApplication::translate("crm::Tour", "\u201coffice.mycrm\u201d is no database of this program."));
    });
    picture(QStringLiteral("setup"), [&] { window.showSetup(); });
    picture(QStringLiteral("setup-faults"), [&] {
        window.showSetup();
        window.setup().pathEdit()->clear();
        window.setup().passwordEdit()->setText(QStringLiteral("secret"));
        window.setup().button()->click();
    });
    picture(QStringLiteral("sign-in"), [&] { window.showSignIn(m_session->target(), QStringLiteral("admin")); });
    picture(QStringLiteral("sign-in-fault"), [&] {
        window.showSignIn(m_session->target(), QStringLiteral("admin"));
        window.signIn().showFault(Error(
            ErrorKind::Denied, QCoreApplication::translate(
                                   "crm::People", "Too many wrong passwords. Try again in %n second(s).", nullptr, 8)));
    });
    walkServer(window, picture);
    picture(QStringLiteral("busy"), [&] {
        window.showBusy(QCoreApplication::translate("crm::Program", "Making the demo"),
                        QCoreApplication::translate(
                            "crm::Program", "Clients, orders and tasks of a small company. This takes a few seconds."),
                        true);
        window.busy().setProgress(42, 100);
    });
}

void Tour::walkMain(const QSize &size)
{
    auto step = std::make_optional<StallWatch::Step>(QStringLiteral("main window"));
    MainWindow window(m_session);
    window.resize(size);
    window.show();
    step.reset();
    const auto page = [&](const QString &key) {
        const QString name = QString(key).replace(u'/', u'-');
        if (!wanted(name))
            return;
        open(key, [&] { window.openKey(key); });
        waitFor([&] { return !window.tabs().currentPage() || window.tabs().currentPage()->isSettled(); }, name);
        take(window, name);
    };
    page(QStringLiteral("dashboard"));
    walkEntities(window);
    for (const PageSpec &spec : uiRegistry().pages()) {
        if (!spec.offered || spec.offered(m_session->actor()))
            page(spec.key);
    }
    for (const QString &key : {QStringLiteral("trash"), QStringLiteral("people"), QStringLiteral("office"),
                               QStringLiteral("settings"), QStringLiteral("shortcuts"), QStringLiteral("help")})
        page(key);
    walkLists(window);
    walkDocks(window);
    walkExchange(window);
    walkPopups(window);
    walkReminders(window);
    walkMentions(window);
    window.leave();
}

void Tour::walkPopups(MainWindow &window)
{
    if (wanted(QStringLiteral("palette"))) {
        window.commands().run(QStringLiteral("go.palette"));
        take(window, QStringLiteral("palette"));
        window.palettePopup().edit()->setText(QStringLiteral("an"));
        waitFor([&] { return window.palettePopup().isSettled(); }, QStringLiteral("palette-search"));
        take(window, QStringLiteral("palette-search"));
        window.palettePopup().dismiss();
    }
    if (wanted(QStringLiteral("toast"))) {
        window.toast(QCoreApplication::translate("crm::Tour", "Client deleted"), [] {});
        take(window, QStringLiteral("toast"));
    }
    for (const auto &[name, menu] : {std::pair(QStringLiteral("menu-create"), window.topBar().createMenu()),
                                     std::pair(QStringLiteral("menu-person"), window.topBar().personMenu())}) {
        if (!wanted(name))
            continue;
        menu->resize(menu->sizeHint());
        take(*menu, name);
    }
    takeDialog(QStringLiteral("question"), [&] {
        Prompts::ask(&window, {QCoreApplication::translate("crm::Tour", "Delete 42 clients?"),
                               QCoreApplication::translate("crm::Tour",
                                                           "They go to the trash with everything that hangs on them."),
                               QCoreApplication::translate("crm::Tour", "Delete"),
                               {},
                               true});
    });
    for (const Entity *entity : Sidebar::menuEntities(*m_session->catalog(), m_session->actor())) {
        const QString name = QStringLiteral("preview-") + entity->key();
        const Id id = entity->presentation() == Presentation::Files && wanted(name) ? firstOf(entity->key()) : 0;
        if (id == 0)
            continue;
        FilePreview preview(window, {{id, entity->one().text()}}, 0, &window);
        preview.setAttribute(Qt::WA_DeleteOnClose, false);
        preview.show();
        waitFor([&] { return preview.isSettled(); }, name);
        take(preview, name);
    }
    takeDialog(QStringLiteral("password"), [&] { window.commands().run(QStringLiteral("program.password")); });
}

/// A dialog runs its own event loop: the picture is taken from within, and it closes.
void Tour::takeDialog(const QString &name, const std::function<void()> &open)
{
    if (!wanted(name))
        return;
    QTimer::singleShot(0, qApp, [this, name] {
        auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        take(*dialog, name);
        dialog->reject();
    });
    open();
}

void Tour::walkEntities(MainWindow &window)
{
    const auto catalog = m_session->catalog();
    for (const Entity *entity : Sidebar::menuEntities(*catalog, m_session->actor())) {
        const auto settled = [&] { return !window.tabs().currentPage() || window.tabs().currentPage()->isSettled(); };
        const QString list = QStringLiteral("list-") + entity->key(),
                      record = QStringLiteral("record-") + entity->key(),
                      empty = QStringLiteral("new-") + entity->key();
        if (wanted(list)) {
            open(list, [&] { window.openList(entity->key()); });
            waitFor(settled, list);
            linger();
            take(window, list);
        }
        if (const Id id = wanted(record) ? firstOf(entity->key()) : 0) {
            open(record, [&] { window.openRecord(entity->key(), id); });
            waitFor(settled, record);
            take(window, record);
            window.tabs().closeCurrent();
        }
        if (wanted(empty) && m_session->actor().policy.may(*entity, Verb::Create) &&
            entity->presentation() != Presentation::Files) { // asks for a file first
            open(empty, [&] { window.newRecord(entity->key(), {}); });
            waitFor(settled, empty);
            linger();
            take(window, empty);
            if (TabPage *page = window.tabs().currentPage())
                Q_EMIT page->closeRequested(); // drops what the form holds without asking
        }
        if (wanted(list) && window.tabs().count() > 4)
            window.tabs().closeCurrent();
    }
}

Id Tour::firstOf(const QString &entity)
{
    auto future = m_session->page(Query(entity), PageAt{});
    waitFor([&] { return future.isFinished(); }, QStringLiteral("first-") + entity);
    if (!future.isFinished())
        return 0;
    const Page page = future.result();
    return page.rows.isEmpty() ? 0 : page.rows.first().id;
}

} // namespace crm
