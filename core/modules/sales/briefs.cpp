// Briefs: questions put to clients and to those who may become clients. What they answer are requests.
#include "core/exchange/questions.h"
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/parts.h"
#include "core/modules/question_parts.h"

namespace crm::modules {

void declare_sales_briefs(Registry &registry)
{
    Entity e("briefs", label("Brief"), label("Briefs"));
    e.area("sales").place(12).icon("checklist").title("name").lines("brief_questions", "brief_id");
    e.hint(
        label("A brief asks what you need to know before you can make an offer. Fill it in yourself, or save it as a "
              "page that your client fills in. What is answered becomes a request."));
    const Label page = label("Texts and answers", "of a brief");
    e.fields({
        text("name", label("Name", "of a thing"), 200).required().inList().searchable().unique(),
        yesNo("active", label("In use"))
            .inList()
            .byDefault(true)
            .help(label("One that is not in use takes no answers.")),
        ref("assignee_id", label("Requests go to"), "users")
            .inList()
            .help(label("Empty: whoever takes the answers looks after the request.")),
        yesNo("takes_files", label("Files may be added")),
        memo("intro", label("Text above the questions")).atMost(5000).searchable().group(page),
        memo("thanks", label("Text when all is answered")).atMost(2000).group(page),
        email("send_to", label("Answers are sent to"))
            .group(page)
            .help(label("The page asks to send its file of answers to this address.")),
        externalIdField(),
    });
    e.beforeSave(plainEmail("send_to")).beforeSave(checkQuestions);
    e.view("active", label("In use"), "active = yes", "name");
    e.sortedBy("name");
    asksQuestions("briefs", {.lines = "brief_questions",
                             .into = "requests",
                             .answers = "request_answers",
                             .trail = "brief_id",
                             .open = "active",
                             .intro = "intro",
                             .thanks = "thanks",
                             .sendTo = "send_to",
                             .files = "takes_files"});
    alsoCalled("briefs", label("questionnaires, forms, surveys", "search words"));
    registry.add(e);
}

} // namespace crm::modules
