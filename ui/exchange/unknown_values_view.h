// The values of a file that are known nowhere: what happens to the rows that say them. Thread: the window's.
#pragma once
#include "core/store/await.h"
#include "ui/exchange/unknown_values_model.h"
#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace crm {

class Navigator;

class CRM_UI UnknownValuesView : public QWidget
{
    Q_OBJECT
public:
    UnknownValuesView(Navigator &navigator, QWidget *parent);

    void show(const ImportReport &report, const ImportDraft &draft);
    bool isEmpty() const { return m_model->rowCount() == 0; }
    bool isEdited() const { return m_edited; } ///< since show()
    UnknownValuesModel *model() const { return m_model; }
    QTableView *table() const { return m_table; }
    QPushButton *addButton() const { return m_add; }

Q_SIGNALS:
    void edited();

private:
    void noteEdit();
    void move(int step);
    void askTitles();

    Navigator &m_navigator;
    UnknownValuesModel *m_model;
    QTableView *m_table;
    QPushButton *m_add;
    QLabel *m_note;
    Request m_titles;
    int m_wanted = -1; ///< row whose meaning is to be said next
    bool m_edited = false;
};

} // namespace crm
