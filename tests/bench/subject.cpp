#include "subject.h"
#include "core/exchange/demo.h"
#include "core/extend/extensions.h"
#include "core/store/local_store.h"
#include "measure.h"
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <cstdio>
#include <stdexcept>

namespace crm::bench {

namespace {
/// The connection that make() opens.
Person personOf(const QString &name, const std::function<std::unique_ptr<Repository>()> &make)
{
    const QStringList before = QSqlDatabase::connectionNames();
    Person person{name, make(), nullptr};
    const QStringList after = QSqlDatabase::connectionNames();
    for (const QString &connection : after) {
        if (before.contains(connection))
            continue;
        const QVariant handle = QSqlDatabase::database(connection, false).driver()->handle();
        person.handle = *static_cast<sqlite3 *const *>(handle.constData());
    }
    if (!person.handle)
        throw std::runtime_error("no connection was opened");
    return person;
}

IdList usersOf(Repository &repository)
{
    Query query("users");
    query.columns = QStringList{"login"};
    IdList ids;
    const Page page = repository.page(query, {PageAt::First, {}, 0, 1000});
    for (const Row &row : page.rows)
        ids << row.id;
    return ids;
}

Level readsClients(const Repository &repository)
{
    return repository.actor().policy.level(repository.catalog()->at("clients"), Verb::Read);
}
} // namespace

void ensureDatabase(const QString &path, qint64 clients)
{
    if (QFileInfo::exists(path)) {
        printf("%s is used as it is.\n", qPrintable(path));
        return;
    }
    const double ms = msOf([&] {
        Setup setup;
        setup.adminLogin = QStringLiteral("admin");
        createLocal(path, registry(), setup);
        DemoOptions options;
        options.size = clients;
        options.today = QDate(2026, 1, 15); // the same data every day
        options.ownFields = false;          // and what an office has at first; bench_fast makes its own
        generateDemo(*openLocalAsSystem(path, registry()), options);
    });
    printf("%s was made in %.0f s.\n", qPrintable(path), ms / 1000);
}

// --- Scratch

Scratch::Scratch(const QString &original)
    : m_path(original + QStringLiteral(".scratch"))
{
    QFile::remove(m_path);
    if (QFileInfo::exists(original + QStringLiteral("-wal")) && QFileInfo(original + QStringLiteral("-wal")).size() > 0)
        throw std::runtime_error("the database is open in another program");
    if (!QFile::copy(original, m_path))
        throw std::runtime_error("the database cannot be copied; is the disk full?");
}

Scratch::~Scratch()
{
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(m_path + QLatin1String(suffix));
}

// --- people

Person openAdmin(const QString &path)
{
    Id admin = 0;
    {
        const auto system = openLocalAsSystem(path, registry());
        Query query("users");
        query.filter = Filter::where("login", Op::Equal, QStringLiteral("admin"));
        admin = system->page(query, {}).rows.value(0).id;
    }
    return personOf("administrator", [&] { return openLocalAs(path, registry(), admin); });
}

namespace {
Person openWith(const QString &path, Level level, const QString &name)
{
    const auto system = openLocalAsSystem(path, registry());
    const IdList ids = usersOf(*system);
    for (Id id : ids) {
        Document user = system->load("users", id);
        if (!user.head().flag("active")) {
            user.set("active", true);
            system->save(user);
        }
        Person person = personOf(name, [&] { return openLocalAs(path, registry(), id); });
        Query query("clients");
        query.columns = QStringList{"name"};
        if (readsClients(*person.repository) == level && !person.repository->page(query, {}).rows.isEmpty())
            return person;
    }
    throw std::runtime_error("nobody has a role for: " + name.toStdString());
}
} // namespace

Person openOwner(const QString &path) { return openWith(path, Level::Own, QStringLiteral("own clients only")); }

Person openTeamMember(const QString &path) { return openWith(path, Level::Team, QStringLiteral("the team's clients")); }

Person openNewcomer(const QString &path)
{
    const Person owner = openOwner(path);
    const auto system = openLocalAsSystem(path, registry());
    Document user(Record(system->catalog()->at("users")));
    user.set("login", QStringLiteral("newcomer-") + QString::number(newId()));
    user.set("name", QStringLiteral("Newcomer"));
    user.set("role_id", owner.repository->actor().roleId);
    user.set("active", true);
    const Id id = system->save(user).document.id();
    return personOf("no client of their own", [&] { return openLocalAs(path, registry(), id); });
}

QString planOf(sqlite3 *db, const QByteArray &sql)
{
    sqlite3_stmt *plan = nullptr;
    const QByteArray explain = "EXPLAIN QUERY PLAN " + sql;
    QString out;
    if (sqlite3_prepare_v2(db, explain.constData(), -1, &plan, nullptr) != SQLITE_OK)
        return QString::fromUtf8(sqlite3_errmsg(db));
    while (sqlite3_step(plan) == SQLITE_ROW)
        out += QStringLiteral("    ") +
               QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(plan, 3))) + u'\n';
    sqlite3_finalize(plan);
    return out;
}

} // namespace crm::bench
