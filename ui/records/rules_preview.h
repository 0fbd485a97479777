// What the entity's rules would make of a document, without saving it.
#pragma once
#include "core/store/repository.h"

namespace crm {

/// Runs the rules on a copy, reading other records with the rights of the repository's person. A rule that throws ends
/// the run; what the earlier ones made stays. Thread: the repository's.
Document afterRules(Repository &repository, const Document &document, const Document *before);

} // namespace crm
