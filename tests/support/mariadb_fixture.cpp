// Gives all tests of one ctest run one MariaDB: `mariadb_fixture start` before them, `mariadb_fixture stop` after.
// The server ends with its ctest too, should that be interrupted before it stops it.
#include "tests/support/mariadb_server.h"
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSaveFile>
#include <QThread>
#include <csignal>
#include <cstdio>
#include <unistd.h>

using namespace crm::test;

namespace {
bool isAlive(qint64 pid) { return ::kill(pid_t(pid), 0) == 0; }

QJsonObject readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

void write(const QString &path, const ServerPlace &place)
{
    const QJsonObject o{{QStringLiteral("port"), place.port},
                        {QStringLiteral("socket"), place.socket},
                        {QStringLiteral("caFile"), place.caFile},
                        {QStringLiteral("otherCaFile"), place.otherCaFile},
                        {QStringLiteral("rootPassword"), place.rootPassword},
                        {QStringLiteral("folder"), place.folder},
                        {QStringLiteral("pid"), place.pid},
                        {QStringLiteral("keeper"), qint64(getpid())}};
    QSaveFile file(path);
    file.open(QIODevice::WriteOnly);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(QJsonDocument(o).toJson());
    file.commit();
}

/// Runs in the background until the file or ctest has gone.
int serve(qint64 ctest, const QString &path)
{
    std::signal(SIGINT, SIG_IGN);
    std::signal(SIGHUP, SIG_IGN);
    MariaDbServer server;
    write(path, server.place());
    while (isAlive(ctest) && QFile::exists(path))
        QThread::msleep(100);
    QFile::remove(path);
    return 0;
}

int start(const QString &program, qint64 ctest)
{
    const QString path = sharedServerFile(ctest);
    QFile::remove(path);
    mariaDbTemplate(); // here, where its faults are seen
    QProcess keeper;
    keeper.setProgram(program);
    keeper.setArguments({QStringLiteral("serve"), QString::number(ctest)});
    // ctest waits for whoever holds its pipes.
    keeper.setStandardInputFile(QProcess::nullDevice());
    keeper.setStandardOutputFile(QProcess::nullDevice());
    keeper.setStandardErrorFile(QProcess::nullDevice());
    qint64 pid = 0;
    if (!keeper.startDetached(&pid))
        return 1;
    QElapsedTimer time;
    time.start();
    while (readFile(path).isEmpty()) {
        if (!isAlive(pid) || time.hasExpired(90000)) {
            fprintf(stderr, "the test server did not start; try %s serve 1\n", qPrintable(program));
            return 1;
        }
        QThread::msleep(20);
    }
    const QJsonObject place = readFile(path);
    printf("MariaDB on port %d, folder %s\n", place.value(QStringLiteral("port")).toInt(),
           qPrintable(place.value(QStringLiteral("folder")).toString()));
    return 0;
}

int stop(qint64 ctest)
{
    const QString path = sharedServerFile(ctest);
    const QJsonObject place = readFile(path);
    QFile::remove(path);
    QElapsedTimer time;
    time.start();
    const qint64 keeper = place.value(QStringLiteral("keeper")).toInteger();
    while (keeper > 0 && isAlive(keeper) && !time.hasExpired(40000))
        QThread::msleep(20);
    const bool gone = !QFile::exists(place.value(QStringLiteral("folder")).toString() + QStringLiteral("/data"));
    return keeper > 0 && !isAlive(keeper) && gone ? 0 : 1;
}
} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    try {
        if (words.value(1) == u"start")
            return start(QCoreApplication::applicationFilePath(), getppid());
        if (words.value(1) == u"stop")
            return stop(getppid());
        if (words.value(1) == u"serve" && words.size() == 3)
            return serve(words[2].toLongLong(), sharedServerFile(words[2].toLongLong()));
    } catch (const std::exception &e) {
        fprintf(stderr, "%s\n", e.what());
        return 1;
    }
    fprintf(stderr, "mariadb_fixture start|stop, as ctest does\n");
    return 2;
}
