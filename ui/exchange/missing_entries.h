// What rows of an import were refused for although the import could have added it: categories, units, sources that are
// not there yet. Thread: the window's.
#pragma once
#include "ui/exchange/import_draft.h"

namespace crm {

struct MissingEntries
{
    QStringList fields; ///< for ImportOptions::createMissing
    QStringList names;  ///< the columns of the file that name them
    bool isEmpty() const { return fields.isEmpty(); }
};

MissingEntries missingEntries(const ImportDraft &draft, const ImportReport &report);

} // namespace crm
