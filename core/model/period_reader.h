// What rules may ask a Reader beyond Reader itself: the greatest value within a period.
//
//     const QDate last = greatestIn(c.read, "invoices", "bill_date", "issued_at", from, to).toDate();
//
// Readers of the stores are PeriodReaders. Thread: the reader's.
#pragma once
#include "core/model/entity.h"

namespace crm {

class CRM_CORE PeriodReader
{
public:
    virtual ~PeriodReader();
    /// Reader::greatest() of a date, among records whose date lies between the two, both included.
    virtual QVariant greatestIn(const QString &entity, const QString &dateField, const QString &filled,
                                const QDate &from, const QDate &to) = 0;
};

/// PeriodReader::greatestIn() of the reader; null of one that is no PeriodReader.
CRM_CORE QVariant greatestIn(Reader &reader, const QString &entity, const QString &dateField, const QString &filled,
                             const QDate &from, const QDate &to);

} // namespace crm
