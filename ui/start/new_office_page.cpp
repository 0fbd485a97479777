#include "ui/start/new_office_page.h"
#include "core/access/password.h"
#include "core/model/money.h"
#include "core/store/server/profiles.h"
#include "ui/shell/language.h"
#include "ui/shell/prompts.h"
#include "ui/start/connect_page.h"
#include "ui/start/setup_page.h"
#include "ui/style/form_field.h"
#include "ui/style/icons.h"
#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QLineEdit>
#include <QStackedWidget>
#include <QtConcurrent>

namespace crm {

namespace {
/// A finding or a step: a sign, a sentence, and below what to do.
QWidget *makeLine(const QString &iconName, const QColor &color, const QString &sentence, const QString &remedy,
                  QWidget *parent)
{
    auto *line = new QWidget(parent);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    auto *sign = new QLabel(line);
    sign->setPixmap(icon(iconName, color).pixmap(16, 16));
    row->addWidget(sign, 0, Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    auto *what = makeLabel(sentence, TextRole::Body, line);
    what->setWordWrap(true);
    texts->addWidget(what);
    if (!remedy.isEmpty()) {
        auto *how = makeLabel(remedy, TextRole::Caption, line, true);
        how->setWordWrap(true);
        how->setTextInteractionFlags(Qt::TextSelectableByMouse);
        texts->addWidget(how);
    }
    row->addLayout(texts, 1);
    return line;
}

void clear(QVBoxLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
}

QVBoxLayout *column(QWidget *step)
{
    auto *layout = new QVBoxLayout(step);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::m);
    return layout;
}

QHBoxLayout *inOneRow(std::initializer_list<std::pair<QWidget *, int>> fields)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::l);
    for (const auto &[field, stretch] : fields)
        row->addWidget(field, stretch, Qt::AlignTop);
    return row;
}

/// Only the current step takes room: the others would leave a card with a hole.
class Steps : public QStackedWidget
{
public:
    using QStackedWidget::QStackedWidget;
    QSize sizeHint() const override { return currentWidget() ? currentWidget()->sizeHint() : QSize(); }
    QSize minimumSizeHint() const override { return currentWidget() ? currentWidget()->minimumSizeHint() : QSize(); }
    bool hasHeightForWidth() const override { return currentWidget() && currentWidget()->hasHeightForWidth(); }
    int heightForWidth(int width) const override
    {
        return currentWidget() ? currentWidget()->heightForWidth(width) : 0;
    }
};
} // namespace

NewOfficePage::NewOfficePage(const Registry &registry, QWidget *parent)
    : CardPage(680, parent)
    , m_registry(registry)
    , m_banner(new Banner(this))
    , m_steps(new Steps(this))
{
    card()->addWidget(makeLabel(tr("A new office on a server"), TextRole::Title, this));
    card()->addWidget(m_banner);
    card()->addWidget(m_steps);
    m_steps->addWidget(makeServerStep());
    m_steps->addWidget(makeOfficeStep());
    m_steps->addWidget(makeDoneStep());
    addButtons();
    showStep(Server);
}

FormField *NewOfficePage::field(const QString &label, QLineEdit *edit, const char *name)
{
    edit->setObjectName(QLatin1String(name));
    connect(edit, &QLineEdit::returnPressed, this, &NewOfficePage::next);
    auto *made = new FormField(label, edit, this);
    m_allFields << made;
    return made;
}

