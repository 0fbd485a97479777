// A value that was changed in a list could not be saved, because somebody else had been at the record: the same
// questions as in the form. Thread: the window's.
#pragma once
#include "core/store/page.h"
#include "ui/ui_export.h"
#include <functional>

class QWidget;

namespace crm {

class Navigator;

/// Asks for each value, yours or theirs, and saves what was chosen. @param done after the save
CRM_UI void settleConflict(Navigator &navigator, QWidget *owner, const ConflictError &error, const Document &mine,
                           const std::function<void()> &done);
/// Asks whether to restore it and save.
CRM_UI void settleTrashed(Navigator &navigator, QWidget *owner, const TrashedError &error, const Document &mine,
                          const std::function<void()> &done);

} // namespace crm
