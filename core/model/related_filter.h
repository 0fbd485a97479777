// Conditions on what points to a record: clients that have overdue invoices, leads without an open task.
//
//     has invoices (balance > 0 and due_date < today)      // expressions, see core/model/query.h
//     not has tasks (status.kind = open)                   // what hangs on a record points to it too
//     has tasks.depends_on                                 // the reference is named where there are several
//     has contacts                                         // any at all
//     has client_id (city = Oslo)                          // the other way: a reference that leads to a record
//
// In a Filter it is a Condition whose path is "has invoices.client_id" ("has client_id") and whose only part, if any,
// is the condition there. Living records count, of those that the person may see. Plain functions, from any thread.
#pragma once
#include "core/core_export.h"
#include "core/model/query.h"
#include <QStringList>
#include <optional>

namespace crm {

class Entity;
class Field;

/// Whose records point to a record, or where it points itself, and by which reference.
struct RelatedWay
{
    enum Kind { Pointing, Attached, Own }; ///< Attached: by parent_id, Own: the record's own reference
    const Entity *entity = nullptr;        ///< of the records that are asked for
    const Field *reference = nullptr;
    Kind kind = Pointing;
    QString name() const; ///< "invoices.client_id", "tasks.parent_id", "client_id"
};

/// @param name "invoices.client_id", "invoices" where one reference leads there, or a reference of the entity itself.
/// Nothing: there is no such way.
CRM_CORE std::optional<RelatedWay> relatedWay(const Catalog &catalog, const QString &entity, const QString &name);
/// Ways that lead to the entity through these records: to be named when there are several.
CRM_CORE QStringList relatedWays(const Catalog &catalog, const QString &entity, const QString &through);

/// Records that have something of the way; @param there what it must satisfy. None: anything.
CRM_CORE Filter hasRelated(const RelatedWay &way, const Filter &there);
/// Whether a condition is of this kind: its path is then no field.
CRM_CORE bool asksRelated(const Filter &condition);
CRM_CORE std::optional<RelatedWay> relatedWay(const Catalog &catalog, const QString &entity, const Filter &condition);
/// The entities whose records the filter asks for, each once.
CRM_CORE QStringList relatedEntities(const Filter &filter, const Catalog &catalog, const QString &entity);

} // namespace crm
