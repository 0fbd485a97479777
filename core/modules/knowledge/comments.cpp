// Comments: the conversation about a record. Who is called by name in one finds it among those that mention them.
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/mention_parts.h"
#include "core/modules/parts.h"
#include "core/modules/subject_parts.h"

namespace crm::modules {

namespace {
void onARecord(RuleContext &c)
{
    if (c.after.head().ref("parent_id") == 0)
        c.refuse("text", label("A comment belongs to a record: write it there.").text());
}
} // namespace

void declare_knowledge_comments(Registry &registry)
{
    Entity e("comments", label("Comment"), label("Comments"));
    e.area("knowledge")
        .icon("comment")
        .title("text")
        .attached()
        .presentedAs(Presentation::Thread)
        .inMenu(false)
        .notMerged();
    e.hint(label("Nobody has said anything yet. Write the first comment."));
    e.fields({
        memo("text", label("Comment"))
            .required()
            .searchable()
            .inList()
            .atMost(20'000)
            .help(
                label("Markdown. @ and the first letters of a name, or a login, call a colleague, who is told at once "
                      "if they may see the record.")),
        ref("author_id", label("Author"), "users").inList(),
        yesNo("pinned", label("Pinned", "a comment")),
        refList("mentions", label("Mentions", "people in a comment"), "users")
            .computed()
            .help(label("Who is called by name in the text. The program fills it in.")),
    });
    e.attachments({"files"});
    e.beforeSave(onARecord);
    callsPeople(e, "text", "mentions", registry);
    e.action(openSubject(label("Open what it is about")));
    e.view("mentions_me", label("Mention me", "comments"), "mentions = me", "-id");
    e.view("mine", label("Written by me", "comments"), "author_id = me", "-id");
    e.sortedBy("-id");
    changedOnlyBy(e, "author_id", {"text", "mentions"}, label("Only its author may change a comment."),
                  label("Only its author may delete a comment."));
    alsoCalled("comments", label("discussion, chat, messages", "search words"));
    registry.add(e);
}

} // namespace crm::modules
