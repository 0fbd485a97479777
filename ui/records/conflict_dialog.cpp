#include "ui/records/conflict_dialog.h"
#include "core/store/session.h"
#include "ui/records/cell_text.h"
#include "ui/records/record_preview.h"
#include "ui/shell/navigator.h"
#include "ui/style/scale.h"
#include "ui/style/widgets.h"
#include <QButtonGroup>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace crm {
namespace {

const Record *byId(const QList<Record> &records, Id id)
{
    const auto it = std::find_if(records.cbegin(), records.cend(), [id](const Record &r) { return r.id() == id; });
    return it == records.cend() ? nullptr : &*it;
}

} // namespace

ConflictDialog::ConflictDialog(Navigator &navigator, const ConflictError &error, const Document &mine, QWidget *parent)
    : QDialog(parent)
    , m_navigator(navigator)
    , m_catalog(navigator.session().catalog())
    , m_conflicts(error.conflicts())
    , m_mine(mine)
    , m_theirs(error.theirs())
{
    setWindowTitle(tr("Changed by somebody else"));
    setMinimumSize(scaledOnScreen(680), 320);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    box->setSpacing(space::m);
    auto *lead =
        makeLabel(tr("Somebody saved \"%1\" while you were at it, and these fields differ. Choose what each one "
                     "is to be; everything else of yours and theirs is kept.")
                      .arg(m_mine.head().title()),
                  TextRole::Body, this);
    lead->setWordWrap(true);
    box->addWidget(lead);
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidgetResizable(true);
    auto *table = new QWidget(area);
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::l);
    grid->setVerticalSpacing(space::s);
    const QStringList heads = {tr("Field"), tr("Yours"), tr("Theirs"), tr("Before")};
    for (int column = 0; column < heads.size(); ++column) {
        grid->addWidget(makeLabel(heads.at(column), TextRole::Caption, table, true), 0, column);
        grid->setColumnStretch(column, column == 0 ? 2 : 3);
    }
    for (qsizetype i = 0; i < m_conflicts.size(); ++i) {
        const FieldConflict &conflict = m_conflicts.at(i);
        const Field *field = fieldOf(conflict);
        const QString name = field ? field->label().text() : tr("The whole line");
        auto *label = makeLabel(name, TextRole::Strong, table);
        label->setWordWrap(true);
        auto *yours = new QRadioButton(textOf(conflict, conflict.yours), table);
        auto *theirs = new QRadioButton(textOf(conflict, conflict.theirs), table);
        yours->setAccessibleName(tr("%1, yours: %2").arg(name, yours->text()));
        theirs->setAccessibleName(tr("%1, theirs: %2").arg(name, theirs->text()));
        yours->setChecked(true);
        auto *group = new QButtonGroup(this);
        group->addButton(yours, 1);
        group->addButton(theirs, 0);
        m_choices.append(group);
        const int row = int(i) + 1;
        grid->addWidget(label, row, 0);
        grid->addWidget(yours, row, 1);
        grid->addWidget(theirs, row, 2);
        auto *was = makeLabel(textOf(conflict, conflict.was), TextRole::Body, table, true);
        was->setWordWrap(true);
        grid->addWidget(was, row, 3);
    }
    grid->setRowStretch(int(m_conflicts.size()) + 1, 1);
    area->setWidget(table);
    box->addWidget(area, 1);
    auto *cancel = makeButton(tr("Back to the form"), {}, ButtonRole::Normal, this);
    auto *save = makeButton(tr("Save"), {}, ButtonRole::Primary, this);
    box->addWidget(makeDialogButtons(save, cancel, this));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &QDialog::accept);
}

const Field *ConflictDialog::fieldOf(const FieldConflict &conflict) const
{
    const QString table = conflict.line.section(u'/', 0, 0);
    const Entity *entity = table.isEmpty() ? &m_mine.entity() : m_catalog->find(table);
    return entity ? entity->field(conflict.field) : nullptr;
}

QString ConflictDialog::textOf(const FieldConflict &conflict, const QVariant &value) const
{
    const Field *field = fieldOf(conflict);
    if (!field)
        return value.toBool() ? tr("kept") : tr("removed");
    QString title;
    if (!field->target().isEmpty()) {
        title = titlesOf(*field, value, m_mine);
        if (title.isEmpty())
            title = titlesOf(*field, value, m_theirs);
    }
    const FormatContext format = m_navigator.format();
    const QString text = fullText(*field, value, title, format.currency, format.locale).left(200);
    return text.isEmpty() ? tr("(empty)") : text;
}

void ConflictDialog::choose(qsizetype conflict, bool yours)
{
    m_choices.at(conflict)->button(yours ? 1 : 0)->setChecked(true);
}

/// True unless the person chose theirs for it.
bool ConflictDialog::keepsMine(const QString &line, const QString &field) const
{
    for (qsizetype i = 0; i < m_conflicts.size(); ++i) {
        const FieldConflict &conflict = m_conflicts.at(i);
        if (conflict.line == line && (conflict.field == field || conflict.field.isEmpty()))
            return m_choices.at(i)->checkedId() == 1;
    }
    return true;
}

Document ConflictDialog::merged() const
{
    Document result = m_theirs;
    result.titles.insert(m_mine.titles);
    for (const Field &field : m_mine.entity().fieldList()) {
        if (m_mine.head().isChanged(field.key()) && !field.isReadOnly() && keepsMine({}, field.key()))
            result.set(field.key(), m_mine.value(field.key()));
    }
    for (const LineTable &table : m_mine.entity().lineTables())
        mergeLines(result, table);
    return result;
}

void ConflictDialog::mergeLines(Document &result, const LineTable &table) const
{
    const QList<Record> mine = m_mine.lines(table.entity), loaded = m_mine.loadedLines(table.entity),
                        theirs = m_theirs.lines(table.entity);
    QList<Record> lines;
    for (const Record &line : mine) {
        const QString name = QStringLiteral("%1/%2").arg(table.entity).arg(line.id());
        const Record *stored = byId(theirs, line.id());
        if (!stored && !line.isNew()) { // they removed it; mine stays only where I chose so, as a new line
            if (line.changedFields().isEmpty() || !keepsMine(name, {}))
                continue;
            Record again(line.entity(), newId());
            for (const Field &field : line.entity().fieldList())
                again.set(field.key(), line.value(field.key()));
            lines.append(again);
            continue;
        }
        Record taken = stored ? *stored : line;
        for (const QString &key : line.changedFields()) {
            if (keepsMine(name, key))
                taken.set(key, line.value(key));
        }
        lines.append(taken);
    }
    for (const Record &line : theirs) {
        const bool removedByMe = byId(loaded, line.id()) && !byId(mine, line.id());
        const QString name = QStringLiteral("%1/%2").arg(table.entity).arg(line.id());
        if (!byId(mine, line.id()) && (!removedByMe || !keepsMine(name, {})))
            lines.append(line);
    }
    result.lines(table.entity) = lines;
}

} // namespace crm
