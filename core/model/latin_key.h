// Words as the keys that the program makes of them: "Due date" becomes "due_date". Pure, for every
// thread.
#pragma once
#include "core/core_export.h"
#include <QString>

namespace crm {

/// Folded; Latin letters and digits stay, Cyrillic ones are spelt in Latin (the spelling of foreign passports, ICAO Doc
/// 9303, as Russia has it since 2014), all else becomes one underscore. None in
/// front and none at the end; it may begin with a digit, and is empty if nothing of the word can be written so.
CRM_CORE QString latinKey(const QString &word);

} // namespace crm
