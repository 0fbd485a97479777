// The saving procedures of one entity; private to the generators of writing procedures.
#pragma once
#include "core/store/server/server_write_fields.h"

namespace crm {

/// save__<entity>: a document or, for lines, one line of a document.
QString saveRoutine(const RoutineText &text, const Entity &entity);
QStringList saveLineRoutines(const RoutineText &text, const Entity &entity);
/// What the saving procedures share: custom fields, audit of restricted fields.
QStringList sharedSaveRoutines(const RoutineText &text);

/// What follows a written record of the people's tables: levels, reach, an administrator remains.
QString followPeople(const Entity &entity, const QString &id);
/// INSERT INTO changes. @param op as ChangeOp
QString logChange(const Entity &entity, const QString &parent, const QString &id, const QString &op,
                  const QString &version, const QString &before, const QString &after, const QString &fields);
/// save_custom: custom fields by key, by their definitions.
QString saveCustomRoutine(const RoutineText &text);
/// Which keys an operation may have, so that a mistyped one is not passed over.
QString knownKeys(const QString &json, const Entity &entity, const QStringList &keys);
extern const QString saveVariables; ///< what saving a document and saving a line declare alike
extern const QString readId;        ///< %1 the JSON, %2 what refuses it
inline const QString noFields = QStringLiteral("NULL,NULL,NULL");

} // namespace crm
