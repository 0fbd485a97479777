#include "ui/admin/custom_fields_page.h"
#include "core/store/session.h"
#include "ui/admin/counted_list.h"
#include "ui/admin/custom_field_dialog.h"
#include "ui/records/flow_layout.h"
#include "ui/records/record_field.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/style/widgets.h"
#include <QGridLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace crm {
namespace {

const QString definitions = QStringLiteral("custom_fields");
constexpr int mostFields = 2000, placesWidth = 240, previewColumns = 2;

QString entityOf(const Row &row) { return row.values.value(7).toString(); } // see CustomFieldsModel::query()

} // namespace

CustomFieldsPage::CustomFieldsPage(Navigator &navigator, QWidget *parent)
    : TabPage(navigator, parent)
    , m_model(new CustomFieldsModel(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    m_entities = new CountedList(splitter);
    m_entities->setAccessibleName(tr("Kinds of record"));
    splitter->addWidget(m_entities);
    splitter->addWidget(buildFields());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({placesWidth, 1280 - placesWidth});
    layout->addWidget(splitter);
    fillEntities();
    connect(m_entities, &CountedList::keyChosen, this, &CustomFieldsPage::showFields);
    connect(m_model, &CustomFieldsModel::orderChanged, this, &CustomFieldsPage::saveOrder);
    connect(&navigator.session(), &Session::changed, this, [this](const QList<Change> &changes) {
        if (std::any_of(changes.begin(), changes.end(), [](const Change &c) { return c.entity == definitions; }))
            load();
    });
    connect(&navigator.session(), &Session::catalogChanged, this, &CustomFieldsPage::showPreview);
}

QWidget *CustomFieldsPage::buildButtons()
{
    auto *bar = new QWidget(this);
    auto *flow = new FlowLayout(bar, space::s);
    flow->setContentsMargins(0, 0, 0, 0);
    m_add = makeButton(tr("Add a field"), QStringLiteral("plus"), ButtonRole::Primary, bar);
    m_edit = makeButton(tr("Change"), QStringLiteral("edit"), ButtonRole::Normal, bar);
    m_up = makeButton(tr("Up"), QStringLiteral("arrow-up"), ButtonRole::Normal, bar);
    m_down = makeButton(tr("Down"), QStringLiteral("arrow-down"), ButtonRole::Normal, bar);
    m_delete = makeButton(tr("Delete"), QStringLiteral("trash"), ButtonRole::Normal, bar);
    m_up->setToolTip(tr("Alt+Up; rows can be dragged too"));
    m_down->setToolTip(tr("Alt+Down; rows can be dragged too"));
    for (QPushButton *button : {m_add, m_edit, m_up, m_down, m_delete})
        flow->addWidget(button);
    connect(m_add, &QPushButton::clicked, this, &CustomFieldsPage::addField);
    connect(m_edit, &QPushButton::clicked, this, &CustomFieldsPage::editField);
    connect(m_delete, &QPushButton::clicked, this, &CustomFieldsPage::deleteField);
    connect(m_up, &QPushButton::clicked, this, [this] { moveField(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { moveField(1); });
    return bar;
}

QWidget *CustomFieldsPage::buildFields()
{
    auto *panel = new QWidget(this);
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::m);
    m_heading = makeLabel({}, TextRole::Title, panel);
    column->addWidget(m_heading);
    column->addWidget(buildButtons());

    m_table = new QTableView(panel);
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QTableView::SelectRows);
    m_table->setSelectionMode(QTableView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setDragDropMode(QTableView::InternalMove);
    m_table->setDragDropOverwriteMode(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight());
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setAccessibleName(title());
    m_table->installEventFilter(this);
    m_empty = new EmptyState(QStringLiteral("custom_fields"), tr("No fields of your own yet"),
                             tr("What you add here stands on the form, in the list, in filters, imports and exports."),
                             panel);
    m_empty->setAction(tr("Add a field"), [this] { addField(); });
    m_stack = new QStackedWidget(panel);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 3);

    m_previewTitle = makeLabel(tr("On the form"), TextRole::Heading, panel);
    column->addWidget(m_previewTitle);
    auto *scroll = new QScrollArea(panel);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    m_preview = new QWidget(scroll);
    m_preview->setLayout(new QGridLayout);
    m_preview->layout()->setContentsMargins(0, 0, 0, 0);
    scroll->setWidget(m_preview);
    column->addWidget(scroll, 2);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CustomFieldsPage::showChoice);
    connect(m_table, &QTableView::doubleClicked, this, &CustomFieldsPage::editField);
    return panel;
}

