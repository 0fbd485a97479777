// Estimates: what something would cost. Accepted, they become an order, a contract or an invoice.
#include "core/model/record_formats.h"
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/action_words.h"
#include "core/modules/document_conversion.h"
#include "core/modules/document_totals.h"
#include "core/modules/offer_parts.h"
#include "core/modules/parts.h"
#include "core/modules/project_parts.h"

namespace crm::modules {

void declare_sales_estimates(Registry &registry)
{
    Entity e("estimates", label("Estimate"), label("Estimates"));
    e.area("sales").place(35).icon("list").title("number").numbered("number", "EST-");
    e.lines("estimate_lines", "estimate_id");
    e.hint(label("Estimates tell a client what something would cost. Accepted, they become an order or an invoice."));
    e.fields(offerIdentity("estimate_date")).fields(documentAmounts()).fields(offerOutcome());
    e.fields({ref("request_id", label("Made from the request"), "requests").readOnly(),
              ref("order_id", label("Became the order"), "orders").readOnly(),
              ref("contract_id", label("Became the contract"), "contracts").readOnly(),
              ref("invoice_id", label("Became the invoice"), "invoices").readOnly(),
              ref("proposal_id", label("Made from the proposal"), "proposals").readOnly(),
              memo("note", label("Note")).searchable(), externalIdField()});
    isOffered(e, "estimate_date", {"order_id", "contract_id", "invoice_id"});
    e.beforeSave(fillLinesFromItems("estimate_lines")).beforeSave(computeTotals("estimate_lines"));
    e.action(forClients(documentConversion("to_order", label("Make an order"),
                                           {.target = "orders",
                                            .trail = "estimate_id",
                                            .became = "order_id",
                                            .available = isNotDeclined,
                                            .afterwards = acceptOffer})));
    e.action(documentConversion("to_contract", label("Make a contract"),
                                {.target = "contracts",
                                 .trail = "estimate_id",
                                 .became = "contract_id",
                                 .available = isNotDeclined,
                                 .afterwards = acceptOffer}));
    e.action(forClients(documentConversion("to_invoice", label("Make an invoice"),
                                           {.target = "invoices",
                                            .trail = "estimate_id",
                                            .became = "invoice_id",
                                            .available = isNotDeclined,
                                            .afterwards = acceptOffer})));
    e.action(projectAction(isNotDeclined, acceptOffer)).action(copyAction("estimates"));
    offerViews(e, "estimate_date");
    leavesOnPaper("estimates", {.party = "client_id",
                                .above = {"estimate_date", "valid_until"},
                                .inWords = "total",
                                .lines = documentPaperLines(),
                                .note = "note",
                                .otherParty = "lead_id"});
    alsoCalled("estimates", label("quotations, calculations", "search words"));
    actionsAlsoCalled(e);
    registry.add(e);
}

} // namespace crm::modules
