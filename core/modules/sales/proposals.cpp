// Proposals: an offer with a text of its own. Accepted, they become an order, an invoice or a contract.
#include "core/model/record_formats.h"
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/action_words.h"
#include "core/modules/document_conversion.h"
#include "core/modules/document_totals.h"
#include "core/modules/offer_parts.h"
#include "core/modules/parts.h"
#include "core/modules/project_parts.h"
#include "core/modules/text_template_parts.h"

namespace crm::modules {

namespace {
QList<Field> outcome()
{
    return {ref("estimate_id", label("Became the estimate"), "estimates").readOnly(),
            ref("order_id", label("Became the order", "a proposal"), "orders").readOnly(),
            ref("invoice_id", label("Became the invoice", "a proposal"), "invoices").readOnly(),
            ref("contract_id", label("Became the contract"), "contracts").readOnly(),
            memo("note", label("Note")).internal().searchable(),
            externalIdField()};
}

Action becomes(const char *key, const Label &what, const QString &target, const QString &became)
{
    return documentConversion(key, what,
                              {.target = target,
                               .trail = "proposal_id",
                               .became = became,
                               .available = isNotDeclined,
                               .afterwards = acceptOffer});
}
} // namespace

void declare_sales_proposals(Registry &registry)
{
    Entity e("proposals", label("Proposal"), label("Proposals"));
    e.area("sales").place(33).icon("notes").title("title").numbered("number", "PRO-");
    e.lines("proposal_lines", "proposal_id");
    e.hint(label("Proposals explain an offer in words and say what it costs. Take the text from a template; accepted, "
                 "they become an order, an invoice or a contract."));
    e.fields({text("title", label("Title"), 250).required().inList().searchable()});
    e.fields(offerIdentity("proposal_date")).fields(documentText(label("Text of the proposal")));
    e.fields(documentAmounts()).fields(offerOutcome()).fields(outcome());
    isOffered(e, "proposal_date", {"estimate_id", "order_id", "invoice_id", "contract_id"});
    e.beforeSave(fillLinesFromItems("proposal_lines")).beforeSave(computeTotals("proposal_lines"));
    e.action(takeTextAction("proposals"));
    e.action(documentConversion(
        "to_estimate", label("Make an estimate"),
        {.target = "estimates", .trail = "proposal_id", .became = "estimate_id", .available = isNotDeclined}));
    e.action(forClients(becomes("to_order", label("Make an order"), "orders", "order_id")));
    e.action(forClients(becomes("to_invoice", label("Make an invoice"), "invoices", "invoice_id")));
    e.action(becomes("to_contract", label("Make a contract"), "contracts", "contract_id"));
    e.action(projectAction(isNotDeclined, acceptOffer)).action(copyAction("proposals"));
    offerViews(e, "proposal_date");
    leavesOnPaper("proposals", {.party = "client_id",
                                .above = {"number", "proposal_date", "valid_until"},
                                .inWords = "total",
                                .lines = documentPaperLines(),
                                .otherParty = "lead_id",
                                .text = "body",
                                .textHasLines = "lines_in_text"});
    alsoCalled("proposals", label("offers, quotes", "search words"));
    actionsAlsoCalled(e);
    registry.add(e);
}

} // namespace crm::modules
