// Custom fields that are marked "fast to filter and sort": their values, which stand in JSON, are indexed. In a file by
// an index over the expression; on a server by a generated column and a key over it, which the next upgrade makes.
#pragma once
#include "core/model/field.h"

namespace crm {

constexpr int mostFastFields = 20; ///< of one kind of record: each makes every save of a record a little slower
constexpr int fastTextSize = 250;  ///< greatest length of a text that an index holds

/// Whether an index is of use to values of the kind: they are short, and there is one of them.
constexpr bool canBeFast(Kind kind)
{
    return !isListKind(kind) && kind != Kind::Memo && kind != Kind::Choices && kind != Kind::Color &&
           kind != Kind::File;
}

/// Whether the values of a custom field are indexed in this database by now. (A column of the list is not, for that.)
inline bool isFast(const Field &field) { return field.isCustom() && field.inList(false).isIndexed(); }

} // namespace crm
