// "See as Anna" by the program's own session, on a file and on a server: what she sees on every surface, and nothing
// written on any path.
#include "core/exchange/demo.h"
#include "core/exchange/export.h"
#include "core/model/error.h"
#include "core/store/grouping.h"
#include "core/store/see_as.h"
#include "tests/support/refused.h"
#include "tests/support/temp_database.h"
#include <QBuffer>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
const QString clients = QStringLiteral("clients"), name = QStringLiteral("name"), secret = QStringLiteral("secret-1");

template<class T> QFuture<T> ended(QFuture<T> future)
{
    (void)QTest::qWaitFor([&] { return future.isFinished(); }, 60'000);
    return future;
}
template<class T> T answer(QFuture<T> future) { return ended(future).result(); }

template<class T> void expectRefused(QFuture<T> future, const char *what)
{
    try {
        ended(future).waitForFinished();
        ADD_FAILURE() << what << " was not refused";
    } catch (const Error &e) {
        EXPECT_EQ(e.kind(), ErrorKind::Denied) << what;
        EXPECT_TRUE(e.sentence().contains(QLatin1String("Nothing can be changed here")))
            << what << ": " << qPrintable(e.sentence());
    }
}

struct SeeAs : ::testing::Test
{
    TempDatabase db;
    Id anna = db.addUser(QStringLiteral("anna"), QStringLiteral("Staff (own records)"));
    Id vera = db.addUser(QStringLiteral("vera"), QStringLiteral("Staff (records of the team)"));
    Id max = db.addUser(QStringLiteral("max"), QStringLiteral("Manager (all records)"));
    Id chief = db.addUser(QStringLiteral("chief"), QStringLiteral("Administrator"));

    std::shared_ptr<Session> open(const QString &login)
    {
        return answer(Session::open(db.target(), db.credentials({login, secret}), db.registry()));
    }
    Id add(Session &session, const QString &title)
    {
        Document d(Record(session.catalog()->at(clients), newId()));
        d.set(name, title);
        return answer(session.save(d, SaveKey::fresh())).document.id();
    }
};

QString shown(const Page &page)
{
    QStringList lines;
    for (const Row &row : page.rows) {
        QStringList cells{QString::number(row.id), row.titles.join(u'|')};
        for (const QVariant &v : row.values)
            cells << QString::fromUtf8(v.typeName()) + v.toString();
        lines << cells.join(u';');
    }
    lines.sort();
    return lines.join(u'\n');
}

QString shown(const Record &record)
{
    QStringList out{QString::number(record.id()) + u' ' + QString::number(record.version())};
    for (const Field &f : record.entity().fieldList()) {
        const QVariant v = record.value(f.key());
        QString text = v.toString();
        for (const Id id : isListKind(f.kind()) ? record.ids(f.key()) : IdList{})
            text += u' ' + QString::number(id);
        out << f.key() + u'=' + text;
    }
    return out.join(u'\n');
}

/// All that a person can look at of one kind of record, as text.
QString surfaces(Repository &r, const Entity &e)
{
    QStringList out;
    Query query(e.key());
    for (const Field &f : r.catalog()->at(e.key()).fieldList()) {
        if (f.isInList() && r.actor().policy.sees(f))
            query.columns << f.key();
    }
    PageAt at;
    at.limit = 500;
    const Page page = r.page(query, at);
    out << shown(page) << QString::number(r.totals(query, {}).count) << QString::number(r.bookmarks(query, 50).count);
    Query trash = query;
    trash.trashed = true;
    out << shown(r.page(trash, at));
    for (const Group &g : groupsOf(r, query, GroupBy::parse(QStringLiteral("created_at:month")), {}).list)
        out << QString::number(g.count);
    for (int i = 0; i < page.rows.size() && i < 12; ++i) {
        const Opened opened = r.open(e.key(), page.rows[i].id);
        out << shown(opened.document.head());
        for (const LineTable &t : e.lineTables()) {
            for (const Record &line : opened.document.lines(t.entity))
                out << shown(line);
        }
        for (const Change &c : r.history(e.key(), page.rows[i].id, 50))
            out << QString::number(c.number) + c.userName;
        for (const PointerCount &p : r.pointersAt(e.key(), {page.rows[i].id}))
            out << QString::number(p.count);
    }
    for (const Option &o : r.lookup(e.key(), {}, 20))
        out << QString::number(o.id) + o.title;
    return out.join(u'\n');
}
} // namespace

