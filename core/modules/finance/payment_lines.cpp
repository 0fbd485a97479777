// Which invoices a payment settles, and with how much each.
#include "core/model/registry.h"

namespace crm::modules {

void declare_finance_payment_lines(Registry &registry)
{
    Entity e("payment_lines", label("Settled invoice"), label("Settled invoices"));
    e.title("title").lineOf("payments", "payment_id");
    e.fields({
        ref("invoice_id", label("Invoice"), "invoices").required().whenTargetPurged(OnDelete::Restrict),
        money("amount", label("Amount", "of money")).required().between(1, std::nullopt),
        text("title", label("Number"), 40).computed(),
    });
    registry.add(e);
}

} // namespace crm::modules
