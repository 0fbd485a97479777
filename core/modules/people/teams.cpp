// Teams: who sees each other's records. Membership gives rights, so administrators alone decide it.
#include "core/model/record.h"
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include <QCoreApplication>

namespace crm::modules {

namespace {
/// Whoever shares a team sees each other's records: people of a client do not.
void membersAreStaff(RuleContext &c)
{
    const IdList before = c.before ? c.before->head().ids("members") : IdList(),
                 members = c.after.head().ids("members");
    for (const Id id : members) {
        const auto person = before.contains(id) ? std::nullopt : c.read.find("users", id);
        if (person && person->ref("contact_id") != 0)
            c.refuse("members",
                     QCoreApplication::translate("crm::modules", "%1 signs in for a client: teams are for staff.")
                         .arg(person->text("name")));
    }
}
} // namespace

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
    e.beforeSave(membersAreStaff).sortedBy("name");
    alsoCalled("teams", label("departments, groups of people", "search words"));
    registry.add(e);
}

} // namespace crm::modules