void CustomFieldsPage::fillEntities()
{
    const auto catalog = navigator().session().catalog();
    for (const Area &area : catalog->areas()) {
        bool any = false;
        for (const Entity *entity : catalog->entities()) {
            if (entity->areaKey() != area.key || entity->isLine() || entity->key() == definitions)
                continue;
            if (!std::exchange(any, true))
                m_entities->addHeading(area.label.text());
            m_entities->addPlace(entity->iconName(), entity->many().text(), entity->key());
        }
    }
    for (int i = 0; i < m_entities->count() && m_entities->currentRow() < 0; ++i)
        if (m_entities->item(i)->flags() & Qt::ItemIsSelectable)
            m_entities->setCurrentRow(i);
}

void CustomFieldsPage::activated()
{
    if (!m_settled && !m_request.isRunning())
        load();
}

void CustomFieldsPage::load()
{
    PageAt at;
    at.limit = mostFields;
    m_request.ask(
        this, navigator().session().page(CustomFieldsModel::query(), at), [this](const Page &page) { show(page.rows); },
        [this](const Error &error) {
            fail(error);
            m_settled = true;
            Q_EMIT settled();
        });
}

void CustomFieldsPage::show(const QList<Row> &rows)
{
    m_all = rows;
    QHash<QString, int> counts;
    for (const Row &row : rows)
        ++counts[entityOf(row)];
    for (int i = 0; i < m_entities->count(); ++i) {
        QListWidgetItem *item = m_entities->item(i);
        const int count = counts.value(CountedList::keyOf(item).toString());
        if (item->flags() & Qt::ItemIsSelectable)
            CountedList::setNote(item, count ? QLocale().toString(count) : QString());
    }
    const bool first = !std::exchange(m_settled, true);
    showFields();
    setStatusText(tr("%n field(s) of your own", nullptr, int(rows.size())));
    if (first)
        Q_EMIT settled();
}

QString CustomFieldsPage::shownEntity() const { return m_entities->currentKey().toString(); }

void CustomFieldsPage::showEntity(const QString &entity) { m_entities->setCurrentKey(entity); }

void CustomFieldsPage::showFields()
{
    const QString entity = shownEntity();
    const auto catalog = navigator().session().catalog();
    const Entity *known = catalog->find(entity);
    const int before = m_table->currentIndex().row();
    const Id kept = m_wanted ? std::exchange(m_wanted, 0) : m_model->idAt(before);
    QList<Row> rows;
    for (const Row &row : std::as_const(m_all))
        if (entityOf(row) == entity)
            rows.append(row);
    m_heading->setText(known ? known->many().text() : QString());
    m_model->setRows(rows, catalog);
    const int found = int(m_model->ids().indexOf(kept));
    if (!rows.isEmpty())
        m_table->selectRow(found >= 0 ? found : qBound(0, before, int(rows.size()) - 1));
    m_stack->setCurrentWidget(rows.isEmpty() && m_settled ? static_cast<QWidget *>(m_empty) : m_table);
    showChoice();
    showPreview();
}

void CustomFieldsPage::showChoice()
{
    const int row = m_table->currentIndex().row();
    for (QPushButton *button : {m_edit, m_delete})
        button->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_model->rowCount());
}

