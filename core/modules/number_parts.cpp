#include "core/modules/number_parts.h"
#include "core/model/record.h"

namespace crm::modules {

SeriesOfDocument seriesFor(Reader &read, const Record &document)
{
    const QString names = numberOwnerField(document.entity());
    const Id owner = names.isEmpty() ? 0 : document.ref(names);
    SeriesOfDocument common{usualSeries({}), {names}};
    const IdList rows = read.where("number_series", "entity", document.entity().key());
    for (const Id id : rows) {
        const auto row = read.find("number_series", id);
        if (!row)
            continue;
        const NumberSeries series = numberSeriesOf(*row);
        if (series.owner != 0 && series.owner == owner)
            return {series, {names, {owner}}};
        if (series.owner == 0)
            common.series = series;
        else
            common.same.without << series.owner;
    }
    return common;
}

QVariant greatestOf(Reader &read, const NumberedBy &which, const Entity &entity, const QString &field,
                    const QString &filled, const QPair<QDate, QDate> &within)
{
    if (auto *series = dynamic_cast<SeriesReader *>(&read))
        return series->greatestOf(which, entity.key(), field, filled, within);
    return read.greatest(entity.key(), field, filled, within);
}

} // namespace crm::modules
