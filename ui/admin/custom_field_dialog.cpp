#include "ui/admin/custom_field_dialog.h"
#include "core/model/choice_text.h"
#include "core/model/fast_field.h"
#include "core/model/formula.h"
#include "core/store/custom_fields.h"
#include "core/store/session.h"
#include "ui/admin/choice_list_editor.h"
#include "ui/records/choice_editor.h"
#include "ui/records/field_editor.h"
#include "ui/records/people.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/style/form_field.h"
#include "ui/style/icons.h"
#include "ui/style/scale.h"
#include "ui/style/tab_order.h"
#include <QAction>
#include <QCheckBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QMenu>
#include <QScrollArea>
#include <QVBoxLayout>

namespace crm {
namespace {

// Who sees a field, as one choice. Administrators hold every right, so a right that nobody else is given is theirs.
const QString everybody = QStringLiteral("all"), staff = QStringLiteral("internal"), admins = QStringLiteral("admins"),
              holders = QStringLiteral("restricted"), adminsRight = QStringLiteral("administrators");
const QString personKind = QStringLiteral("person"), refKind = QStringLiteral("ref");

QString textOf(const Document &d, const char *key) { return d.head().text(QLatin1String(key)); }

bool hasChoices(const QString &kind) { return kind == kindName(Kind::Choice) || kind == kindName(Kind::Choices); }

/// Whether its editor is a line that can be empty, and so has room for a placeholder.
bool hasLine(const QString &kind)
{
    return kind != kindName(Kind::Bool) && kind != kindName(Kind::Choice) && kind != kindName(Kind::Color) &&
           kind != kindName(Kind::File);
}

/// Rights that fields ask for already.
QStringList knownRights(const Catalog &catalog)
{
    QStringList rights;
    for (const Entity *entity : catalog.entities())
        for (const Field &field : entity->fieldList())
            if (!field.right().isEmpty() && field.right() != adminsRight && !rights.contains(field.right()))
                rights.append(field.right());
    rights.sort();
    return rights;
}

} // namespace

CustomFieldDialog::CustomFieldDialog(Navigator &navigator, const Document &definition, QWidget *parent)
    : QDialog(parent)
    , m_navigator(navigator)
    , m_definition(definition)
    , m_isNew(definition.head().isNew())
    , m_label(new QLineEdit(this))
    , m_key(new QLineEdit(this))
    , m_help(new QLineEdit(this))
    , m_placeholder(new QLineEdit(this))
    , m_formula(new QLineEdit(this))
    , m_right(new QLineEdit(this))
    , m_kind(new PlainCombo(this))
    , m_target(new PlainCombo(this))
    , m_who(new PlainCombo(this))
    , m_choices(new ChoiceListEditor(this))
    , m_defaultPlace(new QWidget(this))
    , m_required(new QCheckBox(tr("Required: a record cannot be saved without it"), this))
    , m_inList(new QCheckBox(tr("A column of the list"), this))
    , m_fast(new QCheckBox(tr("Fast to filter and sort"), this))
    , m_fastNote(makeLabel({}, TextRole::Caption, this, true))
    , m_banner(new Banner(this))
{
    setWindowTitle(m_isNew ? tr("New field") : tr("Field “%1”").arg(textOf(definition, "label")));
    build();
    fillKinds();
    fill();
    showKind();
}

FormField *CustomFieldDialog::addField(const QString &key, const QString &label, QWidget *editor)
{
    auto *field = new FormField(label, editor, this);
    m_fields.insert(key, field);
    return field;
}

/// Pairs side by side, so that all of it is in sight; what a low screen has no room for scrolls.
QWidget *CustomFieldDialog::buildFields()
{
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget(scroll);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(2, 0, space::s, 0); // room for the frame of the focus
    column->setSpacing(space::m);
    const auto pair = [&](QWidget *left, QWidget *right) {
        auto *row = new QHBoxLayout;
        row->setSpacing(space::l);
        row->addWidget(left, 1, Qt::AlignTop);
        row->addWidget(right, 1, Qt::AlignTop);
        column->addLayout(row);
    };
    pair(addField(QStringLiteral("label"), tr("Name"), m_label), addField(QStringLiteral("kind"), tr("Kind"), m_kind));
    if (!m_isNew)
        fieldFor(QStringLiteral("kind"))
            ->setHelp(tr("It cannot be changed: records hold values already. Add another field instead."));
    column->addWidget(addField(QStringLiteral("target"), tr("Links to"), m_target));
    column->addWidget(addField(QStringLiteral("choices"), tr("Choices"), m_choices));
    fieldFor(QStringLiteral("choices"))->setHelp(tr("Ins adds one, F2 renames it; records keep their values."));
    column->addWidget(addField(QStringLiteral("default"), tr("Value for new records"), m_defaultPlace));
    column->addWidget(addField(QStringLiteral("formula"), tr("Computed by"), m_formula));
    fieldFor(QStringLiteral("formula"))
        ->setHelp(tr("Empty: people fill the field in. Or a formula over other fields, by their keys: price * 1.2, "
                     "name & ', ' & city, end_date - start_date, if(urgent, 500, 0). It is computed each time a record "
                     "is saved; until then records keep what they have. Ctrl+Space lists the fields."));
    offerFields();
    pair(addField(QStringLiteral("help"), tr("Help text"), m_help),
         addField(QStringLiteral("placeholder"), tr("Placeholder"), m_placeholder));
    fieldFor(QStringLiteral("help"))->setHelp(tr("Shown when the pointer rests on the field."));
    fieldFor(QStringLiteral("placeholder"))->setHelp(tr("Shown grey while the field is empty."));
    column->addWidget(addField(QStringLiteral("key"), tr("Key"), m_key));
    fieldFor(QStringLiteral("key"))->setHelp(tr("The name in files and commands. Empty: made from the name."));
    pair(addField(QStringLiteral("class"), tr("Who sees it"), m_who),
         addField(QStringLiteral("right"), tr("Right"), m_right));
    fieldFor(QStringLiteral("right"))->setHelp(tr("Small Latin letters and underscores. Roles are given it by name."));
    column->addWidget(m_required);
    column->addWidget(m_inList);
    column->addWidget(m_fast);
    m_fastNote->setWordWrap(true);
    column->addWidget(m_fastNote);
    column->addStretch(1);
    scroll->setWidget(content);
    scroll->setMinimumHeight(qMin(content->sizeHint().height() + rowHeight(), 460));
    return scroll;
}

/// The fields that a formula may stand on, by name and key: at the end of its line, and with Ctrl+Space.
void CustomFieldDialog::offerFields()
{
    auto *menu = new QMenu(m_formula);
    const auto catalog = m_navigator.session().catalog();
    const Entity &entity = catalog->at(textOf(m_definition, "entity"));
    const auto find = [&entity](const QString &key) {
        const Field *field = entity.field(key);
        return field ? std::optional(*field) : std::nullopt;
    };
    for (const Field &field : entity.fieldList()) {
        if (field.isHidden() || !Formula::canCalculate(field.kind()) || field.key() == textOf(m_definition, "key"))
            continue;
        try {
            Formula::parse(field.key(), find, field.kind());
        } catch (const Error &) {
            continue; // not everybody sees it, or it is of no use to a formula
        }
        menu->addAction(QStringLiteral("%1\t%2").arg(field.label().text(), field.key()), this,
                        [this, key = field.key()] {
                            m_formula->insert(key);
                            m_formula->setFocus();
                        });
    }
    QAction *list = m_formula->addAction(icon(QStringLiteral("list")), QLineEdit::TrailingPosition);
    list->setToolTip(tr("Fields that it may use (Ctrl+Space)"));
    list->setShortcut(Qt::CTRL | Qt::Key_Space);
    list->setShortcutContext(Qt::WidgetShortcut);
    list->setEnabled(!menu->isEmpty());
    connect(list, &QAction::triggered, this,
            [this, menu] { menu->popup(m_formula->mapToGlobal(QPoint(0, m_formula->height()))); });
}

void CustomFieldDialog::build()
{
    setMinimumWidth(scaledOnScreen(560));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    layout->setSpacing(space::m);
    layout->addWidget(makeLabel(windowTitle(), TextRole::Heading, this));
    layout->addWidget(m_banner);
    m_label->setMaxLength(100);
    m_help->setMaxLength(250);
    m_placeholder->setMaxLength(100);
    m_formula->setMaxLength(500);
    m_key->setMaxLength(48);
    m_right->setMaxLength(48);
    m_defaultPlace->setLayout(new QVBoxLayout);
    m_defaultPlace->layout()->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(buildFields(), 1);
    auto *box = new QDialogButtonBox(this);
    m_save = box->addButton(m_isNew ? tr("Add the field") : tr("Save"), QDialogButtonBox::AcceptRole);
    setButtonRole(m_save, ButtonRole::Primary);
    m_save->setDefault(true);
    box->addButton(QDialogButtonBox::Cancel);
    layout->addWidget(box);
    connect(box, &QDialogButtonBox::accepted, this, &CustomFieldDialog::accept);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_kind, &QComboBox::activated, this, &CustomFieldDialog::showKind);
    connect(m_target, &QComboBox::activated, this, &CustomFieldDialog::buildDefault);
    connect(m_choices, &ChoiceListEditor::edited, this, &CustomFieldDialog::buildDefault);
    connect(m_who, &QComboBox::activated, this, &CustomFieldDialog::showKind);
    connect(m_formula, &QLineEdit::textChanged, this, &CustomFieldDialog::showKind);
    connect(m_fast, &QCheckBox::toggled, this, &CustomFieldDialog::showFast);
}

