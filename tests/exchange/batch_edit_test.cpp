// One change to many records: what would come of it, what comes of it, what is refused; on both stores.
#include "core/exchange/batch_edit.h"
#include "tests/exchange/exchange_fixture.h"
#include <QSet>

using namespace crm;
using namespace crm::test;

namespace {
const QString items = QStringLiteral("items"), clients = QStringLiteral("clients"), labels = QStringLiteral("labels"),
              code = QStringLiteral("code");

class Batch : public Exchange
{
protected:
    Id make(const QString &entity, const QString &title)
    {
        Document d{Record(repo->catalog()->at(entity))};
        d.set(d.entity().titleField(), title);
        return repo->save(d).document.id();
    }
    IdList makeItems(int count)
    {
        IdList ids;
        for (int i = 0; i < count; ++i)
            ids << make(items, QStringLiteral("Item %1").arg(i, 4, 10, QChar(u'0')));
        return ids;
    }
};

TEST_F(Batch, FindsAllOfAListInItsOrder)
{
    const IdList ids = makeItems(30);
    Query query(items);
    query.sort = Query::parseSort(QStringLiteral("-title"));
    query.filter = Filter::where(QStringLiteral("title"), Op::Contains, QStringLiteral("Item"));
    const IdList found = idsOfList(*repo, query);
    ASSERT_EQ(found.size(), 30);
    EXPECT_EQ(found.first(), ids.last());
    EXPECT_EQ(QSet<Id>(found.begin(), found.end()), QSet<Id>(ids.begin(), ids.end()));
    EXPECT_THROW(idsOfList(*repo, query, [](qint64, qint64) { return false; }), Error) << "it can be stopped";
}

TEST_F(Batch, CountsWhatMayNotBeChangedAndIsRefusedIt)
{
    IdList ids = makeItems(20);
    ids << 12345;
    ASSERT_NE(database.addUser(QStringLiteral("rita"), QStringLiteral("Read only")), 0);
    auto hers = database.as(QStringLiteral("rita"), QStringLiteral("secret-1"));
    const BatchPlan plan = planBatch(*hers, items, ids, Verb::Update);
    EXPECT_EQ(plan.ids.size(), 0);
    EXPECT_EQ(plan.notAllowed, 20);
    EXPECT_EQ(plan.gone, 1);
    EXPECT_EQ(plan.total(), ids.size());
    BatchReport report; // whoever goes past the plan is refused all the same
    changePortion(*hers, items, ids.mid(0, 10), {code, BatchChange::Set, QStringLiteral("x")}, report);
    EXPECT_EQ(report.changed, 0);
    EXPECT_EQ(report.refusedCount(), 10);
    EXPECT_EQ(report.batch, 0);
}

TEST_F(Batch, ChangesInPortionsAndIsTakenBackAsOne)
{
    const IdList ids = makeItems(25);
    BatchReport report;
    for (int from = 0; from < 25; from += 10)
        changePortion(*repo, items, ids.mid(from, 10), {code, BatchChange::Set, QStringLiteral("sale")}, report);
    EXPECT_EQ(report.changed, 25);
    changePortion(*repo, items, ids, {code, BatchChange::Set, QStringLiteral("sale")}, report);
    EXPECT_EQ(report.changed, 25);
    EXPECT_EQ(report.same, 25) << "nothing is written twice";
    EXPECT_EQ(repo->undoBatch(report.batch).done, 25);
    Query query(items);
    query.filter = Filter::where(code, Op::Equal, QStringLiteral("sale"));
    EXPECT_EQ(repo->totals(query, {}).count, 0);
}

TEST_F(Batch, AddsAndTakesAwayOfLists)
{
    const Id client = make(clients, QStringLiteral("Client"));
    const Id one = make(labels, QStringLiteral("One")), two = make(labels, QStringLiteral("Two"));
    const auto change = [&](BatchChange::How how, const IdList &ids) {
        BatchReport report;
        changePortion(*repo, clients, {client}, {labels, how, QVariant::fromValue(ids)}, report);
        return report;
    };
    const auto now = [&] {
        IdList ids = repo->load(clients, client).head().ids(labels);
        std::sort(ids.begin(), ids.end());
        return ids;
    };
    EXPECT_EQ(change(BatchChange::Add, {one}).changed, 1);
    EXPECT_EQ(change(BatchChange::Add, {one}).same, 1);
    EXPECT_EQ(change(BatchChange::Add, {two}).changed, 1);
    EXPECT_EQ(now(), (IdList{qMin(one, two), qMax(one, two)}));
    EXPECT_EQ(change(BatchChange::Remove, {one}).changed, 1);
    EXPECT_EQ(now(), IdList{two});
}

TEST_F(Batch, AddsAndTakesAwayOfSeveralChoices)
{
    Document field{Record(repo->catalog()->at(QStringLiteral("custom_fields")))};
    const QString tags = QStringLiteral("tags");
    field.set(QStringLiteral("label"), tags);
    field.set(QStringLiteral("key"), tags);
    field.set(QStringLiteral("entity"), clients);
    field.set(QStringLiteral("kind"), QStringLiteral("choices"));
    field.set(QStringLiteral("choices"), QStringLiteral("old;big;far"));
    repo->save(field);
    repo = database.asSystem();
    const Id client = make(clients, QStringLiteral("Client"));
    const auto change = [&](BatchChange::How how, const QString &keys) {
        BatchReport report;
        changePortion(*repo, clients, {client}, {tags, how, keys}, report);
        return report;
    };
    EXPECT_EQ(change(BatchChange::Add, QStringLiteral("far")).changed, 1);
    EXPECT_EQ(change(BatchChange::Add, QStringLiteral("far")).same, 1);
    const auto same = [&](BatchChange::How how, const char *keys) {
        return countSame(*repo, clients, {client}, {tags, how, QString::fromLatin1(keys)});
    };
    EXPECT_EQ(same(BatchChange::Add, "far"), 1);
    EXPECT_EQ(same(BatchChange::Add, "big;far"), 0);
    EXPECT_EQ(same(BatchChange::Remove, "big;old"), 1);
    EXPECT_EQ(same(BatchChange::Remove, "far"), 0);
    EXPECT_EQ(same(BatchChange::Set, "far"), 1);
    EXPECT_EQ(same(BatchChange::Set, ""), 0);
    EXPECT_EQ(change(BatchChange::Add, QStringLiteral("big;old")).changed, 1);
    EXPECT_EQ(same(BatchChange::Set, "far"), 0) << "and two more";
    EXPECT_EQ(repo->load(clients, client).value(tags), QStringLiteral("big;far;old"));
    EXPECT_EQ(change(BatchChange::Remove, QStringLiteral("far;old")).changed, 1);
    EXPECT_EQ(repo->load(clients, client).value(tags), QStringLiteral("big"));
    EXPECT_EQ(change(BatchChange::Remove, QStringLiteral("big")).changed, 1);
    EXPECT_TRUE(repo->load(clients, client).value(tags).isNull());
}

/// What is said before is what comes of it.
TEST_F(Batch, CountsWhatIsSoAlready)
{
    const IdList ids = makeItems(700); // more than a statement takes values
    const auto check = [&](const QString &entity, const IdList &of, const BatchChange &how, qint64 expected) {
        EXPECT_EQ(countSame(*repo, entity, of, how), expected) << qPrintable(how.field);
        BatchReport report;
        changePortion(*repo, entity, of, how, report);
        EXPECT_EQ(report.same, expected) << qPrintable(how.field);
    };
    BatchReport report;
    changePortion(*repo, items, ids.mid(0, 30), {code, BatchChange::Set, QStringLiteral("Sale")}, report);
    changePortion(*repo, items, ids.mid(30, 5), {code, BatchChange::Set, QStringLiteral("sale")}, report);
    EXPECT_EQ(countSame(*repo, items, ids.mid(0, 20), {code, BatchChange::Set, {}}), 0) << "of the others nothing";
    check(items, ids, {code, BatchChange::Set, QStringLiteral("sale")}, 5); // “Sale” would be written anew
    check(items, ids, {QStringLiteral("rate"), BatchChange::Set, qint64(100)}, 0);
    check(items, ids, {QStringLiteral("rate"), BatchChange::Set, qint64(100)}, 700);
    check(items, ids, {code, BatchChange::Set, {}}, 0);
    check(items, ids, {code, BatchChange::Set, {}}, 700);
    EXPECT_THROW(countSame(*repo, items, ids, {code, BatchChange::Set, {}}, [](qint64, qint64) { return false; }),
                 Error);
}

TEST_F(Batch, CountsWhoHasTheLabelsAlready)
{
    IdList some;
    for (int i = 0; i < 4; ++i)
        some << make(clients, QStringLiteral("Client %1").arg(i));
    const Id one = make(labels, QStringLiteral("One")), two = make(labels, QStringLiteral("Two"));
    const auto list = [](const IdList &ids) { return QVariant::fromValue(ids); };
    const auto same = [&](BatchChange::How how, const IdList &ids) {
        return countSame(*repo, clients, some, {labels, how, list(ids)});
    };
    BatchReport report;
    changePortion(*repo, clients, some.mid(0, 3), {labels, BatchChange::Add, list({one})}, report);
    changePortion(*repo, clients, some.mid(0, 1), {labels, BatchChange::Add, list({two})}, report);
    EXPECT_EQ(same(BatchChange::Add, {one}), 3);
    EXPECT_EQ(same(BatchChange::Add, {one, two}), 1);
    EXPECT_EQ(same(BatchChange::Remove, {one}), 1) << "who has none of them";
    EXPECT_EQ(same(BatchChange::Remove, {one, two}), 1);
    EXPECT_EQ(same(BatchChange::Set, {one}), 2) << "and no other";
    EXPECT_EQ(same(BatchChange::Set, {}), 1);
    EXPECT_EQ(same(BatchChange::Add, {}), 4) << "nothing to add";
}

TEST_F(Batch, WhatOneRecordRefusesDoesNotHoldUpTheOthers)
{
    const IdList ids = makeItems(3);
    const QString title = QStringLiteral("title");
    BatchReport report;
    changePortion(*repo, items, ids, {title, BatchChange::Set, {}}, report);
    EXPECT_EQ(report.changed, 0);
    EXPECT_EQ(report.refused.size(), 1) << "one sentence for all three";
    EXPECT_EQ(report.refusedCount(), 3);
    repo->remove(items, {ids.at(1)});
    report = {};
    changePortion(*repo, items, ids, {code, BatchChange::Set, QStringLiteral("x")}, report);
    EXPECT_EQ(report.changed, 2);
    EXPECT_EQ(report.refusedCount(), 1) << "what has gone meanwhile is told too";
}
} // namespace
