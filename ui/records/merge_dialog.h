// Several records side by side: which one stays, and which value each field that differs keeps.
//
//     MergeDialog dialog(navigator, {documents, counts}, this);
//     if (Prompts::run(dialog) == QDialog::Accepted)
//         repository.merge(dialog.survivor(), dialog.others(), dialog.seen());
//
// Arrow keys move within a row, Tab to the next one. Thread: the window's.
#pragma once
#include "core/store/merge.h"
#include "ui/ui_export.h"
#include <QDialog>

class QButtonGroup;
class QGridLayout;
class QLabel;
class QToolButton;

namespace crm {

class Banner;
class Navigator;

/// What the dialog shows; of one entity, at least two. The documents carry the titles of what they point to.
struct MergeRecords
{
    QList<Document> records;
    QList<QList<PointerCount>> pointers; ///< at each of them
};

class CRM_UI MergeDialog : public QDialog
{
    Q_OBJECT
public:
    MergeDialog(Navigator &navigator, const MergeRecords &what, QWidget *parent);

    /// Columns are counted as the records were given; one more, where it is offered, takes all of them together.
    void chooseSurvivor(int column);
    void choose(const QString &field, int column);
    int survivorColumn() const;
    int chosenColumn(const QString &field) const; ///< -1: the field is not asked about
    int togetherColumn() const { return int(m_records.size()); }
    QStringList differing() const; ///< keys of the fields that are asked about, in order

    Document survivor() const; ///< with the chosen values, based on the version that was loaded
    IdList others() const;
    QList<qint64> seen() const; ///< versions of the others
    QString movesText() const;  ///< "3 contacts, 12 orders"; empty: nothing

    /// Why it could not be done, above the fields; what was chosen stays.
    void showFault(const QString &sentence);

private:
    struct Row
    {
        const Field *field;
        QButtonGroup *choice;
        QVariant together;    ///< null: not offered
        bool touched = false; ///< the person has chosen: it no longer follows the survivor
    };
    void buildHead(QGridLayout *grid, QWidget *table);
    void buildRows(QGridLayout *grid, QWidget *table);
    void addRow(QGridLayout *grid, QWidget *table, const Field &field, int at);
    void addSame(QGridLayout *grid, QWidget *table, const QList<const Field *> &fields, int at);
    void followSurvivor();
    void updateTexts();
    QVariant together(const Field &field) const;
    QString textOf(const Field &field, const QVariant &value, int column) const;
    bool isTied(const Field &field) const;
    void take(const Row &row, int column);
    QString countsText(const QList<PointerCount> &counts) const;
    int oldest() const;

    Navigator &m_navigator;
    std::shared_ptr<const Catalog> m_catalog;
    QList<Document> m_records;
    QList<QList<PointerCount>> m_pointers;
    QList<Row> m_rows;
    QButtonGroup *m_stays = nullptr;
    Banner *m_fault;
    QLabel *m_moves;
    QList<QWidget *> m_same;
    QToolButton *m_showSame = nullptr;
};

} // namespace crm
