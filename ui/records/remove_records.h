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

/// What a deletion came to, as far as the person sees it.
struct Removed : BatchResult
{
    qint64 along = 0; ///< records that hung on those that were named and went to the trash with them
    qint64 left = 0;  ///< records that stay and still point to them; counted for a few records only
    /// "Gone along: 4 records. Still pointing there: 6 records." Empty: neither.
    CRM_UI QString rest() const;
};

/// As removeRecords(), and says what else it concerned: a few questions more to the database.
CRM_UI void removeCounted(Navigator &navigator, QWidget *owner, const QString &entity, const QList<SeenRecord> &records,
                          const std::function<void(const Removed &)> &done);

/// @param owner when it goes, nothing more is asked or done. Errors are shown by the navigator.
CRM_UI void removeRecords(Navigator &navigator, QWidget *owner, const QString &entity, const QList<SeenRecord> &records,
                          const std::function<void(const BatchResult &)> &done);

} // namespace crm
