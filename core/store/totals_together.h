// Counts and sums of several lists at once: one journey to a server, one snapshot of a file.
//
//     totalsTogether(repository, {{Query("clients"), {}}, {overdue, {"balance"}}});   // in their order
//
// Throws what Repository::totals() throws. Thread: the repository's.
#pragma once
#include "core/store/page.h"

namespace crm {

class Repository;

struct TotalsOf
{
    Query query; ///< without a search
    QStringList sums = {};
};

CRM_CORE QList<Totals> totalsTogether(Repository &repository, const QList<TotalsOf> &lists);

} // namespace crm
