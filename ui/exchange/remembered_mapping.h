// Where the columns of a file went when a file with the same headings was imported last, so that a file that comes
// every month is decided upon once. Kept in QSettings ("imports/"), and with them by OwnSettings in the database.
//
//     if (const QDate last = recallMapping(draft); last.isValid()) ...   // the draft is as it was then
//     rememberMapping(draft);                                            // when the import begins
//
// Thread: the window's.
#pragma once
#include "ui/exchange/import_draft.h"
#include "ui/ui_export.h"
#include <QDate>

namespace crm {

/// By entity and headings, in whatever order the columns stand.
CRM_UI void rememberMapping(const ImportDraft &draft);
/// Fills in map, matching and the rules for what is missing. Columns whose field is gone, or closed to the person, go
/// nowhere. @param draft with targets and sample @returns when it was imported; invalid: nothing is remembered
CRM_UI QDate recallMapping(ImportDraft &draft);

} // namespace crm
