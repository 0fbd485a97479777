// Ways that leads go: each has stages of its own.
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/parts.h"

namespace crm::modules {

void declare_sales_pipelines(Registry &registry)
{
    Entity e("pipelines", label("Pipeline"), label("Pipelines"));
    e.area("settings").icon("arrow-right").title("name").dictionary().fields(dictionaryFields());
    e.hint(label("A pipeline is a way that leads go, stage by stage. Most offices need one; add another where selling "
                 "goes differently, such as wholesale. Leads and stages that name none belong to the first one."));
    alsoCalled("pipelines", label("sales funnel, stages, board", "search words"));
    registry.add(e);
}

} // namespace crm::modules
