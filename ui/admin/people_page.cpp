#include "ui/admin/people_page.h"
#include "ui/admin/access_log_dialog.h"
#include "ui/admin/password_dialog.h"
#include "ui/admin/see_as.h"
#include "ui/records/flow_layout.h"
#include "ui/records/people.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/shell/top_bar.h"
#include "ui/style/icons.h"
#include "ui/style/text_direction.h"
#include "ui/style/widgets.h"
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

namespace crm {
namespace {

constexpr int mostPeople = 1000;

class PersonDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem own = option;
        initStyleOption(&own, index);
        const QString text = own.text;
        if (index.column() == PeopleModel::Active || index.column() == PeopleModel::Name)
            own.text.clear();
        own.widget->style()->drawControl(QStyle::CE_ItemViewItem, &own, painter, own.widget);
        if (index.column() == PeopleModel::Name) {
            const int side = qMin(24, option.rect.height() - 6);
            const QRect face(option.rect.left() + space::s, option.rect.center().y() - side / 2 + 1, side, side);
            paintAvatar(painter, mirrored(*painter, option.rect, face), text);
            const QRect room =
                mirrored(*painter, option.rect, option.rect.adjusted(2 * space::s + side, 0, -space::s, 0));
            painter->setFont(option.font);
            painter->setPen(colors().text);
            drawElided(*painter, room, Qt::AlignLeft | Qt::AlignVCenter, text);
        } else if (index.column() == PeopleModel::Active) {
            paintPill(painter, option.rect.adjusted(space::s, 0, -space::s, 0), index.data().toString(),
                      toneFor(index.data(Qt::UserRole).toBool() ? QStringLiteral("green") : QStringLiteral("grey")));
        }
    }
};

} // namespace

// The model.

Query PeopleModel::query()
{
    Query query(peopleEntity());
    query.columns = {QStringLiteral("name"), QStringLiteral("login"), QStringLiteral("role_id"),
                     QStringLiteral("active")};
    query.sort = {{QStringLiteral("name"), false}};
    return query;
}

void PeopleModel::setRows(const QList<Row> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

Id PeopleModel::idAt(int row) const { return m_rows.value(row).id; }

QString PeopleModel::textAt(int row, Column column) const
{
    if (row < 0 || row >= m_rows.size())
        return {};
    const Row &r = m_rows.at(row);
    return column == RoleName ? r.titles.value(column) : r.values.value(column).toString();
}

bool PeopleModel::isActive(int row) const { return m_rows.value(row).values.value(Active).toBool(); }

void PeopleModel::setAccounts(const QList<AccountState> &accounts)
{
    beginResetModel();
    m_onServer = true;
    m_accounts.clear();
    for (const AccountState &a : accounts)
        m_accounts.insert(a.user, a);
    endResetModel();
}

AccountState PeopleModel::accountAt(int row) const { return m_accounts.value(idAt(row)); }

QString PeopleModel::accessText(int row) const
{
    if (!isActive(row))
        return tr("Deactivated");
    if (!m_onServer)
        return tr("May sign in");
    const AccountState a = accountAt(row);
    if (a.account.isEmpty())
        return tr("No account yet");
    if (a.locked)
        return tr("Locked");
    return a.mustChange ? tr("Has to choose a password") : tr("May sign in");
}

int PeopleModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

int PeopleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_onServer ? int(ColumnCount) : int(LastSeen);
}

QVariant PeopleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.column() == Active) {
        if (role == Qt::UserRole)
            return isActive(index.row()) &&
                   (!m_onServer || (!accountAt(index.row()).account.isEmpty() && !accountAt(index.row()).locked));
        return role == Qt::DisplayRole ? QVariant(accessText(index.row())) : QVariant();
    }
    if (index.column() >= LastSeen) {
        const AccountState a = accountAt(index.row());
        if (role != Qt::DisplayRole)
            return {};
        if (index.column() == Connections)
            return a.connections > 0 ? QVariant(QString::number(a.connections)) : QVariant();
        return a.lastSeen.isValid() ? QLocale().toString(a.lastSeen.toLocalTime(), QLocale::ShortFormat) : QString();
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const QString text = textAt(index.row(), Column(index.column()));
    return text.isEmpty() && index.column() == Name ? textAt(index.row(), Login) : text;
}

QVariant PeopleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Login:
        return tr("Login");
    case RoleName:
        return tr("Role");
    case Active:
        return tr("Access");
    case LastSeen:
        return tr("Last seen");
    case Connections:
        return tr("Connections");
    default:
        return {};
    }
}

// The page.

