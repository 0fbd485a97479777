// What every test server starts from. Making it takes seconds, so it is made once and copied.
#include "tests/support/mariadb_server.h"
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <stdexcept>

namespace crm::test {
namespace {
void runProgram(const QString &program, const QStringList &arguments, const QString &folder)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(serverProgram(program), arguments);
    if (!process.waitForFinished(120000) || process.exitCode() != 0)
        throw std::runtime_error(
            (program + QStringLiteral(" failed: ") + QString::fromLocal8Bit(process.readAll())).toStdString());
}

void makeAuthority(const QString &folder, const QString &name)
{
    runProgram(QStringLiteral("openssl"),
               {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
                QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes"),
                QStringLiteral("-days"), QStringLiteral("3650"), QStringLiteral("-subj"),
                QStringLiteral("/CN=Test authority ") + name, QStringLiteral("-keyout"), name + QStringLiteral(".key"),
                QStringLiteral("-out"), name + QStringLiteral(".pem")},
               folder);
}

/// @param days from now that it is valid; below 0 it has expired
void makeCertificate(const QString &folder, const QString &name, const QString &hostName, const QString &alternatives,
                     int days = 3650)
{
    QFile extension(folder + QStringLiteral("/extension"));
    if (!extension.open(QIODevice::WriteOnly))
        throw std::runtime_error("cannot write into the build folder");
    extension.write("subjectAltName=" + alternatives.toLatin1() + "\n");
    extension.close();
    const QString key = name + QStringLiteral(".key"), request = name + QStringLiteral(".csr");
    runProgram(QStringLiteral("openssl"),
               {QStringLiteral("req"), QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes"), QStringLiteral("-subj"),
                QStringLiteral("/CN=") + hostName, QStringLiteral("-keyout"), key, QStringLiteral("-out"), request},
               folder);
    runProgram(QStringLiteral("openssl"),
               {QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"), request, QStringLiteral("-CA"),
                QStringLiteral("ca.pem"), QStringLiteral("-CAkey"), QStringLiteral("ca.key"),
                QStringLiteral("-CAcreateserial"), QStringLiteral("-days"), QString::number(days),
                QStringLiteral("-extfile"), QStringLiteral("extension"), QStringLiteral("-out"),
                name + QStringLiteral(".pem")},
               folder);
}

void makeTemplate(const QString &folder)
{
    makeAuthority(folder, QStringLiteral("ca"));
    makeAuthority(folder, QStringLiteral("other"));
    makeCertificate(folder, QStringLiteral("good"), QStringLiteral("localhost"),
                    QStringLiteral("DNS:localhost,IP:127.0.0.1"));
    makeCertificate(folder, QStringLiteral("expired"), QStringLiteral("localhost"),
                    QStringLiteral("DNS:localhost,IP:127.0.0.1"), -1);
    makeCertificate(folder, QStringLiteral("wrong"), QStringLiteral("elsewhere.example"),
                    QStringLiteral("DNS:elsewhere.example"));
    QStringList arguments{QStringLiteral("--no-defaults"),
                          QStringLiteral("--datadir=") + folder + QStringLiteral("/data"),
                          QStringLiteral("--tmpdir=") + folder, // names of temporary tables clash in a shared one
                          QStringLiteral("--auth-root-authentication-method=normal"),
                          QStringLiteral("--skip-test-db"),
                          QStringLiteral("--skip-name-resolve"),
                          QStringLiteral("--innodb-log-file-size=16M"),
                          QStringLiteral("--innodb-buffer-pool-size=32M"),
                          QStringLiteral("--skip-innodb-doublewrite"),
                          QStringLiteral("--innodb-flush-log-at-trx-commit=0")};
    if (qEnvironmentVariable("USER") == u"root" || QFileInfo(folder).ownerId() == 0)
        arguments << QStringLiteral("--user=root");
    runProgram(QStringLiteral("mariadb-install-db"), arguments, folder);
}

/// The folder of that name in the build's, which is made if it is not there: by one process, while others wait.
QString madeOnce(const QString &name, const std::function<void(const QString &folder)> &make)
{
    const QString build = QStringLiteral(CRM_BINARY_DIR), ready = build + u'/' + name;
    if (QFileInfo::exists(ready))
        return ready;
    QLockFile lock(ready + QStringLiteral(".lock"));
    lock.setStaleLockTime(0); // only a dead process loses it
    if (!lock.tryLock(180000))
        throw std::runtime_error("another test did not finish making the server's template");
    if (QFileInfo::exists(ready))
        return ready;
    QTemporaryDir made(build + QStringLiteral("/template-being-made-XXXXXX"));
    make(made.path());
    if (!QDir().rename(made.path(), ready))
        throw std::runtime_error("cannot write into the build folder");
    made.setAutoRemove(false);
    return ready;
}
} // namespace

QString serverProgram(const QString &name)
{
    QString found = QStandardPaths::findExecutable(name);
    if (found.isEmpty())
        found = QStandardPaths::findExecutable(
            name, {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/libexec"), QStringLiteral("/usr/local/sbin"),
                   QStringLiteral("/usr/local/opt/mariadb/bin"), QStringLiteral("/opt/homebrew/opt/mariadb/bin")});
    if (found.isEmpty())
        throw std::runtime_error(
            (name + QStringLiteral(" is not installed: the tests need mariadb-server and openssl")).toStdString());
    return found;
}

QString mariaDbTemplate()
{
    static const QString name = [] {
        QProcess version;
        version.start(serverProgram(QStringLiteral("mariadbd")),
                      {QStringLiteral("--no-defaults"), QStringLiteral("-V")});
        version.waitForFinished();
        const QByteArray key = QCryptographicHash::hash(version.readAll(), QCryptographicHash::Sha256).toHex();
        return QStringLiteral("mariadb-template-2-") + QString::fromLatin1(key.left(12));
    }();
    return madeOnce(name, makeTemplate);
}

QString mariaDbTemplate(const QString &name, const QByteArray &content, const QString &from,
                        const std::function<void(MariaDbServer &)> &fill)
{
    const QByteArray all = content + '\0' + from.toUtf8(); // whose name says which server it is of
    const QString key = QString::fromLatin1(QCryptographicHash::hash(all, QCryptographicHash::Sha256).toHex().left(12));
    const QString before = QStringLiteral("mariadb-%1-").arg(name);
    return madeOnce(before + key, [&](const QString &folder) {
        QDir build(QStringLiteral(CRM_BINARY_DIR));
        for (const QString &old : build.entryList({before + u'*'}, QDir::Dirs))
            QDir(build.filePath(old)).removeRecursively();
        MariaDbServer server({.from = from});
        fill(server);
        server.leaveAsTemplate(folder);
    });
}

} // namespace crm::test
