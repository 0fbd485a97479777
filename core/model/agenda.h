// What the hours and days of a person are made of: records that come up at a time, and lists of what is to be ticked
// off. Declared beside the entity, in its own file:
//
//     comesUp("tasks", {.when = "deadline", .who = "assignee_id", .done = "status_id.kind", .isDone = "done"});
//     ticksOff("todo", {.done = "done", .day = "start_date", .order = "position, start_date",
//                       .place = "position"});
//
// Few entities do, hence apart from Entity. Declared before the registry is sealed, read from any thread; declaring an
// entity anew replaces what was said before.
#pragma once
#include "core/core_export.h"
#include <QString>
#include <QStringList>

namespace crm {

class Catalog;

/// A record that stands in the calendar.
struct ComesUp
{
    QString when = {};                      ///< a Date or a Moment
    QString who = {};                       ///< whose it is, a reference to a person; empty: whoever sees it
    QString done = {};                      ///< a path that says whether it is over and done ...
    QString isDone = QStringLiteral("yes"); ///< ... by this value, as files have it
    bool isSet() const { return !when.isEmpty(); }
};

/// A record of a few words that one writes down and ticks off.
struct TicksOff
{
    QString done = {};  ///< yes/no
    QString day = {};   ///< a Date from which on it matters; may be missing
    QString order = {}; ///< of those that are open: "position, start_date"
    QString place = {}; ///< an Integer that comes first in the order, for who puts them in one by hand; may be missing
    bool isSet() const { return !done.isEmpty(); }
};

CRM_CORE void comesUp(const QString &entity, const ComesUp &how);
CRM_CORE void ticksOff(const QString &entity, const TicksOff &how);
CRM_CORE ComesUp comingUpOf(const QString &entity);
CRM_CORE TicksOff tickingOf(const QString &entity);

/// The faults of what was declared: fields that are not there or of another kind. Empty: none.
CRM_CORE QStringList agendaFaults(const Catalog &catalog);

} // namespace crm
