// Teams: who sees each other's records. Membership gives rights, so administrators alone decide it.
#include "core/model/registry.h"

namespace crm::modules {

void declare_people_teams(Registry &registry)
{
    Entity e("teams", label("Team"), label("Teams"));
    e.area("people").place(20).icon("teams").title("name").adminOnly().notMerged();
    e.hint(label("Whoever has the right “team” sees the records of everybody they share a team with."));
    e.fields({
        text("name", label("Name", "of a thing"), 100).required().unique().inList().searchable(),
        refList("members", label("Members"), "users").inList(),
        text("description", label("Description"), 250).inList(),
    });
    e.sortedBy("name");
    registry.add(e);
}

} // namespace crm::modules
