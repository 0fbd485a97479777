// An administrator who sees as somebody, with a raw client and the account that the office made for it: reads what that
// person reads, to the cell, writes nothing, and leaves nothing behind.
#include "core/access/ed25519_verifier.h"
#include "core/store/server/server_names.h"
#include "core/store/server/server_see_as.h"
#include "tests/access/attack_writing.h"
#include <QElapsedTimer>
#include <QThread>
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
const QString secret = QStringLiteral("looks-Only-7");

QByteArray table(const AttackOffice &office, const char *name) { return '`' + office.data() + "`." + name; }
QByteArray routine(const AttackOffice &office, const QByteArray &name, const QByteArrayList &values)
{
    return "CALL `" + office.database() + "`." + name + '(' + values.join(',') + ')';
}
QByteArray one(AttackOffice &office, const QByteArray &sql)
{
    return office.asRoot(sql).results.value(0).rows.value(0).value(0);
}
bool eventually(const std::function<bool()> &so)
{
    QElapsedTimer since;
    since.start();
    while (!so()) {
        if (since.elapsed() > 30'000)
            return false;
        QThread::msleep(200);
    }
    return true;
}

/// Asks with the administrator's own connection for an account that sees as the person, and comes in with it.
struct Seer
{
    Seer(AttackOffice &office, const PlannedPerson &person, const char *login = "admin")
        : office(office)
        , person(person)
    {
        static int number = 0;
        password = secret + QString::fromUtf8(office.database()) + QString::number(++number); // names the account
        const auto admin = office.connect(office.plan().person(login));
        const QByteArray verifier = literal(mariadbVerifier(password).toLatin1());
        answer = admin->run(routine(office, "see_as", {QByteArray::number(person.id), verifier}));
        const QByteArray see = answer.results.value(0).rows.value(0).value(0);
        account = accountName(QString::fromUtf8(see), ServerNames(QString::fromUtf8(office.database()))).toUtf8();
        raw = connect();
    }
    std::unique_ptr<Raw> connect() const
    {
        auto out = std::make_unique<Raw>(office.server().place(), account, password.toUtf8(), office.database());
        if (out->isOpen())
            greeting = out->run(office.greeting());
        return out;
    }
    bool seesAnything()
    {
        return raw->run("SELECT COUNT(name) FROM users").results.value(0).rows.value(0).value(0).toInt() > 0;
    }
    AttackOffice &office;
    const PlannedPerson &person;
    QString password;
    RawAnswer answer;
    mutable RawAnswer greeting;
    QByteArray account;
    std::unique_ptr<Raw> raw;
};

QList<const PlannedPerson *> seen(const AttackOffice &office)
{
    QList<const PlannedPerson *> out;
    for (const PlannedPerson &person : office.plan().people()) {
        if (person.attacks && person.active && !person.actor.policy.isAdmin())
            out << &person;
    }
    return out;
}
} // namespace

TEST(AttackSeeAs, ReadsWhatThePersonReads)
{
    AttackOffice office;
    Tally tally;
    for (const char *login : {"anna", "kira", "vera", "mixa", "max"}) {
        const PlannedPerson *person = &office.plan().person(login);
        Seer seer(office, *person);
        const auto stays = seer.connect(); // an attack may lose its connection
        ASSERT_TRUE(seer.answer.ok()) << seer.answer.errorText.toStdString();
        ASSERT_TRUE(seer.raw->isOpen()) << seer.raw->refusal().toStdString();
        ASSERT_TRUE(seer.greeting.ok()) << seer.greeting.errorText.toStdString();
        Judge judge(office.plan(), *person, *seer.raw, office.plan().visibleSecrets(*person));
        judge.setGreeting(office.greeting());
        compareViews(judge, office);
        attackLog(judge, office);
        if (person->login.endsWith("_anna") ||
            person->login.endsWith("_kira")) { // the others take long, and find the same
            attackTexts(judge, office);
            attackReferences(judge, office);
        }
        tally += judge.tally();

        // The session is the person's own, but for the levels' order.
        const auto own = office.connect(*person);
        const RawAnswer mine = own->run(office.greeting()), theirs = seer.raw->run(office.greeting());
        EXPECT_EQ(theirs.results.size(), mine.results.size());
        for (int i = 0; i < std::min(mine.results.size(), theirs.results.size()); ++i) {
            QList<QByteArrayList> a = mine.results[i].rows, b = theirs.results[i].rows;
            std::sort(a.begin(), a.end());
            std::sort(b.begin(), b.end());
            EXPECT_EQ(a, b) << person->login.toStdString() << ", answer " << i;
        }
    }
    expectHarmless(tally, "seeing as somebody");
}

