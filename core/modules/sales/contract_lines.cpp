// Lines of a contract. What is taken from the item is a copy.
#include "core/model/registry.h"
#include "core/modules/document_totals.h"

namespace crm::modules {

void declare_sales_contract_lines(Registry &registry)
{
    Entity e("contract_lines", label("Contract line"), label("Contract lines"));
    e.title("title").lineOf("contracts", "contract_id");
    e.fields(documentLineFields(OptionalLines::Yes));
    registry.add(e);
}

} // namespace crm::modules
