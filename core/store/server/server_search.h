// The procedures of a shared server that find rows by a text, as text; see core/store/found_rows.h and docs/server.md.
// A person may ask neither the index nor the texts of rows that are hidden: the procedure does, and answers with ids of
// visible rows alone. Pure text from declarations: no connection, no state, safe from every thread.
#pragma once
#include "core/store/server/routine_text.h"

namespace crm {

/// find__<entity>, one for each searched entity, and by__<entity>, one for each with references: where nobody may call
/// them.
QStringList findRoutines(const RoutineText &text);
/// Statements of the public find_rows(p_entity, p_match, p_terms, p_limit, OUT p_ids) after it knows who calls.
QString findBody(const RoutineText &text);
/// The same of find_by(p_entity, p_field, p_id, p_limit, OUT p_ids): living rows whose reference points to the record.
QString findByBody(const RoutineText &text);
inline const QString findByParameters =
    QStringLiteral("IN p_entity VARCHAR(48) {text}, IN p_field VARCHAR(64) {text}, IN p_id BIGINT, IN p_limit INT, "
                   "OUT p_ids LONGTEXT {text}");
inline const QString findParameters =
    QStringLiteral("IN p_entity VARCHAR(48) {text}, IN p_match TEXT {text}, IN p_terms TEXT {text}, IN p_limit INT, "
                   "OUT p_ids LONGTEXT {text}");

} // namespace crm
