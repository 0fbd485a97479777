// Which column of a file goes to which field, as a table that one edits: a row for each column, then one for each value
// that is the same for all rows.
#pragma once
#include "ui/exchange/import_draft.h"
#include "ui/ui_export.h"
#include <QAbstractTableModel>

namespace crm {

class CRM_UI MappingModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Heading, Values, GoesTo, How, ColumnCount };
    enum Role { PathRole = Qt::UserRole + 1, ChoicesRole }; ///< of How: what may be chosen, as texts

    using QAbstractTableModel::QAbstractTableModel;
    /// The columns of the sample with the targets of the map; those that it does not name go nowhere.
    void show(const ImportDraft &draft);
    /// The map as it stands now, and the references whose missing targets are added.
    QList<ColumnTarget> map() const;
    QStringList createMissing() const;
    /// What is wrong, in a sentence; empty: one may go on.
    QString fault() const;
    /// Fields that every new record must have and that nothing goes to, as texts.
    QStringList missing() const;

    void addConstant();
    void useAgain(int row);
    void remove(int row); ///< a constant, or one of several rows of a column
    bool mayRemove(int row) const;
    const QList<ImportTarget> &targets() const { return m_targets; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void edited();

private:
    struct Line
    {
        ColumnTarget target; ///< header empty: the same value for all rows
        bool constant = false, addMissing = false;
        QString samples;
    };
    const ImportTarget *targetOf(const Line &line) const;
    QStringList choices(const Line &line) const;
    int chosen(const Line &line) const;
    void choose(Line &line, int choice) const;
    void setPath(Line &line, const QString &path) const;

    QList<Line> m_lines;
    QList<ImportTarget> m_targets;
};

} // namespace crm
