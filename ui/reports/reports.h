// What is reported beside the lists: summaries of amounts (core/exchange/summary.h), each a page of the sidebar.
//
//     addReportPages(registry);     // before the window is made
//
// Thread: the window's.
#pragma once
#include "ui/ui_export.h"

namespace crm {

class UiRegistry;

CRM_UI void addReportPages(UiRegistry &pages);

} // namespace crm
