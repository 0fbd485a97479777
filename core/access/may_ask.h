// Whether a person may ask what a filter, a path or a whole question says: only by fields that they see, only of
// records that they may read. The store refuses the rest; this is for not offering it. Thread: any.
#pragma once
#include "core/access/policy.h"
#include "core/model/query.h"

namespace crm {

class FilterMatch;

/// What the filter looks at is seen, of other records too.
CRM_CORE bool seesAll(const Policy &policy, const FilterMatch &match);
/// "client_id.name" of the entity; false also for what is not there.
CRM_CORE bool seesPath(const Policy &policy, const Catalog &catalog, const QString &entity, const QString &path);
/// The field is seen and says something: what it refers to may be read. What must be filled in is shown in any case.
CRM_CORE bool showsField(const Policy &policy, const Catalog &catalog, const Field &field);
/// The records may be read, and all is seen that they are filtered and sorted by. Throws Error of a filter that cannot
/// be read.
CRM_CORE bool mayAsk(const Policy &policy, const Catalog &catalog, const Query &query);

} // namespace crm
