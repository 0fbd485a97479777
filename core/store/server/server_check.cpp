#include "core/store/server/server_check.h"
#include "core/model/error.h"
#include "core/store/server/server_names.h"
#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>
#include <QSet>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::ServerCheck)
};
constexpr int oldestMinor = 6; // of MariaDB 10
constexpr qint64 smallestPacket = 32 << 20;
constexpr qint64 clockToleranceS = 300;

bool isMariaDb(const QString &version) { return version.contains(QLatin1String("MariaDB"), Qt::CaseInsensitive); }

QString serverName(const QString &version)
{
    return (isMariaDb(version) ? QStringLiteral("MariaDB ") : QStringLiteral("MySQL ")) + version.section(u'-', 0, 0);
}

/// Looks at one server; each method adds what it found.
class Examination
{
public:
    Examination(Database &admin, const CheckOptions &options)
        : m_db(admin)
        , m_options(options)
    {}

    void version();
    void privileges();
    void encryption();
    void signingIn();
    void settings();
    void clock();
    void office(const QString &database);
    ServerReport report;

private:
    void add(ServerFinding::Weight weight, const QString &sentence, const QString &remedy = {})
    {
        report.findings << ServerFinding{weight, sentence, remedy};
    }
    /// Fine or not, in one go.
    void expect(bool good, ServerFinding::Weight otherwise, const QString &fine, const QString &fault,
                const QString &remedy)
    {
        good ? add(ServerFinding::Fine, fine) : add(otherwise, fault, remedy);
    }
    QString variable(const char *name)
    {
        return m_db
            .scalar(QStringLiteral("SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_VARIABLES "
                                   "WHERE VARIABLE_NAME=?"),
                    {QString::fromLatin1(name)})
            .toString();
    }
    bool isOn(const char *name)
    {
        const QString value = variable(name).toUpper();
        return value == u"ON" || value == u"1" || value == u"YES";
    }
    static QString setting(const char *line)
    {
        return Tr::tr("Put “%1” into the section [mariadbd] of the server's configuration and restart it.")
            .arg(QLatin1String(line));
    }
    bool m_mariaDb = false;
    Database &m_db;
    CheckOptions m_options;
};

void Examination::version()
{
    const QString text = m_db.scalar(QStringLiteral("SELECT VERSION()")).toString();
    m_mariaDb = isMariaDb(text);
    report.version = serverName(text);
    report.findings << versionFinding(text, m_options);
}

void Examination::privileges()
{
    static const QStringList needed = {
        "SELECT",      "INSERT",      "UPDATE",    "DELETE",           "CREATE",        "DROP",    "ALTER", "INDEX",
        "REFERENCES",  "CREATE VIEW", "SHOW VIEW", "CREATE ROUTINE",   "ALTER ROUTINE", "EXECUTE", "EVENT", "TRIGGER",
        "LOCK TABLES", "CREATE USER", "PROCESS",   "CONNECTION ADMIN", "SET USER"};
    QSet<QString> held;
    Rows rows = m_db.run(QStringLiteral("SELECT DISTINCT PRIVILEGE_TYPE FROM information_schema.USER_PRIVILEGES "
                                        "WHERE IS_GRANTABLE='YES' AND GRANTEE IN (CONCAT(QUOTE(SUBSTRING_INDEX("
                                        "CURRENT_USER(),'@',1)),'@',QUOTE(SUBSTRING_INDEX(CURRENT_USER(),'@',-1))), "
                                        "QUOTE(CURRENT_ROLE()))"));
    while (rows.next())
        held << rows.text(0);
    QStringList missing;
    for (const QString &privilege : needed) {
        if (!held.contains(privilege))
            missing << privilege;
    }
    const QString who = m_db.scalar(QStringLiteral("SELECT CURRENT_USER()")).toString();
    expect(missing.isEmpty(), ServerFinding::Stop, Tr::tr("%1 may make databases and accounts.").arg(who),
           Tr::tr("%1 may not do everything that is needed, with the right to grant it: %2.")
               .arg(who, missing.join(QStringLiteral(", "))),
           Tr::tr("Come as root, or let root say: GRANT ALL PRIVILEGES ON *.* TO ... WITH GRANT OPTION."));
}

void Examination::encryption()
{
    const ServerFinding::Weight weight = m_options.plainConnections ? ServerFinding::Advice : ServerFinding::Stop;
    const QString have = variable("have_ssl");
    expect(have == u"YES", weight, Tr::tr("The server can encrypt connections."),
           Tr::tr("The server has no certificate: passwords and data could be read on the way."),
           Tr::tr("On Debian: sh installer/mariadb-server.sh. Elsewhere set ssl_cert, ssl_key and ssl_ca."));
    if (have == u"YES") {
        expect(isOn("require_secure_transport"), ServerFinding::Advice,
               Tr::tr("Nobody gets in from outside without encryption."),
               Tr::tr("Other accounts of this server may come without encryption. People of the office may not, "
                      "whatever stands here."),
               setting("require_secure_transport = ON"));
    }
    const QString plugin = m_db.scalar(QStringLiteral("SELECT PLUGIN_STATUS FROM information_schema.ALL_PLUGINS "
                                                      "WHERE PLUGIN_NAME='ed25519'"))
                               .toString();
    expect(!plugin.isEmpty(), ServerFinding::Stop, Tr::tr("Passwords are checked by ed25519."),
           Tr::tr("The server lacks the plugin auth_ed25519, which people sign in with."),
           Tr::tr("Install it; it belongs to the package of the server."));
    report.caFile = variable("ssl_ca");
    report.port = variable("port").toInt();
}

