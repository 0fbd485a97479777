// Notes: free text, alone or hanging on any record.
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/parts.h"

namespace crm::modules {

void declare_knowledge_notes(Registry &registry)
{
    Entity e("notes", label("Note"), label("Notes"));
    e.area("knowledge").place(10).icon("notes").title("title").attached();
    e.hint(label("Notes keep what was said and thought. Those that hang on a client or another record are seen by "
                 "whoever sees the record; others by you alone."));
    e.fields({
        text("title", label("Title"), 250).required().inList().searchable(),
        ref("category_id", label("Category"), "note_categories").inList().pickFromList(),
        labels("labels", label("Labels")).inList(),
        color("color", label("Colour")),
        yesNo("pinned", label("Pinned", "a note")).inList(),
        memo("text", label("Text", "of a note")).searchable(),
    });
    e.attachments({"reminders", "comments", "files"});
    e.view("pinned", label("Pinned", "notes"), "pinned = yes", "title");
    e.sortedBy("-pinned, title");
    alsoCalled("notes", label("memos, remarks", "search words"));
    registry.add(e);
}

} // namespace crm::modules
