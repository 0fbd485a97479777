#include "ui/start/start_window.h"
#include "ui/start/busy_page.h"
#include "ui/start/connect_page.h"
#include "ui/start/new_office_page.h"
#include "ui/start/setup_page.h"
#include "ui/start/sign_in_page.h"
#include "ui/start/welcome_page.h"
#include <QCoreApplication>
#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace crm {

StartWindow::StartWindow(const Registry &registry, QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_welcome(new WelcomePage(this))
    , m_setup(new SetupPage(this))
    , m_signIn(new SignInPage(this))
    , m_busy(new BusyPage(this))
    , m_connect(new ConnectPage(this))
    , m_office(new NewOfficePage(registry, this))
{
    setObjectName(QStringLiteral("startWindow"));
    setWindowTitle(QCoreApplication::translate("crm", "MyCRM"));
    setMinimumSize(680, 520);
    resize(1060, 720);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_stack->addWidget(m_welcome);
    m_stack->addWidget(m_setup);
    m_stack->addWidget(m_signIn);
    m_stack->addWidget(m_busy);
    m_stack->addWidget(m_connect);
    m_stack->addWidget(m_office);
    connect(m_welcome, &WelcomePage::newRequested, this, &StartWindow::showSetup);
    connect(m_setup, &SetupPage::backRequested, this, [this] { showWelcome(); });
    connect(m_signIn, &SignInPage::backRequested, this, [this] { showWelcome(); });
    connect(m_welcome, &WelcomePage::serverRequested, this, [this] { showConnect(); });
    connect(m_connect, &ConnectPage::backRequested, this, [this] { showWelcome(); });
    connect(m_connect, &ConnectPage::newOfficeRequested, this, [this] { showNewOffice(m_connect->profile().address); });
    connect(m_office, &NewOfficePage::backRequested, this, [this] { showConnect(); });
}

void StartWindow::showWelcome(const QString &fault)
{
    m_welcome->refresh();
    m_welcome->showFault(fault);
    m_stack->setCurrentWidget(m_welcome);
}

void StartWindow::showSetup()
{
    m_setup->begin();
    m_stack->setCurrentWidget(m_setup);
    m_setup->nameEdit()->setFocus();
}

void StartWindow::showSignIn(const Target &target, const QString &login)
{
    m_stack->setCurrentWidget(m_signIn);
    m_signIn->begin(target, login);
}

void StartWindow::showConnect(const QString &profile)
{
    m_stack->setCurrentWidget(m_connect);
    m_connect->begin(profile);
}

void StartWindow::showNewOffice(const ServerAddress &address)
{
    m_stack->setCurrentWidget(m_office);
    m_office->begin(address);
}

void StartWindow::showBusy(const QString &title, const QString &text, bool cancellable)
{
    m_busy->begin(title, text, cancellable);
    m_stack->setCurrentWidget(m_busy);
}

QWidget *StartWindow::currentPage() const { return m_stack->currentWidget(); }

} // namespace crm
