// People of a client who sign in themselves: they see what belongs to the clients of their contact, nothing else, and
// of that what their own role allows; in a file and on a server. Gast may do everything that is left to a guest.
#include "core/access/within_groups.h"
#include "core/store/who_sees.h"
#include "tests/access/client_worlds.h"

using namespace crm;
using namespace crm::test;

namespace {
struct GuestsOfClients : ClientWorlds
{
    const QString all = QStringLiteral("all");

    /// @param kinds what the role may do all with; "*": everything
    Id guestRole(const QString &title, const QStringList &kinds)
    {
        Document role(Record(system->catalog()->at("roles")));
        role.set(name, title);
        role.set("is_staff", false);
        for (const QString &kind : kinds) {
            Record line(system->catalog()->at("role_rights"), newId());
            line.set("entity", kind);
            for (const char *verb : {"can_read", "can_create", "can_update", "can_delete", "can_export"})
                line.set(verb, all);
            role.lines("role_rights").append(line);
        }
        return system->save(role).document.id();
    }
    Id guest(const char *login, Id contact, Id role)
    {
        const Id id =
            add(*system, "users",
                {{"login", db.loginOf(QLatin1String(login))}, {"contact_id", contact}, {"role_id", role}}, nullptr);
        system->setPassword(id, QStringLiteral("secret-1"));
        return id;
    }
    Id contactOf(const World &w) { return w.all["contacts"].first(); }
    /// What of the world a guest with all rights does not see: what is not issued yet, and what hangs on that.
    World withoutDrafts(World w)
    {
        w.all.remove("invoices");
        return w;
    }
};
} // namespace

TEST_F(GuestsOfClients, SeeWhatIsTheirClientsAndNothingElse)
{
    const Id staff = db.addUser("max", "Read only");
    const World mine = make("Alpha", {}), other = make("Beta", {}), onList = make("Gamma", {}, 0, {staff});
    const Id role = guestRole("Everything", {"*"});
    guest("gast", contactOf(mine), role);
    guest("gita", contactOf(onList), role);
    const World late = make("Delta", {});
    const auto repo = as("gast");
    EXPECT_FALSE(repo->actor().policy.isStaff());
    EXPECT_EQ(seen(*repo, withoutDrafts(mine)), everything);
    EXPECT_EQ(seen(*as("gita"), withoutDrafts(onList)), everything) << "a client with a list of its own";
    for (const World *w : {&other, &onList, &late})
        EXPECT_EQ(seen(*repo, *w), nothing);
    for (const World *w : {&mine, &other, &late})
        EXPECT_EQ(seen(*as("gita"), *w), nothing);
    for (const World *w : {&mine, &other, &onList, &late})
        EXPECT_EQ(seen(*as("max"), *w), everything) << "staff is not concerned";
    // What belongs to no client is no guest's, not even what hangs on what everybody sees.
    World free;
    add(*system, "leads", {{name, "Lead"}}, &free);
    add(*system, "tasks", {{"title", "Sweep"}, {"collaborators", list({staff})}}, &free);
    add(*system, "expenses", {{"title", "Paper"}, {"amount", 7}}, &free);
    add(*system, "projects", {{"title", "Own"}}, &free);
    const Id item = add(*system, "items", {{"title", "Chair"}, {"rate", 100}}, nullptr);
    if (system->catalog()->at("items").attachments().contains("comments"))
        add(*system, "comments", {{"text", "Cheap"}, {"parent_entity", "items"}, {"parent_id", item}}, &free);
    EXPECT_EQ(seen(*repo, free), nothing);
    EXPECT_EQ(listed(*repo, clients), IdList{mine.client});
}

