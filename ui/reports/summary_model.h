// A summary (core/exchange/summary.h) as a table: its rows, and the totals behind them. Thread: the window's.
#pragma once
#include "core/exchange/summary.h"
#include "core/model/format.h"
#include "ui/ui_export.h"
#include <QAbstractTableModel>

namespace crm {

class CRM_UI SummaryModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Roles {
        MachineRole = Qt::UserRole, ///< the amount for files: "1234.50"
        IsTotalRole                 ///< bool
    };
    explicit SummaryModel(const SummaryReport &report, QObject *parent)
        : QAbstractTableModel(parent)
        , m_report(report)
    {}

    void show(const Summary &summary, const SummaryWay &way, const Catalog &catalog, const FormatContext &format);
    const Summary &summary() const { return m_summary; }
    /// The source of a column; nothing for the name, the currency and the result.
    std::optional<SummarySource> source(int column) const;
    static int columnOf(int source) { return FirstAmount + source; }
    /// The row of the summary; null: it is a total.
    const SummaryRow *row(int row) const;
    /// "March 2026", "Romashka".
    QString titleOf(const SummaryRow &row) const;
    QString amountText(qint64 amount, const QString &currency, bool forFiles = false) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    enum { TitleColumn, FirstAmount };
    const SummaryRow &at(int row) const;
    std::optional<qint64> amount(const SummaryRow &row, int column) const;

    const SummaryReport m_report;
    Summary m_summary;
    SummaryWay m_way;
    Field m_money;
    Field m_day;
    FormatContext m_format;
};

} // namespace crm
