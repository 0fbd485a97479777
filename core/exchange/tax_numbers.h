// Tax numbers with their check digits, as the countries make them.
#pragma once
#include "core/core_export.h"
#include <QString>

namespace crm {

/// A number with valid check digits: "RU" gives an INN, "DE", "FR", "IT", "PL", "GB", "KZ" their VAT or business
/// number, other countries nine digits.
/// @param digits what the number is made of, at least 11 digits. @param person a Russian sole trader's: 12 digits
CRM_CORE QString taxNumber(const QString &country, const QString &digits, bool person = false);

} // namespace crm
