// The overview of leads: what is under way, what waits for somebody, what has come of them.
#include "core/model/overview.h"
#include "core/model/registry.h"

namespace crm::modules {

namespace {
const QString open = QStringLiteral("state_of_lead = open and status_id.kind = open");

OverviewSection underWay()
{
    return {label("Under way"),
            {{.key = "open", .title = label("Open", "leads"), .where = open, .sum = "budget"},
             {.key = "new",
              .title = label("New this month", "leads"),
              .where = "created_at = this_month",
              .sum = "budget",
              .sort = "-created_at"},
             {.key = "forecast",
              .title = label("Forecast for this month"),
              .where = open + " and expected_close = this_month",
              .sum = "weighted",
              .sort = "expected_close"},
             {.key = "estimates",
              .title = label("With open estimates"),
              .through = "estimates.lead_id",
              .where = "status in (draft, sent)",
              .sum = "total"}}};
}

OverviewSection waiting()
{
    return {label("Waiting", "leads"),
            {{.key = "unassigned",
              .title = label("Without an owner", "leads"),
              .where = "state_of_lead = open and owner_id is empty",
              .isBad = true},
             {.key = "late",
              .title = label("Should have closed"),
              .where = open + " and expected_close < today",
              .sum = "budget",
              .sort = "expected_close",
              .isBad = true}}};
}

OverviewSection outcome()
{
    return {label("What came of them", "leads"),
            {{.key = "converted",
              .title = label("Became clients this month"),
              .where = "converted_at = this_month",
              .sum = "budget",
              .sort = "-converted_at"},
             {.key = "lost",
              .title = label("Lost this month", "leads"),
              .where = "status_id.kind = lost and closed_at = this_month",
              .sum = "budget",
              .sort = "-closed_at"}}};
}
} // namespace

void declare_overviews_leads(Registry &)
{
    Overview o;
    o.entity = "leads";
    o.title = label("Overview of leads");
    o.icon = "leads";
    o.sections = {underWay(), waiting(), outcome()};
    o.tops = {{.key = "largest",
               .title = label("Largest open leads"),
               .where = open + " and budget > 0",
               .sort = "currency, -budget", // amounts of different currencies are not compared
               .columns = {"status_id", "expected_close", "budget"}}};
    declareOverview(o);
}

} // namespace crm::modules
