// What was answered to a brief. Questions are copies: the brief may ask something else by now.
#include "core/model/registry.h"
#include "core/modules/question_parts.h"

namespace crm::modules {

void declare_sales_request_answers(Registry &registry)
{
    Entity e("request_answers", label("Answer"), label("Answers"));
    e.title("question").lineOf("requests", "request_id");
    e.fields(answerFields());
    registry.add(e);
}

} // namespace crm::modules
