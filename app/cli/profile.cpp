#include "app/cli/call.h"
#include "app/cli/server_options.h"
#include "core/store/server/profiles.h"
#include <QJsonArray>

namespace crm::cli {

namespace {
int list(Call &call)
{
    QJsonArray json;
    QList<QStringList> rows;
    const QList<Profile> all = profiles();
    for (const Profile &p : all) {
        const ServerAddress &a = p.address;
        json << QJsonObject{{"name", p.name}, {"host", a.host},         {"port", a.port},        {"socket", a.socket},
                            {"ca", a.caFile}, {"database", a.database}, {"plain", a.allowPlain}, {"login", p.login}};
        rows << QStringList{p.name, a.displayName(), p.login,
                            a.allowPlain ? Tr::tr("may be read on the way") : Tr::tr("encrypted and verified")};
    }
    if (call.json())
        call.out.json({{"profiles", json}});
    else if (rows.isEmpty())
        call.out.line(
            Tr::tr("There are no connections yet. Add one: mycrmctl profile add office --host HOST --ca FILE"));
    else
        call.out.table({Tr::tr("Connection"), Tr::tr("Server"), Tr::tr("Login"), Tr::tr("Protection")}, rows);
    return Ok;
}

int add(Call &call)
{
    Profile profile{call.arguments[1], addressFrom(call), call.globals().user};
    if (profile.address.host.isEmpty() && profile.address.socket.isEmpty())
        throw UsageError{Tr::tr("Say where the server is: --host HOST.")};
    storeProfile(profile);
    if (call.json())
        call.out.json({{"added", profile.name}});
    else
        call.out.line(Tr::tr("Added %1: %2.").arg(profile.name, profile.address.displayName()));
    if (profile.address.allowPlain)
        call.out.note(Tr::tr("Attention: whoever can listen on the way reads passwords and data of this connection."));
    return Ok;
}

int remove(Call &call)
{
    removeProfile(call.arguments[1]);
    if (call.json())
        call.out.json({{"removed", call.arguments[1]}});
    else
        call.out.line(Tr::tr("Removed %1. The office itself is untouched.").arg(call.arguments[1]));
    return Ok;
}

int profile(Call &call)
{
    const QString what = call.arguments[0];
    if (what == u"list" && call.arguments.size() == 1)
        return list(call);
    if (call.arguments.size() != 2)
        throw UsageError{Tr::tr("Write profile list, or profile add or remove with a NAME.")};
    if (what == u"add")
        return add(call);
    if (what == u"remove")
        return remove(call);
    throw UsageError{Tr::tr("There is no command “%1”.").arg(QStringLiteral("profile ") + what)};
}
} // namespace

Command profileCommand()
{
    return {.name = "profile",
            .summary = Tr::tr("Keeps connections to servers, by name"),
            .arguments = Tr::tr("list | add NAME | remove NAME"),
            .options = addressOptions(),
            .examples = {"profile add office --host crm.example.com --ca ca.pem --user anna", "profile list"},
            .least = 1,
            .most = 2,
            .target = Command::None,
            .run = profile};
}

} // namespace crm::cli
