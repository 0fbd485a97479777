// Numbers of documents, in the saving procedure: from the entity's series, when the record is made or when it is
// issued.
#pragma once
#include "core/store/server/server_write_fields.h"

namespace crm {

/// Takes the number where it is due, under the lock of the counter's row.
QString numberText(const Entity &entity, const FieldText &fields);
/// What the saving procedures of numbered entities share: number_text, next_number.
QStringList numberRoutines(const RoutineText &text);
/// For the search: a number that is taken at issue, when the texts of the record need not come along.
QString numberedLaterText(const Entity &entity);

} // namespace crm
