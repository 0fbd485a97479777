// Deletions against edits: what somebody else has changed since it was looked at is not deleted unasked.
#pragma once
#include "core/store/repository.h"

namespace crm {

/// Runs `remove` with the versions that were seen. When it says Conflict: if others have changed records since, throws
/// ChangedError with what they did; what only the actor has changed meanwhile is taken as seen, and it runs again.
BatchResult removeAsSeen(Repository &repository, const QString &entity, const IdList &ids, const QList<qint64> &seen,
                         const std::function<BatchResult(const QList<qint64> &versions)> &remove);

} // namespace crm
