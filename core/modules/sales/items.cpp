// Items: goods and services with their prices. A line of a document copies what it needs, so a new price never
// changes what was agreed before.
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/parts.h"

namespace crm::modules {

namespace {
/// The first picture stands for the item. One of a time when there was a single one becomes the first.
void firstPictureStands(RuleContext &c)
{
    IdList pictures = c.after.head().ids("pictures");
    const Id before = c.before ? c.before->head().ref("image_id") : 0;
    if (before != 0 && c.before->head().ids("pictures").isEmpty() && !pictures.contains(before)) {
        pictures.prepend(before);
        c.after.set("pictures", QVariant::fromValue(pictures));
    }
    c.after.set("image_id", pictures.isEmpty() ? QVariant() : QVariant::fromValue<Id>(pictures.first()));
}
} // namespace

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
        refList("pictures", label("Pictures"), "files")
            .inList()
            .help(label("The first one stands for the item in lists.")),
        file("image_id", label("Picture")).computed().hidden(),
        externalIdField(),
    });
    e.attachments({"files", "comments"});
    e.beforeSave(firstPictureStands);
    e.view("sold", label("Sold now"), "discontinued = no", "title");
    e.view("discontinued", label("No longer sold"), "discontinued = yes", "title");
    e.view("without_price", label("Without a price"), "rate is empty and discontinued = no", "title");
    e.sortedBy("title");
    alsoCalled("items", label("goods, products, services, catalogue, stock", "search words"));
    registry.add(e);
}

} // namespace crm::modules
