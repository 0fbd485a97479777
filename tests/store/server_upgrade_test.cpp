// An office on a real MariaDB is upgraded while people are at work: nobody loses anything, two versions of the program
// go on side by side, two administrators do not collide, and what was interrupted is finished by the next run.
#include "core/access/ed25519_verifier.h"
#include "core/model/error.h"
#include "core/modules/modules.h"
#include "core/store/server/server_repository.h"
#include "core/store/server/server_schema.h"
#include "core/store/server/server_store.h"
#include "core/store/server/server_text.h"
#include "core/store/server/server_upgrade.h"
#include "core/store/session.h"
#include "tests/support/temp_office.h"
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <csignal>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace crm;
using namespace crm::test;

namespace {
Label named(const char *source) { return Label(source, nullptr, "test"); }
const QString gadgets = QStringLiteral("gadgets"), widgets = QStringLiteral("widgets");

std::unique_ptr<Registry> registryOf(bool newer)
{
    auto r = std::make_unique<Registry>();
    modules::declareAll(*r);
    Entity e("gadgets", named("Gadget"), named("Gadgets"));
    e.area("people").title("name").ownedBy("holder_id").sortedBy("name").attachments({"comments"});
    QList<Field> fields{text("name", named("Name"), newer ? 250 : 100).required().inList().searchable(),
                        ref("holder_id", named("Holder"), "users"), text("place", named("Place"), 100).inList()};
    if (newer) {
        fields.last() = text("place", named("Place"), 100).inList().searchable();
        fields << money("price", named("Price")).inList();
    }
    e.fields(fields);
    r->add(e);
    if (newer) {
        Entity w("widgets", named("Widget"), named("Widgets"));
        w.area("people").title("name").ownedBy("holder_id").sortedBy("name");
        w.fields({text("name", named("Name"), 200).required().inList().searchable(),
                  ref("holder_id", named("Holder"), "users"), ref("gadget_id", named("Gadget"), "gadgets")});
        r->add(w);
    }
    r->seal();
    return r;
}
const Registry &older()
{
    static const Registry *r = registryOf(false).release();
    return *r;
}
const Registry &newer()
{
    static const Registry *r = registryOf(true).release();
    return *r;
}

MariaDbAdministrator ownerOf(const TempOffice &office)
{
    MariaDbAdministrator owner{office.address(), ServerNames(office.database()).owner(), TempOffice::usualPassword};
    owner.address.database.clear();
    return owner;
}
ProgramSchema program(const char *version) { return {.program = QLatin1String(version)}; }

bool upgrade(const TempOffice &office, const Registry &to = newer(), const ProgramSchema &as = program("2.0"),
             const Progress &progress = {})
{
    return upgradeAsOwner(ownerOf(office), to, office.database(), progress, as);
}

std::unique_ptr<StoreRepository> signIn(const TempOffice &office, const Registry &registry)
{
    return openServer(office.address(), office.loginOf(QStringLiteral("admin")), TempOffice::usualPassword, registry);
}

QString one(const TempOffice &office, const QString &sql)
{
    return office.server().sql(filled(ServerNames(office.database()), sql)).value(0).value(0);
}

Document gadget(Repository &r, const QString &name)
{
    Document d(Record(r.catalog()->at(gadgets), newId()));
    d.set(QStringLiteral("name"), name);
    return d;
}

std::optional<Error> faultOf(const std::function<void()> &fn)
{
    try {
        fn();
    } catch (const Error &e) {
        return e;
    }
    return {};
}

template<class T> T answer(QFuture<T> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 30'000))
        throw Error(ErrorKind::Corrupt, QStringLiteral("no answer in time"));
    return future.result();
}

/// What the people of the test have seen.
struct Tally
{
    std::atomic<int> saved{0}, read{0}, maintenance{0}, lost{0};
    std::mutex mutex;
    QStringList faults;
    void note(const Error &e)
    {
        if (e.kind() == ErrorKind::Busy && e.sentence().contains(QLatin1String("An administrator is working"))) {
            ++maintenance;
            return;
        }
        const std::lock_guard lock(mutex);
        faults << e.sentence() + u' ' + e.details().left(300);
    }
};

/// One person: makes a record, then changes it and reads lists until `stop`.
void work(const TempOffice &office, int person, Tally &tally, const std::atomic<bool> &stop)
{
    try {
        auto repo = signIn(office, older());
        Document mine = repo->save(gadget(*repo, QStringLiteral("P%1").arg(person)), SaveKey::fresh()).document;
        int counter = 0;
        while (!stop) {
            Document next = mine;
            next.set(QStringLiteral("place"), QString::number(++counter));
            const SaveKey key = SaveKey::fresh();
            for (bool done = false; !done && !stop;) {
                try {
                    mine = repo->save(next, key).document;
                    ++tally.saved;
                    done = true;
                } catch (const Error &e) {
                    tally.note(e);
                    if (e.kind() != ErrorKind::Busy)
                        return;
                }
            }
            try {
                Query query(gadgets);
                query.columns = {QStringLiteral("name"), QStringLiteral("place")};
                if (repo->page(query, {}).rows.isEmpty() || repo->load(gadgets, mine.id()).head().title().isEmpty())
                    ++tally.lost;
                ++tally.read;
            } catch (const Error &e) {
                tally.note(e);
            }
        }
        const Document stored = repo->load(gadgets, mine.id());
        tally.lost += stored.value(QStringLiteral("place")) != mine.value(QStringLiteral("place"));
        tally.lost += stored.head().version() != mine.head().version();
    } catch (const Error &e) {
        tally.note(e);
    }
}
} // namespace

