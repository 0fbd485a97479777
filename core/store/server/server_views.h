// The views of a shared MariaDB: guarded ones for everybody, plain ones for roles that read all. See docs/server.md.
//
// A WHERE is no barrier: `WHERE (@x := name) IS NOT NULL` may be evaluated before the view's own condition. So every
// column of a guarded view is IF(guard, column, NULL). The guard compares the rows of session, levels and reach that
// are at hand with the record's, so it costs a few comparisons; a subquery in each column cost 6 microseconds for each
// row. The optimizer may put one column for another where a condition of the statement says that they are equal.
// Therefore the guard reads copies (g_user, g_scope ...) that stand in no such condition, and the condition compares
// `x+0`.
#pragma once
#include "core/store/server/server_fast.h"
#include "core/store/server/server_tables.h"

namespace crm {

struct ServerView
{
    QString name;           ///< "clients", "clients__all"
    QString sql;            ///< CREATE OR REPLACE ... VIEW
    QString entity;         ///< of an __all view: whose levels earn it; empty: for everybody
    bool staffOnly = false; ///< of an __all view: earned by roles of staff alone
    bool isInner = false;   ///< for other views alone; nobody may read it
    bool isPlain() const { return !entity.isEmpty(); }
};

/// @param fast custom fields that have a column
CRM_CORE QList<ServerView> serverViews(const Registry &registry, const ServerNames &names,
                                       const FastColumns &fast = {});
inline QString allView(const QString &name) { return name + QStringLiteral("__all"); }
inline QString nearView(const QString &name) { return name + QStringLiteral("__near"); } ///< of attached records
/// What a guarded view reads: the rows and, as columns, what its guards say.
inline QString guardView(const QString &name) { return name + QStringLiteral("__guard"); }
/// The columns that name a record.
inline QString titleView(const QString &name) { return name + QStringLiteral("__title"); }

} // namespace crm
