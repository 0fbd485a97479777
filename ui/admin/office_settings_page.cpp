#include "ui/admin/office_settings_page.h"
#include "core/store/session.h"
#include "ui/admin/office_settings.h"
#include "ui/records/field_editor.h"
#include "ui/records/flow_layout.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/style/form_field.h"
#include "ui/style/scale.h"
#include <QCheckBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QTableWidget>
#include <QVBoxLayout>

namespace crm {
namespace {

const QString hiddenField = QStringLiteral("hidden_lists");
constexpr int columnWidth = 760;

QStringList keysOf(const QString &text)
{
    QStringList keys;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts))
        keys.append(part.trimmed());
    return keys;
}

struct Loaded
{
    Document settings; ///< null: none are stored yet
    QList<Change> changes;
};

Loaded read(Repository &r)
{
    Query query(officeSettingsEntity());
    query.columns = {QStringLiteral("name")};
    query.sort = {{QStringLiteral("id"), false}};
    PageAt at;
    at.limit = 1;
    const QList<Row> rows = r.page(query, at).rows;
    if (rows.isEmpty())
        return {};
    return {r.load(officeSettingsEntity(), rows.first().id), r.history(officeSettingsEntity(), rows.first().id, 200)};
}

} // namespace

OfficeSettingsPage::OfficeSettingsPage(Navigator &navigator, QWidget *parent)
    : TabPage(navigator, parent)
    , m_document(Record(navigator.session().catalog()->at(officeSettingsEntity()), newId()))
{
    m_document.markLoaded(); // what it is like by default is no change
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    auto *content = new QWidget(scroll);
    auto *middle = new QHBoxLayout(content);
    middle->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    auto *column = new QVBoxLayout;
    column->setSpacing(space::l);
    m_banner = new Banner(content);
    column->addWidget(m_banner);
    column->addWidget(buildSettings());
    column->addWidget(buildOthers());
    column->addWidget(buildLists());
    column->addWidget(buildHistory(), 1);
    auto *limit = new QWidget(content);
    limit->setMaximumWidth(scaled(columnWidth));
    limit->setLayout(column);
    column->setContentsMargins(0, 0, 0, 0);
    middle->addStretch(1);
    middle->addWidget(limit, 100);
    middle->addStretch(1);
    scroll->setWidget(content);
    outer->addWidget(scroll);
    connect(&navigator.session(), &Session::changed, this, [this](const QList<Change> &changes) {
        if (std::any_of(changes.begin(), changes.end(),
                        [](const Change &c) { return c.entity == officeSettingsEntity(); }))
            load();
    });
    showState();
}

QWidget *OfficeSettingsPage::addEditor(const QString &key)
{
    const Field *field = m_document.entity().field(key);
    const auto storedId = [this] { return m_document.head().isNew() ? 0 : m_document.id(); };
    auto *editor = makeFieldEditor(*field, {navigator(), officeSettingsEntity(), false, storedId}, this);
    auto *row = new FormField(field->kind() == Kind::Bool ? QString() : field->label().text(), editor, this);
    row->setHelp(field->helpText().text());
    m_editors.insert(key, editor);
    connect(editor, &FieldEditor::edited, this, [this, key, editor] {
        m_document.set(key, editor->value());
        showState();
    });
    return row;
}

QWidget *OfficeSettingsPage::buildSettings()
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    auto *bar = new QHBoxLayout;
    bar->addWidget(makeLabel(title(), TextRole::Title, part), 1);
    m_save = makeButton(tr("Save"), QStringLiteral("save"), ButtonRole::Primary, part);
    connect(m_save, &QPushButton::clicked, this, &OfficeSettingsPage::save);
    bar->addWidget(m_save);
    column->addLayout(bar);
    auto *note = makeLabel(tr("They hold for everybody who works with this database. Language, theme and density are "
                              "each person's own, under Preferences."),
                           TextRole::Caption, part, true);
    note->setWordWrap(true);
    column->addWidget(note);
    for (const char *field : {"name", "accent", "repeat_limit"})
        column->addWidget(addEditor(QLatin1String(field)));
    column->addWidget(
        makeLabel(tr("Base currency: %1. It was chosen when the database was made, and all totals are in it.")
                      .arg(navigator().session().catalog()->baseCurrency),
                  TextRole::Body, part));
    return part;
}

/// What else there is to set, group by group: what documents say of the company, for example.
QWidget *OfficeSettingsPage::buildOthers()
{
    auto *part = new QWidget(this);
    auto *grid = new QGridLayout(part);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(space::m);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    QString group;
    int place = 0; // two in a row
    for (const Field &field : m_document.entity().fieldList()) {
        const bool isElsewhere =
            m_editors.contains(field.key()) || field.key() == hiddenField || field.key() == QStringLiteral("position");
        if (isElsewhere || field.isReadOnly() || field.isHidden() || field.isComputed())
            continue;
        if (const QString heading = field.groupLabel().text(); heading != group) {
            group = heading;
            place += place % 2;
            grid->addWidget(makeLabel(heading, TextRole::Heading, part), place / 2, 0, 1, 2);
            place += 2;
        }
        grid->addWidget(addEditor(field.key()), place / 2, place % 2, Qt::AlignTop);
        ++place;
    }
    return part;
}

