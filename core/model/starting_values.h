// What records that a person begins start with beyond the defaults of their fields. Declared beside the entities, in
// their own files:
//
//     startsWithMarked("our_company_id", "is_default");   // references of this key: to the record that is marked so
//     proposedAnew("contact_id");                         // what rules propose there follows what else is typed
//
// Read from any thread; declaring a key anew replaces what was said before.
#pragma once
#include "core/core_export.h"
#include <QString>

namespace crm {

class Field;

/// References of this key start with the record whose yes/no `mark` is set, in what a person begins. What follows from
/// other records (copies, repetitions, imports) does not: it says itself what it names.
CRM_CORE void startsWithMarked(const QString &reference, const QString &mark);
CRM_CORE QString startingMark(const Field &reference); ///< empty: it starts with nothing

/// In the form of a new record a reference of this key that a rule has filled, and the person has left so, is empty
/// again for the rules when something else changes: the contact that was proposed goes with its client.
CRM_CORE void proposedAnew(const QString &reference);
CRM_CORE bool isProposedAnew(const Field &reference);

} // namespace crm
