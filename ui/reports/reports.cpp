#include "ui/reports/reports.h"
#include "core/exchange/overview.h"
#include "core/exchange/summary.h"
#include "core/extend/extensions.h"
#include "ui/extend/ui_registry.h"
#include "ui/reports/overview_page.h"
#include "ui/reports/summary_page.h"
#include "ui/shell/command_words.h"

namespace crm {

namespace {
constexpr int behindLists = 50;

void addOverviews(UiRegistry &pages)
{
    for (const Overview &overview : overviews(registry())) {
        pages.addPage({.key = overviewKey(overview.entity),
                       .label = overview.title,
                       .icon = overview.icon,
                       .area = overview.area,
                       .order = behindLists - 1,
                       .offered =
                           [overview](const Actor &actor) {
                               return offered(overview, Catalog(registry()), actor.policy).isSet();
                           },
                       .create = [overview](Navigator &window, QWidget *parent) -> TabPage * {
                           return new OverviewPage(overview, window, parent);
                       },
                       .words = entryWords(EntryWords::Report)});
    }
}
} // namespace

QString overviewKey(const QString &entity) { return QStringLiteral("overview.") + entity; }

void addReportPages(UiRegistry &pages)
{
    addOverviews(pages);
    for (const SummaryReport &report : summaries()) {
        pages.addPage({.key = QStringLiteral("report.") + report.key,
                       .label = report.title,
                       .icon = report.icon,
                       .area = report.area,
                       .order = behindLists,
                       .offered = [report](const Actor &actor) { return isOffered(report, registry(), actor.policy); },
                       .create = [report](Navigator &window, QWidget *parent) -> TabPage * {
                           return new SummaryPage(report, window, parent);
                       },
                       .words = entryWords(EntryWords::Report)});
    }
}

} // namespace crm
