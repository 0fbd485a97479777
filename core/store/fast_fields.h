// The indexes of custom fields that are marked fast (core/model/fast_field.h): what is marked, values that an index
// does not hold, and the indexes of a file. The columns of a server are made by its upgrades:
// core/store/server/server_fast.h.
#pragma once
#include "core/access/policy.h"
#include "core/store/database.h"

namespace crm {

class Dialect;
class Document;
class Repository;

struct FastField
{
    QString entity;
    Field field; ///< its key and kind
};

/// "extra__budget": the generated column of a server that holds the value, of free text its folded form.
inline QString fastColumn(const QString &key) { return QStringLiteral("extra__") + key; }
/// What is marked in a table of definitions, at most mostFastFields of one kind of record, in the order of entities.
/// @param definitions "main.custom_fields"; nothing where it has no such mark yet
QList<FastField> markedFields(Database &db, const QString &definitions);
/// A condition: the value in this JSON column cannot be indexed, because it is too long or of another kind. A field
/// that was deleted leaves its values behind, and another may get its key.
QString misfitSql(const Dialect &dialect, const QString &column, const Field &field);
/// One such record in a sentence; empty: all values can be indexed.
/// @param actor whose views are read
QString misfitFault(Database &db, const Catalog &catalog, const Actor &actor, const FastField &fast);
/// Throws Validation (field "fast") where the definition is being made fast and a value does not fit.
void refuseMisfits(Database &db, const Catalog &catalog, const Actor &actor, const Document &definition);

/// Of a file: makes the indexes of what is marked and drops the others. In the caller's transaction, or statement by
/// statement.
CRM_CORE void followFastFields(Database &db);
/// What is wrong with the indexes of a file, or cannot be indexed, one sentence each.
QStringList fastFaults(Database &db, const Catalog &catalog);

/// The same of a server: what is marked, but has no column yet.
QStringList fastColumnFaults(Repository &office, Database &db);

} // namespace crm
