// Forbidden writes through the procedures: all refused, nothing has changed, nothing told; the allowed ones work.
#include "tests/access/attack_writing.h"
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
using Part = void (WritingAttack::*)();

void attack(const char *name, const QList<Part> &parts, const QByteArrayList &mustWork, int atLeast = 20)
{
    AttackOffice office;
    const auto before = office.snapshot();
    Tally tally;
    QMap<QByteArray, int> worked;
    for (const PlannedPerson &person : office.plan().people()) {
        if (!person.attacks || !person.active)
            continue;
        WritingAttack attack(office, person);
        for (const Part part : parts)
            (attack.*part)();
        for (const QByteArray &verb : mustWork)
            worked[verb] += attack.allowed(verb);
        for (auto it = attack.refusedThoughAllowed().cbegin(); it != attack.refusedThoughAllowed().cend(); ++it)
            std::printf("attack:   refused: %s (%d)\n", it.key().constData(), it.value());
        tally += attack.judge().tally();
    }
    expectHarmless(tally, name);
    for (const QByteArray &verb : mustWork)
        EXPECT_GT(worked.value(verb), atLeast)
            << verb.toStdString() << ": what is allowed must work, or nothing was tried";
    const QByteArrayList changed = AttackOffice::difference(before, office.snapshot());
    EXPECT_TRUE(changed.isEmpty()) << changed.size() << " rows differ:\n"
                                   << changed.join('\n').left(4000).toStdString();
}
} // namespace

TEST(AttackWriting, RecordsOfOthers) { attack("attackverb", {&WritingAttack::verbs}, {"update", "remove"}); }
TEST(AttackWriting, NewRecordsForOthers) { attack("attackcreate", {&WritingAttack::creations}, {}); }
TEST(AttackWriting, FieldsAndColumns) { attack("attackfields", {&WritingAttack::fields}, {}); }
TEST(AttackWriting, WhatOnePersonAloneChanges)
{
    attack("attackalone", {&WritingAttack::personal}, {"own record", "take away"}, 5);
}
TEST(AttackWriting, ReferencesAndLines) { attack("attackrefs", {&WritingAttack::references}, {}); }
TEST(AttackWriting, Merges) { attack("attackmerge", {&WritingAttack::merges}, {"merge"}, 2); }
TEST(AttackWriting, LimitsToGroups) { attack("attacklimits", {&WritingAttack::limits}, {"client of one's group"}, 1); }
TEST(AttackWriting, Guests) { attack("attackguests", {&WritingAttack::guests}, {"of one's client"}, 0); }
TEST(AttackWriting, WhatIsNoDocument) { attack("attackodd", {&WritingAttack::malformed}, {}); }
