// Orders with their lines, discount, taxes and totals.
#include "core/model/division.h"
#include "core/model/number_series.h"
#include "core/model/record_formats.h"
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/action_words.h"
#include "core/modules/document_conversion.h"
#include "core/modules/document_totals.h"
#include "core/modules/parts.h"
#include "core/modules/project_parts.h"

namespace crm::modules {

namespace {
QList<Field> identity()
{
    return {
        text("number", label("Number"), 40).readOnly().unique().inList().searchable(),
        ref("client_id", label("Client"), "clients").required().inList().whenTargetPurged(OnDelete::Restrict),
        ref("contact_id", label("Contact"), "contacts"),
        projectField(),
        ref("owner_id", label("Owner", "who looks after a record"), "users").inList(),
        ref("status_id", label("Status"), "order_statuses").inList().pickFromList(),
        date("order_date", label("Order date")).required().inList().byDefault([] {
            return QVariant(QDate::currentDate());
        }),
        date("required_date", label("Required by")).indexed(),
        date("shipped_date", label("Shipped on")).indexed(),
        labels("labels", label("Labels")),
    };
}

QList<Field> delivery()
{
    const Label heading = label("Delivery");
    return {
        money("freight", label("Freight"))
            .between(0, std::nullopt)
            .group(heading)
            .help(label("What the carrier takes. It is not part of the total.")),
        text("ship_address", label("Delivery address"), 250).group(heading),
        text("ship_city", label("Delivery city"), 120).group(heading),
        text("ship_country", label("Country of delivery"), 120).indexed().group(heading),
    };
}

/// Orders of the shop may come in another currency than the client's: only an empty one is filled.
void currencyOfClientByDefault(RuleContext &c)
{
    if (c.isNew() && c.after.head().text("currency").isEmpty())
        takeCurrencyOfClient(c);
}

void datesInOrder(RuleContext &c)
{
    const QDate ordered = c.after.head().date("order_date");
    const QDate shipped = c.after.head().date("shipped_date");
    if (ordered.isValid() && shipped.isValid() && shipped < ordered &&
        (c.changed("shipped_date") || c.changed("order_date")))
        c.refuse("shipped_date", label("It cannot be shipped before it is ordered.").text());
}
} // namespace

void declare_sales_orders(Registry &registry)
{
    Entity e("orders", label("Order"), label("Orders"));
    e.area("sales").place(40).icon("orders").title("number").numbered("number", "ORD-").status("status_id");
    e.currency("currency").ownedBy("owner_id").lines("order_lines", "order_id");
    e.hint(label("Orders say who wants what, how much of it and at what price."));
    e.fields(identity()).fields(documentAmounts()).fields(delivery());
    e.fields({ref("proposal_id", label("Made from the proposal"), "proposals").readOnly(),
              ref("estimate_id", label("Made from the estimate"), "estimates").readOnly(),
              ref("invoice_id", label("Became the invoice"), "invoices").readOnly()});
    e.fields({memo("note", label("Note")).searchable(), externalIdField()});
    e.attachments({"tasks", "notes", "reminders", "comments", "files"});
    e.beforeSave(ownedByCreator("owner_id")).beforeSave(firstByDefault("status_id", "order_statuses"));
    e.beforeSave(currencyOfClientByDefault);
    e.beforeSave(followProject);
    e.beforeSave(primaryContactByDefault("contact_id", "client_id"));
    e.beforeSave(contactOfClient("contact_id", "client_id")).beforeSave(datesInOrder);
    e.beforeSave(fillLinesFromItems("order_lines")).beforeSave(computeTotals("order_lines"));
    e.action(documentConversion("to_invoice", label("Make an invoice"),
                                {.target = "invoices", .trail = "order_id", .became = "invoice_id"}));
    e.action(projectAction()).action(copyAction("orders"));
    e.view("open", label("Open", "orders"), "status_id.kind = open", "-order_date");
    e.view("mine", label("Mine", "orders"), "owner_id = me", "-order_date");
    e.view("late", label("Late", "orders"), "status_id.kind = open and required_date < today and shipped_date is empty",
           "required_date");
    e.view("this_month", label("This month"), "order_date = this_month", "-order_date");
    e.view("done", label("Done", "orders"), "status_id.kind = done", "-order_date");
    e.sortedBy("-order_date");
    leavesOnPaper("orders", {.party = "client_id",
                             .above = {"order_date", "required_date"},
                             .below = {"freight"},
                             .inWords = "total",
                             .lines = documentPaperLines(),
                             .note = "note"});
    numberedByDate("orders", "order_date");
    belongsThrough("orders", {"client_id"});
    alsoCalled("orders", label("sales, purchases", "search words"));
    actionsAlsoCalled(e);
    registry.add(e);
}

} // namespace crm::modules
