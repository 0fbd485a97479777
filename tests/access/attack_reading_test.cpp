// What people read through their own account: nothing but what the policy gives them, and all of that.
#include "tests/access/attack_office.h"
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
/// Everybody with a part in the attack; half of them, so that two tests share the work.
QList<const PlannedPerson *> attackers(int half = -1)
{
    QList<const PlannedPerson *> out;
    int n = 0;
    for (const PlannedPerson &person : AttackOffice::shared().plan().people()) {
        if (person.attacks && person.active && (half < 0 || n++ % 2 == half))
            out << &person;
    }
    return out;
}

void readPlainly(int half)
{
    Tally tally;
    AttackOffice &office = AttackOffice::shared();
    for (const PlannedPerson *person : attackers(half)) {
        Attacker attacker(office, *person);
        for (const Relation &relation : office.relations().all)
            attackPlainly(attacker.judge, relation);
        // All that is theirs must have come out, or the office was empty and nothing is proved.
        for (const int n : office.plan().visibleSecrets(*person)) {
            const Secret &s = office.plan().secrets().at(n);
            const bool inView = office.relations().find(office.database(), s.table) && !s.column.startsWith("words_") &&
                                office.plan().sees(*person, office.plan().rows()[s.rowIndex]);
            if (inView && !attacker.judge.seen().contains(n))
                attacker.judge.forbid("plain reading", "not see " + s.toString());
        }
        tally += attacker.judge.tally();
    }
    expectHarmless(tally, "plain reading");
}

/// A few people whose rights differ most: all of them would take long and find the same.
QList<const PlannedPerson *> different()
{
    const OfficePlan &plan = AttackOffice::shared().plan();
    return {&plan.person("anna"), &plan.person("kira"), &plan.person("mixa"), &plan.person("max")};
}

void readByEffects(int part, int parts)
{
    Tally tally;
    AttackOffice &office = AttackOffice::shared();
    for (const PlannedPerson *person : different()) {
        Attacker attacker(office, *person);
        int n = 0;
        for (const Relation &relation : office.relations().all) {
            if (relation.isView && n++ % parts == part)
                attackByEffects(attacker.judge, office.relations(), relation, 4);
        }
        tally += attacker.judge.tally();
    }
    expectHarmless(tally, "side effects");
    for (const QByteArray &name : effectNames() + placeNames())
        EXPECT_GT(tally.worked.value(name) + int(name == "effect load a file"), 0) // nobody may load files
            << name.toStdString() << " never gave what is allowed: was it tried at all?";
}
} // namespace

TEST(AttackReading, PlainlyFirstHalf) { readPlainly(0); }
TEST(AttackReading, PlainlySecondHalf) { readPlainly(1); }

TEST(AttackReading, ViewsAgainstTables)
{
    Tally tally;
    AttackOffice &office = AttackOffice::shared();
    for (const PlannedPerson *person : attackers()) {
        Attacker attacker(office, *person);
        compareViews(attacker.judge, office);
        tally += attacker.judge.tally();
    }
    expectHarmless(tally, "views against tables");
}

TEST(AttackReading, EffectsFirstPart) { readByEffects(0, 3); }
TEST(AttackReading, EffectsSecondPart) { readByEffects(1, 3); }
TEST(AttackReading, EffectsThirdPart) { readByEffects(2, 3); }

TEST(AttackReading, TimingAndLocks)
{
    Tally tally;
    AttackOffice &office = AttackOffice::shared();
    for (const PlannedPerson *person : different()) {
        Attacker attacker(office, *person);
        for (const Relation &relation : office.relations().all) {
            if (relation.isView)
                attackByTiming(attacker.judge, relation);
        }
        tally += attacker.judge.tally();
    }
    expectHarmless(tally, "timing");
}

TEST(AttackReading, WithoutASessionNothingIsThere)
{
    Tally tally;
    AttackOffice &office = AttackOffice::shared();
    for (const PlannedPerson *person : attackers()) {
        Attacker attacker(office, *person, false);
        for (const Relation &relation : office.relations().all) {
            if (!relation.isView)
                continue;
            attacker.judge.attempt("without a session", "SELECT * FROM " + relation.full());
            if (relation.name.endsWith("__all") && person->login.endsWith("_max"))
                attackByEffects(attacker.judge, office.relations(), relation, 3);
        }
        tally += attacker.judge.tally();
    }
    expectHarmless(tally, "without a session");
}

TEST(AttackReading, TheDeactivatedDoNotGetIn)
{
    AttackOffice &office = AttackOffice::shared();
    const auto raw = office.connect(office.plan().person("dan"), false);
    EXPECT_FALSE(raw->isOpen());
}
