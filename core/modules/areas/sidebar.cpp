// The groups of the sidebar, from top to bottom.
#include "core/model/registry.h"

namespace crm::modules {

void declare_areas_sidebar(Registry &registry)
{
    registry.addArea(QStringLiteral("sales"), label("Sales"));
    registry.addArea(QStringLiteral("projects"), label("Projects"));
    registry.addArea(QStringLiteral("people"), label("People"));
    registry.addArea(QStringLiteral("knowledge"), label("Knowledge"));
    registry.addArea(QStringLiteral("settings"), label("Settings"));
}

} // namespace crm::modules
