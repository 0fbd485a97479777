#include "ui/shell/program.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/prompts.h"
#include "ui/start/busy_page.h"
#include "ui/start/demo.h"
#include "ui/start/recent_files.h"
#include "ui/start/setup_page.h"
#include "ui/start/sign_in_page.h"
#include "ui/start/start_window.h"
#include "ui/start/welcome_page.h"
#include <QApplication>
#include <QFileInfo>
#include <QtConcurrent>

namespace crm {

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
    if (!options.file.isEmpty())
        openFile(QFileInfo(options.file).absoluteFilePath());
    else if (!last.isEmpty() && QFileInfo::exists(last))
        openFile(last);
    else
        showStart();
}

// The start window.

void Program::makeStart()
{
    m_start = new StartWindow;
    WelcomePage &welcome = m_start->welcome();
    connect(&welcome, &WelcomePage::demoRequested, this, &Program::openDemo);
    connect(&welcome, &WelcomePage::fileChosen, this, [this](const QString &path) { openFile(path); });
    connect(&welcome, &WelcomePage::openRequested, this, [this] {
        const QString path = Prompts::openFile(m_start, tr("Open a database"),
                                               tr("MyCRM databases (*.mycrm *.db *.sqlite);;All files (*)"));
        if (!path.isEmpty())
            openFile(path);
    });
    connect(&welcome, &WelcomePage::languageChosen, this, &Program::changeLanguage);
    connect(&m_start->setup(), &SetupPage::submitted, this, &Program::create);
    connect(&m_start->signIn(), &SignInPage::submitted, this, [this](const Credentials &c) { openFile(m_path, c); });
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

void Program::openFile(const QString &path, const Credentials &credentials)
{
    m_path = path;
    await(
        this, Session::open({Target::LocalFile, path}, credentials, m_registry),
        [this](const std::shared_ptr<Session> &session) { takeSession(session); },
        [this, path, credentials](const Error &error) { openingFailed(path, credentials, error); });
}

void Program::takeSession(std::shared_ptr<Session> session)
{
    const QString path = session->target().path;
    if (path != demoFile(currentLanguage()))
        rememberFile(path);
    rememberLogin(path, session->actor().login);
    showMain(std::move(session));
    closeStart();
}

void Program::openingFailed(const QString &path, const Credentials &credentials, const Error &error)
{
    if (!error.details().isEmpty())
        qInfo("%s: %s", qPrintable(errorKindName(error.kind())), qPrintable(error.details()));
    const bool triedToSignIn = !credentials.login.isEmpty();
    if (!m_start)
        makeStart();
    if (triedToSignIn && m_start->currentPage() == &m_start->signIn()) {
        m_start->signIn().showFault(error);
    } else if (error.kind() == ErrorKind::Denied && QFileInfo(path).isReadable()) {
        m_start->showSignIn(path, m_options.user.isEmpty() ? lastLogin(path) : m_options.user);
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
    window->restoreState(m_options.firstKey);
    window->show();
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

void Program::signOut() { leaveMain(); }

void Program::openOther() { leaveMain(); }

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
    showMain(m_main->sharedSession());
}

} // namespace crm
