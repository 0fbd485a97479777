// Tab goes through what a part of a window holds as it is laid out, whatever was made first. For parts that get more
// while they are open: buttons that come and go, chips, rows.
//
//     m_flow->insertWidget(0, chip);
//     orderTabs(*this);
#pragma once
#include "ui/ui_export.h"

class QWidget;

namespace crm {

/// Property of what takes no focus yet, but has its place among the others for when it does.
inline constexpr char laterTabStop[] = "crmLaterTabStop";

/// @param root keeps its own place among the others of the window
CRM_UI void orderTabs(QWidget &root);

} // namespace crm
