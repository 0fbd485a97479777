// Comments: the conversation about a record.
#include "core/access/policy.h"
#include "core/model/registry.h"
#include "core/modules/parts.h"

namespace crm::modules {

namespace {
void onARecord(RuleContext &c)
{
    if (c.after.head().ref("parent_id") == 0)
        c.refuse("text", label("A comment belongs to a record: write it there.").text());
}

bool mayTouch(const RuleContext &c)
{
    return c.actor.policy.isAdmin() || c.after.head().ref("author_id") == c.actor.userId;
}

void wordsAreTheAuthors(RuleContext &c)
{
    if (c.isNew()) {
        if (!c.actor.policy.isAdmin() || c.after.head().ref("author_id") == 0)
            c.after.set("author_id", c.actor.userId != 0 ? QVariant(c.actor.userId) : QVariant());
    } else if (c.changed("author_id")) {
        c.after.set("author_id", c.before->value("author_id"));
    }
    if (!c.isNew() && c.changed("text") && !mayTouch(c))
        c.refuse("text", label("Only its author may change a comment.").text());
}

void deletedByItsAuthor(RuleContext &c)
{
    if (!mayTouch(c))
        c.refuse({}, label("Only its author may delete a comment.").text());
}
} // namespace

void declare_knowledge_comments(Registry &registry)
{
    Entity e("comments", label("Comment"), label("Comments"));
    e.area("knowledge").icon("comment").title("text").attached().presentedAs(Presentation::Thread).inMenu(false);
    e.hint(label("Nobody has said anything yet. Write the first comment."));
    e.fields({
        memo("text", label("Comment")).required().searchable().inList().atMost(20'000),
        ref("author_id", label("Author"), "users").inList(),
        yesNo("pinned", label("Pinned", "a comment")),
    });
    e.attachments({"files"});
    e.beforeSave(onARecord).beforeSave(wordsAreTheAuthors).beforeDelete(deletedByItsAuthor);
    registry.add(e);
}

} // namespace crm::modules
