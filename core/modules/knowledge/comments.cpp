// Comments: the conversation about a record.
#include "core/model/registry.h"
#include "core/modules/parts.h"

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
        memo("text", label("Comment")).required().searchable().inList().atMost(20'000),
        ref("author_id", label("Author"), "users").inList(),
        yesNo("pinned", label("Pinned", "a comment")),
    });
    e.attachments({"files"});
    e.beforeSave(onARecord);
    changedOnlyBy(e, "author_id", {"text"}, label("Only its author may change a comment."),
                  label("Only its author may delete a comment."));
    registry.add(e);
}

} // namespace crm::modules
