#include "core/modules/report_parts.h"

namespace crm::modules {

QList<SummaryWay> timeWays()
{
    return {{"month", label("By months"), GroupBy::Month},
            {"quarter", label("By quarters"), GroupBy::Quarter},
            {"year", label("By years"), GroupBy::Year}};
}

} // namespace crm::modules
