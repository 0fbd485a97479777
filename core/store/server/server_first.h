// The procedures of a shared server that find the rows of one page of a list, as text; see core/store/found_rows.h and
// docs/server.md. A guarded view cannot be walked in the order of an index: it has to gather and sort everything that a
// person sees. The procedure walks the index, or gathers from the bare table, whichever is less work for this person.
// Pure text from declarations: no connection, no state, safe from every thread.
#pragma once
#include "core/store/server/routine_text.h"

namespace crm {

/// first__<entity>, one for each of which people see a part: where nobody may call them.
QStringList firstRoutines(const RoutineText &text);
/// Statements of the public list_rows(p_entity, p_field, p_down, p_where, p_value, p_from, p_from_id, p_limit, OUT
/// p_ids) after it knows who calls: the first p_limit visible living rows in the order of an indexed field; where the
/// column p_where, if any is named, is p_value; from the row p_from_id on, whose value of the order is p_from and which
/// the person must see, if one is named. NULL: everything is seen, nothing is, or such a row or field is not.
QString listBody(const RoutineText &text);
/// The same of first_rows(p_entity, p_field, p_down, p_few, p_limit, OUT p_ids), which older programs call.
QString firstBody(const RoutineText &text);
inline const QString listParameters =
    QStringLiteral("IN p_entity VARCHAR(48) {text}, IN p_field VARCHAR(64) {text}, IN p_down TINYINT, IN p_where "
                   "VARCHAR(64) {text}, IN p_value TEXT {text}, IN p_from TEXT {text}, IN p_from_id BIGINT, IN p_limit "
                   "INT, OUT p_ids LONGTEXT {text}");
inline const QString firstParameters =
    QStringLiteral("IN p_entity VARCHAR(48) {text}, IN p_field VARCHAR(64) {text}, IN p_down TINYINT, IN p_few INT, IN "
                   "p_limit INT, OUT p_ids LONGTEXT {text}");

} // namespace crm
