// Lines of an order. What is taken from the item is a copy.
#include "core/model/registry.h"
#include "core/modules/document_totals.h"

namespace crm::modules {

void declare_sales_order_lines(Registry &registry)
{
    Entity e("order_lines", label("Order line"), label("Order lines"));
    e.title("title").lineOf("orders", "order_id");
    e.fields(documentLineFields());
    registry.add(e);
}

} // namespace crm::modules
