// The window before there is a database: welcome, set-up, sign-in, progress.
//
// Thread: the window's.
#pragma once
#include "ui/ui_export.h"
#include <QWidget>

class QStackedWidget;

namespace crm {

class BusyPage;
class ConnectPage;
class NewOfficePage;
class Registry;
class SetupPage;
class SignInPage;
class WelcomePage;
struct ServerAddress;
struct Target;

class CRM_UI StartWindow : public QWidget
{
    Q_OBJECT
public:
    explicit StartWindow(const Registry &registry, QWidget *parent = nullptr);

    void showWelcome(const QString &fault = {});
    void showSetup();
    void showSignIn(const Target &target, const QString &login);
    void showConnect(const QString &profile = {});
    void showNewOffice(const ServerAddress &address);
    void showBusy(const QString &title, const QString &text, bool cancellable);
    WelcomePage &welcome() const { return *m_welcome; }
    SetupPage &setup() const { return *m_setup; }
    SignInPage &signIn() const { return *m_signIn; }
    BusyPage &busy() const { return *m_busy; }
    ConnectPage &connectPage() const { return *m_connect; }
    NewOfficePage &newOffice() const { return *m_office; }
    QWidget *currentPage() const;

private:
    QStackedWidget *m_stack;
    WelcomePage *m_welcome;
    SetupPage *m_setup;
    SignInPage *m_signIn;
    BusyPage *m_busy;
    ConnectPage *m_connect;
    NewOfficePage *m_office;
};

} // namespace crm