TEST_F(GuestsOfClients, SeeNoDraftUntilItIsIssued)
{
    const World mine = make("Alpha", {});
    guest("gast", contactOf(mine), guestRole("Everything", {"*"}));
    const auto repo = as("gast");
    const Id invoice = mine.all["invoices"].first();
    const Id note = add(*system, "comments",
                        {{"text", "Bad payer"}, {"parent_entity", "invoices"}, {"parent_id", invoice}}, nullptr);
    const auto sees = [&](const QString &entity, Id id) { return listed(*repo, entity).contains(id); };
    EXPECT_FALSE(sees("invoices", invoice));
    EXPECT_FALSE(sees("comments", note)) << "hangs on a draft";
    EXPECT_TRUE(repo->search(QStringLiteral("payer")).isEmpty());
    Document d = system->load("invoices", invoice);
    Record line(system->catalog()->at("invoice_lines"), newId());
    line.set("title", "Work");
    line.set("quantity", qint64(1000));
    line.set("rate", qint64(1000));
    d.lines("invoice_lines").append(line);
    d.set("status", "issued");
    system->save(d);
    EXPECT_TRUE(sees("invoices", invoice));
    EXPECT_TRUE(sees("comments", note));
    EXPECT_GE(system->history("invoices", invoice).size(), 2);
    EXPECT_EQ(repo->history("invoices", invoice).size(), 1) << "what it said as a draft stays untold";
    EXPECT_EQ(repo->load("invoices", invoice).lines("invoice_lines").size(), 1);
    const Id estimate =
        add(*system, "estimates", {{clientId, mine.client}, {"estimate_date", QDate(2026, 1, 1)}}, nullptr);
    EXPECT_FALSE(sees("estimates", estimate));
    change("estimates", estimate, {{"status", "sent"}});
    EXPECT_TRUE(sees("estimates", estimate));
    change("estimates", estimate, {{"status", "draft"}});
    EXPECT_FALSE(sees("estimates", estimate)) << "taken back";
}

TEST_F(GuestsOfClients, EachHasTheRightsOfTheirRoleAtAllOfTheirClients)
{
    const World one = make("Alpha", {}), two = make("Beta", {});
    change("contacts", contactOf(one), {{"other_clients", list({two.client})}});
    const Id second = add(*system, "contacts", {{clientId, one.client}, {"first_name", "Second"}}, nullptr);
    guest("money", contactOf(one), guestRole("Accounts", {clients, "payments"}));
    guest("work", second, guestRole("Projects", {"projects"}));
    const auto money = as("money"), work = as("work");
    EXPECT_EQ(listed(*money, clients), (IdList{one.client, two.client})) << "one person, two clients";
    EXPECT_EQ(listed(*money, "payments").size(), 2);
    EXPECT_EQ(listed(*work, "projects"), one.all["projects"]);
    EXPECT_EQ(kindOf([&] { money->page(Query("projects"), {}); }), ErrorKind::Denied);
    EXPECT_EQ(kindOf([&] { work->page(Query(clients), {}); }), ErrorKind::Denied);
    EXPECT_EQ(kindOf([&] { money->page(Query("comments"), {}); }), ErrorKind::Denied) << "what staff says";
    // Own records only: those that they made at their client.
    const Id own = guestRole("Own orders", {"orders", "order_statuses", clients});
    Document narrowed = system->load("roles", own);
    narrowed.lines("role_rights").first().set("can_read", "own");
    system->save(narrowed);
    const Id third = add(*system, "contacts", {{clientId, one.client}, {"first_name", "Third"}}, nullptr);
    guest("ordering", third, own);
    const auto ordering = as("ordering");
    EXPECT_TRUE(listed(*ordering, "orders").isEmpty());
    const Id made = add(*ordering, "orders", {{clientId, one.client}, {"order_date", QDate(2026, 1, 1)}}, nullptr);
    EXPECT_EQ(listed(*ordering, "orders"), IdList{made});
}

