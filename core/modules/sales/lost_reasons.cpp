// Why leads do not become clients.
#include "core/model/registry.h"
#include "core/modules/parts.h"

namespace crm::modules {

void declare_sales_lost_reasons(Registry &registry)
{
    Entity e("lost_reasons", label("Reason for losing a lead"), label("Reasons for losing leads"));
    e.area("settings").icon("ban").title("name").dictionary().fields(dictionaryFields());
    e.hint(label("Why leads do not become clients. Whoever marks a lead as lost chooses one of these."));
    registry.add(e);
}

} // namespace crm::modules
