// The business: one file per entity below this folder declares it; the build makes the list that calls them all.
#pragma once
#include "core/core_export.h"

namespace crm {
class Registry;
namespace modules {
/// Declares every built-in entity. Call once, before Registry::seal().
CRM_CORE void declareAll(Registry &registry);
} // namespace modules
} // namespace crm
