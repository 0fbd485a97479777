// Tax rates. A document keeps the percentage it was made with.
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/e_invoice.h"

namespace crm::modules {

void declare_sales_taxes(Registry &registry)
{
    Entity e("taxes", label("Tax"), label("Taxes"));
    e.area("settings").icon("percent").title("name").dictionary();
    e.hint(label("Tax rates that an order can be charged with, such as VAT."));
    e.fields({
        text("name", label("Name", "of a thing"), 100).required().inList().searchable().unique(),
        percent("percent", label("Rate", "of a tax"), 3).required().inList().between(0, 100'000),
        yesNo("withheld", label("Withheld at source"))
            .inList()
            .help(label("The client pays this tax in your place: it is taken off what is to be paid.")),
    });
    e.fields(taxCategoryFields()).beforeSave(checkTaxCategory());
    alsoCalled("taxes", label("VAT, sales tax, rates", "search words"));
    registry.add(e);
}

} // namespace crm::modules
