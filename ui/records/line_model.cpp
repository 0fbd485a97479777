#include "ui/records/line_model.h"
#include "core/access/may_ask.h"
#include "ui/records/cell_text.h"
#include "ui/records/list_model.h"
#include "ui/records/record_preview.h"
#include "ui/style/tokens.h"

namespace crm {

LineModel::LineModel(Session &session, OpenDocument &document, const QString &table, QObject *parent)
    : QAbstractTableModel(parent)
    , m_session(session)
    , m_document(document)
    , m_table(table)
{
    const Entity &entity = session.catalog()->at(table);
    const Policy policy = session.actor().policy;
    for (const Field &field : entity.fieldList()) {
        if (!field.isHidden() && showsField(policy, *session.catalog(), field) &&
            field.key() != entity.lineParentField())
            m_fields.append(field);
    }
    connect(&document, &OpenDocument::linesChanged, this, &LineModel::follow);
    connect(&document, &OpenDocument::loadedAnew, this, [this] { follow(m_table); }); // a cell being edited stays open
    connect(&document, &OpenDocument::faultsChanged, this, [this] {
        if (m_lines > 0)
            Q_EMIT dataChanged(index(0, 0), index(m_lines - 1, columnCount() - 1));
    });
}

void LineModel::setEditable(bool on)
{
    if (on == m_editable)
        return;
    beginResetModel();
    m_editable = on;
    endResetModel();
}

void LineModel::follow(const QString &table)
{
    if (table != m_table)
        return;
    const int count = m_document.lineCount(m_table);
    if (count > m_lines) {
        beginInsertRows({}, m_lines, count - 1);
        m_lines = count;
        endInsertRows();
    } else if (count < m_lines) { // which one went is told by removeLine(); this is for a document replaced elsewhere
        beginRemoveRows({}, count, m_lines - 1);
        m_lines = count;
        endRemoveRows();
    }
    if (m_lines > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_lines - 1, columnCount() - 1));
}

int LineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_lines + (m_editable ? 1 : 0);
}

int LineModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_fields.size()); }

QString LineModel::titleOf(const Field &field, const QVariant &value) const
{
    const Id id = value.toLongLong();
    if (field.target().isEmpty() || id == 0)
        return {};
    const QString known =
        m_document.document().titles.value({field.target(), id}, m_titles.value({field.target(), id}));
    if (known.isEmpty() && !m_asked.contains({field.target(), id})) {
        m_asked.insert({field.target(), id});
        auto *self = const_cast<LineModel *>(this);
        await(
            self, m_session.read([target = field.target(), id](Repository &r) { return r.options(target, {id}); }),
            [self, target = field.target()](const QHash<Id, Option> &options) {
                for (const Option &o : options)
                    self->m_titles.insert({target, o.id}, o.title);
                if (self->m_lines > 0)
                    Q_EMIT self->dataChanged(self->index(0, 0),
                                             self->index(self->m_lines - 1, self->columnCount() - 1));
            },
            [](const Error &) { /* stays without a title, like every record out of sight */ });
    }
    return known;
}

QString LineModel::faultAt(const QModelIndex &index) const
{
    return index.isValid() ? m_document.faultOfLine(m_table, index.row(), m_fields.at(index.column()).key())
                           : QString();
}

