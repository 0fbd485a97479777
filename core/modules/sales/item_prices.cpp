// What an item costs on a price list, from a quantity on. A document copies the price, so a new one never changes what
// was agreed before.
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/parts.h"

namespace crm::modules {

namespace {
/// Its name is the item's, its currency the list's.
void followItemAndList(RuleContext &c)
{
    if (const auto item = c.read.find("items", c.after.head().ref("item_id")))
        c.after.set("title", item->value("title"));
    if (const auto list = c.read.find("price_lists", c.after.head().ref("price_list_id")))
        c.after.set("currency", list->value("currency"));
}

void oneForEachQuantity(RuleContext &c)
{
    if (!c.isNew() && !c.changed("item_id") && !c.changed("price_list_id") && !c.changed("from_quantity"))
        return;
    const QList<Record> others = c.read.rows("item_prices", {{"item_id", {c.after.head().ref("item_id")}},
                                                             {"price_list_id", {c.after.head().ref("price_list_id")}}});
    for (const Record &other : others) {
        if (other.id() != c.after.id() && other.integer("from_quantity") == c.after.head().integer("from_quantity")) {
            c.refuse("from_quantity",
                     label("The list has a price of this item from this quantity on already: change that one.").text());
            return;
        }
    }
}
} // namespace

void declare_sales_item_prices(Registry &registry)
{
    Entity e("item_prices", label("Price of an item"), label("Prices of items"));
    e.area("sales").place(55).icon("percent").title("title").currency("currency").notMerged();
    e.hint(label("Prices of items on a price list, also from a quantity on. They are filled in when a document of a "
                 "client with this list names the item."));
    e.fields({
        ref("price_list_id", label("Price list"), "price_lists")
            .required()
            .inList()
            .pickFromList()
            .whenTargetPurged(OnDelete::Restrict),
        ref("item_id", label("Item"), "items").required().inList().whenTargetPurged(OnDelete::Restrict),
        decimal("from_quantity", label("From quantity"), 3)
            .required()
            .byDefault(QVariant(qint64(0)))
            .between(0, std::nullopt)
            .inList()
            .help(label("From this quantity on, until a greater one on the list. 0: always.")),
        money("price", label("Price")).required().inList().between(0, std::nullopt),
        text("title", label("Title"), 250).computed().searchable(),
        currencyField().computed(),
        externalIdField(),
    });
    e.beforeSave(followItemAndList).beforeSave(oneForEachQuantity);
    e.view("by_quantity", label("By quantity", "prices"), "from_quantity > 0", "item_id, from_quantity");
    e.sortedBy("price_list_id, item_id, from_quantity");
    alsoCalled("item_prices", label("price, discounts, tariff", "search words"));
    registry.add(e);
}

} // namespace crm::modules
