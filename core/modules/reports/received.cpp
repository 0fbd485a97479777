// Money that came and went back, by months, clients and methods.
#include "core/model/registry.h"
#include "core/modules/payment_parts.h"
#include "core/modules/report_parts.h"

namespace crm::modules {

void declare_reports_received(Registry &)
{
    const QHash<QString, QString> paths{{"client", "client_id"}, {"method", "method_id"}};
    const QString kind = QStringLiteral("kind = ");
    SummaryReport report;
    report.key = "received";
    report.title = label("Money received");
    report.hint = label("Payments less what was paid back. Credits of credit notes are no money and are not in it.");
    report.icon = "money";
    report.area = "reports";
    report.adds = label("Received");
    report.takes = label("Paid back");
    report.result = label("In all", "of money");
    report.sources = {{"received", label("Received"), "payments", "amount", "paid_on", SummarySource::Adds,
                       kind + paymentKind, paths},
                      {"paid_back", label("Paid back"), "payments", "amount", "paid_on", SummarySource::Takes,
                       kind + refundKind, paths}};
    report.ways =
        timeWays() + QList<SummaryWay>{{"client", label("By clients")},
                                       {"method", label("By methods"), GroupBy::Value, label("Without a method")}};
    declareSummary(report);
}

} // namespace crm::modules
