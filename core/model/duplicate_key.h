// What of a value counts when two records may be the same: of a phone its last ten digits, of an e-mail its letters
// without case, of any other text letters and digits alone, folded ("OOO \"Romashka\"" and "ooo romashka").
#pragma once
#include "core/model/field.h"

namespace crm {

constexpr int phoneDigits = 10;      ///< +7 912 ... and 8 912 ... are the same
constexpr int fewestPhoneDigits = 7; ///< shorter ones are extensions: nothing to compare
constexpr int fewestLetters = 2;     ///< of a text

/// Empty: nothing to compare. The same as the store's SQL says it, see DuplicateSql.
CRM_CORE QString duplicateKey(Kind kind, const QString &text);
// One function of one text for each sort, for SQL.
CRM_CORE QString duplicateKeyOfPhone(const QString &text);
CRM_CORE QString duplicateKeyOfEmail(const QString &text);
CRM_CORE QString duplicateKeyOfText(const QString &text);

} // namespace crm
