// The accent colour of those who have not chosen one of their own.
#pragma once
#include "ui/ui_export.h"
#include <QColor>

namespace crm {

/// Invalid: the program's own. Applies at once, where no other was chosen.
CRM_UI void setOfficeAccent(const QColor &color);

} // namespace crm
