#include "core/modules/number_parts.h"
#include "core/model/record.h"

namespace crm::modules {

NumberSeries seriesFor(Reader &read, const QString &entity)
{
    for (const Id id : read.where("number_series", "entity", entity, 1)) {
        if (const auto row = read.find("number_series", id))
            return numberSeriesOf(*row);
    }
    return usualSeries({});
}

} // namespace crm::modules