void CustomFieldDialog::fillKinds()
{
    const auto catalog = m_navigator.session().catalog();
    for (const Choice &kind : m_definition.entity().field(QStringLiteral("kind"))->choices()) {
        m_kind->addItem(kind.label.text(), kind.key);
        if (kind.key == refKind)
            m_kind->addItem(tr("Person"), personKind);
    }
    for (const Entity *entity : catalog->entities())
        if (!entity->isLine() && !entity->areaKey().isEmpty())
            m_target->addItem(entity->many().text(), entity->key());
    m_who->addItem(tr("Everybody who sees the record"), everybody);
    m_who->addItem(tr("Staff: it is hidden from people of clients"), staff);
    m_who->addItem(tr("Administrators only"), admins);
    m_who->addItem(tr("Who has a special right"), holders);
    auto *rights = new QCompleter(knownRights(*catalog), m_right);
    rights->setCompletionMode(QCompleter::PopupCompletion);
    m_right->setCompleter(rights);
}

void CustomFieldDialog::fill()
{
    m_label->setText(textOf(m_definition, "label"));
    m_key->setText(textOf(m_definition, "key"));
    m_help->setText(textOf(m_definition, "help"));
    m_placeholder->setText(textOf(m_definition, "placeholder"));
    m_formula->setText(textOf(m_definition, "formula"));
    m_choices->setChoices(parseChoices(textOf(m_definition, "choices")));
    m_required->setChecked(m_definition.head().flag(QStringLiteral("required")));
    m_inList->setChecked(m_definition.head().flag(QStringLiteral("in_list")));
    m_fast->setChecked(m_definition.head().flag(QStringLiteral("fast")));
    const QString kind = textOf(m_definition, "kind"), target = textOf(m_definition, "target");
    m_kind->setCurrentIndex(m_kind->findData(kind == refKind && target == peopleEntity() ? personKind : kind));
    m_target->setCurrentIndex(qMax(0, m_target->findData(target)));
    const QString right = textOf(m_definition, "right"), who = textOf(m_definition, "class");
    m_who->setCurrentIndex(m_who->findData(who == holders && right == adminsRight ? admins : who));
    m_right->setText(right == adminsRight ? QString() : right);
    m_kind->setEnabled(m_isNew);
    m_key->setEnabled(m_isNew);
    m_target->setEnabled(m_isNew);
}

