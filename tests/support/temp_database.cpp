#include "tests/support/temp_database.h"
#include "core/modules/modules.h"
#include "core/store/server/server_store.h"

namespace crm::test {

const Registry &builtinRegistry()
{
    static const Registry *registry = [] {
        auto *r = new Registry;
        modules::declareAll(*r);
        r->seal();
        return r;
    }();
    return *registry;
}

namespace {
void makeFile(const QString &path, const Registry &registry, const QString &adminPassword)
{
    createLocal(
        path, registry,
        {.adminLogin = QStringLiteral("admin"), .adminPassword = adminPassword, .language = QStringLiteral("en")});
}

/// A new file with the built-in declarations, made by the first test of a process that wants one with that password:
/// the others get copies.
const QByteArray &newFile(const QString &adminPassword)
{
    static QHash<QString, QByteArray> made;
    QByteArray &content = made[adminPassword];
    if (content.isEmpty()) {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("new.mycrm")));
        makeFile(file.fileName(), builtinRegistry(), adminPassword);
        file.open(QIODevice::ReadOnly);
        content = file.readAll();
    }
    return content;
}
} // namespace

DatabaseEngine engineOfThisRun()
{
    return qEnvironmentVariable("CRM_TEST_ENGINE") == QLatin1String("mariadb") ? DatabaseEngine::Server
                                                                               : DatabaseEngine::File;
}

TempDatabase::TempDatabase(const Registry &registry, const QString &adminPassword, DatabaseEngine engine)
    : m_path(m_folder.filePath(QStringLiteral("test.mycrm")))
    , m_registry(registry)
{
    if (engine == DatabaseEngine::Server) {
        const QString password = adminPassword.isEmpty() ? TempOffice::usualPassword : adminPassword;
        m_office = &registry == &builtinRegistry()
                       ? TempOffice::used(registry, MariaDbServer::shared(), password)
                       : std::make_unique<TempOffice>(registry, MariaDbServer::shared(), password);
        return;
    }
    if (&registry != &builtinRegistry()) {
        makeFile(m_path, registry, adminPassword);
        return;
    }
    QFile file(m_path);
    file.open(QIODevice::WriteOnly);
    file.write(newFile(adminPassword));
}

Target TempDatabase::target() const
{
    return m_office ? Target::onServer(m_office->address()) : Target{Target::LocalFile, m_path, {}};
}

Credentials TempDatabase::credentials(const Credentials &who) const
{
    return m_office ? m_office->credentials(who) : who;
}

std::unique_ptr<Repository> TempDatabase::asSystem() const
{
    if (m_office)
        return m_office->as(QStringLiteral("admin"));
    return openLocalAsSystem(m_path, m_registry);
}

std::unique_ptr<Repository> TempDatabase::as(const QString &login, const QString &password) const
{
    if (m_office)
        return m_office->as(login, password);
    return openLocal(m_path, m_registry, login, password);
}

std::unique_ptr<Repository> TempDatabase::asItself(const Credentials &who) const
{
    if (m_office)
        return openServer(m_office->address(), who.login, who.password, m_registry);
    return openLocal(m_path, m_registry, who.login, who.password);
}

Id TempDatabase::addUser(const QString &login, const QString &role) const
{
    if (m_office)
        return m_office->addUser(login, role);
    auto repo = asSystem();
    const auto catalog = repo->catalog();
    Query query(QStringLiteral("roles"));
    query.filter = Filter::where(QStringLiteral("name"), Op::Equal, role);
    const Page roles = repo->page(query, {});
    if (roles.rows.isEmpty())
        qFatal("no role %s", qPrintable(role));
    Document user(Record(catalog->at(QStringLiteral("users"))));
    user.set(QStringLiteral("login"), login);
    user.set(QStringLiteral("name"), login);
    user.set(QStringLiteral("role_id"), roles.rows.first().id);
    user.set(QStringLiteral("active"), true);
    const Id id = repo->save(user).document.id();
    repo->setPassword(id, QStringLiteral("secret-1"));
    return id;
}

} // namespace crm::test