TEST(ServerUpgrade, ThirtyPeopleGoOnByThemselves)
{
    TempOffice office(older());
    Tally tally;
    std::atomic<bool> stop{false};
    std::vector<std::thread> people;
    for (int i = 0; i < 28; ++i)
        people.emplace_back([&, i] { work(office, i, tally, stop); });
    // Two more, as windows.
    std::vector<std::shared_ptr<Session>> sessions;
    std::vector<std::unique_ptr<QSignalSpy>> told;
    for (int i = 0; i < 2; ++i) {
        sessions.push_back(
            answer(Session::open(Target::onServer(office.address()),
                                 {office.loginOf(QStringLiteral("admin")), TempOffice::usualPassword}, older())));
        answer(sessions.back()->page(Query(gadgets), {})); // its readers are there
        told.push_back(std::make_unique<QSignalSpy>(sessions.back().get(), &Session::maintenanceChanged));
    }
    ASSERT_TRUE(QTest::qWaitFor([&] { return tally.saved > 60; }, 60'000));
    std::atomic<bool> done{false};
    std::optional<Error> fault;
    std::thread admin([&] {
        fault = faultOf([&] {
            EXPECT_TRUE(upgrade(office, newer(), program("2.0"), [&](qint64, qint64) {
                QThread::msleep(20); // long enough to be noticed
                return true;
            }));
        });
        done = true;
    });
    const auto saving = sessions[0]->write([](Repository &r) { return r.save(gadget(r, QStringLiteral("W"))); });
    EXPECT_TRUE(QTest::qWaitFor([&] { return done.load(); }, 120'000));
    admin.join();
    ASSERT_FALSE(fault) << fault->what();
    const int before = tally.saved;
    EXPECT_TRUE(QTest::qWaitFor([&] { return tally.saved > before + 60; }, 60'000)) << "they go on by themselves";
    stop = true;
    for (std::thread &t : people)
        t.join();
    EXPECT_EQ(tally.faults.size(), 0) << qPrintable(tally.faults.mid(0, 5).join('\n'));
    EXPECT_EQ(tally.lost, 0);
    printf("%d saves, %d reads, %d times told to wait\n", tally.saved.load(), tally.read.load(),
           tally.maintenance.load());
    const auto late = faultOf([&] { answer(saving); });
    EXPECT_TRUE(!late || late->kind() == ErrorKind::Busy) << late->what();
    for (const auto &session : sessions) {
        EXPECT_NO_THROW(answer(session->write([](Repository &r) { return r.save(gadget(r, QStringLiteral("X"))); })));
        EXPECT_TRUE(QTest::qWaitFor([&] { return !session->isInMaintenance(); }, 10'000));
    }
    for (const auto &spy : told)
        EXPECT_GE(spy->size(), 2) << "told that it begins and that it is over";
    EXPECT_EQ(one(office, "SELECT COUNT(*)-COUNT(DISTINCT n)+SUM(n IS NULL) FROM {data}.changes"), "0");
    EXPECT_FALSE(upgrade(office)) << "nothing is left to do";
}

TEST(ServerUpgrade, TwoVersionsWorkSideBySide)
{
    TempOffice office(older());
    auto old = signIn(office, older());
    const Id first = old->save(gadget(*old, QStringLiteral("Early bird"))).document.id();
    // Newer than the office: what it knows alone is said in words, the rest works.
    {
        auto early = signIn(office, newer());
        EXPECT_NO_THROW(early->page(Query(QStringLiteral("clients")), {}));
        Document d = gadget(*early, QStringLiteral("Too early"));
        d.set(QStringLiteral("price"), qint64(7));
        for (const auto &fault : {faultOf([&] { early->load(gadgets, first); }), faultOf([&] { early->save(d); }),
                                  faultOf([&] { early->page(Query(widgets), {}); })}) {
            ASSERT_TRUE(fault);
            EXPECT_TRUE(fault->sentence().contains(QLatin1String("mycrmctl server upgrade"))) << fault->what();
        }
    }
    ASSERT_TRUE(upgrade(office));
    auto fresh = signIn(office, newer());
    Document d = fresh->load(gadgets, first);
    d.set(QStringLiteral("price"), qint64(4200));
    EXPECT_NO_THROW(fresh->save(d));
    EXPECT_NO_THROW(fresh->save(gadget(*fresh, QString(240, u'n')))) << "the column has become longer";
    Document w(Record(fresh->catalog()->at(widgets), newId()));
    w.set(QStringLiteral("name"), QStringLiteral("Wheel"));
    w.set(QStringLiteral("gadget_id"), first);
    EXPECT_NO_THROW(fresh->save(w));

    // The older one goes on, and takes nothing away that it does not know.
    Document theirs = old->load(gadgets, first);
    theirs.set(QStringLiteral("place"), QStringLiteral("Shelf"));
    EXPECT_NO_THROW(old->save(theirs));
    EXPECT_NO_THROW(old->save(gadget(*old, QStringLiteral("By the older one"))));
    EXPECT_EQ(fresh->load(gadgets, first).value(QStringLiteral("price")).toLongLong(), 4200);
    EXPECT_EQ(fresh->load(gadgets, first).value(QStringLiteral("place")), QStringLiteral("Shelf"));
    EXPECT_NO_THROW(old->changesSince(0));
    EXPECT_NO_THROW(old->history(gadgets, first));
    auto again = signIn(office, older());
    EXPECT_EQ(again->load(gadgets, first).value(QStringLiteral("place")), QStringLiteral("Shelf"));

    // But it may not make the office as it knows it.
    const auto back = faultOf([&] { upgrade(office, older(), program("1.0")); });
    ASSERT_TRUE(back);
    EXPECT_EQ(back->kind(), ErrorKind::Unsupported);
    EXPECT_TRUE(back->sentence().contains(QLatin1String("version 2.0 already"))) << back->what();
    const auto missing = faultOf([&] { upgrade(office, older(), program("2.0")); });
    ASSERT_TRUE(missing);
    EXPECT_TRUE(missing->sentence().contains(QLatin1String("gadgets.price, widgets"))) << missing->what();
    EXPECT_NO_THROW(fresh->load(widgets, w.id()));
}

TEST(ServerUpgrade, FindsByWhatIsSearchedNow)
{
    TempOffice office(older());
    auto old = signIn(office, older());
    Document d = gadget(*old, QStringLiteral("Lamp"));
    d.set(QStringLiteral("place"), QStringLiteral("Cellar"));
    const Id id = old->save(d).document.id();
    ASSERT_TRUE(upgrade(office));
    auto fresh = signIn(office, newer());
    const QList<Hit> hits = fresh->search(QStringLiteral("cellar"));
    ASSERT_EQ(hits.size(), 1);
    EXPECT_EQ(hits.first().id, id);
}

TEST(ServerUpgrade, RunsNumberedStepsOnce)
{
    TempOffice office(older());
    auto repo = signIn(office, older());
    const Id id = repo->save(gadget(*repo, QStringLiteral("Old name"))).document.id();
    int made = 0;
    bool broken = true;
    ProgramSchema next = program("2.0");
    const int first = schemaVersion + 1, second = schemaVersion + 2;
    next.version = second;
    next.minCompatible = second;
    next.steps = {{first,
                   QStringLiteral("Names are written in capitals"),
                   {},
                   [&](const ServerNames &names) {
                       ++made;
                       return QStringList{filled(names, "UPDATE {data}.gadgets SET name=UPPER(name)")};
                   }},
                  {second, QStringLiteral("Places have a name"), {}, [&](const ServerNames &names) {
                       return QStringList{
                           filled(names, "UPDATE {data}.gadgets SET place='nowhere' WHERE place IS NULL"),
                           broken ? QStringLiteral("SELECT nonsense FROM nowhere.at_all") : QStringLiteral("DO 1")};
                   }}};
    EXPECT_THROW(upgrade(office, newer(), next), Error);
    EXPECT_EQ(one(office, "SELECT maintenance FROM {data}.feed_head"), "0") << "people go on";
    EXPECT_EQ(one(office, "SELECT GROUP_CONCAT(number) FROM {data}.schema_steps"), QString::number(first));
    EXPECT_NO_THROW(repo->save(gadget(*repo, QStringLiteral("Between"))));
    broken = false;
    EXPECT_TRUE(upgrade(office, newer(), next));
    EXPECT_EQ(made, 1) << "recorded, so not done again";
    EXPECT_EQ(one(office, "SELECT GROUP_CONCAT(number ORDER BY number) FROM {data}.schema_steps"),
              QStringLiteral("%1,%2").arg(first).arg(second));
    EXPECT_EQ(one(office, QStringLiteral("SELECT CONCAT(name,'/',place) FROM {data}.gadgets WHERE id=%1").arg(id)),
              "OLD NAME/nowhere");
    EXPECT_FALSE(upgrade(office, newer(), next));
    // This program is of an older version: too old for the office by now, and told so.
    const auto fault = faultOf([&] { signIn(office, older()); });
    ASSERT_TRUE(fault);
    EXPECT_EQ(fault->kind(), ErrorKind::Unsupported);
    EXPECT_TRUE(fault->sentence().contains(QLatin1String("Update this one"))) << fault->what();
    EXPECT_THROW(upgrade(office, older(), program("1.0")), Error);
}

TEST(ServerUpgrade, TheSecondAdministratorWaitsAndFindsNothingToDo)
{
    TempOffice office(older());
    std::atomic<int> upgraded{0}, current{0};
    std::vector<std::thread> admins;
    for (int i = 0; i < 2; ++i) {
        admins.emplace_back([&] {
            const auto fault = faultOf([&] { upgrade(office) ? ++upgraded : ++current; });
            EXPECT_FALSE(fault) << fault->what();
        });
    }
    for (std::thread &t : admins)
        t.join();
    EXPECT_EQ(upgraded, 1);
    EXPECT_EQ(current, 1);
    EXPECT_EQ(one(office, "SELECT maintenance FROM {data}.feed_head"), "0");
}

TEST(ServerUpgrade, GoesOnAfterAnInterruptionAnywhere)
{
    TempOffice office(older());
    auto repo = signIn(office, older());
    repo->setConnectionCare({.patienceMs = 300, .givesUp = {}, .tell = {}});
    const ServerNames names(office.database());
    // Killed by process, in the middle of the tables, of the routines, and just before the end.
    for (const int percent : {1, 30, 60, 99}) {
        int ready[2];
        ASSERT_EQ(pipe(ready), 0);
        const pid_t child = fork();
        if (child == 0) {
            close(ready[0]);
            try {
                upgrade(office, newer(), program("2.0"), [&](qint64 done, qint64 total) {
                    if (total > 100 && done * 100 >= total * percent) { // of the routines: far more than tables
                        [[maybe_unused]] const auto n = write(ready[1], "x", 1);
                        ::pause();
                    }
                    return true;
                });
            } catch (const Error &e) {
                fprintf(stderr, "%s\n", e.what());
            }
            _exit(1);
        }
        close(ready[1]);
        char x = 0;
        EXPECT_EQ(read(ready[0], &x, 1), 1) << percent;
        close(ready[0]);
        ::kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        EXPECT_EQ(one(office, "SELECT maintenance FROM {data}.feed_head"), "1") << percent;
        EXPECT_NO_THROW(repo->page(Query(gadgets), {})) << "reading goes on";
        const auto fault = faultOf([&] { repo->save(gadget(*repo, QStringLiteral("No"))); });
        ASSERT_TRUE(fault) << percent;
        EXPECT_EQ(fault->kind(), ErrorKind::Busy) << fault->what();
    }
    EXPECT_TRUE(upgrade(office)) << "repeated, it is finished";
    EXPECT_EQ(one(office, "SELECT maintenance FROM {data}.feed_head"), "0");
    EXPECT_NO_THROW(repo->save(gadget(*repo, QStringLiteral("Yes"))));
    EXPECT_FALSE(upgrade(office));
}

TEST(ServerUpgrade, AKilledConnectionIsSaidAndRepeated)
{
    TempOffice office(older());
    std::atomic<bool> killed{false};
    const auto fault = faultOf([&] {
        upgrade(office, newer(), program("2.0"), [&](qint64 done, qint64) {
            if (done == 20 && !killed.exchange(true))
                office.server().sql(QStringLiteral("KILL USER '%1_owner'").arg(office.database()));
            return true;
        });
    });
    ASSERT_TRUE(fault);
    EXPECT_EQ(fault->kind(), ErrorKind::Connection) << fault->what();
    EXPECT_TRUE(upgrade(office));
    EXPECT_EQ(one(office, "SELECT maintenance FROM {data}.feed_head"), "0");
}

TEST(ServerUpgrade, WaitsForAnOpenTransactionAndCanBeCancelled)
{
    TempOffice office(older());
    auto repo = signIn(office, older());
    std::atomic<bool> done{false};
    std::thread admin;
    EXPECT_NO_THROW(repo->atomically([&] {
        repo->save(gadget(*repo, QStringLiteral("Before")));
        admin = std::thread([&] {
            const auto fault = faultOf([&] { upgrade(office); });
            EXPECT_FALSE(fault) << fault->what();
            done = true;
        });
        QThread::msleep(1500);
        EXPECT_FALSE(done) << "somebody is in the middle of saving";
    }));
    admin.join();
    EXPECT_TRUE(done);
    TempOffice other(older());
    EXPECT_EQ(
        faultOf([&] { upgrade(other, newer(), program("2.0"), [](qint64, qint64) { return false; }); }).value().kind(),
        ErrorKind::Cancelled);
    EXPECT_EQ(one(other, "SELECT maintenance FROM {data}.feed_head"), "0");
    EXPECT_TRUE(upgrade(other));
}
