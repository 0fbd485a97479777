// How an administrator has set the numbers of one kind of record, for the rules of other modules.
#pragma once
#include "core/model/entity.h"
#include "core/model/number_series.h"

namespace crm::modules {

struct SeriesOfDocument
{
    NumberSeries series; ///< as it is set now; without a row the usual one, whose prefix is left empty here
    NumberedBy same;     ///< whose documents are numbered from it
};

/// The series that the document's number comes from.
SeriesOfDocument seriesFor(Reader &read, const Record &document);
/// Reader::greatest() among the documents of one series.
QVariant greatestOf(Reader &read, const NumberedBy &which, const Entity &entity, const QString &field,
                    const QString &filled, const QPair<QDate, QDate> &within);

} // namespace crm::modules
