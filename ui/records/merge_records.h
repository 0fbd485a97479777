// Merging as the window does it: loads the records, asks which one stays and which values it keeps, merges, offers
// undo.
//
//     mergeRecords(navigator, this, "clients", ids, [this] { reload(); });
//
// Thread: the window's.
#pragma once
#include "core/model/record.h"
#include "ui/ui_export.h"
#include <functional>

class QWidget;

namespace crm {

class Navigator;
class Repository;

/// @param owner when it goes, nothing more is asked or done. @param changed after the merge, and after its undo
CRM_UI void mergeRecords(Navigator &navigator, QWidget *owner, const QString &entity, const IdList &ids,
                         const std::function<void()> &changed);

/// The records that live, with the titles of what they point to: a few statements, on a worker.
CRM_UI QList<Document> livingWithTitles(Repository &repository, const QString &entity, const IdList &ids);

} // namespace crm
