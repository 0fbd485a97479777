// Roles that are limited to clients of certain groups: every surface, every way that a record can come into another
// group, in a file and on a server. Lisa may do everything with what her role leaves her, Tina only with her own.
#include "core/access/within_groups.h"
#include "core/model/division.h"
#include "core/store/who_sees.h"
#include "tests/access/client_worlds.h"

using namespace crm;
using namespace crm::test;

namespace {
struct GroupLimits : ClientWorlds
{
    Id lisa = db.addUser(QStringLiteral("lisa"), QStringLiteral("Manager (all records)")),
       tina = db.addUser(QStringLiteral("tina"), QStringLiteral("Staff (own records)")),
       max = db.addUser(QStringLiteral("max"), QStringLiteral("Read only"));
    Id big = 0, small = 0;

    void SetUp() override
    {
        big = add(*system, "client_groups", {{name, "Big"}}, nullptr);
        small = add(*system, "client_groups", {{name, "Small"}}, nullptr);
    }

    Id roleOf(Id person) { return system->load(QStringLiteral("users"), person).head().ref("role_id"); }
    void limit(Id person, const IdList &to)
    {
        change("roles", roleOf(person), {{"is_limited", true}, {"limited_to", list(to)}});
    }
};
} // namespace

TEST_F(GroupLimits, HideClientsOfOtherGroupsWithAllThatBelongsToThem)
{
    // What was there before the limit, and what came after it.
    const World before = make(QStringLiteral("Alpha"), {big}), other = make(QStringLiteral("Beta"), {small});
    EXPECT_EQ(seen(*as("lisa"), other), everything) << "no limit yet";
    limit(lisa, {big});
    const World after = make(QStringLiteral("Gamma"), {big, small}), late = make(QStringLiteral("Delta"), {small}),
                without = make(QStringLiteral("Epsilon"), {}), shared = make(QStringLiteral("Zeta"), {small}, 0, {max}),
                ours = make(QStringLiteral("Eta"), {big}, 0, {max});
    const auto repo = as("lisa");
    for (const World *w : {&before, &after, &ours})
        EXPECT_EQ(seen(*repo, *w), everything);
    for (const World *w : {&other, &late, &without, &shared})
        EXPECT_EQ(seen(*repo, *w), nothing);
    // Others are not limited by it.
    for (const World *w : {&before, &other, &late, &without, &shared})
        EXPECT_EQ(seen(*as("max"), *w), everything);
    // What belongs to no client is not limited.
    World free;
    add(*system, "leads", {{name, "Lead"}}, &free);
    add(*system, "tasks", {{"title", "Sweep"}, {"collaborators", list({max})}}, &free);
    add(*system, "expenses", {{"title", "Paper"}, {"amount", 7}}, &free);
    add(*system, "projects", {{"title", "Own"}}, &free);
    EXPECT_EQ(seen(*as("lisa"), free), everything);
}

TEST_F(GroupLimits, HoldOnEverySurface)
{
    limit(lisa, {big});
    const World hidden = make(QStringLiteral("Hiddenia"), {small}), open = make(QStringLiteral("Openia"), {big});
    const auto repo = as("lisa");
    EXPECT_TRUE(repo->search(QStringLiteral("hiddenia")).isEmpty());
    EXPECT_FALSE(repo->search(QStringLiteral("openia")).isEmpty());
    EXPECT_TRUE(repo->lookup(clients, QStringLiteral("hiddenia")).isEmpty());
    EXPECT_TRUE(repo->options(clients, {hidden.client}).isEmpty());
    EXPECT_EQ(repo->bookmarks(Query(clients), 10).count, 1);
    for (const char *by : {"owner_id", "name", "created_at:month"}) {
        qint64 count = 0;
        const Groups found = groupsOf(*repo, Query(clients), GroupBy::parse(QLatin1String(by)), {});
        for (const Group &g : found.list)
            count += g.count;
        EXPECT_EQ(count, 1) << by;
    }
    EXPECT_EQ(repo->totals(Query(QStringLiteral("payments")), {QStringLiteral("amount")}).sums.value(0).value, 500);
    const QList<Change> told = repo->changesSince(0);
    for (auto it = hidden.all.cbegin(); it != hidden.all.cend(); ++it) {
        for (const Id id : it.value()) {
            EXPECT_EQ(kindOf([&] {
                          if (repo->history(it.key(), id).isEmpty())
                              throw Error(ErrorKind::NotFound, {});
                      }),
                      ErrorKind::NotFound);
            for (const Change &c : told)
                EXPECT_NE(c.recordId, id) << it.key().toStdString();
            EXPECT_TRUE(dynamic_cast<StoreRepository &>(*repo).allowed(it.key(), {id}, Verb::Export).isEmpty());
            EXPECT_EQ(kindOf([&] { repo->remove(it.key(), {id}); }), ErrorKind::NotFound);
        }
    }
    // Everything with what is left to her, the trash included.
    repo->remove(clients, {open.client});
    EXPECT_EQ(kindOf([&] { repo->load(clients, hidden.client); }), ErrorKind::NotFound);
    repo->restore(clients, {open.client});
    EXPECT_EQ(seen(*repo, open), everything);
    system->remove(clients, {hidden.client});
    Query trash(clients);
    trash.trashed = true;
    EXPECT_TRUE(repo->page(trash, {}).rows.isEmpty());
    EXPECT_EQ(kindOf([&] { repo->restore(clients, {hidden.client}); }), ErrorKind::NotFound);
}

