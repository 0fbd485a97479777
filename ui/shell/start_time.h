// How long the program has been running, counted from when the system made the process, and how much memory it holds.
// For `mycrm --bench-start`.
#pragma once
#include "ui/ui_export.h"
#include <QtGlobal>

namespace crm {

/// ms; -1 where the system does not tell.
CRM_UI qint64 msSinceProcessStart();
/// MB of resident memory; -1 where the system does not tell.
CRM_UI double residentMegabytes();

} // namespace crm
