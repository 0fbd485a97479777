// Credit notes: what is taken back of an invoice, in whole or in part.
#include "core/model/record_formats.h"
#include "core/model/registry.h"
#include "core/modules/document_states.h"
#include "core/modules/document_totals.h"
#include "core/modules/parts.h"

namespace crm::modules {

namespace {
QList<Field> identity()
{
    return {
        text("number", label("Number"), 40).readOnly().unique().inList().searchable(),
        ref("invoice_id", label("Invoice"), "invoices").required().inList().whenTargetPurged(OnDelete::Restrict),
        ref("client_id", label("Client"), "clients").computed().inList().whenTargetPurged(OnDelete::Restrict),
        ref("owner_id", label("Owner", "who looks after a record"), "users").inList(),
        date("note_date", label("Date", "of a document")).required().inList().byDefault([] {
            return QVariant(QDate::currentDate());
        }),
        text("reason", label("Reason"), 250).searchable(),
        labels("labels", label("Labels")),
    };
}

/// Client and currency are the invoice's; no more can be taken back than is still due.
void followInvoice(RuleContext &c)
{
    const auto invoice = c.read.find("invoices", c.after.head().ref("invoice_id"));
    if (!invoice)
        return;
    c.after.set("client_id", invoice->value("client_id"));
    c.after.set("currency", invoice->value("currency"));
}

void notMoreThanIsDue(RuleContext &c)
{
    if (c.after.head().text("status") != issuedStatus || !c.changed("status"))
        return;
    const auto invoice = c.read.find("invoices", c.after.head().ref("invoice_id"));
    if (invoice && invoice->text("status") != issuedStatus)
        c.refuse("status", label("This invoice has not been issued, or is cancelled: nothing can be credited.").text());
    else if (invoice && c.after.head().integer("total") > invoice->integer("balance"))
        c.refuse("status",
                 label("More is credited than is still due on the invoice. Reduce the lines, or take payments "
                       "off the invoice first.")
                     .text());
}
} // namespace

void declare_finance_credit_notes(Registry &registry)
{
    Entity e("credit_notes", label("Credit note"), label("Credit notes"));
    e.area("finance").place(20).icon("undo").title("number").status("status");
    e.currency("currency").ownedBy("owner_id").lines("credit_note_lines", "credit_note_id").notMerged();
    e.hint(label("A credit note takes back an invoice or a part of it. Make one from the invoice."));
    e.fields(identity()).fields(issuedFields()).fields(documentAmounts());
    e.fields({memo("note", label("Note")).searchable(), externalIdField()});
    e.attachments({"notes", "comments", "files"});
    e.beforeSave(ownedByCreator("owner_id")).beforeSave(followInvoice);
    e.beforeSave(fillLinesFromItems("credit_note_lines")).beforeSave(computeTotals("credit_note_lines"));
    e.beforeSave(notMoreThanIsDue);
    issuedOnce(e, "CN-", label("This credit note has been issued: what it says stays as it is."), {"reason"});
    e.action(issueAction()).action(cancelAction());
    e.view("drafts", label("Drafts"), "status = draft", "-note_date");
    e.view("this_month", label("This month"), "note_date = this_month", "-note_date");
    e.sortedBy("-note_date");
    leavesOnPaper(
        "credit_notes",
        {.party = "client_id", .above = {"note_date", "invoice_id", "reason"}, .inWords = "total", .note = "note"});
    registry.add(e);
}

} // namespace crm::modules
