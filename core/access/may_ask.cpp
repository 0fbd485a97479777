#include "core/access/may_ask.h"
#include "core/model/error.h"
#include "core/model/filter_match.h"
#include "core/model/registry.h"
#include <algorithm>

namespace crm {

bool seesAll(const Policy &policy, const FilterMatch &match)
{
    return std::all_of(match.fields().cbegin(), match.fields().cend(),
                       [&](const Field *field) { return field && policy.sees(*field); }) &&
           std::all_of(match.asksOthers().cbegin(), match.asksOthers().cend(),
                       [&](const Entity *other) { return policy.may(*other, Verb::Read); });
}

bool seesPath(const Policy &policy, const Catalog &catalog, const QString &entity, const QString &path)
{
    try {
        return seesAll(policy, FilterMatch(Filter::where(path, Op::IsEmpty), catalog, entity));
    } catch (const Error &) {
        return false; // a field that is gone
    }
}

bool showsField(const Policy &policy, const Catalog &catalog, const Field &field)
{
    const Entity *target = catalog.find(field.target());
    return policy.sees(field) && (!target || field.isRequired() || policy.may(*target, Verb::Read));
}

bool mayAsk(const Policy &policy, const Catalog &catalog, const Query &query)
{
    const Entity *entity = catalog.find(query.entity);
    return entity && policy.may(*entity, Verb::Read) &&
           seesAll(policy, FilterMatch(query.filter, catalog, query.entity)) &&
           std::all_of(query.sort.cbegin(), query.sort.cend(),
                       [&](const SortKey &key) { return seesPath(policy, catalog, query.entity, key.path); });
}

} // namespace crm
