#include "ui/admin/password_dialog.h"
#include "core/access/password.h"
#include "ui/style/form_field.h"
#include "ui/style/scale.h"
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace crm {

PasswordDialog::PasswordDialog(Session &session, Id user, const QString &login, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_user(user)
    , m_login(login)
    , m_first(makePasswordEdit(this))
    , m_second(makePasswordEdit(this))
{
    setWindowTitle(tr("Password of %1").arg(login));
    setMinimumWidth(scaledOnScreen(400));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    layout->setSpacing(space::m);
    layout->addWidget(makeLabel(windowTitle(), TextRole::Heading, this));
    m_reason = makeLabel({}, TextRole::Body, this, true);
    m_reason->setWordWrap(true);
    m_reason->setVisible(false);
    layout->addWidget(m_reason);
    m_firstField = new FormField(tr("New password"), m_first, this);
    m_firstField->setHelp(tr("At least 8 characters. A few words in a row are easy to remember and hard to guess."));
    m_secondField = new FormField(tr("Once more"), m_second, this);
    auto *strength = new StrengthBar(this);
    layout->addWidget(m_firstField);
    layout->addWidget(strength);
    layout->addWidget(m_secondField);
    layout->addSpacing(space::s);
    auto *box = new QDialogButtonBox(this);
    m_save = box->addButton(tr("Set the password"), QDialogButtonBox::AcceptRole);
    setButtonRole(m_save, ButtonRole::Primary);
    m_save->setDefault(true);
    box->addButton(QDialogButtonBox::Cancel);
    layout->addWidget(box);
    connect(box, &QDialogButtonBox::accepted, this, &PasswordDialog::accept);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_first, &QLineEdit::textChanged, strength, &StrengthBar::setPassword);
}

void PasswordDialog::setReason(const QString &text)
{
    m_reason->setText(text);
    m_reason->setVisible(!text.isEmpty());
}

void PasswordDialog::accept()
{
    m_firstField->setFault(passwordFault(m_first->text(), m_login));
    m_secondField->setFault(m_first->text() == m_second->text() ? QString() : tr("The two passwords differ."));
    if (!m_firstField->fault().isEmpty() || !m_secondField->fault().isEmpty()) {
        (m_firstField->fault().isEmpty() ? m_second : m_first)->setFocus();
        return;
    }
    m_save->setEnabled(false);
    await(
        this,
        m_session.write([user = m_user, password = m_first->text()](Repository &r) { r.setPassword(user, password); }),
        [this] { QDialog::accept(); },
        [this](const Error &error) {
            m_save->setEnabled(true);
            m_firstField->setFault(error.faults().isEmpty() ? error.sentence() : error.faults().first().sentence);
        });
}

} // namespace crm
