// Two people changed one document: different fields merge silently, the same field is a conflict.
#pragma once
#include "core/store/page.h"

namespace crm {

struct Merged
{
    Document document; ///< the stored one with the caller's changes applied
    QList<FieldConflict> conflicts;
    QStringList keptOfOthers; ///< fields that somebody else changed since the caller loaded
};

/// @param yours remembers what it was loaded as (Record::original). @param stored as it is now.
/// Computed fields are not merged: rules set them again.
CRM_CORE Merged mergeThreeWay(const Document &yours, const Document &stored);

/// Whether two canonical values are the same to a person: nothing is nothing, however it is held.
CRM_CORE bool sameValues(const QVariant &a, const QVariant &b);

} // namespace crm
