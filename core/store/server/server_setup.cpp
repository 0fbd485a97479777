#include "core/store/server/server_setup.h"
#include "core/access/ed25519_verifier.h"
#include "core/access/password.h"
#include "core/model/error.h"
#include "core/store/mariadb/refusal.h"
#include "core/store/server/server_bootstrap.h"
#include "core/store/server/server_names.h"
#include "core/store/server/server_schema.h"
#include "core/store/server/server_text.h"
#include "core/store/server/server_upgrade.h"
#include "core/store/server/server_views.h"
#include <QCoreApplication>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QRegularExpression>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::ServerSetup)
};

bool hasAccount(Database &db, const QString &name)
{
    return db.scalar(QStringLiteral("SELECT COUNT(*) FROM mysql.global_priv WHERE User=? AND Host='%'"), {name})
               .toLongLong() > 0;
}

bool hasTable(Database &db, const ServerNames &names, const QString &table)
{
    return db.scalar(
                 QStringLiteral("SELECT COUNT(*) FROM information_schema.TABLES WHERE TABLE_SCHEMA=? AND TABLE_NAME=?"),
                 {names.data(), table})
               .toLongLong() > 0;
}

bool hasPlugin(Database &db)
{
    return db.scalar(QStringLiteral("SELECT COUNT(*) FROM information_schema.PLUGINS WHERE PLUGIN_NAME='ed25519' AND "
                                    "PLUGIN_STATUS='ACTIVE'"))
               .toLongLong() > 0;
}

QString storedFingerprint(Database &db, const ServerNames &names)
{
    if (!hasTable(db, names, QStringLiteral("meta")))
        return {};
    return db.scalar(QStringLiteral("SELECT value FROM %1 WHERE `key`='fingerprint'").arg(names.table("meta")))
        .toString();
}

qint64 count(Database &db, const QString &table, const QString &where = {})
{
    return db.scalar(QStringLiteral("SELECT COUNT(*) FROM %1 %2").arg(table, where)).toLongLong();
}

/// Somebody has an account already; false: the set-up has not come so far.
bool hasPeople(Database &db, const ServerNames &names)
{
    return hasTable(db, names, QStringLiteral("people")) && hasTable(db, names, QStringLiteral("users")) &&
           count(db, names.table("people"),
                 QStringLiteral("p JOIN %1 u ON u.id=p.user_id WHERE p.made IS NOT NULL").arg(names.table("users"))) >
               0;
}

void checkSetup(const OfficeSetup &setup, bool first)
{
    QList<FieldFault> faults;
    if (const QString fault = databaseNameFault(setup.database); !fault.isEmpty())
        faults << FieldFault{QStringLiteral("database"), fault, {}};
    static const QRegularExpression allowed(QStringLiteral("^[a-z0-9._-]{1,64}$"));
    if (first && !allowed.match(setup.first.adminLogin).hasMatch())
        faults << FieldFault{
            QStringLiteral("login"),
            Tr::tr("A login is made of small Latin letters, digits, dots, hyphens and underscores, such "
                   "as anna.petrova."),
            {}};
    // On a server everybody has a password.
    if (const QString fault = passwordFault(setup.first.adminPassword, setup.first.adminLogin);
        first && !fault.isEmpty())
        faults << FieldFault{QStringLiteral("password"), fault, {}};
    for (const QString &password : {setup.ownerPassword, setup.servicePassword}) {
        if (const QString fault = passwordFault(password, {}); !password.isEmpty() && !fault.isEmpty())
            faults << FieldFault{QStringLiteral("accounts"), fault, {}};
    }
    if (!faults.isEmpty())
        throw Error::validation(faults);
}

/// The password to be set: the given one, or a made one for a new office (an interrupted set-up has shown none) or
/// account; else it stays.
QString accountPassword(Database &db, const QString &account, const QString &given, bool first)
{
    return given.isEmpty() && (first || !hasAccount(db, account)) ? madePassword() : given;
}

QString verifierOf(const QString &password) { return password.isEmpty() ? QString() : mariadbVerifier(password); }

QString accountTaken(const QString &account)
{
    return Tr::tr("The MariaDB has an account “%1” of another program already. Choose another login for the "
                  "administrator.")
        .arg(account);
}

