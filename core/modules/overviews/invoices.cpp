// The overview of invoices: what is to be paid and when, what was issued and received, what has waited longest.
#include "core/model/overview.h"
#include "core/model/registry.h"

namespace crm::modules {

namespace {
const QString overdue = QStringLiteral("balance > 0 and due_date < today");

OverviewSection toBePaid()
{
    const auto due = [](const char *key, const Label &title, const QString &where) {
        return OverviewTile{
            .key = QLatin1String(key), .title = title, .where = where, .sum = "balance", .sort = "due_date"};
    };
    OverviewTile late = due("overdue", label("Overdue", "invoices"), overdue);
    late.isBad = true;
    return {label("To be paid"),
            {due("unpaid", label("Not paid", "invoices"), "settled = unpaid"),
             due("partly", label("Partly paid", "invoices"), "settled = partly"),
             due("soon", label("Due in 7 days"), "balance > 0 and due_date >= today and due_date <= today+7d"), late}};
}

OverviewSection thisMonth()
{
    return {
        label("This month"),
        {{.key = "issued",
          .title = label("Issued this month", "invoices"),
          .where = "status = issued and bill_date = this_month",
          .sum = "total",
          .sort = "-bill_date"},
         {.key = "payments",
          .title = label("Payments received this month"),
          .entity = "payments",
          .where = "kind = payment and paid_on = this_month",
          .sum = "received",
          .sort = "-paid_on"},
         {.key = "drafts", .title = label("Drafts"), .where = "status = draft", .sum = "total", .sort = "-bill_date"}}};
}
} // namespace

void declare_overviews_invoices(Registry &)
{
    Overview o;
    o.entity = "invoices";
    o.title = label("Overview of invoices");
    o.icon = "invoice";
    o.sections = {toBePaid(), thisMonth()};
    o.tops = {{.key = "oldest",
               .title = label("Overdue for the longest time"),
               .where = overdue,
               .sort = "due_date",
               .columns = {"client_id", "due_date", "balance"}}};
    declareOverview(o);
}

} // namespace crm::modules
