// The tables of an import's report: the first rows as they will be, and the refused ones with their reasons.
#pragma once
#include "core/exchange/import.h"
#include "ui/ui_export.h"
#include <QAbstractTableModel>

class QTableView;

namespace crm {

class CRM_UI PreviewModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    void show(const ImportReport &report);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<PreviewRow> m_rows;
    QStringList m_labels;
};

class CRM_UI FaultModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Line, Heading, Value, Reason, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;
    void show(const QList<RowFault> &faults);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<RowFault> m_faults;
};

/// A table to look at, with rows as high as those of lists.
CRM_UI QTableView *makeReportTable(QAbstractItemModel *model, const QString &name, QWidget *parent);
/// Wide enough for what stands there, within reason.
CRM_UI void fitColumns(QTableView *table);

} // namespace crm
