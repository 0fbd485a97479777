// What core/model/demands.h demands of a document, in its saving procedure; private to the generators of writing
// procedures. Refused as `invalid` with the detail "unmet", of a line "unmet/<its id>"; as `denied` what the person may
// not fill in.
#pragma once
#include "core/store/server/routine_text.h"

namespace crm {

/// Declarations, behind those of all saves.
QString demandVariables(const Entity &entity);
/// Once the values of the record itself are known: n.x, g.x, o.x.
QString recordDemands(const Entity &entity);
/// Before the lines are written: what the document gave to whom until now. Asks nothing where no line is touched.
QString beforeLineDemands(const Entity &entity);
/// Behind the lines, when the sums that the database keeps have them.
QString lineDemands(const RoutineText &text, const Entity &entity);

} // namespace crm
