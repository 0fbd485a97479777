#include "app/cli/call.h"

namespace crm::cli {

namespace {
int undo(Call &call)
{
    if (call.has("batch") == !call.arguments.isEmpty())
        throw UsageError{Tr::tr("Say what to take back: the number of a change, or --batch ID.")};
    qint64 undone = 1;
    if (call.has("batch")) {
        undone = call.repository().undoBatch(call.number("batch", 0, 1), call.progress(Tr::tr("%1 of %2 changes")));
    } else {
        bool ok = false;
        const qint64 number = call.arguments.first().toLongLong(&ok);
        if (!ok)
            throw UsageError{Tr::tr("“%1” is no number of a change; history shows them.").arg(call.arguments.first())};
        call.repository().undo(number);
    }
    if (call.json())
        call.out.json({{"undone", undone}});
    else
        call.out.line(Tr::tr("Changes taken back: %1.").arg(undone));
    return Ok;
}
} // namespace

Command undoCommand()
{
    return {.name = "undo",
            .summary = Tr::tr("Takes back a change, or a whole import"),
            .arguments = Tr::tr("[CHANGE]"),
            .options = {{"batch", Tr::tr("ID"), Tr::tr("everything that one import, deletion or demo has done")}},
            .examples = {"undo 1234", "undo --batch 974123456789012345"},
            .least = 0,
            .most = 1,
            .run = undo};
}

} // namespace crm::cli
