// What a project goes through.
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/parts.h"

namespace crm::modules {

void declare_projects_project_statuses(Registry &registry)
{
    Entity e("project_statuses", label("Project status"), label("Project statuses"));
    e.area("settings").icon("status").title("name").dictionary();
    e.hint(label("The steps that a project goes through until it is completed."));
    e.fields(dictionaryFields());
    e.fields({
        statusMeaning({{"open", label("At work", "meaning of a status"), "blue"},
                       {"hold", label("On hold", "meaning of a status"), "orange"},
                       {"done", label("Done", "meaning of a status"), "green"},
                       {"cancelled", label("Cancelled", "meaning of a status"), "gray"}}),
    });
    alsoCalled("project_statuses", label("stages of a project", "search words"));
    registry.add(e);
}

} // namespace crm::modules
