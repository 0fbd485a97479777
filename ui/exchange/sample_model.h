// The first rows of a file as a table. Long values are shown by their beginning.
#pragma once
#include "core/exchange/import_sample.h"
#include "ui/ui_export.h"
#include <QAbstractTableModel>

namespace crm {

/// One line, not too long for a cell.
CRM_UI QString shownCell(const QString &text);

class CRM_UI SampleModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    void show(const ImportSample &sample);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    ImportSample m_sample;
};

} // namespace crm
