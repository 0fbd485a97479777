#include "ui/reports/summary_model.h"
#include "core/model/registry.h"
#include "ui/records/group_text.h"
#include "ui/style/tokens.h"

namespace crm {

void SummaryModel::show(const Summary &summary, const SummaryWay &way, const Catalog &catalog,
                        const FormatContext &format)
{
    beginResetModel();
    m_summary = summary;
    m_way = way;
    m_format = format;
    if (!summary.sources.isEmpty()) {
        const Entity &entity = catalog.at(summary.sources.first().entity);
        m_money = *entity.field(summary.sources.first().amount);
        m_day = *entity.field(summary.sources.first().day);
    }
    endResetModel();
}

std::optional<SummarySource> SummaryModel::source(int column) const
{
    const int index = column - FirstAmount;
    return index < 0 || index >= m_summary.sources.size() ? std::nullopt : std::optional(m_summary.sources.at(index));
}

const SummaryRow *SummaryModel::row(int row) const
{
    return row >= 0 && row < m_summary.rows.size() ? &m_summary.rows.at(row) : nullptr;
}

const SummaryRow &SummaryModel::at(int row) const
{
    return row < m_summary.rows.size() ? m_summary.rows.at(row) : m_summary.totals.at(row - m_summary.rows.size());
}

QString SummaryModel::titleOf(const SummaryRow &row) const
{
    if (row.value.isNull())
        return m_way.without.text();
    if (!m_way.isTime())
        return row.title.isEmpty() ? tr("A record that you may not see") : row.title;
    Group group;
    group.value = row.value;
    return groupText(m_day, {m_day.key(), m_way.span}, group, m_format.locale);
}

QString SummaryModel::amountText(qint64 amount, const QString &currency, bool forFiles) const
{
    FormatContext context = m_format;
    context.currency = currency.isEmpty() ? m_format.currency : currency;
    return forFiles ? machineText(m_money, amount, context.currency) : displayText(m_money, amount, context);
}

int SummaryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_summary.rows.size() + m_summary.totals.size());
}

int SummaryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstAmount + int(m_summary.sources.size()) + 1;
}

std::optional<qint64> SummaryModel::amount(const SummaryRow &row, int column) const
{
    const int index = column - FirstAmount;
    return index == m_summary.sources.size() ? std::optional(row.result) : row.amounts.value(index);
}

QVariant SummaryModel::data(const QModelIndex &index, int role) const
{
    const SummaryRow &row = at(index.row());
    const bool isTotal = index.row() >= m_summary.rows.size();
    const bool isTitle = index.column() == TitleColumn;
    switch (role) {
    case Qt::DisplayRole:
    case MachineRole:
        if (isTitle)
            return isTotal ? tr("In all") : titleOf(row);
        if (const auto value = amount(row, index.column()))
            return amountText(*value, row.currency, role == MachineRole);
        return {};
    case Qt::ToolTipRole:
        if (const auto from = source(index.column()); from && amount(row, index.column()))
            return tr("%1: a double click or Enter shows the records behind it").arg(from->title.text());
        return isTitle && !isTotal ? QVariant(titleOf(row)) : QVariant();
    case Qt::TextAlignmentRole:
        return int((isTitle ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::FontRole:
        return isTotal || index.column() == columnCount() - 1 ? QVariant(fontFor(TextRole::Strong)) : QVariant();
    case Qt::ForegroundRole:
        if (!isTitle && amount(row, index.column()).value_or(0) < 0)
            return colors().danger;
        return {};
    case IsTotalRole:
        return isTotal;
    default:
        return {};
    }
}

QVariant SummaryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == TitleColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (section == TitleColumn)
        return m_way.isTime() ? tr("Period") : tr("Name");
    const auto from = source(section);
    return from ? from->title.text() : m_report.result.text();
}

} // namespace crm
