// What a role may do with one kind of record.
#include "core/model/registry.h"

namespace crm::modules {

namespace {
Field level(const char *key, const Label &l)
{
    return choice(key, l,
                  {{"none", label("Nothing", "level of a right"), "gray"},
                   {"own", label("Own", "level of a right: one's own records"), "blue"},
                   {"team", label("Of the team", "level of a right: the team's records"), "orange"},
                   {"all", label("All", "level of a right: all records"), "green"}})
        .required()
        .byDefault(QString("none"));
}
} // namespace

void declare_people_role_rights(Registry &registry)
{
    Entity e("role_rights", label("Right"), label("Rights"));
    e.lineOf("roles", "role_id");
    e.fields({
        entityChoice("entity", label("Records", "which kind a right is about"),
                     {{"*", label("All others", "kinds of record")}})
            .required(),
        level("can_read", label("See", "a right")),
        level("can_create", label("Add", "a right")),
        level("can_update", label("Change", "a right")),
        level("can_delete", label("Delete", "a right")),
        level("can_export", label("Export", "a right")),
    });
    registry.add(e);
}

} // namespace crm::modules
