#include "ui/records/merge_dialog.h"
#include "core/store/session.h"
#include "core/store/three_way.h"
#include "ui/records/cell_text.h"
#include "ui/records/record_preview.h"
#include "ui/shell/navigator.h"
#include "ui/style/icons.h"
#include "ui/style/scale.h"
#include "ui/style/widgets.h"
#include <QButtonGroup>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QMouseEvent>
#include <QRadioButton>
#include <QScrollArea>
#include <QSet>
#include <QVBoxLayout>

namespace crm {
namespace {

constexpr int labelWidth = 150, columnWidth = 190, longestShown = 300;

/// A radio button whose text wraps; the text can be clicked like the button.
class WrappedRadio : public QWidget
{
public:
    WrappedRadio(const QString &text, TextRole role, const QString &accessibleName, QWidget *parent)
        : QWidget(parent)
        , button(new QRadioButton(this))
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(space::s);
        row->addWidget(button, 0, Qt::AlignTop);
        m_label =
            makeLabel(text.size() > longestShown ? text.left(longestShown - 1) + QChar(0x2026) : text, role, this);
        m_label->setTextFormat(Qt::PlainText);
        m_label->setWordWrap(true);
        if (text.size() > longestShown)
            m_label->setToolTip(text.left(3000).toHtmlEscaped());
        row->addWidget(m_label, 1);
        button->setAccessibleName(accessibleName);
        setFocusProxy(button);
    }
    QRadioButton *const button;

protected:
    void mousePressEvent(QMouseEvent *event) override
    {
        button->setFocus(Qt::MouseFocusReason);
        button->setChecked(true);
        Q_EMIT button->clicked(true);
        event->accept();
    }

private:
    QLabel *m_label;
};

/// Tab goes to the one that is checked. Qt sees to that for clicks and keys only.
void check(QButtonGroup &group, int id)
{
    group.button(id)->setChecked(true);
    for (QAbstractButton *button : group.buttons())
        button->setFocusPolicy(button->isChecked() ? Qt::StrongFocus : Qt::ClickFocus);
}

bool isAsked(const Field &field, const Entity &entity, const Policy &policy)
{
    const bool ofContext = entity.hasContext() &&
                           (field.key() == QLatin1String("parent_entity") || field.key() == QLatin1String("parent_id"));
    return !field.isHidden() && !field.isComputed() && policy.edits(field) && !ofContext &&
           field.key() != entity.numberField();
}

} // namespace

MergeDialog::MergeDialog(Navigator &navigator, const MergeRecords &what, QWidget *parent)
    : QDialog(parent)
    , m_navigator(navigator)
    , m_catalog(navigator.session().catalog())
    , m_records(what.records)
    , m_pointers(what.pointers)
{
    const Entity &entity = m_records.first().entity();
    setWindowTitle(tr("Merge: %1").arg(entity.many().text()));
    setMinimumSize(scaledOnScreen(640), 360);
    resize(scaledOnScreen(qMin(labelWidth + 90 + int(m_records.size()) * (columnWidth + 30), 1100)), 560);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    box->setSpacing(space::m);
    auto *lead = makeLabel(tr("Choose which record stays, and the value that it keeps where they differ. The others go "
                              "to the trash, and everything that hangs on them moves to the one that stays."),
                           TextRole::Body, this);
    lead->setWordWrap(true);
    box->addWidget(lead);
    m_fault = new Banner(this);
    box->addWidget(m_fault);
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidgetResizable(true);
    area->setAccessibleName(tr("Records to merge"));
    auto *table = new QWidget(area);
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, space::s, 0);
    grid->setHorizontalSpacing(space::l);
    grid->setVerticalSpacing(space::m);
    grid->setColumnMinimumWidth(0, labelWidth);
    buildHead(grid, table);
    buildRows(grid, table);
    area->setWidget(table);
    box->addWidget(area, 1);
    m_moves = makeLabel({}, TextRole::Body, this, true);
    m_moves->setWordWrap(true);
    box->addWidget(m_moves);
    auto *cancel = makeButton(tr("Cancel"), {}, ButtonRole::Normal, this);
    auto *merge = makeButton(tr("Merge %n record(s)", nullptr, int(m_records.size())), {}, ButtonRole::Primary, this);
    box->addWidget(makeDialogButtons(merge, cancel, this));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(merge, &QPushButton::clicked, this, &QDialog::accept);
    chooseSurvivor(oldest());
    m_stays->button(oldest())->setFocus();
}