void makeAccount(Database &db, const ServerNames &names, Id user, const QString &login, const QString &password)
{
    try {
        db.run(filled(names, QStringLiteral("CALL {data}.account_make(?,?)")), {user, mariadbVerifier(password)});
    } catch (const ServerRefusal &refusal) {
        if (refusal.refusal() != u"taken")
            throw;
        throw Error::validation({{QStringLiteral("login"), accountTaken(accountName(login, names)), {}}});
    }
}

Id findPerson(Database &db, const ServerNames &names, const QString &login)
{
    return db
        .scalar(QStringLiteral("SELECT MIN(id) FROM %1 WHERE login=? AND deleted_at IS NULL").arg(names.table("users")),
                {login})
        .toLongLong();
}

/// Roles, statuses and so on, and the first person with the first role.
Id addFirstRows(const MariaDbAdministrator &root, const Registry &registry, const ServerNames &names,
                const Setup &first)
{
    Bootstrap session(root, registry, names);
    Repository &repository = session.repository();
    const auto catalog = repository.catalog();
    QList<Document> stock;
    for (const StockRows &rows : registry.stockRows())
        stock += rows(*catalog, first.language);
    if (stock.isEmpty())
        throw Error(ErrorKind::Unsupported, Tr::tr("The program brings no roles along, so nobody could sign in."));
    Document admin(Record(catalog->at(QStringLiteral("users")), newId()));
    admin.set(QStringLiteral("login"), first.adminLogin);
    admin.set(QStringLiteral("name"), first.adminName.isEmpty() ? first.adminLogin : first.adminName);
    admin.set(QStringLiteral("role_id"), stock.first().id()); // the administrators' role, see StockRows
    admin.set(QStringLiteral("active"), true);
    repository.atomically([&] {
        repository.saveMany(stock, 0);
        repository.save(admin, SaveKey::fresh());
    });
    return admin.id();
}
} // namespace

QString usualSocket()
{
    for (const char *path : {"/run/mysqld/mysqld.sock", "/var/run/mysqld/mysqld.sock", "/var/lib/mysql/mysql.sock",
                             "/run/mariadb/mariadb.sock", "/tmp/mysql.sock", "/opt/homebrew/var/mysql/mysql.sock"}) {
        if (QFileInfo::exists(QLatin1String(path)))
            return QLatin1String(path);
    }
    return {};
}

QString madePassword()
{
    static constexpr char letters[] = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    QString password;
    for (int i = 0; i < 20; ++i)
        password += QLatin1Char(letters[QRandomGenerator::system()->bounded(int(sizeof letters) - 1)]);
    return password;
}

QStringList officePlan(Database &admin, const Registry &registry, const OfficeSetup &setup)
{
    const ServerNames names(setup.database);
    QStringList plan;
    if (!hasPlugin(admin))
        plan << Tr::tr("Install the server's plugin auth_ed25519, which passwords are checked with.");
    const QString stored = storedFingerprint(admin, names);
    if (stored.isEmpty()) {
        plan << Tr::tr("Make the databases %1 (views and procedures, for people) and %2 (tables, for nobody).")
                    .arg(names.database(), names.data());
        plan << Tr::tr("Make %n table(s).", nullptr, int(serverTables(registry, names).size()));
        plan << Tr::tr("Make %n view(s) that show everybody what their role allows.", nullptr,
                       int(serverViews(registry, names).size()));
        plan << Tr::tr("Make two locked accounts, %1_definer and %1_keeper, in whose name views and procedures work.")
                    .arg(names.database());
    } else if (stored == serverFingerprint(registry, names)) {
        plan << Tr::tr("Leave tables, views and procedures as they are: they are up to date.");
    } else {
        plan << Tr::tr("Bring tables, views and procedures of %1 up to this program. Nothing is deleted.")
                    .arg(names.database());
    }
    for (const QString &account : {names.owner(), names.service()}) {
        if (!hasAccount(admin, account))
            plan << (account == names.owner() ? Tr::tr("Make the account %1, for upgrades and plugins.").arg(account)
                                              : Tr::tr("Make the account %1, for jobs and backups.").arg(account));
    }
    if (!hasPeople(admin, names)) {
        plan << Tr::tr("Add the first roles, statuses, units and so on, and %1 as the first administrator.")
                    .arg(setup.first.adminLogin);
        plan
            << (setup.plainConnections
                    ? Tr::tr(
                          "Let people come without encryption, as you wish: passwords and data can be read on the way.")
                    : Tr::tr("Let people come over encrypted connections only."));
    }
    return plan;
}

