// What a person has arranged for themselves: columns and sort of lists, shortcuts, favourites, cards of the dashboard.
// It follows them to every computer. One record a person, written by the window (ui/shell/own_settings.h).
#include "core/model/registry.h"
#include "core/modules/parts.h"
#include <QJsonDocument>

namespace crm::modules {

namespace {
void valueIsJson(RuleContext &c)
{
    const QString value = c.after.head().text("value");
    if (!value.isEmpty() && !QJsonDocument::fromJson(value.toUtf8()).isObject())
        c.refuse("value", label("The settings cannot be read: they must be a JSON object.").text());
}
} // namespace

void declare_settings_own_settings(Registry &registry)
{
    Entity e("own_settings", label("Own settings"), label("Own settings"));
    e.area("settings").icon("settings").title("name").inMenu(false).notMerged().privateTo("owner_id");
    e.hint(label("How you have arranged the program. Nobody else can see it."));
    e.fields({
        text("name", label("Name", "of a thing"), 100).required().inList(),
        memo("value", label("Value")).hidden(),
        ref("owner_id", label("Owner", "who looks after a record"), "users").hidden(),
    });
    e.beforeSave(ownedByCreator("owner_id")).beforeSave(valueIsJson);
    e.sortedBy("name");
    registry.add(e);
}

} // namespace crm::modules
