#include "ui/admin/upgrade_dialog.h"
#include "core/store/await.h"
#include "core/store/server/server_names.h"
#include "core/store/server/server_upgrade.h"
#include "ui/style/form_field.h"
#include "ui/style/scale.h"
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QProgressBar>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace crm {

UpgradeDialog::UpgradeDialog(const ServerAddress &address, const Registry &registry, QWidget *parent)
    : QDialog(parent)
    , m_address(address)
    , m_registry(registry)
    , m_banner(new Banner(this))
    , m_account(new QLineEdit(this))
    , m_password(makePasswordEdit(this))
    , m_bar(new QProgressBar(this))
{
    setWindowTitle(tr("Upgrade the office"));
    setMinimumWidth(scaledOnScreen(520));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    layout->setSpacing(space::m);
    layout->addWidget(makeLabel(windowTitle(), TextRole::Heading, this));
    auto *intro =
        makeLabel(tr("Brings the tables and procedures of “%1” up to this version of the program. People can read "
                     "meanwhile; what they save is stored when the upgrade is done. Make a backup first.")
                      .arg(address.database),
                  TextRole::Body, this, true);
    intro->setWordWrap(true);
    layout->addWidget(intro);
    layout->addWidget(m_banner);
    m_account->setText(ServerNames(address.database).owner());
    m_accountField = new FormField(tr("Account that owns the tables"), m_account, this);
    m_accountField->setHelp(tr("It was made with the office, and its password was shown then. root of the MariaDB may "
                               "do it as well."));
    m_passwordField = new FormField(tr("Password"), m_password, this);
    layout->addWidget(m_accountField);
    layout->addWidget(m_passwordField);
    m_step = makeLabel({}, TextRole::Caption, this, true);
    layout->addWidget(m_step);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    layout->addWidget(m_bar);
    layout->addSpacing(space::s);
    m_close = makeButton({}, {}, ButtonRole::Normal, this);
    m_upgrade = makeButton(tr("Upgrade the office"), {}, ButtonRole::Primary, this);
    layout->addWidget(makeDialogButtons(m_upgrade, m_close, this));
    connect(m_upgrade, &QPushButton::clicked, this, &UpgradeDialog::start);
    connect(m_close, &QPushButton::clicked, this, &UpgradeDialog::reject);
    setRunning(false);
    m_password->setFocus();
}

UpgradeDialog::~UpgradeDialog()
{
    if (m_stop)
        *m_stop = true;
}

QString UpgradeDialog::progressText() const { return m_step->text(); }

void UpgradeDialog::setRunning(bool on)
{
    m_stop = on ? std::make_shared<std::atomic<bool>>(false) : nullptr;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_account, m_password, m_upgrade})
        widget->setEnabled(!on);
    m_step->setVisible(on);
    m_bar->setVisible(on);
    m_close->setEnabled(true);
    m_close->setText(on ? tr("Stop") : tr("Close"));
}

void UpgradeDialog::showProgress(qint64 done, qint64 total)
{
    if (!m_stop || *m_stop)
        return;
    m_bar->setRange(0, int(total)); // 0: nobody knows
    m_bar->setValue(int(done));
    m_step->setText(total > 0 ? tr("Step %1 of %2").arg(std::min(done + 1, total)).arg(total)
                              : tr("Waiting: somebody else is at it just now\u2026"));
}

void UpgradeDialog::start()
{
    m_accountField->setFault(m_account->text().trimmed().isEmpty() ? tr("Enter the account.") : QString());
    m_passwordField->setFault(m_password->text().isEmpty() ? tr("Enter its password.") : QString());
    if (!m_accountField->fault().isEmpty() || !m_passwordField->fault().isEmpty()) {
        (m_accountField->fault().isEmpty() ? m_password : m_account)->setFocus();
        return;
    }
    m_banner->setVisible(false);
    setRunning(true);
    m_bar->setRange(0, 0);
    m_step->setText(tr("Asking the server\u2026"));
    m_close->setFocus();
    const MariaDbAdministrator owner{m_address, m_account->text().trimmed(), m_password->text()};
    const Progress progress = [self = QPointer<UpgradeDialog>(this), stop = m_stop](qint64 done, qint64 total) {
        QMetaObject::invokeMethod(qApp, [self, done, total] {
            if (self)
                self->showProgress(done, total);
        });
        return !*stop;
    };
    struct Outcome
    {
        bool upgraded = false;
        QString cancelled;
    };
    await(
        this, QtConcurrent::run([owner, progress, registry = &m_registry] {
            try {
                return Outcome{upgradeAsOwner(owner, *registry, owner.address.database, progress), {}};
            } catch (const Error &error) {
                if (error.kind() != ErrorKind::Cancelled)
                    throw;
                return Outcome{false, error.sentence()};
            }
        }),
        [this](const Outcome &outcome) { tell(outcome.upgraded, outcome.cancelled); },
        [this](const Error &error) {
            setRunning(false);
            m_banner->show(Banner::Danger, error.sentence());
            m_password->setFocus();
            m_password->selectAll();
        });
}

void UpgradeDialog::tell(bool upgraded, const QString &cancelled)
{
    setRunning(false);
    if (!cancelled.isEmpty()) {
        m_banner->show(Banner::Warning, cancelled);
        return;
    }
    m_banner->show(Banner::Success, upgraded ? tr("The office has been upgraded.")
                                             : tr("The office is up to date; nothing had to be done."));
    m_password->clear();
    m_close->setFocus();
}

void UpgradeDialog::reject()
{
    if (!m_stop) {
        QDialog::reject();
        return;
    }
    *m_stop = true;
    m_close->setEnabled(false);
    m_step->setText(tr("Stopping after this step\u2026"));
}

} // namespace crm
