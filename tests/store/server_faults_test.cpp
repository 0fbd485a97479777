// What goes wrong at connecting, at set-up and at work, and the sentence that says what to do.
#include "core/access/ed25519_verifier.h"
#include "core/model/error.h"
#include "core/store/database.h"
#include "core/store/server/server_setup.h"
#include "core/store/server/server_store.h"
#include "core/store/session.h"
#include "tests/support/server_link.h"
#include "tests/support/temp_database.h"
#include "tests/support/temp_office.h"
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <csignal>
#include <gtest/gtest.h>
#include <thread>
#include <unistd.h>

using namespace crm;
using namespace crm::test;

namespace {
const QString clients = QStringLiteral("clients");

void expectSaid(const std::optional<Error> &e, const char *words)
{
    ASSERT_TRUE(e) << words;
    EXPECT_TRUE(e->sentence().contains(QLatin1String(words))) << e->what();
}

Document client(Repository &r, const QString &name, const QString &note = {})
{
    Document d(Record(r.catalog()->at(clients), newId()));
    d.set(QStringLiteral("name"), name);
    if (!note.isEmpty())
        d.set(QStringLiteral("note"), note);
    return d;
}

MariaDbAdministrator rootOf(const MariaDbServer &server)
{
    MariaDbAdministrator root{{}, QStringLiteral("root"), server.rootPassword()};
    root.address.socket = server.socketPath();
    return root;
}

OfficeSetup setupOf(const QString &database)
{
    OfficeSetup setup;
    setup.database = database;
    setup.first.adminLogin = QStringLiteral("a.") + database;
    setup.first.adminPassword = QStringLiteral("quiet-river-7");
    return setup;
}

template<class T> T answer(QFuture<T> future, int ms = 30'000)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, ms))
        throw Error(ErrorKind::Corrupt, QStringLiteral("no answer in time"));
    return future.result();
}
} // namespace

TEST(ServerFaults, ADatabaseOfAnotherProgramIsNamed)
{
    const TestSchema schema;
    const auto opened =
        errorOf([&] { openServer(addressOf(schema), schema.user(), schema.password(), builtinRegistry()); });
    expectSaid(opened, "no office of this program");
    expectSaid(errorOf([&] {
                   testConnection(addressOf(schema), {schema.user(), schema.password()});
               }),
               "no office of this program");
    schema.server().sql(QStringLiteral("CREATE TABLE wp_posts (id INT)"), schema.name());
    const ServerReport report = examineServer(*openAdministrator(rootOf(schema.server())), schema.name());
    EXPECT_GT(report.stops(), 0);
    EXPECT_TRUE(std::any_of(report.findings.begin(), report.findings.end(), [](const ServerFinding &f) {
        return f.weight == ServerFinding::Stop && f.sentence.contains(QLatin1String("another program")) &&
               !f.remedy.isEmpty();
    }));
}

TEST(ServerFaults, MissingPrivilegesAreNamed)
{
    const TestSchema schema;
    MariaDbAdministrator somebody{addressOf(schema), schema.user(), schema.password()};
    const ServerReport report = examineServer(*openAdministrator(somebody), QStringLiteral("office"));
    ASSERT_EQ(report.stops(), 1);
    const ServerFinding last = report.findings.last();
    EXPECT_TRUE(last.sentence.contains(QLatin1String("CREATE USER"))) << qPrintable(last.sentence);
    EXPECT_TRUE(last.remedy.contains(QLatin1String("Come as root"))) << qPrintable(last.remedy);
    expectSaid(errorOf([&] { makeOffice(somebody, builtinRegistry(), setupOf(MariaDbServer::uniqueName("o"))); }),
               "does not let this account do that");
}

TEST(ServerFaults, TwoAdministratorsSetUpAtOnce)
{
    MariaDbServer &server = MariaDbServer::shared();
    const QString name = MariaDbServer::uniqueName(QStringLiteral("o"));
    std::atomic<int> made{0}, adopted{0};
    std::vector<std::thread> admins;
    for (int i = 0; i < 2; ++i) {
        admins.emplace_back([&] {
            const auto fault = errorOf(
                [&] { makeOffice(rootOf(server), builtinRegistry(), setupOf(name)).adopted ? ++adopted : ++made; });
            EXPECT_FALSE(fault) << fault->what();
        });
    }
    for (std::thread &t : admins)
        t.join();
    EXPECT_EQ(made, 1);
    EXPECT_EQ(adopted, 1) << "the second waits, and finds it made";
    // The administrator of the office needs no right of the MariaDB but the views and procedures.
    const QString account =
        server.sql(QStringLiteral("SELECT made FROM %1_data.people WHERE made IS NOT NULL").arg(name))
            .value(0)
            .value(0);
    const auto grants = server.sql(QStringLiteral("SELECT GROUP_CONCAT(PRIVILEGE_TYPE) FROM "
                                                  "information_schema.USER_PRIVILEGES WHERE GRANTEE=\"'%1'@'%'\"")
                                       .arg(account));
    EXPECT_EQ(grants.value(0).value(0), QStringLiteral("USAGE"));
    server.sql(QStringLiteral("DROP USER `%2`@`%`, `%1_definer`@localhost, `%1_keeper`@localhost, `%1_owner`@`%`, "
                              "`%1_service`@`%`; DROP DATABASE `%1`; DROP DATABASE `%1_data`")
                   .arg(name, account));
}