TEST(AttackSeeAs, ReadsNoPlainViewThatThePersonMayNot)
{
    AttackOffice office;
    int denied = 0, granted = 0;
    for (const char *login : {"anna", "mixa", "max", "rita"}) {
        const PlannedPerson &person = office.plan().person(login);
        Seer seer(office, person);
        const auto own = office.connect(person);
        for (const Relation &relation : office.relations().all) {
            if (!relation.isView || !relation.name.contains("__all"))
                continue;
            const QByteArray sql = "SELECT * FROM " + relation.full();
            const RawAnswer mine = own->run(sql), theirs = seer.raw->run(sql);
            EXPECT_EQ(theirs.error, mine.error) << login << ' ' << relation.name.toStdString();
            EXPECT_EQ(theirs.results.value(0).rows, mine.results.value(0).rows)
                << login << ' ' << relation.name.toStdString();
            ++(theirs.ok() ? granted : denied);
        }
    }
    EXPECT_GT(denied, 0);
    EXPECT_GT(granted, 0);
}

TEST(AttackSeeAs, WritesNothing)
{
    const QByteArrayList writers{"write",       "finish",         "tell_apart",       "same_records", "batch_undone",
                                 "present",     "blob_put",       "blob_missing",     "lease_take",   "lease_release",
                                 "tidy",        "account_create", "account_password", "account_lock", "account_sync",
                                 "address_add", "address_remove", "connection_end",   "see_as",       "access_log"};
    AttackOffice office;
    for (const char *login : {"max", "kira"}) {
        const PlannedPerson *person = &office.plan().person(login);
        Seer seer(office, *person);
        const auto stays = seer.connect(); // an attack may lose its connection
        ASSERT_TRUE(seer.greeting.ok()) << seer.greeting.errorText.toStdString();
        auto before = office.snapshot();
        Judge judge(office.plan(), *person, *seer.raw, office.plan().visibleSecrets(*person));
        judge.setGreeting(office.greeting());
        const PlannedRow &client = *office.plan().rowsOf(QStringLiteral("clients"), Group::Annas).first();
        for (const QByteArray &ops :
             {saveOps(QStringLiteral("clients"), client.id, 1, {{QStringLiteral("name"), QStringLiteral("x")}}),
              saveOps(QStringLiteral("clients"), client.id + 900'000, 0,
                      {{QStringLiteral("name"), QStringLiteral("x")}}),
              idsOps("remove", QStringLiteral("clients"), client.id),
              idsOps("restore", QStringLiteral("clients"), client.id),
              idsOps("purge", QStringLiteral("clients"), client.id),
              mergeOps(QStringLiteral("clients"), client.id, client.id + 1), QByteArray("[]")})
            judge.mustFail("write", writeCall(office, ops));
        int tried = 0;
        for (const Routine &r : office.relations().routines) {
            if (r.schema != office.database() || mayLookersCall(QString::fromUtf8(r.name)))
                continue;
            EXPECT_TRUE(writers.contains(r.name))
                << r.name.toStdString() << ": say in mayLookersCall() if it only reads, else here that it writes";
            ++tried;
            for (const QByteArray &value : {QByteArray("NULL"), QByteArray("'1'"), QByteArray("''")}) {
                const RawAnswer answer = judge.mustFail(
                    "routine " + r.name, routine(office, r.name, QByteArrayList(r.parameterTypes.size(), value)));
                EXPECT_EQ(answer.error, 1370u) << r.name.toStdString() << ": " << answer.errorText.toStdString();
            }
        }
        EXPECT_GT(tried, 15);
        int n = 0;
        for (const Relation &relation : office.relations().all) {
            if (relation.isView && n++ % 5 == 0) // of one kind, they have the same grants
                attackWithVerbs(judge, relation);
        }
        attackOddly(judge, office.relations()); // what may be called writes nothing either
        attackInside(judge, office.relations());
        attackServer(judge, office.relations());
        Tally tally = judge.tally();
        tally.faulty.clear();
        expectHarmless(tally, "writing while seeing as somebody");
        auto after = office.snapshot();
        for (const char *own : {"seers", "access_log"}) {
            before.remove(own);
            after.remove(own);
        }
        const QByteArrayList changed = AttackOffice::difference(before, after);
        EXPECT_TRUE(changed.isEmpty()) << changed.join('\n').left(3000).toStdString();
        EXPECT_EQ(one(office, "SELECT COUNT(*) FROM " + table(office, "presence")), "0");
    }
}

