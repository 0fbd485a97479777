// Saved views: how a person looks at a list (filter, sort, columns, groups, colours), under a name.
#include "core/model/demands.h"
#include "core/model/registry.h"
#include "core/modules/parts.h"
#include <QJsonDocument>

namespace crm::modules {

namespace {
void queryIsJson(RuleContext &c)
{
    const QString query = c.after.head().text("query");
    if (!query.isEmpty() && !QJsonDocument::fromJson(query.toUtf8()).isObject())
        c.refuse("query", label("The view cannot be read: it must be a JSON object.").text());
}
} // namespace

void declare_settings_saved_views(Registry &registry)
{
    Entity e("saved_views", label("Saved view"), label("Saved views"));
    e.area("settings").icon("view").title("name").inMenu(false).notMerged();
    e.fields({
        text("name", label("Name", "of a thing"), 100).required().inList().searchable(),
        entityChoice("entity", label("List", "which list a view belongs to")).required().inList(),
        memo("query", label("Query")).required().hidden(),
        yesNo("shared", label("Everybody sees it")).inList(),
        ref("role_id", label("People of this role see it first"), "roles").pickFromList(),
        ref("owner_id", label("Owner", "who looks after a record"), "users").inList(),
        integer("position", label("Position")).hidden().byDefault(QVariant(0)),
        color("color", label("Colour")),
    });
    e.beforeSave(queryIsJson);
    // Everybody reads views, so that they can be shared; each is changed by its owner.
    changedOnlyBy(e, "owner_id", {}, label("Only its owner may change a saved view. Save it under a name of your own."),
                  label("Only its owner may delete a saved view."));
    // What all people of a role find when they open a list is not for one of them to decide.
    demands(
        "saved_views",
        {.byAdmins = {{.field = "role_id",
                       .words = label("Only an administrator may say which view the people of a role see first.")}}});
    e.sortedBy("entity, position, name");
    registry.add(e);
}

} // namespace crm::modules
