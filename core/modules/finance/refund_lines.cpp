// Which payments a refund pays back, and how much of each.
#include "core/model/registry.h"

namespace crm::modules {

void declare_finance_refund_lines(Registry &registry)
{
    Entity e("refund_lines", label("Payment that is paid back"), label("Payments that are paid back"));
    e.title("title").lineOf("payments", "payment_id");
    e.fields({
        ref("source_id", label("Payment"), "payments").required().whenTargetPurged(OnDelete::Restrict),
        money("amount", label("Amount", "of money")).required().between(1, std::nullopt),
        text("title", label("Number"), 40).computed(),
    });
    registry.add(e);
}

} // namespace crm::modules
