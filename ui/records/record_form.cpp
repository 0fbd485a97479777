#include "ui/records/record_form.h"
#include "core/access/may_ask.h"
#include "core/model/drawing.h"
#include "ui/records/line_grid.h"
#include "ui/records/record_field.h"
#include "ui/shell/navigator.h"
#include "ui/style/scale.h"
#include "ui/style/widgets.h"
#include <QApplication>
#include <QGridLayout>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>

namespace crm {

namespace {
constexpr int widestForm = 1120, twoColumns = 520; ///< pixels at 100 % text
}

RecordForm::RecordForm(Navigator &navigator, OpenDocument &document, const Entity &entity, QWidget *parent)
    : QWidget(parent)
    , m_navigator(navigator)
    , m_document(document)
    , m_entity(entity)
    , m_policy(navigator.session().actor().policy)
    , m_box(new QVBoxLayout(this))
{
    m_box->setContentsMargins(0, space::l, 0, space::xl);
    m_box->setSpacing(space::m);
    build(entity);
    arrange(2);
    connect(&document, &OpenDocument::loadedAnew, this, &RecordForm::showAll);
    connect(&document, &OpenDocument::valueChanged, this, &RecordForm::showValue);
    connect(&document, &OpenDocument::faultsChanged, this, &RecordForm::showFaults);
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *before) {
        for (RecordField *field : std::as_const(m_byKey)) {
            if (before && field->isAncestorOf(before))
                showFaultOf(field, false);
        }
    });
}

void RecordForm::build(const Entity &entity)
{
    QStringList totals;
    for (const Field &field : TotalsBlock::fieldsOf(entity))
        totals.append(field.key());
    QStringList headings;
    for (const Field &field : entity.fieldList()) {
        const bool inTitle =
            field.isReadOnly() && (field.key() == entity.numberField() || field.key() == entity.titleField());
        const bool shown = !field.isHidden() || holdsDrawing(entity.key(), field.key());
        if (!shown || !showsField(m_policy, *m_navigator.session().catalog(), field) || totals.contains(field.key()) ||
            inTitle)
            continue;
        const QString heading = field.groupLabel().text();
        qsizetype at = headings.indexOf(heading);
        if (at < 0) {
            at = headings.size();
            headings.append(heading);
            Group group;
            group.heading = makeLabel(heading, TextRole::Heading, this);
            group.heading->setVisible(!heading.isEmpty());
            m_box->addWidget(group.heading);
            group.grid = new QGridLayout;
            group.grid->setHorizontalSpacing(space::xl);
            group.grid->setVerticalSpacing(space::m);
            m_box->addLayout(group.grid);
            m_groups.append(group);
        }
        RecordField *form = makeField(field);
        m_groups[at].fields.append(form);
        m_byKey.insert(field.key(), form);
    }
    buildLines(entity, !totals.isEmpty());
    m_box->addStretch();
}

// A field that has the focus gives it up while the form goes; by then the form knows its fields no more.
RecordForm::~RecordForm() { disconnect(qApp, nullptr, this, nullptr); }

/// Lines are what such a document is about: they stand right below its first fields.
void RecordForm::buildLines(const Entity &entity, bool withTotals)
{
    auto *box = new QVBoxLayout;
    box->setSpacing(space::m);
    for (const LineTable &table : entity.lineTables()) {
        auto *grid = new LineGrid(m_navigator, m_document, table.entity, this);
        box->addWidget(grid);
        m_grids.insert(table.entity, grid);
    }
    if (withTotals) {
        m_totals = new TotalsBlock(m_document, this);
        box->addWidget(m_totals);
    }
    if (box->count() == 0)
        delete box;
    else
        m_box->insertLayout(m_groups.isEmpty() ? 0 : m_box->indexOf(m_groups.constFirst().grid) + 1, box);
}

