// Income, expenses and profit by months, clients and projects: a summary of what the finance records say.
#include "core/exchange/summary.h"
#include "core/model/registry.h"
#include "core/modules/report_parts.h"

namespace crm::modules {

void declare_reports_profit(Registry &)
{
    SummaryReport report;
    report.key = "profit";
    report.title = label("Profit");
    report.hint = label("What was invoiced, less credit notes and expenses, by months, clients or projects. A number "
                        "opens the records behind it.");
    report.icon = "percent";
    report.area = "reports";
    report.adds = label("Income");
    report.takes = label("Costs");
    report.result = label("Profit");
    report.sources = {
        {"invoiced",
         label("Invoiced"),
         "invoices",
         "counted",
         "bill_date",
         SummarySource::Adds,
         "status = issued",
         {{"client", "client_id"}, {"project", "project_id"}}},
        {"credited",
         label("Credited"),
         "credit_notes",
         "counted",
         "note_date",
         SummarySource::Takes,
         "status = issued",
         {{"client", "client_id"}, {"project", "invoice_id.project_id"}}},
        {"spent",
         label("Expenses"),
         "expenses",
         "total",
         "spent_on",
         SummarySource::Takes,
         {},
         {{"client", "client_id"}, {"project", "project_id"}}},
        {"paid",
         label("Money received"),
         "payments",
         "received",
         "paid_on",
         SummarySource::Beside,
         "kind != credit",
         {{"client", "client_id"}}},
    };
    report.ways = timeWays() + QList<SummaryWay>{
                                   {"client", label("By clients"), GroupBy::Value, label("Without a client")},
                                   {"project", label("By projects"), GroupBy::Value, label("Without a project")},
                               };
    declareSummary(report);
}

} // namespace crm::modules
