// Fields and rules that several declarations share.
#pragma once
#include "core/model/entity.h"
#include "core/model/error.h"
#include "core/model/record.h"

namespace crm::modules {

/// Street, city, region, postal code and country, under the heading "Address".
QList<Field> addressFields();
/// A pick list of the currencies that the program offers; empty: the base currency.
Field currencyField();
/// The id in the system that a record was imported from: what an import matches by.
Field externalIdField();
/// Name, colour: what every dictionary row has.
QList<Field> dictionaryFields();
/// What the program takes a status for, whatever its name is: one of these kinds, the first of them unless it is said.
Field statusMeaning(const QList<Choice> &kinds);

/// A new record without one belongs to the person who makes it.
Rule ownedByCreator(const QString &field);
/// An empty reference gets the first row of the dictionary.
Rule firstByDefault(const QString &field, const QString &dictionary);
/// Lower case without spaces around it, so that one address is not kept in two spellings.
Rule plainEmail(const QString &field);
/// Refuses a parent that is the record itself or lies below it.
Rule noCycle(const QString &parentField, const Label &sentence);
/// A new record with a client and without a contact gets the client's primary one. In front of contactOfClient().
Rule primaryContactByDefault(const QString &contactField, const QString &clientField);
/// Refuses a reference to a contact of another client.
Rule contactOfClient(const QString &contactField, const QString &clientField);

/// Entity::changedOnlyBy() with the rules that say it in words. @param change, remove the sentences of refusal
void changedOnlyBy(Entity &entity, const QString &person, const QStringList &fields, const Label &change,
                   const Label &remove);
/// An action that sets `status`. @param asked fields of the record that are asked for and set along with it
Action statusStep(const char *key, const Label &name, const char *icon, std::function<bool(const Record &)> available,
                  const QString &to, const QList<Field> &asked = {});
/// "Anna Petrova" from its parts.
QString fullName(const QString &first, const QString &last);

} // namespace crm::modules
