#include "core/model/action_questions.h"
#include "core/model/beside_entity.h"
#include "core/model/entity.h"
#include "core/model/record.h"

namespace crm {

namespace {
using Question = std::function<ActionQuestion(const Record &)>;

/// By "entity/action".
BesideEntity<Question> &questions()
{
    static BesideEntity<Question> all;
    return all;
}
} // namespace

void asksBefore(const QString &entity, const QString &action,
                const std::function<ActionQuestion(const Record &)> &question)
{
    questions().set(entity + u'/' + action, question);
}

ActionQuestion questionBefore(const QString &action, const Record &record)
{
    const Question question = record.isNull() ? Question() : questions().of(record.entity().key() + u'/' + action);
    return question ? question(record) : ActionQuestion();
}

} // namespace crm
