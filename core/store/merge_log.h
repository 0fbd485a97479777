// A merge as the change log tells it, the same on a file and on a server: what undoing it takes back.
#pragma once
#include "core/store/undo_plan.h"

namespace crm {

struct MergeLog
{
    QString entity;
    Id survivor = 0;
    IdList others;
    QList<LoggedChange> values; ///< what the merge changed of the survivor itself, newest first
};

/// Whether it only says that a merge was made, or taken back: by itself there is nothing in it to undo.
CRM_CORE bool isMergeNote(const LoggedChange &entry);

/// Whether these changes of a batch, newest first, are a merge. Throws Unsupported if one was taken back by them: that
/// is done again by merging, not by undoing.
CRM_CORE std::optional<MergeLog> mergeIn(const QList<LoggedChange> &entries);

} // namespace crm
