// What an order goes through.
#include "core/model/registry.h"
#include "core/modules/parts.h"

namespace crm::modules {

void declare_sales_order_statuses(Registry &registry)
{
    Entity e("order_statuses", label("Order status"), label("Order statuses"));
    e.area("settings").icon("status").title("name").dictionary();
    e.hint(label("The steps that an order goes through until it is delivered."));
    e.fields(dictionaryFields());
    e.fields({
        choice("kind", label("Meaning", "of a status"),
               {{"open", label("At work", "meaning of a status"), "blue"},
                {"done", label("Done", "meaning of a status"), "green"},
                {"cancelled", label("Cancelled", "meaning of a status"), "gray"}})
            .required()
            .inList()
            .byDefault(QString("open"))
            .help(label("What the program takes the status for in reports and filters, whatever its name is.")),
    });
    registry.add(e);
}

} // namespace crm::modules
