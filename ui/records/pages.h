// The generic pages of records. The main window makes its tabs with these and knows nothing else of this folder.
#pragma once
#include "core/model/query.h"
#include "ui/shell/page.h"
#include <QVariantMap>
#include <optional>

namespace crm {

/// The list of an entity. query: what it shows at first instead of what the person saw last.
CRM_UI TabPage *makeListPage(Navigator &navigator, const QString &entity, const std::optional<Query> &query = {});
/// A record as a form. id 0: a new one, with the preset values (by field key).
CRM_UI TabPage *makeRecordPage(Navigator &navigator, const QString &entity, Id id, const QVariantMap &preset = {});
/// Records that may be the same, in groups. Null: nothing to look for, or the person may not merge.
CRM_UI TabPage *makeDuplicatesPage(Navigator &navigator, const QString &entity);
/// What was deleted, of every entity the person may read; restore, and purge for admins.
CRM_UI TabPage *makeTrashPage(Navigator &navigator);

} // namespace crm
