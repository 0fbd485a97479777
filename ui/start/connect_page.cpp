#include "ui/start/connect_page.h"
#include "core/access/keychain.h"
#include "core/store/server/server_check.h"
#include "ui/shell/prompts.h"
#include "ui/style/form_field.h"
#include "ui/style/icons.h"
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QLineEdit>
#include <QtConcurrent>

namespace crm {

ConnectPage::ConnectPage(QWidget *parent)
    : CardPage(640, parent)
{
    addHead();
    addPlace();
    card()->addWidget(makeSeparator(Qt::Horizontal, this));
    addPerson();
    addPlain();
    addButtons();
}

// The fields.

void ConnectPage::addHead()
{
    card()->addWidget(makeLabel(tr("Connect to a server"), TextRole::Title, this));
    m_banner = new Banner(this);
    card()->addWidget(m_banner);
    m_profileRow = new QWidget(this);
    auto *row = new QHBoxLayout(m_profileRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    m_profile = new QComboBox(m_profileRow);
    m_profile->setAccessibleName(tr("Connection"));
    m_profile->setObjectName(QStringLiteral("profileBox"));
    auto *remove = makeIconButton(QStringLiteral("trash"), tr("Forget this connection"), m_profileRow);
    remove->setObjectName(QStringLiteral("forgetButton"));
    row->addWidget(m_profile, 1);
    row->addWidget(remove);
    card()->addWidget(m_profileRow);
    connect(m_profile, &QComboBox::activated, this, &ConnectPage::pick);
    connect(remove, &QToolButton::clicked, this, &ConnectPage::removePicked);
}

void ConnectPage::addPlace()
{
    m_host = new QLineEdit(this);
    m_host->setObjectName(QStringLiteral("hostEdit"));
    m_host->setPlaceholderText(QStringLiteral("crm.example.com"));
    m_port = new QLineEdit(this);
    m_port->setObjectName(QStringLiteral("portEdit"));
    m_port->setValidator(new QIntValidator(1, 65535, m_port));
    m_database = new QLineEdit(this);
    m_database->setObjectName(QStringLiteral("databaseEdit"));
    m_hostField = new FormField(tr("Server"), m_host, this);
    m_portField = new FormField(tr("Port"), m_port, this);
    m_databaseField = new FormField(tr("Database"), m_database, this);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::l);
    row->addWidget(m_hostField, 5, Qt::AlignTop);
    row->addWidget(m_portField, 2, Qt::AlignTop);
    row->addWidget(m_databaseField, 3, Qt::AlignTop);
    card()->addLayout(row);

    auto *holder = new QWidget(this);
    auto *file = new QHBoxLayout(holder);
    file->setContentsMargins(0, 0, 0, 0);
    file->setSpacing(space::s);
    m_ca = new QLineEdit(holder);
    m_ca->setObjectName(QStringLiteral("caEdit"));
    auto *browseButton = makeButton(tr("Browse"), QStringLiteral("folder-open"), ButtonRole::Normal, holder);
    file->addWidget(m_ca, 1);
    file->addWidget(browseButton);
    holder->setFocusProxy(m_ca);
    m_caField = new FormField(tr("Certificate of the office (ca.pem)"), holder, this);
    m_ca->setAccessibleName(tr("Certificate of the office (ca.pem)"));
    m_caField->setHelp(
        tr("By it this computer knows the server again. The administrator has it; it is no secret. Empty: one of the "
           "authorities that this computer trusts."));
    card()->addWidget(m_caField);
    connect(browseButton, &QPushButton::clicked, this, &ConnectPage::browse);
}

void ConnectPage::addPerson()
{
    m_login = new QLineEdit(this);
    m_login->setObjectName(QStringLiteral("serverLoginEdit"));
    m_password = makePasswordEdit(this);
    m_password->setObjectName(QStringLiteral("serverPasswordEdit"));
    m_loginField = new FormField(tr("Login"), m_login, this);
    m_passwordField = new FormField(tr("Password"), m_password, this);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::l);
    row->addWidget(m_loginField, 1, Qt::AlignTop);
    row->addWidget(m_passwordField, 1, Qt::AlignTop);
    card()->addLayout(row);
    m_remember = new QCheckBox(tr("Keep the password in the system's keychain"), this);
    m_remember->setVisible(keychain::isBuiltIn());
    card()->addWidget(m_remember);
    connect(m_login, &QLineEdit::editingFinished, this, &ConnectPage::recallPassword);
}

