#include "ui/shell/program.h"
#include "core/access/keychain.h"
#include "core/store/server/server_refusal.h"
#include "ui/admin/password_dialog.h"
#include "ui/admin/role_limit.h"
#include "ui/admin/upgrade_dialog.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/own_settings.h"
#include "ui/shell/prompts.h"
#include "ui/shell/tab_area.h"
#include "ui/start/busy_page.h"
#include "ui/start/connect_page.h"
#include "ui/start/demo.h"
#include "ui/start/new_office_page.h"
#include "ui/start/recent_files.h"
#include "ui/start/setup_page.h"
#include "ui/start/sign_in_page.h"
#include "ui/start/start_window.h"
#include "ui/start/welcome_page.h"
#include "ui/style/widgets.h"
#include <QAbstractButton>
#include <QApplication>
#include <QFileInfo>
#include <QLineEdit>
#include <QtConcurrent>

namespace crm {

namespace {

/// Of the widget on the page that has the focus, or of what it is a part of; empty: it has none.
QString nameOfFocus(const QWidget *page)
{
    const QWidget *focus = page ? page->focusWidget() : nullptr;
    while (focus && focus != page && focus->objectName().isEmpty())
        focus = focus->parentWidget();
    return focus && focus != page ? focus->objectName() : QString();
}

/// Back to it on a page that was made anew: of segments, to the one that is chosen.
void focusNamed(QWidget *page, const QString &name)
{
    auto *same = page && !name.isEmpty() ? page->findChild<QWidget *>(name) : nullptr;
    if (!same)
        return;
    if (same->focusPolicy() != Qt::NoFocus)
        return same->setFocus(Qt::OtherFocusReason);
    const QList<QAbstractButton *> buttons = same->findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons)
        if (button->isChecked())
            return button->setFocus(Qt::OtherFocusReason);
}

} // namespace

