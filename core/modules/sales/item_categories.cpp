// Groups of goods and services.
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/parts.h"

namespace crm::modules {

void declare_sales_item_categories(Registry &registry)
{
    Entity e("item_categories", label("Item category"), label("Item categories"));
    e.area("settings").icon("categories").title("name").dictionary().fields(dictionaryFields());
    e.hint(label("Categories keep a long price list in order."));
    alsoCalled("item_categories", label("groups of goods, sections of the catalogue", "search words"));
    registry.add(e);
}

} // namespace crm::modules
