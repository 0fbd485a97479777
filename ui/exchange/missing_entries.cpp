#include "ui/exchange/missing_entries.h"
#include "core/model/text.h"
#include <algorithm>

namespace crm {

MissingEntries missingEntries(const ImportDraft &draft, const ImportReport &report)
{
    MissingEntries found;
    for (const ColumnTarget &column : draft.map) {
        const ImportTarget *target = draft.target(column.path);
        const auto isOpen = [&](const UnknownValue &value) {
            const auto decided = [&](const ValueAnswer &a) {
                return a.path == value.path && fold(a.text) == fold(value.text);
            };
            return value.path == column.path && value.what == ValueAnswer::Refuse && value.canAdd &&
                   std::none_of(draft.answers.cbegin(), draft.answers.cend(), decided);
        };
        const bool isRefused = std::any_of(report.unknown.cbegin(), report.unknown.cend(), isOpen);
        if (!target || !target->canAddMissing || !isRefused || draft.createMissing.contains(missingFieldOf(*target)) ||
            found.fields.contains(missingFieldOf(*target)))
            continue;
        found.fields << missingFieldOf(*target);
        found.names << column.header;
    }
    return found;
}

} // namespace crm
