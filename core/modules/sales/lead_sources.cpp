// Where leads come from.
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/parts.h"

namespace crm::modules {

void declare_sales_lead_sources(Registry &registry)
{
    Entity e("lead_sources", label("Lead source"), label("Lead sources"));
    e.area("settings").icon("sources").title("name").dictionary().fields(dictionaryFields());
    e.hint(label("Where leads come from: the web site, an exhibition, a recommendation. Reports count by them."));
    alsoCalled("lead_sources", label("advertising, channels, marketing", "search words"));
    registry.add(e);
}

} // namespace crm::modules
