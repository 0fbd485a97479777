// Lines of an estimate. What is taken from the item is a copy.
#include "core/model/registry.h"
#include "core/modules/document_totals.h"

namespace crm::modules {

void declare_sales_estimate_lines(Registry &registry)
{
    Entity e("estimate_lines", label("Estimate line"), label("Estimate lines"));
    e.title("title").lineOf("estimates", "estimate_id");
    e.fields(documentLineFields(OptionalLines::Yes));
    registry.add(e);
}

} // namespace crm::modules
