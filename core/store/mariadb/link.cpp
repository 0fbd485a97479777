#include "core/store/mariadb/link.h"
#include <QFile>
#include <errmsg.h>
#include <mysqld_error.h>
#include <utility>

namespace crm::mariadb {

namespace {
void setTimeouts(MYSQL *link, const LinkSettings &s)
{
    const unsigned connect = unsigned(s.connectSeconds), read = unsigned(s.readSeconds),
                   write = unsigned(s.writeSeconds);
    mysql_optionsv(link, MYSQL_OPT_CONNECT_TIMEOUT, &connect);
    mysql_optionsv(link, MYSQL_OPT_READ_TIMEOUT, &read);
    mysql_optionsv(link, MYSQL_OPT_WRITE_TIMEOUT, &write);
}

void setTls(MYSQL *link, const ServerAddress &address)
{
    mysql_optionsv(link, MARIADB_OPT_TLS_VERSION, "TLSv1.2,TLSv1.3");
    const my_bool strict = address.allowPlain ? 0 : 1;
    mysql_optionsv(link, MYSQL_OPT_SSL_ENFORCE, &strict);
    mysql_optionsv(link, MYSQL_OPT_SSL_VERIFY_SERVER_CERT, &strict);
    if (strict && !address.caFile.isEmpty())
        mysql_optionsv(link, MYSQL_OPT_SSL_CA, QFile::encodeName(address.caFile).constData());
}
} // namespace

MYSQL *newLink()
{
    static const int started = mysql_server_init(0, nullptr, nullptr); // not safe when two threads do it at once
    Q_UNUSED(started)
    return mysql_init(nullptr);
}

namespace {
enum class As { Person, NameOnly, Nobody };

bool connect(MYSQL *link, const LinkSettings &s, As as)
{
    setTimeouts(link, s);
    const unsigned no = 0;
    mysql_optionsv(link, MYSQL_OPT_LOCAL_INFILE, &no);
    const my_bool off = 0;
    mysql_optionsv(link, MYSQL_OPT_RECONNECT, &off);
    mysql_optionsv(link, MYSQL_SET_CHARSET_NAME, "utf8mb4");
    if (as == As::Person) {
        // Starting with ed25519 sends nothing made from the password before the server has named the same; the
        // restriction keeps a server (or whoever plays one) from asking for the password itself.
        mysql_optionsv(link, MYSQL_DEFAULT_AUTH, "client_ed25519");
        mysql_optionsv(link, MARIADB_OPT_RESTRICTED_AUTH,
                       s.administrator ? "client_ed25519,caching_sha2_password,mysql_native_password,auth_gssapi_client"
                                       : "client_ed25519,caching_sha2_password");
    }
    const bool local = !s.address.socket.isEmpty();
    if (!local)
        setTls(link, s.address);
    const unsigned protocol = local ? MYSQL_PROTOCOL_SOCKET : MYSQL_PROTOCOL_TCP;
    mysql_optionsv(link, MYSQL_OPT_PROTOCOL, &protocol);
    const bool person = as == As::Person;
    const QByteArray host = local ? QByteArray("localhost") : s.address.host.toUtf8();
    const QByteArray user = as != As::Nobody ? s.user.toUtf8() : QByteArray();
    const QByteArray password = person ? s.password.toUtf8() : QByteArray();
    const QByteArray database = s.address.database.toUtf8(), socket = QFile::encodeName(s.address.socket);
    return mysql_real_connect(link, host.constData(), user.constData(), password.constData(),
                              s.selectDatabase && person ? database.constData() : nullptr,
                              local ? 0 : unsigned(s.address.port), local ? socket.constData() : nullptr,
                              CLIENT_MULTI_RESULTS) != nullptr;
}
} // namespace

bool openLink(MYSQL *&link, const LinkSettings &s)
{
    if (connect(link, s, As::Person))
        return true;
    if (mysql_errno(link) != CR_SERVER_HANDSHAKE_ERR)
        return false;
    // The ed25519 plug-in of Connector/C writes this over what TLS had to say, or the server of an account that it has
    // closed, and people need to know that. So ask again without a password: as nobody, since what is wrong with TLS
    // shows before the account does, then with the name alone.
    for (const auto &[as, expected] :
         {std::pair{As::Nobody, CR_SSL_CONNECTION_ERROR}, {As::NameOnly, ER_USER_IS_BLOCKED}}) {
        MYSQL *probe = newLink();
        const bool told = !connect(probe, s, as) && mysql_errno(probe) == unsigned(expected);
        if (told)
            std::swap(link, probe);
        mysql_close(probe);
        if (told)
            break;
    }
    return false;
}

} // namespace crm::mariadb
