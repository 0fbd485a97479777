// Custom fields of a database, as an admin defined them, made into Fields that every engine knows.
#pragma once
#include "core/model/registry.h"
#include <memory>

namespace crm {

/// A living row of `custom_fields`, by column.
using FieldDefinition = QHash<QString, QVariant>;
/// What a server says of a definition beside its columns: 1 where the column of a fast field is there.
inline const QString fastColumnMade = QStringLiteral("fast_column_made");

/// The field that a definition describes; nothing where it is not usable (yet): a choice without choices, a bad key.
/// @param currency of the database, for a default amount
CRM_CORE std::optional<Field> customField(const Record &definition, const QString &currency);

/// The registry's entities with these fields, in this order; what is not usable is left out and logged.
/// @param currency of the database
CRM_CORE std::shared_ptr<const Catalog> makeCatalog(const Registry &registry, const QString &currency,
                                                    const QList<FieldDefinition> &definitions);

} // namespace crm