TEST_F(GuestsOfClients, WhoTheyAreAndWhoseChangesAtOnce)
{
    const World one = make("Alpha", {}), two = make("Beta", {});
    const Id role = guestRole("Everything", {"*"}), id = guest("gast", contactOf(one), role);
    const auto repo = as("gast");
    ASSERT_EQ(seen(*repo, withoutDrafts(one)), everything);
    change("contacts", contactOf(one), {{"other_clients", list({two.client})}});
    EXPECT_EQ(seen(*repo, withoutDrafts(two)), everything);
    change("contacts", contactOf(one), {{"other_clients", list({})}});
    EXPECT_EQ(seen(*repo, two), nothing);
    EXPECT_EQ(seen(*repo, withoutDrafts(one)), everything);
    // The contact goes to another client: so does what its person sees.
    change("contacts", contactOf(one), {{clientId, two.client}});
    World left = one;
    left.all = {{clients, {one.client}}, {"orders", one.all["orders"]}, {"projects", one.all["projects"]}};
    EXPECT_EQ(seen(*repo, left), nothing);
    EXPECT_EQ(seen(*repo, withoutDrafts(two)), everything);
    system->remove("contacts", {contactOf(one)});
    EXPECT_EQ(seen(*repo, two), nothing) << "nobody's contact";
    system->restore("contacts", {contactOf(one)});
    EXPECT_EQ(seen(*repo, withoutDrafts(two)), everything);
    change("users", id, {{"contact_id", contactOf(two)}});
    change("contacts", contactOf(two), {{clientId, one.client}});
    EXPECT_TRUE(listed(*as("gast"), clients).contains(one.client));
    EXPECT_FALSE(listed(*as("gast"), clients).contains(two.client));
}

TEST_F(GuestsOfClients, LoseWhatTheyHadAsStaffAndByTeams)
{
    const World one = make("Alpha", {}), two = make("Beta", {});
    const Id role = guestRole("Everything", {"*"}), was = db.addUser("was", "Staff (records of the team)"),
             mate = db.addUser("mate", "Staff (own records)");
    add(*system, "teams", {{name, "Sales"}, {"members", list({was, mate})}}, nullptr);
    World free;
    add(*system, "leads", {{name, "Lead"}, {owner, mate}}, &free);
    add(*system, "expenses", {{"title", "Paper"}, {"amount", 7}, {owner, mate}}, &free);
    ASSERT_TRUE(listed(*as("was"), "leads").contains(free.all["leads"].first()));
    change("users", was, {{"role_id", role}, {"contact_id", contactOf(one)}});
    EXPECT_EQ(seen(*as("was"), free), nothing);
    EXPECT_EQ(seen(*as("was"), withoutDrafts(one)), everything);
    EXPECT_TRUE(refusal([&] {
                    add(*system, "teams", {{name, "Others"}, {"members", list({was})}}, nullptr);
                }).contains("for staff"));
    // The contact goes to the trash with its client, and with it what it had of another one.
    change("contacts", contactOf(one), {{"other_clients", list({two.client})}});
    EXPECT_TRUE(listed(*as("was"), clients).contains(two.client));
    system->remove(clients, {one.client});
    EXPECT_EQ(seen(*as("was"), two), nothing);
    system->restore(clients, {one.client});
    EXPECT_TRUE(listed(*as("was"), clients).contains(two.client));
    system->remove(clients, {one.client});
    system->purge("contacts", {contactOf(one)});
    EXPECT_EQ(seen(*as("was"), two), nothing);
}

TEST_F(GuestsOfClients, FollowMerges)
{
    const World one = make("Alpha", {}), two = make("Beta", {});
    guest("gast", contactOf(one), guestRole("Everything", {"*"}));
    const auto repo = as("gast");
    const Id merged = system->merge(system->load(clients, two.client), {one.client}).batch;
    World rest = withoutDrafts(one);
    rest.all.remove(clients);
    EXPECT_EQ(seen(*repo, withoutDrafts(two)), everything);
    EXPECT_EQ(seen(*repo, rest), everything);
    system->undoBatch(merged);
    EXPECT_EQ(seen(*repo, withoutDrafts(one)), everything);
    EXPECT_EQ(seen(*repo, two), nothing);
    // Two contacts are one person.
    const Id twins = system->merge(system->load("contacts", contactOf(two)), {contactOf(one)}).batch;
    EXPECT_TRUE(listed(*repo, clients).contains(two.client));
    system->undoBatch(twins);
    EXPECT_EQ(listed(*repo, clients), IdList{one.client});
}

