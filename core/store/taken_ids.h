// An id that the program made for a new record is taken. Two programs have made the same: a new one is as good. Or an
// earlier try of the same record was done after all, and nobody heard the answer: then what is there is this person's,
// and the new one goes over it.
#pragma once
#include "core/model/record.h"

namespace crm {

/// The values of a document that was thought new, as changes of the stored one.
Document laidOver(const Document &given, const Document &stored);

} // namespace crm
