// The same rights on every surface: list, record, totals, search, type-ahead, history, feed, save, delete, undo.
#include "core/model/error.h"
#include "core/store/store_repository.h"
#include "core/store/who_sees.h"
#include "tests/support/refused.h"
#include "tests/support/temp_database.h"
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
const QString clients = QStringLiteral("clients"), contacts = QStringLiteral("contacts"), name = QStringLiteral("name"),
              comments = QStringLiteral("comments"), owner = QStringLiteral("owner_id"),
              secret = QStringLiteral("secret-1");

/// Anna and Boris see their own; Boris and Vera are in one team; Vera sees the team's; Max manages all; Rita only
/// reads.
struct Rights : ::testing::Test
{
    TempDatabase db;
    Id anna = db.addUser(QStringLiteral("anna"), QStringLiteral("Staff (own records)"));
    Id boris = db.addUser(QStringLiteral("boris"), QStringLiteral("Staff (own records)"));
    Id vera = db.addUser(QStringLiteral("vera"), QStringLiteral("Staff (records of the team)"));
    Id max = db.addUser(QStringLiteral("max"), QStringLiteral("Manager (all records)"));
    Id rita = db.addUser(QStringLiteral("rita"), QStringLiteral("Read only"));
    std::unique_ptr<Repository> system = db.asSystem();
    Id ofAnna = 0, ofBoris = 0;

    void SetUp() override
    {
        Document team(Record(system->catalog()->at(QStringLiteral("teams"))));
        team.set(name, QStringLiteral("Sales"));
        team.set(QStringLiteral("members"), QVariant::fromValue(IdList{boris, vera}));
        system->save(team);
        ofAnna = add(*as("anna"), QStringLiteral("Ромашка"));
        ofBoris = add(*as("boris"), QStringLiteral("Василёк"));
    }

    std::unique_ptr<Repository> as(const char *login) { return db.as(QLatin1String(login), secret); }
    static Id add(Repository &repo, const QString &title)
    {
        Document d(Record(repo.catalog()->at(clients)));
        d.set(name, title);
        return repo.save(d).document.id();
    }
    static IdList listed(Repository &repo, const QString &entity)
    {
        IdList out;
        const Page page = repo.page(Query(entity), {});
        for (const Row &row : page.rows)
            out << row.id;
        std::sort(out.begin(), out.end());
        return out;
    }
};
} // namespace

TEST_F(Rights, ListsHoldWhatTheLevelReaches)
{
    EXPECT_EQ(listed(*as("anna"), clients), IdList{ofAnna});
    EXPECT_EQ(listed(*as("boris"), clients), IdList{ofBoris});
    EXPECT_EQ(listed(*as("vera"), clients), IdList{ofBoris});
    EXPECT_EQ(listed(*as("max"), clients).size(), 2);
    EXPECT_EQ(listed(*as("rita"), clients).size(), 2);
}

TEST_F(Rights, TotalsAndBookmarksCountNoHiddenRow)
{
    EXPECT_EQ(as("anna")->totals(Query(clients), {}).count, 1);
    EXPECT_EQ(as("anna")->bookmarks(Query(clients), 10).count, 1);
}

TEST_F(Rights, GroupsCountNoHiddenRowAndAddUpNoHiddenField)
{
    for (const char *by : {"owner_id", "name", "created_at:month"}) {
        qint64 count = 0;
        const Groups groups = groupsOf(*as("anna"), Query(clients), GroupBy::parse(QLatin1String(by)), {});
        for (const Group &g : groups.list)
            count += g.count;
        EXPECT_EQ(count, 1) << by;
    }
    const QString users = QStringLiteral("users"), salary = QStringLiteral("salary");
    EXPECT_EQ(kindOf([&] { groupsOf(*as("anna"), Query(users), GroupBy::parse(QStringLiteral("active")), {salary}); }),
              ErrorKind::Denied);
    EXPECT_EQ(kindOf([&] { groupsOf(*as("anna"), Query(users), GroupBy::parse(QStringLiteral("salary_term")), {}); }),
              ErrorKind::Denied);
}

TEST_F(Rights, WhatMayBeChangedIsCountedAsItIsChecked)
{
    const auto count = [&](const char *login, Verb verb) {
        auto repo = as(login);
        return dynamic_cast<StoreRepository &>(*repo).allowed(clients, {ofAnna, ofBoris}, verb).size();
    };
    EXPECT_EQ(count("anna", Verb::Update), 1);
    EXPECT_EQ(count("rita", Verb::Read), 2);
    EXPECT_EQ(count("rita", Verb::Update), 0) << "she reads all of them and changes none";
    EXPECT_EQ(count("rita", Verb::Delete), 0);
    EXPECT_EQ(count("max", Verb::Update), 2);
}

