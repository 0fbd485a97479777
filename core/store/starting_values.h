// What a record that a person begins starts with, see core/model/starting_values.h.
//
//     startWithMarked(repository, document);      // what is empty and starts with something
//
// Throw what the repository throws. Thread: the repository's; hasStartingValues() any.
#pragma once
#include "core/core_export.h"
#include <QVariant>

namespace crm {

class Document;
class Entity;
class Repository;

/// Whether anything may come of it: nothing need be asked otherwise.
CRM_CORE bool hasStartingValues(const Entity &entity);
/// By field; what nobody has marked, and what the person may not see, is left out.
CRM_CORE QVariantMap startingValues(Repository &repository, const Entity &entity);
/// Fills in what is empty.
CRM_CORE void startWithMarked(Repository &repository, Document &fresh);

} // namespace crm
