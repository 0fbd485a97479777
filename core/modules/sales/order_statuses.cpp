// What an order goes through.
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/parts.h"

namespace crm::modules {

void declare_sales_order_statuses(Registry &registry)
{
    Entity e("order_statuses", label("Order status"), label("Order statuses"));
    e.area("settings").icon("status").title("name").dictionary();
    e.hint(label("The steps that an order goes through until it is delivered."));
    e.fields(dictionaryFields());
    e.fields({
        statusMeaning({{"open", label("At work", "meaning of a status"), "blue"},
                       {"done", label("Done", "meaning of a status"), "green"},
                       {"cancelled", label("Cancelled", "meaning of a status"), "gray"}}),
    });
    alsoCalled("order_statuses", label("stages of an order", "search words"));
    registry.add(e);
}

} // namespace crm::modules
