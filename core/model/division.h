// How records are divided among groups, to which a role can be limited: people of such a role see and change only
// clients of these groups, and what belongs to such clients. Said beside the entity:
//
//     dividedBy("clients", "groups");                 // the list of their groups
//     belongsThrough("orders", {"client_id"});        // the fields that lead to a record that is divided
//     belongsThrough("tasks", {"parent_id", "project_id"});
//
// Only entities with an owner say so: what has its parent's scope (contacts, comments, lines) is where its parent is.
// The first field counts whose record is divided; a record without one belongs to no group, and no limit hides it.
// Said of an entity that has rows already, it needs a migration that divides them (divide_all of a server).
// Declared before the registry is sealed, read from any thread.
#pragma once
#include "core/core_export.h"
#include <QStringList>

namespace crm {

class Catalog;
class Entity;

struct Division
{
    QString groups;      ///< the list of links to the groups; empty: it is divided by what it belongs to
    QStringList through; ///< references; "parent_id" for the record that it hangs on
    bool isDeclared() const { return !groups.isEmpty() || !through.isEmpty(); }
};

CRM_CORE void dividedBy(const QString &entity, const QString &listField);
CRM_CORE void belongsThrough(const QString &entity, const QStringList &fields);
CRM_CORE Division divisionOf(const QString &entity);
/// Whether a division may decide who sees its records: by its own, or that of the record that each hangs on.
CRM_CORE bool isConcernedByDivision(const Entity &entity);

/// What cannot be meant: fields that are not there, and records with an owner that point to a divided one without
/// belonging to it. Empty: nothing.
CRM_CORE QStringList divisionFaults(const Catalog &catalog);

} // namespace crm
