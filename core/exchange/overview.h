// The numbers of an overview (core/model/overview.h), for the person of the repository.
//
//     const Overview mine = offered(overviewOf("clients"), *repository.catalog(), repository.actor().policy);
//     const OverviewNumbers now = numbersOf(repository, mine);
//     now.tiles["overdue"].count
//
// All tiles are counted together (core/store/totals_together.h): one journey to a server, and one more for each list of
// first records. What a role may not read is left out. Throws what the repository throws. Thread: the repository's.
#pragma once
#include "core/model/overview.h"
#include "core/store/page.h"

namespace crm {

class Policy;
class Repository;

/// What is left for a person: tiles, amounts and lists of which the role shows everything that they look at. Not set:
/// no tile is left.
CRM_CORE Overview offered(const Overview &overview, const Catalog &catalog, const Policy &policy);

struct OverviewNumbers
{
    QHash<QString, Totals> tiles; ///< by their keys: how many, and the sums by currency, the base one first
    QHash<QString, Page> tops;    ///< by their keys; the first column is the record's title
};

/// @param overview as offered() has left it
CRM_CORE OverviewNumbers numbersOf(Repository &repository, const Overview &overview);

} // namespace crm
