// Name and password for one database. What is wrong stands beside the field; after too many tries core's sentence says
// how long to wait.
#pragma once
#include "core/model/error.h"
#include "core/store/session.h"
#include "ui/start/card_page.h"

class QCheckBox;
class QLineEdit;

namespace crm {

class FormField;

class CRM_UI SignInPage : public CardPage
{
    Q_OBJECT
public:
    explicit SignInPage(QWidget *parent);
    /// Begins for a file or a server's database; login: who signed in last.
    void begin(const Target &target, const QString &login);
    /// The password came from the keychain.
    void setPassword(const QString &password);
    /// Of a server: keep the password in the system's keychain.
    bool remembers() const;
    /// The answer was no.
    void showFault(const Error &error);
    void setBusy(bool on);
    QLineEdit *loginEdit() const { return m_login; }
    QLineEdit *passwordEdit() const { return m_password; }
    QPushButton *button() const { return m_button; }
    QString fault() const;

Q_SIGNALS:
    void submitted(const crm::Credentials &credentials);
    void backRequested();

private:
    void submit();
    QLabel *m_place;
    QLineEdit *m_login, *m_password;
    QCheckBox *m_remember;
    FormField *m_loginField, *m_passwordField;
    QPushButton *m_button;
};

} // namespace crm
