// Undoing as the window does it: what others have changed since is asked about, with what they did.
//
//     navigator.toast(tr("3 clients deleted"), [&navigator, batch] { undoBatch(navigator, batch); });
//
// Thread: the window's.
#pragma once
#include "core/store/repository.h"
#include "ui/ui_export.h"
#include <functional>

namespace crm {

class Navigator;

/// Asks whether records that others have changed since are to be taken back too; nothing if they stay as they are.
CRM_UI std::optional<UndoOver> askToUndo(Navigator &navigator, const QList<ChangedRecord> &records);

/// Takes a batch back. The page it came from may be gone by then. @param done each time something was taken back.
/// Errors are shown by the navigator.
CRM_UI void undoBatch(Navigator &navigator, Id batch, const std::function<void(const UndoResult &)> &done = {},
                      const UndoOver &over = {});

} // namespace crm
