#include "ui/admin/office_dialogs.h"
#include "ui/records/people.h"
#include "ui/style/form_field.h"
#include "ui/style/scale.h"
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QTableWidget>
#include <QVBoxLayout>

namespace crm {

namespace {
constexpr int mostNames = 1000;
const QString roleEntity = QStringLiteral("roles"); // the store itself knows who people and roles are

QString sentenceOf(const Error &error)
{
    return error.faults().isEmpty() ? error.sentence() : error.faults().first().sentence;
}
} // namespace

OfficeDialog::OfficeDialog(Session &session, const QString &title, const QStringList &heads, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_body(new QVBoxLayout(this))
    , m_table(new QTableWidget(0, int(heads.size()), this))
    , m_banner(new Banner(this))
    , m_buttons(new QHBoxLayout)
{
    setWindowTitle(title);
    resize(scaledOnScreen(720), 460);
    m_body->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    m_body->setSpacing(space::m);
    m_body->addWidget(makeLabel(title, TextRole::Heading, this));
    m_body->addWidget(m_banner);
    m_table->setHorizontalHeaderLabels(heads);
    for (int i = 0; i < heads.size(); ++i)
        m_table->horizontalHeaderItem(i)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QTableView::SelectRows);
    m_table->setSelectionMode(QTableView::SingleSelection);
    m_table->setEditTriggers(QTableView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(title);
    m_body->addWidget(m_table, 1);
    m_body->addLayout(m_buttons);
    m_buttons->addStretch(1);
    auto *close = makeButton(tr("Close"), {}, ButtonRole::Normal, this);
    m_buttons->addWidget(close);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

QPushButton *OfficeDialog::addButton(const QString &text, const QString &iconName)
{
    auto *button = makeButton(text, iconName, ButtonRole::Normal, this);
    m_buttons->insertWidget(0, button);
    return button;
}

void OfficeDialog::setRows(const QList<QStringList> &rows, const QList<qint64> &ids, const QString &none)
{
    m_table->setRowCount(int(rows.size()));
    for (int row = 0; row < rows.size(); ++row) {
        for (int column = 0; column < rows[row].size(); ++column) {
            auto *item = new QTableWidgetItem(rows[row][column]);
            item->setToolTip(rows[row][column]);
            if (column == 0 && row < ids.size())
                item->setData(Qt::UserRole, ids[row]);
            m_table->setItem(row, column, item);
        }
    }
    if (rows.isEmpty())
        m_banner->show(Banner::Info, none);
    else
        m_table->selectRow(0);
}

qint64 OfficeDialog::currentId() const
{
    const QTableWidgetItem *item = m_table->item(m_table->currentRow(), 0);
    return item ? item->data(Qt::UserRole).toLongLong() : 0;
}

QString OfficeDialog::shownMoment(const QDateTime &moment)
{
    return moment.isValid() ? QLocale().toString(moment.toLocalTime(), QLocale::ShortFormat) : QString();
}

void OfficeDialog::fail(const Error &error) { m_banner->show(Banner::Danger, sentenceOf(error)); }

// Connections.

ConnectionsDialog::ConnectionsDialog(Session &session, QWidget *parent)
    : OfficeDialog(session, tr("Open connections"), {tr("Name"), tr("Address"), tr("Program"), tr("Since")}, parent)
{
    connect(addButton(tr("End this connection"), QStringLiteral("ban")), &QPushButton::clicked, this,
            &ConnectionsDialog::end);
    load();
}

void ConnectionsDialog::load()
{
    m_request.ask(
        this, m_session.read([](Repository &r) { return OfficeAccess(r).connections(); }),
        [this](const QList<OpenConnection> &all) {
            QList<QStringList> rows;
            QList<qint64> ids;
            for (const OpenConnection &c : all) {
                rows << QStringList{c.own ? tr("%1 (this one)").arg(c.name) : c.name, c.address, c.program,
                                    shownMoment(c.since)};
                ids << c.id;
            }
            setRows(rows, ids, tr("Nobody is connected."));
        },
        [this](const Error &error) { fail(error); });
}

void ConnectionsDialog::end()
{
    const qint64 id = currentId();
    if (!id)
        return;
    m_request.ask(
        this, m_session.write([id](Repository &r) { OfficeAccess(r).endConnection(id); }), [this] { load(); },
        [this](const Error &error) { fail(error); });
}

// Address lists.

AddressesDialog::AddressesDialog(Session &session, QWidget *parent)
    : OfficeDialog(session, tr("Where people may come from"), {tr("For whom"), tr("For"), tr("Addresses")}, parent)
    , m_whom(new QComboBox(this))
    , m_purpose(new QComboBox(this))
    , m_range(new QLineEdit(this))
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::m);
    m_purpose->addItem(tr("Signing in"), AddressRule::Use);
    m_purpose->addItem(tr("Clocking in and out"), AddressRule::Clock);
    m_range->setPlaceholderText(QStringLiteral("192.168.1.0/24"));
    m_rangeField = new FormField(tr("Addresses"), m_range, this);
    m_rangeField->setHelp(tr("One address, a range such as 10.0.0.1-10.0.0.99, or a network such as 10.0.0.0/8."));
    row->addWidget(new FormField(tr("For whom"), m_whom, this), 3, Qt::AlignTop);
    row->addWidget(new FormField(tr("For"), m_purpose, this), 2, Qt::AlignTop);
    row->addWidget(m_rangeField, 4, Qt::AlignTop);
    auto *text =
        makeLabel(tr("A role or a person without a line may come from everywhere."), TextRole::Body, this, true);
    text->setWordWrap(true);
    body()->insertWidget(1, text);
    body()->insertLayout(body()->count() - 1, row);
    connect(addButton(tr("Take this line away"), QStringLiteral("trash")), &QPushButton::clicked, this,
            &AddressesDialog::remove);
    m_allow = addButton(tr("Allow"), QStringLiteral("plus"));
    connect(m_allow, &QPushButton::clicked, this, &AddressesDialog::allow);
    connect(m_range, &QLineEdit::returnPressed, this, &AddressesDialog::allow);
    load();
}

namespace {
struct Lists
{
    QList<AddressRule> rules;
    QList<Row> roles, people;
};

QList<Row> namesOf(Repository &r, const QString &entity)
{
    Query query(entity);
    query.columns = {QStringLiteral("name")};
    query.sort = {{QStringLiteral("name"), false}};
    PageAt at;
    at.limit = mostNames;
    return r.page(query, at).rows;
}
} // namespace

void AddressesDialog::load()
{
    m_request.ask(
        this, m_session.read([](Repository &r) {
            return Lists{OfficeAccess(r).addresses(), namesOf(r, roleEntity), namesOf(r, peopleEntity())};
        }),
        [this](const Lists &lists) {
            QHash<Id, QString> names;
            const int chosen = m_whom->currentIndex();
            m_whom->clear();
            for (const Row &role : lists.roles) {
                names.insert(role.id, role.values.value(0).toString());
                m_whom->addItem(tr("Role: %1").arg(names.value(role.id)), QVariantList{true, role.id});
            }
            for (const Row &person : lists.people) {
                names.insert(person.id, person.values.value(0).toString());
                m_whom->addItem(names.value(person.id), QVariantList{false, person.id});
            }
            m_whom->setCurrentIndex(qMax(0, chosen));
            QList<QStringList> rows;
            QList<qint64> ids;
            for (const AddressRule &a : lists.rules) {
                rows << QStringList{a.role ? tr("Role: %1").arg(names.value(a.role)) : names.value(a.user),
                                    a.purpose == AddressRule::Clock ? tr("Clocking in and out") : tr("Signing in"),
                                    a.range};
                ids << a.id;
            }
            setRows(rows, ids, tr("There are no lists yet: everybody may come from everywhere."));
            if (!rows.isEmpty())
                banner()->setVisible(false);
        },
        [this](const Error &error) { fail(error); });
}

void AddressesDialog::allow()
{
    AddressRule rule;
    rule.range = m_range->text().simplified();
    rule.purpose = AddressRule::Purpose(m_purpose->currentData().toInt());
    const QVariantList whom = m_whom->currentData().toList();
    (whom.value(0).toBool() ? rule.role : rule.user) = whom.value(1).toLongLong();
    m_rangeField->setFault(addressRangeFault(rule.range));
    if (!m_rangeField->fault().isEmpty()) {
        m_range->setFocus();
        return;
    }
    m_writing.ask(
        this, m_session.write([rule](Repository &r) { OfficeAccess(r).allow(rule); }),
        [this] {
            m_range->clear();
            load();
        },
        [this](const Error &error) { m_rangeField->setFault(sentenceOf(error)); });
}

void AddressesDialog::remove()
{
    const qint64 id = currentId();
    if (!id)
        return;
    m_writing.ask(
        this, m_session.write([id](Repository &r) { OfficeAccess(r).removeAddress(id); }), [this] { load(); },
        [this](const Error &error) { fail(error); });
}

// Refusals.

RefusalsDialog::RefusalsDialog(Session &session, QWidget *parent)
    : OfficeDialog(session, tr("Who was turned away"), {tr("When"), tr("Account"), tr("Address"), tr("Why")}, parent)
{
    m_request.ask(
        this, m_session.read([](Repository &r) { return OfficeAccess(r).refusals(); }),
        [this](const QList<RefusedEntry> &all) {
            QList<QStringList> rows;
            for (const RefusedEntry &r : all)
                rows << QStringList{shownMoment(r.at), r.account, r.address, refusalReason(r.reason)};
            setRows(rows, {}, tr("Nobody was turned away. Wrong passwords stand in the log of the MariaDB."));
        },
        [this](const Error &error) { fail(error); });
}

// A made password.

MadePasswordDialog::MadePasswordDialog(const QString &login, const QString &password, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("New password of %1").arg(login));
    setMinimumWidth(scaledOnScreen(420));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    layout->setSpacing(space::m);
    layout->addWidget(makeLabel(windowTitle(), TextRole::Heading, this));
    auto *text = makeLabel(tr("Give it to %1 in person. Nobody can read it again, and at the first sign-in the program "
                              "asks for another one.")
                               .arg(login),
                           TextRole::Body, this, true);
    text->setWordWrap(true);
    layout->addWidget(text);
    auto *row = new QHBoxLayout;
    auto *edit = new QLineEdit(password, this);
    edit->setReadOnly(true);
    edit->setAccessibleName(windowTitle());
    auto *copy = makeButton(tr("Copy"), QStringLiteral("copy"), ButtonRole::Normal, this);
    row->addWidget(edit, 1);
    row->addWidget(copy);
    layout->addLayout(row);
    auto *box = new QDialogButtonBox(QDialogButtonBox::Close, this);
    layout->addWidget(box);
    connect(copy, &QPushButton::clicked, this, [password] { QApplication::clipboard()->setText(password); });
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::accept);
}

} // namespace crm