RecordField *RecordForm::makeField(const Field &field)
{
    auto *form = new RecordField(field, {m_navigator, m_entity.key(), false, [this] { return storedId(); }}, this);
    FieldEditor *editor = form->editor();
    connect(editor, &FieldEditor::edited, this, [this, editor] {
        const QString key = editor->field().key();
        if (!editor->fault().isEmpty())
            m_document.setTypingFault(key, editor->fault());
        else
            m_document.setValue(key, editor->value());
    });
    return form;
}

void RecordForm::arrange(int columns)
{
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (Group &group : m_groups) {
        while (QLayoutItem *item = group.grid->takeAt(0))
            delete item;
        int row = 0, column = 0;
        for (RecordField *field : std::as_const(group.fields)) {
            if (!isShown(field))
                continue;
            if (field->isWide() || columns == 1) {
                if (column > 0)
                    ++row;
                group.grid->addWidget(field, row++, 0, 1, columns);
                column = 0;
                continue;
            }
            group.grid->addWidget(field, row, column);
            if (++column == columns) {
                column = 0;
                ++row;
            }
        }
        for (int i = 0; i < 2; ++i)
            group.grid->setColumnStretch(i, i < columns ? 1 : 0);
    }
}

void RecordForm::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Its left edge is that of the page's title and of the lists below; lines longer than this are hard to follow.
    const int spare = qMax(0, width() - scaled(widestForm));
    m_box->setContentsMargins(0, space::l, spare, space::xl);
    arrange(width() - spare >= qMax(scaled(twoColumns), leastWidth(2)) ? 2 : 1);
}

int RecordForm::leastWidth(int columns) const
{
    int least = m_totals ? m_totals->minimumSizeHint().width() : 0;
    for (const LineGrid *grid : std::as_const(m_grids))
        least = qMax(least, grid->minimumSizeHint().width());
    for (const Group &group : std::as_const(m_groups)) {
        int widths[2] = {0, 0}, column = 0; // as arrange() puts them
        for (const RecordField *field : group.fields) {
            if (field->isHidden())
                continue;
            const int width = field->minimumSizeHint().width();
            if (field->isWide()) {
                least = qMax(least, width);
                column = 0;
            } else {
                widths[column] = qMax(widths[column], width);
                column = (column + 1) % columns;
            }
        }
        least = qMax(least, widths[0] + (columns > 1 ? widths[1] + space::xl : 0));
    }
    return least;
}

QSize RecordForm::minimumSizeHint() const
{
    const QSize least = QWidget::minimumSizeHint();
    return {qMin(least.width(), leastWidth(1)), least.height()};
}

// A field that only rules fill is no use while it is empty.
bool RecordForm::isShown(const RecordField *field) const
{
    return !field->field().isReadOnly() || m_document.document().head().isNull() ||
           !isEmptyValue(m_document.shown(field->field().key()));
}

void RecordForm::showReadOnlyRows()
{
    bool differs = false;
    for (RecordField *field : std::as_const(m_byKey)) {
        const bool shown = isShown(field);
        differs = differs || shown == field->isHidden();
        field->setVisible(shown);
    }
    for (const Group &group : std::as_const(m_groups)) {
        const bool any = std::any_of(group.fields.cbegin(), group.fields.cend(),
                                     [](const RecordField *f) { return !f->isHidden(); });
        group.heading->setVisible(any && !group.heading->text().isEmpty());
    }
    if (differs)
        arrange(std::exchange(m_columns, 0));
}

void RecordForm::setEditable(bool on, const QStringList &only)
{
    m_editable = on;
    for (RecordField *field : std::as_const(m_byKey)) {
        const bool open = only.isEmpty() || only.contains(field->field().key());
        field->editor()->setReadOnly(!on || !open || !m_policy.edits(field->field()));
    }
    for (LineGrid *grid : std::as_const(m_grids))
        grid->setEditable(on && only.isEmpty());
}

