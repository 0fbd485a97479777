// Filters in words, and taken apart into what one chip shows.
//
//     describeFilter(filter, *catalog, "orders", words)    ->    "Total: 100 - 500", "Status: New, Paid"
#pragma once
#include "core/model/format.h"
#include "core/model/registry.h"
#include "ui/ui_export.h"

namespace crm {

CRM_UI QString describeFilter(const Filter &filter, const Catalog &catalog, const QString &entity,
                              const FormatContext &format);
/// Its values without the field: "New, Paid".
CRM_UI QString filterValues(const Filter &part, const Catalog &catalog, const QString &entity,
                            const FormatContext &format);
/// The conditions that all hold, each by itself; the two ends of a range stay together.
CRM_UI QList<Filter> filterParts(const Filter &filter);
CRM_UI Filter joinParts(const QList<Filter> &parts);
/// The path of a part that an editor by field can show (a condition, a range); empty for any other.
CRM_UI QString pathOfPart(const Filter &part);
/// Ids of the records that the filter names: entity -> ids, to ask for their titles.
CRM_UI QHash<QString, IdList> idsInFilter(const Filter &filter, const Catalog &catalog, const QString &entity);
/// "this_week" as people say it; the word itself if it is unknown.
CRM_UI QString relativeText(const QString &word);
/// The words offered for dates, in order.
CRM_UI QStringList relativeWords();

} // namespace crm