TEST_F(Rights, AHiddenRecordIsAsIfItWereNotThere)
{
    auto repo = as("anna");
    EXPECT_EQ(kindOf([&] { repo->load(clients, ofBoris); }), ErrorKind::NotFound);
    EXPECT_TRUE(repo->loadMany(clients, {ofBoris}).isEmpty());
    EXPECT_EQ(kindOf([&] { repo->load(clients, 12345); }), ErrorKind::NotFound);
}

TEST_F(Rights, SearchAndTypeAheadFindNoHiddenRecord)
{
    EXPECT_TRUE(as("anna")->search(QStringLiteral("василек")).isEmpty());
    EXPECT_FALSE(as("boris")->search(QStringLiteral("василек")).isEmpty());
    EXPECT_TRUE(as("anna")->lookup(clients, QStringLiteral("василек")).isEmpty());
    EXPECT_TRUE(as("anna")->options(clients, {ofBoris}).isEmpty());
}

TEST_F(Rights, HistoryAndFeedTellNothingOfHiddenRecords)
{
    auto repo = as("anna");
    EXPECT_EQ(kindOf([&] {
                  const auto changes = repo->history(clients, ofBoris);
                  if (changes.isEmpty())
                      throw Error(ErrorKind::NotFound, {}); // an empty history is as good
              }),
              ErrorKind::NotFound);
    for (const Change &c : repo->changesSince(0))
        EXPECT_NE(c.recordId, ofBoris);
}

TEST_F(Rights, AFilterThroughAHiddenRecordFindsNothing)
{
    Document order(Record(system->catalog()->at(QStringLiteral("orders"))));
    order.set(QStringLiteral("client_id"), ofBoris);
    order.set(QStringLiteral("order_date"), QDate(2026, 1, 1));
    order.set(owner, anna); // Anna's order of a client she may not see
    system->save(order);
    auto repo = as("anna");
    Query q(QStringLiteral("orders"));
    q.filter = Filter::where(QStringLiteral("client_id.name"), Op::StartsWith, QStringLiteral("В"));
    EXPECT_EQ(repo->totals(q, {}).count, 0);
    q.filter = {};
    q.columns = {QStringLiteral("client_id")};
    const Page page = repo->page(q, {});
    ASSERT_EQ(page.rows.size(), 1);
    EXPECT_TRUE(page.rows[0].titles[0].isEmpty());
}

TEST_F(Rights, NobodyChangesOrDeletesWhatTheyMayNot)
{
    auto repo = as("anna");
    Document stolen = system->load(clients, ofBoris);
    stolen.set(name, QStringLiteral("Stolen"));
    EXPECT_EQ(kindOf([&] { repo->save(stolen); }), ErrorKind::NotFound);
    EXPECT_EQ(kindOf([&] { repo->remove(clients, {ofBoris}); }), ErrorKind::NotFound);

    auto reader = as("rita");
    Document seen = reader->load(clients, ofAnna);
    seen.set(name, QStringLiteral("Changed"));
    EXPECT_EQ(kindOf([&] { reader->save(seen); }), ErrorKind::Denied);
    EXPECT_EQ(kindOf([&] { reader->remove(clients, {ofAnna}); }), ErrorKind::Denied);
    EXPECT_EQ(kindOf([&] { add(*reader, QStringLiteral("New")); }), ErrorKind::Denied);
}

TEST_F(Rights, NobodyHandsARecordToAPersonTheyDoNotReach)
{
    auto repo = as("anna");
    Document d = repo->load(clients, ofAnna);
    d.set(owner, boris);
    EXPECT_EQ(kindOf([&] { repo->save(d); }), ErrorKind::Denied);
    EXPECT_EQ(kindOf([&] {
                  Document fresh(Record(repo->catalog()->at(clients)));
                  fresh.set(name, QStringLiteral("X"));
                  fresh.set(owner, boris);
                  repo->save(fresh);
              }),
              ErrorKind::Denied);
}

TEST_F(Rights, UndoNeedsTheSameRights)
{
    Document d = system->load(clients, ofBoris);
    d.set(name, QStringLiteral("B"));
    const qint64 change = system->save(d).change;
    auto repo = as("anna");
    EXPECT_EQ(kindOf([&] { repo->undo(change); }), ErrorKind::NotFound);
}

