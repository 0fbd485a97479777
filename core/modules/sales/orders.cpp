// Orders with their lines, discount, taxes and totals.
#include "core/model/registry.h"
#include "core/modules/order_totals.h"
#include "core/modules/parts.h"

namespace crm::modules {

namespace {
QList<Field> identity()
{
    return {
        text("number", label("Number"), 40).readOnly().unique().inList().searchable(),
        ref("client_id", label("Client"), "clients").required().inList().whenTargetPurged(OnDelete::Restrict),
        ref("contact_id", label("Contact"), "contacts"),
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

QList<Field> amounts()
{
    const Label heading = label("Amounts");
    return {
        currencyField().group(heading).help(label("Empty: the currency of the client.")),
        percent("discount_percent", label("Discount, percent")).between(0, 10'000).group(heading),
        money("discount_amount", label("Discount, amount"))
            .between(0, std::nullopt)
            .group(heading)
            .help(label("Give either a percentage or an amount.")),
        choice("discount_when", label("Discount is taken off"),
               {{"before_tax", label("Before tax")}, {"after_tax", label("After tax")}})
            .required()
            .byDefault(QString("before_tax"))
            .group(heading),
        ref("tax_id", label("Tax"), "taxes").pickFromList().whenTargetPurged(OnDelete::Restrict).group(heading),
        ref("tax2_id", label("Second tax"), "taxes").pickFromList().whenTargetPurged(OnDelete::Restrict).group(heading),
        percent("tax_percent", label("Tax rate"), 3).computed().group(heading),
        percent("tax2_percent", label("Second tax rate"), 3).computed().group(heading),
        choice("rounding", label("Rounding"),
               {{"lines", label("Each line", "is rounded")}, {"document", label("The whole document", "is rounded")}})
            .required()
            .byDefault(QString("lines"))
            .group(heading)
            .help(label("Whether each line is rounded to the smallest coin, or only the sum of them.")),
        money("subtotal", label("Subtotal")).computed().group(heading),
        money("discount_total", label("Discount in all")).computed().group(heading),
        money("tax_total", label("Tax in all")).computed().group(heading),
        money("total", label("Total")).computed().inList().group(heading),
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

void takeCurrencyOfClient(RuleContext &c)
{
    if (!c.isNew() || !c.after.head().text("currency").isEmpty())
        return;
    const auto client = c.read.find("clients", c.after.head().ref("client_id"));
    if (client && !client->text("currency").isEmpty())
        c.after.set("currency", client->text("currency"));
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
    e.fields(identity()).fields(amounts()).fields(delivery());
    e.fields({memo("note", label("Note")).searchable(), externalIdField()});
    e.attachments({"tasks", "notes", "comments", "files"});
    e.beforeSave(ownedByCreator("owner_id")).beforeSave(firstByDefault("status_id", "order_statuses"));
    e.beforeSave(takeCurrencyOfClient).beforeSave(contactOfClient("contact_id", "client_id")).beforeSave(datesInOrder);
    e.beforeSave(fillLinesFromItems).beforeSave(computeOrderTotals);
    e.view("open", label("Open", "orders"), "status_id.kind = open", "-order_date");
    e.view("mine", label("Mine", "orders"), "owner_id = me", "-order_date");
    e.view("late", label("Late", "orders"), "status_id.kind = open and required_date < today and shipped_date is empty",
           "required_date");
    e.view("this_month", label("This month"), "order_date = this_month", "-order_date");
    e.view("done", label("Done", "orders"), "status_id.kind = done", "-order_date");
    e.sortedBy("-order_date");
    registry.add(e);
}

} // namespace crm::modules
