// The overview of clients: how many there are, who owes something, with whom work and offers are under way.
#include "core/model/overview.h"
#include "core/model/registry.h"

namespace crm::modules {

namespace {
OverviewSection people()
{
    return {label("Clients"),
            {{.key = "all", .title = label("Clients")},
             {.key = "new",
              .title = label("New this month", "clients"),
              .where = "created_at = this_month",
              .sort = "-created_at"},
             {.key = "contacts", .title = label("Contacts"), .entity = "contacts"},
             {.key = "new_contacts",
              .title = label("New contacts this month"),
              .entity = "contacts",
              .where = "created_at = this_month",
              .sort = "-created_at"}}};
}

OverviewSection invoices()
{
    const QString way = QStringLiteral("invoices.client_id"), most = QStringLiteral("-balance");
    return {label("Invoices"),
            {{.key = "unpaid",
              .title = label("With unpaid invoices"),
              .through = way,
              .where = "settled = unpaid",
              .sum = "balance",
              .sort = most},
             {.key = "partly",
              .title = label("With partly paid invoices"),
              .through = way,
              .where = "settled = partly",
              .sum = "balance",
              .sort = most},
             {.key = "overdue",
              .title = label("With overdue invoices"),
              .through = way,
              .where = "balance > 0 and due_date < today",
              .sum = "balance",
              .sort = most,
              .isBad = true},
             {.key = "credit",
              .title = label("Have a credit", "clients"),
              .where = "balance < 0",
              .sum = "balance",
              .sort = "balance"}}};
}

OverviewSection work()
{
    const QString open = QStringLiteral("status in (draft, sent)");
    return {label("Work and offers"),
            {{.key = "projects",
              .title = label("With open projects"),
              .through = "projects.client_id",
              .where = "status_id.kind = open"},
             {.key = "orders",
              .title = label("With new orders this month"),
              .through = "orders.client_id",
              .where = "order_date = this_month and status_id.kind = open",
              .sum = "total"},
             {.key = "estimates",
              .title = label("With open estimates"),
              .through = "estimates.client_id",
              .where = open,
              .sum = "total"},
             {.key = "proposals",
              .title = label("With open proposals"),
              .through = "proposals.client_id",
              .where = open,
              .sum = "total"}}};
}
} // namespace

void declare_overviews_clients(Registry &)
{
    Overview o;
    o.entity = "clients";
    o.title = label("Overview of clients");
    o.icon = "clients";
    o.sections = {people(), invoices(), work()};
    o.tops = {{.key = "debtors",
               .title = label("Largest debtors"),
               .where = "balance > 0",
               .sort = "currency, -balance", // amounts of different currencies are not compared
               .columns = {"owner_id", "balance"}}};
    declareOverview(o);
}

} // namespace crm::modules