QWidget *OfficeSettingsPage::buildLists()
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(makeLabel(tr("Lists that are used"), TextRole::Heading, part));
    auto *note = makeLabel(tr("What is switched off disappears from the sidebar, search, Ctrl+K, the dashboard and "
                              "from other records. Its data stays, and rights do not change."),
                           TextRole::Caption, part, true);
    note->setWordWrap(true);
    column->addWidget(note);
    const auto catalog = navigator().session().catalog();
    for (const Area &area : catalog->areas()) {
        FlowLayout *flow = nullptr;
        for (const Entity *entity : catalog->entities()) {
            if (entity->areaKey() != area.key || !OfficeSettings::mayHide(*entity))
                continue;
            if (!flow) {
                column->addWidget(makeLabel(area.label.text(), TextRole::Caption, part, true));
                auto *place = new QWidget(part);
                flow = new FlowLayout(place, space::l);
                flow->setContentsMargins(0, 0, 0, 0);
                column->addWidget(place);
            }
            auto *box = new QCheckBox(entity->many().text(), part);
            box->setChecked(true);
            m_lists.insert(entity->key(), box);
            flow->addWidget(box);
            connect(box, &QCheckBox::clicked, this, [this, key = entity->key()](bool used) {
                QStringList hidden = keysOf(m_document.head().text(hiddenField));
                hidden.removeAll(key);
                if (!used)
                    hidden.append(key);
                hidden.sort();
                m_document.set(hiddenField,
                               hidden.isEmpty() ? QVariant() : QVariant(hidden.join(QStringLiteral(", "))));
                showState();
            });
        }
    }
    return part;
}

QWidget *OfficeSettingsPage::buildHistory()
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    auto *bar = new QHBoxLayout;
    bar->addWidget(makeLabel(tr("What was changed"), TextRole::Heading, part), 1);
    m_revert = makeButton(tr("Take this change back"), QStringLiteral("undo"), ButtonRole::Normal, part);
    connect(m_revert, &QPushButton::clicked, this, &OfficeSettingsPage::revertCurrent);
    bar->addWidget(m_revert);
    column->addLayout(bar);
    m_history = new QTableWidget(0, 3, part);
    m_history->setHorizontalHeaderLabels({tr("When"), tr("Who"), tr("What")});
    for (int i = 0; i < 3; ++i)
        m_history->horizontalHeaderItem(i)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_history->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_history->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_history->horizontalHeader()->setHighlightSections(false);
    m_history->verticalHeader()->hide();
    m_history->setFrameShape(QFrame::NoFrame);
    m_history->setShowGrid(false);
    m_history->setSelectionBehavior(QTableView::SelectRows);
    m_history->setSelectionMode(QTableView::SingleSelection);
    m_history->setEditTriggers(QTableView::NoEditTriggers);
    m_history->setTabKeyNavigation(false);
    m_history->setMinimumHeight(6 * rowHeight());
    m_history->setAccessibleName(tr("What was changed"));
    column->addWidget(m_history, 1);
    m_nothing = makeLabel(tr("Nothing has been changed yet."), TextRole::Body, part, true);
    column->addWidget(m_nothing);
    column->addStretch(1);
    connect(m_history, &QTableWidget::itemSelectionChanged, this, &OfficeSettingsPage::showState);
    return part;
}

void OfficeSettingsPage::activated()
{
    if (!m_settled && !m_request.isRunning())
        load();
}

void OfficeSettingsPage::load()
{
    m_request.ask(
        this, navigator().session().read(&read),
        [this](const Loaded &loaded) {
            if (!hasUnsavedChanges() && !loaded.settings.head().isNull())
                show(loaded.settings);
            showHistory(loaded.changes);
            if (!std::exchange(m_settled, true))
                Q_EMIT settled();
        },
        [this](const Error &error) {
            fail(error);
            m_settled = true;
            Q_EMIT settled();
        });
}

void OfficeSettingsPage::show(const Document &settings)
{
    m_document = settings;
    for (auto it = m_editors.cbegin(); it != m_editors.cend(); ++it) {
        it.value()->setValue(settings.value(it.key()));
        const Id other = it.value()->field().target().isEmpty() ? 0 : settings.head().ref(it.key());
        if (other != 0)
            it.value()->setTitle(other, settings.titles.value({it.value()->field().target(), other}));
    }
    const QStringList hidden = keysOf(settings.head().text(hiddenField));
    for (auto it = m_lists.cbegin(); it != m_lists.cend(); ++it)
        it.value()->setChecked(!hidden.contains(it.key()));
    showState();
}

