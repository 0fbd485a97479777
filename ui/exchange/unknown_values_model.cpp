#include "ui/exchange/unknown_values_model.h"
#include "core/model/format.h"
#include "core/model/text.h"
#include "ui/exchange/sample_model.h"
#include "ui/records/list_model.h"
#include "ui/style/tokens.h"
#include <algorithm>

namespace crm {
namespace {

const QString refuseKey = QStringLiteral("refuse"), addKey = QStringLiteral("add"), useKey = QStringLiteral("use");

QString keyOf(ValueAnswer::What what)
{
    return what == ValueAnswer::Add ? addKey : what == ValueAnswer::Use ? useKey : refuseKey;
}

QString textOf(ValueAnswer::What what)
{
    switch (what) {
    case ValueAnswer::Add:
        return UnknownValuesModel::tr("it is added");
    case ValueAnswer::Use:
        return UnknownValuesModel::tr("it means something known");
    default:
        return UnknownValuesModel::tr("its rows are refused");
    }
}

bool isAbout(const ValueAnswer &answer, const UnknownValue &value)
{
    return answer.path == value.path && fold(answer.text) == fold(value.text);
}

/// One value of the column's field, or one record that it points to.
Field single(const BoundTarget &target)
{
    const Field &field = *target.field;
    if (!target.referred)
        return Field(Kind::Choice, field.key(), field.label()).atMost(field.size()).options(field.choices());
    return Field(Kind::Ref, field.key(), field.label())
        .to(target.referred->key())
        .pickFromList(field.isDictionaryLike());
}

} // namespace

void UnknownValuesModel::show(const ImportReport &report, const ImportDraft &draft, const Catalog &catalog,
                              const Actor &actor)
{
    beginResetModel();
    const QList<Line> before = std::exchange(m_lines, {});
    for (const UnknownValue &value : report.unknown) {
        Line line;
        line.value = value;
        ColumnTarget target;
        target.path = value.path;
        line.field = single(bindTarget(catalog, catalog.at(draft.entity), actor, target));
        line.decided = std::any_of(draft.answers.begin(), draft.answers.end(),
                                   [&](const ValueAnswer &a) { return isAbout(a, value); });
        if (value.what == ValueAnswer::Use)
            line.meaning =
                line.field.kind() == Kind::Ref ? QVariant::fromValue<Id>(value.use.toLongLong()) : QVariant(value.use);
        for (const Line &old : before) {
            if (old.meaning == line.meaning && old.field.target() == line.field.target() && !old.title.isEmpty())
                line.title = old.title;
        }
        m_lines << line;
    }
    endResetModel();
}

QList<ValueAnswer> UnknownValuesModel::answers(const QList<ValueAnswer> &before) const
{
    QList<ValueAnswer> all = before;
    for (const Line &line : m_lines) {
        all.removeIf([&](const ValueAnswer &a) { return isAbout(a, line.value); });
        const bool meansNothing = line.value.what == ValueAnswer::Use && isEmptyValue(line.meaning);
        if (line.decided && !meansNothing)
            all.append({line.value.path, line.value.text, line.value.what,
                        line.value.what == ValueAnswer::Use ? use(line) : QString()});
    }
    return all;
}

int UnknownValuesModel::open() const
{
    return int(std::count_if(m_lines.begin(), m_lines.end(),
                             [](const Line &line) { return line.value.what == ValueAnswer::Refuse; }));
}

bool UnknownValuesModel::canAddMore() const
{
    return std::any_of(m_lines.begin(), m_lines.end(),
                       [](const Line &line) { return line.value.what == ValueAnswer::Refuse && line.value.canAdd; });
}

void UnknownValuesModel::addAll()
{
    for (Line &line : m_lines) {
        if (line.value.what != ValueAnswer::Refuse || !line.value.canAdd)
            continue;
        line.value.what = ValueAnswer::Add;
        line.decided = true;
    }
    Q_EMIT dataChanged(index(0, Happens), index(rowCount() - 1, Means));
    Q_EMIT edited();
}

Field UnknownValuesModel::fieldAt(const QModelIndex &index) const
{
    const Line &line = m_lines.at(index.row());
    if (index.column() == Means)
        return line.field;
    QList<Choice> choices;
    for (const ValueAnswer::What what : {ValueAnswer::Refuse, ValueAnswer::Add, ValueAnswer::Use}) {
        if (what != ValueAnswer::Add || line.value.canAdd)
            choices.append({keyOf(what), Label::literal(textOf(what))});
    }
    return choice(QStringLiteral("happens"), Label::literal(tr("What happens")), choices).required();
}

QHash<QString, IdList> UnknownValuesModel::untitled() const
{
    QHash<QString, IdList> wanted;
    for (const Line &line : m_lines) {
        if (line.field.kind() == Kind::Ref && line.meaning.toLongLong() != 0 && line.title.isEmpty())
            wanted[line.field.target()] << line.meaning.toLongLong();
    }
    return wanted;
}

void UnknownValuesModel::setTitle(const QString &entity, Id id, const QString &title)
{
    for (int row = 0; row < m_lines.size(); ++row) {
        Line &line = m_lines[row];
        if (line.field.target() != entity || line.meaning.toLongLong() != id)
            continue;
        line.title = title;
        Q_EMIT dataChanged(index(row, Means), index(row, Means));
    }
}

QString UnknownValuesModel::meaningText(const Line &line) const
{
    if (line.value.what == ValueAnswer::Add)
        return tr("a new entry");
    if (line.value.what == ValueAnswer::Refuse && line.value.found > 1)
        return tr("%n record(s) are called so", nullptr, line.value.found);
    if (line.value.what != ValueAnswer::Use || isEmptyValue(line.meaning))
        return {};
    if (line.field.kind() == Kind::Ref)
        return line.title;
    const Choice *choice = line.field.choice(line.meaning.toString());
    return choice ? choice->label.text() : line.meaning.toString();
}

int UnknownValuesModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_lines.size()); }

int UnknownValuesModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(ColumnCount); }

QVariant UnknownValuesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines.at(index.row());
    if (role == ListModel::ValueRole)
        return index.column() == Means ? line.meaning : QVariant(keyOf(line.value.what));
    if (role == ListModel::TitleRole)
        return line.title;
    if (role == Qt::TextAlignmentRole && index.column() == Rows)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ForegroundRole && index.column() == Happens && line.value.what == ValueAnswer::Refuse)
        return colors().danger;
    if (role == Qt::ForegroundRole && index.column() == Means && line.value.what != ValueAnswer::Use)
        return colors().muted;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Heading:
        return line.value.header.isEmpty() ? tr("(the same in all rows)") : shownCell(line.value.header);
    case Value:
        return shownCell(line.value.text);
    case Rows:
        return QLocale().toString(line.value.rows);
    case Happens:
        return textOf(line.value.what);
    default:
        return meaningText(line);
    }
}

bool UnknownValuesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::EditRole || index.column() < Happens)
        return false;
    Line &line = m_lines[index.row()];
    if (value == data(index, ListModel::ValueRole))
        return true; // looked at, and left as it was
    line.decided = true;
    if (index.column() == Means) {
        line.meaning = value;
        line.title.clear();
        line.value.what = isEmptyValue(value) ? ValueAnswer::Refuse : ValueAnswer::Use;
    } else {
        const QString key = value.toString();
        line.value.what = key == addKey ? ValueAnswer::Add : key == useKey ? ValueAnswer::Use : ValueAnswer::Refuse;
        if (line.value.what != ValueAnswer::Use)
            line.meaning.clear();
    }
    Q_EMIT dataChanged(this->index(index.row(), Happens), this->index(index.row(), Means));
    Q_EMIT edited();
    if (line.value.what == ValueAnswer::Use && isEmptyValue(line.meaning))
        Q_EMIT meaningWanted(index.row());
    return true;
}

QVariant UnknownValuesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Rows ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Heading:
        return tr("Column");
    case Value:
        return tr("Value");
    case Rows:
        return tr("Rows");
    case Happens:
        return tr("What happens");
    default:
        return tr("What it means");
    }
}

Qt::ItemFlags UnknownValuesModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() >= Happens ? flags | Qt::ItemIsEditable : flags;
}

} // namespace crm
