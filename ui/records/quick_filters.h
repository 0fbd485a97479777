// A row of inputs below the headings of a list, one a column: text, numbers and dates are typed, the rest is picked.
// What stands in it is a condition of the filter bar, and a condition made there stands in it.
//
// Tab goes on to the next column, Down to the rows, Esc clears, and once more goes to the rows. Follows the headings:
// moved, resized, hidden, kept in sight.
#pragma once
#include "core/model/query.h"
#include "ui/ui_export.h"
#include <QHash>
#include <QTimer>
#include <QWidget>

class QLineEdit;

namespace crm {

class FilterBar;
class ListHeader;
class Navigator;
class QuickCell;
class RecordTable;

class CRM_UI QuickFilters : public QWidget
{
    Q_OBJECT
public:
    QuickFilters(Navigator &navigator, const QString &entity, RecordTable *table, FilterBar *bar);

    void setOn(bool on);
    bool isOn() const { return m_on; }
    bool hasTheFocus() const;
    /// Into the input of the column, else of the first after it that has one.
    void focusColumn(int section);
    /// Of the column with that path; null: it is not filtered by, or not shown.
    QLineEdit *input(const QString &path) const;
    QString faultOf(const QString &path) const;

Q_SIGNALS:
    void switched(bool on);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fill();       ///< an input for each column
    void place();      ///< below their headings
    void showFilter(); ///< what the filter bar says
    void typed(QuickCell *cell);
    void apply();
    void clear(QuickCell *cell);
    void pick(QuickCell *cell);
    bool step(QuickCell *cell, int by);
    void goToRows();
    bool handleKey(QuickCell *cell, const QKeyEvent &event);
    QList<int> sections() const; ///< with an input, as they stand

    Navigator &m_navigator;
    QString m_entity;
    RecordTable *m_table;
    ListHeader *m_header;
    FilterBar *m_bar;
    QHash<QString, QuickCell *> m_cells; ///< by path
    QTimer m_timer;
    QList<QuickCell *> m_typed; ///< not applied yet
    bool m_on = false;
};

} // namespace crm
