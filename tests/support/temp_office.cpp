#include "tests/support/temp_office.h"
#include "core/access/ed25519_verifier.h"
#include "core/store/database.h"
#include "core/store/server/server_names.h"
#include "core/store/server/server_schema.h"
#include "core/store/server/server_store.h"
#include "core/store/server/server_text.h"
#include "tests/support/office_shelf.h"

namespace crm::test {

namespace {
const QString &password = TempOffice::usualPassword;

Id roleNamed(Repository &repository, const QString &name)
{
    Query query(QStringLiteral("roles"));
    query.filter = Filter::where(QStringLiteral("name"), Op::Equal, name);
    const Page roles = repository.page(query, {});
    if (roles.rows.isEmpty())
        qFatal("no role %s", qPrintable(name));
    return roles.rows.first().id;
}

Document person(Repository &repository, const QString &name, const QString &login, Id role)
{
    Document user(Record(repository.catalog()->at(QStringLiteral("users"))));
    user.set(QStringLiteral("login"), login);
    user.set(QStringLiteral("name"), name);
    user.set(QStringLiteral("role_id"), role);
    user.set(QStringLiteral("active"), true);
    return user;
}
} // namespace

TempOffice::TempOffice(const Registry &registry, MariaDbServer &server, const QString &adminPassword)
    : m_server(server)
    , m_name(MariaDbServer::uniqueName())
    , m_registry(registry)
    , m_adminPassword(adminPassword)
{
    make();
}

TempOffice::TempOffice(const Registry &registry, MariaDbServer &server, const QString &adminPassword,
                       const QString &name, std::unique_ptr<Database> lease)
    : m_server(server)
    , m_name(name)
    , m_registry(registry)
    , m_adminPassword(adminPassword)
    , m_lease(std::move(lease))
{}

std::unique_ptr<TempOffice> TempOffice::used(const Registry &registry, MariaDbServer &server,
                                             const QString &adminPassword)
{
    OfficeShelf shelf(server);
    QString name = shelf.take();
    if (name.isEmpty()) {
        name = MariaDbServer::uniqueName();
        std::unique_ptr<TempOffice> office(new TempOffice(registry, server, adminPassword, name, nullptr));
        office->make();
        office->m_lease = shelf.add(name);
        return office;
    }
    shelf.renew(name, mariadbVerifier(adminPassword));
    return std::unique_ptr<TempOffice>(new TempOffice(registry, server, adminPassword, name, shelf.lease()));
}

TempOffice::~TempOffice()
{
    // Of a used one those that bear no name of this office (the demo's people): others may want theirs.
    const QList<QStringList> accounts = m_server.sql(
        QStringLiteral("SELECT CONCAT('`',made,'`@`%`') FROM %1_data.people WHERE made IS NOT NULL%2")
            .arg(m_name, m_lease ? QStringLiteral(" AND made NOT LIKE '%\\_") + m_name + u'\'' : QString()));
    for (const QStringList &account : accounts)
        m_server.sql(QStringLiteral("DROP USER IF EXISTS ") + account.first());
    if (m_lease)
        return;
    m_server.sql(QStringLiteral("DROP DATABASE IF EXISTS `%1`; DROP DATABASE IF EXISTS `%1_data`; "
                                "DROP USER IF EXISTS `%1_definer`@localhost, `%1_keeper`@localhost, `%1_owner`@`%`, "
                                "`%1_service`@`%`")
                     .arg(m_name));
}

ServerAddress TempOffice::address() const
{
    ServerAddress a;
    a.host = QStringLiteral("127.0.0.1");
    a.port = m_server.port();
    a.database = m_name;
    a.caFile = m_server.caFile();
    return a;
}

Credentials TempOffice::credentials(const Credentials &who) const
{
    // Nobody at all: whom a file opens for by itself.
    const QString name = who.login.isEmpty() ? QStringLiteral("admin") : who.login;
    const QString own = name == QLatin1String("admin") ? m_adminPassword : password;
    return {loginOf(name), who.password.isEmpty() ? own : who.password};
}

std::unique_ptr<StoreRepository> TempOffice::as(const QString &login, const QString &secret) const
{
    const Credentials who = credentials({login, secret});
    return openServer(address(), who.login, who.password, m_registry);
}

void TempOffice::make()
{
    const ServerNames names(m_name);
    ServerAddress local;
    local.socket = m_server.socketPath();
    ServerOptions options;
    options.selectDatabase = false;
    auto root = Database::openServer(local, QStringLiteral("root"), m_server.rootPassword(), options);
    const QString verifier = mariadbVerifier(password);
    const QStringList statements =
        setupStatements(names, {verifier, verifier, true}) + createStatements(m_registry, names, {});
    for (const QString &statement : statements)
        root->exec(statement);

    // The program itself comes in for the first rows, as somebody with every right.
    const QString account = accountName(m_name + QStringLiteral("_setup"), names);
    const Id id = newId();
    root->exec(QStringLiteral("CREATE USER `%1`@`%` IDENTIFIED VIA ed25519 USING '%2'").arg(account, verifier));
    root->exec(QStringLiteral("GRANT SELECT, EXECUTE ON `%1`.* TO `%2`@`%`").arg(m_name, account));
    root->run(filled(names, QStringLiteral("INSERT INTO {data}.people (user_id,account,made,login,name,is_admin,"
                                           "is_staff,active) VALUES (?,?,?,?,'system',1,1,1)")),
              {id, account, account, m_name + QStringLiteral("_setup")});
    for (const char *rows : {"SELECT ?,name,'',3,3,3,3,3 FROM {data}.entities WHERE scope_kind<>4",
                             "SELECT ?,name,'',1,1,1,1,1 FROM {data}.entities WHERE scope_kind=4",
                             "SELECT ?,child,parent,3,3,3,3,3 FROM {data}.entity_parents"}) {
        root->run(filled(names, QStringLiteral("INSERT IGNORE INTO {data}.levels (user_id,entity,parent,can_read,"
                                               "can_create,can_update,can_delete,can_export) ") +
                                    QLatin1String(rows)),
                  {id});
    }
    {
        auto system = openServer(address(), m_name + QStringLiteral("_setup"), password, m_registry);
        QList<Document> stock;
        for (const StockRows &rows : m_registry.stockRows())
            stock += rows(*system->catalog(), QStringLiteral("en"));
        system->saveMany(stock, 0);
        const Id admin =
            system
                ->save(person(*system, QStringLiteral("admin"), loginOf(QStringLiteral("admin")), stock.first().id()),
                       {})
                .document.id();
        root->run(filled(names, QStringLiteral("CALL {data}.account_make(?,?)")),
                  {admin, mariadbVerifier(m_adminPassword)});
        root->run(filled(names, QStringLiteral("CALL {data}.account_apply(0)")));
    }
    root->exec(QStringLiteral("DROP USER `%1`@`%`").arg(account));
    root->run(filled(names, QStringLiteral("DELETE FROM {data}.levels WHERE user_id=?")), {id});
    root->run(filled(names, QStringLiteral("DELETE FROM {data}.people WHERE user_id=?")), {id});
}

Id TempOffice::addUser(const QString &login, const QString &role) const
{
    auto admin = as(QStringLiteral("admin"));
    const Id id = admin->save(person(*admin, login, loginOf(login), roleNamed(*admin, role)), {}).document.id();
    admin->setPassword(id, password);
    return id;
}

} // namespace crm::test
