#include "app/cli/records.h"

namespace crm::cli {

namespace {
int show(Call &call)
{
    const Entity &entity = call.entity(call.arguments[0]);
    const Id id = findRecord(call, entity, call.arguments[1]);
    const Document document = loadFor(call, entity, id);
    if (call.json())
        call.out.json(toJson(call, document));
    else
        print(call, document);
    return Ok;
}
} // namespace

Command showCommand()
{
    return {.name = "show",
            .summary = Tr::tr("Shows a record with its lines"),
            .arguments = Tr::tr("ENTITY RECORD"),
            .examples = {"show orders ORD-0001", "show clients external_id=ALFKI --json"},
            .least = 2,
            .most = 2,
            .run = show};
}

} // namespace crm::cli
