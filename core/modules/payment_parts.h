// How payments meet invoices, and how what is left over of them is paid back.
//
// A payment is money that came (it settles invoices, the rest is the client's credit), a refund (money that went back,
// out of what was left over of payments), or a credit (what a credit note could not set against its invoice: no money,
// but it settles invoices and is paid back as a payment is). A payment that settles nothing yet is a deposit.
#pragma once
#include "core/model/entity.h"
#include "core/model/record.h"

namespace crm::modules {

inline const QString paymentKind = QStringLiteral("payment"), refundKind = QStringLiteral("refund"),
                     creditKind = QStringLiteral("credit");

/// What the stored lines give to each record that they refer to: that much is free again while they are changed.
QHash<Id, qint64> amountsBefore(const RuleContext &c, const QString &lines, const char *reference);
/// A payment's lines: invoices of the same client that are issued, none with more than is still due on it, all
/// together not more than was paid. Sets the currency and what the lines come to.
void settleInvoices(RuleContext &c);
/// What the program and a server demand of payments alike (core/model/demands.h). One is not below the least that its
/// method takes, if it is in the company's own currency, which is its client's. Where the office does not want invoices
/// to be paid in part, what it gives to an invoice is all that is still due on it; credits may settle a part.
void demandOfPayments();
/// A refund's lines: payments of the same client, none with more than is left over of it, all together what is paid
/// back. Behind settleInvoices().
void payBack(RuleContext &c);
/// A credit is of its credit note's client, and not more than is left over of that.
void followCreditNote(RuleContext &c);
/// What counts for the client: payments above zero, refunds below, a credit not at all (its credit note counts).
void countReceived(RuleContext &c);
/// What was paid back stays where it was.
void notPaidBack(RuleContext &c);

/// On an invoice: asks for date, amount and method and makes the payment. What is paid too much stays the client's.
Action payInvoiceAction();
/// On a payment: what is left over settles the client's open invoices, those that are due first; where they may not be
/// paid in part, those that it settles in full.
Action spreadPaymentAction();
/// On a payment: a refund of what is left over, or of a part.
Action payBackAction();
/// On a client: a refund of all that is left over, or of a part, the oldest payments first.
Action payBackToClientAction();
/// On a credit note: "Issue", and at once what the invoice cannot take becomes the client's credit.
Action issueCreditAction();
/// On a credit note: what is left over becomes the client's credit.
Action takeCreditAction();

} // namespace crm::modules
