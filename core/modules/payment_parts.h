// How payments meet invoices.
#pragma once
#include "core/model/entity.h"
#include "core/model/record.h"

namespace crm::modules {

/// A payment's lines: invoices of the same client that are issued, none with more than is still due on it, all
/// together not more than was paid. Sets the currency and what the lines come to.
void settleInvoices(RuleContext &c);
/// On an invoice: asks for date, amount and method and makes the payment. What is paid too much stays the client's.
Action payInvoiceAction();
/// On a payment: what is left over settles the client's open invoices, those that are due first.
Action spreadPaymentAction();

} // namespace crm::modules
