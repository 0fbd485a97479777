// Whether a text is what its kind promises: one line, an e-mail address, a phone number, a web address, a colour.
#pragma once
#include "core/core_export.h"
#include "core/model/field.h"

namespace crm {

/// A sentence what is wrong with a text that is not empty, without the field's name; empty: it is fine.
CRM_CORE QString textFault(Kind kind, const QString &text);

} // namespace crm
