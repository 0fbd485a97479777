// Steps of the way from a lead to a client, or to nothing.
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/lead_stages.h"
#include "core/modules/parts.h"

namespace crm::modules {

void declare_sales_lead_statuses(Registry &registry)
{
    Entity e("lead_statuses", label("Lead status"), label("Lead statuses"));
    e.area("settings").icon("status").title("name").dictionary();
    e.hint(label("The steps that a lead goes through, from the first word to the deal."));
    e.fields(dictionaryFields());
    e.fields({
        statusMeaning({{"open", label("At work", "meaning of a status"), "blue"},
                       {"won", label("Won", "meaning of a status"), "green"},
                       {"lost", label("Lost", "meaning of a status"), "red"}}),
    });
    isStage(e);
    alsoCalled("lead_statuses", label("stages of a deal, sales funnel", "search words"));
    registry.add(e);
}

} // namespace crm::modules
