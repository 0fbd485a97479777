// Lines of a subscription: what each of its invoices has on it.
#include "core/model/registry.h"
#include "core/modules/document_totals.h"

namespace crm::modules {

void declare_finance_subscription_lines(Registry &registry)
{
    Entity e("subscription_lines", label("Subscription line"), label("Subscription lines"));
    e.title("title").lineOf("subscriptions", "subscription_id");
    e.fields(documentLineFields());
    registry.add(e);
}

} // namespace crm::modules
