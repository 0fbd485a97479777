#include "core/store/who_sees.h"
#include "core/access/within_groups.h"
#include "core/store/guard.h"
#include "core/store/people.h"
#include "core/store/server/server_refusal.h"
#include "core/store/store_repository.h"
#include <QCoreApplication>
#include <functional>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::WhoSees)
};

Seer::Why whyOf(Level level, int nearness, const Entity &entity)
{
    if (entity.scope().kind == Scope::Private)
        return Seer::Private;
    if (level == Level::All)
        return Seer::All;
    if (nearness == int(withinGroups))
        return Seer::Groups;
    return nearness == int(Level::Own) ? Seer::Own : Seer::Team;
}

/// Tells of each person who sees rows of that scope, with the guard of their role.
void eachInFile(Database &db, const Catalog &catalog, const Entity &entity, Id scope, const QString &parent,
                const std::function<void(const Reacher &, const Guard &)> &take)
{
    QHash<Id, Actor> byRole;
    const QList<Reacher> people = whoReaches(db, scope);
    for (const Reacher &person : people) {
        if (!byRole.contains(person.roleId))
            byRole.insert(person.roleId, loadActor(db, person.user)); // the policy is the role's
        Actor actor = byRole.value(person.roleId);
        actor.userId = person.user;
        const Guard guard(catalog, actor);
        if (guard.allowsAt(person.nearness, entity, Verb::Read, scope, parent))
            take(person, guard);
    }
}

QList<Seer> inFile(Database &db, const Catalog &catalog, const Entity &entity, Id scope, const QString &parent)
{
    QList<Seer> seers;
    eachInFile(db, catalog, entity, scope, parent, [&](const Reacher &person, const Guard &guard) {
        const auto may = [&](Verb verb) { return guard.allowsAt(person.nearness, entity, verb, scope, parent); };
        const Seer::Why why = whyOf(guard.level(entity, Verb::Read, parent), person.nearness, entity);
        seers << Seer{person.user, person.name, person.role, why, may(Verb::Update), may(Verb::Delete)};
    });
    return seers;
}

QList<Audience> readersOnServer(Database &db, const Catalog &catalog, const QString &attached, const QString &parent,
                                Id id)
{
    QList<Audience> out;
    try {
        db.call(QStringLiteral("CALL who_reads(?,?,?)"), {attached, parent, id}, [&](int index, Rows &rows) {
            while (index == 0 && rows.next())
                out << Audience{rows.integer(0), rows.text(1), rows.text(2)};
        });
    } catch (const Error &e) {
        throw inWords(e, catalog, {});
    }
    return out;
}

QHash<Id, QString> loginsOf(Database &db)
{
    QHash<Id, QString> logins;
    Rows rows = db.run(QStringLiteral("SELECT id, login FROM main.users WHERE active=1 AND deleted_at IS NULL"));
    while (rows.next())
        logins.insert(rows.integer(0), rows.text(1));
    return logins;
}

QList<Seer> onServer(Database &db, const Entity &entity, Id scope, const QString &parent)
{
    QList<Seer> seers;
    const QString schema = db.scalar(QStringLiteral("SELECT DATABASE()")).toString();
    db.call(QStringLiteral("CALL `%1`.who_sees(?,?,?)").arg(schema), {entity.key(), parent, scope},
            [&](int index, Rows &rows) {
                while (index == 0 && rows.next()) {
                    const int nearness = int(rows.integer(3));
                    const auto level = [&](int column) { return Level(rows.integer(column)); };
                    const auto may = [&](Level l) { return l == Level::All || (nearness > 0 && nearness <= int(l)); };
                    seers << Seer{rows.integer(0), rows.text(1), rows.text(2), whyOf(level(4), nearness, entity),
                                  may(level(5)),   may(level(6))};
                }
            });
    return seers;
}
} // namespace

QList<Seer> whoSees(Repository &repository, const QString &entityKey, Id id)
{
    auto *store = dynamic_cast<StoreRepository *>(&repository);
    if (!store || !repository.actor().policy.isAdmin())
        throw Error(ErrorKind::Denied, Tr::tr("Only administrators may ask who sees a record."));
    const auto catalog = repository.catalog();
    const Entity &entity = catalog->at(entityKey);
    const Document document = repository.load(entityKey, id);
    const QString parent =
        entity.scope().kind == Scope::Attached ? document.head().text(QStringLiteral("parent_entity")) : QString();
    const Id scope = document.head().scopeId();
    return store->database().isServer() ? onServer(store->database(), entity, scope, parent)
                                        : inFile(store->database(), *catalog, entity, scope, parent);
}

QList<Audience> whoReads(Repository &repository, const QString &attached, const QString &parent, Id id)
{
    auto *store = dynamic_cast<StoreRepository *>(&repository);
    const auto catalog = repository.catalog();
    const Entity &entity = catalog->at(attached);
    if (!store || entity.scope().kind != Scope::Attached)
        throw Error(ErrorKind::Unsupported, Tr::tr("Nobody can say here who reads a record."));
    store->connectNow();
    Database &db = store->database();
    if (db.isServer())
        return readersOnServer(db, *catalog, attached, parent, id);
    QList<Audience> out;
    const Id scope = repository.load(parent, id).head().scopeId();
    const Entity *people = catalog->find(QStringLiteral("users"));
    if (!people || !repository.actor().policy.may(*people, Verb::Read))
        return out;
    const QHash<Id, QString> logins = loginsOf(db);
    eachInFile(db, *catalog, entity, scope, parent, [&](const Reacher &person, const Guard &) {
        out << Audience{person.user, person.name, logins.value(person.user)};
    });
    return out;
}

} // namespace crm
