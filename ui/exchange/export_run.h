// An export at work: asks for the file, writes it page by page while lists are read, tells when it is done. A cancelled
// or failed export leaves nothing behind, and an older file of that name as it was. Thread: the window's.
#pragma once
#include "ui/exchange/export_dialog.h"

namespace crm {

/// @param owner what the file dialog is centred on
CRM_UI void startExport(Navigator &navigator, QWidget *owner, const ExportRequest &request);

} // namespace crm
