// Units that goods and services are counted in.
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/e_invoice.h"

namespace crm::modules {

void declare_sales_units(Registry &registry)
{
    Entity e("units", label("Unit", "of measure"), label("Units", "of measure"));
    e.area("settings").icon("unit").title("name").dictionary();
    e.hint(label("What goods and services are counted in: pieces, hours, kilograms."));
    e.fields({text("name", label("Short name", "of a unit"), 40).required().inList().searchable().unique(),
              unitCodeField()});
    e.beforeSave(checkUnitCode());
    alsoCalled("units", label("measures, pieces, kilograms", "search words"));
    registry.add(e);
}

} // namespace crm::modules
