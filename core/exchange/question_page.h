// A page for a browser that asks what a record asks (core/exchange/questions.h), in one file without anything from
// elsewhere: it shows and hides questions, says what is missing, keeps what is typed, and writes a file of answers that
// core/exchange/answers.h reads. Nothing is sent anywhere.
#pragma once
#include "core/exchange/questions.h"
#include <QLocale>

namespace crm {

/// @param locale its language and the direction of its letters. Throws Validation when nothing is asked.
CRM_CORE QString questionPage(const Document &asker, const QLocale &locale);
/// Fit for the name of a file: what the record is called.
CRM_CORE QString questionFileName(const Document &asker);

} // namespace crm
