// Leads on their way: the stages of a pipeline, what follows from a stage, and why one was lost.
//
// A stage or a lead that names no pipeline, as those of an older database, belongs to the first one.
#pragma once
#include "core/model/entity.h"
#include "core/model/record.h"

namespace crm::modules {

inline const QString stageOpen = QStringLiteral("open"), stageWon = QStringLiteral("won"),
                     stageLost = QStringLiteral("lost");

/// A moment that a rule keeps: nobody writes it but the program itself, which brings it along with demo data.
QVariant keptMoment(const RuleContext &c, const char *field);
/// The pipeline of a lead or of a stage; 0 while there are none.
Id pipelineOf(Reader &read, const Record &leadOrStage);
/// The first stage of the pipeline, by position. @param kind what it must mean ("won"); empty: open ones first
Id firstStage(Reader &read, Id pipeline, const QString &kind = {});

/// Pipeline, stage, amounts, dates and reasons of a lead, under the heading "Deal".
QList<Field> dealFields();
/// The rules of the above.
void movesAlongStages(Entity &leads);
/// "Mark as lost", with the reason.
Action loseLead();

/// Rules of a stage: a pipeline, a probability that fits its meaning; it stays where leads stand on it.
void isStage(Entity &statuses);

} // namespace crm::modules
