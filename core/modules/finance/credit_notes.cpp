// Credit notes: what is taken back of an invoice, in whole or in part. What has been paid of it already becomes the
// client's credit.
#include "core/model/division.h"
#include "core/model/number_series.h"
#include "core/model/record_formats.h"
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/action_words.h"
#include "core/modules/document_states.h"
#include "core/modules/document_totals.h"
#include "core/modules/e_invoice.h"
#include "core/modules/parts.h"
#include "core/modules/payment_parts.h"
#include <algorithm>

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

QList<Field> use()
{
    const Label heading = label("What becomes of it");
    return {
        money("applied", label("Set against the invoice")).computed().group(heading),
        money("taken", label("Taken as credit")).sumOf({"payments", "credit_note_id", "amount"}).group(heading),
        money("rest", label("Left over"))
            .difference({{"counted"}, {"applied", "taken"}})
            .between(0, std::nullopt)
            .group(heading)
            .help(label("What was paid already: take it as the client's credit, which settles other invoices or is "
                        "paid back.")),
    };
}

/// Client and currency are the invoice's.
void followInvoice(RuleContext &c)
{
    const auto invoice = c.read.find("invoices", c.after.head().ref("invoice_id"));
    if (!invoice)
        return;
    c.after.set("client_id", invoice->value("client_id"));
    c.after.set("currency", invoice->value("currency"));
}

void notMoreThanWasInvoiced(RuleContext &c)
{
    if (c.after.head().text("status") != issuedStatus || !c.changed("status"))
        return;
    const auto invoice = c.read.find("invoices", c.after.head().ref("invoice_id"));
    if (invoice && invoice->text("status") != issuedStatus)
        c.refuse("status", label("This invoice has not been issued, or is cancelled: nothing can be credited.").text());
    else if (invoice && c.after.head().integer("total") > invoice->integer("creditable"))
        c.refuse("status",
                 label("More is credited than was invoiced, together with the credit notes that there are already. "
                       "Reduce the lines.")
                     .text());
}

/// What is still due of the invoice takes it first; behind issuedOnce().
void setAgainstInvoice(RuleContext &c)
{
    if (c.after.head().text("status") != issuedStatus) {
        c.after.set("applied", qint64(0));
        if (c.before && c.changed("status") && c.before->head().integer("taken") != 0)
            c.refuse(
                "status",
                label("A part of it has become the client's credit. Delete that first, among the payments.").text());
        return;
    }
    if (!c.changed("status"))
        return;
    const auto invoice = c.read.find("invoices", c.after.head().ref("invoice_id"));
    const qint64 due = invoice ? std::max<qint64>(0, invoice->integer("balance")) : 0;
    c.after.set("applied", std::min(due, c.after.head().integer("total")));
}
} // namespace

void declare_finance_credit_notes(Registry &registry)
{
    Entity e("credit_notes", label("Credit note"), label("Credit notes"));
    e.area("finance").place(20).icon("undo").title("number").status("status");
    e.currency("currency").ownedBy("owner_id").lines("credit_note_lines", "credit_note_id").notMerged();
    e.hint(label("A credit note takes back an invoice or a part of it. Make one from the invoice."));
    e.fields(identity()).fields(issuedFields()).fields(documentAmounts()).fields(use());
    e.fields({memo("note", label("Note")).searchable(), externalIdField()});
    e.attachments({"notes", "reminders", "comments", "files"});
    e.beforeSave(ownedByCreator("owner_id")).beforeSave(followInvoice);
    e.beforeSave(fillLinesFromItems("credit_note_lines")).beforeSave(computeTotals("credit_note_lines"));
    e.beforeSave(notMoreThanWasInvoiced);
    issuedOnce(e, "CN-", label("This credit note has been issued: what it says stays as it is."),
               {"reason", "applied"});
    e.beforeSave(setAgainstInvoice);
    e.action(issueCreditAction()).action(takeCreditAction()).action(cancelAction());
    e.view("drafts", label("Drafts"), "status = draft", "-note_date");
    e.view("not_taken", label("With something left over"), "rest > 0", "-note_date");
    e.view("this_month", label("This month"), "note_date = this_month", "-note_date");
    e.sortedBy("-note_date");
    leavesOnPaper("credit_notes", {.party = "client_id",
                                   .above = {"note_date", "invoice_id", "reason"},
                                   .inWords = "total",
                                   .lines = documentPaperLines(),
                                   .note = "note"});
    leavesAsEInvoice("credit_notes", {.date = "note_date", .corrects = "invoice_id"});
    numberedByDate("credit_notes", "note_date");
    belongsThrough("credit_notes", {"client_id"});
    hiddenFromGuests("credit_notes", "status", {draftStatus});
    alsoCalled("credit_notes", label("returns, corrections of invoices, refunds", "search words"));
    actionsAlsoCalled(e);
    registry.add(e);
}

} // namespace crm::modules
