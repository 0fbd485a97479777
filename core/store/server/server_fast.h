// Columns of custom fields that are marked fast (core/model/fast_field.h). People have no right to change a table, so
// the mark is stored at once and the column comes, or goes, with the next upgrade of the office, by its owner.
//
// `clients`.`extra__budget` is generated from `extra`; (live, extra__budget, id) is its key; the views show it as they
// show `extra`. Which columns there are stands in `meta` ("fast"), where the start of a session looks: until a column
// is there, and from the moment on when its mark is taken off, people's programs read the JSON as before.
#pragma once
#include "core/model/field.h"
#include "core/store/database.h"

namespace crm {

class ServerNames;
struct ServerState;

struct FastColumn
{
    QString entity, key;
    Kind kind;
    bool operator==(const FastColumn &) const = default;
};
using FastColumns = QList<FastColumn>; ///< in the order of entities

inline const QString fastKey = QStringLiteral("fast"); ///< in meta
/// ";clients.budget:money;tasks.room:text;", and back
CRM_CORE QString fastText(const FastColumns &columns);
CRM_CORE FastColumns fastColumns(const QString &text);

/// What an upgrade makes of the columns.
struct FastPlan
{
    FastColumns before, now;
    QList<QPair<FastColumn, QString>> additions; ///< one statement for each new column
    QStringList leftOver;                        ///< drops columns; only when no view shows them any more
    bool differs() const { return before != now || !leftOver.isEmpty(); }
};
/// @param registry what the program knows; columns of other tables stay. Looks at the values of what is to be added: a
/// field with one that does not fit is left out, and the log says so.
FastPlan planFast(Database &db, const Registry &registry, const ServerNames &names, const ServerState &state);

} // namespace crm
