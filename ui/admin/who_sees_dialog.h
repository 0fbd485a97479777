// Who can see a record, and what each of them may do with it; for administrators, from any record's menu.
#pragma once
#include "core/store/who_sees.h"
#include "ui/admin/office_dialogs.h"

namespace crm {

class Navigator;

class CRM_UI WhoSeesDialog : public OfficeDialog
{
    Q_OBJECT
public:
    WhoSeesDialog(Session &session, const QString &entity, Id id, const QString &title, QWidget *parent);

private:
    void fillRows(const QList<Seer> &seers);
};

CRM_UI void askWhoSees(Navigator &navigator, const QString &entity, Id id, const QString &title);

} // namespace crm
