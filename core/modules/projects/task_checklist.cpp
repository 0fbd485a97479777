// The checklist of a task.
#include "core/model/registry.h"

namespace crm::modules {

void declare_projects_task_checklist(Registry &registry)
{
    Entity e("task_checklist", label("Checklist item"), label("Checklist"));
    e.title("title").lineOf("tasks", "task_id");
    e.fields({
        text("title", label("What is to be done"), 250).required(),
        yesNo("done", label("Done", "a checklist item")),
    });
    registry.add(e);
}

} // namespace crm::modules
