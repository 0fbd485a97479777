// The groups of the sidebar, from top to bottom.
#include "core/model/registry.h"

namespace crm::modules {

void declare_areas_sidebar(Registry &registry)
{
    registry.addArea("sales", label("Sales"));
    registry.addArea("finance", label("Finance"));
    registry.addArea("projects", label("Projects"));
    registry.addArea("people", label("People"));
    registry.addArea("reports", label("Reports"));
    registry.addArea("knowledge", label("Knowledge"));
    registry.addArea("settings", label("Settings"));
}

} // namespace crm::modules
