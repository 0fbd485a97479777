#include "core/store/each_row.h"
#include "core/store/store_repository.h"

namespace crm {

namespace {
constexpr int rowsAtOnce = 20'000; // a page may have to be sorted by itself
}

void StoreRepository::each(const Query &query, const std::function<void(const Row &)> &take)
{
    PageAt at;
    at.limit = rowsAtOnce;
    for (;;) {
        const Page rows = page(query, at);
        for (const Row &row : rows.rows)
            take(row);
        if (rows.atEnd || rows.rows.isEmpty())
            return;
        at.type = PageAt::After;
        at.key = rows.rows.last().key;
    }
}

void forEachRow(Repository &repository, const Query &query, const std::function<void(const Row &)> &take)
{
    dynamic_cast<StoreRepository &>(repository).each(query, take);
}

} // namespace crm
