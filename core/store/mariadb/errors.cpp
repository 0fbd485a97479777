// MariaDB's and Connector/C's errors in the person's words. https://mariadb.com/kb/en/mariadb-error-codes/
#include "core/store/engine.h"
#include "core/store/mariadb/refusal.h"
#include <QCoreApplication>
#include <QRegularExpression>
#include <QSqlError>
#include <errmsg.h>
#include <mysqld_error.h>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::ServerErrors)
};

/// For the log: no values of rows, no passwords.
QString detailsOf(const QSqlError &error, const QString &sql)
{
    static const QRegularExpression value(QStringLiteral("\\b(entry|value:?) '.*'( for\\b| at\\b|$)"),
                                          QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression secret(QStringLiteral("PASSWORD|IDENTIFIED|account_"),
                                           QRegularExpression::CaseInsensitiveOption);
    const QString text = error.databaseText().replace(value, QStringLiteral("\\1 ...\\2"));
    const QString shownSql = sql.contains(secret) ? QStringLiteral("(a statement about accounts)") : sql.left(2000);
    return QStringLiteral("%1 [%2, %3] in: %4").arg(text, error.nativeErrorCode(), error.driverText(), shownSql);
}

QString tlsSentence(const QString &text, const QString &server)
{
    if (text.contains(u"doesn't support") || text.contains(u"not support"))
        return Tr::tr("The server of “%1” offers no encryption, so nothing was sent to it. Ask its administrator.")
            .arg(server);
    if (text.contains(u"Validation of SSL server certificate") || text.contains(u"hostname", Qt::CaseInsensitive) ||
        text.contains(u"host name", Qt::CaseInsensitive))
        return Tr::tr(
                   "The server of “%1” shows a certificate for another name, so nothing was sent to it. Use the name "
                   "that the certificate was made for, or ask the administrator.")
            .arg(server);
    if (text.contains(u"not yet valid", Qt::CaseInsensitive))
        return Tr::tr("The certificate of “%1” is not valid yet, so nothing was sent to the server. Check the clock of "
                      "this computer.")
            .arg(server);
    if (text.contains(u"expired", Qt::CaseInsensitive))
        return Tr::tr("The certificate of “%1” has expired, so nothing was sent to the server. Ask its administrator.")
            .arg(server);
    if (text.contains(u"self-signed") || text.contains(u"self signed") || text.contains(u"issuer") ||
        text.contains(u"verify", Qt::CaseInsensitive))
        return Tr::tr("The certificate of “%1” was not signed by the authority that this connection trusts, so nothing "
                      "was sent to the server. Choose the certificate file that its administrator gave you.")
            .arg(server);
    return Tr::tr("No encrypted connection with “%1” came about, so nothing was sent to the server.").arg(server);
}

bool isTimeout(const QString &text)
{
    return text.contains(u"error: 110") || text.contains(u"error: 60") || text.contains(u"error: 10060") ||
           text.contains(u"(110)") || text.contains(u"(60)") || text.contains(u"(10060)") ||
           text.contains(u"timed out", Qt::CaseInsensitive) || text.contains(u"timeout", Qt::CaseInsensitive);
}

std::optional<Error> ofConnecting(int code, const QString &text, const QString &details, const QString &server)
{
    const auto connection = [&](const QString &sentence) {
        return Error(ErrorKind::Connection, sentence.arg(server), details);
    };
    switch (code) {
    case CR_UNKNOWN_HOST:
        return connection(Tr::tr("There is no server of that name: “%1”. Check the address and the network."));
    case CR_CONNECTION_ERROR:
    case CR_CONN_HOST_ERROR:
    case CR_IPSOCK_ERROR:
    case CR_SOCKET_CREATE_ERROR:
        // The server says so before encryption, so nobody vouches for it.
        if (text.contains(u"1130 "))
            return connection(Tr::tr("“%1” takes no connections from this computer. Ask the administrator."));
        if (isTimeout(text))
            return connection(Tr::tr("“%1” does not answer. Check the address and the network."));
        return connection(
            Tr::tr("“%1” cannot be reached: nobody takes calls there. Check the address and the port; the "
                   "server may not be running."));
    case CR_SERVER_LOST:
    case CR_SERVER_LOST_EXTENDED:
        if (isTimeout(text))
            return connection(Tr::tr("“%1” does not answer. Check the address and the network."));
        return connection(
            Tr::tr("“%1” took the call and closed it at once. Check the address and the port; the server may "
                   "just be starting."));
    case CR_SERVER_HANDSHAKE_ERR:
    case CR_VERSION_ERROR:
        return connection(Tr::tr("What answers at “%1” is no MariaDB server. Check the address and the port."));
    case CR_SSL_CONNECTION_ERROR:
        return Error(ErrorKind::Connection, tlsSentence(text, server), details);
    case CR_PLUGIN_NOT_ALLOWED:
    case CR_AUTH_PLUGIN_CANNOT_LOAD:
    case CR_AUTH_PLUGIN_ERR:
        // Of a login that it does not know a server asks the password in the way of another account, so that nobody
        // learns which there are: this is what a mistyped login looks like.
        return Error(
            ErrorKind::Denied,
            Tr::tr("The name or the password is wrong. If both are right, the account was not made for ed25519: "
                   "“%1” then asks for the password in a way that is not safe, so it was not sent. Ask the "
                   "administrator.")
                .arg(server),
            details);
    default:
        return {};
    }
}

std::optional<Error> ofAccount(int code, const QString &details, const QString &server)
{
    const auto denied = [&](const QString &sentence) { return Error(ErrorKind::Denied, sentence, details); };
    switch (code) {
    case ER_ACCESS_DENIED_ERROR:
    case ER_ACCESS_DENIED_NO_PASSWORD_ERROR:
        return denied(Tr::tr("The name or the password is wrong."));
    case ER_ACCOUNT_HAS_BEEN_LOCKED:
        return denied(Tr::tr("This account is locked. Ask an administrator."));
    case ER_USER_IS_BLOCKED: // max_password_errors
        return denied(Tr::tr("Too many wrong passwords: the server has closed this account. An administrator opens it "
                             "again by setting a new password."));
    case ER_MUST_CHANGE_PASSWORD:
    case ER_MUST_CHANGE_PASSWORD_LOGIN:
        return denied(Tr::tr("The password of this account has expired. Ask an administrator for a new one."));
    case ER_HOST_NOT_PRIVILEGED:
    case ER_HOST_IS_BLOCKED:
        return denied(Tr::tr("“%1” takes no connections from this computer. Ask the administrator.").arg(server));
    case ER_BAD_DB_ERROR:
        return Error(ErrorKind::NotFound, Tr::tr("There is no such database: “%1”. Check its name.").arg(server),
                     details);
    case ER_DBACCESS_DENIED_ERROR:
        return denied(Tr::tr("This account has no right to “%1”, or there is no such database.").arg(server));
    case ER_TABLEACCESS_DENIED_ERROR:
    case ER_COLUMNACCESS_DENIED_ERROR:
    case ER_PROCACCESS_DENIED_ERROR: // it may not be there at all: the server tells nobody the difference
        return denied(Tr::tr("The server does not let this account do that. If this program is newer than the office, "
                             "an administrator has to run: mycrmctl server upgrade."));
    case ER_SPECIFIC_ACCESS_DENIED_ERROR:
        return denied(Tr::tr("The server does not let this account do that."));
    case ER_CON_COUNT_ERROR:
    case ER_TOO_MANY_USER_CONNECTIONS:
    case ER_USER_LIMIT_REACHED:
        return Error(ErrorKind::Busy,
                     Tr::tr("“%1” has too many connections just now. Try again in a moment.").arg(server), details);
    default:
        return {};
    }
}

std::optional<Error> ofWorking(int code, const QString &text, const QString &details, const QString &server)
{
    switch (code) {
    case ER_QUERY_INTERRUPTED:
    case ER_STATEMENT_TIMEOUT:
        return Error(ErrorKind::Cancelled, Tr::tr("Cancelled."), details);
    case ER_LOCK_WAIT_TIMEOUT:
    case ER_LOCK_DEADLOCK:
    case ER_CHECKREAD:
    case ER_TABLE_DEF_CHANGED: // an upgrade came between the begin of this transaction and now
        return Error(ErrorKind::Busy, Tr::tr("Others are working on the same records just now. Try again in a moment."),
                     details);
    case ER_DISK_FULL:
    case ER_RECORD_FILE_FULL:
        return Error(ErrorKind::Connection,
                     Tr::tr("The disk of the server is full: nothing was saved. Tell the administrator."), details);
    case ER_OPTION_PREVENTS_STATEMENT:
    case ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION:
        // No refusal of the person: whoever waits, or goes to the first server, may go on.
        return Error(
            ErrorKind::Busy,
            Tr::tr("“%1” takes no changes just now, and signing in is one; nothing was saved. It may be a copy "
                   "of the office for reports: then connect to the first server. Or ask the administrator.")
                .arg(server),
            details);
    case ER_ERROR_ON_WRITE:
    case ER_GET_ERRNO:
        if (text.contains(u"28") || text.contains(u"No space left") || text.contains(u"full"))
            return Error(ErrorKind::Connection,
                         Tr::tr("The disk of the server is full: nothing was saved. Tell the administrator."), details);
        return {};
    case ER_BAD_FIELD_ERROR:
    case ER_NO_SUCH_TABLE:
    case ER_SP_DOES_NOT_EXIST:
    case ER_SP_WRONG_NO_OF_ARGS:
    case ER_VIEW_INVALID:
        return Error(
            ErrorKind::Unsupported,
            Tr::tr("The office on “%1” does not know all that this program brings along. An administrator has to bring "
                   "it up to this version (mycrmctl server upgrade); until then, use the version that the office uses.")
                .arg(server),
            details);
    case ER_NET_PACKET_TOO_LARGE:
    case CR_NET_PACKET_TOO_LARGE:
        return Error(ErrorKind::Validation, Tr::tr("This is more than the server takes at once (max_allowed_packet)."),
                     details);
    default:
        return {};
    }
}
} // namespace

