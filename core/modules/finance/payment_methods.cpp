// How clients pay.
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/parts.h"

namespace crm::modules {

void declare_finance_payment_methods(Registry &registry)
{
    Entity e("payment_methods", label("Payment method"), label("Payment methods"));
    e.area("settings").icon("money").title("name").dictionary();
    e.hint(label("The ways in which clients pay: by bank transfer, in cash, by card."));
    e.fields(dictionaryFields());
    e.fields({memo("description", label("Description")),
              money("minimum", label("Smallest payment"))
                  .between(0, std::nullopt)
                  .inList()
                  .help(label("A smaller payment by this method is refused. In the company's own currency; payments in "
                              "other currencies are not measured by it."))});
    alsoCalled("payment_methods", label("cash, card, bank transfer", "search words"));
    registry.add(e);
}

} // namespace crm::modules