TEST_F(Rights, ManagersOfARecordReachItWhateverItsOwner)
{
    Document d = system->load(clients, ofBoris);
    d.set(QStringLiteral("managers"), QVariant::fromValue(IdList{anna}));
    system->save(d);
    EXPECT_EQ(listed(*as("anna"), clients).size(), 2);
    EXPECT_EQ(listed(*as("boris"), clients).size(), 1); // the owner keeps it
    EXPECT_EQ(listed(*as("vera"), clients).size(), 1);  // and so does his team
    d = system->load(clients, ofBoris);
    d.set(QStringLiteral("managers"), QVariant::fromValue(IdList{}));
    system->save(d);
    EXPECT_EQ(listed(*as("anna"), clients), IdList{ofAnna});
}

TEST_F(Rights, ChildrenFollowTheirParent)
{
    Document contact(Record(system->catalog()->at(contacts)));
    contact.set(QStringLiteral("client_id"), ofBoris);
    contact.set(QStringLiteral("first_name"), QStringLiteral("Пётр"));
    system->save(contact);
    Document comment(Record(system->catalog()->at(comments)));
    comment.set(QStringLiteral("parent_entity"), clients);
    comment.set(QStringLiteral("parent_id"), ofBoris);
    comment.set(QStringLiteral("text"), QStringLiteral("Between us"));
    system->save(comment);
    EXPECT_TRUE(listed(*as("anna"), contacts).isEmpty());
    EXPECT_TRUE(listed(*as("anna"), comments).isEmpty());
    EXPECT_EQ(listed(*as("boris"), contacts).size(), 1);
    EXPECT_EQ(listed(*as("boris"), comments).size(), 1);
    // Handed over, they go along.
    Document d = system->load(clients, ofBoris);
    d.set(owner, anna);
    system->save(d);
    EXPECT_EQ(listed(*as("anna"), contacts).size(), 1);
    EXPECT_EQ(listed(*as("anna"), comments).size(), 1);
    EXPECT_TRUE(listed(*as("boris"), contacts).isEmpty());
    EXPECT_TRUE(listed(*as("boris"), comments).isEmpty());
}

TEST_F(Rights, NobodyAttachesToWhatTheyDoNotSee)
{
    auto repo = as("anna");
    Document comment(Record(repo->catalog()->at(comments)));
    comment.set(QStringLiteral("parent_entity"), clients);
    comment.set(QStringLiteral("parent_id"), ofBoris);
    comment.set(QStringLiteral("text"), QStringLiteral("I was here"));
    EXPECT_THROW(repo->save(comment), Error);
}

TEST_F(Rights, PrivateRecordsArePrivateFromManagersToo)
{
    auto repo = as("anna");
    Document todo(Record(repo->catalog()->at(QStringLiteral("todo"))));
    todo.set(QStringLiteral("title"), QStringLiteral("Ask for a raise"));
    repo->save(todo);
    EXPECT_EQ(listed(*repo, QStringLiteral("todo")).size(), 1);
    EXPECT_TRUE(listed(*as("max"), QStringLiteral("todo")).isEmpty());
}

TEST_F(Rights, NobodyRaisesTheirOwnRole)
{
    auto repo = as("anna");
    Document me = system->load(QStringLiteral("users"), anna);
    me.set(QStringLiteral("role_id"), system->load(QStringLiteral("users"), max).value(QStringLiteral("role_id")));
    EXPECT_THROW(repo->save(me), Error);
    EXPECT_THROW(repo->setPassword(max, QStringLiteral("another-secret")), Error);
}

TEST_F(Rights, ADeactivatedPersonIsOutAtOnce)
{
    auto repo = as("anna");
    Document d = system->load(QStringLiteral("users"), anna);
    d.set(QStringLiteral("active"), false);
    system->save(d);
    EXPECT_EQ(kindOf([&] { as("anna"); }), ErrorKind::Denied);
}

/// What the program's set-up of a MariaDB asks of it (max_password_errors), in few.
TEST_F(Rights, ATeamThatIsDeletedGivesNoRights)
{
    ASSERT_EQ(listed(*as("vera"), clients), IdList{ofBoris});
    const IdList teams = listed(*system, QStringLiteral("teams"));
    system->remove(QStringLiteral("teams"), teams);
    EXPECT_EQ(listed(*as("vera"), clients), IdList());
    system->restore(QStringLiteral("teams"), teams);
    EXPECT_EQ(listed(*as("vera"), clients), IdList{ofBoris});
}