/// The oldest is the one that others know; it is proposed.
int MergeDialog::oldest() const
{
    int found = 0;
    for (int i = 1; i < m_records.size(); ++i) {
        if (m_records[i].head().createdAt() < m_records[found].head().createdAt())
            found = i;
    }
    return found;
}

void MergeDialog::buildHead(QGridLayout *grid, QWidget *table)
{
    grid->addWidget(makeLabel(tr("Stays"), TextRole::Caption, table, true), 0, 0, Qt::AlignTop);
    m_stays = new QButtonGroup(this);
    const QLocale locale = m_navigator.format().locale;
    for (int i = 0; i < m_records.size(); ++i) {
        const Record &head = m_records[i].head();
        auto *cell = new QWidget(table);
        auto *lines = new QVBoxLayout(cell);
        lines->setContentsMargins(0, 0, 0, 0);
        lines->setSpacing(space::xs);
        auto *radio = new WrappedRadio(head.title(), TextRole::Strong, tr("“%1” stays").arg(head.title()), cell);
        m_stays->addButton(radio->button, i);
        lines->addWidget(radio);
        const QString made =
            tr("created %1").arg(locale.toString(head.createdAt().toLocalTime().date(), QLocale::ShortFormat));
        const QString hangs = countsText(m_pointers.value(i));
        auto *about =
            makeLabel(hangs.isEmpty() ? made : made + QStringLiteral("\n") + hangs, TextRole::Caption, cell, true);
        about->setWordWrap(true);
        lines->addWidget(about);
        grid->addWidget(cell, 0, i + 1, Qt::AlignTop);
        grid->setColumnMinimumWidth(i + 1, columnWidth);
        grid->setColumnStretch(i + 1, 1);
    }
    connect(m_stays, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            followSurvivor();
    });
}

void MergeDialog::buildRows(QGridLayout *grid, QWidget *table)
{
    const Entity &entity = m_records.first().entity();
    const Policy policy = m_navigator.session().actor().policy;
    QList<const Field *> same;
    int at = 1;
    for (const Field &field : entity.fieldList()) {
        if (!isAsked(field, entity, policy))
            continue;
        const QVariant first = m_records.first().value(field.key());
        const bool differs = std::any_of(m_records.cbegin() + 1, m_records.cend(),
                                         [&](const Document &d) { return !sameValues(d.value(field.key()), first); });
        if (differs)
            addRow(grid, table, field, at++);
        else if (!isEmptyValue(first))
            same << &field;
    }
    const bool anyTogether =
        std::any_of(m_rows.cbegin(), m_rows.cend(), [](const Row &row) { return !row.together.isNull(); });
    if (anyTogether) {
        grid->addWidget(makeLabel(tr("All together"), TextRole::Caption, table, true), 0, togetherColumn() + 1,
                        Qt::AlignTop);
        grid->setColumnMinimumWidth(togetherColumn() + 1, columnWidth);
        grid->setColumnStretch(togetherColumn() + 1, 1);
    }
    if (m_rows.isEmpty()) {
        auto *none = makeLabel(tr("They agree in everything."), TextRole::Body, table, true);
        grid->addWidget(none, at++, 1, 1, int(m_records.size()));
    }
    addSame(grid, table, same, at);
    grid->setRowStretch(at + int(same.size()) + 1, 1);
}

void MergeDialog::addRow(QGridLayout *grid, QWidget *table, const Field &field, int at)
{
    const QString name = field.label().text();
    auto *label = makeLabel(name, TextRole::Body, table, true);
    label->setWordWrap(true);
    label->setContentsMargins(0, space::xs, 0, 0); // on a line with the values
    grid->addWidget(label, at, 0, Qt::AlignTop);
    Row row{&field, new QButtonGroup(this), together(field)};
    const auto add = [&](const QVariant &value, int column, const QString &whose) {
        const QString text = textOf(field, value, column);
        auto *radio = new WrappedRadio(text, TextRole::Body, tr("%1, %2: %3").arg(name, whose, text), table);
        row.choice->addButton(radio->button, column);
        grid->addWidget(radio, at, column + 1, Qt::AlignTop);
    };
    for (int i = 0; i < m_records.size(); ++i)
        add(m_records[i].value(field.key()), i, m_records[i].head().title());
    if (!row.together.isNull())
        add(row.together, togetherColumn(), tr("All together"));
    const qsizetype index = m_rows.size();
    connect(row.choice, &QButtonGroup::idClicked, this, [this, index](int column) { take(m_rows[index], column); });
    m_rows << row;
}

