// Custom fields of a database, as an admin defined them, made into Fields that every engine knows.
#pragma once
#include "core/model/registry.h"
#include <memory>

namespace crm {

class Policy;
class Repository;

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
                                                    const QList<FieldDefinition> &all);

/// Choices that a custom field is to get beside those that it has.
struct MoreChoices
{
    QString entity, field;
    QList<Choice> choices;
};

/// Definitions of custom fields are records, and some may change them.
CRM_CORE bool mayAddChoices(const Catalog &catalog, const Policy &policy);
/// Whether a definition can hold the word as the label of a choice: written down it must be read as the same.
CRM_CORE bool canBeChoice(const QString &label);
/// A choice of this label, with a key that none of the others has.
CRM_CORE Choice choiceCalled(const QString &label, const QList<Choice> &others);
/// The catalog as it will be when the definitions have been saved with these choices.
CRM_CORE std::shared_ptr<const Catalog> withChoices(const Catalog &catalog, const QList<MoreChoices> &more);
/// The definitions with these choices, to be saved. Throws Error(NotFound) where a field has gone meanwhile. Thread:
/// the repository's.
CRM_CORE QList<Document> definitionsWithChoices(Repository &repository, const QList<MoreChoices> &more);

} // namespace crm