void Examination::signingIn()
{
    if (!m_mariaDb)
        return;
    const qint64 nameless =
        m_db.scalar(QStringLiteral("SELECT COUNT(*) FROM mysql.global_priv WHERE User='' AND Host NOT IN ('')"))
            .toLongLong();
    expect(nameless == 0, ServerFinding::Stop, Tr::tr("Nobody gets in without a name."),
           Tr::tr("The server lets people in without a name (anonymous accounts)."),
           Tr::tr("Run mariadb-secure-installation, or DROP USER ''@'localhost' for each of them."));
    // Accounts by which anybody gets in: no plugin but the old one, no password, not locked, no role.
    const qint64 open =
        m_db
            .scalar(QStringLiteral(
                "SELECT COUNT(*) FROM mysql.global_priv WHERE User<>'' "
                "AND IFNULL(JSON_VALUE(Priv,'$.plugin'),'mysql_native_password') IN "
                "('mysql_native_password','mysql_old_password') "
                "AND IFNULL(JSON_VALUE(Priv,'$.authentication_string'),'')='' "
                "AND NOT IFNULL(JSON_VALUE(Priv,'$.account_locked'),0) AND NOT IFNULL(JSON_VALUE(Priv,'$.is_role'),0) "
                "AND JSON_QUERY(Priv,'$.auth_or') IS NULL"))
            .toLongLong();
    expect(open == 0, ServerFinding::Stop, Tr::tr("Every account has a password."),
           Tr::tr("%n account(s) of the server have no password.", nullptr, int(open)),
           Tr::tr("SELECT User,Host FROM mysql.user WHERE authentication_string='' shows them: give them passwords or "
                  "drop them."));
    const bool validates = m_db.scalar(QStringLiteral("SELECT COUNT(*) FROM information_schema.PLUGINS WHERE "
                                                      "PLUGIN_TYPE='PASSWORD VALIDATION' AND PLUGIN_STATUS='ACTIVE'"))
                               .toLongLong() > 0;
    expect(!validates || !isOn("strict_password_validation"), ServerFinding::Stop,
           Tr::tr("The program may set passwords without sending them."),
           Tr::tr("A plugin wants to see new passwords in the clear, and the program never sends them so."),
           setting("strict_password_validation = OFF"));
}

void Examination::settings()
{
    expect(!isOn("innodb_ft_enable_stopword"), ServerFinding::Stop, Tr::tr("Search leaves no words out."),
           Tr::tr("The server leaves common English words out of its search."),
           setting("innodb_ft_enable_stopword = OFF"));
    expect(variable("innodb_ft_min_token_size").toInt() <= 3, ServerFinding::Stop, Tr::tr("Search finds short words."),
           Tr::tr("The server does not search for words of three letters."), setting("innodb_ft_min_token_size = 3"));
    m_db.exec(QStringLiteral("SET SESSION timestamp=1000000000"));
    const qint64 year = m_db.scalar(QStringLiteral("SELECT YEAR(SYSDATE())")).toLongLong();
    m_db.exec(QStringLiteral("SET SESSION timestamp=DEFAULT"));
    expect(year > 2001, ServerFinding::Stop, Tr::tr("Nobody can forge the time of a change."),
           Tr::tr("The option sysdate-is-now lets people forge the time of their changes."),
           Tr::tr("Take “sysdate-is-now” out of the server's configuration and restart it."));
    expect(isOn("event_scheduler"), ServerFinding::Stop, Tr::tr("The watcher over long statements can run."),
           Tr::tr("The event scheduler is off: nobody would end forgotten transactions, which hold everybody up."),
           setting("event_scheduler = ON"));
    expect(variable("sql_mode").contains(QLatin1String("STRICT_")), ServerFinding::Advice,
           Tr::tr("Values that do not fit are refused."),
           Tr::tr("sql_mode has no STRICT_TRANS_TABLES. The office sets its own, other databases may suffer."),
           setting("sql_mode = STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION"));
    constexpr qint64 manyGuesses = 1000;
    expect(variable("max_password_errors").toLongLong() <= manyGuesses, ServerFinding::Advice,
           Tr::tr("Guessing passwords comes to an end."), Tr::tr("The server lets anybody try passwords without end."),
           setting("max_password_errors = 20"));
    expect(!isOn("local_infile"), ServerFinding::Advice, Tr::tr("The server asks nobody for their files."),
           Tr::tr("local_infile is on: a forged server could ask clients for files."), setting("local_infile = 0"));
    expect(isOn("skip_name_resolve"), ServerFinding::Advice, Tr::tr("Address lists see addresses."),
           Tr::tr("The server asks for the names of those who connect: address lists then refuse everybody."),
           setting("skip_name_resolve = ON"));
    expect(variable("max_allowed_packet").toLongLong() >= smallestPacket, ServerFinding::Advice,
           Tr::tr("Large documents get through."),
           Tr::tr("max_allowed_packet is below 32 MB: large documents are refused."),
           setting("max_allowed_packet = 64M"));
    constexpr int definitions = 1500; // an office has 700 tables and views; the usual 400 are read anew again and again
    expect(variable("table_definition_cache").toInt() >= definitions, ServerFinding::Advice,
           Tr::tr("The server keeps all tables at hand."),
           Tr::tr("table_definition_cache is below %1: with many people at work the server opens the same tables again "
                  "and again.")
               .arg(definitions),
           setting("table_definition_cache = 4000"));
}

