// The rows that a new database starts with: roles, statuses, sources, units, taxes ... Plain documents, no SQL.
//
//     for (const Document &d : modules::stockDocuments(catalog, "ru"))
//         repository.save(d);
//
// Roles come first; the first of them is the administrators' (is_admin). Every document is new and has an id.
#pragma once
#include "core/core_export.h"
#include "core/model/record.h"

namespace crm {
class Catalog;

namespace modules {
/// In an order in which they can be saved.
/// @param language of the names ("ru", "en"), whatever language the program runs in; an unknown one gives English.
CRM_CORE QList<Document> stockDocuments(const Catalog &catalog, const QString &language);
} // namespace modules
} // namespace crm
