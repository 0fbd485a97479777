// Price lists: what some clients pay instead of the price that stands on the item.
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/parts.h"

namespace crm::modules {

namespace {
void datesInOrder(RuleContext &c)
{
    const QDate from = c.after.head().date("valid_from"), until = c.after.head().date("valid_until");
    if (from.isValid() && until.isValid() && until < from)
        c.refuse("valid_until", label("It cannot end before it begins: choose a later date.").text());
}

void currencyStays(RuleContext &c)
{
    if (!c.isNew() && c.changed("currency") && !c.read.where("item_prices", "price_list_id", c.after.id(), 1).isEmpty())
        c.refuse(
            "currency",
            label("There are prices in the old currency already. Make a second list for the other currency.").text());
}
} // namespace

void declare_sales_price_lists(Registry &registry)
{
    Entity e("price_lists", label("Price list"), label("Price lists"));
    e.area("settings").icon("percent").title("name").currency("currency").dictionary().fields(dictionaryFields());
    e.hint(label("A price list says what some clients pay instead of the usual price, also by quantity. Choose it in "
                 "the client or in a group of clients."));
    e.fields({
        currencyField().inList().help(
            label("Only documents in this currency take prices from the list. Leave it empty for the company's own "
                  "currency.")),
        date("valid_from", label("Valid from")).inList(),
        date("valid_until", label("Valid until")).inList(),
        text("description", label("Description"), 250),
    });
    e.beforeSave(datesInOrder).beforeSave(currencyStays);
    alsoCalled("price_lists", label("prices, discounts, tariffs", "search words"));
    registry.add(e);
}

} // namespace crm::modules
