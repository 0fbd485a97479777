// Who has looked at what in another person's place: the access log, newest first. Thread: the window's.
#pragma once
#include "ui/admin/office_dialogs.h"

namespace crm {

class CRM_UI AccessLogDialog : public OfficeDialog
{
    Q_OBJECT
public:
    AccessLogDialog(Session &session, QWidget *parent);
};

} // namespace crm
