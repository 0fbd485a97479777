#include "tests/support/mariadb_server.h"
#include <QAtomicInteger>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QStorageInfo>
#include <QTcpServer>
#include <QThread>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <mysql.h>
#include <optional>
#include <spawn.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace crm::test {
namespace {
[[noreturn]] void fail(const QString &what) { throw std::runtime_error(what.toStdString()); }

QString randomWord(int length)
{
    QString word;
    for (int i = 0; i < length; ++i)
        word += QChar(u'a' + QRandomGenerator::system()->bounded(26));
    return word;
}

QString makeFolder(const QString &in)
{
    const QString memory = QStringLiteral("/dev/shm");
    const bool room = QFileInfo(memory).isWritable() && QStorageInfo(memory).bytesAvailable() > 1'000'000'000;
    const QString place = !in.isEmpty() ? in : room ? memory : QDir::tempPath();
    QByteArray pattern = QFile::encodeName(place + QStringLiteral("/mycrm-db-XXXXXX"));
    if (!mkdtemp(pattern.data()))
        fail(QStringLiteral("no temporary folder can be made"));
    return QFile::decodeName(pattern);
}

void copyFolder(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    const auto entries = QDir(from).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
    for (const QFileInfo &entry : entries) {
        const QString target = to + u'/' + entry.fileName();
        if (entry.isDir())
            copyFolder(entry.filePath(), target);
        else if (!QFile::copy(entry.filePath(), target))
            fail(QStringLiteral("the template of the server cannot be copied to ") + target);
    }
}

int freePort()
{
    QTcpServer probe;
    if (!probe.listen(QHostAddress::LocalHost))
        fail(QStringLiteral("no port is free"));
    return probe.serverPort();
}

/// Starts a program in a process group of its own (Ctrl-C in a terminal is not for it); what it says goes to a file.
pid_t launch(const QStringList &command, const QString &output, int standardInput)
{
    QList<QByteArray> words;
    for (const QString &word : command)
        words << QFile::encodeName(word);
    std::vector<char *> argv;
    for (QByteArray &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    if (standardInput >= 0)
        posix_spawn_file_actions_adddup2(&actions, standardInput, 0);
    else
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    const QByteArray file = QFile::encodeName(output);
    posix_spawn_file_actions_addopen(&actions, 1, file.constData(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    posix_spawn_file_actions_adddup2(&actions, 1, 2);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    pid_t pid = -1;
    const int error = posix_spawn(&pid, argv[0], &actions, &attributes, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    if (error != 0)
        fail(QStringLiteral("%1 cannot be started: %2").arg(command[0], QString::fromLocal8Bit(strerror(error))));
    return pid;
}

/// A process that outlives ours only to kill the server and remove its folder, should we die without doing so. It is
/// nobody's child, so that ctest's killing of a whole tree after a time-out does not reach it.
int startWatcher(const QString &folder)
{
    int ends[2];
    if (pipe(ends) != 0)
        fail(QStringLiteral("no pipe"));
    for (int end : ends)
        fcntl(end, F_SETFD, FD_CLOEXEC);
    const QString script = QStringLiteral("exec 3<&0\n"
                                          "( trap '' INT TERM HUP\n"
                                          "  pid=\n"
                                          "  while read -r line <&3; do pid=$line; done\n"
                                          "  [ -z \"$pid\" ] || kill -9 \"$pid\"\n"
                                          "  sleep 0.2; rm -rf \"$1\" ) &\n");
    const pid_t pid =
        launch({QStringLiteral("/bin/sh"), QStringLiteral("-c"), script, QStringLiteral("watcher"), folder},
               QStringLiteral("/dev/null"), ends[0]);
    close(ends[0]);
    waitpid(pid, nullptr, 0);
    return ends[1];
}

class RootConnection
{
public:
    RootConnection(const ServerPlace &place, const QString &password, const QString &schema = {})
        : m_mysql(mysql_init(nullptr))
    {
        mysql_optionsv(m_mysql, MYSQL_SET_CHARSET_NAME, "utf8mb4");
        const QByteArray db = schema.toUtf8();
        m_open = mysql_real_connect(m_mysql, "localhost", "root", password.toUtf8().constData(),
                                    db.isEmpty() ? nullptr : db.constData(), 0,
                                    QFile::encodeName(place.socket).constData(), CLIENT_MULTI_STATEMENTS) != nullptr;
    }
    ~RootConnection() { mysql_close(m_mysql); }
    RootConnection(const RootConnection &) = delete;
    RootConnection &operator=(const RootConnection &) = delete;
    bool isOpen() const { return m_open; }
    QString error() const { return QString::fromUtf8(mysql_error(m_mysql)); }

    QList<QStringList> run(const QString &text)
    {
        const QByteArray bytes = text.toUtf8();
        if (mysql_real_query(m_mysql, bytes.constData(), ulong(bytes.size())) != 0)
            fail(error() + QStringLiteral(" in: ") + text.left(500));
        QList<QStringList> answer;
        int next = 0;
        for (; next == 0; next = mysql_next_result(m_mysql)) {
            if (MYSQL_RES *result = mysql_store_result(m_mysql)) {
                answer = rows(result);
                mysql_free_result(result);
            }
        }
        if (next > 0)
            fail(error() + QStringLiteral(" in: ") + text.left(500));
        return answer;
    }

private:
    static QList<QStringList> rows(MYSQL_RES *result)
    {
        QList<QStringList> all;
        while (MYSQL_ROW row = mysql_fetch_row(result)) {
            const unsigned long *lengths = mysql_fetch_lengths(result);
            QStringList one;
            for (unsigned i = 0; i < mysql_num_fields(result); ++i)
                one << (row[i] ? QString::fromUtf8(row[i], qsizetype(lengths[i])) : QString());
            all << one;
        }
        return all;
    }
    MYSQL *m_mysql;
    bool m_open = false;
};

/// Null when the test was not started by a ctest that has a server.
std::optional<ServerPlace> placeOfCtest()
{
    QFile file(sharedServerFile(getppid()));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject o = QJsonDocument::fromJson(file.readAll()).object();
    const auto word = [&](const char *key) { return o.value(QLatin1String(key)).toString(); };
    ServerPlace place{o.value(QStringLiteral("port")).toInt(),
                      word("socket"),
                      word("caFile"),
                      word("otherCaFile"),
                      word("rootPassword"),
                      word("folder"),
                      o.value(QStringLiteral("pid")).toInteger()};
    if (::kill(pid_t(place.pid), 0) != 0 || !RootConnection(place, place.rootPassword).isOpen())
        return {};
    return place;
}
} // namespace

QString sharedServerFile(qint64 ctestPid)
{
    return QStringLiteral(CRM_BINARY_DIR "/mariadb-of-ctest-%1.json").arg(ctestPid);
}

MariaDbServer::MariaDbServer() { make(); }

MariaDbServer::MariaDbServer(const Options &options)
    : m_options(options)
{
    make();
}

MariaDbServer::MariaDbServer(ServerPlace place)
    : m_place(std::move(place))
    , m_own(false)
{}

MariaDbServer::~MariaDbServer()
{
    if (!m_own)
        return;
    if (isRunning())
        kill(); // nobody will read what it would still write
    QDir(m_place.folder).removeRecursively();
    close(m_lifeline);
}

MariaDbServer &MariaDbServer::shared()
{
    static const std::unique_ptr<MariaDbServer> server = [] {
        if (const auto place = placeOfCtest())
            return std::unique_ptr<MariaDbServer>(new MariaDbServer(*place));
        return std::make_unique<MariaDbServer>();
    }();
    return *server;
}

QString MariaDbServer::path(const char *name) const { return m_place.folder + u'/' + QLatin1String(name); }

void MariaDbServer::make()
{
    const QString from = m_options.from.isEmpty() ? mariaDbTemplate() : m_options.from;
    m_place.folder = makeFolder(m_options.in);
    m_lifeline = startWatcher(m_place.folder);
    copyFolder(from, m_place.folder);
    for (const char *key : {"good.key", "wrong.key", "expired.key"})
        QFile::setPermissions(path(key), QFile::ReadOwner | QFile::WriteOwner);
    m_place.socket = path("s");
    m_place.caFile = path("ca.pem");
    m_place.otherCaFile = path("other.pem");
    m_place.port = freePort();
    spawn();
    waitUntilReady();
    setUpAccounts();
}

QStringList MariaDbServer::arguments() const
{
    QStringList all{QStringLiteral("--no-defaults"),
                    QStringLiteral("--datadir=") + path("data"),
                    QStringLiteral("--socket=") + m_place.socket,
                    QStringLiteral("--pid-file=") + path("pid"),
                    QStringLiteral("--tmpdir=") + m_place.folder,
                    QStringLiteral("--port=%1").arg(m_place.port)};
    if (geteuid() == 0)
        all << QStringLiteral("--user=root");
    for (const char *option : {"bind-address=127.0.0.1",
                               "skip-name-resolve",
                               "skip-log-bin",
                               "event-scheduler=ON",
                               "local-infile=0",
                               "performance-schema=OFF",
                               "character-set-server=utf8mb4",
                               "collation-server=utf8mb4_unicode_520_ci",
                               "plugin-load-add=auth_ed25519",
                               "max-allowed-packet=64M",
                               "max-connections=300",
                               "feedback=OFF",
                               "innodb-buffer-pool-size=64M",
                               "table-definition-cache=4000",
                               "table-open-cache=4000",
                               "innodb-log-file-size=16M",
                               "innodb-flush-log-at-trx-commit=0",
                               "skip-innodb-doublewrite",
                               "skip-innodb-use-native-aio",
                               "innodb-ft-enable-stopword=OFF",
                               "innodb-ft-min-token-size=3",
                               "innodb-buffer-pool-dump-at-shutdown=OFF",
                               "key-buffer-size=1M",
                               "aria-pagecache-buffer-size=8M"})
        all << QStringLiteral("--") + QLatin1String(option);
    if (m_options.certificate != Certificate::None) {
        const Certificate shown = m_options.certificate;
        const char *name = shown == Certificate::Good ? "good" : shown == Certificate::Expired ? "expired" : "wrong";
        all << QStringLiteral("--ssl-ca=") + m_place.caFile
            << QStringLiteral("--ssl-cert=") + path(name) + QStringLiteral(".pem")
            << QStringLiteral("--ssl-key=") + path(name) + QStringLiteral(".key");
    } else {
        all << QStringLiteral("--skip-ssl");
    }
    return all + m_options.arguments;
}

void MariaDbServer::tellWatcher(qint64 pid) const
{
    const QByteArray line = (pid > 0 ? QByteArray::number(pid) : QByteArray()) + '\n';
    if (write(m_lifeline, line.constData(), size_t(line.size())) != line.size())
        fail(QStringLiteral("the watcher of the test server has gone"));
}

void MariaDbServer::spawn()
{
    m_place.pid = launch(QStringList{serverProgram(QStringLiteral("mariadbd"))} + arguments(), path("log"), -1);
    tellWatcher(m_place.pid);
}

void MariaDbServer::waitUntilReady()
{
    for (int i = 0; i < 3000; ++i) {
        if (!isRunning()) {
            QFile log(path("log"));
            log.open(QIODevice::ReadOnly);
            fail(QStringLiteral("the test server did not start: ") + QString::fromUtf8(log.readAll().right(3000)));
        }
        const RootConnection root(m_place, m_place.rootPassword);
        if (root.isOpen())
            return;
        QThread::msleep(20);
    }
    fail(QStringLiteral("the test server does not answer"));
}

void MariaDbServer::setUpAccounts()
{
    const QString password = randomWord(20);
    RootConnection(m_place, {})
        .run(QStringLiteral("DELETE FROM mysql.global_priv WHERE User='' OR (User='root' AND Host<>'localhost');"
                            "FLUSH PRIVILEGES;"
                            "CREATE OR REPLACE USER root@'127.0.0.1' IDENTIFIED VIA ed25519 USING PASSWORD('%1');"
                            "GRANT ALL ON *.* TO root@'127.0.0.1' WITH GRANT OPTION;"
                            "ALTER USER root@localhost IDENTIFIED VIA ed25519 USING PASSWORD('%1')")
                 .arg(password));
    m_place.rootPassword = password;
}

QList<QStringList> MariaDbServer::sql(const QString &text, const QString &schema) const
{
    RootConnection root(m_place, m_place.rootPassword, schema);
    if (!root.isOpen())
        fail(QStringLiteral("root cannot connect: ") + root.error());
    return root.run(text);
}

bool MariaDbServer::isRunning() const
{
    if (m_place.pid <= 0)
        return false;
    return m_own ? waitpid(pid_t(m_place.pid), nullptr, WNOHANG) == 0 : ::kill(pid_t(m_place.pid), 0) == 0;
}

void MariaDbServer::stop()
{
    if (!m_own)
        fail(QStringLiteral("the shared server is not to be stopped"));
    if (m_place.pid <= 0)
        return;
    ::kill(pid_t(m_place.pid), SIGTERM);
    for (int i = 0; isRunning(); ++i) {
        if (i == 1500)
            ::kill(pid_t(m_place.pid), SIGKILL);
        QThread::msleep(20);
    }
    m_place.pid = 0;
    tellWatcher(0);
}

void MariaDbServer::start()
{
    if (!m_own)
        fail(QStringLiteral("the shared server runs"));
    if (isRunning())
        return;
    spawn();
    waitUntilReady();
}

void MariaDbServer::kill()
{
    if (!m_own)
        fail(QStringLiteral("the shared server is not to be killed"));
    ::kill(pid_t(m_place.pid), SIGKILL);
    waitpid(pid_t(m_place.pid), nullptr, 0);
    m_place.pid = 0;
    tellWatcher(0);
}

void MariaDbServer::leaveAsTemplate(const QString &folder)
{
    sql(QStringLiteral("ALTER USER root@localhost IDENTIFIED VIA mysql_native_password USING ''"));
    stop();
    for (const char *part : {"pid", "s", "log"})
        QFile::remove(path(part));
    copyFolder(m_place.folder, folder);
}

QString MariaDbServer::uniqueName(const QString &prefix)
{
    static const QString process = QString::number(QRandomGenerator::system()->generate(), 16);
    static QAtomicInteger<int> counter;
    return QStringLiteral("%1_%2_%3").arg(prefix, process).arg(counter.fetchAndAddRelaxed(1));
}

// --- TestSchema

TestSchema::TestSchema(MariaDbServer &server)
    : m_server(server)
    , m_name(MariaDbServer::uniqueName())
    , m_password(randomWord(16))
{
    m_server.sql(QStringLiteral("CREATE DATABASE `%1`;"
                                "CREATE USER `%1`@'%' IDENTIFIED VIA ed25519 USING PASSWORD('%2');"
                                "GRANT ALL ON `%1`.* TO `%1`@'%'")
                     .arg(m_name, m_password));
}

TestSchema::~TestSchema()
{
    try {
        m_server.sql(QStringLiteral("DROP USER IF EXISTS `%1`@'%'; DROP DATABASE IF EXISTS `%1`").arg(m_name));
    } catch (const std::exception &e) {
        fprintf(stderr, "test schema: %s\n", e.what());
    }
}

} // namespace crm::test