TEST_F(SeeAs, EverySurfaceIsThePersonsOwn)
{
    {
        auto repo = db.asSystem();
        DemoOptions demo;
        demo.size = 12;
        generateDemo(*repo, demo);
    }
    add(*open("anna"), QStringLiteral("Annas own"));
    add(*open("vera"), QStringLiteral("Veras own"));
    const auto admin = open("chief");
    for (const auto &[login, id] : {std::pair{QStringLiteral("anna"), anna}, {QStringLiteral("max"), max}}) {
        const auto own = open(login), seen = answer(admin->seeAs(id));
        ASSERT_TRUE(seen->isSeeingAs());
        EXPECT_EQ(seen->actor().userId, id);
        EXPECT_FALSE(seen->actor().policy.isAdmin());
        qsizetype looked = 0;
        for (const auto &e : db.registry().entities()) {
            if (e->isLine() || !own->actor().policy.may(*e, Verb::Read)) {
                EXPECT_EQ(seen->actor().policy.may(*e, Verb::Read), own->actor().policy.may(*e, Verb::Read));
                continue;
            }
            const auto look = [entity = e.get()](Repository &r) { return surfaces(r, *entity); };
            const QString theirs = answer(own->read(look));
            EXPECT_EQ(answer(seen->read(look)), theirs) << qPrintable(login + u' ' + e->key());
            looked += theirs.size();
            for (int verb = 0; verb < verbCount; ++verb)
                EXPECT_EQ(seen->actor().policy.level(*e, Verb(verb)), own->actor().policy.level(*e, Verb(verb)));
        }
        EXPECT_GT(looked, 10'000) << "there was something to see";
        const auto search = [](Repository &r) {
            QStringList out;
            for (const Hit &h : r.search(QStringLiteral("own")))
                out << QString::number(h.id);
            for (const Change &c : r.changesSince(0, 100'000))
                out << QString::number(c.number);
            return out;
        };
        EXPECT_EQ(answer(seen->read(search)), answer(own->read(search)));
        EXPECT_GT(answer(seen->read(search)).size(), 1);
    }
}

TEST_F(SeeAs, IsRefusedToWriteOnEveryPath)
{
    const auto own = open("max");
    const Id first = add(*own, QStringLiteral("First")), second = add(*own, QStringLiteral("Second"));
    const auto admin = open("chief"), seen = answer(admin->seeAs(max));
    Document changed = answer(seen->openRecord(clients, first)).document;
    changed.set(name, QStringLiteral("Changed"));
    const qint64 head = answer(own->read([](Repository &r) { return r.head(); }));
    expectRefused(seen->save(changed, SaveKey::fresh()), "save");
    expectRefused(seen->remove(clients, {first}), "remove");
    expectRefused(seen->restore(clients, {first}), "restore");
    const auto refuse = [&](const char *what, auto fn) {
        expectRefused(seen->write(fn), what);
        expectRefused(seen->read(fn), what); // on a reader's connection as well
    };
    refuse("batch", [changed](Repository &r) { return r.saveMany({changed}); });
    refuse("transaction", [](Repository &r) { r.atomically([] {}); });
    refuse("purge", [first](Repository &r) { r.purge(clients, {first}); });
    refuse("merge", [changed, second](Repository &r) { return r.merge(changed, {second}).batch; });
    refuse("apart", [first, second](Repository &r) { r.tellApart(clients, {first, second}); });
    refuse("undo", [head](Repository &r) { r.undo(head); });
    refuse("undo a batch", [](Repository &r) { return r.undoBatch(1).batch; });
    refuse("action", [first](Repository &r) { return r.runAction(clients, first, QStringLiteral("x"), {}); });
    refuse("file", [](Repository &r) {
        QBuffer content;
        content.setData("text");
        content.open(QIODevice::ReadOnly);
        return r.addBlob(content);
    });
    refuse("lease", [](Repository &r) { return r.takeLease(QStringLiteral("jobs"), 10); });
    refuse("tidy", [](Repository &r) { r.tidy(); });
    refuse("password", [this](Repository &r) { r.setPassword(max, QStringLiteral("Another-Secret-1")); });
    // Past the program's own refusal the store refuses as well.
    const auto past = seen->read([](Repository &r) {
        auto &database = dynamic_cast<StoreRepository &>(r).database();
        if (database.isServer())
            database.run(QStringLiteral("CALL `write`(NULL,NULL,'[]')"));
        else
            database.run(QStringLiteral("UPDATE main.clients SET name='x'"));
    });
    EXPECT_THROW(ended(past).waitForFinished(), Error);
    EXPECT_EQ(answer(own->read([](Repository &r) { return r.head(); })), head);
}

TEST_F(SeeAs, IsForAdministratorsAndStandsInTheLog)
{
    const auto kind = [](QFuture<std::shared_ptr<Session>> future) { return kindOf([&] { (void)answer(future); }); };
    const auto his = open("max"), admin = open("chief");
    EXPECT_EQ(kind(his->seeAs(anna)), ErrorKind::Denied);
    EXPECT_EQ(kind(admin->seeAs(chief)), ErrorKind::Validation);
    EXPECT_EQ(kind(admin->seeAs(4711)), ErrorKind::NotFound);
    const auto log = [](Repository &r) { return accessLog(r); };
    EXPECT_TRUE(answer(admin->read(log)).isEmpty());
    const auto seen = answer(admin->seeAs(anna));
    const QList<AccessEntry> entries = answer(admin->read(log));
    ASSERT_EQ(entries.size(), 1);
    EXPECT_EQ(entries.first().name, admin->actor().name);
    EXPECT_EQ(entries.first().subject, seen->actor().name);
    EXPECT_LT(std::abs(entries.first().at.secsTo(QDateTime::currentDateTimeUtc())), 60);
    EXPECT_EQ(kind(seen->seeAs(max)), ErrorKind::Denied);
    EXPECT_THROW(answer(his->read(log)), Error);
    // Nor as another administrator: one sees, and does nothing.
    const Id other = db.addUser(QStringLiteral("other"), QStringLiteral("Administrator"));
    const auto asAdmin = answer(admin->seeAs(other));
    EXPECT_TRUE(asAdmin->actor().policy.isAdmin());
    EXPECT_THROW(answer(asAdmin->seeAs(anna)), Error);
}

TEST_F(SeeAs, EndsWhenThePersonIsDeactivatedOrTheAdministratorIsNone)
{
    const auto admin = open("chief");
    const auto save = [&](Id person, const QString &field, const QVariant &value) {
        auto repo = db.asSystem();
        Document d = repo->load(QStringLiteral("users"), person);
        d.set(field, value);
        repo->save(d);
    };
    const auto endsBy = [&](Id person, const QString &field, const QVariant &value) {
        const auto seen = answer(admin->seeAs(anna));
        QSignalSpy ended(seen.get(), &Session::seeingEnded);
        save(person, field, value);
        EXPECT_TRUE(QTest::qWaitFor([&] { return ended.count() > 0; }, 40'000)) << qPrintable(field);
        EXPECT_THROW(answer(seen->page(Query(clients), {})), Error);
    };
    endsBy(anna, QStringLiteral("active"), false);
    save(anna, QStringLiteral("active"), true);
    auto repo = db.asSystem();
    const Id managers = repo->load(QStringLiteral("users"), max).head().ref(QStringLiteral("role_id"));
    repo.reset();
    endsBy(chief, QStringLiteral("role_id"), managers);
}
