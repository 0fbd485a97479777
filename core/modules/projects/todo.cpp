// To-do: a person's own list; nobody else sees it, whatever their role.
#include "core/model/agenda.h"
#include "core/model/record_formats.h"
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/parts.h"

namespace crm::modules {

void declare_projects_todo(Registry &registry)
{
    Entity e("todo", label("To-do item"), label("To-do list"));
    e.area("projects").place(20).icon("todo").title("title").privateTo("owner_id");
    e.hint(label("Your own list. Nobody else can see it."));
    e.fields({
        text("title", label("Title"), 250).required().inList().searchable(),
        yesNo("done", label("Done", "a to-do item")).inList(),
        date("start_date", label("From", "a date on")).inList(),
        labels("labels", label("Labels")).inList(),
        memo("description", label("Description")).searchable(),
        integer("position", label("Position")).hidden().indexed().byDefault(QVariant(0)),
        ref("owner_id", label("Owner", "who looks after a record"), "users").hidden(),
    });
    e.beforeSave(ownedByCreator("owner_id"));
    e.view("open", label("Open", "to-do items"), "done = no", "position, start_date");
    e.view("due", label("To do now"), "done = no and start_date <= today", "start_date");
    e.view("done", label("Done", "to-do items"), "done = yes", "title");
    e.sortedBy("done, position");
    ticksOff("todo", {.done = "done", .day = "start_date", .order = "position, start_date", .place = "position"});
    comesUp("todo", {.when = "start_date", .done = "done"});
    leavesInCalendar("todo", "VTODO",
                     {{"SUMMARY", "title"},
                      {"DTSTART", "start_date"},
                      {"STATUS", "done", {{"no", "NEEDS-ACTION"}, {"yes", "COMPLETED"}}},
                      {"CATEGORIES", "labels"},
                      {"DESCRIPTION", "description"}});
    alsoCalled("todo", label("personal tasks, plans", "search words"));
    registry.add(e);
}

} // namespace crm::modules
