// The tables of a shared MariaDB, from the declarations; see docs/server.md. Pure text.
#pragma once
#include "core/store/server/server_names.h"

namespace crm {

/// A piece of a table that is added on its own by an upgrade.
struct ServerPart
{
    QString name, sql;
};

struct ServerTable
{
    QString name;
    QList<ServerPart> columns;    ///< name, "`name` VARCHAR(200)"
    QString primaryKey;           ///< "`id`"
    QList<ServerPart> keys;       ///< name, "KEY `ix_name` (`live`,`name__f`,`id`)"
    QList<ServerPart> checks;     ///< name, "`active` IN (0,1)"
    QList<ServerPart> references; ///< name, "FOREIGN KEY (`x`) REFERENCES ..."; made when all tables are there
};

/// Every table of the schema `data`: the store's own and the entities'.
CRM_CORE QList<ServerTable> serverTables(const Registry &registry, const ServerNames &names);
CRM_CORE QString createTableSql(const ServerNames &names, const ServerTable &table);
/// ALTER TABLE with all references of the table; empty without any.
CRM_CORE QString referencesSql(const ServerNames &names, const ServerTable &table);
/// "clients__search"
inline QString serverSearchTable(const Entity &entity) { return entity.key() + QStringLiteral("__search"); }
/// True if anything of the entity is searched; @param internal among the fields of class internal
CRM_CORE bool isSearched(const Entity &entity);
CRM_CORE bool hasInternalSearch(const Entity &entity);

/// An order in which living rows stand in an index of their table: (live, column, id).
struct ServerOrder
{
    QString name;                 ///< the field's key, or "changed_at"
    QString column, key;          ///< what is compared, and the name of the index
    const Field *field = nullptr; ///< null: a column of the store
};
/// The column of the default order's first field that the index of scopes holds too, if a key can hold it: pages of
/// people who see few rows are gathered by scope and sorted from the index alone. Empty: none.
QString scopeOrder(const Entity &entity);
/// None of entities of which nobody sees a part by reach: lines, and what everybody or one person alone sees.
CRM_CORE QList<ServerOrder> serverOrders(const Entity &entity);

/// The store's own tables.
QList<ServerTable> serverStoreTables();

} // namespace crm