TEST_F(GuestsOfClients, AreCalledInCommentsOfTheirClientAndCallNobody)
{
    const World mine = make("Alpha", {}), other = make("Beta", {});
    const Id id = guest("gast", contactOf(mine), guestRole("Speaking", {clients, "comments"}));
    db.addUser("max", "Manager (all records)");
    const QString call = u'@' + db.loginOf("gast"), back = u'@' + db.loginOf("max");
    const auto say = [&](Repository &as, Id client, const QString &text) {
        return add(as, "comments", {{"text", text}, {"parent_entity", "clients"}, {"parent_id", client}}, nullptr);
    };
    const Id seen = say(*as("max"), mine.client, call), hidden = say(*as("max"), other.client, call);
    EXPECT_EQ(system->load("comments", hidden).head().ids("mentions"), IdList{id});
    const auto repo = as("gast");
    Query query("comments");
    query.filter = Filter::parse("mentions = me", *repo->catalog(), "comments");
    const Page page = repo->page(query, {});
    ASSERT_EQ(page.rows.size(), 1);
    EXPECT_EQ(page.rows.first().id, seen);
    const Id answer = say(*repo, mine.client, back);
    EXPECT_EQ(system->load("comments", answer).head().text("text"), back) << "guests learn no names";
    EXPECT_EQ(system->load("comments", answer).head().ids("mentions"), IdList());
    EXPECT_TRUE(whoReads(*repo, "comments", "clients", mine.client).isEmpty());
    const auto reads = [&](Id client) {
        const QList<Audience> all = whoReads(*as("max"), "comments", "clients", client);
        return std::any_of(all.begin(), all.end(), [id](const Audience &one) { return one.user == id; });
    };
    EXPECT_TRUE(reads(mine.client));
    EXPECT_FALSE(reads(other.client));
}

TEST_F(GuestsOfClients, MayNotLeaveTheirClient)
{
    const World mine = make("Alpha", {}), other = make("Beta", {});
    guest("gast", contactOf(mine), guestRole("Everything", {"*"}));
    const auto repo = as("gast");
    const QVariantMap order{{"order_date", QDate(2026, 1, 1)}};
    const auto with = [&](Id client) {
        QVariantMap values = order;
        values.insert(clientId, client);
        return values;
    };
    EXPECT_EQ(refusal([&] { add(*repo, "orders", with(mine.client), nullptr); }), QString());
    EXPECT_FALSE(refusal([&] { add(*repo, "orders", with(other.client), nullptr); }).isEmpty());
    for (const QString &entity : {clients, QStringLiteral("projects"), QStringLiteral("leads")}) {
        const QString said = refusal([&] {
            add(*repo, entity.toLatin1(), {{entity == u"projects" ? "title" : "name", "X"}}, nullptr);
        });
        EXPECT_TRUE(said.contains(QStringLiteral("company that you sign in for")))
            << entity.toStdString() << said.toStdString();
    }
    EXPECT_FALSE(refusal([&] {
                     add(*repo, "tasks",
                         {{"title", "T"}, {"parent_entity", "projects"}, {"parent_id", other.all["projects"].first()}},
                         nullptr);
                 }).isEmpty());
    EXPECT_FALSE(refusal([&] {
                     add(*repo, "comments",
                         {{"text", "T"}, {"parent_entity", "invoices"}, {"parent_id", mine.all["invoices"].first()}},
                         nullptr);
                 }).isEmpty())
        << "on a draft";
    EXPECT_FALSE(refusal([&] {
                     change(*repo, "orders", mine.all["orders"].first(), {{clientId, other.client}});
                 }).isEmpty());
    EXPECT_EQ(refusal([&] {
                  change(*repo, "orders", mine.all["orders"].first(), {{"order_date", QDate(2026, 2, 2)}});
              }),
              QString());
    EXPECT_EQ(kindOf([&] {
                  change(*repo, "orders", other.all["orders"].first(), {{"order_date", QDate(2026, 2, 2)}});
              }),
              ErrorKind::NotFound);
    const QString said = refusal([&] {
        add(*repo, "estimates", {{clientId, mine.client}, {"estimate_date", QDate(2026, 1, 1)}}, nullptr);
    });
    EXPECT_FALSE(said.isEmpty()) << "a draft would be out of their sight";
}

