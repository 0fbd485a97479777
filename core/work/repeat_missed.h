// What a template has missed: when it waits for a decision, and what the decision does. Not part of what others see.
#pragma once
#include "core/work/repeat_series.h"

namespace crm::work {

inline constexpr int mostAtOnce = 31; ///< of one template, in one go

/// How many dates are made up for without asking.
int catchUpLimit(Reader &read);
int catchUpLimit(Repository &repository);
/// A rule behind the one that finds the next date: more dates than that wait, and go on waiting until all of them are
/// settled.
void noteMissed(RuleContext &c, const Recurring &how, bool countedAnew);
/// "Make the missed" and "Skip the missed". @param makeNext makes the record of the next date and takes the template
/// one step on, inside the action's transaction
void addDecisions(Entity &entity, const Recurring &how, const std::function<void(ActionContext &)> &makeNext);

} // namespace crm::work
