// Columns of the task board.
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/parts.h"

namespace crm::modules {

void declare_projects_task_statuses(Registry &registry)
{
    Entity e("task_statuses", label("Task status"), label("Task statuses"));
    e.area("settings").icon("status").title("name").dictionary();
    e.hint(label("The columns of the task board, from “to do” to “done”."));
    e.fields(dictionaryFields());
    e.fields({
        statusMeaning({{"open", label("At work", "meaning of a status"), "blue"},
                       {"done", label("Done", "meaning of a status"), "green"}}),
        yesNo("hide_on_board", label("No column on the board")),
        yesNo("hide_in_mine", label("Not among my tasks")),
    });
    alsoCalled("task_statuses", label("stages of a task, board", "search words"));
    registry.add(e);
}

} // namespace crm::modules
