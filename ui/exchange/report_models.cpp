#include "ui/exchange/report_models.h"
#include "ui/exchange/sample_model.h"
#include "ui/style/tokens.h"
#include <QHeaderView>
#include <QTableView>

namespace crm {
namespace {

constexpr int mostWidth = 360;

QVariant leftAligned() { return int(Qt::AlignLeft | Qt::AlignVCenter); }

QColor colorOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Insert:
        return colors().success;
    case Outcome::Update:
        return colors().accentText;
    case Outcome::Refused:
        return colors().danger;
    default:
        return colors().muted;
    }
}

} // namespace

void PreviewModel::show(const ImportReport &report)
{
    beginResetModel();
    m_rows = report.preview;
    m_labels = report.previewLabels;
    endResetModel();
}

int PreviewModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

int PreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_labels.size()) + 2;
}

QVariant PreviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PreviewRow &row = m_rows.at(index.row());
    if (role == Qt::ForegroundRole && index.column() == 1)
        return colorOf(row.outcome);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (index.column() == 0)
        return QLocale().toString(row.line);
    if (index.column() == 1)
        return outcomeText(row.outcome);
    const QString value = row.values.value(index.column() - 2);
    return role == Qt::DisplayRole ? shownCell(value) : value.left(1000);
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return leftAligned();
    if (role != Qt::DisplayRole)
        return {};
    if (section == 0)
        return tr("Line");
    return section == 1 ? tr("What happens") : m_labels.value(section - 2);
}

void FaultModel::show(const QList<RowFault> &faults)
{
    beginResetModel();
    m_faults = faults;
    endResetModel();
}

int FaultModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_faults.size()); }

int FaultModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(ColumnCount); }

QVariant FaultModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const RowFault &fault = m_faults.at(index.row());
    switch (index.column()) {
    case Line:
        return QLocale().toString(fault.line);
    case Heading:
        return shownCell(fault.column);
    case Value:
        return shownCell(fault.value);
    default:
        return fault.reason;
    }
}

QVariant FaultModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return leftAligned();
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Line:
        return tr("Line");
    case Heading:
        return tr("Column");
    case Value:
        return tr("Value");
    default:
        return tr("Reason");
    }
}

QTableView *makeReportTable(QAbstractItemModel *model, const QString &name, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setModel(model);
    table->setAccessibleName(name);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(rowHeight());
    table->horizontalHeader()->setHighlightSections(false);
    return table;
}

void fitColumns(QTableView *table)
{
    table->resizeColumnsToContents();
    const int last = table->model()->columnCount() - 1;
    for (int i = 0; i <= last; ++i)
        table->setColumnWidth(i, std::min(table->columnWidth(i) + space::l, i == last ? 2 * mostWidth : mostWidth));
}

} // namespace crm
