// `server`: what an administrator does with an office's server. init, check and rescue act as an administrator of the
// MariaDB itself; the others as an administrator of the office, through a connection (--profile).
#include "app/cli/server.h"
#include "app/cli/server_options.h"
#include "app/cli/sign_in.h"
#include "core/extend/extensions.h"
#include "core/model/money.h"
#include "core/store/server/profiles.h"
#include "core/store/server/server_upgrade.h"
#include <QJsonArray>
#include <QLocale>

namespace crm::cli {

namespace {
/// Where the MariaDB is, and its administrator. Without a host: the socket of this computer, as whoever calls.
MariaDbAdministrator administrator(const Call &call)
{
    ServerAddress address = addressFrom(call);
    if (address.host.isEmpty() && address.socket.isEmpty())
        address.socket = usualSocket();
    if (address.host.isEmpty() && address.socket.isEmpty())
        throw UsageError{Tr::tr("There is no MariaDB on this computer that could be found. Say where it is: "
                                "--socket PATH, or --host HOST --ca FILE --root LOGIN.")};
    if (const QString fault = addressFault(address); !fault.isEmpty())
        throw UsageError{fault};
    MariaDbAdministrator root{address, call.value("root"), {}};
    if (root.login.isEmpty() && address.socket.isEmpty())
        root.login = QStringLiteral("root");
    if (address.socket.isEmpty() || call.has("root"))
        root.password = secretFromStdin(Tr::tr("Password of %1 on the MariaDB: ").arg(root.login));
    return root;
}

QString weightWord(ServerFinding::Weight weight)
{
    switch (weight) {
    case ServerFinding::Fine:
        return Tr::tr("fine");
    case ServerFinding::Advice:
        return Tr::tr("advice");
    case ServerFinding::Stop:
        return Tr::tr("must be changed");
    }
    return {};
}

QJsonObject findingsJson(const ServerReport &report)
{
    static constexpr const char *const names[] = {"fine", "advice", "stop"};
    QJsonArray findings;
    for (const ServerFinding &f : report.findings)
        findings << QJsonObject{{"weight", names[f.weight]}, {"sentence", f.sentence}, {"remedy", f.remedy}};
    return {{"version", report.version}, {"office", report.officeExists}, {"findings", findings}};
}

void tellFindings(Call &call, const ServerReport &report, bool fineOnes)
{
    call.out.line(report.version);
    for (const ServerFinding &f : report.findings) {
        if (f.weight == ServerFinding::Fine && !fineOnes)
            continue;
        call.out.line(QStringLiteral("  [%1] %2").arg(weightWord(f.weight), f.sentence));
        if (!f.remedy.isEmpty())
            call.out.line(QStringLiteral("      ") + f.remedy);
    }
}

CheckOptions checkOptions(const Call &call, const ServerAddress &address)
{
    return {call.has("untested-server"), address.allowPlain};
}

int check(Call &call)
{
    const MariaDbAdministrator root = administrator(call);
    const ServerAddress &address = root.address;
    auto admin = openAdministrator(root);
    const ServerReport report = examineServer(*admin, address.database, checkOptions(call, address));
    if (call.json())
        call.out.json(findingsJson(report));
    else
        tellFindings(call, report, true);
    return report.stops() > 0 ? Damaged : Ok;
}

OfficeSetup setupFrom(Call &call, const ServerAddress &address)
{
    OfficeSetup setup;
    setup.database = address.database;
    setup.plainConnections = address.allowPlain;
    setup.first.adminLogin = call.value("admin", QStringLiteral("admin"));
    setup.first.adminName = call.value("name");
    setup.first.baseCurrency = call.value("currency", setup.first.baseCurrency).toUpper();
    setup.first.language =
        call.value("language", QLocale().language() == QLocale::Russian ? QStringLiteral("ru") : QStringLiteral("en"));
    if (setup.first.language != u"ru" && setup.first.language != u"en")
        throw UsageError{Tr::tr("The first rows can be in en or ru, not “%1”.").arg(setup.first.language)};
    if (!Money::knownCurrencies().contains(setup.first.baseCurrency))
        throw UsageError{
            Tr::tr("“%1” is no currency. Write its three-letter code, for example EUR.").arg(setup.first.baseCurrency)};
    return setup;
}

/// The way by which desktops come, kept under the database's name for whoever made the office.
Profile keptProfile(const Call &call, const ServerAddress &used, const ServerReport &report, const QString &login)
{
    Profile profile{used.database, used, login};
    if (!used.socket.isEmpty()) { // people never come by the socket: their accounts ask for encryption
        profile.address.socket.clear();
        profile.address.host = QStringLiteral("localhost");
        profile.address.port = report.port;
        profile.address.caFile = report.caFile;
    }
    if (call.has("server-host"))
        profile.address.host = call.value("server-host");
    try {
        storeProfile(profile);
    } catch (const Error &) {
        return {}; // the certificate authority of another machine; the person adds the connection by hand
    }
    return profile;
}

void tellMade(Call &call, const OfficeMade &made, const OfficeSetup &setup, const Profile &profile)
{
    if (call.json()) {
        QJsonObject json{{"database", setup.database},
                         {"adopted", made.adopted},
                         {"upgraded", made.upgraded},
                         {"profile", profile.name}};
        if (!made.ownerPassword.isEmpty())
            json.insert("owner_password", made.ownerPassword);
        if (!made.servicePassword.isEmpty())
            json.insert("service_password", made.servicePassword);
        if (!made.adopted)
            json.insert("admin", setup.first.adminLogin);
        call.out.json(json);
        return;
    }
    if (made.adopted)
        call.out.line(made.upgraded
                          ? Tr::tr("The office %1 was there already and has been upgraded.").arg(setup.database)
                          : Tr::tr("The office %1 was there already; nothing had to be done.").arg(setup.database));
    else
        call.out.line(
            Tr::tr("The office %1 is ready; its administrator is %2.").arg(setup.database, setup.first.adminLogin));
    if (!made.ownerPassword.isEmpty() || !made.servicePassword.isEmpty())
        call.out.line(Tr::tr("Keep these passwords in a safe place; nobody can read them again:"));
    if (!made.ownerPassword.isEmpty())
        call.out.line(QStringLiteral("  %1_owner     %2").arg(setup.database, made.ownerPassword));
    if (!made.servicePassword.isEmpty())
        call.out.line(QStringLiteral("  %1_service   %2").arg(setup.database, made.servicePassword));
    if (!profile.name.isEmpty())
        call.out.line(
            Tr::tr("Next: mycrmctl --profile %1 user add LOGIN --role ROLE --new-password-stdin").arg(profile.name));
}

int init(Call &call)
{
    OfficeSetup setup = setupFrom(call, addressFrom(call));
    const MariaDbAdministrator root = administrator(call);
    const ServerAddress &address = root.address;
    auto admin = openAdministrator(root);
    const ServerReport report = examineServer(*admin, address.database, checkOptions(call, address));
    if (report.stops() > 0) {
        if (call.json())
            call.out.json(findingsJson(report));
        else
            tellFindings(call, report, false);
        throw Error(ErrorKind::Unsupported, Tr::tr("Nothing was done: %n thing(s) must be changed on the server first.",
                                                   nullptr, report.stops()));
    }
    const QStringList plan = officePlan(*admin, registry(), setup);
    if (!call.json()) {
        tellFindings(call, report, false);
        for (const QString &sentence : plan)
            call.out.line(QStringLiteral("  - ") + sentence);
    }
    if (call.has("dry-run")) {
        if (call.json())
            call.out.json({{"plan", QJsonArray::fromStringList(plan)}});
        else
            call.out.line(Tr::tr("Nothing was done (--dry-run)."));
        return Ok;
    }
    if (!report.hasPeople)
        setup.first.adminPassword = secretFromStdin(Tr::tr("New password of %1: ").arg(setup.first.adminLogin));
    if (call.has("accounts-stdin")) {
        setup.ownerPassword = secretFromStdin(Tr::tr("New password of the owner of the tables: "));
        setup.servicePassword = secretFromStdin(Tr::tr("New password of the service account: "));
    }
    const OfficeMade made = makeOffice(root, registry(), setup, call.progress(Tr::tr("%1 of %2 steps")));
    tellMade(call, made, setup, keptProfile(call, address, report, made.adopted ? QString() : setup.first.adminLogin));
    return Ok;
}

int upgrade(Call &call)
{
    const MariaDbAdministrator owner = administrator(call);
    const Progress steps = call.progress(Tr::tr("%1 of %2 steps"));
    const bool upgraded = upgradeAsOwner(owner, registry(), owner.address.database, [steps](qint64 done, qint64 total) {
        return steps(done, std::max<qint64>(total, 1));
    });
    if (call.json())
        call.out.json({{"database", owner.address.database}, {"upgraded", upgraded}});
    else
        call.out.line(upgraded
                          ? Tr::tr("The office %1 has been upgraded.").arg(owner.address.database)
                          : Tr::tr("The office %1 is up to date; nothing had to be done.").arg(owner.address.database));
    return Ok;
}

int rescue(Call &call)
{
    if (!call.has("admin"))
        throw UsageError{Tr::tr("Say who shall administer the office again: --admin LOGIN.")};
    const MariaDbAdministrator root = administrator(call);
    const QString login = call.value("admin");
    rescueAdministrator(root, registry(), root.address.database, login,
                        secretFromStdin(Tr::tr("New password of %1: ").arg(login)));
    if (call.json())
        call.out.json({{"admin", login}});
    else
        call.out.line(Tr::tr("%1 may sign in with the new password and is an administrator.").arg(login));
    return Ok;
}

int server(Call &call)
{
    static const QHash<QString, int (*)(Call &)> verbs = {
        {"init", init},           {"check", check},          {"upgrade", upgrade}, {"rescue", rescue},
        {"people", serverPeople}, {"allow", serverAllow},    {"deny", serverDeny}, {"addresses", serverAddresses},
        {"end", serverEnd},       {"refused", serverRefused}};
    const auto verb = verbs.value(call.arguments[0]);
    if (!verb)
        throw UsageError{Tr::tr("There is no command “%1”.").arg(QStringLiteral("server ") + call.arguments[0])};
    return verb(call);
}
} // namespace

Command serverCommand()
{
    QList<OptionSpec> options = addressOptions();
    options << QList<OptionSpec>{
        {"root", Tr::tr("LOGIN"), Tr::tr("administrator of the MariaDB; its password is the first line of stdin")},
        {"admin", Tr::tr("LOGIN"), Tr::tr("init: the office's first administrator (admin); rescue: who is locked out")},
        {"name", Tr::tr("NAME"), Tr::tr("init: as others see the administrator")},
        {"currency", Tr::tr("CODE"), Tr::tr("init: the base currency (RUB)")},
        {"language", "en|ru", Tr::tr("init: of the first statuses, sources, roles ...")},
        {"accounts-stdin", {}, Tr::tr("init: the passwords of owner and service are the last two lines of stdin")},
        {"server-host", Tr::tr("HOST"),
         Tr::tr("init by socket: the name by which this computer itself connects later")},
        {"untested-server", {}, Tr::tr("goes on with a server that is no MariaDB; nobody has tried that")},
        {"dry-run", {}, Tr::tr("init: says what would be done, and does nothing")},
        {"role", Tr::tr("ROLE"), Tr::tr("allow: for all who have this role")},
        {"person", Tr::tr("LOGIN"), Tr::tr("allow: for this person")},
        {"for", "use|clock", Tr::tr("allow: to sign in (use), or to clock in and out (clock)")}};
    return {.name = "server",
            .summary = Tr::tr("Makes and looks after an office on a MariaDB"),
            .arguments = Tr::tr("init | check | upgrade | rescue | people | allow RANGE | deny NUMBER | addresses | "
                                "end CONNECTION | refused"),
            .options = options,
            .examples = {"server init --admin anna", "server check --host db.example.com --ca ca.pem --root root",
                         "server rescue --admin anna",
                         "server upgrade --host db.example.com --ca ca.pem --root office_owner",
                         "--profile office server people", "--profile office server allow 192.168.1.0/24 --role Staff"},
            .least = 1,
            .most = 2,
            .target = Command::None,
            .run = server};
}

} // namespace crm::cli
