// The rules of duplicates as SQL of either store.
#pragma once
#include "core/model/entity.h"
#include "core/store/sql_text.h"

namespace crm {

class Dialect;

namespace duplicate_sql {

/// What of the field counts, for the row under the alias; NULL: nothing to compare. See core/model/duplicate_key.h.
QString part(const Dialect &dialect, const QString &alias, const Field &field);
/// The same for all fields of the rule; NULL if one of them has nothing.
QString key(const Dialect &dialect, const QString &alias, const Entity &entity, const DuplicateRule &rule);

/// The field by whose index rows of a rule are found while one types, and how.
struct LookUp
{
    enum How {
        None,     ///< no index: nothing is said while one types
        ByColumn, ///< the folded value is in an index
        BySearch, ///< its trigrams are
    };
    How how = None;
    const Field *field = nullptr; ///< the rule's first text
};
LookUp lookUp(const Entity &entity, const DuplicateRule &rule);

} // namespace duplicate_sql
} // namespace crm
