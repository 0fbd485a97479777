// An entity that modules have none like: every kind of field in every right class, lists and lines of them too.
#pragma once
#include "core/model/registry.h"

namespace crm::test {

/// Adds "gear" (owned, with members, lines and attachments), "gear_lines", "gear_parts" (scoped by a gear) and
/// "gear_kinds" (a dictionary); as a plugin would.
void declareGear(Registry &registry);

} // namespace crm::test