void ConnectPage::addPlain()
{
    m_plain = new QCheckBox(tr("The server has no certificate that can be verified"), this);
    m_plain->setObjectName(QStringLiteral("plainBox"));
    card()->addWidget(m_plain);
    m_plainBox = new QWidget(this);
    auto *column = new QVBoxLayout(m_plainBox);
    column->setContentsMargins(0, 0, 0, 0);
    m_words = new QLineEdit(m_plainBox);
    m_words->setObjectName(QStringLiteral("wordsEdit"));
    m_wordsField = new FormField(tr("Type these words to go on: %1").arg(plainWords()), m_words, m_plainBox);
    m_wordsField->setHelp(tr("Whoever can listen on the way, in the same wireless network for example, then reads "
                             "passwords and data, and can pretend to be the server."));
    column->addWidget(m_wordsField);
    card()->addWidget(m_plainBox);
    connect(m_plain, &QCheckBox::toggled, this, &ConnectPage::showPlain);
    showPlain(false);
}

void ConnectPage::addButtons()
{
    card()->addSpacing(space::s);
    auto *row = new QHBoxLayout;
    auto *back = makeButton(tr("Back"), QStringLiteral("arrow-left"), ButtonRole::Quiet, this);
    m_test = makeButton(tr("Test the connection"), {}, ButtonRole::Normal, this);
    m_test->setObjectName(QStringLiteral("testButton"));
    m_connect = makeButton(tr("Connect"), {}, ButtonRole::Primary, this);
    m_connect->setObjectName(QStringLiteral("connectButton"));
    row->addWidget(back);
    row->addStretch(1);
    row->addWidget(m_test);
    row->addWidget(m_connect);
    card()->addLayout(row);
    card()->addWidget(makeSeparator(Qt::Horizontal, this));
    auto *office =
        makeButton(tr("Make a new office on a server\u2026"), QStringLiteral("server"), ButtonRole::Quiet, this);
    office->setObjectName(QStringLiteral("newOfficeButton"));
    card()->addWidget(office, 0, Qt::AlignLeft);
    connect(back, &QPushButton::clicked, this, &ConnectPage::backRequested);
    connect(office, &QPushButton::clicked, this, &ConnectPage::newOfficeRequested);
    connect(m_test, &QPushButton::clicked, this, &ConnectPage::test);
    connect(m_connect, &QPushButton::clicked, this, &ConnectPage::submit);
    for (QLineEdit *edit : {m_host, m_port, m_database, m_ca, m_login, m_password, m_words})
        connect(edit, &QLineEdit::returnPressed, this, &ConnectPage::submit);
}

void ConnectPage::showPlain(bool on)
{
    m_plainBox->setVisible(on);
    if (on)
        m_words->setFocus();
}

// What they hold.

void ConnectPage::begin(const QString &name)
{
    m_banner->setVisible(false);
    m_testing.cancel();
    setBusy(false);
    m_profile->clear();
    const QList<Profile> kept = profiles();
    for (const Profile &p : kept)
        m_profile->addItem(icon(QStringLiteral("server")),
                           p.name + QStringLiteral("  \u2013  ") + p.address.displayName(), p.name);
    m_profile->addItem(icon(QStringLiteral("plus")), tr("Another server"), QString());
    m_profileRow->setVisible(!kept.isEmpty());
    const int wanted = name.isEmpty() ? 0 : m_profile->findData(name);
    m_profile->setCurrentIndex(qMax(0, wanted));
    pick(m_profile->currentIndex());
}

void ConnectPage::pick(int index)
{
    const QString name = m_profile->itemData(index).toString();
    m_banner->setVisible(false);
    for (FormField *field : {m_hostField, m_portField, m_databaseField, m_caField, m_loginField, m_passwordField})
        field->setFault({});
    fill(name.isEmpty() ? Profile{} : profileNamed(name));
}

void ConnectPage::fill(const Profile &profile)
{
    m_name = profile.name;
    m_host->setText(profile.address.host);
    m_port->setText(QString::number(profile.address.port));
    m_database->setText(profile.address.database);
    m_ca->setText(QDir::toNativeSeparators(profile.address.caFile));
    m_login->setText(profile.login);
    m_password->clear();
    m_plain->setChecked(profile.address.allowPlain);
    m_words->setText(profile.address.allowPlain ? plainWords() : QString());
    m_remember->setChecked(false);
    recallPassword();
    (profile.address.host.isEmpty() ? m_host : profile.login.isEmpty() ? m_login : m_password)->setFocus();
}

