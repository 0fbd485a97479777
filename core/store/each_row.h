// Every row of a query, however many they are, without keeping them.
//
//     forEachRow(repository, query, [&](const Row &row) { sum += row.values.value(0).toLongLong(); });
//
// A local file gives them in one go; a server page by page, so that nothing waits for whoever looks at them, and the
// answer of a page is that of its moment. Throws what the repository throws. Thread: the repository's.
#pragma once
#include "core/store/repository.h"

namespace crm {

/// @param take gets a row, without a key, that is valid for the call alone, and changes nothing that is read here
CRM_CORE void forEachRow(Repository &repository, const Query &query, const std::function<void(const Row &)> &take);

} // namespace crm
