// Coloured words that can be put on anything.
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/model/text.h"
#include "core/modules/parts.h"

namespace crm::modules {

namespace {
/// The same word twice in one list of choices could not be told apart.
void oneOfAName(RuleContext &c)
{
    const Record &saved = c.after.head();
    for (const Id other : c.read.where("labels", "name", saved.value("name"))) {
        if (other == saved.id())
            continue;
        const auto found = c.read.find("labels", other);
        if (found && found->text("entity") == saved.text("entity"))
            c.refuse("name", label("There is a label of this name already.").text());
    }
}
} // namespace

void declare_settings_labels(Registry &registry)
{
    Entity e("labels", label("Label"), label("Labels"));
    e.area("settings").place(20).icon("labels").title("name").dictionary();
    e.hint(label("Labels are coloured words that you can put on clients, tasks, orders and everything else."));
    e.fields({
        text("name", label("Name", "of a thing"), 60).required().inList().searchable(),
        color("color", label("Colour")).inList(),
        text("entity", label("Only for", "which records a label is for"), 48)
            .inList()
            .help(label("The kind of record that the label is offered for, such as clients. Leave it empty for all.")),
    });
    e.beforeSave(oneOfAName);
    alsoCalled("labels", label("tags, marks", "search words"));
    registry.add(e);
}

} // namespace crm::modules
