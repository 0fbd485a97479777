// What a company is known by in documents: registration, bank and account, with the check digits of Russian ones.
#pragma once
#include "core/model/entity.h"
#include "core/model/error.h"
#include "core/model/record.h"

namespace crm::modules {

/// KPP, OGRN, bank, BIC, account, correspondent account, under the heading. The INN is the entity's own tax number.
QList<Field> requisiteFields(const Label &heading);
/// Checks them as core/model/requisites.h does, and the tax number of who has any of them. Who has a "country_code"
/// other than RU has numbers of another country, of which the BIC alone is checked (SWIFT, or a Russian bank). Stores
/// them without the spaces that people group digits with.
Rule checkRequisites(const QString &taxNumberField);

} // namespace crm::modules
