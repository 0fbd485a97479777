// Users, roles, teams: nobody locks the last administrator out, nobody gives themselves rights.
#include "tests/support/rule_fixture.h"

using namespace crm;
using namespace crm::test;

namespace {

struct People : Rules
{
    Document admin() { return repo->load("users", row("users", "login", db.loginOf("admin"))); }
    Document adminRole() { return repo->load("roles", row("roles", "is_admin", true)); }
    QVariantMap person(const QString &login, const QString &role)
    {
        return {{"login", login}, {"name", login}, {"role_id", row("roles", "name", role)}};
    }
};

TEST_F(People, TheLastAdministratorStaysActive)
{
    Document d = admin();
    d.set("active", false);
    EXPECT_EQ(refused(d), QStringList{"active"});
}

TEST_F(People, TheLastAdministratorKeepsTheRole)
{
    Document d = admin();
    d.set("role_id", row("roles", "name", "Read only"));
    EXPECT_EQ(refused(d), QStringList{"role_id"});
}

TEST_F(People, TheLastAdministratorIsNotDeleted) { EXPECT_EQ(refusedRemoval("users", admin().id()), QStringList{""}); }

TEST_F(People, TheirRoleStaysAnAdministrators)
{
    Document role = adminRole();
    role.set("is_admin", false);
    EXPECT_EQ(refused(role), QStringList{"is_admin"});
    EXPECT_EQ(refusedRemoval("roles", role.id()), QStringList{""});
}

TEST_F(People, AnInactiveAdministratorDoesNotCount)
{
    QVariantMap second = person("second", "Administrator");
    second.insert("active", false);
    make("users", second);
    Document d = admin();
    d.set("active", false);
    EXPECT_EQ(refused(d), QStringList{"active"});
}

TEST_F(People, ASecondAdministratorSetsTheFirstFree)
{
    const Id second = db.addUser("second", "Administrator");
    Document first = admin();
    first.set("active", false);
    EXPECT_EQ(refused(first), QStringList());
    const auto theirs = db.as("second", "secret-1");
    Document last = theirs->load("users", second);
    last.set("active", false);
    EXPECT_EQ(refused(last, theirs.get()), QStringList{"active"}) << "now the second one is the last";
    EXPECT_EQ(refusedRemoval("users", second, theirs.get()), QStringList{""});
}

TEST_F(People, TwoAtOnceDoNotSlipThrough)
{
    const Document second = make("users", person("second", "Administrator"));
    EXPECT_THROW(repo->remove("users", {admin().id(), second.id()}), Error);
    Document a = admin(), b = repo->load("users", second.id());
    a.set("active", false);
    b.set("active", false);
    EXPECT_THROW(repo->saveMany({a, b}), Error);
    EXPECT_TRUE(admin().head().flag("active"));
}

TEST_F(People, AnotherAdministratorsRoleCounts)
{
    const Document role = make("roles", {{"name", "Owners"}, {"is_admin", true}});
    make("users", {{"login", "owner"}, {"role_id", role.id()}});
    Document d = adminRole();
    d.set("is_admin", false);
    EXPECT_EQ(refused(d), QStringList());
}

TEST_F(People, AdministratorsAreStaff)
{
    EXPECT_EQ(refused(fresh("roles", {{"name", "X"}, {"is_admin", true}, {"is_staff", false}})),
              QStringList{"is_staff"});
}

TEST_F(People, ARoleInUseIsNotDeleted)
{
    const Document role = make("roles", {{"name", "X"}});
    const Document user = make("users", {{"login", "anna"}, {"role_id", role.id()}});
    EXPECT_EQ(refusedRemoval("roles", role.id()), QStringList{""});
    repo->remove("users", {user.id()});
    EXPECT_EQ(refusedRemoval("roles", role.id()), QStringList());
}

TEST_F(People, ARoleSaysEverythingOnce)
{
    Document role = fresh("roles", {{"name", "X"}});
    addLine(role, "role_rights", {{"entity", "clients"}, {"can_read", "all"}});
    addLine(role, "role_rights", {{"entity", "leads"}, {"can_read", "all"}});
    EXPECT_EQ(refused(role), QStringList());
    role = repo->load("roles", role.id());
    addLine(role, "role_rights", {{"entity", "clients"}, {"can_read", "own"}});
    EXPECT_EQ(refused(role), QStringList{"role_rights/3/entity"});
}

TEST_F(People, OneRoleIsForNewPeople)
{
    Document role = make("roles", {{"name", "Beginners"}, {"for_new_people", true}});
    EXPECT_EQ(refused(fresh("roles", {{"name", "Others"}, {"for_new_people", true}})), QStringList{"for_new_people"});
    role.set("for_new_people", false);
    repo->save(role);
    EXPECT_EQ(refused(fresh("roles", {{"name", "Others"}, {"for_new_people", true}})), QStringList());
}

TEST_F(People, LoginsArePlain)
{
    for (const char *bad : {"anna petrova", "anna@office", "anna'", "a/b", "anna;"})
        EXPECT_EQ(refused(fresh("users", person(bad, "Read only"))), QStringList{"login"}) << bad;
    EXPECT_EQ(make("users", person(" Anna.Petrova-1_x ", "Read only")).value("login"), "anna.petrova-1_x");
    EXPECT_EQ(refused(fresh("users", person("ANNA.petrova-1_X", "Read only"))), QStringList{"login"}) << "it is taken";
}

TEST_F(People, NamesFollowFirstAndLastNameUntilSomebodyChoosesAnother)
{
    Document d = make("users", {{"login", "anna"}, {"role_id", row("roles", "name", "Read only")}});
    EXPECT_EQ(d.value("name"), "anna");
    d.set("first_name", "Anna");
    d.set("last_name", "Petrova");
    d.set("name", QVariant());
    d = repo->save(d).document;
    EXPECT_EQ(d.value("name"), "Anna Petrova");
    d.set("last_name", "Orlova");
    d = repo->save(d).document;
    EXPECT_EQ(d.value("name"), "Anna Orlova");
    d.set("name", "Anna O.");
    d = repo->save(d).document;
    d.set("last_name", "Ivanova");
    EXPECT_EQ(repo->save(d).document.value("name"), "Anna O.");
}

TEST_F(People, NobodyGivesThemselvesRights)
{
    const Id anna = db.addUser("anna", "Manager (all records)");
    auto hers = db.as("anna", "secret-1");
    Document self = hers->load("users", anna);
    self.set("role_id", adminRole().id());
    EXPECT_FALSE(refused(self, hers.get()).isEmpty());
    Document role = hers->load("roles", hers->actor().roleId);
    role.set("named_rights", "personnel");
    EXPECT_FALSE(refused(role, hers.get()).isEmpty());
    role = hers->load("roles", hers->actor().roleId);
    for (Record &line : role.lines("role_rights"))
        line.set("can_delete", "all");
    EXPECT_FALSE(refused(role, hers.get()).isEmpty());
    Document team{Record(hers->catalog()->at("teams"), newId())};
    team.set("name", "All of us");
    team.set("members", QVariant::fromValue(IdList{anna, admin().id()}));
    EXPECT_FALSE(refused(team, hers.get()).isEmpty());
    EXPECT_FALSE(hers->actor().policy.isAdmin());
}

TEST_F(People, AnAdministratorDoesNotDeleteThemselves)
{
    make("users", person(db.loginOf("second"), "Administrator"));
    auto theirs = db.asSystem();
    theirs->setPassword(row("users", "login", db.loginOf("second")), "secret-1");
    auto second = db.as("second", "secret-1");
    EXPECT_EQ(refusedRemoval("users", second->actor().userId, second.get()), QStringList{""});
}

TEST_F(People, StockRolesCoverEveryKindOfRecord)
{
    const Catalog catalog(builtinRegistry());
    for (const char *name :
         {"Manager (all records)", "Staff (own records)", "Staff (records of the team)", "Read only"}) {
        QSet<QString> covered;
        const Document role = repo->load("roles", row("roles", "name", name));
        for (const Record &line : role.lines("role_rights")) {
            covered.insert(line.text("entity"));
            const Entity *entity = catalog.find(line.text("entity"));
            const bool writes = line.text("can_create") != "none" || line.text("can_update") != "none" ||
                                line.text("can_delete") != "none";
            EXPECT_FALSE(entity && entity->isAdminOnly() && writes) << name << qPrintable(line.text("entity"));
        }
        for (const Entity *entity : catalog.entities())
            EXPECT_TRUE(entity->isLine() || covered.contains(entity->key()))
                << name << ' ' << qPrintable(entity->key());
        EXPECT_TRUE(covered.contains("*")) << name << ": entities of plugins";
    }
}

TEST_F(People, SavedViewsAreSharedButChangedByTheirOwnerAlone)
{
    db.addUser("anna", "Staff (own records)");
    db.addUser("boris", "Staff (own records)");
    auto hers = db.as("anna", "secret-1"), his = db.as("boris", "secret-1");
    Document view{Record(hers->catalog()->at("saved_views"), newId())};
    set(view.head(), {{"name", "My view"}, {"entity", "clients"}, {"query", "{}"}, {"shared", true}});
    EXPECT_EQ(refused(view, hers.get()), QStringList());
    Document theirs = his->load("saved_views", view.id());
    theirs.set("name", "Taken over");
    EXPECT_FALSE(refused(theirs, his.get()).isEmpty());
    EXPECT_FALSE(refusedRemoval("saved_views", view.id(), his.get()).isEmpty());
    Document own = hers->load("saved_views", view.id());
    own.set("name", "Renamed");
    EXPECT_EQ(refused(own, hers.get()), QStringList());
    Document first = hers->load("saved_views", view.id());
    first.set("role_id", row("roles", "name", "Read only"));
    EXPECT_EQ(refused(first, hers.get()), QStringList{"role_id"}) << "what a role sees first is for administrators";
    first = repo->load("saved_views", view.id());
    first.set("role_id", row("roles", "name", "Read only"));
    EXPECT_EQ(refused(first), QStringList());
    view.set("query", "no json");
    view.head().setId(newId());
    EXPECT_EQ(refused(view, hers.get()), QStringList{"query"});
}

} // namespace