QString OfficeSettingsPage::changeText(const Change &change) const
{
    const auto catalog = navigator().session().catalog();
    QStringList parts;
    for (const FieldChange &one : change.fields) {
        const Field *field = m_document.entity().field(one.field);
        if (!field || field->isHidden() || !field->label().text().size())
            continue;
        if (one.field != hiddenField) {
            const auto shown = [&](const QVariant &value) {
                return isEmptyValue(value) ? tr("empty") : displayText(*field, value, navigator().format());
            };
            if (!(change.op == ChangeOp::Create && isEmptyValue(one.after)))
                parts.append(tr("%1: %2 → %3", "a setting, its value before and after")
                                 .arg(field->label().text(), shown(one.before), shown(one.after)));
            continue;
        }
        const QStringList before = keysOf(one.before.toString()), after = keysOf(one.after.toString());
        const auto named = [&](const QStringList &keys, const QStringList &without) {
            QStringList names;
            for (const QString &key : keys)
                if (const Entity *entity = catalog->find(key); !without.contains(key))
                    names.append(entity ? entity->many().text() : key);
            return names.join(QStringLiteral(", "));
        };
        if (const QString off = named(after, before); !off.isEmpty())
            parts.append(tr("Switched off: %1").arg(off));
        if (const QString on = named(before, after); !on.isEmpty())
            parts.append(tr("Switched on: %1").arg(on));
    }
    return parts.join(QStringLiteral("; "));
}

void OfficeSettingsPage::showHistory(const QList<Change> &changes)
{
    m_history->setRowCount(0);
    for (const Change &change : changes) {
        const QString what = changeText(change);
        if (what.isEmpty())
            continue;
        const int row = m_history->rowCount();
        m_history->insertRow(row);
        const QString cells[] = {QLocale().toString(change.at.toLocalTime(), QLocale::ShortFormat),
                                 change.userId ? change.userName : tr("The program"), what};
        for (int i = 0; i < 3; ++i) {
            auto *item = new QTableWidgetItem(cells[i]);
            item->setToolTip(cells[i]);
            item->setData(Qt::UserRole, change.number);
            item->setData(Qt::UserRole + 1, change.op == ChangeOp::Update);
            m_history->setItem(row, i, item);
        }
    }
    const bool any = m_history->rowCount() > 0;
    m_history->setVisible(any);
    m_revert->setVisible(any);
    m_nothing->setVisible(!any);
    showState();
}

void OfficeSettingsPage::showState()
{
    m_save->setEnabled(hasUnsavedChanges());
    const QTableWidgetItem *chosen = m_history ? m_history->item(m_history->currentRow(), 0) : nullptr;
    m_revert->setEnabled(chosen && chosen->data(Qt::UserRole + 1).toBool() && !hasUnsavedChanges());
    Q_EMIT titleChanged();
}

bool OfficeSettingsPage::hasUnsavedChanges() const
{
    for (auto it = m_editors.cbegin(); it != m_editors.cend(); ++it)
        if (m_document.head().isChanged(it.key()))
            return true;
    return m_document.head().isChanged(hiddenField);
}

bool OfficeSettingsPage::mayClose()
{
    return !hasUnsavedChanges() || Prompts::ask(navigator().window(), {tr("Discard the changes of the settings?"),
                                                                       tr("The settings stay as they are stored."),
                                                                       tr("Discard"),
                                                                       {},
                                                                       true}) == Prompts::Yes;
}

void OfficeSettingsPage::save()
{
    for (FieldEditor *editor : std::as_const(m_editors))
        editor->finish();
    if (!hasUnsavedChanges() || m_writing.isRunning())
        return;
    m_banner->setVisible(false);
    m_writing.ask(
        this, navigator().session().write([document = m_document](Repository &r) {
            // The first time an empty record is made first, so that every change stands in the history and can be
            // taken back.
            Saved saved;
            r.atomically([&] {
                if (!document.head().isNew()) {
                    saved = r.save(document);
                    return;
                }
                Document first{Record(r.catalog()->at(officeSettingsEntity()), document.id())};
                first = r.save(first).document;
                for (const Field &field : first.entity().fieldList())
                    if (!field.isReadOnly() && !field.isHidden())
                        first.set(field.key(), document.value(field.key()));
                saved = r.save(first);
            });
            return saved;
        }),
        [this](const Saved &saved) {
            show(saved.document);
            load();
            navigator().toast(tr("The settings have been saved."));
        },
        [this](const Error &error) { fail(error); });
}

void OfficeSettingsPage::revertCurrent()
{
    const QTableWidgetItem *chosen = m_history->item(m_history->currentRow(), 0);
    if (!chosen || hasUnsavedChanges())
        return;
    m_writing.ask(
        this, navigator().session().write([number = chosen->data(Qt::UserRole).toLongLong()](Repository &r) {
            r.undo(number);
        }),
        [this] {
            load();
            navigator().toast(tr("The change has been taken back."));
        },
        [this](const Error &error) { fail(error); });
}

void OfficeSettingsPage::fail(const Error &error)
{
    m_banner->show(Banner::Danger, error.faults().isEmpty() ? error.sentence() : error.faults().first().sentence);
}

} // namespace crm
