#include "ui/start/sign_in_page.h"
#include "core/access/keychain.h"
#include "ui/style/form_field.h"
#include <QCheckBox>
#include <QDir>
#include <QLineEdit>

namespace crm {

SignInPage::SignInPage(QWidget *parent)
    : CardPage(420, parent)
{
    card()->addWidget(makeLabel(tr("Sign in"), TextRole::Title, this));
    m_place = new ElidedLabel({}, TextRole::Body, this, true);
    card()->addWidget(m_place);
    card()->addSpacing(space::s);
    m_login = new QLineEdit(this);
    m_login->setObjectName(QStringLiteral("loginEdit"));
    m_loginField = new FormField(tr("Login"), m_login, this);
    m_password = makePasswordEdit(this);
    m_password->setObjectName(QStringLiteral("passwordEdit"));
    m_passwordField = new FormField(tr("Password"), m_password, this);
    card()->addWidget(m_loginField);
    card()->addWidget(m_passwordField);
    m_remember = new QCheckBox(tr("Keep the password in the system's keychain"), this);
    card()->addWidget(m_remember);
    card()->addSpacing(space::s);
    m_button = makeButton(tr("Sign in"), {}, ButtonRole::Primary, this);
    m_button->setObjectName(QStringLiteral("signInButton"));
    card()->addWidget(m_button);
    auto *back = makeButton(tr("Choose another database"), QStringLiteral("arrow-left"), ButtonRole::Quiet, this);
    card()->addWidget(back);
    connect(m_button, &QPushButton::clicked, this, &SignInPage::submit);
    connect(m_login, &QLineEdit::returnPressed, this, [this] { m_password->setFocus(); });
    connect(m_password, &QLineEdit::returnPressed, this, &SignInPage::submit);
    connect(back, &QPushButton::clicked, this, &SignInPage::backRequested);
}

void SignInPage::begin(const Target &target, const QString &login)
{
    m_place->setText(target.displayName());
    m_place->setToolTip(target.kind == Target::Server ? target.displayName() : QDir::toNativeSeparators(target.path));
    m_remember->setVisible(target.kind == Target::Server && keychain::isBuiltIn());
    m_remember->setChecked(false);
    m_login->setText(login);
    m_password->clear();
    m_loginField->setFault({});
    m_passwordField->setFault({});
    setBusy(false);
    (login.isEmpty() ? m_login : m_password)->setFocus();
}

void SignInPage::setPassword(const QString &password)
{
    m_password->setText(password);
    m_remember->setChecked(true);
}

bool SignInPage::remembers() const { return m_remember->isVisibleTo(this) && m_remember->isChecked(); }

void SignInPage::showFault(const Error &error)
{
    setBusy(false);
    m_passwordField->setFault(error.sentence());
    m_password->setFocus();
    m_password->selectAll();
}

QString SignInPage::fault() const
{
    return m_loginField->fault().isEmpty() ? m_passwordField->fault() : m_loginField->fault();
}

void SignInPage::setBusy(bool on)
{
    m_button->setEnabled(!on);
    m_button->setText(on ? tr("Signing in\u2026") : tr("Sign in"));
    m_login->setEnabled(!on);
    m_password->setEnabled(!on);
}

void SignInPage::submit()
{
    m_passwordField->setFault({});
    if (m_login->text().trimmed().isEmpty()) {
        m_loginField->setFault(tr("Enter your login."));
        m_login->setFocus();
        return;
    }
    setBusy(true);
    Q_EMIT submitted({m_login->text().trimmed(), m_password->text()});
}

} // namespace crm
