// What a field expects, said to a person who fills it in: the fault of parseText() ends with it, and the help of a
// field shows it.
#pragma once
#include "core/core_export.h"
#include "core/model/format.h"

namespace crm {

/// "Write a date like 22.11.2026." in the locale and the currency of the context. References: how files name them.
CRM_CORE QString valueHint(const Field &field, const FormatContext &context);

} // namespace crm
