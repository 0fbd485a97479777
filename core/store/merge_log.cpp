#include "core/store/merge_log.h"
#include "core/store/logged_fields.h"
#include "core/store/refusals.h"

namespace crm {

namespace {
const FieldChange *mergeOf(const LoggedChange &entry)
{
    const auto found = std::find_if(entry.fields.cbegin(), entry.fields.cend(),
                                    [](const FieldChange &f) { return f.field == mergedFrom; });
    return entry.op == ChangeOp::Update && found != entry.fields.cend() ? &*found : nullptr;
}
} // namespace

bool isMergeNote(const LoggedChange &entry)
{
    return std::any_of(entry.fields.cbegin(), entry.fields.cend(),
                       [](const FieldChange &f) { return f.field == mergedFrom || f.field == mergedInto; });
}

std::optional<MergeLog> mergeIn(const QList<LoggedChange> &entries)
{
    const auto merge = std::find_if(entries.cbegin(), entries.cend(), mergeOf);
    if (merge == entries.cend())
        return {};
    const IdList others = mergeOf(*merge)->after.value<IdList>();
    if (others.isEmpty())
        throw refusal::unmerged();
    MergeLog log{merge->entity, merge->id, others, {}};
    for (const LoggedChange &entry : entries) {
        if (entry.entity == log.entity && entry.id == log.survivor && entry.op == ChangeOp::Update && !mergeOf(entry))
            log.values << entry;
    }
    return log;
}

} // namespace crm
