#include "ui/exchange/missing_entries.h"
#include <algorithm>

namespace crm {

MissingEntries missingEntries(const ImportDraft &draft, const ImportReport &report)
{
    MissingEntries found;
    for (const ColumnTarget &column : draft.map) {
        const ImportTarget *target = draft.target(column.path);
        const bool isRefused = std::any_of(report.faults.cbegin(), report.faults.cend(),
                                           [&](const RowFault &fault) { return fault.column == column.header; });
        if (!target || !target->canAddMissing || !isRefused || draft.createMissing.contains(missingFieldOf(*target)) ||
            found.fields.contains(missingFieldOf(*target)))
            continue;
        found.fields << missingFieldOf(*target);
        found.names << column.header;
    }
    return found;
}

} // namespace crm
