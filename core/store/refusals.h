// Sentences of what a store refuses, so that a local file and a server say the same.
#pragma once
#include "core/model/error.h"
#include "core/model/field.h"

namespace crm {

class Entity;

namespace refusal {

CRM_CORE Error notFound();
CRM_CORE QString inTrashSentence(const QString &title);
CRM_CORE Error inTrash(const QString &title);
CRM_CORE Error changedMeanwhile(const QString &title);
CRM_CORE Error notInTrash(const QString &title);
CRM_CORE Error mayNotSet(const Field &field);
CRM_CORE Error mayNotCreate(const Entity &entity);
CRM_CORE Error mayNotChange(const QString &title);
CRM_CORE Error mayNotHandOver(const QString &title);
/// The limit of the person's role. @param title empty: of a new record
/// @param title empty: of a new record; @param staff false: of a guest
CRM_CORE Error outsideGroups(const Entity &entity, const QString &title, bool staff);
CRM_CORE Error mayNotDelete(const QString &title);
CRM_CORE Error numberedStays(const QString &title);   ///< an issued document is not deleted
CRM_CORE Error seriesExhausted(const Entity &entity); ///< its next number does not fit
CRM_CORE Error mayNotRestore(const QString &title);
CRM_CORE Error mayNotPurge();
CRM_CORE Error mayNotCheck();
CRM_CORE Error mayNotMerge();
CRM_CORE Error mayNotRunJobs();
CRM_CORE Error mayNotSetPassword();
CRM_CORE Error cancelled();
CRM_CORE Error purgedForGood();
CRM_CORE Error noSuchChange();
CRM_CORE Error noSuchBatch();
CRM_CORE Error unmerged();
CRM_CORE Error partOfMerge();
CRM_CORE Error mergedOn(const QString &title);
CRM_CORE Error undoneAlready();

/// @param line as in FieldFault
CRM_CORE FieldFault brokenReference(const Field &field, const QString &line);
CRM_CORE FieldFault taken(const Field &field);

} // namespace refusal
} // namespace crm
