// Payments of clients, and which invoices they settle. What is left over stays with the client as a credit.
#include "core/model/registry.h"
#include "core/modules/parts.h"
#include "core/modules/payment_parts.h"

namespace crm::modules {

void declare_finance_payments(Registry &registry)
{
    Entity e("payments", label("Payment"), label("Payments"));
    e.area("finance").place(30).icon("money").title("number").numbered("number", "PAY-");
    e.currency("currency").ownedBy("owner_id").lines("payment_lines", "payment_id").notMerged();
    e.hint(label("Payments say what clients have paid, and for which invoices."));
    e.fields({
        text("number", label("Number"), 40).readOnly().unique().inList().searchable(),
        ref("client_id", label("Client"), "clients").required().inList().whenTargetPurged(OnDelete::Restrict),
        date("paid_on", label("Paid on")).required().inList().byDefault([] { return QVariant(QDate::currentDate()); }),
        money("amount", label("Amount", "of money")).required().inList().between(1, std::nullopt),
        ref("method_id", label("Payment method"), "payment_methods").inList().pickFromList(),
        text("reference", label("Transaction"), 120)
            .searchable()
            .help(label("The number of the bank transfer or of the card payment.")),
        ref("owner_id", label("Owner", "who looks after a record"), "users"),
        currencyField().readOnly(),
        money("allocated", label("Settles invoices with")).computed(),
        money("rest", label("Left over"))
            .difference({{"amount"}, {"allocated"}})
            .between(0, std::nullopt)
            .inList()
            .help(label("What settles no invoice yet: a credit of the client.")),
        memo("note", label("Note")).searchable(),
        externalIdField(),
    });
    e.attachments({"notes", "comments", "files"});
    e.beforeSave(ownedByCreator("owner_id")).beforeSave(firstByDefault("method_id", "payment_methods"));
    e.beforeSave(settleInvoices);
    e.action(spreadPaymentAction());
    e.view("this_month", label("This month"), "paid_on = this_month", "-paid_on");
    e.view("left_over", label("With something left over"), "rest > 0", "-paid_on");
    e.view("mine", label("Mine", "payments"), "owner_id = me", "-paid_on");
    e.sortedBy("-paid_on");
    registry.add(e);
}

} // namespace crm::modules
