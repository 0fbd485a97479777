#include "app/cli/call.h"
#include "app/cli/sign_in.h"
#include "core/extend/extensions.h"
#include "core/model/money.h"
#include "core/store/local_store.h"
#include <QDir>

namespace crm::cli {

namespace {
int init(Call &call)
{
    Setup setup;
    setup.adminLogin = call.value("admin", QStringLiteral("admin"));
    setup.adminName = call.value("name");
    setup.baseCurrency = call.value("currency", setup.baseCurrency).toUpper();
    setup.language =
        call.value("language", QLocale().language() == QLocale::Russian ? QStringLiteral("ru") : QStringLiteral("en"));
    if (setup.language != u"ru" && setup.language != u"en")
        throw UsageError{Tr::tr("The first rows can be in en or ru, not “%1”.").arg(setup.language)};
    if (!Money::knownCurrencies().contains(setup.baseCurrency))
        throw UsageError{
            Tr::tr("“%1” is no currency. Write its three-letter code, for example EUR.").arg(setup.baseCurrency)};
    if (call.globals().passwordOnStdin)
        setup.adminPassword = secretFromStdin(Tr::tr("Password of the administrator: "));
    createLocal(call.databasePath(), registry(), setup);
    const bool open = setup.adminPassword.isEmpty();
    if (call.json()) {
        call.out.json({{"created", call.databasePath()},
                       {"admin", setup.adminLogin},
                       {"password", !open},
                       {"currency", setup.baseCurrency},
                       {"language", setup.language}});
        return Ok;
    }
    call.out.line(Tr::tr("Created %1 with the administrator %2.")
                      .arg(QDir::toNativeSeparators(call.databasePath()), setup.adminLogin));
    call.out.line(open ? Tr::tr("There is no password: whoever has the file may open it.")
                       : Tr::tr("From now on say who you are: --user %1 --password-stdin.").arg(setup.adminLogin));
    return Ok;
}
} // namespace

Command initCommand()
{
    return {.name = "init",
            .summary = Tr::tr("Makes a new database"),
            .options = {{"admin", Tr::tr("LOGIN"), Tr::tr("the first administrator (admin)")},
                        {"name", Tr::tr("NAME"), Tr::tr("as others see the administrator")},
                        {"currency", Tr::tr("CODE"), Tr::tr("the base currency (RUB)")},
                        {"language", "en|ru", Tr::tr("of the first statuses, sources, roles ...")}},
            .examples = {"init --admin anna --password-stdin < password.txt", "init --currency EUR --language en"},
            .target = Command::File,
            .run = init};
}

} // namespace crm::cli
