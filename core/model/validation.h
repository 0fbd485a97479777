// Checks of a document against its declaration, before any database sees it.
#pragma once
#include "core/core_export.h"
#include "core/model/error.h"
#include "core/model/record.h"

namespace crm {

/// Every fault of the document: required, lengths, kinds, ranges, e-mail, URL, colour, choices, transitions, lines.
/// @param before as stored (for transitions); null for a new record. Empty list: it may be saved.
CRM_CORE QList<FieldFault> validate(const Document &document, const Document *before = nullptr);
/// Faults of one record alone; the form calls it while the person types.
CRM_CORE QList<FieldFault> validateRecord(const Record &record, const Record *before = nullptr);

} // namespace crm
