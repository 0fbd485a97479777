// What was spent, by months, categories, clients, projects and people.
#include "core/model/registry.h"
#include "core/modules/report_parts.h"

namespace crm::modules {

void declare_reports_spent(Registry &)
{
    const QHash<QString, QString> paths{
        {"category", "category_id"}, {"client", "client_id"}, {"project", "project_id"}, {"owner", "owner_id"}};
    SummaryReport report;
    report.key = "spent";
    report.title = label("Spent");
    report.hint = label("Expenses with their taxes, by months, categories, clients, projects or people.");
    report.icon = "minus";
    report.area = "reports";
    report.adds = label("Spent");
    report.result = label("In all", "of money");
    report.sources = {
        {"net", label("Without tax"), "expenses", "amount", "spent_on", SummarySource::Adds, {}, paths},
        {"tax", label("Tax in all"), "expenses", "tax_total", "spent_on", SummarySource::Adds, {}, paths}};
    report.ways = timeWays() +
                  QList<SummaryWay>{{"category", label("By categories"), GroupBy::Value, label("Without a category")},
                                    {"client", label("By clients"), GroupBy::Value, label("Without a client")},
                                    {"project", label("By projects"), GroupBy::Value, label("Without a project")},
                                    {"owner", label("By owners"), GroupBy::Value, label("Without an owner")}};
    declareSummary(report);
}

} // namespace crm::modules
