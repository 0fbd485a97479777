#include "core/model/action_questions.h"
#include "core/model/entity.h"
#include "core/model/record.h"
#include <QMutex>

namespace crm {

namespace {
struct Questions
{
    QMutex mutex;
    QHash<QPair<QString, QString>, std::function<ActionQuestion(const Record &)>> all;
};

Questions &questions()
{
    static Questions all;
    return all;
}
} // namespace

void asksBefore(const QString &entity, const QString &action,
                const std::function<ActionQuestion(const Record &)> &question)
{
    QMutexLocker lock(&questions().mutex);
    questions().all.insert({entity, action}, question);
}

ActionQuestion questionBefore(const QString &action, const Record &record)
{
    std::function<ActionQuestion(const Record &)> question;
    if (!record.isNull()) {
        QMutexLocker lock(&questions().mutex);
        question = questions().all.value({record.entity().key(), action});
    }
    return question ? question(record) : ActionQuestion();
}

} // namespace crm
