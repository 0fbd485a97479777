// The receipt of a payment: from whom, how, how much, for which invoices. A refund confirms what was paid back.
#pragma once
#include "core/exchange/paper.h"

namespace crm::modules {

/// Throws Error(Validation) for a credit: it is no money.
QString receiptHtml(Repository &repository, Id payment, const PaperOptions &options);

} // namespace crm::modules
