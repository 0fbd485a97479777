// The shop window: what is shown to clients, by category, with a cart that becomes an order.
#include "core/model/registry.h"
#include "core/model/shop_window.h"

namespace crm::modules {

void declare_sales_shop(Registry &)
{
    sellsThrough("orders", {.title = label("Shop window"),
                            .hint = label("Goods and services that are shown to clients and still sold stand here."),
                            .make = label("Place the order"),
                            .icon = "store",
                            .area = "sales",
                            .party = "client_id",
                            .lines = "order_lines",
                            .item = "item_id",
                            .quantity = "quantity",
                            .price = "rate",
                            .amount = "total",
                            .total = "total",
                            .where = "show_to_clients = yes and discontinued = no",
                            .group = "category_id",
                            .picture = "image_id",
                            .asked = "rate"});
}

} // namespace crm::modules
