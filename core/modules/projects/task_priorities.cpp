// How pressing a task is, from the least to the most.
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/parts.h"

namespace crm::modules {

void declare_projects_task_priorities(Registry &registry)
{
    Entity e("task_priorities", label("Task priority"), label("Task priorities"));
    e.area("settings").icon("priority").title("name").dictionary().fields(dictionaryFields());
    e.hint(label("How pressing a task is: from the least at the top to the most at the bottom."));
    alsoCalled("task_priorities", label("urgency, importance", "search words"));
    registry.add(e);
}

} // namespace crm::modules
