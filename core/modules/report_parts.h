// What the summaries of the business have in common.
#pragma once
#include "core/exchange/summary.h"
#include "core/model/error.h"

namespace crm::modules {

/// By months, quarters, years.
QList<SummaryWay> timeWays();

} // namespace crm::modules