OfficeMade makeOffice(const MariaDbAdministrator &root, const Registry &registry, const OfficeSetup &setup,
                      const Progress &progress)
{
    checkSetup(setup, false);
    const ServerNames names(setup.database);
    auto db = openAdministrator(root);
    takeTurn(*db, names);
    const QString stored = storedFingerprint(*db, names);
    const bool first = !hasPeople(*db, names);
    checkSetup(setup, first);
    if (const QString account = accountName(setup.first.adminLogin, names); first && hasAccount(*db, account))
        throw Error::validation({{QStringLiteral("login"), accountTaken(account), {}}});

    OfficeMade made;
    made.adopted = !first;
    made.ownerPassword = accountPassword(*db, names.owner(), setup.ownerPassword, first);
    made.servicePassword = accountPassword(*db, names.service(), setup.servicePassword, first);
    if (!hasPlugin(*db))
        db->exec(QStringLiteral("INSTALL SONAME 'auth_ed25519'"));
    QStringList statements = setupStatements(
        names, {verifierOf(made.ownerPassword), verifierOf(made.servicePassword), !setup.plainConnections});
    if (stored.isEmpty())
        statements += createStatements(registry, names,
                                       {setup.first.baseCurrency, setup.first.language, !setup.plainConnections});
    runSteps(*db, statements, progress);
    if (!stored.isEmpty())
        made.upgraded = upgradeOffice(*db, registry, names, progress);
    if (first) {
        Id admin = findPerson(*db, names, setup.first.adminLogin); // an interrupted set-up may have made them
        if (!admin && count(*db, names.table("users")) > 0)
            throw Error(
                ErrorKind::NotFound,
                Tr::tr("An earlier set-up was interrupted with another administrator. Run: mycrmctl server rescue "
                       "--admin %1")
                    .arg(setup.first.adminLogin));
        if (!admin)
            admin = addFirstRows(root, registry, names, setup.first);
        makeAccount(*db, names, admin, setup.first.adminLogin, setup.first.adminPassword);
        made.adminAccount = accountName(setup.first.adminLogin, names);
    }
    return made;
}

void rescueAdministrator(const MariaDbAdministrator &root, const Registry &registry, const QString &database,
                         const QString &login, const QString &password)
{
    OfficeSetup setup;
    setup.database = database;
    setup.first.adminLogin = login;
    setup.first.adminPassword = password;
    checkSetup(setup, true);
    const ServerNames names(database);
    auto db = openAdministrator(root);
    takeTurn(*db, names);
    if (!hasTable(*db, names, QStringLiteral("people")))
        throw Error(ErrorKind::NotFound, Tr::tr("There is no office “%1” on this server.").arg(database));
    const Id role = db->scalar(QStringLiteral("SELECT MIN(id) FROM %1 WHERE is_admin=1 AND deleted_at IS NULL")
                                   .arg(names.table("roles")))
                        .toLongLong();
    if (!role)
        throw Error(ErrorKind::Corrupt, Tr::tr("The office has no role of administrators any more. Restore a backup."));
    Id person = findPerson(*db, names, login);
    {
        Bootstrap session(root, registry, names);
        Repository &repository = session.repository();
        Document user = person ? repository.load(QStringLiteral("users"), person)
                               : Document(Record(repository.catalog()->at(QStringLiteral("users")), newId()));
        user.set(QStringLiteral("login"), login);
        user.set(QStringLiteral("role_id"), role);
        user.set(QStringLiteral("active"), true);
        person = repository.save(user, SaveKey::fresh()).document.id();
    }
    db->run(QStringLiteral("UPDATE %1 SET locked=0, must_change=0 WHERE user_id=?").arg(names.table("people")),
            {person});
    // Their own address list might keep them out too; the role's is for the office to decide.
    db->run(QStringLiteral("DELETE FROM %1 WHERE user_id=? OR role_id=?").arg(names.table("allowed_addresses")),
            {person, role});
    makeAccount(*db, names, person, login, password);
}

} // namespace crm