PeoplePage::PeoplePage(Navigator &navigator, QWidget *parent)
    : TabPage(navigator, parent)
    , m_model(new PeopleModel(this))
    , m_table(new QTableView(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *bar = new FlowLayout(nullptr, space::s); // with all of a server's buttons wider than a small window
    bar->setContentsMargins(space::l, space::m, space::l, space::m);
    layout->addLayout(bar);
    auto *person = makeButton(tr("New person"), QStringLiteral("plus"), ButtonRole::Primary, this);
    m_password = makeButton(tr("Set password"), QStringLiteral("key"), ButtonRole::Normal, this);
    m_active = makeButton(tr("Deactivate"), QStringLiteral("ban"), ButtonRole::Normal, this);
    for (QPushButton *button : {person, m_password, m_active})
        bar->addWidget(button);
    if (maySeeAs(navigator.session()))
        addSeeAsButtons(bar);
    if (isOnServer())
        addServerButtons(bar);
    layout->addWidget(makeSeparator(Qt::Horizontal, this));

    m_table->setModel(m_model);
    m_table->setItemDelegate(new PersonDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QTableView::SelectRows);
    m_table->setSelectionMode(QTableView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight() + 4);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setAccessibleName(title());
    layout->addWidget(m_table, 1);

    connect(person, &QPushButton::clicked, this, [this] { this->navigator().newRecord(peopleEntity()); });
    connect(m_password, &QPushButton::clicked, this, &PeoplePage::setPassword);
    connect(m_active, &QPushButton::clicked, this, &PeoplePage::toggleActive);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PeoplePage::showChoice);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        this->navigator().openRecord(peopleEntity(), m_model->idAt(index.row()));
    });
    connect(&navigator.session(), &Session::changed, this, [this](const QList<Change> &changes) {
        if (std::any_of(changes.begin(), changes.end(), [](const Change &c) { return c.entity == peopleEntity(); }))
            load();
    });
    showChoice();
}

bool PeoplePage::isOnServer() const { return navigator().session().target().kind == Target::Server; }

void PeoplePage::addServerButtons(QLayout *bar)
{
    m_lock = makeButton(tr("Lock"), QStringLiteral("lock"), ButtonRole::Normal, this);
    bar->addWidget(m_lock);
    connect(m_lock, &QPushButton::clicked, this, &PeoplePage::toggleLock);
    const auto add = [&](const QString &text, const char *iconName, auto make) {
        auto *button = makeButton(text, QLatin1String(iconName), ButtonRole::Quiet, this);
        bar->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, make] {
            make();
            loadAccounts();
        });
    };
    add(tr("Connections"), "link", [this] {
        ConnectionsDialog dialog(navigator().session(), navigator().window());
        Prompts::run(dialog);
    });
    add(tr("Addresses"), "globe", [this] {
        AddressesDialog dialog(navigator().session(), navigator().window());
        Prompts::run(dialog);
    });
    add(tr("Turned away"), "shield", [this] {
        RefusalsDialog dialog(navigator().session(), navigator().window());
        Prompts::run(dialog);
    });
}

void PeoplePage::addSeeAsButtons(QLayout *bar)
{
    m_seeAs = makeButton(tr("See as this person"), QStringLiteral("eye"), ButtonRole::Normal, this);
    m_seeAs->setToolTip(tr("Shows what they see, and changes nothing. It is noted in the access log."));
    bar->addWidget(m_seeAs);
    connect(m_seeAs, &QPushButton::clicked, this,
            [this] { navigator().openKey(seeAsKey(m_model->idAt(currentRow()))); });
    auto *log = makeButton(tr("Access log"), QStringLiteral("history"), ButtonRole::Quiet, this);
    bar->addWidget(log);
    connect(log, &QPushButton::clicked, this, [this] {
        AccessLogDialog dialog(navigator().session(), navigator().window());
        Prompts::run(dialog);
    });
}

void PeoplePage::loadAccounts()
{
    if (!isOnServer())
        return;
    m_accountsRequest.ask(
        this, navigator().session().read([](Repository &r) { return OfficeAccess(r).accounts(); }),
        [this](const QList<AccountState> &accounts) {
            const int row = currentRow();
            m_model->setAccounts(accounts);
            m_table->selectRow(qMax(0, row));
            showChoice();
        },
        [this](const Error &error) { navigator().showError(error); });
}

void PeoplePage::givePassword(int row)
{
    const QString login = m_model->textAt(row, PeopleModel::Login);
    m_writing.ask(
        this, navigator().session().write([id = m_model->idAt(row)](Repository &r) {
            return OfficeAccess(r).givePassword(id);
        }),
        [this, login](const QString &password) {
            MadePasswordDialog dialog(login, password, navigator().window());
            Prompts::run(dialog);
            loadAccounts();
        },
        [this](const Error &error) { navigator().showError(error); });
}

