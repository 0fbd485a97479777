// Papers that an invoice leaves as besides itself: the act of what was done, and the universal transfer document of
// Russian practice (letter of the Federal Tax Service MMV-20-3/96@ of 21.10.2013 on the form of the invoice of the
// Government's decree 1137 of 26.12.2011: status 1, invoice and act of transfer in one).
#pragma once
#include "core/core_export.h"
#include <QString>

namespace crm::modules {

/// Declared beside the entity. @param entity with documentAmounts(), a client and a day "bill_date"
void leavesAsAct(const QString &entity);
void leavesAsTransferDocument(const QString &entity);

} // namespace crm::modules
