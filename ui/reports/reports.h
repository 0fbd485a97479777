// What is reported beside the lists: overviews (core/model/overview.h) and summaries of amounts
// (core/exchange/summary.h), each a page of the sidebar.
//
//     addReportPages(registry);     // before the window is made
//
// Thread: the window's.
#pragma once
#include "ui/ui_export.h"
#include <QString>

namespace crm {

class UiRegistry;

CRM_UI void addReportPages(UiRegistry &pages);
/// The page of an entity's overview, for Navigator::openKey().
CRM_UI QString overviewKey(const QString &entity);

} // namespace crm
