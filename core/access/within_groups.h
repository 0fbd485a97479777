// The level of a role that may do something with all records, but is limited to clients of certain groups: all records
// within its groups, and those that belong to no client. A fifth level beside those of enum Level, made from Level::All
// when rights are loaded, never written into a role. Guests, whose role is no staff's, have it in the same way: all
// records of the clients that they belong to, and none of no client. It is above them, since reach holds rows of that
// kind for such people, and the lower of it and Level::All is Level::All: a note on what no limit hides is not hidden
// either.
#pragma once
#include "core/access/policy.h"

namespace crm {

constexpr Level withinGroups = Level(4);

/// What a limited role may do, of what it says.
inline Levels limitedToGroups(Levels levels)
{
    for (Level &level : levels)
        level = level == Level::All ? withinGroups : level;
    return levels;
}

} // namespace crm
