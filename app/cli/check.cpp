#include "app/cli/call.h"
#include <QJsonArray>

namespace crm::cli {

namespace {
int check(Call &call)
{
    const QStringList faults = call.repository().check(call.progress(Tr::tr("%1 of %2 checks")));
    if (call.json())
        call.out.json({{"ok", faults.isEmpty()}, {"faults", QJsonArray::fromStringList(faults)}});
    else if (faults.isEmpty())
        call.out.line(Tr::tr("No faults found."));
    for (const QString &fault : faults) {
        if (!call.json())
            call.out.line(fault);
    }
    return faults.isEmpty() ? Ok : Damaged;
}
} // namespace

Command checkCommand()
{
    return {.name = "check",
            .summary = Tr::tr("Looks for what must not be in the database"),
            .examples = {"check --json"},
            .run = check};
}

} // namespace crm::cli
