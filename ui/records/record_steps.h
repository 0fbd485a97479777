// The way from a record to its neighbours in the list it was opened from: two buttons, and a command each. The next one
// takes the place of its tab; a record with unsaved changes keeps its own.
//
//     head->addWidget(new RecordSteps(*this, "clients", id));      // seen while such a list is open
//
// Thread: the window's.
#pragma once
#include "core/model/id.h"
#include "core/store/await.h"
#include "ui/ui_export.h"
#include <QWidget>

class QToolButton;

namespace crm {

class ListPanel;
class TabPage;

class CRM_UI RecordSteps : public QWidget
{
    Q_OBJECT
public:
    RecordSteps(TabPage &page, const QString &entity, Id id);

    bool canStep(int by) const; ///< by: 1 or -1
    void step(int by);

protected:
    void showEvent(QShowEvent *event) override;

private:
    ListPanel *list() const;                            ///< that has the record at hand; null: none is open
    int rowBeside(const ListPanel &list, int by) const; ///< -1: there is none
    void refresh();

    TabPage &m_page;
    QString m_entity;
    Id m_id;
    QToolButton *m_previous, *m_next;
    Request m_request;
};

} // namespace crm