TEST(AttackSeeAs, IsForAdministratorsAlone)
{
    AttackOffice office;
    const QByteArray verifier = literal(mariadbVerifier(secret).toLatin1());
    const QByteArray boris = QByteArray::number(office.plan().person("boris").id);
    for (const PlannedPerson *person : seen(office)) {
        const auto raw = office.connect(*person);
        for (const QByteArray &whom : {boris, QByteArray::number(person->id), QByteArray("NULL")})
            EXPECT_FALSE(raw->run(routine(office, "see_as", {whom, verifier})).ok()) << person->login.toStdString();
        EXPECT_FALSE(raw->run(routine(office, "access_log", {"10"})).ok());
    }
    const PlannedPerson &admin = office.plan().person("admin");
    const auto without = office.connect(admin, false);
    EXPECT_FALSE(without->run(routine(office, "see_as", {boris, verifier})).ok()) << "without a session";
    const auto raw = office.connect(admin);
    EXPECT_FALSE(raw->run(routine(office, "see_as", {QByteArray::number(admin.id), verifier})).ok()) << "oneself";
    const QByteArray dan = QByteArray::number(office.plan().person("dan").id);
    EXPECT_FALSE(raw->run(routine(office, "see_as", {dan, verifier})).ok()) << "who is deactivated";
    for (const char *wrong : {"''", "NULL", "'x'' REQUIRE NONE -- '", "REPEAT('a',44)"})
        EXPECT_FALSE(raw->run(routine(office, "see_as", {boris, wrong})).ok()) << wrong;
    EXPECT_EQ(one(office, "SELECT COUNT(*) FROM " + table(office, "seers")), "0");
    EXPECT_EQ(one(office, "SELECT COUNT(*) FROM " + table(office, "access_log")), "0");
}

TEST(AttackSeeAs, StandsInTheAccessLogAndLeavesNothingBehind)
{
    AttackOffice office;
    const PlannedPerson &anna = office.plan().person("anna");
    auto seer = std::make_unique<Seer>(office, anna);
    ASSERT_TRUE(seer->seesAnything());
    const QByteArray accountsSql = "SELECT COUNT(*) FROM mysql.user WHERE User='" + seer->account + '\'';
    EXPECT_EQ(one(office, accountsSql), "1");
    const auto admin = office.connect(office.plan().person("admin"));
    QByteArrayList entry = admin->run(routine(office, "access_log", {"10"})).results.value(0).rows.value(0);
    EXPECT_EQ(entry.value(1), "Person " + office.plan().person("admin").login);
    EXPECT_EQ(entry.value(2), "Person " + anna.login);
    EXPECT_TRUE(entry.value(4).isNull());
    EXPECT_EQ(one(office,
                  "SELECT last_seen FROM " + table(office, "people") + " WHERE user_id=" + QByteArray::number(anna.id)),
              QByteArray())
        << "Anna was not here";
    const QByteArray annas = "SELECT IFNULL(SUM(x),0) FROM (SELECT COUNT(*) x FROM " + table(office, "sessions") +
                             " WHERE user_id=" + QByteArray::number(anna.id) + " AND seer_id IS NULL) y";
    EXPECT_EQ(one(office, annas), "0");

    // The program is killed: its connections go, and nobody says goodbye.
    office.asRoot("UPDATE " + table(office, "seers") + " SET started_at=started_at-60000");
    QThread::msleep(4000); // the watcher has looked: as long as somebody is there, the account stays
    EXPECT_EQ(one(office, accountsSql), "1");
    const QByteArray account = seer->account;
    seer->raw.reset();
    EXPECT_TRUE(eventually([&] { return one(office, accountsSql) == "0"; }));
    EXPECT_TRUE(eventually([&] { return one(office, "SELECT COUNT(*) FROM " + table(office, "seers")) == "0"; }));
    EXPECT_FALSE(seer->connect()->isOpen()) << "the password is worth nothing any more";
    office.asRoot("UPDATE " + table(office, "sessions") + " SET started_at=started_at-60000 WHERE client LIKE '" +
                  account + "@%'");
    EXPECT_TRUE(eventually([&] {
        return one(office, "SELECT COUNT(*) FROM " + table(office, "sessions") + " WHERE client LIKE '" + account +
                               "@%'") == "0";
    }));
    entry = admin->run(routine(office, "access_log", {"10"})).results.value(0).rows.value(0);
    EXPECT_FALSE(entry.value(4).isNull()) << "the log says until when";
}

