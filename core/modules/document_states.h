// The life of a document that is issued once and then stays as it is: draft, issued, perhaps cancelled.
#pragma once
#include "core/model/entity.h"
#include "core/model/record.h"

namespace crm::modules {

inline const QString draftStatus = QStringLiteral("draft"), issuedStatus = QStringLiteral("issued"),
                     cancelledStatus = QStringLiteral("cancelled");

/// status, issued_at, cancelled_at, cancel_reason, and `counted`: the total while the document counts, else 0.
QList<Field> issuedFields();
/// Numbers at issue, locks from then on, keeps the moments; `counted` follows the totals, so the rule stands last.
/// @param open further fields that stay open after issue
void issuedOnce(Entity &entity, const QString &prefix, const Label &lockedReason, const QStringList &open);
/// "Issue" and, for what may be cancelled, "Cancel" with a reason.
Action issueAction();
Action cancelAction();

} // namespace crm::modules
