// Where a little window that belongs to a control stands: below it, wholly on the screen.
#pragma once
#include "ui/ui_export.h"

class QWidget;

namespace crm {

/// Sizes the pop-up by what it holds and shows it below the anchor, or above where there is no room below.
CRM_UI void popUpBelow(QWidget &popup, const QWidget &anchor);

} // namespace crm