void RecordForm::showAll()
{
    const Document &document = m_document.document();
    for (RecordField *form : std::as_const(m_byKey)) {
        FieldEditor *editor = form->editor();
        const Field &field = editor->field();
        const QVariant value = document.value(field.key());
        const auto name = [&](Id id) { editor->setTitle(id, document.titles.value({field.target(), id})); };
        if (isListKind(field.kind())) {
            for (const Id id : value.value<IdList>())
                name(id);
        } else if (!field.target().isEmpty()) {
            name(value.toLongLong());
        }
        editor->setCurrency(m_document.currency());
        editor->setOrigin(document.head().original(field.key()));
        const QVariant shown = m_document.shown(field.key());
        const QWidget *focus = QApplication::focusWidget();
        const bool typing = m_document.hasTypingFault(field.key()) ||
                            (focus && editor->isAncestorOf(focus) && editor->fault().isEmpty());
        if (!typing || editor->value() != shown) // else the text would jump below the cursor
            editor->setValue(shown);
    }
    showReadOnlyRows();
    showFaults();
}

void RecordForm::showValue(const QString &key)
{
    RecordField *form = m_byKey.value(key);
    if (!form) // a total, the number
        return;
    FieldEditor *editor = form->editor();
    const QVariant value = m_document.shown(key);
    if (editor->value() != value) // not while one types it: the text would jump
        editor->setValue(value);
    if (editor->field().isReadOnly())
        showReadOnlyRows();
    if (key == m_entity.currencyField()) {
        for (RecordField *other : std::as_const(m_byKey))
            other->editor()->setCurrency(m_document.currency());
    }
}

void RecordForm::showFaults()
{
    for (RecordField *form : std::as_const(m_byKey))
        showFaultOf(form, false);
}

void RecordForm::showFaultOf(RecordField *form, bool halfTyped)
{
    const QString key = form->field().key();
    const bool waits = !halfTyped && m_document.hasTypingFault(key) && form->editor()->isHalfTyped();
    form->setFault(waits ? QString() : m_document.faultOf(key));
}

/// What a new record needs first (its name, not a choice that is made already), else what can be changed, else read.
void RecordForm::focusFirst()
{
    const auto isMissing = [](const FieldEditor &editor) {
        return !editor.isReadOnly() && editor.field().isRequired() && isEmptyValue(editor.value());
    };
    const auto isOpen = [](const FieldEditor &editor) { return !editor.isReadOnly(); };
    const auto canBeRead = [](const FieldEditor &editor) {
        const QWidget *control = editor.control();
        return (control->focusPolicy() & Qt::TabFocus) && control->isEnabledTo(&editor) && !control->isHidden();
    };
    for (const auto &suits : QList<std::function<bool(const FieldEditor &)>>{isMissing, isOpen, canBeRead}) {
        for (const Group &group : std::as_const(m_groups)) {
            for (RecordField *field : group.fields) {
                if (field->isHidden() || !suits(*field->editor()))
                    continue;
                return field->editor()->setFocus();
            }
        }
    }
}

bool RecordForm::focusFault()
{
    for (RecordField *field : std::as_const(m_byKey))
        showFaultOf(field, true);
    for (const Group &group : std::as_const(m_groups)) {
        for (RecordField *field : group.fields) {
            if (field->fault().isEmpty())
                continue;
            field->editor()->setFocus();
            field->editor()->selectAll();
            for (QWidget *w = parentWidget(); w; w = w->parentWidget()) {
                if (auto *area = qobject_cast<QScrollArea *>(w))
                    area->ensureWidgetVisible(field, 0, space::xl);
            }
            return true;
        }
    }
    for (const FieldFault &fault : m_document.faults()) {
        const QString table = fault.line.section(u'/', 0, 0);
        if (LineGrid *grid = m_grids.value(table)) {
            grid->focusFault(fault.line.section(u'/', 1).toInt() - 1, fault.field);
            return true;
        }
    }
    return false;
}

void RecordForm::finishEditing()
{
    for (QWidget *w = QApplication::focusWidget(); w && w != this; w = w->parentWidget()) {
        auto *editor = qobject_cast<FieldEditor *>(w);
        if (!editor)
            continue;
        editor->finish();
        break;
    }
    for (LineGrid *grid : std::as_const(m_grids))
        grid->finishEditing();
}

} // namespace crm
