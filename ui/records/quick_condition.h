// A condition on one column as a line of text, as people type it below a heading:
//
//     text       anna      = anna      ^ann      != anna      =  (empty)      !=  (not empty)
//     numbers    100       > 100       100..500
//     dates      today     this week   < 24.11     1.11..30.11
#pragma once
#include "core/model/format.h"
#include "core/model/query.h"
#include "ui/ui_export.h"

namespace crm {

/// Whether conditions on the field are typed; else one picks from a list.
CRM_UI bool isTypedCondition(const Field &field);
/// What the line means; none for an empty line. Sets fault to a sentence if it means nothing.
CRM_UI Filter quickCondition(const QString &path, const Field &field, const QString &text, const FormatContext &format,
                             QString *fault);
/// The line that means the condition or the range; nothing: there is none, it was made elsewhere.
CRM_UI std::optional<QString> quickText(const Filter &part, const Field &field, const FormatContext &format);
/// How to write it, with examples.
CRM_UI QString quickHint(const Field &field);

} // namespace crm
