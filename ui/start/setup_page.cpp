#include "ui/start/setup_page.h"
#include "core/access/password.h"
#include "core/model/money.h"
#include "ui/shell/language.h"
#include "ui/shell/prompts.h"
#include "ui/start/recent_files.h"
#include "ui/style/form_field.h"
#include "ui/style/icons.h"
#include <QComboBox>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QRegularExpression>

namespace crm {

QString loginFromName(const QString &name)
{
    // GOST-like: what a passport would make of it, near enough for a login one may change.
    static const char *const latin[] = {"a",  "b",  "v",  "g",    "d", "e", "zh", "z", "i",  "y", "k",
                                        "l",  "m",  "n",  "o",    "p", "r", "s",  "t", "u",  "f", "kh",
                                        "ts", "ch", "sh", "shch", "",  "y", "",   "e", "yu", "ya"};
    QString login;
    for (const QChar raw : name.toLower().simplified()) {
        const ushort code = raw.unicode();
        if (code >= 0x430 && code <= 0x44f)
            login += QLatin1String(latin[code - 0x430]);
        else if (code == 0x451)
            login += u'e';
        else if ((raw >= u'a' && raw <= u'z') || raw.isDigit())
            login += raw;
        else if (raw == u' ' || raw == u'.' || raw == u'-')
            login += u'.';
    }
    static const QRegularExpression ends(QStringLiteral("^\\.+|\\.+$"));
    return login.remove(ends).left(64);
}

SetupPage::SetupPage(QWidget *parent)
    : CardPage(640, parent)
{
    card()->addWidget(makeLabel(tr("Start my own"), TextRole::Title, this));
    m_fault = new Banner(this);
    card()->addWidget(m_fault);
    addPlace();
    addCompany();
    addAdmin();
    addButtons();
}

void SetupPage::addPlace()
{
    auto *holder = new QWidget(this);
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    m_path = new QLineEdit(holder);
    m_path->setObjectName(QStringLiteral("pathEdit"));
    auto *browseButton = makeButton(tr("Browse"), QStringLiteral("folder-open"), ButtonRole::Normal, holder);
    row->addWidget(m_path, 1);
    row->addWidget(browseButton);
    holder->setFocusProxy(m_path);
    m_pathField = new FormField(tr("File"), holder, this);
    m_path->setAccessibleName(tr("File"));
    m_pathField->setHelp(
        tr("Everything lies in this one file. A network share will not do: files there get damaged when two "
           "computers write."));
    card()->addWidget(m_pathField);
    connect(browseButton, &QPushButton::clicked, this, &SetupPage::browse);
}

void SetupPage::addCompany()
{
    m_currency = new QComboBox(this);
    for (const QString &code : Money::knownCurrencies()) {
        const QString sign = Money::symbol(code);
        m_currency->addItem(sign.isEmpty() || sign == code ? code : code + QStringLiteral("  ") + sign, code);
    }
    m_language = new QComboBox(this);
    for (const QString &code : languages())
        m_language->addItem(languageName(code), code);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::l);
    auto *currency = new FormField(tr("Currency of the company"), m_currency, this);
    currency->setHelp(tr("Documents may use others too."));
    auto *language = new FormField(tr("Language of statuses and lists"), m_language, this);
    language->setHelp(tr("They can be renamed later."));
    row->addWidget(currency, 1, Qt::AlignTop);
    row->addWidget(language, 1, Qt::AlignTop);
    card()->addLayout(row);
}

void SetupPage::addAdmin()
{
    card()->addWidget(makeSeparator(Qt::Horizontal, this));
    card()->addWidget(makeLabel(tr("You, the administrator"), TextRole::Strong, this));
    m_name = new QLineEdit(this);
    m_login = new QLineEdit(this);
    m_password = makePasswordEdit(this);
    m_again = makePasswordEdit(this);
    m_nameField = new FormField(tr("Your name"), m_name, this);
    m_loginField = new FormField(tr("Login"), m_login, this);
    m_passwordField = new FormField(tr("Password (optional)"), m_password, this);
    m_againField = new FormField(tr("Once more"), m_again, this);
    auto *names = new QHBoxLayout;
    names->setSpacing(space::l);
    names->addWidget(m_nameField, 1, Qt::AlignTop);
    names->addWidget(m_loginField, 1, Qt::AlignTop);
    card()->addLayout(names);
    auto *passwords = new QHBoxLayout;
    passwords->setSpacing(space::l);
    passwords->addWidget(m_passwordField, 1, Qt::AlignTop);
    passwords->addWidget(m_againField, 1, Qt::AlignTop);
    card()->addLayout(passwords);
    auto *strength = new StrengthBar(this);
    card()->addWidget(strength);
    m_passwordField->setHelp(tr("Without one the file opens by itself, until there is a second person."));
    connect(m_password, &QLineEdit::textChanged, strength, &StrengthBar::setPassword);
    connect(m_password, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_againField->setEnabled(!text.isEmpty()); });
    connect(m_login, &QLineEdit::textEdited, this, [this] { m_loginTouched = true; });
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &name) {
        if (!m_loginTouched)
            m_login->setText(loginFromName(name));
    });
    auto *honest = makeLabel(
        tr("Passwords and roles hold inside the program. Whoever may open the file itself can read it with other "
           "tools: keep it in a folder of your own."),
        TextRole::Caption, this, true);
    honest->setWordWrap(true);
    card()->addWidget(honest);
}

