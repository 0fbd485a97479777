// Deleting as the window does it: what others have changed since it was looked at is asked about, with what they did.
//
//     removeRecords(navigator, this, "clients", {{row.id, row.version}}, [this](const BatchResult &r) { ... });
//
// Thread: the window's.
#pragma once
#include "core/store/repository.h"
#include "ui/ui_export.h"
#include <functional>

class QWidget;

namespace crm {

class Navigator;

struct SeenRecord
{
    Id id = 0;
    qint64 version = 0; ///< that the person has before them; 0: any
};

/// @param owner when it goes, nothing more is asked or done. Errors are shown by the navigator.
CRM_UI void removeRecords(Navigator &navigator, QWidget *owner, const QString &entity, const QList<SeenRecord> &records,
                          const std::function<void(const BatchResult &)> &done);

} // namespace crm
