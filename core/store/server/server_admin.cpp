// Connections as an administrator of the MariaDB, and tries of the way to an office.
#include "core/model/error.h"
#include "core/store/server/server_names.h"
#include "core/store/server/server_setup.h"
#include "core/store/session.h"
#include <QCoreApplication>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::ServerAdmin)
};
constexpr int setupSeconds = 900; ///< statements on tables may take their time
} // namespace

std::unique_ptr<Database> openAdministrator(const MariaDbAdministrator &root)
{
    ServerOptions options;
    options.selectDatabase = false;
    options.readSeconds = options.writeSeconds = setupSeconds;
    options.administrator = true;
    QString login = root.login;
    if (login.isEmpty())
        login = qEnvironmentVariable("SUDO_USER").isEmpty() ? qEnvironmentVariable("USER", QStringLiteral("root"))
                                                            : QStringLiteral("root");
    return Database::openServer(root.address, login, root.password, options);
}

QString testConnection(const ServerAddress &address, const Credentials &who)
{
    const QString server = address.displayName();
    ServerOptions options;
    if (who.login.isEmpty() || who.password.isEmpty()) {
        // Nobody has this account: that the server says so proves that it was reached and is the right one.
        options.selectDatabase = false;
        try {
            Database::openServer(address, QStringLiteral("mycrm_test"), QStringLiteral("nobody"), options);
        } catch (const Error &error) {
            if (error.kind() != ErrorKind::Denied && error.kind() != ErrorKind::Unsupported)
                throw;
        }
        return address.allowPlain
                   ? Tr::tr("“%1” answers. Enter login and password to go on.").arg(server)
                   : Tr::tr("“%1” answers, and its certificate is the right one. Enter login and password to go on.")
                         .arg(server);
    }
    auto db =
        Database::openServer(address, accountName(who.login, ServerNames(address.database)), who.password, options);
    if (db->scalar(QStringLiteral("SELECT COUNT(*) FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA=? AND "
                                  "ROUTINE_NAME='session_start'"),
                   {address.database})
            .toLongLong() == 0)
        throw Error(
            ErrorKind::Corrupt,
            Tr::tr("“%1” is no office of this program, or its set-up has not been finished. Check the name of the "
                   "database, or ask the administrator to run: mycrmctl server init.")
                .arg(server));
    const QString warning = untestedServerWarning(db->serverVersion());
    return Tr::tr("“%1” lets %2 in.").arg(server, who.login) + (warning.isEmpty() ? QString() : u' ' + warning);
}

} // namespace crm
