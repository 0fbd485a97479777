// Every procedure of both schemas, called by everybody: with arguments of every sort, and with those of others.
#include "tests/access/attack_writing.h"
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
QList<const PlannedPerson *> attackers(const AttackOffice &office)
{
    QList<const PlannedPerson *> out;
    for (const PlannedPerson &person : office.plan().people()) {
        if (person.attacks && person.active)
            out << &person;
    }
    return out;
}

/// Everybody's part on one office, which is the same afterwards.
void attack(const char *name, const std::function<void(Judge &, AttackOffice &)> &part)
{
    AttackOffice office;
    const auto before = office.snapshot();
    Tally tally;
    for (const PlannedPerson *person : attackers(office)) {
        Attacker attacker(office, *person);
        part(attacker.judge, office);
        tally += attacker.judge.tally();
    }
    tally.faulty.clear(); // arguments may be no SQL at all
    expectHarmless(tally, name);
    const QByteArrayList changed = AttackOffice::difference(before, office.snapshot());
    EXPECT_TRUE(changed.isEmpty()) << changed.size() << " rows differ:\n"
                                   << changed.join('\n').left(3000).toStdString();
}
} // namespace

TEST(AttackRoutines, NobodyCallsWhatIsInside)
{
    attack("attackinside", [](Judge &judge, AttackOffice &office) { attackInside(judge, office.relations()); });
}

TEST(AttackRoutines, OddArguments)
{
    attack("attackargs", [](Judge &judge, AttackOffice &office) { attackOddly(judge, office.relations()); });
}

TEST(AttackRoutines, BoundValues)
{
    attack("attackbound", [](Judge &judge, AttackOffice &office) { attackBound(judge, office.relations()); });
}

TEST(AttackRoutines, TenMegabytes)
{
    attack("attackhuge", [](Judge &judge, AttackOffice &office) {
        const QByteArray &login = judge.person().login;
        if (login.endsWith("_anna") || login.endsWith("_kira"))
            attackHugely(judge, office.relations());
    });
}

TEST(AttackRoutines, TheLogTellsNobodyMore)
{
    attack("attacklog", [](Judge &judge, AttackOffice &office) { attackLog(judge, office); });
}

TEST(AttackRoutines, BlobsAndPresence)
{
    attack("attackfind", [](Judge &judge, AttackOffice &office) {
        attackBlobs(judge, office);
        attackPresence(judge, office);
    });
}

TEST(AttackRoutines, AccountsAndAddressesOfOthers)
{
    attack("attackacc", [](Judge &judge, AttackOffice &office) { attackAccounts(judge, office); });
}

TEST(AttackRoutines, SessionsAndAddresses)
{
    AttackOffice office;
    office.asRoot("ALTER EVENT `" + office.data() + "`.watch DISABLE"); // it would end the locked in the middle of it
    Tally tally;
    for (const char *login : {"anna", "kira", "max"}) {
        Attacker attacker(office, office.plan().person(login));
        attackSession(attacker.judge, office);
        tally += attacker.judge.tally();
    }
    expectHarmless(tally, "sessions");
}
