// How an administrator has set the numbers of one kind of record, for the rules of other modules.
#pragma once
#include "core/model/entity.h"
#include "core/model/number_series.h"

namespace crm::modules {

/// The series of the entity as it is set now; without a row the usual one, whose prefix is left empty here.
NumberSeries seriesFor(Reader &read, const QString &entity);

} // namespace crm::modules
