// People called by name in a text: the rule that makes links of the logins that were typed, and keeps the list of who
// is called. See core/model/mentions.h.
#pragma once
#include "core/model/entity.h"

namespace crm {
class Registry;
}

namespace crm::modules {

/// Declares it of the entity too. In front of rules that ask whether the text has changed.
/// @param people a computed list of references to people. @param registry must outlive the entity
void callsPeople(Entity &entity, const QString &text, const QString &people, const Registry &registry);

} // namespace crm::modules
