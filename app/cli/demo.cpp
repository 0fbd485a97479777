#include "core/exchange/demo.h"
#include "app/cli/call.h"
#include "core/extend/extensions.h"
#include "core/store/local_store.h"
#include <QFileInfo>

namespace crm::cli {

namespace {
qint64 wholeNumber(Call &call, const char *option, qint64 standard)
{
    const QString text = call.value(option);
    bool ok = true;
    const qint64 value = text.isEmpty() ? standard : text.toLongLong(&ok);
    if (!ok || value < 0 || value > 1'000'000)
        throw UsageError{Tr::tr("--%1 takes a whole number up to 1000000, not “%2”.").arg(QLatin1String(option), text)};
    return value;
}

int demo(Call &call)
{
    DemoOptions options;
    options.size = wholeNumber(call, "size", options.size);
    options.seed = quint32(wholeNumber(call, "seed", options.seed));
    options.language = call.value("language", options.language);
    if (!QFileInfo::exists(call.databasePath())) {
        Setup setup;
        setup.adminLogin = QStringLiteral("admin");
        setup.language = options.language;
        createLocal(call.databasePath(), registry(), setup);
    } else if (!call.repository().actor().policy.isAdmin()) {
        throw Error(ErrorKind::Denied, Tr::tr("Only an administrator may add demo data."));
    }
    // As the program itself: the demo has records of many owners, and leads that were converted long ago.
    const auto repository = openLocalAsSystem(call.databasePath(), registry());
    const DemoResult result = generateDemo(*repository, options, call.progress(Tr::tr("%1 of %2 records")));
    if (call.json())
        call.out.json({{"records", result.records}, {"batch", QString::number(result.batch)}});
    else
        call.out.line(
            Tr::tr("Made %1 records. “undo --batch %2” takes them back.").arg(result.records).arg(result.batch));
    return Ok;
}
} // namespace

Command demoCommand()
{
    return {.name = "demo",
            .summary =
                Tr::tr("Fills the database with demo data, the same for the same seed; makes the file if need be"),
            .options = {{"size", Tr::tr("N"), Tr::tr("clients, up to 1000000 (200)")},
                        {"seed", Tr::tr("N"), Tr::tr("other data for another number (1)")},
                        {"language", "en|ru", Tr::tr("of items, tasks, notes (ru)")}},
            .examples = {"demo --size 2000 --seed 7"},
            .target = Command::File,
            .run = demo};
}

} // namespace crm::cli