/// Only what the kind needs is there.
void CustomFieldDialog::showKind()
{
    const QString kind = m_kind->currentData().toString();
    fieldFor(QStringLiteral("target"))->setVisible(kind == refKind);
    fieldFor(QStringLiteral("choices"))->setVisible(hasChoices(kind));
    fieldFor(QStringLiteral("placeholder"))->setVisible(hasLine(kind));
    const std::optional<Kind> known = kindByName(kind);
    const bool calculates = known && Formula::canCalculate(*known);
    fieldFor(QStringLiteral("formula"))->setVisible(calculates);
    const bool computed = calculates && !m_formula->text().trimmed().isEmpty();
    m_required->setEnabled(!computed);
    m_placeholder->setEnabled(!computed);
    fieldFor(QStringLiteral("right"))->setVisible(m_who->currentData() == holders);
    showFast();
    buildDefault();
    orderTabs(*this);
}

/// A person is a link as well.
bool CustomFieldDialog::mayBeFast() const
{
    const QString kind = m_kind->currentData().toString();
    const std::optional<Kind> known = kind == personKind ? Kind::Ref : kindByName(kind);
    return known && canBeFast(*known);
}

/// What the mark costs, and on a server when the index comes.
void CustomFieldDialog::showFast()
{
    const bool seenByAll = m_who->currentData() == everybody;
    m_fast->setVisible(mayBeFast());
    m_fast->setEnabled(seenByAll);
    m_fastNote->setVisible(mayBeFast());
    QStringList notes{
        seenByAll
            ? tr("Lists of very many records are filtered and sorted by it at once. Each save takes a little longer. "
                 "Texts hold %1 characters at most; %2 fields of a kind of record can be fast.")
                  .arg(fastTextSize)
                  .arg(mostFastFields)
            : tr("Only a field that everybody sees can be fast.")};
    const Session &session = m_navigator.session();
    const Entity *entity = session.catalog()->find(textOf(m_definition, "entity"));
    const Field *field = entity ? entity->field(textOf(m_definition, "key")) : nullptr;
    const bool isThere = field && isFast(*field), wanted = m_fast->isChecked() && seenByAll;
    if (session.target().kind == Target::Server && isThere != wanted)
        notes << (wanted ? tr("On this server the mark is kept at once; the index comes with the next upgrade of the "
                              "office, under Settings or by mycrmctl server upgrade.")
                         : tr("On this server the index goes with the next upgrade of the office, under Settings or by "
                              "mycrmctl server upgrade."));
    m_fastNote->setText(notes.join(u' '));
    m_fast->setAccessibleDescription(m_fastNote->text());
}

