// Lines of a proposal. What is taken from the item is a copy.
#include "core/model/registry.h"
#include "core/modules/document_totals.h"

namespace crm::modules {

void declare_sales_proposal_lines(Registry &registry)
{
    Entity e("proposal_lines", label("Proposal line"), label("Proposal lines"));
    e.title("title").lineOf("proposals", "proposal_id");
    e.fields(documentLineFields(OptionalLines::Yes));
    registry.add(e);
}

} // namespace crm::modules
