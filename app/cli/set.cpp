#include "app/cli/records.h"

namespace crm::cli {

namespace {
int set(Call &call)
{
    const Entity &entity = call.entity(call.arguments[0]);
    const Id id = findRecord(call, entity, call.arguments[1]);
    Document document = loadFor(call, entity, id);
    Record &record = recordIn(document, entity, id);
    const qint64 seen = call.number("at-version", record.version());
    if (seen != record.version()) {
        throw Error(ErrorKind::Conflict, Tr::tr("The record has been changed meanwhile: it is at version %1, not %2.")
                                             .arg(record.version())
                                             .arg(seen));
    }
    Assignments(call, entity, call.arguments.mid(2)).apply(record, currencyOf(call, document.head()));
    const Saved saved = call.repository().save(document, SaveKey::fresh());
    if (call.json())
        call.out.json(toJson(call, saved.document));
    else if (saved.change == 0)
        call.out.line(Tr::tr("Nothing has changed."));
    else
        call.out.line(Tr::tr("Changed. To take it back: undo %1").arg(saved.change));
    return Ok;
}
} // namespace

Command setCommand()
{
    return {.name = "set",
            .summary = Tr::tr("Changes fields of a record, or of a line"),
            .arguments = Tr::tr("ENTITY RECORD FIELD=VALUE..."),
            .options = {{"at-version", "N", Tr::tr("refuses if the record is not at this version any more")}},
            .examples = {"set clients \"Roses Ltd\" phone=\"+49 30 123456\" owner_id=anna",
                         "set order_lines 974123456789012345 quantity=3"},
            .least = 3,
            .most = -1,
            .run = set};
}

} // namespace crm::cli
