#include "ui/exchange/sample_model.h"
#include "ui/style/tokens.h"

namespace crm {
namespace {
constexpr qsizetype mostShown = 200;
constexpr int mostColumns = 300; ///< of a preview
} // namespace

QString shownCell(const QString &text)
{
    QString shown = text.left(mostShown).simplified();
    if (text.size() > mostShown)
        shown += QChar(0x2026);
    return shown;
}

void SampleModel::show(const ImportSample &sample)
{
    beginResetModel();
    m_sample = sample;
    endResetModel();
}

int SampleModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_sample.rows.size()); }

int SampleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(std::min<qsizetype>(m_sample.headers.size(), mostColumns));
}

QVariant SampleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SourceRow &row = m_sample.rows.at(index.row());
    if (role == Qt::DisplayRole)
        return shownCell(row.cells.value(index.column()));
    if (role == Qt::ForegroundRole && !row.fault.isEmpty())
        return colors().danger;
    if (role == Qt::ToolTipRole)
        return row.fault.isEmpty() ? row.cells.value(index.column()).left(1000) : row.fault;
    return {};
}

QVariant SampleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && orientation == Qt::Horizontal)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Horizontal)
        return shownCell(m_sample.headers.value(section));
    return section < m_sample.rows.size() ? QVariant(m_sample.rows.at(section).line) : QVariant();
}

} // namespace crm
