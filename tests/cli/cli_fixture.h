// Runs the real mycrmctl as a shell would, on a file or (names that end with /mariadb) on a server by a profile.
#pragma once
#include "tests/support/temp_database.h"
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <gtest/gtest.h>

inline void PrintTo(const QString &text, std::ostream *out) { *out << '"' << text.toStdString() << '"'; }

namespace crm::test {

struct Ran
{
    int code = -1;
    QByteArray out, err;
    QString text() const { return QString::fromUtf8(out).trimmed(); }
    /// The answer; exactly one line of JSON, or the test fails.
    QJsonObject json() const
    {
        EXPECT_EQ(out.count('\n'), 1) << out.constData();
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(out, &error);
        EXPECT_TRUE(document.isObject()) << error.errorString().toStdString() << ": " << out.constData()
                                         << err.constData();
        return document.object();
    }
    QJsonObject error() const { return json()["error"].toObject(); }
};

class Cli : public ::testing::Test
{
protected:
    Ran raw(const QStringList &arguments, const QByteArray &input = {},
            const QProcessEnvironment &environment = quietEnvironment())
    {
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(CRM_BINARY_DIR "/bin/mycrmctl"), arguments);
        process.write(input);
        process.closeWriteChannel();
        EXPECT_TRUE(process.waitForFinished(60'000)) << qPrintable(arguments.join(u' '));
        EXPECT_EQ(process.exitStatus(), QProcess::NormalExit);
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    static bool onServer() { return engineOfThisRun() == DatabaseEngine::Server; }
    /// The options that say where the data is.
    QStringList where() const
    {
        return (office ? QStringList{"--profile", office->database()} : QStringList{"--db", database}) +
               QStringList{"--lang", "en"};
    }
    /// On a server everybody signs in: unless it says otherwise, a program is the administrator's.
    QProcessEnvironment environment()
    {
        QProcessEnvironment e = quietEnvironment();
        if (office) {
            e.insert("MYCRM_USER", login("admin"));
            // Written once: a program that starts just then would find it empty.
            const QString path = folder.filePath("secret");
            e.insert("MYCRM_PASSWORD_FILE", QFile::exists(path) ? path : file("secret", "secret-1\n"));
        }
        return e;
    }
    /// What the person of that name signs in with.
    QString login(const QString &name) const { return office ? office->loginOf(name) : name; }
    Ran run(const QStringList &arguments, const QByteArray &input = {})
    {
        return raw(where() + arguments, input, environment());
    }
    Ran as(const QString &name, const QStringList &arguments)
    {
        return raw(where() + QStringList{"--user", login(name), "--password-stdin"} + arguments, "secret-1\n");
    }
    /// @param password of the administrator; on a server it is "secret-1" in any case
    void init(const QByteArray &password = {})
    {
        if (!onServer()) {
            ASSERT_EQ(run({"init", "--admin", "admin", "--language", "en", "--password-stdin"}, password).code, 0);
            return;
        }
        office = TempOffice::used(builtinRegistry());
        const ServerAddress a = office->address();
        ASSERT_EQ(raw({"profile", "add", office->database(), "--host", a.host, "--port", QString::number(a.port),
                       "--ca", a.caFile, "--database", a.database})
                      .code,
                  0);
    }
    /// An expense that repeats daily and began so many days ago; nothing has been made of it.
    void spendDaily(const QString &title, int days)
    {
        ASSERT_EQ(run({"create", "expenses", "title=" + title, "amount=5", "repeat_unit=day",
                       "spent_on=" + QDate::currentDate().addDays(-days).toString(Qt::ISODate)})
                      .code,
                  0);
    }
    /// A file in the test's own folder.
    QString file(const QString &name, const QByteArray &content)
    {
        QFile f(folder.filePath(name));
        EXPECT_TRUE(f.open(QIODevice::WriteOnly));
        f.write(content);
        return f.fileName();
    }
    static QByteArray read(const QString &path)
    {
        QFile f(path);
        EXPECT_TRUE(f.open(QIODevice::ReadOnly)) << qPrintable(path);
        return f.readAll();
    }
    static QString shop(const QString &name) { return QStringLiteral(CRM_SOURCE_DIR "/tests/data/shop/") + name; }

    static QProcessEnvironment quietEnvironment()
    {
        static QTemporaryDir home;
        QProcessEnvironment e = QProcessEnvironment::systemEnvironment();
        for (const char *variable : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
            e.insert(variable, home.path());
        for (const char *variable : {"MYCRM_USER", "MYCRM_PASSWORD_FILE", "MYCRM_PLUGINS", "DBUS_SESSION_BUS_ADDRESS"})
            e.remove(variable);
        return e;
    }

    QTemporaryDir folder;
    QString database = folder.filePath("test.db");
    std::unique_ptr<TempOffice> office; ///< on a server, after init()
};

} // namespace crm::test
