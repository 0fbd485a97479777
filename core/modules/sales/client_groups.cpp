// Groups of clients: for filters, rights and prices.
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/parts.h"
#include "core/modules/price_parts.h"

namespace crm::modules {

void declare_sales_client_groups(Registry &registry)
{
    Entity e("client_groups", label("Client group"), label("Client groups"));
    e.area("settings").icon("groups").title("name").dictionary().fields(dictionaryFields());
    e.fields({text("description", label("Description"), 250).inList(),
              priceListField().inList().help(label("For clients of the group that have no price list of their own."))});
    e.hint(label("Groups let you filter clients and address many of them at once. A client may be in several."));
    alsoCalled("client_groups", label("segments, kinds of clients", "search words"));
    registry.add(e);
}

} // namespace crm::modules
