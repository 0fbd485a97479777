// The procedure of a shared server that counts what hangs on a record, as text: all ways that the declarations know, in
// one statement, where a form asked for each by a call of its own. Pure text, safe from every thread.
#pragma once
#include "core/store/server/routine_text.h"

namespace crm {

/// hanging__<entity>, one for each that anything points to: where nobody may call them.
QStringList hangingRoutines(const RoutineText &text);
/// Statements of the public hanging(p_entity, p_id) after it knows who calls: rows (entity, field, how many visible
/// living rows point to the record by it, mostRelated + 1 at most). Fields that the person does not see count nothing.
QString hangingBody(const RoutineText &text);
inline const QString hangingParameters = QStringLiteral("IN p_entity VARCHAR(48) {text}, IN p_id BIGINT");

} // namespace crm
