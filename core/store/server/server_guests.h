// Guests on a server: who is whose guest (the table guest_of), and what they reach; see core/store/divisions.h. Kept by
// procedures from users, roles and the records of guests, inside the transaction that changes them.
#pragma once
#include "core/store/server/routine_text.h"

namespace crm {

/// follow_guests(user, role, record): whose guests these people are from now on; all NULL: everybody.
/// division_without_guests(division): becomes the same set of groups without the records whose guests see it.
CRM_CORE QStringList guestRoutines(const RoutineText &text);

/// A condition: the division is one of what the person is a guest of. @param person, division SQL
QString isGuestIn(const QString &person, const QString &division);
/// Statements that take from `reach` what guests may not see, and add what they may; conditions on y, p and n.
QString guestReach(const QString &reachIs, const QString &personIs, const QString &nodeIs);
/// A condition: what the record is in now is hidden from guests; empty: it never is. @param value SQL
QString isHiddenFromGuests(const Entity &entity, const QString &value);
/// After a save of people, their roles or their records. Empty for all others.
QString followGuests(const RoutineText &text, const Entity &entity, const QString &id);
/// After records of guests, or what they name, have been merged.
QString followMergedGuests(const RoutineText &text, const Entity &entity);

} // namespace crm