TEST_F(GuestsOfClients, AreToldWhereSomebodyAsksWhoSees)
{
    const World mine = make("Alpha", {}), other = make("Beta", {});
    const Id gast = guest("gast", contactOf(mine), guestRole("Everything", {"*"}));
    const auto why = [&](const QString &entity, Id id) {
        const QList<Seer> seers = whoSees(*system, entity, id);
        const auto found = std::find_if(seers.begin(), seers.end(), [&](const Seer &s) { return s.user == gast; });
        return found == seers.end() ? -1 : int(found->why);
    };
    EXPECT_EQ(why(clients, mine.client), Seer::Groups);
    EXPECT_EQ(why("orders", mine.all["orders"].first()), Seer::Groups);
    EXPECT_EQ(why("invoices", mine.all["invoices"].first()), -1);
    EXPECT_EQ(why(clients, other.client), -1);
}

TEST_F(GuestsOfClients, AreMadeOfContactsAndRolesForThem)
{
    const World mine = make("Alpha", {});
    change("contacts", contactOf(mine),
           {{"first_name", "Maria"}, {"last_name", "Anders"}, {"email", "maria.a@alpha.example"}});
    const Id role = guestRole("Everything", {"*"}),
             staffRole = system->load("users", db.addUser("max", "Read only")).head().ref("role_id");
    const auto said = [&](const QVariantMap &values) {
        return refusal([&] { add(*system, "users", values, nullptr); });
    };
    EXPECT_TRUE(said({{"login", "a"}, {"role_id", role}}).contains("which contact"));
    EXPECT_TRUE(said({{"login", "a"}, {"role_id", staffRole}, {"contact_id", contactOf(mine)}}).contains("for staff"));
    const auto made = system->runAction("contacts", contactOf(mine), "let_sign_in",
                                        {{"role_id", role}, {"login", db.loginOf("maria")}});
    const Record person = system->load("users", made.second).head();
    EXPECT_EQ(person.text("name"), QStringLiteral("Maria Anders"));
    EXPECT_EQ(person.text("email"), QStringLiteral("maria.a@alpha.example"));
    // The settings of the office say the role, the e-mail the login.
    const World next = make("Beta", {});
    const auto let = [&] { return system->runAction("contacts", contactOf(next), "let_sign_in", {}); };
    EXPECT_TRUE(refusal(let).contains("no e-mail"));
    change("contacts", contactOf(next), {{"email", db.loginOf("next") + "+x@beta.example"}});
    EXPECT_TRUE(refusal(let).contains("which role"));
    const Id settings = listed(*system, "office_settings").value(0);
    const Id others = guestRole("Of others", {clients});
    if (settings)
        change("office_settings", settings, {{"contact_role_id", others}, {"primary_contact_role_id", role}});
    else
        add(*system, "office_settings", {{"contact_role_id", others}, {"primary_contact_role_id", role}}, nullptr);
    change("clients", next.client, {{"primary_contact_id", contactOf(next)}});
    const Record primary = system->load("users", let().second).head();
    EXPECT_EQ(primary.text("login"), db.loginOf("next") + "_x");
    EXPECT_EQ(primary.ref("role_id"), role);
    EXPECT_TRUE(said({{"login", "b"}, {"role_id", role}, {"contact_id", contactOf(mine)}}).contains("already"));
    EXPECT_FALSE(refusal([&] { change("roles", role, {{"is_staff", true}}); }).isEmpty()) << "somebody has it";
    EXPECT_FALSE(refusal([&] { change("roles", guestRole("Limited", {}), {{"is_limited", true}}); }).isEmpty());
}
