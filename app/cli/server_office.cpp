#include "app/cli/records.h"
#include "app/cli/server.h"
#include "core/store/server/office_access.h"
#include <QJsonArray>
#include <QLocale>

namespace crm::cli {

namespace {
QString shown(const QDateTime &moment)
{
    return moment.isValid() ? QLocale().toString(moment.toLocalTime(), QLocale::ShortFormat) : Tr::tr("never");
}

QJsonValue json(const QDateTime &moment)
{
    return moment.isValid() ? QJsonValue(moment.toString(Qt::ISODateWithMs)) : QJsonValue();
}

QString stateOf(const AccountState &a)
{
    if (a.account.isEmpty())
        return Tr::tr("no account yet");
    if (!a.active)
        return Tr::tr("deactivated");
    if (a.locked)
        return Tr::tr("locked");
    return a.mustChange ? Tr::tr("has to choose a password") : Tr::tr("may sign in");
}

const QString &oneArgument(Call &call, const QString &usage)
{
    if (call.arguments.size() != 2)
        throw UsageError{Tr::tr("Arguments are missing: %1 %2.").arg(QStringLiteral("server"), usage)};
    return call.arguments[1];
}

qint64 numberOf(Call &call, const QString &usage)
{
    bool ok = false;
    const qint64 number = oneArgument(call, usage).toLongLong(&ok);
    if (!ok || number < 1)
        throw UsageError{Tr::tr("“%1” is no number.").arg(call.arguments[1])};
    return number;
}

int done(Call &call, const QString &key, const QJsonValue &value, const QString &text)
{
    if (call.json())
        call.out.json({{key, value}});
    else
        call.out.line(text);
    return Ok;
}
} // namespace

int serverPeople(Call &call)
{
    OfficeAccess access(call.repository());
    QJsonArray people, connections;
    QList<QStringList> rows;
    for (const AccountState &a : access.accounts()) {
        people << QJsonObject{{"id", QString::number(a.user)},
                              {"login", a.login},
                              {"account", a.account},
                              {"active", a.active},
                              {"locked", a.locked},
                              {"must_change", a.mustChange},
                              {"last_seen", json(a.lastSeen)},
                              {"connections", a.connections}};
        rows << QStringList{a.login, a.name, stateOf(a), shown(a.lastSeen), QString::number(a.connections)};
    }
    QList<QStringList> open;
    for (const OpenConnection &c : access.connections()) {
        connections << QJsonObject{{"id", c.id},           {"name", c.name},         {"address", c.address},
                                   {"program", c.program}, {"since", json(c.since)}, {"own", c.own}};
        open << QStringList{QString::number(c.id), c.name, c.address, c.program, shown(c.since)};
    }
    if (call.json()) {
        call.out.json({{"people", people}, {"connections", connections}});
        return Ok;
    }
    call.out.table({Tr::tr("Login"), Tr::tr("Name"), Tr::tr("Access"), Tr::tr("Last seen"), Tr::tr("Connections")},
                   rows, {false, false, false, false, true});
    call.out.line({});
    call.out.table({Tr::tr("Connection"), Tr::tr("Name"), Tr::tr("Address"), Tr::tr("Program"), Tr::tr("Since")}, open);
    return Ok;
}

int serverAllow(Call &call)
{
    AddressRule rule;
    rule.range = oneArgument(call, QStringLiteral("allow RANGE"));
    if (call.has("role") == call.has("person"))
        throw UsageError{Tr::tr("Say for whom: either --role ROLE or --person LOGIN.")};
    if (const QString fault = addressRangeFault(rule.range); !fault.isEmpty())
        throw UsageError{fault};
    const QString purpose = call.value("for", QStringLiteral("use"));
    if (purpose != u"use" && purpose != u"clock")
        throw UsageError{Tr::tr("Addresses are for use or for clock, not for “%1”.").arg(purpose)};
    rule.purpose = purpose == u"clock" ? AddressRule::Clock : AddressRule::Use;
    if (call.has("role"))
        rule.role = findRecord(call, call.entity(QStringLiteral("roles")), call.value("role"));
    else
        rule.user =
            findRecord(call, call.entity(QStringLiteral("users")), QStringLiteral("login=") + call.value("person"));
    OfficeAccess(call.repository()).allow(rule);
    return done(call, QStringLiteral("allowed"), rule.range, Tr::tr("Allowed %1.").arg(rule.range));
}

int serverDeny(Call &call)
{
    const qint64 id = numberOf(call, QStringLiteral("deny NUMBER"));
    OfficeAccess(call.repository()).removeAddress(id);
    return done(call, QStringLiteral("removed"), id, Tr::tr("Removed line %1.").arg(id));
}

int serverAddresses(Call &call)
{
    Repository &repository = call.repository();
    const QList<AddressRule> all = OfficeAccess(repository).addresses();
    IdList roles, people;
    for (const AddressRule &a : all)
        a.role ? roles << a.role : people << a.user;
    const QHash<Id, Option> roleNames = repository.options(QStringLiteral("roles"), roles);
    const QHash<Id, Option> names = repository.options(QStringLiteral("users"), people);
    QJsonArray lines;
    QList<QStringList> rows;
    for (const AddressRule &a : all) {
        const QString whom = a.role ? roleNames.value(a.role).title : names.value(a.user).title;
        const QString purpose = a.purpose == AddressRule::Clock ? QStringLiteral("clock") : QStringLiteral("use");
        lines << QJsonObject{{"id", a.id}, {"for", purpose}, {a.role ? "role" : "person", whom}, {"range", a.range}};
        rows << QStringList{QString::number(a.id), whom, purpose, a.range};
    }
    if (call.json())
        call.out.json({{"addresses", lines}});
    else if (rows.isEmpty())
        call.out.line(Tr::tr("There are no address lists: everybody may come from everywhere."));
    else
        call.out.table({Tr::tr("Number"), Tr::tr("For whom"), Tr::tr("For"), Tr::tr("Addresses")}, rows);
    return Ok;
}

int serverEnd(Call &call)
{
    const qint64 id = numberOf(call, QStringLiteral("end CONNECTION"));
    OfficeAccess(call.repository()).endConnection(id);
    return done(call, QStringLiteral("ended"), id, Tr::tr("Ended connection %1.").arg(id));
}

int serverRefused(Call &call)
{
    QJsonArray lines;
    QList<QStringList> rows;
    for (const RefusedEntry &r : OfficeAccess(call.repository()).refusals()) {
        lines << QJsonObject{{"at", json(r.at)}, {"account", r.account}, {"address", r.address}, {"reason", r.reason}};
        rows << QStringList{shown(r.at), r.account, r.address, refusalReason(r.reason)};
    }
    if (call.json())
        call.out.json({{"refused", lines}});
    else
        call.out.table({Tr::tr("When"), Tr::tr("Account"), Tr::tr("Address"), Tr::tr("Why")}, rows);
    return Ok;
}

} // namespace crm::cli
