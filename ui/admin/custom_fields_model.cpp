// The table of custom_fields_page.h.
#include "core/model/registry.h"
#include "ui/admin/custom_fields_page.h"
#include <QMimeData>

namespace crm {
namespace {

const QString rowsMime = QStringLiteral("application/x-mycrm-custom-field");

/// The columns that are asked for, in this order.
const QStringList &askedColumns()
{
    static const QStringList columns{QStringLiteral("label"),    QStringLiteral("kind"),   QStringLiteral("key"),
                                     QStringLiteral("required"), QStringLiteral("class"),  QStringLiteral("in_list"),
                                     QStringLiteral("right"),    QStringLiteral("entity"), QStringLiteral("target"),
                                     QStringLiteral("fast")};
    return columns;
}

QString yes(bool on) { return on ? CustomFieldsModel::tr("Yes") : QString(); }

} // namespace

Query CustomFieldsModel::query()
{
    Query query(QStringLiteral("custom_fields"));
    query.columns = askedColumns();
    query.sort = Query::parseSort(QStringLiteral("entity, position, id"));
    return query;
}

void CustomFieldsModel::setRows(const QList<Row> &rows, std::shared_ptr<const Catalog> catalog)
{
    beginResetModel();
    m_rows = rows;
    m_catalog = std::move(catalog);
    endResetModel();
}

QString CustomFieldsModel::textAt(int row, const char *field) const
{
    return m_rows.value(row).values.value(askedColumns().indexOf(QLatin1String(field))).toString();
}

IdList CustomFieldsModel::ids() const
{
    IdList found;
    for (const Row &row : m_rows)
        found.append(row.id);
    return found;
}

void CustomFieldsModel::move(int from, int to)
{
    if (from == to || from < 0 || to < 0 || from >= m_rows.size() || to >= m_rows.size())
        return;
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    m_rows.move(from, to);
    endMoveRows();
    Q_EMIT orderChanged();
}

int CustomFieldsModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

int CustomFieldsModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(ColumnCount); }

QString CustomFieldsModel::whoSees(int row) const
{
    const QString fieldClass = textAt(row, "class"), right = textAt(row, "right");
    if (fieldClass == QLatin1String("internal"))
        return tr("Staff");
    if (fieldClass != QLatin1String("restricted"))
        return tr("Everybody");
    return right == QLatin1String("administrators") ? tr("Administrators") : tr("Right: %1").arg(right);
}

QVariant CustomFieldsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const int row = index.row();
    switch (index.column()) {
    case Name:
        return textAt(row, "label");
    case KindName: {
        const auto kind = kindByName(textAt(row, "kind"));
        const Entity *target = m_catalog->find(textAt(row, "target"));
        if (kind && *kind == Kind::Ref && target)
            return tr("Link: %1").arg(target->many().text());
        return kind ? kindLabel(*kind).text() : textAt(row, "kind");
    }
    case Key:
        return textAt(row, "key");
    case Required:
        return yes(m_rows.at(row).values.value(Required).toBool());
    case Who:
        return whoSees(row);
    case InList:
        return yes(m_rows.at(row).values.value(InList).toBool());
    case Fast:
        return yes(m_rows.at(row).values.value(askedColumns().indexOf(QStringLiteral("fast"))).toBool());
    default:
        return {};
    }
}

QVariant CustomFieldsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString heads[] = {tr("Name"),        tr("Kind"),        tr("Key"), tr("Required"),
                             tr("Who sees it"), tr("In the list"), tr("Fast")};
    return heads[qBound(0, section, int(ColumnCount) - 1)];
}

Qt::ItemFlags CustomFieldsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags base = QAbstractTableModel::flags(index);
    return index.isValid() ? base | Qt::ItemIsDragEnabled : base | Qt::ItemIsDropEnabled;
}

QStringList CustomFieldsModel::mimeTypes() const { return {rowsMime}; }

QMimeData *CustomFieldsModel::mimeData(const QModelIndexList &indexes) const
{
    auto *data = new QMimeData;
    data->setData(rowsMime, QByteArray::number(indexes.isEmpty() ? qint64(0) : idAt(indexes.first().row())));
    return data;
}

bool CustomFieldsModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int, const QModelIndex &)
{
    const int from = int(ids().indexOf(data->data(rowsMime).toLongLong()));
    if (action != Qt::MoveAction || from < 0)
        return false;
    const int before = row < 0 ? rowCount() : row;
    move(from, before > from ? before - 1 : before);
    return false; // moved already: the view must not take the row away
}

} // namespace crm
