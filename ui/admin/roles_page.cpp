#include "ui/admin/roles_page.h"
#include "core/access/policy.h"
#include "core/store/session.h"
#include "ui/admin/counted_list.h"
#include "ui/admin/rights_model.h"
#include "ui/admin/rights_view.h"
#include "ui/admin/role_limit.h"
#include "ui/admin/see_as.h"
#include "ui/records/flow_layout.h"
#include "ui/records/people.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/style/form_field.h"
#include <QCheckBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace crm {
namespace {

const QString roleEntity = QStringLiteral("roles");
const QString nameField = QStringLiteral("name"), newPeopleField = QStringLiteral("for_new_people"),
              rightsField = QStringLiteral("named_rights");
constexpr int mostRoles = 1000, mostPeople = 10'000, placesWidth = 240, mostNames = 2, leastRows = 6;

QStringList rightsOf(const QString &text)
{
    QStringList rights;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts))
        if (!part.trimmed().isEmpty())
            rights.append(part.trimmed());
    return rights;
}

/// The special rights that there are, each with what it lets one do.
QMap<QString, QString> knownRights(const Catalog &catalog)
{
    QMap<QString, QString> rights, fields;
    for (const Entity *entity : catalog.entities())
        for (const Field &field : entity->fieldList())
            if (!field.right().isEmpty()) {
                QString &what = fields[field.right()];
                what += (what.isEmpty() ? QString() : QStringLiteral(", ")) + field.label().text();
            }
    for (auto it = fields.cbegin(); it != fields.cend(); ++it)
        rights.insert(it.key(), RolesPage::tr("See and fill in: %1").arg(it.value()));
    rights.insert(QStringLiteral("jobs"), RolesPage::tr("Run the work that is done by itself"));
    rights.insert(QStringLiteral("merge"), RolesPage::tr("Merge records, and say which are no duplicates"));
    return rights;
}

struct RolesAndPeople
{
    QList<Row> roles, people;
};

RolesAndPeople readRoles(Repository &r)
{
    Query roles(roleEntity), people(peopleEntity());
    roles.columns = {nameField, newPeopleField};
    roles.sort = {{nameField, false}};
    people.columns = {nameField, QStringLiteral("role_id"), QStringLiteral("active")};
    people.sort = {{nameField, false}};
    PageAt at;
    at.limit = mostRoles;
    RolesAndPeople found;
    found.roles = r.page(roles, at).rows;
    at.limit = mostPeople;
    found.people = r.page(people, at).rows;
    return found;
}

} // namespace

RolesPage::RolesPage(Navigator &navigator, QWidget *parent)
    : TabPage(navigator, parent)
    , m_model(new RightsModel(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    auto *left = new QWidget(splitter);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, space::m, 0, 0);
    auto *add = makeButton(tr("New role"), QStringLiteral("plus"), ButtonRole::Primary, left);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(space::l, 0, space::l, 0);
    bar->addWidget(add);
    bar->addStretch(1);
    column->addLayout(bar);
    m_roles = new CountedList(left);
    m_roles->setAccessibleName(title());
    column->addWidget(m_roles, 1);
    splitter->addWidget(left);
    splitter->addWidget(buildRole());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({placesWidth, 1280 - placesWidth});
    layout->addWidget(splitter);
    connect(add, &QPushButton::clicked, this, &RolesPage::addRole);
    connect(m_roles, &CountedList::keyChosen, this, &RolesPage::roleChosen);
    connect(m_model, &RightsModel::edited, this, &RolesPage::showState);
    connect(&navigator.session(), &Session::changed, this, [this](const QList<Change> &changes) {
        if (std::any_of(changes.begin(), changes.end(),
                        [](const Change &c) { return c.entity == roleEntity || c.entity == peopleEntity(); }))
            loadRoles();
    });
    showState();
}

QString RolesPage::title() const
{
    const Entity *entity = navigator().session().catalog()->find(roleEntity);
    return entity ? entity->many().text() : QString();
}

