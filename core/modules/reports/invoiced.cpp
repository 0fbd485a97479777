// What was invoiced, with its taxes, and what is still due of it, by months, clients and those who look after them.
#include "core/model/registry.h"
#include "core/modules/report_parts.h"

namespace crm::modules {

void declare_reports_invoiced(Registry &)
{
    const QHash<QString, QString> paths{{"client", "client_id"}, {"owner", "owner_id"}, {"project", "project_id"}};
    const QString issued = QStringLiteral("status = issued");
    const auto column = [&](const char *key, const Label &title, const char *amount, SummarySource::Part part) {
        return SummarySource{key, title, "invoices", amount, "bill_date", part, issued, paths};
    };
    SummaryReport report;
    report.key = "invoiced";
    report.title = label("Invoiced");
    report.hint =
        label("The issued invoices of a period: what they come to, the taxes in it, what was paid and credited, "
              "and what is still due.");
    report.icon = "invoice";
    report.area = "reports";
    report.adds = label("Invoiced");
    report.takes = label("Paid or credited");
    report.result = label("Still due");
    report.sources = {column("invoiced", label("Invoiced"), "counted", SummarySource::Adds),
                      column("tax", label("Tax in all"), "tax_total", SummarySource::Beside),
                      column("credited", label("Credited"), "credited", SummarySource::Takes),
                      column("paid", label("Paid"), "paid", SummarySource::Takes)};
    report.ways =
        timeWays() + QList<SummaryWay>{{"client", label("By clients")},
                                       {"owner", label("By owners"), GroupBy::Value, label("Without an owner")},
                                       {"project", label("By projects"), GroupBy::Value, label("Without a project")}};
    declareSummary(report);
}

} // namespace crm::modules
