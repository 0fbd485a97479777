// Countries by the two letters of ISO 3166-1, which electronic documents name them by.
//
//     countryCode("Germany"); countryCode("Deutschland"); countryCode("de");     // "DE"
//
// Names are those of Qt's tables: in English and in the languages that are spoken in the country; case does not
// matter. Pure; any thread.
#pragma once
#include "core/core_export.h"
#include <QString>

namespace crm {

CRM_CORE bool isCountryCode(const QString &code); ///< in capital letters
/// Of a code or a name; empty: it is not known.
CRM_CORE QString countryCode(const QString &text);

} // namespace crm
