// Records that ask questions, such as a brief: their lines become the fields of a form, and what is answered becomes a
// record of another kind with a line for each answer. Declared beside the entity:
//
//     asksQuestions("briefs", {.lines = "brief_questions", .into = "requests", .answers = "request_answers",
//                              .trail = "brief_id"});
//
// The texts of questions and answers are copied, so that a brief that is changed later leaves old requests alone. Which
// fields these lines and records have is said by core/modules/question_parts.h.
#pragma once
#include "core/model/entity.h"
#include "core/model/error.h"
#include "core/model/record.h"
#include <QLocale>

namespace crm {

/// Which entities ask and take.
struct Questionnaire
{
    QString lines;       ///< the line table with the questions
    QString into;        ///< the entity that is made of answers
    QString answers;     ///< its line table
    QString trail;       ///< its reference to the record that asked
    QString open = {};   ///< yes/no of the record that asks: no, and it takes no answers
    QString intro = {};  ///< a text above the questions
    QString thanks = {}; ///< a text when all is answered
    QString sendTo = {}; ///< the e-mail address that a page asks to send its answers to
    QString files = {};  ///< yes/no: files may be added
    bool isSet() const { return !lines.isEmpty(); }
};
/// Before the registry is sealed; declaring an entity anew replaces what was said before.
CRM_CORE void asksQuestions(const QString &entity, const Questionnaire &how);
CRM_CORE Questionnaire questionnaireOf(const QString &entity); ///< not set: it asks nothing
/// The entity that asks what ends as records of this one; empty: none.
CRM_CORE QString asksFor(const QString &into);

/// One question as a field of a form.
struct Question
{
    QString key;          ///< the id of its line: what files of answers name it by
    Field field;          ///< of the key "q" + id; the heading above it is its group
    QString meaning;      ///< what the answer tells of who gives it ("email"); empty: nothing
    int onlyIf = -1;      ///< the question it depends on; -1: it is always asked
    QVariantList answers; ///< canonical answers of that one which make it asked; none: any answer but "no"
};
using Questions = QList<Question>;

/// The questions of a stored record, in order. Headings have become groups.
CRM_CORE Questions questionsOf(const Document &asker);
/// What a person who writes questions has to mend: faults of lines. Rule of the entity that asks.
CRM_CORE QList<FieldFault> questionFaults(const Document &asker);

/// Answers in the order of the questions, canonical; null: none.
using AnswerValues = QVariantList;
CRM_CORE bool isAsked(const Questions &questions, const AnswerValues &values, int index);
/// What is missing or wrong, by the keys of the fields; what is not asked is never wrong.
CRM_CORE QList<FieldFault> answerFaults(const Questions &questions, const AnswerValues &values);

} // namespace crm
