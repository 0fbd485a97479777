// Name and password for one database. What is wrong stands beside the field; after too many tries core's sentence says
// how long to wait.
#pragma once
#include "core/model/error.h"
#include "core/store/session.h"
#include "ui/start/card_page.h"

class QLineEdit;

namespace crm {

class FormField;

class CRM_UI SignInPage : public CardPage
{
    Q_OBJECT
public:
    explicit SignInPage(QWidget *parent);
    /// Begins for a file; login: who signed in last.
    void begin(const QString &path, const QString &login);
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
    FormField *m_loginField, *m_passwordField;
    QPushButton *m_button;
};

} // namespace crm
