// The questions of a brief, in the order in which they are asked.
#include "core/model/registry.h"
#include "core/modules/question_parts.h"

namespace crm::modules {

void declare_sales_brief_questions(Registry &registry)
{
    Entity e("brief_questions", label("Question"), label("Questions"));
    e.title("question").lineOf("briefs", "brief_id");
    e.fields(questionFields());
    registry.add(e);
}

} // namespace crm::modules
