// Letters that remind of unpaid invoices: what the job "payment_letters" writes by the rules of payment_reminders.
//
// For each issued invoice that is still due, each rule whose day has come within the last days, one letter, whoever
// runs the job and however often; of several rules the latest alone. Letters that wait while their invoice is paid,
// cancelled or credited, or while their client wants none, are withdrawn.
#pragma once
#include "core/model/entity.h"
#include "core/work/jobs.h"

namespace crm::modules {

/// How long after a rule's day a letter is still written: an office that switches rules on is not flooded.
inline constexpr int paymentLetterDays = 7;

/// On an invoice: the letter by one of the rules, now. Asked again, it leads to the letter that there is.
Action remindOfPaymentAction();
void declarePaymentLetters(); ///< among the jobs (core/work/jobs.h)
CRM_CORE QString writePaymentLetters(work::JobContext &context);

} // namespace crm::modules
