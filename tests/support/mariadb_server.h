// A real MariaDB for tests: a throw-away server in a folder of its own, on a free port of 127.0.0.1 and a socket.
#pragma once
#include <QList>
#include <QString>
#include <QStringList>
#include <functional>
#include <memory>

namespace crm::test {

/// Which certificate the server shows.
enum class Certificate {
    Good,          ///< localhost and 127.0.0.1, signed by caFile()
    WrongHostName, ///< elsewhere.example, signed by caFile()
    Expired,       ///< as Good, but it was valid until yesterday
    None           ///< no TLS at all
};

/// Where a server is to be found.
struct ServerPlace
{
    int port = 0;
    QString socket, caFile, otherCaFile, rootPassword, folder;
    qint64 pid = 0;
};

/// Everything goes with the object, and with the process when that crashes. All methods throw std::runtime_error with
/// what went wrong. Usable from any thread, but from one at a time.
class MariaDbServer
{
public:
    struct Options
    {
        Certificate certificate = Certificate::Good;
        QStringList arguments = {}; ///< more of them for mariadbd
        QString in = {};            ///< where its folder is made; empty: in memory if there is room
        QString from = {};          ///< the template that it begins as; empty: an empty server
    };
    MariaDbServer(); ///< starts one
    explicit MariaDbServer(const Options &options);
    explicit MariaDbServer(ServerPlace place); ///< somebody else's, alive: it stays when the object goes
    ~MariaDbServer();
    MariaDbServer(const MariaDbServer &) = delete;
    MariaDbServer &operator=(const MariaDbServer &) = delete;

    /// The one that ctest started for all tests (rings with MARIADB in tests/CMakeLists.txt), else one that this
    /// process starts and takes along. Others use it at the same time: make databases and accounts with names of your
    /// own (uniqueName(), TestSchema), drop them in the end, and neither stop it nor change its global variables.
    static MariaDbServer &shared();

    int port() const { return m_place.port; }
    QString socketPath() const { return m_place.socket; }
    /// The certificate authority that signed the server's certificate; and one that signed nothing of it.
    QString caFile() const { return m_place.caFile; }
    QString otherCaFile() const { return m_place.otherCaFile; }
    /// The account `root` with all rights: by the socket and by 127.0.0.1.
    QString rootPassword() const { return m_place.rootPassword; }
    const ServerPlace &place() const { return m_place; }

    /// Runs statements as root (several, separated by semicolons; bodies of procedures as they are, without
    /// DELIMITER), and answers the rows of the last that had any; NULL is a null QString.
    QList<QStringList> sql(const QString &text, const QString &schema = {}) const;

    void stop();  ///< cleanly
    void start(); ///< again, on the same data and port
    void kill();  ///< SIGKILL: connections break, the data stays
    bool isRunning() const;
    /// Stops it for good and puts its data and certificates there, as a template to begin from.
    void leaveAsTemplate(const QString &folder);

    /// "t_3f2a91c0_17": fits wherever a database or an account is named.
    static QString uniqueName(const QString &prefix = QStringLiteral("t"));

private:
    void make();
    void spawn();
    void tellWatcher(qint64 pid) const;
    void waitUntilReady();
    void setUpAccounts();
    QString path(const char *name) const;
    QStringList arguments() const;

    Options m_options;
    ServerPlace m_place;
    bool m_own = true;
    int m_lifeline = -1; ///< the watcher reads the server's pid from it and cleans up when it closes
};

/// A database of its own on a server, and an account (ed25519) with all rights on it; both go with the object.
class TestSchema
{
public:
    explicit TestSchema(MariaDbServer &server = MariaDbServer::shared());
    ~TestSchema();
    TestSchema(const TestSchema &) = delete;
    TestSchema &operator=(const TestSchema &) = delete;
    MariaDbServer &server() const { return m_server; }
    const QString &name() const { return m_name; }
    const QString &user() const { return m_name; }
    const QString &password() const { return m_password; }

private:
    MariaDbServer &m_server;
    QString m_name, m_password;
};

/// A folder with a fresh data directory and certificates, made once per build and version of the server, to be copied.
QString mariaDbTemplate();
/// One with more in it: what `fill` has put into a server that began as the template `from`. Made anew, instead of the
/// one before of that name, when `content` differs, which must say all that `fill` depends on.
QString mariaDbTemplate(const QString &name, const QByteArray &content, const QString &from,
                        const std::function<void(MariaDbServer &)> &fill);
/// The program, wherever the system keeps it; throws with what to install.
QString serverProgram(const QString &name);
/// Where the server of a ctest run with that process number is written down.
QString sharedServerFile(qint64 ctestPid);

} // namespace crm::test
