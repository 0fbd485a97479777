// Everything but SELECT and the procedures' own purpose: refused, whatever it is, and nothing has changed.
#include "tests/access/attack_office.h"
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

TEST(AttackVerbs, NobodyWritesTablesOrViews)
{
    AttackOffice office;
    const auto before = office.snapshot();
    Tally tally;
    for (const char *login : {"admin", "max", "anna", "kira"}) {
        Attacker attacker(office, office.plan().person(login));
        for (const Relation &relation : office.relations().all)
            attackWithVerbs(attacker.judge, relation);
        tally += attacker.judge.tally();
    }
    expectHarmless(tally, "verbs");
    const QByteArrayList changed = AttackOffice::difference(before, office.snapshot());
    EXPECT_TRUE(changed.isEmpty()) << changed.join('\n').left(3000).toStdString();
}

TEST(AttackVerbs, TheServerGivesNothingAway)
{
    AttackOffice office;
    const auto before = office.snapshot();
    Tally tally;
    for (const PlannedPerson &person : office.plan().people()) {
        if (!person.attacks || !person.active)
            continue;
        Attacker attacker(office, person);
        attackServer(attacker.judge, office.relations());
        // Answered without an error when there is nobody to be thrown out; so somebody has to be there.
        const auto victim = office.connect(office.plan().person(person.login.endsWith("_admin") ? "max" : "admin"));
        const QByteArray name =
            '`' + office.plan().person(person.login.endsWith("_admin") ? "max" : "admin").login + "`@`%`";
        for (const char *kill : {"KILL QUERY USER ", "KILL USER ", "KILL HARD USER ", "KILL CONNECTION USER "})
            attacker.judge.attempt("kill", kill + name);
        const RawAnswer id = victim->run("SELECT CONNECTION_ID()");
        attacker.judge.mustFail("kill", "KILL " + id.results.value(0).rows.value(0).value(0));
        EXPECT_TRUE(victim->run("SELECT 1").ok()) << person.login.toStdString() << " throws others out";
        tally += attacker.judge.tally();
    }
    expectHarmless(tally, "the server itself");
    const QByteArrayList changed = AttackOffice::difference(before, office.snapshot());
    EXPECT_TRUE(changed.isEmpty()) << changed.join('\n').left(3000).toStdString();
}
