// The fields of questions and of what is answered to them, which core/exchange/questions.h reads and fills.
#pragma once
#include "core/model/entity.h"

namespace crm::modules {

/// A question of a brief: its text, kind, what can be chosen, when it is asked, what its answer tells.
QList<Field> questionFields();
/// A question and its answer, as they stood then.
QList<Field> answerFields();
/// Of the record that answers become: when they were given, what keeps them from being taken twice.
QList<Field> takenFields();
/// Refuses questions that cannot be asked.
void checkQuestions(RuleContext &c);

/// What answers of this meaning say, in order, with ", " between; empty: nobody has said so.
QString answerOf(const Document &taken, const QString &lines, const QString &meaning);
/// All questions and answers as Markdown, for notes and descriptions.
QString answersAsText(const Document &taken, const QString &lines);

} // namespace crm::modules
