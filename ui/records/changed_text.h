// What others have done to records, in lines for a question: who, when, which values. Thread: any.
#pragma once
#include "core/store/page.h"
#include "ui/ui_export.h"

namespace crm {

struct FormatContext;

/// A few records with a few changes each; how many more there are.
CRM_UI QString changedText(const QList<ChangedRecord> &records, const FormatContext &format);

} // namespace crm
