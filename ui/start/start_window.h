// The window before there is a database: welcome, set-up, sign-in, progress.
//
// Thread: the window's.
#pragma once
#include "ui/ui_export.h"
#include <QWidget>

class QStackedWidget;

namespace crm {

class BusyPage;
class SetupPage;
class SignInPage;
class WelcomePage;

class CRM_UI StartWindow : public QWidget
{
    Q_OBJECT
public:
    explicit StartWindow(QWidget *parent = nullptr);

    void showWelcome(const QString &fault = {});
    void showSetup();
    void showSignIn(const QString &path, const QString &login);
    void showBusy(const QString &title, const QString &text, bool cancellable);
    WelcomePage &welcome() const { return *m_welcome; }
    SetupPage &setup() const { return *m_setup; }
    SignInPage &signIn() const { return *m_signIn; }
    BusyPage &busy() const { return *m_busy; }
    QWidget *currentPage() const;

private:
    QStackedWidget *m_stack;
    WelcomePage *m_welcome;
    SetupPage *m_setup;
    SignInPage *m_signIn;
    BusyPage *m_busy;
};

} // namespace crm
