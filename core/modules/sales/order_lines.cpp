// Lines of an order. What is taken from the item is a copy.
#include "core/model/registry.h"

namespace crm::modules {

void declare_sales_order_lines(Registry &registry)
{
    Entity e("order_lines", label("Order line"), label("Order lines"));
    e.title("title").lineOf("orders", "order_id");
    e.fields({
        ref("item_id", label("Item"), "items"),
        text("title", label("Title"), 250).help(label("Empty: the title of the item.")),
        decimal("quantity", label("Quantity"), 3).required().byDefault(qint64(1000)),
        text("unit", label("Unit", "of measure"), 40),
        money("rate", label("Price")).help(label("Empty: the price of the item.")),
        percent("discount", label("Discount")).between(0, 10'000),
        money("total", label("Total")).computed(),
        yesNo("taxable", label("Taxable")).byDefault(true),
        memo("description", label("Description")),
    });
    registry.add(e);
}

} // namespace crm::modules