/// Folded away: what they agree in is nothing to decide.
void MergeDialog::addSame(QGridLayout *grid, QWidget *table, const QList<const Field *> &fields, int at)
{
    if (fields.isEmpty())
        return;
    m_showSame = new QToolButton(table);
    m_showSame->setText(tr("%n field(s) are the same", nullptr, int(fields.size())));
    m_showSame->setCheckable(true);
    m_showSame->setAutoRaise(true);
    m_showSame->setIcon(icon(QStringLiteral("chevron-right")));
    m_showSame->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    grid->addWidget(m_showSame, at, 0, 1, 2, Qt::AlignLeft);
    for (qsizetype i = 0; i < fields.size(); ++i) {
        auto *label = makeLabel(fields[i]->label().text(), TextRole::Body, table, true);
        auto *value = makeLabel(textOf(*fields[i], m_records.first().value(fields[i]->key()), 0).left(longestShown),
                                TextRole::Body, table);
        value->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        value->setWordWrap(true);
        grid->addWidget(label, at + 1 + int(i), 0, Qt::AlignTop);
        grid->addWidget(value, at + 1 + int(i), 1, 1, int(m_records.size()), Qt::AlignTop);
        m_same << label << value;
        label->hide();
        value->hide();
    }
    connect(m_showSame, &QToolButton::toggled, this, [this](bool on) {
        m_showSame->setIcon(icon(on ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
        for (QWidget *widget : std::as_const(m_same))
            widget->setVisible(on);
    });
}

/// Lists hold what any of them holds, notes stand one below the other; of other kinds there is only one value.
QVariant MergeDialog::together(const Field &field) const
{
    if (isListKind(field.kind())) {
        IdList all;
        QSet<Id> known;
        for (const Document &d : m_records) {
            const IdList ids = d.head().ids(field.key());
            for (const Id id : ids) {
                if (!known.contains(id))
                    all << id;
                known.insert(id);
            }
        }
        const bool more = std::all_of(m_records.cbegin(), m_records.cend(),
                                      [&](const Document &d) { return d.head().ids(field.key()).size() < all.size(); });
        return more ? QVariant::fromValue(all) : QVariant();
    }
    if (field.kind() != Kind::Memo)
        return {};
    QStringList texts;
    for (const Document &d : m_records) {
        const QString text = d.head().text(field.key());
        if (!text.isEmpty() && !texts.contains(text))
            texts << text;
    }
    const QString all = texts.join(QStringLiteral("\n\n"));
    return texts.size() < 2 || (field.size() > 0 && all.size() > field.size()) ? QVariant() : QVariant(all);
}

QString MergeDialog::textOf(const Field &field, const QVariant &value, int column) const
{
    QString title;
    if (!field.target().isEmpty()) {
        QStringList titles;
        const IdList ids = isListKind(field.kind()) ? value.value<IdList>() : IdList{value.toLongLong()};
        for (const Id id : ids) {
            for (const Document &d : m_records) {
                const auto found = d.titles.constFind({field.target(), id});
                if (found != d.titles.cend()) {
                    titles << *found;
                    break;
                }
            }
        }
        title = titles.join(QStringLiteral(", "));
    }
    const FormatContext format = m_navigator.format();
    const Record &record = m_records[column == togetherColumn() ? 0 : column].head();
    const QString key = record.entity().currencyField();
    const QString currency = key.isEmpty() || record.text(key).isEmpty() ? format.currency : record.text(key);
    const QString text = fullText(field, value, title, currency, format.locale);
    return text.isEmpty() ? tr("(empty)") : text;
}

// Choosing ------------------------------------------------------------------------------------------------------

void MergeDialog::followSurvivor()
{
    const int survivor = survivorColumn();
    for (const Row &row : std::as_const(m_rows)) {
        if (row.touched)
            continue;
        int column = survivor;
        for (int i = 0;
             i < m_records.size() && isEmptyValue(m_records[column].value(row.field->key())) && !isTied(*row.field);
             ++i)
            column = i; // what the one that stays does not know, another may
        if (!row.together.isNull() && isListKind(row.field->kind()))
            column = togetherColumn();
        check(*row.choice, column);
    }
    updateTexts();
}

/// An amount without its currency is another amount: where the currencies differ, both are of one record.
bool MergeDialog::isTied(const Field &field) const
{
    const QString currency = m_records.first().entity().currencyField();
    if (currency.isEmpty() || (field.kind() != Kind::Money && field.key() != currency))
        return false;
    return std::any_of(m_records.cbegin() + 1, m_records.cend(), [&](const Document &d) {
        return d.head().text(currency) != m_records.first().head().text(currency);
    });
}

void MergeDialog::take(const Row &chosen, int column)
{
    const bool tied = isTied(*chosen.field);
    for (Row &row : m_rows) {
        if (row.field != chosen.field && !(tied && isTied(*row.field)))
            continue;
        row.touched = true;
        check(*row.choice, column);
    }
}

void MergeDialog::chooseSurvivor(int column)
{
    check(*m_stays, column);
    followSurvivor();
}

void MergeDialog::choose(const QString &field, int column)
{
    for (const Row &row : std::as_const(m_rows)) {
        if (row.field->key() == field && row.choice->button(column))
            take(row, column);
    }
}

int MergeDialog::survivorColumn() const { return std::max(0, m_stays->checkedId()); }

int MergeDialog::chosenColumn(const QString &field) const
{
    for (const Row &row : m_rows) {
        if (row.field->key() == field)
            return row.choice->checkedId();
    }
    return -1;
}

QStringList MergeDialog::differing() const
{
    QStringList out;
    for (const Row &row : m_rows)
        out << row.field->key();
    return out;
}

// The answer ----------------------------------------------------------------------------------------------------

Document MergeDialog::survivor() const
{
    Document out = m_records[survivorColumn()];
    for (const Row &row : m_rows) {
        const int column = row.choice->checkedId();
        out.set(row.field->key(),
                column == togetherColumn() ? row.together : m_records[column].value(row.field->key()));
    }
    return out;
}

IdList MergeDialog::others() const
{
    IdList out;
    for (int i = 0; i < m_records.size(); ++i) {
        if (i != survivorColumn())
            out << m_records[i].id();
    }
    return out;
}

QList<qint64> MergeDialog::seen() const
{
    QList<qint64> out;
    for (int i = 0; i < m_records.size(); ++i) {
        if (i != survivorColumn())
            out << m_records[i].head().version();
    }
    return out;
}

/// "Contacts: 3, Orders: 12". An entity that points by several fields is counted once for each.
QString MergeDialog::countsText(const QList<PointerCount> &counts) const
{
    QStringList order;
    QHash<QString, QPair<qint64, bool>> sums;
    for (const PointerCount &c : counts) {
        if (!sums.contains(c.entity))
            order << c.entity;
        sums[c.entity].first += c.count;
        sums[c.entity].second |= c.more;
    }
    QStringList out;
    const QLocale locale = m_navigator.format().locale;
    for (const QString &key : std::as_const(order)) {
        if (const Entity *entity = m_catalog->find(key))
            out << tr("%1: %2").arg(entity->many().text(), locale.toString(sums[key].first) +
                                                               (sums[key].second ? QStringLiteral("+") : QString()));
    }
    return out.join(QStringLiteral(", "));
}

QString MergeDialog::movesText() const
{
    QList<PointerCount> moving;
    for (int i = 0; i < m_pointers.size(); ++i) {
        if (i != survivorColumn())
            moving += m_pointers[i];
    }
    return countsText(moving);
}

void MergeDialog::updateTexts()
{
    const QString title = m_records[survivorColumn()].head().title();
    const QString moves = movesText();
    QString text = moves.isEmpty() ? tr("Nothing points to the others.") : tr("Moves to “%1”: %2.").arg(title, moves);
    qint64 lines = 0;
    for (int i = 0; i < m_records.size(); ++i) {
        for (const LineTable &table : m_records[i].entity().lineTables())
            lines += i == survivorColumn() ? 0 : m_records[i].lines(table.entity).size();
    }
    if (lines > 0)
        text += u' ' + tr("%n line(s) of the others go to the trash with them.", nullptr, int(lines));
    m_moves->setText(text);
}

void MergeDialog::showFault(const QString &sentence) { m_fault->show(Banner::Danger, sentence); }

} // namespace crm