TEST(ServerFaults, AServerThatStopsAnsweringIsSaidAndComesBack)
{
    MariaDbServer server;
    TempOffice office(builtinRegistry(), server);
    auto session =
        answer(Session::open(Target::onServer(office.address()),
                             {office.loginOf(QStringLiteral("admin")), TempOffice::usualPassword}, builtinRegistry()));
    QSignalSpy lost(session.get(), &Session::connectionLost), back(session.get(), &Session::connectionBack);
    QTest::qWait(1500);
    ::kill(pid_t(server.place().pid), SIGSTOP);
    auto saving = session->write([](Repository &r) { return r.save(client(r, QStringLiteral("Patient"))); });
    EXPECT_TRUE(QTest::qWaitFor([&] { return !lost.isEmpty(); }, 15'000));
    ASSERT_FALSE(lost.isEmpty());
    EXPECT_TRUE(lost.first().first().toString().contains(QLatin1String("does not answer")));
    EXPECT_TRUE(session->isOffline());
    ::kill(pid_t(server.place().pid), SIGCONT);
    EXPECT_NO_THROW(answer(saving));
    EXPECT_TRUE(QTest::qWaitFor([&] { return !back.isEmpty(); }, 10'000));
    ::kill(pid_t(server.place().pid), SIGSTOP);
    session->page(Query(clients), {});
    QTest::qWait(200);
    QElapsedTimer timer;
    timer.start();
    session.reset();
    EXPECT_LT(timer.elapsed(), 3000) << "closing does not wait for it";
    ::kill(pid_t(server.place().pid), SIGCONT);
}

namespace {
/// A small disk that can be filled: an ext4 in a file, since InnoDB dies on a full tmpfs (which keeps holes in files).
class SmallDisk
{
public:
    SmallDisk()
    {
        const QString image = m_folder.filePath(QStringLiteral("image"));
        QFile f(image);
        if (!f.open(QIODevice::WriteOnly) || !f.resize(300 << 20))
            return;
        f.close();
        QDir().mkdir(path());
        m_mounted = runs(QStringLiteral("mkfs.ext4"),
                         {QStringLiteral("-q"), QStringLiteral("-m"), QStringLiteral("0"), image}) &&
                    runs(QStringLiteral("mount"), {QStringLiteral("-o"), QStringLiteral("loop"), image, path()});
    }
    ~SmallDisk()
    {
        if (m_mounted)
            runs(QStringLiteral("umount"), {QStringLiteral("-l"), path()});
    }
    bool isMounted() const { return m_mounted; }
    QString why() const { return m_why; }
    QString file(const char *name) const { return path() + u'/' + QLatin1String(name); }
    void fill()
    {
        QFile f(file("filler"));
        f.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
        const QByteArray block(1 << 20, 'x');
        while (f.write(block) > 0) {
        }
    }
    void makeRoom() { QFile::remove(file("filler")); }

private:
    QString path() const { return m_folder.filePath(QStringLiteral("disk")); }
    bool runs(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        const bool done = process.waitForFinished() && process.exitCode() == 0;
        if (!done)
            m_why = program + QStringLiteral(": ") + QString::fromLocal8Bit(process.readAll()).trimmed();
        return done;
    }
    QTemporaryDir m_folder;
    QString m_why;
    bool m_mounted = false;
};
} // namespace

TEST(ServerFaults, AFullDiskIsSaidAndNothingConfirmedIsLost)
{
    SmallDisk disk;
    if (!disk.isMounted())
        GTEST_SKIP() << "no small file system can be mounted here (needs root): " << qPrintable(disk.why());
    ASSERT_EQ(QProcess::execute(QStringLiteral("cp"), {QStringLiteral("-r"), QStringLiteral("--sparse=never"),
                                                       mariaDbTemplate() + QStringLiteral("/data"), disk.file("data")}),
              0);
    MariaDbServer server({.arguments = {QStringLiteral("--datadir=") + disk.file("data")}});
    TempOffice office(builtinRegistry(), server);
    auto repo = office.as(QStringLiteral("admin"));
    disk.fill();
    IdList confirmed;
    std::optional<Error> fault;
    const QString note(3'000, u'n');
    for (int i = 0; i < 3000 && !fault; ++i) {
        fault = errorOf(
            [&] { confirmed << repo->save(client(*repo, QStringLiteral("Note %1").arg(i), note)).document.id(); });
    }
    ASSERT_TRUE(fault) << "the disk was not full";
    printf("%d records before: %s\n", int(confirmed.size()), fault->what());
    // InnoDB may give up altogether when a full disk keeps it from rolling back ("[FATAL] InnoDB: Error (Out of disk
    // space) in rollback"); then that is what people are told.
    if (server.isRunning()) {
        expectSaid(fault, "disk of the server is full");
        EXPECT_NO_THROW(repo->page(Query(clients), {})) << "reading goes on";
    } else {
        expectSaid(fault, "cannot be reached");
    }
    disk.makeRoom();
    server.start(); // as the system does; nothing if it runs
    EXPECT_NO_THROW(confirmed << repo->save(client(*repo, QStringLiteral("Room again"), note)).document.id());
    EXPECT_EQ(repo->loadMany(clients, confirmed).size(), confirmed.size());
    EXPECT_EQ(repo->totals(Query(clients), {}).count, confirmed.size()) << "nothing half saved";
}

TEST(ServerFaults, ADeadlockIsTriedAgain)
{
    MariaDbServer server; // of its own: it counts the deadlocks of all
    TempOffice office(builtinRegistry(), server);
    auto repo = office.as(QStringLiteral("admin"));
    const Document a = repo->save(client(*repo, QStringLiteral("A"))).document;
    const Document b = repo->save(client(*repo, QStringLiteral("B"))).document;
    const auto deadlocks = [&] {
        return server
            .sql(QStringLiteral("SELECT COUNT FROM information_schema.INNODB_METRICS WHERE NAME='lock_deadlocks'"))
            .value(0)
            .value(0)
            .toLongLong();
    };
    const qint64 before = deadlocks();

    // Somebody who has changed much (the server ends whoever has changed less) holds B ...
    const auto root = Database::openServer(office.address(), QStringLiteral("root"), server.rootPassword());
    const QString data = QStringLiteral("`%1_data`.").arg(office.database());
    root->exec(QStringLiteral("CREATE TABLE %1heavy (n INT)").arg(data));
    root->begin();
    root->exec(QStringLiteral("INSERT INTO %1heavy SELECT seq FROM seq_1_to_5000").arg(data));
    const auto hold = [&](Id id) {
        root->run(QStringLiteral("SELECT id FROM %1clients WHERE id=? FOR UPDATE").arg(data), {qint64(id)});
    };
    hold(b.id());
    // ... and wants A, which a save of both has taken by then.
    std::optional<Error> fault;
    std::thread saver([&] {
        auto other = office.as(QStringLiteral("admin"));
        fault = errorOf([&] {
            QList<Document> both = other->loadMany(clients, {a.id(), b.id()});
            for (Document &d : both)
                d.set(QStringLiteral("city"), QStringLiteral("Riga"));
            other->saveMany(both);
        });
    });
    const auto isWaiting = [&] {
        QThread::msleep(120); // the server makes this list anew once nobody has asked for 100 ms
        return server.sql(QStringLiteral("SELECT COUNT(*) FROM information_schema.innodb_trx WHERE "
                                         "trx_state='LOCK WAIT'")) == QList<QStringList>{{QStringLiteral("1")}};
    };
    EXPECT_TRUE(QTest::qWaitFor(isWaiting, 30'000));
    const auto refused = errorOf([&] { hold(a.id()); });
    EXPECT_FALSE(refused) << refused->what();
    EXPECT_EQ(deadlocks() - before, 1) << "nothing was tried";
    root->rollback();
    saver.join();
    EXPECT_FALSE(fault) << fault->what();
    for (const Document &d : repo->loadMany(clients, {a.id(), b.id()}))
        EXPECT_EQ(d.value(QStringLiteral("city")), QStringLiteral("Riga"));
}

TEST(ServerFaults, TwoWhoSaveTheSameAtOnceBothSucceed)
{
    const auto used = TempOffice::used(builtinRegistry());
    TempOffice &office = *used;
    auto first = office.as(QStringLiteral("admin"));
    const Document a = first->save(client(*first, QStringLiteral("A"))).document;
    const Document b = first->save(client(*first, QStringLiteral("B"))).document;
    std::vector<std::thread> threads;
    for (int t = 0; t < 2; ++t) {
        threads.emplace_back([&, t] {
            auto repo = office.as(QStringLiteral("admin"));
            for (int i = 0; i < 40; ++i) {
                const auto save = [&] {
                    QList<Document> both = repo->loadMany(clients, t ? IdList{a.id(), b.id()} : IdList{b.id(), a.id()});
                    for (Document &d : both)
                        d.set(t ? QStringLiteral("city") : QStringLiteral("phone"), QString::number(100'000 + i));
                    repo->saveMany(both);
                };
                auto fault = errorOf(save);
                while (fault && fault->kind() == ErrorKind::Conflict) // the other one is faster than this one merges
                    fault = errorOf(save);
                EXPECT_FALSE(fault) << fault->what();
            }
        });
    }
    for (std::thread &t : threads)
        t.join();
    EXPECT_EQ(first->load(clients, a.id()).value(QStringLiteral("city")), QStringLiteral("100039"));
    EXPECT_EQ(first->load(clients, a.id()).value(QStringLiteral("phone")), QStringLiteral("100039"));
}

TEST(ServerFaults, ClocksMayDifferByHours)
{
    for (const int shift : {5 * 3600, -5 * 3600}) {
        qputenv("LD_PRELOAD", CRM_CLOCK_SHIFT_LIBRARY);
        qputenv("CRM_CLOCK_SHIFT", QByteArray::number(shift));
        MariaDbServer server;
        qunsetenv("LD_PRELOAD");
        qunsetenv("CRM_CLOCK_SHIFT");
        const qint64 there =
            server.sql(QStringLiteral("SELECT FLOOR(UNIX_TIMESTAMP(SYSDATE()))")).value(0).value(0).toLongLong();
        ASSERT_NEAR(double(there - QDateTime::currentSecsSinceEpoch()), shift, 60);
        TempOffice office(builtinRegistry(), server);
        auto one = office.as(QStringLiteral("admin")), two = office.as(QStringLiteral("admin"));
        auto session = answer(Session::open(Target::onServer(office.address()),
                                            {office.loginOf(QStringLiteral("admin")), TempOffice::usualPassword},
                                            builtinRegistry()));
        QSignalSpy changed(session.get(), &Session::changed);
        QTest::qWait(1200);

        // Times are the server's.
        const SaveKey key = SaveKey::fresh();
        const Document d = client(*one, QStringLiteral("Clock"));
        Saved saved = one->save(d, key);
        EXPECT_NEAR(double(saved.document.head().changedAt().toSecsSinceEpoch() - there), 0, 120);
        EXPECT_EQ(one->load(clients, d.id()).head().createdAt(), saved.document.head().createdAt());
        // Keys, merging, conflicts.
        EXPECT_TRUE(one->save(d, key).repeated);
        Document mine = one->load(clients, d.id()), theirs = two->load(clients, d.id());
        theirs.set(QStringLiteral("city"), QStringLiteral("Perm"));
        two->save(theirs);
        mine.set(QStringLiteral("phone"), QStringLiteral("12345"));
        EXPECT_EQ(one->save(mine).document.value(QStringLiteral("city")), QStringLiteral("Perm"));
        mine.set(QStringLiteral("city"), QStringLiteral("Omsk"));
        EXPECT_THROW(one->save(mine), ConflictError);
        // Live changes, history, undo, trash.
        EXPECT_TRUE(QTest::qWaitFor([&] { return !changed.isEmpty(); }, 4000));
        const QList<Change> log = one->history(clients, d.id());
        ASSERT_EQ(log.size(), 3);
        EXPECT_NO_THROW(one->undo(log.first().number));
        EXPECT_EQ(one->remove(clients, {d.id()}).done, 1);
        EXPECT_EQ(two->restore(clients, {d.id()}).done, 1);
        // Leases run out by the server's clock.
        EXPECT_TRUE(one->takeLease(QStringLiteral("clock"), 2));
        EXPECT_FALSE(two->takeLease(QStringLiteral("clock"), 2));
        QThread::msleep(2500);
        EXPECT_TRUE(two->takeLease(QStringLiteral("clock"), 2));
        EXPECT_FALSE(one->takeLease(QStringLiteral("clock"), 2));
        // Sessions, presence: nobody is taken for gone.
        QTest::qWait(6000); // the watcher looks every five seconds
        EXPECT_EQ(office.server()
                      .sql(QStringLiteral("SELECT COUNT(*)>2 FROM %1_data.sessions").arg(office.database()))
                      .value(0)
                      .value(0),
                  QStringLiteral("1"));
        EXPECT_NO_THROW(one->tidy());
        EXPECT_TRUE(one->save(d, key).repeated) << "no key is taken for an old one";
    }
}