QWidget *RolesPage::buildHead()
{
    auto *head = new QWidget(this);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    auto *names = new QHBoxLayout;
    names->setSpacing(space::l);
    m_name = new QLineEdit(head);
    m_name->setMaxLength(100);
    m_description = new QLineEdit(head);
    m_description->setMaxLength(250);
    names->addWidget(new FormField(tr("Name of the role"), m_name, head), 1);
    names->addWidget(new FormField(tr("Description"), m_description, head), 2);
    column->addLayout(names);
    auto *bar = new QWidget(head);
    auto *flow = new FlowLayout(bar, space::s);
    flow->setContentsMargins(0, 0, 0, 0);
    m_save = makeButton(tr("Save"), QStringLiteral("save"), ButtonRole::Primary, bar);
    m_discard = makeButton(tr("Discard changes"), QStringLiteral("undo"), ButtonRole::Normal, bar);
    m_clone = makeButton(tr("Copy the role"), QStringLiteral("copy"), ButtonRole::Normal, bar);
    m_default = makeButton(tr("Give to new people"), QStringLiteral("star"), ButtonRole::Normal, bar);
    m_delete = makeButton(tr("Delete"), QStringLiteral("trash"), ButtonRole::Normal, bar);
    m_delete->setObjectName(QStringLiteral("deleteRole"));
    for (QPushButton *button : {m_save, m_discard, m_clone, m_default, m_delete})
        flow->addWidget(button);
    m_seeAs = makeSeeAsButton(
        navigator(), [this] { return holdersHere(); }, bar);
    flow->addWidget(m_seeAs);
    column->addWidget(bar);
    connect(m_save, &QPushButton::clicked, this, &RolesPage::save);
    connect(m_discard, &QPushButton::clicked, this, [this] { loadRole(m_shown); });
    connect(m_clone, &QPushButton::clicked, this, &RolesPage::cloneRole);
    connect(m_default, &QPushButton::clicked, this, &RolesPage::giveToNewPeople);
    connect(m_delete, &QPushButton::clicked, this, &RolesPage::deleteRole);
    connect(m_name, &QLineEdit::textEdited, this,
            [this](const QString &text) { m_model->setField(nameField, text.simplified()); });
    connect(m_description, &QLineEdit::textEdited, this,
            [this](const QString &text) { m_model->setField(QStringLiteral("description"), text.simplified()); });
    return head;
}

/// What the chosen cells are set to, for the mouse; the keys 0 to 3 do the same.
QWidget *RolesPage::buildLevels()
{
    auto *bar = new QWidget(this);
    auto *flow = new FlowLayout(bar, space::xs);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->addWidget(makeLabel(tr("Set the chosen cells to"), TextRole::Caption, bar, true));
    for (int level = 0; level <= int(Level::All); ++level) {
        auto *button = makeButton(levelText(Level(level)), {}, ButtonRole::Quiet, bar);
        button->setToolTip(tr("Key %1").arg(level));
        connect(button, &QPushButton::clicked, this, [this, level] { setLevel(level); });
        m_levels.append(button);
        flow->addWidget(button);
    }
    auto *same = makeButton(tr("As all others"), {}, ButtonRole::Quiet, bar);
    same->setToolTip(tr("Key Backspace"));
    connect(same, &QPushButton::clicked, this, [this] { setLevel(-1); });
    m_levels.append(same);
    flow->addWidget(same);
    return bar;
}

QWidget *RolesPage::buildRole()
{
    auto *area = new QScrollArea(this); // with large type it is higher than a small screen
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidgetResizable(true);
    auto *panel = new QWidget(area);
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::m);
    m_banner = new Banner(panel);
    column->addWidget(m_banner);
    column->addWidget(buildHead());
    m_holders = makeLabel({}, TextRole::Caption, panel, true);
    m_holders->setWordWrap(true);
    column->addWidget(m_holders);
    m_admin = new QCheckBox(tr("Administrators: they may do everything"), panel);
    m_staff = new QCheckBox(tr("Staff. Off: people of a client, who see only what is their client's"), panel);
    m_rightsPlace = new QWidget(panel);
    m_rights = new FlowLayout(m_rightsPlace, space::l);
    m_rights->setContentsMargins(0, 0, 0, 0);
    for (QCheckBox *box : {m_admin, m_staff}) {
        column->addWidget(box);
        connect(box, &QCheckBox::clicked, this, [this, box](bool on) {
            m_model->setField(box == m_admin ? QStringLiteral("is_admin") : QStringLiteral("is_staff"), on);
        });
    }
    column->addWidget(m_rightsPlace);
    m_limit = new RoleLimit(navigator(), panel);
    column->addWidget(m_limit);
    connect(m_limit, &RoleLimit::edited, m_model, &RightsModel::setField);
    for (QCheckBox *box : {m_admin, m_staff})
        connect(box, &QCheckBox::clicked, m_limit,
                [this] { m_limit->setUsable(m_staff->isChecked() && !m_admin->isChecked()); });
    column->addWidget(buildLevels());
    m_table = new QTableView(panel);
    setUpRightsView(*m_table, *m_model);
    m_table->setAccessibleName(tr("Rights"));
    m_table->installEventFilter(this);
    m_table->setMinimumHeight(leastRows * rowHeight());
    column->addWidget(m_table, 1);
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex &cell) {
        if (cell.column() >= RightsModel::firstVerb)
            m_model->cycle(cell);
    });
    area->setWidget(panel);
    for (QWidget *part : {area->viewport(), panel})
        part->setAutoFillBackground(false); // the page shows through
    return area;
}

