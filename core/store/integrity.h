// Looks for what must never be in a database: broken pages, dangling references, lost lines, wrong totals.
#pragma once
#include "core/model/registry.h"
#include "core/store/database.h"
#include "core/store/repository.h"

namespace crm {

/// Faults in words, at most a hundred; empty: all is well. Reads only. @param progress over the entities.
CRM_CORE QStringList findFaults(Database &db, const Catalog &catalog, const Progress &progress);

/// Runs the rules over a stored document again: totals must come out as they are stored. Documents with lines only.
CRM_CORE QStringList computedFaults(const Document &stored, Reader &reader);
/// Sums that the database keeps of the entity's rows, added up again. @param nameOf the table or view of an entity
CRM_CORE QStringList sumFaults(Database &db, const Registry &registry, const Entity &source,
                               const std::function<QString(const Entity &)> &nameOf);
/// Whether computedFaults() has anything to say about documents of the entity.
CRM_CORE bool hasTotals(const Entity &entity);

} // namespace crm