TEST_F(Rights, AdministratorsLearnWhoSeesARecord)
{
    const auto namesOf = [&](const QString &entity, Id id) {
        QStringList found;
        for (const Seer &seer : whoSees(*system, entity, id)) {
            const QString may = seer.mayDelete ? QStringLiteral("*") : seer.mayUpdate ? QStringLiteral("+") : QString();
            if (seer.name != QLatin1String("admin")) // who sees all
                found << QStringLiteral("%1%2:%3").arg(seer.name, may).arg(int(seer.why));
        }
        return found;
    };
    const auto named = [](const char *login) { return QString::fromLatin1(login); };
    const QStringList all = namesOf(clients, ofBoris);
    const auto has = [](const QStringList &list, const QString &start) {
        return std::any_of(list.begin(), list.end(), [&](const QString &one) { return one.startsWith(start); });
    };
    EXPECT_FALSE(has(all, named("anna"))) << all.join(u' ').toStdString();
    EXPECT_TRUE(all.join(u' ').contains(named("boris") + QLatin1String("*:1"))) << all.join(u' ').toStdString();
    EXPECT_TRUE(has(all, named("vera")) && all.join(u' ').contains(QLatin1String(":2")))
        << all.join(u' ').toStdString();
    EXPECT_TRUE(all.contains(named("max") + QLatin1String("*:0"))) << all.join(u' ').toStdString();
    EXPECT_TRUE(all.contains(named("rita") + QLatin1String(":0"))) << all.join(u' ').toStdString();
    // What is said is what they find.
    for (const char *login : {"anna", "boris", "vera", "max", "rita"}) {
        EXPECT_EQ(has(all, named(login)), listed(*as(login), clients).contains(ofBoris)) << login;
        EXPECT_EQ(has(namesOf(clients, ofAnna), named(login)), listed(*as(login), clients).contains(ofAnna)) << login;
    }
    // A comment is seen by those who see what it hangs on.
    Document said(Record(system->catalog()->at(comments)));
    said.set(QStringLiteral("text"), QStringLiteral("Hello"));
    said.set(QStringLiteral("parent_entity"), clients);
    said.set(QStringLiteral("parent_id"), ofBoris);
    const Id comment = as("boris")->save(said).document.id();
    for (const char *login : {"anna", "boris", "vera", "max"})
        EXPECT_EQ(has(namesOf(comments, comment), named(login)), listed(*as(login), comments).contains(comment))
            << login;
    EXPECT_EQ(kindOf([&] { whoSees(*as("max"), clients, ofBoris); }), ErrorKind::Denied);
    EXPECT_EQ(kindOf([&] { whoSees(*system, clients, 17); }), ErrorKind::NotFound);
}

TEST(ServerRights, WrongPasswordsCloseAnAccountUntilAnAdministratorOpensIt)
{
    MariaDbServer server({.arguments = {QStringLiteral("--max-password-errors=4")}});
    const TempOffice office(builtinRegistry(), server);
    const Id anna = office.addUser(QStringLiteral("anna"), QStringLiteral("Staff (own records)"));
    office.addUser(QStringLiteral("boris"), QStringLiteral("Staff (own records)"));
    const auto refusal = [&](const QString &password) {
        try {
            office.as(QStringLiteral("anna"), password);
        } catch (const Error &e) {
            EXPECT_EQ(e.kind(), ErrorKind::Denied) << e.what();
            return e.sentence();
        }
        return QString();
    };
    for (int i = 0; i < 3; ++i)
        refusal(QStringLiteral("wrong"));
    EXPECT_EQ(refusal(secret), QString()) << "some are everybody's due";
    for (int i = 0; i < 4; ++i)
        EXPECT_FALSE(refusal(QStringLiteral("wrong")).contains(QLatin1String("closed"))) << i;
    EXPECT_TRUE(refusal(secret).contains(QLatin1String("closed"))) << "the right one does not help any more";
    EXPECT_NO_THROW(office.as(QStringLiteral("boris")));
    office.as(QStringLiteral("admin"))->setPassword(anna, QStringLiteral("another-secret-2"));
    EXPECT_EQ(refusal(QStringLiteral("another-secret-2")), QString());
}

TEST_F(Rights, WrongPasswordsAreThrottled)
{
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(kindOf([&] { db.as(QStringLiteral("anna"), QStringLiteral("wrong")); }), ErrorKind::Denied);
    EXPECT_EQ(kindOf([&] { as("anna"); }), ErrorKind::Denied); // the right one has to wait too
    EXPECT_NO_THROW(as("boris"));
}