void RolesPage::activated()
{
    if (!m_settled && !m_request.isRunning())
        loadRoles();
}

void RolesPage::loadRoles()
{
    m_request.ask(
        this, navigator().session().read(&readRoles),
        [this](const RolesAndPeople &found) { takeRoles(found.roles, found.people); },
        [this](const Error &error) {
            fail(error);
            m_settled = true;
            Q_EMIT settled();
        });
}

void RolesPage::takeRoles(const QList<Row> &roles, const QList<Row> &people)
{
    m_people.clear();
    m_gone.clear();
    m_names.clear();
    for (const Row &person : people) {
        m_people[person.values.value(1).toLongLong()].append({person.id, person.values.value(0).toString(), {}, {}});
        if (!person.values.value(2).toBool())
            m_gone.insert(person.id);
    }
    const QSignalBlocker quiet(m_roles);
    const Id chosen = m_roles->currentKey().toLongLong(); // perhaps just now, and not shown yet
    m_roles->clear();
    m_forNewPeople = 0;
    for (const Row &role : roles) {
        m_names.insert(role.id, role.values.value(0).toString());
        if (role.values.value(1).toBool())
            m_forNewPeople = role.id;
        QListWidgetItem *item = m_roles->addPlace(QStringLiteral("roles"), m_names.value(role.id), role.id);
        CountedList::setNote(item, QLocale().toString(m_people.value(role.id).size()));
    }
    const Id wanted = m_wanted ? std::exchange(m_wanted, 0) : chosen ? chosen : m_shown;
    if (!m_roles->setCurrentKey(wanted))
        m_roles->setCurrentRow(0);
    setStatusText(tr("%n role(s)", nullptr, int(roles.size())));
    const Id current = m_roles->currentKey().toLongLong();
    if (current && (!hasUnsavedChanges() || current != m_shown))
        loadRole(current);
    else if (!std::exchange(m_settled, true))
        Q_EMIT settled();
    showState();
}

void RolesPage::roleChosen()
{
    const Id id = m_roles->currentKey().toLongLong();
    if (id == m_shown)
        return;
    if (hasUnsavedChanges() && !mayClose()) {
        const QSignalBlocker quiet(m_roles);
        m_roles->setCurrentKey(m_shown);
        return;
    }
    loadRole(id);
}

void RolesPage::showRole(Id id) { m_roles->setCurrentKey(id); }

void RolesPage::loadRole(Id id)
{
    m_roleRequest.ask(
        this, navigator().session().openRecord(roleEntity, id),
        [this](const Opened &opened) { takeRole(opened.document); },
        [this](const Error &error) {
            fail(error);
            if (!std::exchange(m_settled, true))
                Q_EMIT settled();
        });
}

void RolesPage::takeRole(const Document &role)
{
    m_shown = role.id();
    m_banner->setVisible(false);
    m_model->setRole(role, navigator().session().catalog());
    if (!m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(0, RightsModel::firstVerb));
    m_name->setText(role.head().text(nameField));
    m_description->setText(role.head().text(QStringLiteral("description")));
    m_admin->setChecked(role.head().flag(QStringLiteral("is_admin")));
    m_staff->setChecked(role.head().flag(QStringLiteral("is_staff")));
    m_limit->setRole(role);
    showRights();
    showState();
    if (!std::exchange(m_settled, true))
        Q_EMIT settled();
}

