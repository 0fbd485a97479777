// Subscriptions: what a client pays again and again. Each date makes one invoice, see core/work/recurring.h.
#include "core/model/division.h"
#include "core/model/format.h"
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/action_words.h"
#include "core/modules/document_conversion.h"
#include "core/modules/document_states.h"
#include "core/modules/document_totals.h"
#include "core/modules/parts.h"
#include "core/modules/project_parts.h"
#include "core/store/repository.h"
#include "core/work/recurring.h"

namespace crm::modules {

namespace {
const QString active = QStringLiteral("active"), paused = QStringLiteral("paused"),
              completed = QStringLiteral("completed");

QList<Field> identity()
{
    return {
        text("title", label("Title"), 250).required().inList().searchable(),
        text("number", label("Number"), 40).readOnly().unique().inList().searchable(),
        ref("client_id", label("Client"), "clients").required().inList().whenTargetPurged(OnDelete::Restrict),
        ref("contact_id", label("Contact"), "contacts"),
        projectField(),
        ref("owner_id", label("Owner", "who looks after a record"), "users").inList(),
        choice("status", label("Status"),
               {{draftStatus, label("Draft", "of a document"), "gray"},
                {active, label("Active", "of a subscription"), "green"},
                {paused, label("Paused", "of a subscription"), "orange"},
                {cancelledStatus, label("Cancelled", "of a subscription"), "gray"},
                {completed, label("Completed", "of a subscription"), "blue"}})
            .required()
            .inList()
            .byDefault(draftStatus)
            .transition(draftStatus, {active, cancelledStatus})
            .transition(active, {paused, cancelledStatus, completed})
            .transition(paused, {active, cancelledStatus, completed})
            .transition(cancelledStatus, {cancelledStatus})
            .transition(completed, {completed}),
        date("first_bill_date", label("First invoice on"))
            .required()
            .indexed()
            .byDefault([] { return QVariant(QDate::currentDate()); })
            .help(label("All other dates are counted from it. The 31st is the last day of a shorter month. If it lies "
                        "in the past, the invoices since then are made too; when they are more than a few, you are "
                        "asked first.")),
        labels("labels", label("Labels")),
    };
}

QList<Field> billing()
{
    const Label heading = label("Invoices of the subscription");
    return {
        integer("payment_days", label("Days to pay"))
            .between(0, 365)
            .byDefault(qint64(14))
            .group(heading)
            .help(label("So many days after its date an invoice is due. Empty: it says nothing about it.")),
        yesNo("issue_at_once", label("Issue them at once"))
            .group(heading)
            .help(label("Else each of them waits as a draft until somebody issues it.")),
        text("reference", label("Client's reference"), 120)
            .searchable()
            .group(heading)
            .help(label("Stands on each invoice: the number of the client's own order, for example.")),
        money("invoiced", label("Invoiced"))
            .sumOf({"invoices", "subscription_id", "counted"})
            .group(heading)
            .help(label("What the issued invoices of this subscription come to.")),
    };
}

QList<Field> outcome()
{
    const Label heading = label("Outcome");
    return {moment("ended_at", label("Ended on")).readOnly().group(heading),
            text("cancel_reason", label("Why it was cancelled", "a subscription"), 250).group(heading),
            memo("note", label("Note")).internal().searchable(), externalIdField()};
}

bool isEnded(const QString &status) { return status == cancelledStatus || status == completed; }

/// What would be refused on the day of an invoice is said today.
void isFitToBill(RuleContext &c)
{
    if (c.after.head().text("status") != active)
        return;
    if (c.after.lines("subscription_lines").isEmpty())
        c.refuse("status", label("There is nothing on it yet: add at least one line, then activate it.").text());
    if (c.after.head().integer("total") < 0)
        c.refuse("status", label("The total is below zero: nobody can be billed for that.").text());
}

/// The last invoice completes it; whoever cancels it says why.
void noteEnd(RuleContext &c)
{
    const Record &r = c.after.head();
    const qint64 times = r.integer("repeat_times");
    if (r.text("status") == active && times > 0 && r.integer("repeat_made") >= times)
        c.after.set("status", completed);
    const QString status = r.text("status");
    if (status == cancelledStatus && isEmptyValue(r.value("cancel_reason")))
        c.refuse("cancel_reason", label("Say why it is cancelled.").text());
    if (!isEnded(status))
        c.after.set("ended_at", QVariant());
    else if (isEmptyValue(r.value("ended_at")))
        c.after.set("ended_at", c.now);
}

Document invoiceOf(Repository &repository, const Document &subscription, const QDate &day)
{
    Document invoice = documentFrom(*repository.catalog(), subscription, "invoices");
    invoice.set("subscription_id", subscription.id());
    invoice.set("bill_date", day);
    if (!isEmptyValue(subscription.value("payment_days")))
        invoice.set("due_date", day.addDays(subscription.head().integer("payment_days")));
    if (subscription.head().flag("issue_at_once"))
        invoice.set("status", issuedStatus);
    return invoice;
}

work::Pace paceOf(const Record &subscription)
{
    const QString status = subscription.text("status");
    if (isEnded(status))
        return work::Pace::Ended;
    return status == active ? work::Pace::Goes : status == paused ? work::Pace::Skips : work::Pace::Rests;
}

auto isIn(const QString &status)
{
    return [status](const Record &r) { return r.text("status") == status; };
}

Action cancelling()
{
    Action a;
    a.key = "cancel";
    a.label = label("Cancel the subscription");
    a.icon = "ban";
    a.available = [](const Record &r) { return !isEnded(r.text("status")); };
    a.parameters = {text("reason", label("Why it is cancelled", "a subscription"), 250).required()};
    a.run = [](ActionContext &context) {
        context.record.set("status", cancelledStatus);
        context.record.set("cancel_reason", context.parameters.value("reason"));
        context.repository.save(context.record);
    };
    return a;
}

void addViews(Entity &e)
{
    e.view("active", label("Active", "subscriptions"), "status = active", "repeat_next");
    e.view("next", label("Next in 30 days"), "repeat_next <= today+30d", "repeat_next");
    e.view("mine", label("Mine", "subscriptions"), "owner_id = me", "-first_bill_date");
    e.view("paused", label("Paused", "subscriptions"), "status = paused", "-first_bill_date");
    e.view("drafts", label("Drafts"), "status = draft", "-first_bill_date");
    e.view("ended", label("Ended", "subscriptions"), "status in (cancelled, completed)", "-first_bill_date");
    e.sortedBy("-first_bill_date");
}
} // namespace

void declare_finance_subscriptions(Registry &registry)
{
    Entity e("subscriptions", label("Subscription"), label("Subscriptions"));
    e.area("finance").place(15).icon("refresh").title("title").numbered("number", "SUB-").status("status");
    e.currency("currency").ownedBy("owner_id").lines("subscription_lines", "subscription_id").notMerged();
    e.hint(label("Subscriptions make an invoice for a client again and again: for rent, support, licences. Once "
                 "active, they do it by themselves."));
    e.fields(identity()).fields(billing()).fields(documentAmounts()).fields(outcome());
    e.attachments({"tasks", "notes", "reminders", "comments", "files"});
    e.beforeSave(ownedByCreator("owner_id")).beforeSave(takeCurrencyOfClient);
    e.beforeSave(followProject);
    e.beforeSave(primaryContactByDefault("contact_id", "client_id"));
    e.beforeSave(contactOfClient("contact_id", "client_id"));
    e.beforeSave(fillLinesFromItems("subscription_lines")).beforeSave(computeTotals("subscription_lines"));
    e.beforeSave(isFitToBill).beforeSave(noteEnd);
    e.lockedWhile("ended_at", label("This subscription has ended: what it says stays as it was. Make a copy instead."),
                  {"owner_id", "labels", "note", "ended_at"});
    e.action(statusStep("activate", label("Activate"), "check", isIn(draftStatus), active));
    e.action(statusStep("pause", label("Pause"), "clock", isIn(active), paused));
    e.action(statusStep("resume", label("Resume"), "refresh", isIn(paused), active));
    e.action(cancelling());
    addViews(e);
    work::recurs(e, {.dateField = "first_bill_date", .make = invoiceOf, .pace = paceOf});
    e.action(copyAction("subscriptions", {"repeat_every", "repeat_unit", "repeat_times", "repeat_ahead"}));
    belongsThrough("subscriptions", {"client_id"});
    hiddenFromGuests("subscriptions", "status", {draftStatus});
    alsoCalled("subscriptions", label("recurring invoices, regular payments, monthly fee", "search words"));
    actionsAlsoCalled(e);
    alsoCalled("subscriptions", "cancel", label("stop, end, terminate, unsubscribe", "search words"));
    registry.add(e);
}

} // namespace crm::modules
