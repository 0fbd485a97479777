// Sizes of files as people read them: "1.5 MB", in the units that the locale's language writes.
#pragma once
#include "core/core_export.h"
#include <QLocale>

namespace crm {

/// In bytes below one kilobyte; above, a kilobyte has 1,024 bytes, as systems count files. @param decimals of the
/// larger units. Words in the language of the program, numbers and units in that of the locale. Any thread.
CRM_CORE QString dataSize(qint64 bytes, const QLocale &locale, int decimals = 1);

} // namespace crm