/// The field's own editor, with what was chosen so far if that still fits.
void CustomFieldDialog::buildDefault()
{
    const QVariant before = m_default ? m_default->value() : QVariant();
    collect();
    const bool first = !std::exchange(m_built, true);
    Record described = m_definition.head();
    if (described.text(QStringLiteral("key")).isEmpty())
        described.set(QStringLiteral("key"), QStringLiteral("field"));
    if (!first) // what was written down for another kind
        described.set(QStringLiteral("default"), QVariant());
    described.set(QStringLiteral("required"), false); // new records may begin without
    const QString currency = m_navigator.session().catalog()->baseCurrency;
    const std::optional<Field> field = customField(described, currency);
    const bool fits = field && field->kind() != Kind::File && field->formula().isEmpty();
    fieldFor(QStringLiteral("default"))->setVisible(fits);
    if (m_default && (!fits || field->kind() != m_default->field().kind() ||
                      field->target() != m_default->field().target() || isChoiceKind(field->kind())))
        delete m_default;
    if (!fits || m_default)
        return;
    m_default = makeFieldEditor(*field, {m_navigator, textOf(m_definition, "entity")}, m_defaultPlace);
    m_default->control()->setAccessibleName(tr("Value for new records"));
    m_defaultPlace->layout()->addWidget(m_default);
    bool ok = true;
    const QVariant kept = canonicalValue(*field, before, &ok);
    if (first)
        m_default->setValue(field->defaultValue());
    else if (ok && (!isChoiceKind(field->kind()) || knowsChoices(*field, kept)))
        m_default->setValue(kept);
    const Id id = isRefKind(field->kind()) ? m_default->value().toLongLong() : 0;
    if (!id)
        return;
    m_request.ask(
        this,
        m_navigator.session().read([target = field->target(), id](Repository &r) { return r.options(target, {id}); }),
        [this, id](const QHash<Id, Option> &found) {
            if (m_default)
                m_default->setTitle(id, found.value(id).title);
        },
        [this](const Error &error) { takeFault(error); });
}

