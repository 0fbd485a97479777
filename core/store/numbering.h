// Numbers of documents in a local file: from the series of the entity, as an administrator has set it. A server does
// the same in its saving procedures, see core/store/server/server_write_number.h.
#pragma once
#include "core/model/record.h"
#include "core/model/registry.h"
#include "core/store/database.h"

namespace crm {

/// Gives the document its number where it is due: when it is made or when it is issued, see Entity::numbered(). Inside
/// the saving transaction, so that a number is only gone for good if the record is written.
/// @param now of the save; throws Error(Validation) when the series is exhausted
CRM_CORE void takeNumber(Database &db, const Catalog &catalog, Document &after, const QDateTime &now);

} // namespace crm