void PeoplePage::toggleLock()
{
    const int row = currentRow();
    if (row < 0)
        return;
    const AccountState a = m_model->accountAt(row);
    if (!a.locked &&
        Prompts::ask(navigator().window(), {tr("Lock the account of %1?").arg(a.name),
                                            tr("Open connections end at once. The records stay as they are."),
                                            tr("Lock"),
                                            {},
                                            true}) != Prompts::Yes)
        return;
    m_writing.ask(
        this, navigator().session().write([a](Repository &r) { OfficeAccess(r).lock(a.user, !a.locked); }),
        [this] { loadAccounts(); }, [this](const Error &error) { navigator().showError(error); });
}

void PeoplePage::activated()
{
    if (!m_settled && !m_request.isRunning())
        load();
}

void PeoplePage::load()
{
    PageAt at;
    at.limit = mostPeople;
    m_request.ask(
        this, navigator().session().page(PeopleModel::query(), at),
        [this](const Page &page) {
            const Id kept = m_model->idAt(currentRow());
            m_model->setRows(page.rows);
            int row = 0;
            for (int i = 0; i < m_model->rowCount(); ++i)
                if (m_model->idAt(i) == kept)
                    row = i;
            m_table->selectRow(row);
            setStatusText(tr("%n person(s)", nullptr, m_model->rowCount()));
            m_settled = true;
            showChoice();
            loadAccounts();
            Q_EMIT settled();
        },
        [this](const Error &error) {
            m_settled = true;
            navigator().showError(error);
            Q_EMIT settled();
        });
}

int PeoplePage::currentRow() const { return m_table->currentIndex().row(); }

void PeoplePage::showChoice()
{
    const int row = currentRow();
    const bool any = row >= 0, active = any && m_model->isActive(row);
    m_password->setEnabled(any);
    const bool own = any && m_model->idAt(row) == navigator().session().actor().userId;
    if (m_lock) {
        const AccountState a = m_model->accountAt(row);
        m_lock->setEnabled(any && !own && !a.account.isEmpty());
        m_lock->setText(a.locked ? tr("Unlock") : tr("Lock"));
        m_password->setText(any && a.account.isEmpty() ? tr("Make an account") : tr("New password"));
    }
    m_active->setEnabled(any && !own);
    if (m_seeAs)
        m_seeAs->setEnabled(active && !own);
    m_active->setText(active || !any ? tr("Deactivate") : tr("Let in again"));
    m_active->setIcon(icon(active || !any ? QStringLiteral("ban") : QStringLiteral("check")));
}

void PeoplePage::setPassword()
{
    const int row = currentRow();
    if (row < 0)
        return;
    if (isOnServer() && m_model->idAt(row) != navigator().session().actor().userId) {
        givePassword(row);
        return;
    }
    PasswordDialog dialog(navigator().session(), m_model->idAt(row), m_model->textAt(row, PeopleModel::Login),
                          navigator().window());
    if (Prompts::run(dialog) == QDialog::Accepted)
        navigator().toast(tr("The password of %1 has been set.").arg(m_model->textAt(row, PeopleModel::Login)));
}

void PeoplePage::toggleActive()
{
    const int row = currentRow();
    if (row < 0)
        return;
    const bool active = m_model->isActive(row);
    const QString name = m_model->data(m_model->index(row, PeopleModel::Name), Qt::DisplayRole).toString();
    if (active &&
        Prompts::ask(navigator().window(), {tr("Deactivate %1?").arg(name),
                                            tr("%1 can no longer sign in. The records stay as they are.").arg(name),
                                            tr("Deactivate"),
                                            {},
                                            true}) != Prompts::Yes)
        return;
    saveActive(m_model->idAt(row), !active);
}

void PeoplePage::saveActive(Id id, bool active)
{
    await(
        this, navigator().session().write([id, active](Repository &r) {
            Document person = r.load(peopleEntity(), id);
            person.set(QStringLiteral("active"), active);
            return r.save(person);
        }),
        [this, id, active](const Saved &) {
            load();
            navigator().toast(active ? tr("May sign in again.") : tr("Deactivated."),
                              [this, id, active] { saveActive(id, !active); });
        },
        [this](const Error &error) {
            navigator().showError(error.faults().isEmpty() ? error
                                                           : Error(error.kind(), error.faults().first().sentence));
        });
}

} // namespace crm
