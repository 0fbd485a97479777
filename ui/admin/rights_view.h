// How the matrix of rights looks: levels as pills in their colours, muted where they come from "all others".
#pragma once
#include "ui/ui_export.h"

class QTableView;

namespace crm {

class RightsModel;

CRM_UI void setUpRightsView(QTableView &view, RightsModel &model);

} // namespace crm