Program::Program(const Registry &registry, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
{}

Program::~Program()
{
    if (m_cancelled)
        *m_cancelled = true;
    delete m_main;
    delete m_start;
}

void Program::start(const StartOptions &options)
{
    m_options = options;
    if (options.demo) {
        openDemo();
        return;
    }
    const QString last = recentFiles().value(0);
    if (!options.profile.isEmpty())
        openProfile(options.profile);
    else if (!options.file.isEmpty())
        openFile(QFileInfo(options.file).absoluteFilePath());
    else if (const QString server = recentProfile(last); !server.isEmpty())
        openProfile(server);
    else if (!last.isEmpty() && QFileInfo::exists(last))
        openFile(last);
    else
        showStart();
}

// The start window.

void Program::makeStart()
{
    m_start = new StartWindow(m_registry);
    WelcomePage &welcome = m_start->welcome();
    connect(&welcome, &WelcomePage::demoRequested, this, &Program::openDemo);
    connect(&welcome, &WelcomePage::fileChosen, this, [this](const QString &path) {
        const QString server = recentProfile(path);
        server.isEmpty() ? openFile(path) : openProfile(server);
    });
    connect(&welcome, &WelcomePage::openRequested, this, [this] {
        const QString path = Prompts::openFile(m_start, tr("Open a database"),
                                               tr("MyCRM databases (*.mycrm *.db *.sqlite);;All files (*)"));
        if (!path.isEmpty())
            openFile(path);
    });
    connect(&welcome, &WelcomePage::languageChosen, this, &Program::changeLanguage);
    connect(&m_start->setup(), &SetupPage::submitted, this, &Program::create);
    connect(&m_start->signIn(), &SignInPage::submitted, this, [this](const Credentials &c) {
        m_remember = m_start->signIn().remembers();
        openTarget(m_target, c);
    });
    ConnectPage &page = m_start->connectPage();
    connect(&page, &ConnectPage::submitted, this,
            [this, &page] { openServer(page.profile(), page.credentials(), page.remembers()); });
    connect(&m_start->newOffice(), &NewOfficePage::made, this, [this](const Profile &profile, const Credentials &who) {
        m_start->showConnect();
        openServer(profile, who, false);
    });
    connect(&m_start->busy(), &BusyPage::cancelRequested, this, [this] {
        if (m_cancelled)
            *m_cancelled = true;
    });
}

void Program::showStart()
{
    if (!m_start)
        makeStart();
    m_start->showWelcome();
    m_start->show();
}

void Program::closeStart()
{
    if (!m_start)
        return;
    m_start->hide();
    m_start->deleteLater();
    m_start.clear();
}

// Opening.

void Program::openTarget(const Target &target, const Credentials &credentials)
{
    m_target = target;
    await(
        this, Session::open(target, credentials, m_registry),
        [this, credentials](const std::shared_ptr<Session> &session) {
            if (session->target().kind == Target::Server)
                rememberServerSession(credentials);
            takeSession(session);
        },
        [this, credentials](const Error &error) { openingFailed(credentials, error); });
}

void Program::openFile(const QString &path, const Credentials &credentials)
{
    openTarget({Target::LocalFile, path}, credentials);
}

void Program::openProfile(const QString &name)
{
    Profile profile;
    try {
        profile = profileNamed(name);
    } catch (const Error &error) {
        showStart();
        m_start->showWelcome(error.sentence());
        Q_EMIT openFailed(error.sentence());
        return;
    }
    m_target = Target::onServer(profile.address);
    m_profile = name;
    if (!m_start)
        makeStart();
    const QString login = m_options.user.isEmpty() ? profile.login : m_options.user;
    m_start->showSignIn(m_target, login);
    m_start->show();
    if (login.isEmpty())
        return;
    const ServerAddress &a = profile.address;
    keychain::read(m_start, keychain::serverKey(a.host, a.port, a.database, login),
                   [page = &m_start->signIn(), login](const QString &password) {
                       if (password.isEmpty() || page->loginEdit()->text() != login ||
                           !page->passwordEdit()->text().isEmpty())
                           return; // nothing kept, or something has been typed meanwhile
                       page->setPassword(password);
                       page->button()->click();
                   });
}

void Program::openServer(const Profile &profile, const Credentials &credentials, bool remember)
{
    try {
        storeProfile(profile);
    } catch (const Error &error) {
        m_start->connectPage().showFault(error);
        return;
    }
    m_profile = profile.name;
    m_remember = remember;
    openTarget(Target::onServer(profileNamed(profile.name).address), credentials);
}

void Program::rememberServerSession(const Credentials &credentials)
{
    rememberServer(m_profile);
    rememberProfileLogin(m_profile, credentials.login);
    if (!m_remember)
        return;
    const ServerAddress &a = m_target.server;
    keychain::write(this, keychain::serverKey(a.host, a.port, a.database, credentials.login), credentials.password,
                    [](const QString &fault) {
                        if (!fault.isEmpty())
                            qInfo("%s", qPrintable(fault));
                    });
}

void Program::takeSession(std::shared_ptr<Session> session)
{
    if (session->target().kind == Target::Server) {
        if (session->mustChangePassword() && !askNewPassword(*session))
            return;
        showMain(std::move(session));
        closeStart();
        return;
    }
    const QString path = session->target().path;
    if (path != demoFile(currentLanguage()))
        rememberFile(path);
    rememberLogin(path, session->actor().login);
    showMain(std::move(session));
    closeStart();
}

/// Whoever was given a password by an administrator chooses one of their own before anything else.
bool Program::askNewPassword(Session &session)
{
    PasswordDialog dialog(session, session.actor().userId, session.actor().login, m_start);
    dialog.setReason(tr("An administrator made your password. Choose one that only you know."));
    if (Prompts::run(dialog) == QDialog::Accepted) {
        // What the keychain holds is the password that was made.
        const ServerAddress &a = m_target.server;
        keychain::forget(keychain::serverKey(a.host, a.port, a.database, session.actor().login));
        return true;
    }
    m_start->showSignIn(m_target, session.actor().login);
    return false;
}

void Program::openingFailed(const Credentials &credentials, const Error &error)
{
    const QString path = m_target.path;
    if (!error.details().isEmpty())
        qInfo("%s: %s", qPrintable(errorKindName(error.kind())), qPrintable(error.details()));
    const bool triedToSignIn = !credentials.login.isEmpty();
    if (!m_start)
        makeStart();
    if (m_target.kind == Target::Server && isOldOffice(error)) {
        m_start->showConnect(m_profile);
        m_start->connectPage().showFault(error);
        m_start->connectPage().banner()->setAction(tr("Upgrade the office..."), [this] {
            UpgradeDialog dialog(m_target.server, m_registry, m_start);
            Prompts::run(dialog);
        });
    } else if (triedToSignIn && m_start->currentPage() == &m_start->signIn()) {
        m_start->signIn().showFault(error);
    } else if (m_target.kind == Target::Server) {
        if (m_start->currentPage() != &m_start->connectPage())
            m_start->showConnect(m_profile);
        m_start->connectPage().showFault(error);
    } else if (error.kind() == ErrorKind::Denied && QFileInfo(path).isReadable()) {
        m_start->showSignIn(m_target, m_options.user.isEmpty() ? lastLogin(path) : m_options.user);
    } else {
        m_start->showWelcome(error.sentence());
    }
    m_start->show();
    Q_EMIT openFailed(error.sentence());
}

void Program::openDemo()
{
    const QString path = demoFile(currentLanguage());
    if (QFileInfo::exists(path)) {
        openFile(path);
        return;
    }
    if (!m_start)
        makeStart();
    m_start->showBusy(tr("Making the demo"),
                      tr("Clients, orders and tasks of a small company. This takes a few seconds."), true);
    m_start->show();
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    const QPointer<StartWindow> window = m_start;
    const Progress progress = [window, cancelled = m_cancelled](qint64 done, qint64 total) {
        QMetaObject::invokeMethod(qApp, [window, done, total] {
            if (window)
                window->busy().setProgress(done, total);
        });
        return !*cancelled;
    };
    await(
        this, QtConcurrent::run([path, registry = &m_registry, language = currentLanguage(), progress] {
            try {
                makeDemo(path, *registry, language, progress);
                return true;
            } catch (const Error &error) {
                if (error.kind() != ErrorKind::Cancelled)
                    throw;
                return false;
            }
        }),
        [this, path](bool made) {
            if (made)
                openFile(path);
            else if (m_start)
                m_start->showWelcome();
        },
        [this](const Error &error) {
            if (m_start)
                m_start->showWelcome(error.sentence());
        });
}

void Program::create(const QString &path, const Setup &setup)
{
    if (!m_start)
        makeStart();
    await(
        this, QtConcurrent::run([path, setup, registry = &m_registry] {
            createLocal(path, *registry, setup);
            return true;
        }),
        [this, path, setup](bool) {
            openFile(path, setup.adminPassword.isEmpty() ? Credentials{}
                                                         : Credentials{setup.adminLogin, setup.adminPassword});
        },
        [this](const Error &error) {
            if (m_start)
                m_start->setup().setFault(error.faults().isEmpty() ? error.sentence()
                                                                   : error.faults().first().sentence);
        });
}

// The main window.

void Program::showMain(std::shared_ptr<Session> session)
{
    auto *window = new MainWindow(std::move(session));
    connect(window, &MainWindow::signOutRequested, this, &Program::signOut);
    connect(window, &MainWindow::openOtherRequested, this, &Program::openOther);
    connect(window, &MainWindow::languageChosen, this, &Program::changeLanguage, Qt::QueuedConnection);
    connect(window, &MainWindow::appearanceChosen, this, &Program::changeAppearance, Qt::QueuedConnection);
    connect(window, &MainWindow::seeAsRequested, this, &Program::seeAs, Qt::QueuedConnection);
    connect(
        window, &MainWindow::stopSeeingRequested, this, [this] { stopSeeing(); }, Qt::QueuedConnection);
    if (window->session().isSeeingAs())
        connect(&window->session(), &Session::seeingEnded, this, &Program::stopSeeing, Qt::QueuedConnection);
    window->restoreState(m_options.firstKey);
    window->show();
    if (const QString warning = window->session().warning(); !warning.isEmpty())
        window->toast(warning, {});
    if (m_main) {
        m_main->hide();
        m_main->deleteLater();
    }
    m_main = window;
    Q_EMIT opened(window);
}

bool Program::leaveMain()
{
    if (m_main && !m_main->mayLeave())
        return false;
    showStart();
    if (m_main) {
        m_main->leave();
        m_main->deleteLater();
        m_main.clear();
    }
    return true;
}

void Program::signOut()
{
    if (m_ownSession) // it is oneself who goes
        stopSeeing();
    leaveMain();
}

void Program::openOther() { signOut(); }

void Program::seeAs(Id user)
{
    if (!m_main || m_ownSession || m_seeing.isRunning())
        return;
    m_seeing.ask(
        this, m_main->session().seeAs(user), [this](const std::shared_ptr<Session> &session) { showSeeing(session); },
        [this](const Error &error) {
            if (m_main)
                m_main->showError(error);
        });
}

void Program::showSeeing(const std::shared_ptr<Session> &session)
{
    if (!m_main || !m_main->mayLeave())
        return;
    m_main->storeState();
    m_ownSession = m_main->sharedSession();
    // Gone before settings are another's: nothing of its own gets among them.
    const bool quits = QApplication::quitOnLastWindowClosed();
    QApplication::setQuitOnLastWindowClosed(false);
    delete m_main;
    m_aside = std::make_unique<SettingsAside>(OwnSettings::groups());
    showMain(session);
    QApplication::setQuitOnLastWindowClosed(quits);
    if (Banner *banner = m_main ? m_main->seeingBanner() : nullptr)
        tellLimit(*m_ownSession, session->actor().roleId, banner, MainWindow::tr("Stop"),
                  [window = m_main.data()] { Q_EMIT window->stopSeeingRequested(); });
}

void Program::stopSeeing(const QString &why)
{
    if (!m_ownSession)
        return;
    const bool quits = QApplication::quitOnLastWindowClosed();
    QApplication::setQuitOnLastWindowClosed(false);
    delete m_main;
    m_aside.reset();
    applyAppearance(Appearance::stored());
    showMain(std::exchange(m_ownSession, {}));
    QApplication::setQuitOnLastWindowClosed(quits);
    if (!why.isEmpty())
        m_main->showError(Error(ErrorKind::Denied, why));
}

void Program::changeLanguage(const QString &code)
{
    if (code == currentLanguage())
        return;
    if (m_main && !m_main->mayLeave())
        return;
    storeLanguage(code);
    setLanguage(code);
    if (m_main)
        rebuild();
    else if (m_start) {
        StartWindow *old = m_start;
        m_start.clear();
        makeStart();
        m_start->setGeometry(old->geometry());
        showStart();
        old->hide();
        old->deleteLater();
    }
}

void Program::changeAppearance(const Appearance &wanted)
{
    if (m_main && !m_main->mayLeave())
        return;
    wanted.store();
    applyAppearance(wanted);
    if (m_main)
        rebuild();
}

/// The same session in a new window: what a living one does not follow (language, size of type).
void Program::rebuild()
{
    m_main->storeState();
    const QString place = nameOfFocus(m_main->tabs().currentPage());
    showMain(m_main->sharedSession());
    focusNamed(m_main->tabs().currentPage(), place);
}

} // namespace crm
