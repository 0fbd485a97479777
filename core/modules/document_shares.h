// What each line of a document comes to with its part of the discount and of the tax: for papers that tell it by line.
// The stored totals of the document are spread, none is computed anew, so the parts always add up to what it says.
#pragma once
#include "core/core_export.h"
#include "core/model/record.h"

namespace crm::modules {

struct LineShare
{
    qint64 net = 0;   ///< without tax
    qint64 tax = 0;   ///< 0 for a line without tax
    qint64 gross = 0; ///< net + tax
};
/// In the order of the lines, in minor units. Parts are rounded so that what was given so far is always as near as can
/// be to what it should be (largest difference: half a unit). Pure.
CRM_CORE QList<LineShare> lineShares(const Document &document, const QString &lines);

} // namespace crm::modules