TEST_F(GroupLimits, ChangesCountAtOnce)
{
    limit(lisa, {big});
    const World w = make(QStringLiteral("Alpha"), {big}), listed = make(QStringLiteral("Beta"), {big}, 0, {max});
    const auto repo = as("lisa");
    for (const World *one : {&w, &listed}) {
        ASSERT_EQ(seen(*repo, *one), everything);
        change("clients", one->client, {{groups, list({small})}});
        EXPECT_EQ(seen(*repo, *one), nothing) << "the client has left";
        change("clients", one->client, {{groups, list({small, big})}});
        EXPECT_EQ(seen(*repo, *one), everything) << "it is back";
        change("clients", one->client, {{owner, tina}, {"managers", list({tina})}, {groups, list({})}});
        EXPECT_EQ(seen(*repo, *one), nothing) << "in no group";
        change("clients", one->client, {{owner, max}, {"managers", list({})}, {groups, list({big})}});
        EXPECT_EQ(seen(*repo, *one), everything);
    }
    // One order, one contact goes to another client, with what hangs on it.
    const World other = make(QStringLiteral("Gamma"), {small});
    change("contacts", w.all["contacts"].first(), {{clientId, other.client}});
    change("clients", w.client, {{groups, list({small})}});
    change("tasks", w.all["tasks"].first(), {{"parent_entity", QVariant()}, {"parent_id", QVariant()}});
    EXPECT_EQ(kindOf([&] { repo->load("contacts", w.all["contacts"].first()); }), ErrorKind::NotFound);
    EXPECT_EQ(kindOf([&] { repo->load("tasks", w.all["tasks"].last()); }), ErrorKind::NotFound)
        << "the task on the contact";
    EXPECT_NO_THROW(repo->load("tasks", w.all["tasks"].first())) << "it belongs to no client any more";
    EXPECT_NO_THROW(repo->load("tasks", w.all["tasks"].value(1))) << "nor does its part";
    // The role's groups, the role, the person's role.
    limit(lisa, {small});
    EXPECT_EQ(seen(*as("lisa"), listed), nothing);
    EXPECT_EQ(seen(*as("lisa"), other), everything);
    limit(lisa, {});
    EXPECT_EQ(seen(*as("lisa"), other), nothing);
    change("roles", roleOf(lisa), {{"is_limited", false}});
    EXPECT_EQ(seen(*as("lisa"), other), everything);
    EXPECT_EQ(seen(*as("lisa"), listed), everything);
    const World late = make(QStringLiteral("Delta"), {small}); // while nobody is limited
    limit(lisa, {big});
    EXPECT_EQ(seen(*as("lisa"), late), nothing);
    const Id limited = roleOf(lisa);
    change("users", lisa, {{"role_id", roleOf(max)}});
    EXPECT_EQ(seen(*as("lisa"), late), everything);
    change("users", lisa, {{"role_id", limited}});
    EXPECT_EQ(seen(*as("lisa"), late), nothing);
}

TEST_F(GroupLimits, OnlyNarrowWhatTheRoleAllows)
{
    change("teams", add(*system, "teams", {{name, "Sales"}, {"members", list({lisa, tina})}}, nullptr), {});
    limit(tina, {big});
    const World mine = make(QStringLiteral("Alpha"), {big}, tina), hers = make(QStringLiteral("Beta"), {big}, lisa),
                closed = make(QStringLiteral("Gamma"), {small}, tina),
                onList = make(QStringLiteral("Delta"), {small}, lisa, {tina});
    const auto repo = as("tina");
    EXPECT_TRUE(listed(*repo, clients).contains(mine.client));
    EXPECT_EQ(listed(*repo, clients).size(), 1);
    EXPECT_EQ(listed(*repo, QStringLiteral("orders")), mine.all["orders"]);
    EXPECT_EQ(seen(*repo, hers), nothing) << "the limit gives nothing";
    EXPECT_EQ(seen(*repo, closed), nothing);
    EXPECT_EQ(seen(*repo, onList), nothing);
    // Team, then all, of the same role.
    Document role = system->load("roles", roleOf(tina));
    for (Record &line : role.lines("role_rights"))
        line.set("can_read", "team");
    system->save(role);
    EXPECT_EQ(listed(*as("tina"), clients).size(), 2);
    EXPECT_EQ(seen(*as("tina"), closed), nothing);
    EXPECT_EQ(seen(*as("tina"), onList), nothing);
    // Administrators have none.
    EXPECT_FALSE(refusal([&] { change("roles", roleOf(tina), {{"is_admin", true}}); }).isEmpty());
}