bool isConnectionLost(const QSqlError &error)
{
    switch (error.nativeErrorCode().toInt()) {
    case CR_SERVER_GONE_ERROR:
    case CR_SERVER_LOST:
    case CR_SERVER_LOST_EXTENDED:
    case CR_SSL_CONNECTION_ERROR: // what TLS says when the other end has gone
    case CR_ERR_NET_READ:
    case CR_ERR_NET_WRITE:
    case CR_MALFORMED_PACKET:
    case CR_COMMANDS_OUT_OF_SYNC:
    case CR_STMT_CLOSED:
    case ER_CONNECTION_KILLED:
    case ER_SERVER_SHUTDOWN:
        return true;
    default:
        return false;
    }
}

void raiseConnectError(const QSqlError &error, const QString &server)
{
    const QString details = detailsOf(error, QStringLiteral("connect"));
    if (const auto e = ofConnecting(error.nativeErrorCode().toInt(), error.databaseText(), details, server))
        throw *e;
    raiseServerError(error, QStringLiteral("connect"), server);
}

void raiseServerError(const QSqlError &error, const QString &sql, const QString &server)
{
    const int code = error.nativeErrorCode().toInt();
    const QString text = error.databaseText();
    const QString details = detailsOf(error, sql);
    if (ServerRefusal::isOne(error.driverText(), text))
        throw ServerRefusal::parse(text, details);
    if (isConnectionLost(error))
        throw Error(
            ErrorKind::Connection,
            Tr::tr("The connection with “%1” was lost. What was not confirmed may not have been saved.").arg(server),
            details);
    if (const auto e = ofAccount(code, details, server))
        throw *e;
    if (const auto e = ofWorking(code, text, details, server))
        throw *e;
    if (error.driverText().startsWith(u"22") || error.driverText().startsWith(u"23")) // data, constraints
        throw Error(ErrorKind::Validation, Tr::tr("The data contradicts other records, so nothing was saved."),
                    details);
    throw Error(ErrorKind::Corrupt, Tr::tr("The server refused a request of the program."), details);
}

} // namespace crm
