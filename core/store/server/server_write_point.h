// What points to a record is turned to another, and back: the part of a merge that rewrites the office's pointers;
// private to the generators of writing procedures.
#pragma once
#include "core/store/merge.h"
#include "core/store/server/routine_text.h"

namespace crm {

/// point__<entity>: turns the pointers to its records, and the divisions that follow from them.
QString pointRoutine(const RoutineText &text, const Entity &entity, const QList<MergePointer> &pointers);
/// point_custom, and custom__<entity> that it calls: custom fields that link to a record. Nothing without such fields.
QStringList pointCustomRoutines(const RoutineText &text);

/// Who merges, as the arguments of these procedures.
inline const QString pointWhoArguments = QStringLiteral("p_me,p_name,p_now,p_batch");
/// Assignments of a row that a merge has changed.
inline const QString touchedByMerge = QStringLiteral("version=version+1, changed_at=p_now, changed_by=p_me");
/// SQL: whether a list `[1,2,3]` has the id.
QString listHas(const QString &list, const QString &id);
/// SQL inside a CONCAT: a former and a new value as the log of changes has them.
QString loggedPair(const QString &before, const QString &after);

} // namespace crm
