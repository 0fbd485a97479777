#include "core/store/see_as.h"
#include "core/access/ed25519_verifier.h"
#include "core/store/people.h"
#include "core/store/server/server_setup.h"
#include "core/store/store_repository.h"
#include <QCoreApplication>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::SeeAs)
};

Database &databaseOf(Repository &repository)
{
    auto &store = dynamic_cast<StoreRepository &>(repository);
    if (!store.actor().policy.isAdmin())
        throw Error(ErrorKind::Denied, Tr::tr("Only administrators may see as somebody else."));
    return store.database();
}

QDateTime moment(const QVariant &ms)
{
    return ms.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(ms.toLongLong(), Qt::UTC);
}

SeeAsPass allowOnFile(Database &db, const Actor &seer, Id user)
{
    const Actor person = loadActor(db, user);
    Transaction transaction(db);
    db.run(QStringLiteral("INSERT INTO main.access_log (at,user_id,user_name,subject_id,subject_name) "
                          "VALUES (?,?,?,?,?)"),
           {QDateTime::currentMSecsSinceEpoch(), seer.userId, seer.name, person.userId, person.name});
    transaction.commit();
    return {person.userId, person.name, seer.userId, {}, {}};
}

SeeAsPass allowOnServer(Database &db, const Actor &seer, Id user)
{
    SeeAsPass pass{user, {}, seer.userId, {}, madePassword()};
    db.call(QStringLiteral("CALL see_as(?,?)"), {user, mariadbVerifier(pass.password)}, [&](int index, Rows &rows) {
        if (index == 0 && rows.next()) {
            pass.login = rows.text(0);
            pass.name = rows.text(1);
        }
    });
    return pass;
}
} // namespace

SeeAsPass allowSeeAs(Repository &repository, Id user)
{
    Database &db = databaseOf(repository);
    const Actor &seer = repository.actor();
    if (user == seer.userId)
        throw Error(ErrorKind::Validation, Tr::tr("That is you: you see what you see. Choose somebody else."));
    const bool known = !repository.loadMany(QStringLiteral("users"), {user}).isEmpty();
    if (!known)
        throw Error(ErrorKind::NotFound, Tr::tr("There is no such person."));
    return db.isServer() ? allowOnServer(db, seer, user) : allowOnFile(db, seer, user);
}

QList<AccessEntry> accessLog(Repository &repository, int limit)
{
    Database &db = databaseOf(repository);
    QList<AccessEntry> all;
    const auto read = [&](Rows &rows) {
        while (rows.next())
            all << AccessEntry{moment(rows.value(0)), rows.text(1), rows.text(2), rows.text(3), moment(rows.value(4))};
    };
    if (db.isServer()) {
        db.call(QStringLiteral("CALL access_log(?)"), {limit}, [&](int index, Rows &rows) {
            if (index == 0)
                read(rows);
        });
        return all;
    }
    Rows rows = db.run(QStringLiteral("SELECT at,user_name,subject_name,'',NULL FROM main.access_log "
                                      "ORDER BY id DESC LIMIT ?"),
                       {limit});
    read(rows);
    return all;
}

Error nothingIsChangedAs(const QString &name)
{
    return {ErrorKind::Denied, Tr::tr("You see what %1 sees. Nothing can be changed here.").arg(name)};
}

Error seeingIsOver(const QString &name)
{
    return {
        ErrorKind::Denied,
        Tr::tr("You no longer see what %1 sees: somebody's rights have changed, or it was for too long.").arg(name)};
}

} // namespace crm
