// Values of a file that are known nowhere, as a table that one edits: what becomes of the rows that say them, and what
// they mean.
#pragma once
#include "core/model/field.h"
#include "ui/exchange/import_draft.h"
#include "ui/ui_export.h"
#include <QAbstractTableModel>

namespace crm {

class CRM_UI UnknownValuesModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Heading, Value, Rows, Happens, Means, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void show(const ImportReport &report, const ImportDraft &draft, const Catalog &catalog, const Actor &actor);
    /// What the person has said, now or before; @param before answers about other values are kept
    QList<ValueAnswer> answers(const QList<ValueAnswer> &before) const;
    int open() const; ///< values whose rows are refused
    bool canAddMore() const;
    void addAll();
    /// What a cell is edited as.
    Field fieldAt(const QModelIndex &index) const;

    /// Records that are meant and whose titles nobody has told yet, by entity.
    QHash<QString, IdList> untitled() const;
    void setTitle(const QString &entity, Id id, const QString &title);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void edited();
    void meaningWanted(int row); ///< somebody has said that it means something, and not yet what

private:
    struct Line
    {
        UnknownValue value;
        Field field;      ///< one of its values: what the text may mean
        QVariant meaning; ///< key of a choice, or id of a record
        QString title;    ///< of the record
        bool decided = false;
    };
    QString use(const Line &line) const { return line.meaning.toString(); }
    QString meaningText(const Line &line) const;

    QList<Line> m_lines;
};

} // namespace crm
