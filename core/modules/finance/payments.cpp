// Payments of clients, and which invoices they settle. What is left over stays with the client as a credit, or is paid
// back.
#include "core/exchange/paper.h"
#include "core/model/division.h"
#include "core/model/number_series.h"
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/action_words.h"
#include "core/modules/parts.h"
#include "core/modules/payment_parts.h"
#include "core/modules/payment_receipt.h"

namespace crm::modules {

namespace {
QList<Field> identity()
{
    return {
        text("number", label("Number"), 40).readOnly().unique().inList().searchable(),
        choice("kind", label("Kind"),
               {{paymentKind, label("Payment"), "green"},
                {refundKind, label("Refund"), "orange"},
                {creditKind, label("Credit", "out of a credit note"), "blue"}})
            .required()
            .inList()
            .byDefault(paymentKind)
            .transition(paymentKind, {paymentKind})
            .transition(refundKind, {refundKind})
            .transition(creditKind, {creditKind})
            .help(
                label("A refund is money that goes back to the client. A credit is what a credit note has left over.")),
        ref("client_id", label("Client"), "clients").required().inList().whenTargetPurged(OnDelete::Restrict),
        date("paid_on", label("Paid on")).required().inList().byDefault([] { return QVariant(QDate::currentDate()); }),
        money("amount", label("Amount", "of money")).required().inList().between(1, std::nullopt),
        ref("method_id", label("Payment method"), "payment_methods").inList().pickFromList(),
        text("reference", label("Transaction"), 120)
            .searchable()
            .help(label("The number of the bank transfer or of the card payment.")),
        ref("credit_note_id", label("Out of the credit note"), "credit_notes")
            .readOnly()
            .whenTargetPurged(OnDelete::Restrict),
        ref("owner_id", label("Owner", "who looks after a record"), "users"),
        currencyField().readOnly(),
    };
}

QList<Field> sums()
{
    return {
        money("allocated", label("Settles invoices with")).computed().help(label("Of a refund: what it pays back.")),
        money("refunded", label("Paid back")).sumOf({"refund_lines", "source_id", "amount"}),
        money("rest", label("Left over"))
            .difference({{"amount"}, {"allocated", "refunded"}})
            .between(0, std::nullopt)
            .inList()
            .help(label("What settles no invoice yet: a credit of the client.")),
        money("received", label("Counts")).computed().hidden(),
    };
}
} // namespace

void declare_finance_payments(Registry &registry)
{
    Entity e("payments", label("Payment"), label("Payments"));
    e.area("finance").place(30).icon("money").title("number").numbered("number", "PAY-");
    e.currency("currency").ownedBy("owner_id").lines("payment_lines", "payment_id").notMerged();
    e.lines("refund_lines", "payment_id").status("kind");
    e.hint(label("Payments say what clients have paid, and for which invoices. One without invoices is a deposit: it "
                 "settles later ones, or is paid back."));
    e.fields(identity()).fields(sums()).fields({memo("note", label("Note")).searchable(), externalIdField()});
    e.attachments({"notes", "reminders", "comments", "files"});
    e.beforeSave(ownedByCreator("owner_id")).beforeSave(firstByDefault("method_id", "payment_methods"));
    e.beforeSave(followCreditNote).beforeSave(settleInvoices).beforeSave(payBack);
    e.beforeSave(countReceived);
    e.beforeDelete(notPaidBack);
    e.action(spreadPaymentAction()).action(payBackAction());
    e.view("this_month", label("This month"), "paid_on = this_month", "-paid_on");
    e.view("deposits", label("Deposits"), "kind = payment and allocated = 0 and rest > 0", "-paid_on");
    e.view("refunds", label("Refunds"), "kind = refund", "-paid_on");
    e.view("left_over", label("With something left over"), "rest > 0", "-paid_on");
    e.view("mine", label("Mine", "payments"), "owner_id = me", "-paid_on");
    e.sortedBy("-paid_on");
    numberedByDate("payments", "paid_on");
    writesPaper("payments", {label("Receipt"), receiptHtml});
    belongsThrough("payments", {"client_id"});
    demandOfPayments();
    alsoCalled("payments", label("money received, receipts, cash, take payment", "search words"));
    actionsAlsoCalled(e);
    registry.add(e);
}

} // namespace crm::modules