void ConnectPage::recallPassword()
{
    const QString login = m_login->text().trimmed();
    if (!keychain::isBuiltIn() || login.isEmpty() || m_host->text().isEmpty() || !m_password->text().isEmpty())
        return;
    const ServerAddress a = profile().address;
    keychain::read(this, keychain::serverKey(a.host, a.port, a.database, login),
                   [this, login](const QString &password) {
                       // Unless something else has been typed meanwhile.
                       if (password.isEmpty() || m_login->text().trimmed() != login || !m_password->text().isEmpty())
                           return;
                       m_password->setText(password);
                       m_remember->setChecked(true);
                   });
}

void ConnectPage::removePicked()
{
    const QString name = m_profile->currentData().toString();
    if (name.isEmpty())
        return;
    if (Prompts::ask(this, {tr("Forget the connection %1?").arg(name),
                            tr("The office itself stays as it is; only this computer forgets the way."),
                            tr("Forget"),
                            {},
                            true}) != Prompts::Yes)
        return;
    removeProfile(name);
    begin();
}

void ConnectPage::browse()
{
    const QString path = Prompts::openFile(this, tr("The certificate of the office"),
                                           tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    if (!path.isEmpty())
        m_ca->setText(QDir::toNativeSeparators(path));
}

Profile ConnectPage::profile() const
{
    Profile p;
    p.address.host = m_host->text().trimmed();
    p.address.port = m_port->text().toInt();
    p.address.database = m_database->text().trimmed();
    p.address.caFile = QDir::fromNativeSeparators(m_ca->text().trimmed());
    p.address.allowPlain = m_plain->isChecked() && m_words->text().simplified() == plainWords();
    p.login = m_login->text().trimmed();
    p.name = m_name.isEmpty() ? freeProfileName(p.address) : m_name;
    return p;
}

Credentials ConnectPage::credentials() const { return {m_login->text().trimmed(), m_password->text()}; }

bool ConnectPage::remembers() const { return m_remember->isChecked(); }

// What is wrong.

bool ConnectPage::check(bool withPerson)
{
    const ServerAddress a = profile().address;
    const QList<FormField *> fields = {m_hostField,  m_portField,     m_databaseField, m_caField,
                                       m_loginField, m_passwordField, m_wordsField};
    for (FormField *field : fields)
        field->setFault({});
    m_banner->setVisible(false);
    // One part after the other, so that each sentence stands beside its field.
    m_hostField->setFault(addressFault(AddressPart::host(a.host)));
    m_portField->setFault(addressFault(AddressPart::port(a.port)));
    m_databaseField->setFault(addressFault(AddressPart::database(a.database)));
    m_caField->setFault(addressFault(AddressPart::caFile(a.caFile)));
    if (withPerson && m_login->text().trimmed().isEmpty())
        m_loginField->setFault(tr("Enter your login."));
    if (withPerson && m_password->text().isEmpty())
        m_passwordField->setFault(tr("Enter your password."));
    if (m_plain->isChecked() && !a.allowPlain)
        m_wordsField->setFault(tr("Type the words as they stand above, or take the check mark away."));
    for (FormField *field : fields) {
        if (field->fault().isEmpty())
            continue;
        field->setFocus();
        return false;
    }
    return true;
}

QStringList ConnectPage::faults() const
{
    QStringList all;
    for (const FormField *field :
         {m_hostField, m_portField, m_databaseField, m_caField, m_loginField, m_passwordField, m_wordsField})
        if (!field->fault().isEmpty())
            all.append(field->fault());
    return all;
}

void ConnectPage::showFault(const Error &error)
{
    setBusy(false);
    m_banner->show(Banner::Danger, error.sentence());
    if (error.kind() == ErrorKind::Denied) {
        m_password->setFocus();
        m_password->selectAll();
    }
}

void ConnectPage::setBusy(bool on)
{
    m_connect->setEnabled(!on);
    m_test->setEnabled(!on);
    m_connect->setText(on ? tr("Connecting\u2026") : tr("Connect"));
}

void ConnectPage::submit()
{
    if (!m_connect->isEnabled() || !check(true))
        return;
    setBusy(true);
    Q_EMIT submitted();
}

void ConnectPage::test()
{
    if (!check(false))
        return;
    setBusy(true);
    m_connect->setText(tr("Connect"));
    m_banner->show(Banner::Info, tr("Asking the server\u2026"));
    const ServerAddress address = profile().address;
    m_testing.ask(
        this, QtConcurrent::run([address, who = credentials()] { return testConnection(address, who); }),
        [this](const QString &sentence) {
            setBusy(false);
            m_banner->show(Banner::Success, sentence);
        },
        [this](const Error &error) { showFault(error); });
}

} // namespace crm
