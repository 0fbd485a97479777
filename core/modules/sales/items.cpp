// Items: goods and services with their prices. A line of a document copies what it needs, so a new price never
// changes what was agreed before.
#include "core/model/registry.h"
#include "core/modules/parts.h"

namespace crm::modules {

void declare_sales_items(Registry &registry)
{
    Entity e("items", label("Item"), label("Items"));
    e.area("sales").place(50).icon("items").title("title").currency("currency");
    e.hint(label("Items are the goods and services that you sell. They are offered while you write an order."));
    e.fields({
        text("title", label("Title"), 250).required().inList().searchable(),
        text("code", label("Code", "of an item"), 60).searchable().indexed(),
        ref("category_id", label("Category"), "item_categories").inList().pickFromList(),
        ref("unit_id", label("Unit", "of measure"), "units").inList().pickFromList(),
        money("rate", label("Price")).inList().between(0, std::nullopt),
        money("cost", label("Cost price")).internal().between(0, std::nullopt),
        currencyField(),
        yesNo("taxable", label("Taxable")).byDefault(true),
        memo("description", label("Description")).searchable(),
        yesNo("show_to_clients", label("Show to clients"))
            .help(label("Clients find the item in the portal and the store.")),
        yesNo("discontinued", label("No longer sold")).indexed(),
        file("image_id", label("Picture")),
        externalIdField(),
    });
    e.attachments({"files", "comments"});
    e.view("sold", label("Sold now"), "discontinued = no", "title");
    e.view("discontinued", label("No longer sold"), "discontinued = yes", "title");
    e.view("without_price", label("Without a price"), "rate is empty and discontinued = no", "title");
    e.sortedBy("title");
    registry.add(e);
}

} // namespace crm::modules