void Examination::clock()
{
    const qint64 there = m_db.scalar(QStringLiteral("SELECT CAST(UNIX_TIMESTAMP(SYSDATE()) AS SIGNED)")).toLongLong();
    const qint64 difference = qAbs(QDateTime::currentSecsSinceEpoch() - there);
    expect(
        difference <= clockToleranceS, ServerFinding::Advice, Tr::tr("The clocks agree."),
        Tr::tr("The clocks of the server and of this computer differ by %n minute(s).", nullptr, int(difference / 60)),
        Tr::tr("Let both follow a time server. Times of changes are the server's."));
}

void Examination::office(const QString &database)
{
    if (const QString fault = databaseNameFault(database); !fault.isEmpty()) {
        add(ServerFinding::Stop, fault);
        return;
    }
    const ServerNames names(database);
    const auto tables = [&](const QString &schema, const QString &name) {
        QString sql = QStringLiteral("SELECT COUNT(*) FROM information_schema.TABLES WHERE TABLE_SCHEMA=?");
        QVariantList values = {schema};
        if (!name.isEmpty()) {
            sql += QStringLiteral(" AND TABLE_NAME=?");
            values << name;
        }
        return m_db.scalar(sql, values).toLongLong();
    };
    // The head row's table is made early and belongs to no other program.
    report.officeExists = tables(names.data(), QStringLiteral("feed_head")) == 1 &&
                          tables(names.data(), QStringLiteral("done_keys")) == 1;
    if (report.officeExists) {
        // As server_setup has it: a person with an account.
        report.hasPeople =
            tables(names.data(), QStringLiteral("users")) == 1 && tables(names.data(), QStringLiteral("people")) == 1 &&
            m_db.scalar(QStringLiteral("SELECT COUNT(*) FROM %1 p JOIN %2 u ON u.id=p.user_id WHERE p.made IS NOT NULL")
                            .arg(names.table("people"), names.table("users")))
                    .toLongLong() > 0;
        add(ServerFinding::Fine, Tr::tr("The office “%1” is there.").arg(database));
        return;
    }
    for (const QString &schema : {names.data(), names.database()}) {
        if (tables(schema, {}) > 0) {
            add(ServerFinding::Stop, Tr::tr("The database “%1” belongs to another program.").arg(schema),
                Tr::tr("Choose another name for the office: --database NAME."));
            return;
        }
    }
    add(ServerFinding::Fine, Tr::tr("The name “%1” is free.").arg(database));
}
} // namespace

ServerFinding versionFinding(const QString &version, const CheckOptions &options)
{
    const QString name = serverName(version);
    if (!isMariaDb(version))
        return {options.untestedServer ? ServerFinding::Advice : ServerFinding::Stop,
                Tr::tr("This is no MariaDB but %1: untested. Rights and passwords work differently there.").arg(name),
                Tr::tr("Use MariaDB 10.6 or newer.")};
    const int major = version.section(u'.', 0, 0).toInt(), minor = version.section(u'.', 1, 1).toInt();
    if (major > 10 || (major == 10 && minor >= oldestMinor))
        return {ServerFinding::Fine, Tr::tr("The server is %1.").arg(name), {}};
    return {ServerFinding::Stop, Tr::tr("%1 is too old: 10.6 or newer is needed.").arg(name),
            Tr::tr("Upgrade the server.")};
}

QString untestedServerWarning(const QString &version)
{
    if (version.isEmpty() || isMariaDb(version))
        return {};
    return Tr::tr("This is %1: untested with MyCRM. What works on a MariaDB may not work here.")
        .arg(serverName(version));
}

int ServerReport::stops() const
{
    return int(std::count_if(findings.begin(), findings.end(),
                             [](const ServerFinding &f) { return f.weight == ServerFinding::Stop; }));
}

ServerReport examineServer(Database &admin, const QString &database, const CheckOptions &options)
{
    Examination e(admin, options);
    e.version();
    // What follows would ask an old server, or another one, for what it does not know.
    if (e.report.stops() > 0)
        return e.report;
    e.privileges();
    if (e.report.stops() > 0)
        return e.report;
    e.encryption();
    e.signingIn();
    e.settings();
    e.clock();
    e.office(database);
    return e.report;
}

} // namespace crm
