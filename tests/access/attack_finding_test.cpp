// Procedures that look where people may not, asked by everybody; and the views of what is near.
#include "tests/access/attack_office.h"
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
void readNear(AttackOffice &office, Judge &judge)
{
    for (const Entity *entity : judge.plan().catalog().entities()) {
        if (entity->isLine() || entity->scope().kind != Scope::Attached)
            continue;
        const QByteArray view = '`' + office.database() + "`.`" + entity->key().toUtf8() + "__near`";
        const RawAnswer answer = judge.attempt("near", "SELECT id,scope_id FROM " + view);
        QHash<Id, QByteArray> got;
        for (const QByteArrayList &row : answer.results.value(0).rows)
            got.insert(row.first().toLongLong(), row.last());
        for (const PlannedRow &row : judge.plan().rows()) {
            if (row.entity->key() == entity->key() && got.contains(row.id) && !judge.plan().sees(judge.person(), row))
                judge.leak("near", "holds the hidden row " + QByteArray::number(row.id), view);
        }
    }
}
} // namespace

TEST(AttackFinding, NamesNothingThatIsHidden)
{
    Tally tally;
    AttackOffice &office = AttackOffice::shared();
    for (const PlannedPerson &person : office.plan().people()) {
        if (!person.attacks || !person.active)
            continue;
        Attacker attacker(office, person);
        attackTexts(attacker.judge, office);
        attackReferences(attacker.judge, office);
        attackOrders(attacker.judge, office);
        readNear(office, attacker.judge);
        tally += attacker.judge.tally();
    }
    expectHarmless(tally, "finding");
    EXPECT_GT(tally.all(), 10'000);
}
