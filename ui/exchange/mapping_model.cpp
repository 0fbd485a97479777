#include "ui/exchange/mapping_model.h"
#include "ui/exchange/sample_model.h"
#include "ui/style/tokens.h"
#include <QSet>

namespace crm {
namespace {

constexpr int sampleValues = 3;

QString samplesOf(const ImportSample &sample, qsizetype column)
{
    QStringList values;
    for (const SourceRow &row : sample.rows) {
        const QString value = shownCell(row.cells.value(column)).left(60);
        if (!value.isEmpty() && !values.contains(value))
            values << value;
        if (values.size() == sampleValues)
            break;
    }
    return values.join(QStringLiteral("  \u00B7  "));
}

bool isPart(ReadAs reading) { return reading == ReadAs::FirstWord || reading == ReadAs::OtherWords; }

} // namespace

void MappingModel::show(const ImportDraft &draft)
{
    beginResetModel();
    m_lines.clear();
    m_targets = draft.targets;
    QSet<QString> seen;
    for (qsizetype i = 0; i < draft.sample.headers.size(); ++i) {
        const QString header = draft.sample.headers[i];
        if (header.isEmpty() || seen.contains(header))
            continue; // of two columns of one name the first is meant
        seen.insert(header);
        const QString samples = samplesOf(draft.sample, i);
        bool any = false;
        for (const ColumnTarget &t : draft.map) {
            if (t.header != header || t.isConstant())
                continue;
            m_lines.append({t, false, false, samples});
            any = true;
        }
        if (!any)
            m_lines.append({{header, {}, ReadAs::AsIs, {}, false}, false, false, samples});
    }
    for (const ColumnTarget &t : draft.map) {
        if (t.isConstant())
            m_lines.append({t, true, false, {}});
    }
    for (Line &line : m_lines) {
        const ImportTarget *target = targetOf(line);
        line.addMissing = target && target->canAddMissing && draft.createMissing.contains(missingFieldOf(*target));
    }
    endResetModel();
}

QList<ColumnTarget> MappingModel::map() const
{
    QList<ColumnTarget> map;
    for (const Line &line : m_lines) {
        if (!line.target.path.isEmpty())
            map << line.target;
    }
    return map;
}

QStringList MappingModel::createMissing() const
{
    QStringList fields;
    for (const Line &line : m_lines) {
        const ImportTarget *target = targetOf(line);
        if (line.addMissing && target && !fields.contains(missingFieldOf(*target)))
            fields << missingFieldOf(*target);
    }
    return fields;
}

QString MappingModel::fault() const
{
    QSet<QString> used;
    for (const Line &line : m_lines) {
        const ImportTarget *target = targetOf(line);
        if (!target)
            continue;
        if (line.constant && line.target.constant.isEmpty())
            return tr("Write the value that “%1” gets in all rows, or take the line out.").arg(target->text());
        // A reference by two fields is the same field twice.
        const QString field = target->by.isEmpty() ? target->path : target->group + missingFieldOf(*target);
        if (used.contains(field))
            return tr("Two columns go to “%1”. Take one of them away.").arg(target->label);
        used.insert(field);
    }
    return used.isEmpty() ? tr("Say at least of one column where it goes.") : QString();
}

QStringList MappingModel::missing() const
{
    QSet<QString> used;
    for (const Line &line : m_lines)
        used.insert(line.target.path.section(u'.', 0, 0));
    QStringList labels;
    for (const ImportTarget &target : m_targets) {
        const QString field = target.path.section(u'.', 0, 0);
        if (target.required && !used.contains(field) && !labels.contains(target.label))
            labels << target.label;
    }
    return labels;
}

void MappingModel::addConstant()
{
    beginInsertRows({}, rowCount(), rowCount());
    m_lines.append({{}, true, false, {}});
    endInsertRows();
    Q_EMIT edited();
}

void MappingModel::useAgain(int row)
{
    if (row < 0 || row >= m_lines.size() || m_lines[row].constant)
        return;
    beginInsertRows({}, row + 1, row + 1);
    m_lines.insert(row + 1,
                   {{m_lines[row].target.header, {}, ReadAs::AsIs, {}, false}, false, false, m_lines[row].samples});
    endInsertRows();
    Q_EMIT edited();
}

bool MappingModel::mayRemove(int row) const
{
    if (row < 0 || row >= m_lines.size())
        return false;
    const Line &line = m_lines[row];
    const auto same = std::count_if(m_lines.begin(), m_lines.end(), [&](const Line &l) {
        return !l.constant && l.target.header == line.target.header;
    });
    return line.constant || same > 1;
}

void MappingModel::remove(int row)
{
    if (!mayRemove(row))
        return;
    beginRemoveRows({}, row, row);
    m_lines.removeAt(row);
    endRemoveRows();
    Q_EMIT edited();
}

// What may be chosen.

const ImportTarget *MappingModel::targetOf(const Line &line) const
{
    for (const ImportTarget &target : m_targets) {
        if (target.path == line.target.path)
            return &target;
    }
    return nullptr;
}

QStringList MappingModel::choices(const Line &line) const
{
    const ImportTarget *target = targetOf(line);
    if (!target || line.constant)
        return {};
    if (target->kind == Kind::Percent)
        return {tr("as it stands"), tr("parts of 1: 0.15 is 15 %"), tr("percent: 15 is 15 %")};
    if (target->isLookedUp())
        return target->canAddMissing ? QStringList{tr("must exist"), tr("is added if missing")} : QStringList();
    if (target->kind == Kind::Text)
        return {tr("all of it"), tr("the first word"), tr("all but the first word")};
    return {};
}

int MappingModel::chosen(const Line &line) const
{
    switch (line.target.reading) {
    case ReadAs::Fraction:
    case ReadAs::FirstWord:
        return 1;
    case ReadAs::Percent:
    case ReadAs::OtherWords:
        return 2;
    case ReadAs::AsIs:
        break;
    }
    return line.addMissing ? 1 : 0;
}

void MappingModel::choose(Line &line, int choice) const
{
    const ImportTarget *target = targetOf(line);
    line.addMissing = target && target->isLookedUp() && choice == 1;
    if (!target || target->isLookedUp())
        return;
    const bool percent = target->kind == Kind::Percent;
    line.target.reading = choice == 1   ? (percent ? ReadAs::Fraction : ReadAs::FirstWord)
                          : choice == 2 ? (percent ? ReadAs::Percent : ReadAs::OtherWords)
                                        : ReadAs::AsIs;
}

void MappingModel::setPath(Line &line, const QString &path) const
{
    line.target.path = path;
    line.target.guessed = false;
    const ImportTarget *target = targetOf(line);
    const bool keepsPart = target && target->kind == Kind::Text && target->by.isEmpty() && isPart(line.target.reading);
    if (!keepsPart)
        line.target.reading = ReadAs::AsIs;
    line.addMissing = false;
}

// As a table.

int MappingModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_lines.size()); }

int MappingModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(ColumnCount); }

QVariant MappingModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines.at(index.row());
    const ImportTarget *target = targetOf(line);
    if (role == PathRole)
        return line.target.path;
    if (role == ChoicesRole)
        return choices(line);
    if (role == Qt::EditRole && index.column() == How)
        return chosen(line);
    if (role == Qt::EditRole && index.column() == GoesTo)
        return line.target.path;
    if (role == Qt::ForegroundRole) {
        const bool weak = (index.column() == GoesTo && !target) || index.column() == Values ||
                          (index.column() == Heading && line.constant);
        return weak && !(line.constant && index.column() == Values) ? QVariant(colors().muted) : QVariant();
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::EditRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case Heading:
        return line.constant ? tr("(the same in all rows)") : shownCell(line.target.header);
    case Values:
        return line.constant ? line.target.constant : line.samples;
    case GoesTo:
        return target ? target->text() : tr("is not imported");
    case How:
        return choices(line).value(chosen(line));
    default:
        return {};
    }
}

bool MappingModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::EditRole)
        return false;
    Line &line = m_lines[index.row()];
    if (index.column() == GoesTo)
        setPath(line, value.toString());
    else if (index.column() == How)
        choose(line, value.toInt());
    else if (index.column() == Values && line.constant)
        line.target.constant = value.toString();
    else
        return false;
    Q_EMIT dataChanged(this->index(index.row(), 0), this->index(index.row(), ColumnCount - 1));
    Q_EMIT edited();
    return true;
}

QVariant MappingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Heading:
        return tr("Column of the file");
    case Values:
        return tr("First values");
    case GoesTo:
        return tr("Goes to");
    case How:
        return tr("How it is read");
    default:
        return {};
    }
}

Qt::ItemFlags MappingModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid())
        return flags;
    const Line &line = m_lines.at(index.row());
    const bool editable = index.column() == GoesTo || (index.column() == How && choices(line).size() > 1) ||
                          (index.column() == Values && line.constant);
    return editable ? flags | Qt::ItemIsEditable : flags;
}

} // namespace crm
