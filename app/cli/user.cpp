#include "app/cli/records.h"
#include "app/cli/sign_in.h"
#include <QJsonArray>

namespace crm::cli {

namespace {
const QString users = QStringLiteral("users"); // the store itself knows this entity: people sign in with it
const QString roles = QStringLiteral("roles");

Id userNamed(Call &call, const QString &login)
{
    return findRecord(call, call.entity(users), QStringLiteral("login=") + login);
}

QString newPassword(Call &call)
{
    return call.has("new-password-stdin") ? secretFromStdin(Tr::tr("New password: ")) : QString();
}

int done(Call &call, const QJsonObject &json, const QString &text)
{
    if (call.json())
        call.out.json(json);
    else
        call.out.line(text);
    return Ok;
}

int listUsers(Call &call)
{
    Query query(users);
    query.columns = {QStringLiteral("login"), QStringLiteral("name"), QStringLiteral("role_id"),
                     QStringLiteral("active")};
    query.sort = {{QStringLiteral("login"), false}};
    QJsonArray json;
    QList<QStringList> rows;
    forEachRow(call.repository(), query, [&](const Row &row) {
        const bool active = row.values[3].toBool();
        json << QJsonObject{{"id", QString::number(row.id)},
                            {"login", row.values[0].toString()},
                            {"name", row.values[1].toString()},
                            {"role", row.titles[2]},
                            {"active", active}};
        rows << QStringList{row.values[0].toString(), row.values[1].toString(), row.titles[2],
                            active ? Tr::tr("yes") : Tr::tr("no")};
    });
    if (call.json())
        call.out.json({{"users", json}});
    else
        call.out.table({Tr::tr("Login"), Tr::tr("Name"), Tr::tr("Role"), Tr::tr("Active")}, rows);
    return Ok;
}

int addUser(Call &call, const QString &login)
{
    if (!call.has("role"))
        throw UsageError{Tr::tr("Say what the person may do: --role ROLE.")};
    Document user(Record(call.entity(users), newId()));
    user.set(QStringLiteral("login"), login);
    if (call.has("contact")) // the name comes from the contact, unless it is said
        user.set(QStringLiteral("contact_id"),
                 findRecord(call, call.entity(QStringLiteral("contacts")), call.value("contact")));
    user.set(QStringLiteral("name"), call.value("name", call.has("contact") ? QString() : login));
    user.set(QStringLiteral("email"), call.value("email"));
    user.set(QStringLiteral("role_id"), findRecord(call, call.entity(roles), call.value("role")));
    const QString password = newPassword(call);
    Id id = 0;
    call.repository().atomically([&] { // nobody is left behind without the password that was asked for
        id = call.repository().save(user, SaveKey::fresh()).document.id();
        if (!password.isEmpty())
            call.repository().setPassword(id, password);
    });
    return done(call, {{"id", QString::number(id)}, {"login", login}, {"password", !password.isEmpty()}},
                password.isEmpty() ? Tr::tr("Added %1, who cannot sign in until a password is set.").arg(login)
                                   : Tr::tr("Added %1.").arg(login));
}

int setPassword(Call &call, const QString &login)
{
    call.repository().setPassword(userNamed(call, login), secretFromStdin(Tr::tr("New password: ")));
    return done(call, {{"login", login}, {"password", true}}, Tr::tr("The password of %1 is set.").arg(login));
}

int setActive(Call &call, const QString &login, bool active)
{
    Document user = call.repository().load(users, userNamed(call, login));
    user.set(QStringLiteral("active"), active);
    call.repository().save(user, SaveKey::fresh());
    return done(call, {{"login", login}, {"active", active}},
                active ? Tr::tr("%1 may sign in again.").arg(login) : Tr::tr("%1 may no longer sign in.").arg(login));
}

int user(Call &call)
{
    const QString what = call.arguments[0];
    if (what == u"list" && call.arguments.size() == 1)
        return listUsers(call);
    if (call.arguments.size() != 2)
        throw UsageError{Tr::tr("Write user list, or user add, password, deactivate or activate with a LOGIN.")};
    const QString login = call.arguments[1];
    if (what == u"add")
        return addUser(call, login);
    if (what == u"password")
        return setPassword(call, login);
    if (what == u"deactivate" || what == u"activate")
        return setActive(call, login, what == u"activate");
    throw UsageError{Tr::tr("There is no command “%1”.").arg(QStringLiteral("user ") + what)};
}
} // namespace

Command userCommand()
{
    return {
        .name = "user",
        .summary = Tr::tr("Shows and manages the people who sign in"),
        .arguments = Tr::tr("list | add LOGIN | password LOGIN | deactivate LOGIN | activate LOGIN"),
        .options = {{"role", Tr::tr("ROLE"), Tr::tr("of a new person")},
                    {"name", Tr::tr("NAME"), Tr::tr("of a new person")},
                    {"email", Tr::tr("ADDRESS"), Tr::tr("of a new person")},
                    {"contact", Tr::tr("CONTACT"),
                     Tr::tr("the new person is this contact of a client, and sees what is the client's")},
                    {"new-password-stdin", {}, Tr::tr("the next line of stdin is the new person's password")}},
        .examples =
            {"user add anna --name \"Anna Petrova\" --role \"Staff (own records)\" --new-password-stdin < password.txt",
             "user add maria --contact \"Maria Anders\" --role \"Client contact\" --new-password-stdin < password.txt",
             "user deactivate anna"},
        .least = 1,
        .most = 2,
        .run = user};
}

} // namespace crm::cli
