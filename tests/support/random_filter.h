// Random filters: what they are put together from is the caller's.
#pragma once
#include "core/model/query.h"
#include <functional>

namespace crm::test {

/// @param pick a number below n
inline Filter randomFilter(int depth, const std::function<int(int n)> &pick, const std::function<Filter()> &condition)
{
    if (depth == 0 || pick(3) == 0)
        return condition();
    QList<Filter> parts;
    for (int n = 2 + pick(2); n > 0; --n)
        parts << randomFilter(depth - 1, pick, condition);
    Filter negated;
    switch (pick(3)) {
    case 0:
        return Filter::all(parts);
    case 1:
        return Filter::any(parts);
    default:
        negated.type = Filter::Not;
        negated.parts = {parts.first()};
        return negated;
    }
}

} // namespace crm::test
