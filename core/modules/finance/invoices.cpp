// Invoices: what a client owes. Issued once, numbered then, and from then on only paid, credited or cancelled.
#include "core/model/division.h"
#include "core/model/format.h"
#include "core/model/record_formats.h"
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/action_words.h"
#include "core/modules/document_conversion.h"
#include "core/modules/document_states.h"
#include "core/modules/document_totals.h"
#include "core/modules/e_invoice.h"
#include "core/modules/invoice_papers.h"
#include "core/modules/number_parts.h"
#include "core/modules/parts.h"
#include "core/modules/payment_letters.h"
#include "core/modules/payment_parts.h"
#include "core/modules/project_parts.h"
#include "core/work/recurring.h"
#include <QCoreApplication>
#include <QLocale>

namespace crm::modules {

namespace {
QList<Field> identity()
{
    return {
        text("number", label("Number"), 40)
            .readOnly()
            .unique()
            .inList()
            .searchable()
            .help(label("Given when the invoice is issued, so that no number is ever missing.")),
        ref("client_id", label("Client"), "clients").required().inList().whenTargetPurged(OnDelete::Restrict),
        ref("contact_id", label("Contact"), "contacts"),
        projectField(),
        ref("owner_id", label("Owner", "who looks after a record"), "users").inList(),
        date("bill_date", label("Invoice date")).required().inList().byDefault([] {
            return QVariant(QDate::currentDate());
        }),
        date("due_date", label("Due on")).inList(),
        text("reference", label("Client's reference"), 120)
            .searchable()
            .help(label("The number of the client's own order, for example.")),
        labels("labels", label("Labels")),
    };
}

QList<Field> payment()
{
    const Label heading = label("Payment");
    return {
        money("paid", label("Paid")).sumOf({"payment_lines", "invoice_id", "amount"}).inList().group(heading),
        money("credited", label("Credited")).sumOf({"credit_notes", "invoice_id", "applied"}).group(heading),
        money("balance", label("Still due"))
            .difference({{"counted"}, {"paid", "credited"}})
            .between(0, std::nullopt)
            .inList()
            .group(heading),
        money("taken_back", label("Credited in all")).sumOf({"credit_notes", "invoice_id", "counted"}).hidden(),
        money("creditable", label("Can still be credited"))
            .difference({{"counted"}, {"taken_back"}})
            .between(0, std::nullopt)
            .hidden(),
        choice("settled", label("Payment"),
               {{"draft", label("Draft", "of a document"), "gray"},
                {"cancelled", label("Cancelled", "of a document"), "gray"},
                {"credited", label("Credited", "of an invoice"), "gray"},
                {"paid", label("Paid", "of an invoice"), "green"},
                {"partly", label("Partly paid"), "orange"},
                {"unpaid", label("Not paid"), "blue"}})
            .stateOf(
                {{"draft", {{"issued_at", KeptTest::Empty}}},
                 {"cancelled", {{"cancelled_at", KeptTest::Filled}}},
                 {"credited",
                  {{"balance", KeptTest::Zero}, {"creditable", KeptTest::Zero}, {"taken_back", KeptTest::Positive}}},
                 {"paid", {{"balance", KeptTest::Zero}}},
                 {"partly", {{"paid", KeptTest::Positive}}},
                 {"unpaid", {}}})
            .inList()
            .group(heading),
    };
}

QList<Field> origin()
{
    const Label heading = label("Origin");
    return {
        ref("proposal_id", label("Made from the proposal"), "proposals").readOnly().group(heading),
        ref("estimate_id", label("Made from the estimate"), "estimates").readOnly().group(heading),
        ref("order_id", label("Made from the order"), "orders").readOnly().group(heading),
        ref("contract_id", label("Made from the contract"), "contracts").readOnly().group(heading),
        ref("subscription_id", label("Made by the subscription"), "subscriptions").readOnly().group(heading),
        externalIdField(),
    };
}

void datesInOrder(RuleContext &c)
{
    const QDate billed = c.after.head().date("bill_date"), due = c.after.head().date("due_date");
    if (billed.isValid() && due.isValid() && due < billed)
        c.refuse("due_date", label("It cannot be due before the invoice date.").text());
}

/// A new invoice that does not say when it is due follows the terms of the client, else those of the office.
void dueByTerms(RuleContext &c)
{
    const QDate billed = c.after.head().date("bill_date");
    if (!c.isNew() || !billed.isValid() || !isEmptyValue(c.after.value("due_date")))
        return;
    const auto client = c.read.find("clients", c.after.head().ref("client_id"));
    QVariant days = client ? client->value("payment_days") : QVariant();
    if (isEmptyValue(days)) {
        const auto office = c.read.find("office_settings", c.read.firstOf("office_settings"));
        days = office ? office->value("payment_days") : QVariant();
    }
    if (!isEmptyValue(days))
        c.after.set("due_date", billed.addDays(days.toLongLong()));
}

/// The date of the last issued invoice of the same series of numbers, if the office numbers by date and this one is of
/// an earlier day.
QDate issuedLater(RuleContext &c)
{
    const auto office = c.read.find("office_settings", c.read.firstOf("office_settings"));
    if (!office || !office->flag("numbers_by_date"))
        return {};
    const QDate day = c.after.head().date("bill_date");
    const auto [series, same] = seriesFor(c.read, c.after.head());
    const auto lastWithin = [&, same = same](const QPair<QDate, QDate> &days) {
        return greatestOf(c.read, same, c.after.entity(), "bill_date", "issued_at", days).toDate();
    };
    QDate last = lastWithin({});
    // Numbers that begin anew each year follow the dates within the year.
    if (last.isValid() && day < last && series.period(day) != series.period(last))
        last = lastWithin({series.periodBegins(day), series.periodEnds(day)});
    return last.isValid() && day < last ? last : QDate();
}

/// A repetition is issued as soon as it is made, if its template says so; one that comes too late waits as a draft.
void issueRepetition(RuleContext &c)
{
    if (c.isNew() && c.after.head().flag("issue_repeats") && c.after.head().ref("repeat_of_id") != 0 &&
        !issuedLater(c).isValid())
        c.after.set("status", issuedStatus);
}

void numbersByDate(RuleContext &c)
{
    if (c.after.head().text("status") != issuedStatus || !c.changed("status"))
        return;
    if (const QDate last = issuedLater(c); last.isValid())
        c.refuse("bill_date",
                 QCoreApplication::translate("crm::modules", "An invoice of %1 has been issued already, and numbers "
                                                             "follow the dates here: choose that day or a later one.")
                     .arg(QLocale().toString(last, QLocale::ShortFormat)));
}

/// An invoice with payments is settled with them, not taken away from below them.
void cancelledUnpaid(RuleContext &c)
{
    if (!c.before || !c.changed("status") || c.after.head().text("status") != cancelledStatus)
        return;
    if (c.before->head().integer("paid") != 0)
        c.refuse("status",
                 label("Payments stand against this invoice. Take them off first, or make a credit note.").text());
    else if (c.before->head().integer("taken_back") != 0)
        c.refuse("status", label("Credit notes stand against this invoice. Cancel them first.").text());
}
} // namespace

void declare_finance_invoices(Registry &registry)
{
    Entity e("invoices", label("Invoice"), label("Invoices"));
    e.area("finance").place(10).icon("invoice").title("number").status("settled");
    e.currency("currency").ownedBy("owner_id").lines("invoice_lines", "invoice_id").notMerged();
    e.hint(label("Invoices say what your clients owe you. They get their number when they are issued."));
    e.fields(identity()).fields(issuedFields()).fields(documentAmounts()).fields(payment()).fields(origin());
    e.fields({memo("note", label("Note")).searchable()});
    e.attachments({"tasks", "notes", "reminders", "comments", "files"});
    e.beforeSave(ownedByCreator("owner_id")).beforeSave(takeCurrencyOfClient);
    e.beforeSave(followProject);
    e.beforeSave(primaryContactByDefault("contact_id", "client_id"));
    e.beforeSave(contactOfClient("contact_id", "client_id"))
        .beforeSave(dueByTerms)
        .beforeSave(datesInOrder)
        .beforeSave(cancelledUnpaid);
    e.beforeSave(fillLinesFromItems("invoice_lines")).beforeSave(computeTotals("invoice_lines"));
    e.beforeSave(issueRepetition).beforeSave(numbersByDate);
    issuedOnce(e, "INV-",
               label("This invoice has been issued: what it says stays as it is. Cancel it or make a credit "
                     "note."),
               QStringList{"contact_id", "project_id", "reference", "issue_repeats"} + work::recurringKeys());
    e.action(issueAction()).action(payInvoiceAction()).action(remindOfPaymentAction());
    e.action(documentConversion("credit", label("Make a credit note"),
                                {.target = "credit_notes", .trail = "invoice_id", .available = [](const Record &r) {
                                     return r.integer("creditable") > 0;
                                 }}));
    e.action(cancelAction());
    e.action(copyAction("invoices"));
    e.view("unpaid", label("Not paid", "invoices"), "balance > 0", "due_date");
    e.view("overdue", label("Overdue", "invoices"), "balance > 0 and due_date < today", "due_date");
    e.view("drafts", label("Drafts"), "status = draft", "-bill_date");
    e.view("mine", label("Mine", "invoices"), "owner_id = me", "-bill_date");
    e.view("this_month", label("This month"), "bill_date = this_month", "-bill_date");
    e.view("paid", label("Paid", "invoices"), "settled = paid", "-bill_date");
    work::recurs(e, {.dateField = "bill_date", .shifted = {"due_date"}});
    e.view("coming", label("Coming in 7 days", "repetitions"), "repeat_next <= today+7d", "repeat_next");
    e.fields({yesNo("issue_repeats", label("Issue repetitions at once"))
                  .group(Label("Repetition", nullptr, "crm::work"))
                  .help(label("Else each of them waits as a draft."))});
    e.sortedBy("-bill_date");
    leavesOnPaper("invoices", {.party = "client_id",
                               .above = {"bill_date", "due_date", "reference"},
                               .below = {"paid", "credited", "balance"},
                               .inWords = "total",
                               .lines = documentPaperLines(),
                               .note = "note"});
    leavesAsAct("invoices");
    leavesAsTransferDocument("invoices");
    leavesAsEInvoice("invoices", {.date = "bill_date", .due = "due_date"});
    numberedByDate("invoices", "bill_date");
    belongsThrough("invoices", {"client_id"});
    hiddenFromGuests("invoices", "status", {draftStatus});
    alsoCalled("invoices", label("bills, billing, receivables", "search words"));
    actionsAlsoCalled(e);
    registry.add(e);
}

} // namespace crm::modules
