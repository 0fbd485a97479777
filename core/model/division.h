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
//
// People of outside who sign in themselves (guests: their role is no staff's) see and change only what belongs to the
// divided records that a record of theirs names, and nothing that belongs to none; some states are not theirs to see:
//
//     guestsOf("users", {"contact_id", "contacts", {"client_id", "other_clients"}});
//     hiddenFromGuests("invoices", "status", {"draft"});
//
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

/// How guests are tied to divided records.
struct Guests
{
    QString reference; ///< the field of a person that names the record of theirs
    QString entity;    ///< what kind of record that is
    QStringList named; ///< its references, and lists of them, to divided records of one kind
    bool isDeclared() const { return !entity.isEmpty(); }
};

/// Records whose field has one of the values are shown to no guest.
struct HiddenStates
{
    QString field; ///< a choice
    QStringList values;
};

CRM_CORE void dividedBy(const QString &entity, const QString &listField);
CRM_CORE void belongsThrough(const QString &entity, const QStringList &fields);
CRM_CORE Division divisionOf(const QString &entity);
CRM_CORE void guestsOf(const QString &people, const Guests &guests);
/// As declared, if the catalog has all of it; else nothing.
CRM_CORE Guests guestsIn(const Catalog &catalog);
/// The divided entity that the records of guests name.
CRM_CORE const Entity *dividedForGuests(const Guests &guests, const Catalog &catalog);
CRM_CORE void hiddenFromGuests(const QString &entity, const QString &field, const QStringList &values);
CRM_CORE HiddenStates hiddenStatesOf(const QString &entity);
/// Whether a division may decide who sees its records: by its own, or that of the record that each hangs on.
CRM_CORE bool isConcernedByDivision(const Entity &entity);

/// What cannot be meant (guests and their states too): fields that are not there, and records with an owner that point
/// to a divided one without belonging to it. Empty: nothing.
CRM_CORE QStringList divisionFaults(const Catalog &catalog);

} // namespace crm
