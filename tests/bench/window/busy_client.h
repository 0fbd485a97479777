// A client with so many invoices of two lines, each paid by a payment of its own.
#pragma once
#include "core/store/repository.h"

namespace crm::bench {

Id makeBusyClient(Repository &repository, const QString &name, int invoices);

} // namespace crm::bench