QVariant LineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Field &field = m_fields.at(index.column());
    if (role == Qt::TextAlignmentRole)
        return int(cellAlignment(field) | Qt::AlignVCenter);
    if (isBlankRow(index.row())) {
        if (role == Qt::DisplayRole && index.column() == 0)
            return tr("Add a line");
        if (role == Qt::ForegroundRole)
            return colors().muted;
        return role == ListModel::CurrencyRole ? QVariant(m_document.currency()) : QVariant();
    }
    const QVariant value = m_document.shownInLine(m_table, index.row(), field.key());
    switch (role) {
    case Qt::DisplayRole:
        if (field.kind() == Kind::Bool)
            return {};
        return cellText(field, value, titleOf(field, value), m_document.currency(), QLocale());
    case Qt::AccessibleTextRole:
        return fullText(field, value, titleOf(field, value), m_document.currency(), QLocale());
    case Qt::ToolTipRole: {
        const QString fault = faultAt(index);
        return fault.isEmpty() ? fullText(field, value, titleOf(field, value), m_document.currency(), QLocale())
                               : fault;
    }
    case Qt::CheckStateRole:
        return field.kind() == Kind::Bool ? QVariant(value.toBool() ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::ForegroundRole:
        return field.isReadOnly() ? QVariant(colors().muted) : QVariant();
    case Qt::EditRole:
    case ListModel::ValueRole:
        return value;
    case ListModel::TitleRole:
        return titleOf(field, value);
    case ListModel::CurrencyRole:
        return m_document.currency();
    default:
        return {};
    }
}

QVariant LineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? (isBlankRow(section) ? QVariant(QString()) : QVariant(section + 1))
                                       : QVariant();
    if (section < 0 || section >= m_fields.size())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return m_fields.at(section).label().text();
    case Qt::ToolTipRole: { // the label too: a narrow column may cut it
        const Field &field = m_fields.at(section);
        const QString help = field.helpText().text();
        return help.isEmpty() ? field.label().text() : field.label().text() + u'\n' + help;
    }
    case Qt::TextAlignmentRole:
        return int(cellAlignment(m_fields.at(section)) | Qt::AlignVCenter);
    default:
        return {};
    }
}

Qt::ItemFlags LineModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    Qt::ItemFlags flags = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    if (!m_editable || m_fields.at(index.column()).isReadOnly())
        return flags;
    const bool box = m_fields.at(index.column()).kind() == Kind::Bool;
    if (box && isBlankRow(index.row()))
        return flags;
    return flags | (box ? Qt::ItemIsUserCheckable : Qt::ItemIsEditable);
}

bool LineModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || !m_editable)
        return false;
    const Field &field = m_fields.at(index.column());
    if (role == Qt::CheckStateRole && field.kind() == Kind::Bool && !isBlankRow(index.row())) {
        m_document.setLineValue(m_table, index.row(), field.key(), value.toInt() == Qt::Checked);
        return true;
    }
    if (role != Qt::EditRole || field.isReadOnly())
        return false;
    const bool isNew = isBlankRow(index.row());
    if (isNew) {
        if (isEmptyValue(value))
            return false;
        addLine();
    } else if (m_document.shownInLine(m_table, index.row(), field.key()) == value) {
        return false;
    }
    const int row = index.row();
    m_document.setLineValue(m_table, row, field.key(), value);
    if (isNew)
        Q_EMIT lineBegun(row);
    return true;
}

int LineModel::addLine() { return m_document.addLine(m_table); }

void LineModel::removeLine(int row)
{
    if (row < 0 || isBlankRow(row))
        return;
    beginRemoveRows({}, row, row);
    --m_lines;
    m_document.removeLine(m_table, row);
    endRemoveRows();
}

bool LineModel::moveLine(int row, int to)
{
    if (row == to || row < 0 || to < 0 || isBlankRow(row) || isBlankRow(to))
        return false;
    if (!beginMoveRows({}, row, row, {}, to > row ? to + 1 : to))
        return false;
    m_document.moveLine(m_table, row, to);
    endMoveRows();
    return true;
}

int LineModel::duplicateLine(int row)
{
    if (row < 0 || isBlankRow(row))
        return -1;
    const Record source = m_document.document().lines(m_table).at(row);
    const int at = addLine();
    for (const Field &field : std::as_const(m_fields)) {
        if (!field.isReadOnly())
            m_document.setLineValue(m_table, at, field.key(), source.value(field.key()));
    }
    return at;
}

} // namespace crm