TEST(AttackSeeAs, AConnectionThatComesAfterIsNotTakenForIt)
{
    AttackOffice office;
    const PlannedPerson &anna = office.plan().person("anna"), &admin = office.plan().person("admin");
    Seer seer(office, anna), other(office, office.plan().person("max"));
    ASSERT_TRUE(seer.seesAnything());
    const auto number = [](Raw &raw) {
        return raw.run("SELECT CONNECTION_ID()").results.value(0).rows.value(0).value(0);
    };
    const QByteArray old = number(*seer.raw);
    seer.raw.reset();
    // As after a restart of the server, where numbers begin anew: the row of who was there before has this number.
    for (const PlannedPerson *person : {&admin, &anna}) {
        const auto raw = office.connect(*person, false);
        office.asRoot("DELETE FROM " + table(office, "sessions") + " WHERE connection_id=" + number(*raw));
        office.asRoot("UPDATE " + table(office, "sessions") + " SET connection_id=" + number(*raw) +
                      " WHERE client LIKE '" + seer.account + "@%'");
        EXPECT_EQ(raw->run("SELECT COUNT(name) FROM users").results.value(0).rows.value(0).value(0), "0");
        const QByteArray all = person == &admin ? "clients__all" : "clients";
        EXPECT_EQ(raw->run("SELECT COUNT(*) FROM " + all).results.value(0).rows.value(0).value(0), "0");
        EXPECT_TRUE(raw->run(office.greeting()).ok()) << "and it becomes what it is";
        office.asRoot("REPLACE INTO " + table(office, "sessions") +
                      " (connection_id,client,user_id,started_at,seer_id) VALUES (" + old + ",'" + seer.account +
                      "@localhost'," + QByteArray::number(anna.id) + ",0," + QByteArray::number(admin.id) + ')');
    }
    EXPECT_FALSE(other.raw->run("SELECT COUNT(name) FROM users").results.value(0).rows.isEmpty());
}

TEST(AttackSeeAs, EndsWithTheRightsOfEither)
{
    AttackOffice office;
    const PlannedPerson &anna = office.plan().person("anna"), &max = office.plan().person("max"),
                        &admin = office.plan().person("admin");
    const QByteArray users = table(office, "users"), people = table(office, "people");
    const auto follow = [&](const PlannedPerson &p) {
        office.asRoot("CALL " + table(office, "follow_user") + '(' + QByteArray::number(p.id) + ')');
    };
    const auto ends = [&](Seer &seer, const char *why) {
        EXPECT_FALSE(seer.seesAnything()) << why << ": at once";
        EXPECT_TRUE(eventually([&] { return !seer.connect()->isOpen(); })) << why;
    };
    const QByteArray annas = " WHERE id=" + QByteArray::number(anna.id),
                     admins = " WHERE id=" + QByteArray::number(admin.id);
    {
        Seer seer(office, anna);
        ASSERT_TRUE(seer.seesAnything());
        office.asRoot("UPDATE " + users + " SET active=0" + annas);
        follow(anna);
        ends(seer, "Anna is deactivated");
        office.asRoot("UPDATE " + users + " SET active=1" + annas);
        follow(anna);
    }
    {
        Seer seer(office, anna);
        ASSERT_TRUE(seer.seesAnything());
        office.asRoot("UPDATE " + users + " SET role_id=" + QByteArray::number(max.roleId) + annas);
        follow(anna);
        ends(seer, "Anna has another role");
        office.asRoot("UPDATE " + users + " SET role_id=" + QByteArray::number(anna.roleId) + annas);
        follow(anna);
    }
    {
        Seer seer(office, anna);
        ASSERT_TRUE(seer.seesAnything());
        office.asRoot("UPDATE " + users + " SET role_id=" + QByteArray::number(max.roleId) + admins);
        follow(admin);
        ends(seer, "the administrator is none any more");
        office.asRoot("UPDATE " + users + " SET role_id=" + QByteArray::number(admin.roleId) + admins);
        follow(admin);
    }
    {
        Seer seer(office, anna);
        ASSERT_TRUE(seer.seesAnything());
        office.asRoot("UPDATE " + people + " SET locked=1 WHERE user_id=" + QByteArray::number(admin.id));
        office.asRoot("CALL " + table(office, "account_apply") + '(' + QByteArray::number(admin.id) + ')');
        EXPECT_TRUE(eventually([&] { return !seer.connect()->isOpen(); })) << "the administrator is locked";
        office.asRoot("UPDATE " + people + " SET locked=0 WHERE user_id=" + QByteArray::number(admin.id));
        office.asRoot("CALL " + table(office, "account_apply") + '(' + QByteArray::number(admin.id) + ')');
    }
    {
        Seer seer(office, max); // whose role reads all clients
        ASSERT_TRUE(seer.raw->run("SELECT * FROM clients__all").ok());
        office.asRoot("UPDATE " + table(office, "levels") +
                      " SET can_read=1 WHERE entity='clients' AND user_id IN (SELECT "
                      "user_id FROM " +
                      people + " WHERE role_id=" + QByteArray::number(max.roleId) + ')');
        office.asRoot("CALL " + table(office, "role_apply") + '(' + QByteArray::number(max.roleId) + ')');
        EXPECT_EQ(seer.raw->run("SELECT COUNT(*) FROM clients__all").results.value(0).rows.value(0).value(0), "0")
            << "what the role has lost is lost at once";
        EXPECT_TRUE(eventually([&] { return !seer.connect()->isOpen(); }));
    }
    EXPECT_TRUE(eventually([&] { return one(office, "SELECT COUNT(*) FROM " + table(office, "seers")) == "0"; }));
}
