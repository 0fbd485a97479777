// Kinds of notes.
#include "core/model/registry.h"
#include "core/modules/parts.h"

namespace crm::modules {

void declare_knowledge_note_categories(Registry &registry)
{
    Entity e("note_categories", label("Note category"), label("Note categories"));
    e.area("settings").icon("categories").title("name").dictionary().fields(dictionaryFields());
    e.hint(label("What notes are about: a meeting, a call, an idea."));
    registry.add(e);
}

} // namespace crm::modules
