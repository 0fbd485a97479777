// Names of files out of titles. Thread: any.
#pragma once
#include "core/core_export.h"
#include <QString>

namespace crm {

/// The title as the name of a file, without a suffix, fit for every system: "CN/2026/1" is no folder. At most 120
/// letters.
CRM_CORE QString fittingName(const QString &title);

} // namespace crm
