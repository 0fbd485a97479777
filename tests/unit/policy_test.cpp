#include "core/access/policy.h"
#include "declarations.h"

using namespace crm;

namespace {
constexpr Verb verbs[] = {Verb::Read, Verb::Create, Verb::Update, Verb::Delete, Verb::Export};
Levels levels(Level read, Level create, Level update, Level remove, Level exports)
{
    return {read, create, update, remove, exports};
}
const Levels everything = levels(Level::All, Level::All, Level::All, Level::All, Level::All);
} // namespace

TEST(Policy, GivesNothingByDefault)
{
    const Policy p;
    for (Verb v : verbs)
        EXPECT_EQ(p.level(test::orders(), v), Level::None);
    EXPECT_FALSE(p.may(test::orders(), Verb::Read));
    EXPECT_FALSE(p.holds(u"salary"_s));
}

TEST(Policy, FollowsTheRoleThenItsDefault)
{
    Policy p;
    p.setDefault(levels(Level::Own, Level::Own, Level::None, Level::None, Level::None));
    p.setLevels(u"orders"_s, levels(Level::Team, Level::All, Level::Own, Level::None, Level::Team));
    EXPECT_EQ(p.level(test::orders(), Verb::Read), Level::Team);
    EXPECT_EQ(p.level(test::orders(), Verb::Create), Level::All);
    EXPECT_EQ(p.level(test::orders(), Verb::Update), Level::Own);
    EXPECT_EQ(p.level(test::orders(), Verb::Delete), Level::None);
    EXPECT_EQ(p.level(test::orders(), Verb::Export), Level::Team);
    EXPECT_EQ(p.level(test::clients(), Verb::Read), Level::Own);
    EXPECT_EQ(p.level(test::clients(), Verb::Update), Level::None);
}

TEST(Policy, NobodyChangesWhatHeCannotRead)
{
    Policy p;
    p.setLevels(u"orders"_s, levels(Level::Own, Level::None, Level::All, Level::Team, Level::All));
    for (Verb v : {Verb::Update, Verb::Delete, Verb::Export})
        EXPECT_EQ(p.level(test::orders(), v), Level::Own) << verbName(v).toStdString();
    p.setLevels(u"orders"_s, levels(Level::None, Level::Own, Level::All, Level::All, Level::All));
    EXPECT_EQ(p.level(test::orders(), Verb::Update), Level::None);
    EXPECT_EQ(p.level(test::orders(), Verb::Create), Level::Own) << "handing in without looking in";
}

TEST(Policy, AdminMayEverythingButReadPrivateRecords)
{
    const Policy p = Policy::administrator();
    const Entity own = test::plainEntity(u"todo"_s)
                           .fields({ref(u"person_id"_s, test::l(u"P"_s), u"users"_s)})
                           .privateTo(u"person_id"_s);
    for (Verb v : verbs) {
        EXPECT_EQ(p.level(test::orders(), v), Level::All);
        EXPECT_EQ(p.level(test::clientGroups(), v), Level::All);
        EXPECT_EQ(p.level(own, v), Level::Own);
        EXPECT_EQ(Policy().level(own, v), Level::Own) << "whatever the role says";
        EXPECT_EQ(Actor::system().policy.level(own, v), Level::All) << "backups hold them too";
    }
    EXPECT_TRUE(p.holds(u"anything"_s));
}

TEST(Policy, DictionariesAreReadByStaffAndKeptByAdmins)
{
    Policy staff;
    staff.setDefault(everything);
    Policy bare;
    Policy client;
    client.setStaff(false);
    EXPECT_EQ(bare.level(test::clientGroups(), Verb::Read), Level::All);
    EXPECT_EQ(client.level(test::clientGroups(), Verb::Read), Level::None);
    for (Verb v : {Verb::Create, Verb::Update, Verb::Delete})
        EXPECT_EQ(staff.level(test::clientGroups(), v), Level::None);
    EXPECT_EQ(staff.level(test::clientGroups(), Verb::Export), Level::All);
    EXPECT_EQ(bare.level(test::clientGroups(), Verb::Export), Level::None);
}

TEST(Policy, AdminOnlyEntitiesAreReadByTheRoleAndWrittenByAdmins)
{
    const Entity e = test::plainEntity(u"roles"_s).adminOnly();
    Policy p;
    p.setDefault(everything);
    EXPECT_EQ(p.level(e, Verb::Read), Level::All);
    for (Verb v : {Verb::Create, Verb::Update, Verb::Delete})
        EXPECT_EQ(p.level(e, v), Level::None);
    EXPECT_EQ(Policy::administrator().level(e, Verb::Update), Level::All);
}

TEST(Policy, FieldsHaveRightsOfTheirOwn)
{
    const Field open = text(u"a"_s, test::l(u"A"_s), 10);
    const Field internal = open.internal();
    const Field salary = open.restricted(u"salary"_s);
    Policy staff;
    Policy client;
    client.setStaff(false);
    EXPECT_TRUE(client.sees(open));
    EXPECT_FALSE(client.sees(internal));
    EXPECT_TRUE(staff.sees(internal));
    EXPECT_FALSE(staff.sees(salary));
    EXPECT_FALSE(staff.edits(salary));
    staff.grant(u"salary"_s);
    EXPECT_TRUE(staff.sees(salary));
    EXPECT_TRUE(staff.edits(salary));
    EXPECT_FALSE(staff.edits(salary.readOnly()));
    EXPECT_TRUE(Policy::administrator().sees(salary));
    EXPECT_TRUE(Policy::administrator().sees(internal));
}

TEST(Policy, NamesReadBack)
{
    for (Level level : {Level::None, Level::Own, Level::Team, Level::All})
        EXPECT_EQ(levelByName(levelName(level)), level);
    for (Verb v : verbs)
        EXPECT_EQ(verbByName(verbName(v)), v);
    EXPECT_EQ(levelName(Level::Team), u"team"_s);
    EXPECT_EQ(verbName(Verb::Export), u"export"_s);
    EXPECT_FALSE(levelByName(u"most"_s));
    EXPECT_FALSE(verbByName(u"fly"_s));
}

TEST(Policy, SystemActsAsItself)
{
    const Actor system = Actor::system();
    EXPECT_EQ(system.userId, 0);
    EXPECT_EQ(system.name, u"system"_s);
    EXPECT_TRUE(system.policy.isAdmin());
}
