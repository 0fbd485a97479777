// Taking a logged change back: the document as it was before, to be saved as any other edit.
#pragma once
#include "core/store/page.h"
#include <QJsonObject>

namespace crm {

class Catalog;

/// Whether a value that has moved on since stops what is taken back.
enum class MovedOn { Refuse, GoOver };

/// Sets the fields of one update back to what they were; what is so already stays. Throws ConflictError where a value
/// has moved on since. Computed fields are left to the rules. @param now the document as it is stored
CRM_CORE Document reverted(const Document &now, const QList<FieldChange> &changes, const Catalog &catalog,
                           MovedOn movedOn = MovedOn::Refuse);

/// The fields of an entry of a local file's log, all of them, whoever asks.
CRM_CORE QList<FieldChange> loggedFields(const Entity &entity, const QJsonObject &fields, const Catalog &catalog);

} // namespace crm
