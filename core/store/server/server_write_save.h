// The saving procedures of one entity; private to the generators of writing procedures.
#pragma once
#include "core/store/server/server_write_fields.h"

namespace crm {

/// save__<entity>: a document or, for lines, one line of a document.
QString saveRoutine(const RoutineText &text, const Entity &entity);
QStringList saveLineRoutines(const RoutineText &text, const Entity &entity);
/// plain__<entity>: all lines of a document that were given, in a few statements, if nothing is wrong with any of them;
/// else it does nothing, says so, and save__<entity> is asked line by line.
QString savePlainLinesRoutine(const RoutineText &text, const Entity &entity);
bool canSavePlainLines(const Entity &entity);
/// What the saving procedures share: custom fields, audit of restricted fields.
QStringList sharedSaveRoutines(const RoutineText &text);

/// What follows a written record of the people's tables: levels, reach, an administrator remains.
QString followPeople(const RoutineText &text, const Entity &entity, const QString &id);
/// A row of `changes`, each part as SQL.
struct ChangeRow
{
    QString entity, parent, id;
    QString op; ///< as ChangeOp
    QString version, before, after;
    QString fields;                          ///< three values, by class
    QString number = QStringLiteral("NULL"); ///< given last, under the head's lock: see number_changes
};
/// INSERT INTO changes.
QString logChange(const ChangeRow &change);
/// What a save hands out for its log, which operate() or write() writes: l_parent is NULL where nothing changed.
inline const QString logParameters =
    QStringLiteral("OUT l_parent VARCHAR(48) {text}, OUT l_before BIGINT, OUT l_all LONGTEXT {text}, OUT l_internal "
                   "LONGTEXT {text}, OUT l_restricted LONGTEXT {text}");
inline const QString logVariables =
    QStringLiteral("DECLARE l_parent VARCHAR(48) {text}; DECLARE l_before BIGINT; DECLARE l_all, l_internal, "
                   "l_restricted LONGTEXT {text};\n");
inline const QString logArguments = QStringLiteral("l_parent,l_before,l_all,l_internal,l_restricted");
inline const QString logFields = QStringLiteral("l_all,l_internal,l_restricted");
/// save_custom: custom fields by key, by their definitions.
QString saveCustomRoutine(const RoutineText &text);
extern const QString saveVariables; ///< what saving a document and saving a line declare alike
inline const QString noFields = QStringLiteral("NULL,NULL,NULL");

} // namespace crm
