// How clients pay.
#include "core/model/registry.h"
#include "core/modules/parts.h"

namespace crm::modules {

void declare_finance_payment_methods(Registry &registry)
{
    Entity e("payment_methods", label("Payment method"), label("Payment methods"));
    e.area("settings").icon("money").title("name").dictionary();
    e.hint(label("The ways in which clients pay: by bank transfer, in cash, by card."));
    e.fields(dictionaryFields());
    e.fields({memo("description", label("Description"))});
    registry.add(e);
}

} // namespace crm::modules
