#include "core/store/server/server_sign_in.h"
#include "core/access/within_groups.h"
#include "core/store/schema.h"
#include "core/store/server/server_check.h"
#include "core/store/server/server_names.h"
#include "core/store/server/server_refusal.h"
#include <QCoreApplication>

namespace crm {

namespace {
/// Rows of the third kind of answer: by column.
QList<FieldDefinition> readDefinitions(Rows &rows)
{
    const QStringList columns = rows.columnNames();
    QList<FieldDefinition> out;
    while (rows.next()) {
        FieldDefinition definition;
        for (int i = 0; i < columns.size(); ++i)
            definition.insert(columns[i], rows.value(i));
        out << definition;
    }
    return out;
}

void readLevels(Rows &rows, Policy &policy)
{
    while (rows.next()) {
        if (!rows.text(1).isEmpty())
            continue; // of children by their parent: Guard finds these by itself
        Levels levels{};
        for (int verb = 0; verb < verbCount; ++verb)
            levels[size_t(verb)] = Level(std::clamp<qint64>(rows.integer(verb + 2), 0, int(withinGroups)));
        policy.setLevels(rows.text(0), levels);
    }
}

void readPerson(Rows &rows, ServerSession &out)
{
    if (!rows.next())
        return;
    out.actor.userId = rows.integer(0);
    out.actor.login = rows.text(1);
    out.actor.name = rows.text(2);
    out.actor.roleId = rows.integer(3);
    out.actor.policy.setAdmin(rows.integer(4) == 1);
    out.actor.policy.setStaff(rows.integer(5) == 1);
    const QStringList rights = rows.text(6).split(u',', Qt::SkipEmptyParts);
    for (const QString &right : rights)
        out.actor.policy.grant(right.trimmed());
    out.mustChangePassword = rows.integer(7) == 1;
    out.state.head = rows.integer(8);
    out.state.accessVersion = rows.integer(9);
    out.baseCurrency = rows.text(10);
}
} // namespace

std::unique_ptr<Database> connectToServer(const ServerAddress &address, const QString &login, const QString &password)
{
    return Database::openServer(address, accountName(login, ServerNames(address.database)), password);
}

ServerSession startServerSession(Database &db, const Registry &registry)
{
    ServerSession out;
    try {
        db.call(QStringLiteral("CALL session_start(?,?)"),
                {QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion(), schemaVersion},
                [&](int index, Rows &rows) {
                    switch (index) {
                    case 0:
                        return readPerson(rows, out);
                    case 1:
                        return readLevels(rows, out.actor.policy);
                    case 2:
                        while (rows.next())
                            out.actor.teams << rows.integer(0);
                        return;
                    default:
                        out.customFields = readDefinitions(rows);
                    }
                });
    } catch (const Error &e) {
        const QString warning = untestedServerWarning(db.serverVersion());
        if (!serverRefusal(e) && (e.kind() == ErrorKind::Unsupported || e.kind() == ErrorKind::Denied))
            throw Error(ErrorKind::Unsupported,
                        QCoreApplication::translate(
                            "crm::ServerRepository",
                            "“%1” is no office of this program, or its set-up has not been finished. Check the name of "
                            "the database, or ask the administrator to run: mycrmctl server init.")
                                .arg(db.path()) +
                            (warning.isEmpty() ? QString() : u' ' + warning),
                        e.details());
        const Catalog plain(registry, {});
        throw inWords(e, plain, {});
    }
    if (!out.actor.userId)
        throw Error(ErrorKind::Corrupt,
                    QCoreApplication::translate("crm::ServerRepository", "The server did not say who has signed in."));
    return out;
}

FeedState serverFeedState(Database &db)
{
    Rows rows = db.run(QStringLiteral("SELECT head,access_version,maintenance FROM feed_state"));
    if (!rows.next())
        throw Error(ErrorKind::Corrupt, QCoreApplication::translate("crm::ServerRepository",
                                                                    "The database on the server is not complete."));
    return {rows.integer(0), rows.integer(1), rows.integer(2) == 1};
}

} // namespace crm
