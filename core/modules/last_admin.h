// Nobody may lock the last administrator out: asked before a user or a role changes.
#pragma once
#include "core/model/entity.h"
#include "core/model/error.h"
#include "core/model/record.h"

namespace crm::modules {

/// Whether an active person with an administrators' role is left, this user and this role left out of account.
bool anotherAdminRemains(Reader &read, Id exceptUser, Id exceptRole);
/// The one sentence for every way of trying it.
QString lastAdminSentence();

} // namespace crm::modules