QWidget *NewOfficePage::makeServerStep()
{
    auto *step = new QWidget(this);
    auto *layout = column(step);
    auto *intro =
        makeLabel(tr("You need a MariaDB (10.6 or newer) and an account that administers it. The program uses "
                     "that account now, and never again."),
                  TextRole::Body, step, true);
    intro->setWordWrap(true);
    layout->addWidget(intro);
    m_fields.host = new QLineEdit(step);
    m_fields.port = new QLineEdit(step);
    m_fields.port->setValidator(new QIntValidator(1, 65535, m_fields.port));
    m_fields.ca = new QLineEdit(step);
    m_fields.root = new QLineEdit(step);
    m_fields.rootPassword = makePasswordEdit(step);
    layout->addLayout(inOneRow({{field(tr("Server"), m_fields.host, "officeHostEdit"), 3},
                                {field(tr("Port"), m_fields.port, "officePortEdit"), 1}}));
    FormField *ca = field(tr("Certificate of the office (ca.pem)"), m_fields.ca, "officeCaEdit");
    ca->setHelp(
        tr("Made by installer/mariadb-server.sh; it says where. Empty: an authority that this computer trusts."));
    auto *browse = makeButton(tr("Browse"), QStringLiteral("folder-open"), ButtonRole::Normal, step);
    connect(browse, &QPushButton::clicked, this, [this] {
        const QString path = Prompts::openFile(this, tr("The certificate of the office"),
                                               tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
        if (!path.isEmpty())
            m_fields.ca->setText(QDir::toNativeSeparators(path));
    });
    auto *file = new QHBoxLayout;
    file->setSpacing(space::s);
    file->addWidget(ca, 1, Qt::AlignTop);
    auto *holder = new QVBoxLayout; // beside the editor, below its label
    holder->addSpacing(QFontMetrics(fontFor(TextRole::Body)).height() + space::xs);
    holder->addWidget(browse);
    holder->addStretch(1);
    file->addLayout(holder);
    layout->addLayout(file);
    layout->addLayout(inOneRow({{field(tr("Administrator of the MariaDB"), m_fields.root, "rootEdit"), 1},
                                {field(tr("Password"), m_fields.rootPassword, "rootPasswordEdit"), 1}}));
    auto *list = new QWidget(step);
    m_findings = column(list);
    m_findings->setSpacing(space::s);
    layout->addWidget(list);
    layout->addStretch(1);
    return step;
}

QWidget *NewOfficePage::makeOfficeStep()
{
    auto *step = new QWidget(this);
    auto *layout = column(step);
    m_fields.database = new QLineEdit(step);
    m_currency = new QComboBox(step);
    for (const QString &code : Money::knownCurrencies())
        m_currency->addItem(code, code);
    m_language = new QComboBox(step);
    for (const QString &code : languages())
        m_language->addItem(languageName(code), code);
    layout->addLayout(inOneRow({{field(tr("Database"), m_fields.database, "officeDatabaseEdit"), 2},
                                {new FormField(tr("Currency of the company"), m_currency, step), 2},
                                {new FormField(tr("Language of statuses and lists"), m_language, step), 2}}));
    layout->addWidget(makeSeparator(Qt::Horizontal, step));
    layout->addWidget(makeLabel(tr("You, the administrator"), TextRole::Strong, step));
    m_fields.name = new QLineEdit(step);
    m_fields.login = new QLineEdit(step);
    m_fields.password = makePasswordEdit(step);
    m_fields.again = makePasswordEdit(step);
    layout->addLayout(inOneRow({{field(tr("Your name"), m_fields.name, "officeNameEdit"), 1},
                                {field(tr("Login"), m_fields.login, "officeLoginEdit"), 1}}));
    layout->addLayout(inOneRow({{field(tr("Password"), m_fields.password, "officePasswordEdit"), 1},
                                {field(tr("Once more"), m_fields.again, "officeAgainEdit"), 1}}));
    auto *strength = new StrengthBar(step);
    connect(m_fields.password, &QLineEdit::textChanged, strength, &StrengthBar::setPassword);
    layout->addWidget(strength);
    layout->addWidget(makeSeparator(Qt::Horizontal, step));
    layout->addWidget(makeLabel(tr("What will be done"), TextRole::Strong, step));
    auto *list = new QWidget(step);
    m_plan = column(list);
    m_plan->setSpacing(space::xs);
    layout->addWidget(list);
    layout->addStretch(1);
    return step;
}

QWidget *NewOfficePage::makeDoneStep()
{
    auto *step = new QWidget(this);
    auto *layout = column(step);
    auto *text = makeLabel(tr("Two more accounts were made. Keep their passwords in a safe place now: nobody can read "
                              "them again. They are for upgrades and for backups, not for daily work."),
                           TextRole::Body, step);
    text->setWordWrap(true);
    layout->addWidget(text);
    m_ownerPassword = new QLineEdit(step);
    m_servicePassword = new QLineEdit(step);
    for (QLineEdit *edit : {m_ownerPassword, m_servicePassword})
        edit->setReadOnly(true);
    layout->addWidget(new FormField(tr("Owner of the tables (upgrades, plugins)"), m_ownerPassword, step));
    layout->addWidget(new FormField(tr("Service (jobs, backups)"), m_servicePassword, step));
    layout->addStretch(1);
    return step;
}

void NewOfficePage::addButtons()
{
    card()->addSpacing(space::s);
    auto *row = new QHBoxLayout;
    m_back = makeButton(tr("Back"), QStringLiteral("arrow-left"), ButtonRole::Quiet, this);
    m_next = makeButton({}, {}, ButtonRole::Primary, this);
    m_next->setObjectName(QStringLiteral("officeNextButton"));
    row->addWidget(m_back);
    row->addStretch(1);
    row->addWidget(m_next);
    card()->addLayout(row);
    connect(m_back, &QPushButton::clicked, this, &NewOfficePage::back);
    connect(m_next, &QPushButton::clicked, this, &NewOfficePage::next);
}

void NewOfficePage::begin(const ServerAddress &address)
{
    for (FormField *each : std::as_const(m_allFields))
        each->setFault({});
    clear(m_findings);
    m_report = {};
    m_fields.host->setText(address.host);
    m_fields.port->setText(QString::number(address.port));
    m_fields.ca->setText(QDir::toNativeSeparators(address.caFile));
    m_fields.root->setText(QStringLiteral("root"));
    m_fields.database->setText(address.database);
    for (QLineEdit *edit :
         {m_fields.rootPassword, m_fields.name, m_fields.password, m_fields.again, m_ownerPassword, m_servicePassword})
        edit->clear();
    m_fields.login->setText(QStringLiteral("admin"));
    m_language->setCurrentIndex(qMax(0, m_language->findData(currentLanguage())));
    m_currency->setCurrentIndex(qMax(0, m_currency->findData(QLocale().currencySymbol(QLocale::CurrencyIsoCode))));
    showStep(Server);
}

NewOfficePage::Step NewOfficePage::step() const { return Step(m_steps->currentIndex()); }

void NewOfficePage::showStep(Step step)
{
    m_steps->setCurrentIndex(step);
    m_steps->updateGeometry();
    m_banner->setVisible(false);
    setBusy({});
    m_back->setVisible(step != Done);
    if (step == Server)
        (m_fields.host->text().isEmpty() ? m_fields.host : m_fields.rootPassword)->setFocus();
    else if (step == Office)
        m_fields.name->setFocus();
}

void NewOfficePage::setBusy(const QString &text)
{
    m_next->setEnabled(text.isEmpty());
    static constexpr const char *const words[] = {QT_TR_NOOP("Check the server"), QT_TR_NOOP("Make the office"),
                                                  QT_TR_NOOP("Sign in")};
    m_next->setText(text.isEmpty() ? tr(words[step()]) : text);
}

ServerAddress NewOfficePage::address() const
{
    ServerAddress a;
    a.host = m_fields.host->text().trimmed();
    a.port = m_fields.port->text().toInt();
    a.caFile = QDir::fromNativeSeparators(m_fields.ca->text().trimmed());
    a.database = m_fields.database->text().trimmed();
    return a;
}

OfficeSetup NewOfficePage::setup() const
{
    OfficeSetup s;
    s.database = m_fields.database->text().trimmed();
    s.first.adminLogin = m_fields.login->text().trimmed();
    s.first.adminName = m_fields.name->text().simplified();
    s.first.adminPassword = m_fields.password->text();
    s.first.baseCurrency = m_currency->currentData().toString();
    s.first.language = m_language->currentData().toString();
    return s;
}

// What is wrong.

QStringList NewOfficePage::faults() const
{
    QStringList all;
    for (const FormField *each : m_allFields)
        if (!each->fault().isEmpty())
            all << each->fault();
    return all;
}

bool NewOfficePage::focusFault()
{
    for (FormField *each : std::as_const(m_allFields)) {
        if (!each->fault().isEmpty()) {
            each->setFocus();
            return true;
        }
    }
    return false;
}

namespace {
FormField *fieldOf(QLineEdit *edit) { return qobject_cast<FormField *>(edit->parentWidget()); }
} // namespace

bool NewOfficePage::checkServer()
{
    const ServerAddress a = address();
    fieldOf(m_fields.host)->setFault(addressFault(AddressPart::host(a.host)));
    fieldOf(m_fields.port)->setFault(addressFault(AddressPart::port(a.port)));
    fieldOf(m_fields.ca)->setFault(addressFault(AddressPart::caFile(a.caFile)));
    fieldOf(m_fields.root)->setFault(m_fields.root->text().trimmed().isEmpty() ? tr("Enter your login.") : QString());
    return !focusFault();
}

bool NewOfficePage::checkOffice()
{
    const OfficeSetup s = setup();
    fieldOf(m_fields.database)->setFault(addressFault(AddressPart::database(s.database)));
    static const QRegularExpression allowed(QStringLiteral("^[a-z0-9._-]+$"));
    fieldOf(m_fields.login)
        ->setFault(allowed.match(s.first.adminLogin).hasMatch()
                       ? QString()
                       : tr("Small Latin letters, digits, dots, hyphens and underscores, such as anna.petrova."));
    fieldOf(m_fields.password)->setFault(passwordFault(s.first.adminPassword, s.first.adminLogin));
    fieldOf(m_fields.again)
        ->setFault(m_fields.password->text() == m_fields.again->text() ? QString() : tr("The two passwords differ."));
    return !focusFault();
}

// The steps.

void NewOfficePage::next()
{
    if (!m_next->isEnabled())
        return;
    switch (step()) {
    case Server:
        if (checkServer())
            examine();
        break;
    case Office:
        if (checkOffice())
            create();
        break;
    case Done:
        Q_EMIT made({freeProfileName(address()), address(), setup().first.adminLogin},
                    {setup().first.adminLogin, setup().first.adminPassword});
        break;
    }
}

void NewOfficePage::back()
{
    m_request.cancel();
    if (step() == Office)
        showStep(Server);
    else
        Q_EMIT backRequested();
}

namespace {
struct Examined
{
    ServerReport report;
    QStringList plan;
};
} // namespace

void NewOfficePage::examine()
{
    m_banner->setVisible(false);
    clear(m_findings);
    setBusy(tr("Asking the server\u2026"));
    const Credentials root{m_fields.root->text().trimmed(), m_fields.rootPassword->text()};
    m_request.ask(
        this, QtConcurrent::run([a = address(), root, s = setup(), registry = &m_registry] {
            auto admin = openAdministrator({a, root.login, root.password});
            Examined found{examineServer(*admin, s.database), {}};
            if (found.report.stops() == 0)
                found.plan = officePlan(*admin, *registry, s);
            return found;
        }),
        [this](const Examined &found) {
            m_report = found.report;
            m_planned = found.plan;
            setBusy({});
            showFindings();
        },
        [this](const Error &error) {
            setBusy({});
            m_banner->show(Banner::Danger, error.sentence());
        });
}

void NewOfficePage::showFindings()
{
    if (m_report.stops() > 0) {
        const Colors &c = colors();
        for (const ServerFinding &f : std::as_const(m_report.findings)) {
            if (f.weight != ServerFinding::Fine)
                m_findings->addWidget(
                    makeLine(f.weight == ServerFinding::Stop ? QStringLiteral("error") : QStringLiteral("warning"),
                             f.weight == ServerFinding::Stop ? c.danger : c.warning, f.sentence, f.remedy, this));
        }
        m_banner->show(Banner::Warning,
                       tr("An office cannot be made here yet. Below stands what to do; then check again."));
        return;
    }
    showStep(Office);
    clear(m_plan);
    const Colors &c = colors();
    m_plan->addWidget(
        makeLine(QStringLiteral("check"), c.success, tr("%1 is suitable.").arg(m_report.version), {}, this));
    for (const ServerFinding &f : std::as_const(m_report.findings)) {
        if (f.weight == ServerFinding::Advice)
            m_plan->addWidget(makeLine(QStringLiteral("warning"), c.warning, f.sentence, f.remedy, this));
    }
    for (const QString &sentence : std::as_const(m_planned))
        m_plan->addWidget(makeLine(QStringLiteral("chevron-right"), c.muted, sentence, {}, this));
}

void NewOfficePage::create()
{
    m_banner->setVisible(false);
    setBusy(tr("Making the office\u2026"));
    m_back->setEnabled(false);
    const Credentials root{m_fields.root->text().trimmed(), m_fields.rootPassword->text()};
    m_request.ask(
        this, QtConcurrent::run([a = address(), root, s = setup(), registry = &m_registry] {
            return makeOffice({a, root.login, root.password}, *registry, s);
        }),
        [this](const OfficeMade &made) { takeMade(made); },
        [this](const Error &error) {
            m_back->setEnabled(true);
            setBusy({});
            const QString sentence = error.faults().isEmpty() ? error.sentence() : error.faults().first().sentence;
            m_banner->show(Banner::Danger, sentence);
        });
}

void NewOfficePage::takeMade(const OfficeMade &result)
{
    m_back->setEnabled(true);
    m_fields.rootPassword->clear();
    m_ownerPassword->setText(result.ownerPassword);
    m_servicePassword->setText(result.servicePassword);
    showStep(Done);
    m_banner->show(Banner::Success, result.adopted ? tr("The office was there already and is up to date now.")
                                                   : tr("The office is ready."));
    if (result.ownerPassword.isEmpty() && result.servicePassword.isEmpty())
        next(); // an adopted office keeps its accounts; there is nothing to write down
}

} // namespace crm