void RolesPage::showRights()
{
    while (QLayoutItem *item = m_rights->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    QMap<QString, QString> rights = knownRights(*navigator().session().catalog());
    const QStringList held = rightsOf(m_model->field(rightsField).toString());
    for (const QString &right : held)
        rights.insert(right, rights.value(right));
    m_rights->addWidget(makeLabel(tr("Special rights"), TextRole::Caption, m_rightsPlace, true));
    for (auto it = rights.cbegin(); it != rights.cend(); ++it) {
        auto *box = new QCheckBox(
            it.value().isEmpty() ? tr("“%1”, which opens nothing any more").arg(it.key()) : it.value(), m_rightsPlace);
        box->setToolTip(tr("The name of this right: %1").arg(it.key()));
        box->setObjectName(QStringLiteral("right-") + it.key());
        box->setChecked(held.contains(it.key()));
        connect(box, &QCheckBox::clicked, this, [this, right = it.key()](bool on) {
            QStringList now = rightsOf(m_model->field(rightsField).toString());
            now.removeAll(right);
            if (on)
                now.append(right);
            m_model->setField(rightsField, now.isEmpty() ? QVariant() : QVariant(now.join(QStringLiteral(", "))));
        });
        m_rights->addWidget(box);
    }
}

/// Without those who may not sign in any more.
QList<Option> RolesPage::holdersHere() const
{
    QList<Option> people = m_people.value(m_shown);
    people.removeIf([this](const Option &person) { return m_gone.contains(person.id); });
    return people;
}

QString RolesPage::holdersText() const
{
    QStringList names, gone; // those who are at work stand first
    for (const Option &person : m_people.value(m_shown)) {
        if (m_gone.contains(person.id))
            gone.append(tr("%1 (deactivated)", "person").arg(person.title));
        else
            names.append(person.title);
    }
    names += gone;
    const int more = int(names.size()) - mostNames;
    if (names.isEmpty())
        return tr("Nobody has this role.");
    const QString first = names.mid(0, mostNames).join(QStringLiteral(", "));
    return more > 0 ? tr("%1 and %n other(s) have this role.", nullptr, more).arg(first)
                    : tr("Who has this role: %1.").arg(first);
}

void RolesPage::showState()
{
    const bool any = m_shown != 0, changed = hasUnsavedChanges();
    m_save->setEnabled(changed);
    m_discard->setEnabled(changed);
    m_clone->setEnabled(any && !changed);
    m_default->setEnabled(any && !changed && m_forNewPeople != m_shown);
    m_default->setText(any && m_forNewPeople == m_shown ? tr("New people get it") : tr("Give to new people"));
    m_delete->setEnabled(any && m_people.value(m_shown).isEmpty());
    m_delete->setToolTip(m_delete->isEnabled() ? QString() : tr("Give its people another role first."));
    m_holders->setText(any ? holdersText() : QString());
    Q_EMIT titleChanged();
}

bool RolesPage::hasUnsavedChanges() const { return m_model->isChanged(); }

bool RolesPage::mayClose()
{
    if (!hasUnsavedChanges())
        return true;
    const auto answer = Prompts::ask(navigator().window(),
                                     {tr("Discard the changes of “%1”?").arg(m_model->field(nameField).toString()),
                                      tr("The rights stay as they are stored."),
                                      tr("Discard"),
                                      {},
                                      true});
    return answer == Prompts::Yes;
}

void RolesPage::setLevel(int level)
{
    QModelIndexList cells = m_table->selectionModel()->selectedIndexes();
    if (cells.isEmpty())
        cells = {m_table->currentIndex()};
    if (level >= 0)
        return m_model->setLevel(cells, Level(level));
    QList<int> rows;
    for (const QModelIndex &cell : std::as_const(cells))
        rows.append(cell.row());
    m_model->setAsOthers(rows);
}

bool RolesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_table || event->type() != QEvent::KeyPress)
        return TabPage::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool plain = !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier));
    if (plain && key->key() >= Qt::Key_0 && key->key() <= Qt::Key_3)
        setLevel(key->key() - Qt::Key_0);
    else if (plain && (key->key() == Qt::Key_Backspace || key->key() == Qt::Key_Delete))
        setLevel(-1);
    else if (plain && key->key() == Qt::Key_Space && m_table->currentIndex().column() >= RightsModel::firstVerb)
        m_model->cycle(m_table->currentIndex());
    else
        return TabPage::eventFilter(watched, event);
    return true;
}

void RolesPage::fail(const Error &error)
{
    m_banner->show(Banner::Danger, error.faults().isEmpty() ? error.sentence() : error.faults().first().sentence);
}

} // namespace crm
