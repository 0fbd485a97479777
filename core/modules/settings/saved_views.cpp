// Saved views: a person's filter, sort and columns of a list, under a name.
#include "core/access/policy.h"
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
/// Everybody reads views, so that they can be shared; each is changed by its owner.
bool isTheirs(const RuleContext &c)
{
    const Record &was = c.before ? c.before->head() : c.after.head();
    return c.isNew() || c.actor.policy.isAdmin() || was.ref("owner_id") == c.actor.userId;
}

void changedByItsOwner(RuleContext &c)
{
    if (!isTheirs(c))
        c.refuse({}, label("Only its owner may change a saved view. Save it under a name of your own.").text());
}

void deletedByItsOwner(RuleContext &c)
{
    if (!isTheirs(c))
        c.refuse({}, label("Only its owner may delete a saved view.").text());
}
} // namespace

void declare_settings_saved_views(Registry &registry)
{
    Entity e("saved_views", label("Saved view"), label("Saved views"));
    e.area("settings").icon("view").title("name").inMenu(false);
    e.fields({
        text("name", label("Name", "of a thing"), 100).required().inList().searchable(),
        entityChoice("entity", label("List", "which list a view belongs to")).required().inList(),
        memo("query", label("Query")).required().hidden(),
        yesNo("shared", label("Everybody sees it")).inList(),
        ref("owner_id", label("Owner", "who looks after a record"), "users").inList(),
        integer("position", label("Position")).hidden().byDefault(QVariant(0)),
        color("color", label("Colour")),
    });
    e.beforeSave(ownedByCreator("owner_id"))
        .beforeSave(queryIsJson)
        .beforeSave(changedByItsOwner)
        .beforeDelete(deletedByItsOwner);
    e.sortedBy("entity, position, name");
    registry.add(e);
}

} // namespace crm::modules
