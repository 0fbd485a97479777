#include "core/store/local_store.h"
#include "core/access/password.h"
#include "core/model/text.h"
#include "core/store/file_checks.h"
#include "core/store/local_repository.h"
#include "core/store/people.h"
#include "core/store/schema.h"
#include <QCoreApplication>
#include <QFile>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::LocalStore)
};

void removeFiles(const QString &path)
{
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        QFile::remove(path + QLatin1String(suffix));
}

std::unique_ptr<Database> openCurrent(const QString &path, const Registry &registry, const OpenOptions &options)
{
    auto db = Database::openFile(path, options);
    Schema(*db, registry).ensure();
    return db;
}

void checkSetup(const Setup &setup)
{
    QList<FieldFault> faults;
    if (setup.adminLogin.trimmed().isEmpty())
        faults << FieldFault{QStringLiteral("login"), Tr::tr("Give the administrator a name to sign in with."), {}};
    const QString fault =
        setup.adminPassword.isEmpty() ? QString() : passwordFault(setup.adminPassword, setup.adminLogin);
    if (!fault.isEmpty())
        faults << FieldFault{QStringLiteral("password"), fault, {}};
    if (!faults.isEmpty())
        throw Error::validation(faults);
}

/// Dictionaries, roles, and the first person with the first role.
void addFirstRows(LocalRepository &repository, const Registry &registry, const Setup &setup)
{
    const auto catalog = repository.catalog();
    QList<Document> stock;
    for (const StockRows &rows : registry.stockRows())
        stock += rows(*catalog, setup.language);
    if (stock.isEmpty())
        throw Error(ErrorKind::Unsupported, Tr::tr("The program brings no roles along, so nobody could sign in."));
    repository.saveMany(stock, 0);
    Document admin(Record(catalog->at(QStringLiteral("users"))));
    admin.set(QStringLiteral("login"), setup.adminLogin.trimmed());
    admin.set(QStringLiteral("name"), setup.adminName.isEmpty() ? setup.adminLogin.trimmed() : setup.adminName);
    admin.set(QStringLiteral("role_id"), stock.first().id()); // the administrators' role, see StockRows
    admin.set(QStringLiteral("active"), true);
    const Id id = repository.save(admin, {}).document.id();
    if (!setup.adminPassword.isEmpty())
        storePassword(repository.database(), id, setup.adminPassword);
}
} // namespace

void createLocal(const QString &path, const Registry &registry, const Setup &setup)
{
    checkSetup(setup);
    OpenOptions options;
    options.create = true;
    checkNewLocalFile(path);
    try {
        auto db = Database::openFile(path, options);
        Transaction schema(*db);
        Schema(*db, registry).create();
        setMetaValue(*db, QStringLiteral("base_currency"), setup.baseCurrency);
        setMetaValue(*db, QStringLiteral("language"), setup.language);
        schema.commit();
        LocalRepository repository(std::move(db), registry, Actor::system());
        addFirstRows(repository, registry, setup);
    } catch (...) {
        removeFiles(path);
        throw;
    }
}

std::unique_ptr<StoreRepository> openLocal(const QString &path, const Registry &registry, const QString &login,
                                           const QString &password, const OpenOptions &options)
{
    auto db = openCurrent(path, registry, options);
    Actor actor = signIn(*db, login, password);
    return std::make_unique<LocalRepository>(std::move(db), registry, std::move(actor));
}

std::unique_ptr<Repository> openLocalAsSystem(const QString &path, const Registry &registry, const OpenOptions &options)
{
    return std::make_unique<LocalRepository>(openCurrent(path, registry, options), registry, Actor::system());
}

std::unique_ptr<StoreRepository> openLocalAs(const QString &path, const Registry &registry, Id userId,
                                             const OpenOptions &options)
{
    auto db = openCurrent(path, registry, options);
    Actor actor = loadActor(*db, userId);
    return std::make_unique<LocalRepository>(std::move(db), registry, std::move(actor));
}

} // namespace crm
