// What an administrator sets for everybody who works with the database: its name, its colour, which lists it uses.
// One record; should there be several, the oldest counts. Its history is the history of the settings.
#include "core/model/registry.h"

namespace crm::modules {

void declare_settings_office_settings(Registry &registry)
{
    Entity e("office_settings", label("Settings of the office"), label("Settings of the office"));
    e.area("settings").place(5).icon("settings").title("name").dictionary().inMenu(false);
    e.hint(label("What holds for everybody who works with this database."));
    e.fields({
        text("name", label("Name of the office"), 100)
            .inList()
            .help(label("Stands in the title of the window. Empty: the name of the database.")),
        color("accent", label("Accent colour"))
            .help(label("For everybody who has not chosen a colour of their own under Preferences.")),
        text("hidden_lists", label("Lists that are not used"), 4000)
            .help(label("Their keys, separated by commas. The data stays; nothing shows it.")),
    });
    registry.add(e);
}

} // namespace crm::modules
