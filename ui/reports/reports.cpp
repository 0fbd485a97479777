#include "ui/reports/reports.h"
#include "core/exchange/summary.h"
#include "core/extend/extensions.h"
#include "ui/extend/ui_registry.h"
#include "ui/reports/summary_page.h"

namespace crm {

void addReportPages(UiRegistry &pages)
{
    constexpr int behindLists = 50;
    for (const SummaryReport &report : summaries()) {
        pages.addPage({.key = QStringLiteral("report.") + report.key,
                       .label = report.title,
                       .icon = report.icon,
                       .area = report.area,
                       .order = behindLists,
                       .offered = [report](const Actor &actor) { return isOffered(report, registry(), actor.policy); },
                       .create = [report](Navigator &window, QWidget *parent) -> TabPage * {
                           return new SummaryPage(report, window, parent);
                       }});
    }
}

} // namespace crm
