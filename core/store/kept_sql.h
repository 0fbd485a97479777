// The SQL of what the database itself keeps (core/model/kept.h): generated columns, the triggers of sums, and how a sum
// is counted again. What differs between the engines is which event comes first and how a change is announced.
#pragma once
#include "core/model/registry.h"

namespace crm {

/// The expression of a generated column; both engines read it. Empty: the field is not generated.
CRM_CORE QString keptExpression(const Field &field);

/// A sum, and the entity and field that hold it.
struct KeptTarget
{
    const Entity *entity = nullptr;
    const Field *field = nullptr;
    const KeptSum &sum() const { return field->kept().sum; }
};
/// All sums over rows of the entity.
CRM_CORE QList<KeptTarget> sumsOver(const Registry &registry, const Entity &source);
CRM_CORE QList<KeptTarget> allSums(const Registry &registry);

/// Name and text of SQLite's triggers on the entity's table. Whose sum moved is left in the table `followed`, which the
/// writing transaction empties into the change log.
CRM_CORE QList<QPair<QString, QString>> localSumTriggers(const Registry &registry, const Entity &source);

/// SET c=<what it must be>, for all rows of the target. @param table, source names with their schema
CRM_CORE QString recountSql(const KeptTarget &target, const QString &table, const QString &source);
/// How many rows of the target hold another sum.
CRM_CORE QString wrongSumsSql(const KeptTarget &target, const QString &table, const QString &source);

} // namespace crm
