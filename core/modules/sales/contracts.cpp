// Contracts: what was agreed, from when until when, for how much.
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

void declare_sales_contracts(Registry &registry)
{
    Entity e("contracts", label("Contract"), label("Contracts"));
    e.area("sales").place(45).icon("file").title("title").numbered("number", "CTR-");
    e.lines("contract_lines", "contract_id");
    e.hint(label("Contracts say what was agreed with a client and until when it holds."));
    e.fields({text("title", label("Title"), 250).required().inList().searchable()});
    e.fields(offerIdentity("contract_date"));
    e.fields(documentText(label("Text of the contract")));
    e.fields(documentAmounts()).fields(offerOutcome()).fields(countersignFields());
    e.fields({ref("proposal_id", label("Made from the proposal"), "proposals").readOnly(),
              ref("estimate_id", label("Made from the estimate"), "estimates").readOnly(),
              memo("note", label("Note")).internal().searchable(), externalIdField()});
    isOffered(e, "contract_date", {});
    e.beforeSave(fillLinesFromItems("contract_lines")).beforeSave(computeTotals("contract_lines"));
    e.action(takeTextAction("contracts")).action(countersignAction());
    e.action(
        forClients(documentConversion("to_invoice", label("Make an invoice"),
                                      {.target = "invoices", .trail = "contract_id", .available = isNotDeclined})));
    e.action(projectAction(isNotDeclined, acceptOffer)).action(copyAction("contracts"));
    offerViews(e, "contract_date");
    e.view("running", label("Running", "contracts"),
           "status = accepted and (valid_until is empty or valid_until >= today)", "valid_until");
    leavesOnPaper("contracts", {.party = "client_id",
                                .above = {"number", "contract_date", "valid_until"},
                                .inWords = "total",
                                .lines = documentPaperLines(),
                                .otherParty = "lead_id",
                                .text = "body",
                                .textHasLines = "lines_in_text"});
    alsoCalled("contracts", label("agreements, deals in writing", "search words"));
    actionsAlsoCalled(e);
    registry.add(e);
}

} // namespace crm::modules