void CustomFieldDialog::collect()
{
    const QString kind = m_kind->currentData().toString(), who = m_who->currentData().toString();
    const bool isChoice = hasChoices(kind), isPerson = kind == personKind;
    m_definition.set(QStringLiteral("label"), m_label->text().simplified());
    m_definition.set(QStringLiteral("help"), m_help->text().simplified());
    m_definition.set(QStringLiteral("placeholder"), hasLine(kind) ? m_placeholder->text().simplified() : QString());
    if (m_isNew) {
        m_definition.set(QStringLiteral("key"), m_key->text().trimmed());
        m_definition.set(QStringLiteral("kind"), isPerson ? refKind : kind);
        m_definition.set(QStringLiteral("target"), isPerson          ? QVariant(peopleEntity())
                                                   : kind == refKind ? m_target->currentData()
                                                                     : QVariant());
    }
    if (isChoice)
        m_definition.set(QStringLiteral("choices"), choicesText(m_choices->choices()));
    const QString formula = fieldFor(QStringLiteral("formula"))->isHidden() ? QString() : m_formula->text().trimmed();
    m_definition.set(QStringLiteral("formula"), formula);
    m_definition.set(QStringLiteral("required"), m_required->isChecked() && formula.isEmpty());
    m_definition.set(QStringLiteral("in_list"), m_inList->isChecked());
    m_definition.set(QStringLiteral("fast"), m_fast->isChecked() && who == everybody && mayBeFast());
    m_definition.set(QStringLiteral("class"), who == admins ? holders : who);
    m_definition.set(QStringLiteral("right"), who == admins    ? QVariant(adminsRight)
                                              : who == holders ? QVariant(m_right->text().trimmed())
                                                               : QVariant());
    if (!m_default) {
        if (m_built) // this kind begins with nothing
            m_definition.set(QStringLiteral("default"), QVariant());
        return;
    }
    const Field &field = m_default->field();
    const QVariant value = m_default->value();
    m_definition.set(QStringLiteral("default"),
                     isEmptyValue(field, value) ? QVariant()
                     : isRefKind(field.kind())
                         ? QVariant(QString::number(value.toLongLong()))
                         : machineText(field, value, m_navigator.session().catalog()->baseCurrency));
}

void CustomFieldDialog::accept()
{
    for (FormField *field : std::as_const(m_fields))
        field->setFault({});
    m_banner->setVisible(false);
    if (m_default) {
        m_default->finish();
        if (!m_default->fault().isEmpty()) {
            fieldFor(QStringLiteral("default"))->setFault(m_default->fault());
            m_default->setFocus();
            return;
        }
    }
    collect();
    QStringList removed;
    if (!m_isNew) {
        const QList<Choice> now = parseChoices(textOf(m_definition, "choices"));
        const QVariant stored = m_definition.head().original(QStringLiteral("choices"));
        for (const Choice &before : parseChoices(stored.toString()))
            if (std::none_of(now.begin(), now.end(), [&](const Choice &c) { return c.key == before.key; }))
                removed.append(before.key);
    }
    if (removed.isEmpty())
        send();
    else
        askAboutChoices(removed);
}

void CustomFieldDialog::askAboutChoices(const QStringList &removed)
{
    QVariantList keys;
    for (const QString &key : removed)
        keys.append(key);
    Query users(textOf(m_definition, "entity"));
    users.filter = Filter::where(textOf(m_definition, "key"), Op::In);
    users.filter.values = keys;
    m_save->setEnabled(false);
    m_request.ask(
        this, m_navigator.session().totals(users, {}),
        [this, taken = int(removed.size())](const Totals &totals) {
            m_save->setEnabled(true);
            if (totals.count > 0) {
                const Prompts::Question question{
                    tr("Take away %n choice(s)?", nullptr, taken),
                    tr("%n record(s) use what you take away. They keep it until somebody chooses something else.",
                       nullptr, int(totals.count)),
                    tr("Take away"),
                    {},
                    true};
                if (Prompts::ask(this, question) != Prompts::Yes)
                    return;
            }
            send();
        },
        [this](const Error &error) {
            m_save->setEnabled(true);
            takeFault(error);
        });
}

void CustomFieldDialog::send()
{
    m_save->setEnabled(false);
    m_request.ask(
        this, m_navigator.session().save(m_definition, SaveKey::fresh()),
        [this](const Saved &saved) {
            m_savedId = saved.document.id();
            QDialog::accept();
        },
        [this](const Error &error) {
            m_save->setEnabled(true);
            takeFault(error);
        });
}

void CustomFieldDialog::takeFault(const Error &error)
{
    QStringList elsewhere;
    FormField *first = nullptr;
    for (const FieldFault &fault : error.faults()) {
        FormField *field = fieldFor(fault.field);
        if (!field || field->isHidden()) {
            elsewhere.append(fault.sentence);
            continue;
        }
        field->setFault(fault.sentence);
        first = first ? first : field;
    }
    if (error.faults().isEmpty())
        elsewhere.append(error.sentence());
    if (!elsewhere.isEmpty())
        m_banner->show(Banner::Danger, elsewhere.join(u'\n'));
    if (first)
        first->editor()->setFocus();
}

} // namespace crm
