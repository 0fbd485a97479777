// Custom fields of a database, as an admin defined them, made into Fields that every engine knows.
#pragma once
#include "core/model/registry.h"
#include <memory>

namespace crm {

/// A living row of `custom_fields`, by column.
using FieldDefinition = QHash<QString, QVariant>;

/// The registry's entities with these fields, in this order; what is not usable is left out and logged.
/// @param currency of the database
CRM_CORE std::shared_ptr<const Catalog> makeCatalog(const Registry &registry, const QString &currency,
                                                    const QList<FieldDefinition> &definitions);

} // namespace crm
