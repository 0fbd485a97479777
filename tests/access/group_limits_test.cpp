// Roles that are limited to clients of certain groups: every surface, every way that a record can come into another
// group, in a file and on a server. Lisa may do everything with what her role leaves her, Tina only with her own.
#include "core/access/within_groups.h"
#include "core/model/division.h"
#include "core/model/error.h"
#include "core/store/store_repository.h"
#include "core/store/who_sees.h"
#include "tests/support/make_record.h"
#include "tests/support/refused.h"
#include "tests/support/temp_database.h"
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
const QString clients = QStringLiteral("clients"), groups = QStringLiteral("groups"), name = QStringLiteral("name"),
              clientId = QStringLiteral("client_id"), owner = QStringLiteral("owner_id"),
              manager = QStringLiteral("Manager (all records)"), staff = QStringLiteral("Staff (own records)");
using Values = QVariantMap;
QVariant list(const IdList &ids) { return QVariant::fromValue(ids); }

/// Everything that hangs on a client, down to what hangs on that.
struct World
{
    Id client = 0;
    QMap<QString, IdList> all; ///< by entity
};

struct GroupLimits : ::testing::Test
{
    TempDatabase db;
    std::unique_ptr<Repository> system = db.asSystem();
    Id lisa = db.addUser(QStringLiteral("lisa"), manager), tina = db.addUser(QStringLiteral("tina"), staff),
       max = db.addUser(QStringLiteral("max"), QStringLiteral("Read only"));
    Id big = 0, small = 0;

    void SetUp() override
    {
        big = add(*system, "client_groups", {{name, "Big"}}, nullptr);
        small = add(*system, "client_groups", {{name, "Small"}}, nullptr);
    }

    std::unique_ptr<Repository> as(const char *login)
    {
        return db.as(QLatin1String(login), QStringLiteral("secret-1"));
    }
    static Id add(Repository &repo, const char *entity, const Values &values, World *world)
    {
        const Id id = makeRecord(repo, QLatin1String(entity), values);
        if (world)
            world->all[QLatin1String(entity)] << id;
        return id;
    }
    void change(const char *entity, Id id, const Values &values) { change(*system, entity, id, values); }
    static void change(Repository &repo, const char *entity, Id id, const Values &values)
    {
        Document d = repo.load(QLatin1String(entity), id);
        for (auto it = values.cbegin(); it != values.cend(); ++it)
            d.set(it.key(), it.value());
        repo.save(d);
    }
    Id roleOf(Id person) { return system->load(QStringLiteral("users"), person).head().ref("role_id"); }
    void limit(Id person, const IdList &to)
    {
        change("roles", roleOf(person), {{"is_limited", true}, {"limited_to", list(to)}});
    }
    /// @param managers others on the client's own list, which makes it a node
    World make(const QString &title, const IdList &in, Id of = 0, const IdList &managers = {})
    {
        World w;
        Repository &r = *system;
        Values values{{name, title}, {groups, list(in)}, {"managers", list(managers)}};
        if (of)
            values.insert(owner, of);
        w.client = add(r, "clients", values, &w);
        const Id contact = add(r, "contacts", {{clientId, w.client}, {"first_name", title + " contact"}}, &w);
        const Id order = add(r, "orders", {{clientId, w.client}, {"order_date", QDate(2026, 1, 1)}, {owner, of}}, &w);
        const Id project = add(r, "projects", {{clientId, w.client}, {"title", title + " project"}, {owner, of}}, &w);
        add(r, "invoices", {{clientId, w.client}, {"bill_date", QDate(2026, 1, 1)}, {owner, of}}, &w);
        add(r, "payments", {{clientId, w.client}, {"paid_on", QDate(2026, 1, 1)}, {"amount", 500}, {owner, of}}, &w);
        add(r, "expenses",
            {{"project_id", project}, {clientId, w.client}, {"title", title + " expense"}, {"amount", 5}, {owner, of}},
            &w);
        const auto on = [&](const char *entity, Values more, const char *parent, Id id) {
            more.insert("parent_entity", QLatin1String(parent));
            more.insert("parent_id", id);
            return add(r, entity, more, &w);
        };
        const Id task = on("tasks", {{"title", title + " task"}, {"assignee_id", of}}, "projects", project);
        add(r, "tasks", {{"title", title + " part"}, {"parent_task_id", task}, {"assignee_id", of}}, &w);
        on("tasks", {{"title", title + " call"}, {"assignee_id", of}}, "contacts", contact);
        const Id note = on("notes", {{"title", title + " note"}}, "contacts", contact);
        on("comments", {{"text", title + " comment"}}, "notes", note);
        on("comments", {{"text", title + " on the order"}}, "orders", order);
        on("comments", {{"text", title + " on the task"}}, "tasks", task);
        return w;
    }
    static IdList listed(Repository &repo, const QString &entity)
    {
        IdList out;
        const Page page = repo.page(Query(entity), {});
        for (const Row &row : page.rows)
            out << row.id;
        return out;
    }
    /// What of the world is seen: all, nothing, or which of it in words. By lists, and by each record's own page.
    static QString seen(Repository &repo, const World &world)
    {
        QStringList some;
        qsizetype count = 0, found = 0;
        for (auto it = world.all.cbegin(); it != world.all.cend(); ++it) {
            const IdList list = listed(repo, it.key());
            const qint64 total = repo.totals(Query(it.key()), {}).count;
            EXPECT_EQ(total, list.size()) << it.key().toStdString();
            const QList<Document> opened = repo.loadMany(it.key(), it.value());
            for (const Id id : it.value()) {
                const bool isListed = list.contains(id);
                const bool isOpened =
                    std::any_of(opened.begin(), opened.end(), [id](const Document &d) { return d.id() == id; });
                EXPECT_EQ(isListed, isOpened) << it.key().toStdString();
                ++count;
                found += isListed ? 1 : 0;
                if (isListed)
                    some << it.key();
            }
        }
        return found == count ? QStringLiteral("all") : found == 0 ? QStringLiteral("nothing") : some.join(u' ');
    }
    template<typename Call> static QString refusal(Call call)
    {
        try {
            call();
        } catch (const Error &e) {
            return e.sentence().isEmpty() && !e.faults().isEmpty() ? e.faults().first().sentence : e.sentence();
        }
        return {};
    }
};
const QString everything = QStringLiteral("all"), nothing = QStringLiteral("nothing");
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
