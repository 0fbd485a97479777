// Files: what is attached to records. The content lives in the store, once per SHA-256; a file record names it.
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/parts.h"
#include <QMimeDatabase>

namespace crm::modules {

namespace {
void typeFromName(RuleContext &c)
{
    if (c.after.head().text("mime").isEmpty() || c.changed("name")) {
        static const QMimeDatabase types;
        c.after.set("mime", types.mimeTypeForFile(c.after.head().text("name"), QMimeDatabase::MatchExtension).name());
    }
}
} // namespace

void declare_knowledge_files(Registry &registry)
{
    Entity e("files", label("File"), label("Files"));
    e.area("knowledge").place(20).icon("files").title("name").attached().presentedAs(Presentation::Files);
    e.hint(label("Files hang on the records they belong to: drop them there. Folders hold those that belong to none."));
    e.fields({
        text("name", label("File name"), 255).required().inList().searchable(),
        text("description", label("Description"), 500).searchable().inList(),
        text("category", label("Category"), 100).indexed(),
        // Computed: given with a new file by whoever stored its content, and never changed by a later save.
        text("mime", label("Type", "of a file"), 120).computed().inList(),
        integer("size", label("Size, bytes")).computed().inList().between(0, std::nullopt),
        text("hash", label("Fingerprint of the content"), 64).computed().hidden(),
        labels("labels", label("Labels")),
    });
    e.beforeSave(typeFromName);
    e.sortedBy("name");
    alsoCalled("files", label("documents, attachments, pictures", "search words"));
    registry.add(e);
}

} // namespace crm::modules