TEST_F(GroupLimits, RefuseInWordsWhatWouldBeOutOfSight)
{
    limit(lisa, {big});
    const World hidden = make(QStringLiteral("Hiddenia"), {small}), open = make(QStringLiteral("Openia"), {big}),
                listed = make(QStringLiteral("Listia"), {big}, 0, {max});
    const auto repo = as("lisa");
    for (const World *w : {&open, &listed}) {
        const QString said = refusal([&] { change(*repo, "clients", w->client, {{groups, list({small})}}); });
        EXPECT_TRUE(said.contains(QStringLiteral("groups"))) << said.toStdString();
        EXPECT_FALSE(refusal([&] { change(*repo, "clients", w->client, {{groups, list({})}}); }).isEmpty());
        EXPECT_EQ(refusal([&] { change(*repo, "clients", w->client, {{groups, list({small, big})}}); }), QString());
        EXPECT_EQ(seen(*repo, *w), everything);
    }
    const QString said = refusal([&] { add(*repo, "clients", {{name, "X"}, {groups, list({small})}}, nullptr); });
    EXPECT_TRUE(said.contains(QStringLiteral("groups"))) << said.toStdString();
    EXPECT_FALSE(refusal([&] {
                     add(*repo, "clients", {{name, "X"}, {groups, list({small})}, {"managers", list({lisa})}}, nullptr);
                 }).isEmpty());
    // Without a word a new one is in the role's own group.
    const Id made = add(*repo, "clients", {{name, "New"}}, nullptr);
    EXPECT_EQ(repo->load(clients, made).head().ids(groups), IdList{big});
    EXPECT_NO_THROW(add(*repo, "clients", {{name, "N2"}, {"managers", list({max})}, {owner, max}}, nullptr));
    EXPECT_NO_THROW(
        add(*repo, "tasks", {{"title", "N3"}, {"collaborators", list({max})}, {"assignee_id", max}}, nullptr));
    // Nor by what points there.
    EXPECT_FALSE(refusal([&] {
                     add(*repo, "orders", {{clientId, hidden.client}, {"order_date", QDate(2026, 1, 1)}}, nullptr);
                 }).isEmpty());
    EXPECT_FALSE(refusal([&] {
                     change(*repo, "orders", open.all["orders"].first(), {{clientId, hidden.client}});
                 }).isEmpty());
    EXPECT_EQ(refusal([&] {
                  add(*repo, "orders", {{clientId, made}, {"order_date", QDate(2026, 1, 1)}}, nullptr);
              }),
              QString());
}

TEST_F(GroupLimits, FollowMerges)
{
    limit(lisa, {big});
    const World one = make(QStringLiteral("Alpha"), {big}), two = make(QStringLiteral("Beta"), {small});
    const auto repo = as("lisa");
    const Id merged = system->merge(system->load(clients, two.client), {one.client}).batch;
    World moved = one;
    moved.all.remove(clients);
    EXPECT_EQ(seen(*repo, moved), nothing) << "they are of the other client now";
    system->undoBatch(merged);
    EXPECT_EQ(seen(*repo, one), everything);
    EXPECT_EQ(seen(*repo, two), nothing);
    system->merge(system->load(QStringLiteral("client_groups"), big), {small});
    EXPECT_EQ(seen(*as("lisa"), one), everything);
    EXPECT_EQ(seen(*as("lisa"), two), everything) << "its group is hers now";
}

TEST_F(GroupLimits, AreToldWhereSomebodyAsksWhoSees)
{
    limit(lisa, {big});
    const World open = make(QStringLiteral("Alpha"), {big}), hidden = make(QStringLiteral("Beta"), {small});
    const auto why = [&](const QString &entity, Id id) {
        for (const Seer &seer : whoSees(*system, entity, id)) {
            if (seer.user == lisa)
                return int(seer.why) + (seer.mayUpdate && seer.mayDelete ? 100 : 0);
        }
        return -1;
    };
    for (auto it = open.all.cbegin(); it != open.all.cend(); ++it) {
        for (const Id id : it.value())
            EXPECT_EQ(why(it.key(), id), Seer::Groups + 100) << it.key().toStdString();
    }
    for (auto it = hidden.all.cbegin(); it != hidden.all.cend(); ++it) {
        for (const Id id : it.value())
            EXPECT_EQ(why(it.key(), id), -1) << it.key().toStdString();
    }
}

TEST(Divisions, AreDeclaredForWhateverPointsToAClient)
{
    const Catalog catalog(builtinRegistry(), {});
    EXPECT_EQ(divisionFaults(catalog).join(u'\n').toStdString(), "");
    EXPECT_LT(std::min(withinGroups, Level::All), withinGroups) << "a note on what nothing hides is seen";
    EXPECT_EQ(limitedToGroups({Level::All, Level::Own, Level::None, Level::Team, Level::All}),
              (Levels{withinGroups, Level::Own, Level::None, Level::Team, withinGroups}));
}
