// What money is spent on.
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/parts.h"

namespace crm::modules {

void declare_finance_expense_categories(Registry &registry)
{
    Entity e("expense_categories", label("Expense category"), label("Expense categories"));
    e.area("settings").icon("categories").title("name").dictionary();
    e.hint(label("What money is spent on: rent, travel, materials."));
    e.fields(dictionaryFields());
    alsoCalled("expense_categories", label("kinds of costs", "search words"));
    registry.add(e);
}

} // namespace crm::modules
