// The views of a shared MariaDB: guarded ones for everybody, plain ones for roles that read all. See docs/server.md.
//
// A WHERE is no barrier: `WHERE (@x := name) IS NOT NULL` is evaluated before the view's own condition may be. So every
// column of a guarded view is IF(visible, column, NULL), and the condition is repeated for speed alone.
#pragma once
#include "core/store/server/server_tables.h"

namespace crm {

struct ServerView
{
    QString name;           ///< "clients", "clients__all"
    QString sql;            ///< CREATE OR REPLACE ... VIEW
    QString entity;         ///< of an __all view: whose levels earn it; empty: for everybody
    bool staffOnly = false; ///< of an __all view: earned by roles of staff alone
    bool isPlain() const { return !entity.isEmpty(); }
};

CRM_CORE QList<ServerView> serverViews(const Registry &registry, const ServerNames &names);
inline QString allView(const QString &name) { return name + QStringLiteral("__all"); }

} // namespace crm