void SetupPage::addButtons()
{
    card()->addSpacing(space::s);
    auto *row = new QHBoxLayout;
    auto *back = makeButton(tr("Back"), QStringLiteral("arrow-left"), ButtonRole::Quiet, this);
    m_create = makeButton(tr("Create the database"), {}, ButtonRole::Primary, this);
    m_create->setObjectName(QStringLiteral("createDatabaseButton"));
    row->addWidget(back);
    row->addStretch(1);
    row->addWidget(m_create);
    card()->addLayout(row);
    connect(back, &QPushButton::clicked, this, &SetupPage::backRequested);
    connect(m_create, &QPushButton::clicked, this, &SetupPage::submit);
    for (QLineEdit *edit : {m_path, m_name, m_login, m_password, m_again})
        connect(edit, &QLineEdit::returnPressed, this, &SetupPage::submit);
}

void SetupPage::begin()
{
    setFault({});
    m_path->setText(QDir::toNativeSeparators(suggestedFile(tr("My company"))));
    m_language->setCurrentIndex(m_language->findData(currentLanguage()));
    const QString local = QLocale().currencySymbol(QLocale::CurrencyIsoCode);
    const int index = m_currency->findData(local);
    m_currency->setCurrentIndex(index >= 0 ? index : 0);
    for (QLineEdit *edit : {m_name, m_login, m_password, m_again})
        edit->clear();
    m_login->setText(QStringLiteral("admin"));
    m_loginTouched = false;
    m_againField->setEnabled(false);
    m_name->setFocus();
}

void SetupPage::setFault(const QString &sentence)
{
    m_create->setEnabled(true);
    if (sentence.isEmpty())
        m_fault->setVisible(false);
    else
        m_fault->show(Banner::Danger, sentence);
}

void SetupPage::browse()
{
    const QString path =
        Prompts::saveFile(this, tr("Where shall the database be?"), m_path->text(), tr("MyCRM databases (*.mycrm)"));
    if (!path.isEmpty())
        m_path->setText(
            QDir::toNativeSeparators(QFileInfo(path).suffix().isEmpty() ? path + QStringLiteral(".mycrm") : path));
}

bool SetupPage::check()
{
    const QString path = QDir::fromNativeSeparators(m_path->text().trimmed());
    const QFileInfo file(path), folder(file.absolutePath());
    for (FormField *field : {m_pathField, m_nameField, m_loginField, m_passwordField, m_againField})
        field->setFault({});
    if (path.isEmpty())
        m_pathField->setFault(tr("Say where the file shall be."));
    else if (file.isDir())
        m_pathField->setFault(tr("This is a folder. Add a file name."));
    else if (file.exists())
        m_pathField->setFault(
            tr("There is a file of this name already. Choose another name, or open that file instead."));
    else if (!folder.isDir())
        m_pathField->setFault(
            tr("The folder \u201c%1\u201d does not exist.").arg(QDir::toNativeSeparators(file.absolutePath())));
    else if (!folder.isWritable())
        m_pathField->setFault(
            tr("You may not write into the folder \u201c%1\u201d.").arg(QDir::toNativeSeparators(file.absolutePath())));

    static const QRegularExpression allowed(QStringLiteral("^[a-z0-9._-]+$"));
    if (!allowed.match(m_login->text().trimmed()).hasMatch())
        m_loginField->setFault(tr("Small Latin letters, digits, dots, hyphens and underscores, such as anna.petrova."));
    if (!m_password->text().isEmpty()) {
        m_passwordField->setFault(passwordFault(m_password->text(), m_login->text().trimmed()));
        if (m_password->text() != m_again->text())
            m_againField->setFault(tr("The two passwords differ."));
    }
    for (FormField *field : {m_pathField, m_nameField, m_loginField, m_passwordField, m_againField}) {
        if (field->fault().isEmpty())
            continue;
        field->setFocus();
        return false;
    }
    return true;
}

QStringList SetupPage::faults() const
{
    QStringList all;
    for (const FormField *field : {m_pathField, m_nameField, m_loginField, m_passwordField, m_againField})
        if (!field->fault().isEmpty())
            all.append(field->fault());
    return all;
}

void SetupPage::submit()
{
    setFault({});
    if (!check())
        return;
    Setup setup;
    setup.adminLogin = m_login->text().trimmed();
    setup.adminName = m_name->text().simplified();
    setup.adminPassword = m_password->text();
    setup.baseCurrency = m_currency->currentData().toString();
    setup.language = m_language->currentData().toString();
    m_create->setEnabled(false);
    Q_EMIT submitted(QFileInfo(QDir::fromNativeSeparators(m_path->text().trimmed())).absoluteFilePath(), setup);
}

} // namespace crm