/// The editors as a form shows them; what is typed into them goes nowhere.
void CustomFieldsPage::showPreview()
{
    auto *grid = static_cast<QGridLayout *>(m_preview->layout());
    while (QLayoutItem *item = grid->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    grid->setHorizontalSpacing(space::l);
    grid->setVerticalSpacing(space::m);
    const Entity *entity = navigator().session().catalog()->find(shownEntity());
    int place = 0;
    for (const Field &field : entity ? entity->fieldList() : QList<Field>()) {
        if (!field.isCustom())
            continue;
        auto *shown = new RecordField(field, {navigator(), entity->key()}, m_preview);
        shown->editor()->setValue(field.defaultValue());
        const bool wide = shown->isWide();
        if (wide && place % previewColumns)
            ++place;
        grid->addWidget(shown, place / previewColumns, place % previewColumns, 1, wide ? previewColumns : 1);
        place += wide ? previewColumns : 1;
    }
    for (int i = 0; i < previewColumns; ++i)
        grid->setColumnStretch(i, 1);
    grid->setRowStretch(grid->rowCount(), 1);
    m_previewTitle->setVisible(place > 0);
    m_preview->setVisible(place > 0);
}

void CustomFieldsPage::addField()
{
    const Entity *entity = navigator().session().catalog()->find(definitions);
    if (!entity || shownEntity().isEmpty())
        return;
    Document definition{Record(*entity)};
    definition.set(QStringLiteral("entity"), shownEntity());
    definition.set(QStringLiteral("position"), m_model->rowCount() + 1);
    openDialog(definition);
}

void CustomFieldsPage::editField()
{
    const Id id = m_model->idAt(m_table->currentIndex().row());
    if (!id)
        return;
    m_writing.ask(
        this, navigator().session().openRecord(definitions, id),
        [this](const Opened &opened) { openDialog(opened.document); }, [this](const Error &error) { fail(error); });
}

void CustomFieldsPage::openDialog(const Document &definition)
{
    CustomFieldDialog dialog(navigator(), definition, navigator().window());
    if (Prompts::run(dialog) != QDialog::Accepted)
        return;
    m_wanted = dialog.savedId();
    load();
}

void CustomFieldsPage::deleteField()
{
    const int row = m_table->currentIndex().row();
    const Id id = m_model->idAt(row);
    if (!id)
        return;
    const QString name = m_model->textAt(row, "label"), key = m_model->textAt(row, "key");
    const Entity *entity = navigator().session().catalog()->find(shownEntity());
    if (!entity || !entity->field(key)) // not usable, so nobody has a value that could be asked for
        return confirmDelete(id, name, 0);
    Query used(entity->key());
    used.filter = Filter::where(key, Op::IsNotEmpty);
    m_writing.ask(
        this, navigator().session().totals(used, {}),
        [this, id, name](const Totals &totals) { confirmDelete(id, name, totals.count); },
        [this](const Error &error) { fail(error); });
}

void CustomFieldsPage::confirmDelete(Id id, const QString &name, qint64 used)
{
    const QString consequence =
        used > 0 ? tr("%n record(s) have a value in it. Forms and lists no longer show them; they come back with the "
                      "field when you restore it from the trash.",
                      nullptr, int(used))
                 : tr("No record has a value in it. The field can be restored from the trash.");
    if (Prompts::ask(navigator().window(),
                     {tr("Delete the field “%1”?").arg(name), consequence, tr("Delete"), {}, true}) != Prompts::Yes)
        return;
    m_writing.ask(
        this, navigator().session().remove(definitions, {id}),
        [this, id, name](const BatchResult &) {
            load();
            navigator().toast(tr("The field “%1” is in the trash.").arg(name), [this, id] {
                m_wanted = id;
                m_writing.ask(
                    this, navigator().session().restore(definitions, {id}), [this](const BatchResult &) { load(); },
                    [this](const Error &error) { fail(error); });
            });
        },
        [this](const Error &error) { fail(error); });
}

void CustomFieldsPage::moveField(int by)
{
    const int from = m_table->currentIndex().row(), to = from + by;
    if (from < 0 || to < 0 || to >= m_model->rowCount())
        return;
    m_model->move(from, to);
    m_table->selectRow(to);
}

/// All positions anew, as one batch: Ctrl+Z takes the move back.
void CustomFieldsPage::saveOrder()
{
    showChoice();
    const IdList order = m_model->ids();
    m_wanted = m_model->idAt(m_table->currentIndex().row());
    m_writing.ask(
        this, navigator().session().write([order](Repository &r) {
            QList<Document> moved;
            for (Document &d : r.loadMany(definitions, order)) {
                const qint64 place = order.indexOf(d.id()) + 1;
                if (d.head().integer(QStringLiteral("position")) == place)
                    continue;
                d.set(QStringLiteral("position"), place);
                moved.append(d);
            }
            return moved.isEmpty() ? BatchResult{} : r.saveMany(moved);
        }),
        [this](const BatchResult &) { load(); },
        [this](const Error &error) {
            fail(error);
            load(); // as it is stored
        });
}

void CustomFieldsPage::fail(const Error &error)
{
    navigator().showError(error.faults().isEmpty() ? error : Error(error.kind(), error.faults().first().sentence));
}

bool CustomFieldsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_table || event->type() != QEvent::KeyPress)
        return TabPage::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool alt = key->modifiers() & Qt::AltModifier;
    if (key->key() == Qt::Key_Insert)
        addField();
    else if (key->key() == Qt::Key_Delete)
        deleteField();
    else if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || key->key() == Qt::Key_F2)
        editField();
    else if (alt && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down))
        moveField(key->key() == Qt::Key_Up ? -1 : 1);
    else
        return TabPage::eventFilter(watched, event);
    return true;
}

} // namespace crm
