// Several records become one: what pointed to the others, the redirect, rights, undo.
#include "core/model/error.h"
#include "core/store/logged_fields.h"
#include "tests/support/make_record.h"
#include "tests/support/refused.h"
#include "tests/support/temp_database.h"
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
const QString clients = QStringLiteral("clients"), contacts = QStringLiteral("contacts"), name = QStringLiteral("name"),
              orders = QStringLiteral("orders"), orderLines = QStringLiteral("order_lines"),
              comments = QStringLiteral("comments"), labelsOf = QStringLiteral("labels"),
              items = QStringLiteral("items"), folders = QStringLiteral("folders"), phoneOf = QStringLiteral("phone"),
              client = QStringLiteral("client_id"), secret = QStringLiteral("secret-1");

struct Merge : ::testing::Test
{
    TempDatabase db;
    std::unique_ptr<Repository> repo = db.asSystem();

    Id make(const QString &entity, const QVariantMap &values) { return makeRecord(*repo, entity, values); }
    Id makeClient(const QString &title) { return make(clients, {{name, title}}); }
    Id makeContact(Id of, const QString &first)
    {
        return make(contacts, {{QStringLiteral("first_name"), first}, {client, of}});
    }
    Id makeComment(Id of)
    {
        return make(comments, {{QStringLiteral("text"), QStringLiteral("T")},
                               {QStringLiteral("parent_entity"), clients},
                               {QStringLiteral("parent_id"), of}});
    }
    qint64 living(const QString &entity) { return repo->totals(Query(entity), {}).count; }
    Id ref(const QString &entity, Id id, const QString &field) { return repo->load(entity, id).head().ref(field); }
    MergeResult merge(Id survivor, const IdList &others, const QString &entity = clients)
    {
        return repo->merge(repo->load(entity, survivor), others);
    }
    void giveRightToStaff()
    {
        Query roles(QStringLiteral("roles"));
        roles.filter = Filter::where(name, Op::Equal, QStringLiteral("Staff (own records)"));
        Document role = repo->load(QStringLiteral("roles"), repo->page(roles, {}).rows.first().id);
        role.set(QStringLiteral("named_rights"), QStringLiteral("merge"));
        repo->save(role);
    }
    bool isTrashed(const QString &entity, Id id)
    {
        const QList<Document> found = repo->loadMany(entity, {id});
        return !found.isEmpty() && found.first().head().deletedAt().isValid();
    }
};
} // namespace

TEST_F(Merge, EverythingThatPointsToTheOthersMoves)
{
    const Id a = makeClient(QStringLiteral("A")), b = makeClient(QStringLiteral("B")),
             c = makeClient(QStringLiteral("C"));
    const Id ofB = makeContact(b, QStringLiteral("Bea")), ofC = makeContact(c, QStringLiteral("Cleo"));
    const Id said = makeComment(b);
    const Id order = make(orders, {{client, c}});
    const Id both = make(contacts, {{QStringLiteral("first_name"), QStringLiteral("D")},
                                    {client, a},
                                    {QStringLiteral("other_clients"), QVariant::fromValue(IdList{b, c})}});
    const MergeResult result = merge(a, {b, c});
    EXPECT_NE(result.batch, 0);
    EXPECT_EQ(living(clients), 1);
    EXPECT_TRUE(isTrashed(clients, b));
    EXPECT_EQ(ref(contacts, ofB, client), a);
    EXPECT_EQ(ref(contacts, ofC, client), a);
    EXPECT_EQ(ref(orders, order, client), a);
    EXPECT_EQ(ref(comments, said, QStringLiteral("parent_id")), a);
    EXPECT_EQ(repo->load(contacts, both).head().ids(QStringLiteral("other_clients")), IdList{a});
    EXPECT_EQ(repo->load(clients, a).head().scopeId(), repo->load(contacts, ofB).head().scopeId());
    EXPECT_EQ(repo->check(), QStringList());
}

TEST_F(Merge, TheSurvivorTakesTheChosenValues)
{
    const Id a = makeClient(QStringLiteral("A"));
    const Id b = make(clients, {{name, QStringLiteral("B")}, {phoneOf, QStringLiteral("+7 912 345-67-89")}});
    Document survivor = repo->load(clients, a);
    survivor.set(phoneOf, QStringLiteral("+7 912 345-67-89"));
    const MergeResult result = repo->merge(survivor, {b});
    EXPECT_EQ(result.survivor.document.value(phoneOf).toString(), QStringLiteral("+7 912 345-67-89"));
    const Document now = repo->load(clients, a);
    EXPECT_EQ(now.value(phoneOf).toString(), QStringLiteral("+7 912 345-67-89"));
    EXPECT_EQ(now.head().version(), result.survivor.document.head().version());
}

TEST_F(Merge, AUniqueValueOfAnotherIsFreeForTheSurvivor)
{
    const QString units = QStringLiteral("units");
    const Id a = make(units, {{name, QStringLiteral("piece-a")}}), b = make(units, {{name, QStringLiteral("piece-b")}});
    Document survivor = repo->load(units, a);
    survivor.set(name, QStringLiteral("piece-b"));
    const MergeResult result = repo->merge(survivor, {b});
    EXPECT_EQ(repo->load(units, a).value(name).toString(), QStringLiteral("piece-b"));
    repo->undoBatch(result.batch);
    EXPECT_EQ(repo->load(units, a).value(name).toString(), QStringLiteral("piece-a"));
    EXPECT_EQ(repo->load(units, b).value(name).toString(), QStringLiteral("piece-b"));
}

TEST_F(Merge, ARefusedValueLeavesEverythingAsItWas)
{
    const Id a = makeClient(QStringLiteral("A")), b = makeClient(QStringLiteral("B"));
    const Id k = makeContact(b, QStringLiteral("K"));
    Document survivor = repo->load(clients, a);
    survivor.set(name, QString());
    EXPECT_EQ(kindOf([&] { repo->merge(survivor, {b}); }), ErrorKind::Validation);
    EXPECT_EQ(ref(contacts, k, client), b);
    EXPECT_EQ(living(clients), 2);
}

TEST_F(Merge, AContactThatComesAlongMayBecomeThePrimaryOne)
{
    const Id a = makeClient(QStringLiteral("A")), b = makeClient(QStringLiteral("B"));
    makeContact(a, QStringLiteral("Anna"));
    const Id k = makeContact(b, QStringLiteral("Bea"));
    Document survivor = repo->load(clients, a);
    survivor.set(QStringLiteral("primary_contact_id"), k);
    repo->merge(survivor, {b});
    EXPECT_EQ(ref(clients, a, QStringLiteral("primary_contact_id")), k);
}

TEST_F(Merge, LinesPointToTheSurvivorToo)
{
    const Id a = make(items, {{QStringLiteral("title"), QStringLiteral("Pen")}}),
             b = make(items, {{QStringLiteral("title"), QStringLiteral("pen")}});
    Document order(Record(repo->catalog()->at(orders)));
    order.set(client, makeClient(QStringLiteral("A")));
    for (int i = 0; i < 2; ++i) {
        Record line(repo->catalog()->at(orderLines), newId());
        line.set(QStringLiteral("item_id"), b);
        line.set(QStringLiteral("quantity"), 1000);
        order.lines(orderLines).append(line);
    }
    const Id id = repo->save(order).document.id();
    const MergeResult result = merge(a, {b}, items);
    const auto itemsOf = [&] {
        const Document stored = repo->load(orders, id);
        IdList out;
        for (const Record &line : stored.lines(orderLines))
            out << line.ref(QStringLiteral("item_id"));
        return out;
    };
    EXPECT_EQ(itemsOf(), (IdList{a, a}));
    const QList<Change> told = repo->history(orders, id);
    EXPECT_TRUE(told.first().fields.first().field.startsWith(QStringLiteral("order_lines/")));
    repo->undoBatch(result.batch);
    EXPECT_EQ(itemsOf(), (IdList{b, b}));
    EXPECT_EQ(repo->check(), QStringList());
}

TEST_F(Merge, LabelsOfEverythingAreExchanged)
{
    const Id a = make(labelsOf, {{name, QStringLiteral("vip")}}), b = make(labelsOf, {{name, QStringLiteral("VIPs")}}),
             other = make(labelsOf, {{name, QStringLiteral("new")}});
    const Id one = make(clients, {{name, QStringLiteral("1")}, {labelsOf, QVariant::fromValue(IdList{b, other})}});
    const Id two = make(clients, {{name, QStringLiteral("2")}, {labelsOf, QVariant::fromValue(IdList{a, b})}});
    const auto of = [&](Id id) { return repo->load(clients, id).head().ids(labelsOf); };
    const MergeResult result = merge(a, {b}, labelsOf);
    EXPECT_EQ(of(one), (IdList{a, other}));
    EXPECT_EQ(of(two), IdList{a});
    repo->undoBatch(result.batch);
    EXPECT_EQ(of(one), (IdList{b, other}));
    const IdList both = of(two);
    EXPECT_EQ(QSet<Id>(both.cbegin(), both.cend()), (QSet<Id>{a, b}));
}

TEST_F(Merge, CustomLinksMoveWithoutAColumn)
{
    make(QStringLiteral("custom_fields"), {{QStringLiteral("label"), QStringLiteral("Partner")},
                                           {QStringLiteral("entity"), orders},
                                           {QStringLiteral("key"), QStringLiteral("cf_partner")},
                                           {QStringLiteral("kind"), QStringLiteral("ref")},
                                           {QStringLiteral("target"), clients}});
    repo = db.asSystem();
    const Id a = makeClient(QStringLiteral("A")), b = makeClient(QStringLiteral("B"));
    const Id order = make(orders, {{client, a}, {QStringLiteral("cf_partner"), b}});
    const MergeResult result = merge(a, {b});
    EXPECT_EQ(ref(orders, order, QStringLiteral("cf_partner")), a);
    bool related = false;
    for (const RelatedCount &r : repo->open(clients, a).related)
        related = related || (r.entity == orders && r.field == QLatin1String("cf_partner") && r.count == 1);
    EXPECT_TRUE(related) << "a related list by a custom link";
    repo->undoBatch(result.batch);
    EXPECT_EQ(ref(orders, order, QStringLiteral("cf_partner")), b);
}

TEST_F(Merge, LockedRecordsKeepAllButTheReference)
{
    const Id a = makeClient(QStringLiteral("A")), b = makeClient(QStringLiteral("B"));
    const QString leads = QStringLiteral("leads");
    const Id lead = make(leads, {{name, QStringLiteral("L")}});
    repo->runAction(leads, lead, QStringLiteral("convert"), {});
    const Id made = ref(leads, lead, client);
    ASSERT_NE(made, 0);
    const MergeResult result = merge(a, {b, made});
    EXPECT_EQ(ref(leads, lead, client), a);
    repo->undoBatch(result.batch);
    EXPECT_EQ(ref(leads, lead, client), made);
}

TEST_F(Merge, TheOldIdLeadsToTheSurvivorWhateverBecomesOfIt)
{
    const Id a = makeClient(QStringLiteral("A")), b = makeClient(QStringLiteral("B")),
             c = makeClient(QStringLiteral("C"));
    merge(b, {a});
    EXPECT_EQ(repo->load(clients, a).id(), b);
    EXPECT_EQ(repo->open(clients, a).askedFor, a);
    EXPECT_EQ(repo->open(clients, b).askedFor, 0);
    const MergeResult second = merge(c, {b});
    EXPECT_EQ(repo->load(clients, a).id(), c) << "by way of the one in between";
    EXPECT_EQ(repo->mergedInto(clients, a), c);
    repo->undoBatch(second.batch);
    EXPECT_EQ(repo->load(clients, a).id(), b);
    repo->purge(clients, {a});
    EXPECT_EQ(repo->load(clients, a).id(), b) << "though it is gone for good";
    EXPECT_EQ(kindOf([&] { repo->load(clients, newId()); }), ErrorKind::NotFound);
}

TEST_F(Merge, WhatWasRestoredByHandIsItselfAgain)
{
    const Id a = makeClient(QStringLiteral("A")), b = makeClient(QStringLiteral("B"));
    merge(a, {b});
    repo->restore(clients, {b});
    EXPECT_EQ(repo->load(clients, b).id(), b);
    EXPECT_EQ(repo->mergedInto(clients, b), 0);
    repo->remove(clients, {b});
    EXPECT_EQ(repo->mergedInto(clients, b), 0) << "this time it was thrown away";
}

TEST_F(Merge, UndoBringsEverythingBack)
{
    const Id a = makeClient(QStringLiteral("A")),
             b = make(clients, {{name, QStringLiteral("B")}, {phoneOf, QStringLiteral("12345678")}});
    const Id ofA = makeContact(a, QStringLiteral("Anna")), ofB = makeContact(b, QStringLiteral("Bea"));
    const Id said = makeComment(b), order = make(orders, {{client, b}});
    Document survivor = repo->load(clients, a);
    survivor.set(phoneOf, QStringLiteral("12345678"));
    const MergeResult result = repo->merge(survivor, {b});
    const Id later = makeContact(a, QStringLiteral("Later"));
    EXPECT_GT(repo->undoBatch(result.batch).done, 0);
    EXPECT_EQ(living(clients), 2);
    EXPECT_EQ(repo->load(clients, a).value(phoneOf).toString(), QString());
    EXPECT_EQ(repo->load(clients, b).value(phoneOf).toString(), QStringLiteral("12345678"));
    EXPECT_EQ(ref(contacts, ofA, client), a);
    EXPECT_EQ(ref(contacts, ofB, client), b);
    EXPECT_EQ(ref(contacts, later, client), a) << "it never was the other's";
    EXPECT_EQ(ref(orders, order, client), b);
    EXPECT_EQ(ref(comments, said, QStringLiteral("parent_id")), b);
    EXPECT_EQ(repo->mergedInto(clients, b), 0);
    EXPECT_EQ(repo->check(), QStringList());
}

TEST_F(Merge, UndoLeavesWhatHasBeenGivenToAnotherSince)
{
    const Id a = makeClient(QStringLiteral("A")), b = makeClient(QStringLiteral("B")),
             c = makeClient(QStringLiteral("C"));
    const Id first = makeContact(b, QStringLiteral("First")), second = makeContact(b, QStringLiteral("Second"));
    const MergeResult result = merge(a, {b});
    Document moved = repo->load(contacts, second);
    moved.set(client, c);
    repo->save(moved);
    repo->undoBatch(result.batch);
    EXPECT_EQ(ref(contacts, first, client), b);
    EXPECT_EQ(ref(contacts, second, client), c);
}

TEST_F(Merge, UndoAsksWhereTheSurvivorHasBeenChangedSince)
{
    const Id a = makeClient(QStringLiteral("A")), b = makeClient(QStringLiteral("B"));
    Document survivor = repo->load(clients, a);
    survivor.set(name, QStringLiteral("AB"));
    const MergeResult result = repo->merge(survivor, {b});
    Document later = repo->load(clients, a);
    later.set(name, QStringLiteral("Something else"));
    repo->save(later);
    const UndoResult asked = repo->undoBatch(result.batch);
    EXPECT_EQ(asked.done, 0);
    ASSERT_EQ(asked.left.size(), 1);
    EXPECT_EQ(asked.left[0].now.id(), a);
    EXPECT_EQ(living(clients), 1) << "nothing of it was done";
    const qint64 version = repo->load(clients, a).head().version();
    UndoOver over{false, {{clients, a, version}}};
    EXPECT_GT(repo->undoBatch(result.batch, over).done, 0);
    EXPECT_EQ(living(clients), 2);
    EXPECT_EQ(repo->load(clients, a).value(name).toString(), QStringLiteral("A"));
    EXPECT_EQ(kindOf([&] { repo->undoBatch(result.batch); }), ErrorKind::Validation) << "it has been undone";
}

TEST_F(Merge, WhatWasRestoredByHandGetsItsOwnBackByUndoing)
{
    const Id a = makeClient(QStringLiteral("A")), b = makeClient(QStringLiteral("B")),
             c = makeClient(QStringLiteral("C"));
    const Id ofB = makeContact(b, QStringLiteral("Bea")), ofC = makeContact(c, QStringLiteral("Cleo"));
    const MergeResult result = merge(a, {b, c});
    repo->restore(clients, {b});
    EXPECT_EQ(ref(contacts, ofB, client), a) << "restoring alone brings no pointers";
    repo->undoBatch(result.batch);
    EXPECT_EQ(ref(contacts, ofB, client), b);
    EXPECT_EQ(ref(contacts, ofC, client), c);
    EXPECT_EQ(repo->check(), QStringList());
}

TEST_F(Merge, UndoIsRefusedWhereNothingCanComeBack)
{
    const Id a = makeClient(QStringLiteral("A")), b = makeClient(QStringLiteral("B")),
             c = makeClient(QStringLiteral("C"));
    const Id ofB = makeContact(b, QStringLiteral("Bea"));
    const MergeResult first = merge(a, {b}), second = merge(c, {a});
    EXPECT_EQ(kindOf([&] { repo->undoBatch(first.batch); }), ErrorKind::NotFound) << "A lies in the trash";
    repo->undoBatch(second.batch);
    EXPECT_EQ(ref(contacts, ofB, client), a);
    repo->purge(clients, {b});
    EXPECT_EQ(kindOf([&] { repo->undoBatch(first.batch); }), ErrorKind::Unsupported);
    EXPECT_EQ(ref(contacts, ofB, client), a);
    EXPECT_EQ(repo->mergedInto(clients, b), a) << "the old id leads on";
}

TEST_F(Merge, WhatIsGoneForGoodStaysWhileTheRestComesBack)
{
    const Id a = makeClient(QStringLiteral("A")), b = makeClient(QStringLiteral("B")),
             c = makeClient(QStringLiteral("C"));
    const Id ofB = makeContact(b, QStringLiteral("Bea")), ofC = makeContact(c, QStringLiteral("Cleo"));
    const MergeResult result = merge(a, {b, c});
    repo->purge(clients, {b});
    repo->undoBatch(result.batch);
    EXPECT_EQ(ref(contacts, ofB, client), a);
    EXPECT_EQ(ref(contacts, ofC, client), c);
    EXPECT_EQ(repo->mergedInto(clients, b), a);
    EXPECT_EQ(repo->check(), QStringList());
}

TEST_F(Merge, AMergeThatWasTakenBackIsDoneAgainByMergingAlone)
{
    const Id a = makeClient(QStringLiteral("A")), b = makeClient(QStringLiteral("B"));
    const MergeResult result = merge(a, {b});
    const QList<Change> told = repo->history(clients, a);
    EXPECT_EQ(kindOf([&] { repo->undo(told.first().number); }), ErrorKind::Unsupported) << "a note, nothing to undo";
    const UndoResult back = repo->undoBatch(result.batch);
    EXPECT_EQ(kindOf([&] { repo->undoBatch(back.batch); }), ErrorKind::Unsupported);
    EXPECT_EQ(living(clients), 2);
    merge(a, {b});
    EXPECT_EQ(repo->mergedInto(clients, b), a);
}

TEST_F(Merge, ChangesOfOthersAreSeen)
{
    const Id a = makeClient(QStringLiteral("A")), b = makeClient(QStringLiteral("B"));
    Document survivor = repo->load(clients, a);
    const qint64 seen = repo->load(clients, b).head().version();
    Document newer = repo->load(clients, b);
    newer.set(name, QStringLiteral("B2"));
    repo->save(newer);
    EXPECT_EQ(kindOf([&] { repo->merge(survivor, {b}, {seen}); }), ErrorKind::Conflict);
    EXPECT_EQ(living(clients), 2);
    Document theirs = repo->load(clients, a);
    theirs.set(phoneOf, QStringLiteral("11111111"));
    repo->save(theirs);
    survivor.set(name, QStringLiteral("A2"));
    repo->merge(survivor, {b}, {seen + 1});
    const Document now = repo->load(clients, a);
    EXPECT_EQ(now.value(name).toString(), QStringLiteral("A2"));
    EXPECT_EQ(now.value(phoneOf).toString(), QStringLiteral("11111111")) << "another field of somebody else is kept";
}

TEST_F(Merge, TheSameFieldOfTheSurvivorAsks)
{
    const Id a = makeClient(QStringLiteral("A")), b = makeClient(QStringLiteral("B"));
    Document survivor = repo->load(clients, a), theirs = survivor;
    theirs.set(name, QStringLiteral("Theirs"));
    repo->save(theirs);
    survivor.set(name, QStringLiteral("Mine"));
    EXPECT_THROW(repo->merge(survivor, {b}), ConflictError);
    EXPECT_EQ(living(clients), 2);
}

TEST_F(Merge, HistoryTellsOfItOnAllSides)
{
    const Id a = makeClient(QStringLiteral("A")), b = makeClient(QStringLiteral("B"));
    const Id k = makeContact(b, QStringLiteral("K"));
    const qint64 head = repo->head();
    merge(a, {b});
    const auto told = [&](const QString &entity, Id id, const QString &field) {
        const QList<Change> changes = repo->history(entity, id);
        for (const Change &c : changes) {
            for (const FieldChange &f : c.fields) {
                if (f.field == field && c.number > head)
                    return f.after;
            }
        }
        return QVariant();
    };
    EXPECT_EQ(told(clients, a, mergedFrom).value<IdList>(), IdList{b});
    EXPECT_EQ(told(clients, b, mergedInto).value<IdList>(), IdList{a});
    EXPECT_EQ(told(contacts, k, client).toLongLong(), a);
    QSet<Id> heard;
    for (const Change &c : repo->changesSince(head))
        heard << c.recordId;
    EXPECT_TRUE(heard.contains(a) && heard.contains(b) && heard.contains(k));
}

TEST_F(Merge, ATreeDoesNotBecomeACircle)
{
    const QString parent = QStringLiteral("parent_folder_id");
    const Id top = make(folders, {{name, QStringLiteral("Top")}}),
             middle = make(folders, {{name, QStringLiteral("Middle")}, {parent, top}}),
             low = make(folders, {{name, QStringLiteral("Low")}, {parent, middle}});
    EXPECT_EQ(kindOf([&] { merge(low, {top}, folders); }), ErrorKind::Validation);
    merge(top, {middle}, folders);
    EXPECT_EQ(ref(folders, low, parent), top);
    EXPECT_EQ(ref(folders, top, parent), 0);
}

TEST_F(Merge, ARepeatedCallDoesNothing)
{
    const Id a = makeClient(QStringLiteral("A")), b = makeClient(QStringLiteral("B"));
    const Document survivor = repo->load(clients, a);
    const SaveKey key = SaveKey::fresh();
    repo->merge(survivor, {b}, {}, key);
    const qint64 version = repo->load(clients, a).head().version();
    EXPECT_TRUE(repo->merge(survivor, {b}, {}, key).survivor.repeated);
    EXPECT_EQ(repo->load(clients, a).head().version(), version);
}

TEST_F(Merge, WhatCannotBeMergedIsRefused)
{
    const Id a = makeClient(QStringLiteral("A")), b = makeClient(QStringLiteral("B"));
    EXPECT_EQ(kindOf([&] { merge(a, {}); }), ErrorKind::Validation);
    EXPECT_EQ(kindOf([&] { merge(a, {a}); }), ErrorKind::Validation);
    EXPECT_EQ(kindOf([&] { merge(a, {b, b}); }), ErrorKind::Validation);
    EXPECT_EQ(kindOf([&] { merge(a, {newId()}); }), ErrorKind::NotFound);
    const QString users = QStringLiteral("users");
    const Id x = db.addUser(QStringLiteral("anna"), QStringLiteral("Read only")),
             y = db.addUser(QStringLiteral("boris"), QStringLiteral("Read only"));
    EXPECT_EQ(kindOf([&] { merge(x, {y}, users); }), ErrorKind::Unsupported);
    repo->remove(clients, {b});
    EXPECT_EQ(kindOf([&] { merge(a, {b}); }), ErrorKind::NotFound) << "it lies in the trash";
}

TEST_F(Merge, NeedsItsOwnRightAndTheLevelsForAllOfThem)
{
    db.addUser(QStringLiteral("anna"), QStringLiteral("Staff (own records)"));
    db.addUser(QStringLiteral("max"), QStringLiteral("Manager (all records)"));
    const auto anna = db.as(QStringLiteral("anna"), secret), max = db.as(QStringLiteral("max"), secret);
    const Id a = makeRecord(*anna, clients, {{name, QStringLiteral("A")}}),
             b = makeRecord(*anna, clients, {{name, QStringLiteral("B")}}),
             hidden = makeRecord(*max, clients, {{name, QStringLiteral("C")}});
    EXPECT_EQ(kindOf([&] { anna->merge(anna->load(clients, a), {b}); }), ErrorKind::Denied);
    EXPECT_EQ(anna->page(Query(clients), {}).rows.size(), 2);
    // With the right, but for her own records alone.
    giveRightToStaff();
    const auto again = db.as(QStringLiteral("anna"), secret);
    EXPECT_EQ(kindOf([&] { again->merge(again->load(clients, a), {hidden}); }), ErrorKind::NotFound);
    const MergeResult result = again->merge(again->load(clients, a), {b});
    EXPECT_EQ(again->page(Query(clients), {}).rows.size(), 1);
    again->undoBatch(result.batch);
    EXPECT_EQ(again->page(Query(clients), {}).rows.size(), 2);
    max->merge(max->load(clients, hidden), {a});
}

TEST_F(Merge, WhatThePersonDoesNotSeeMovesToo)
{
    db.addUser(QStringLiteral("anna"), QStringLiteral("Staff (own records)"));
    db.addUser(QStringLiteral("vera"), QStringLiteral("Manager (all records)"));
    giveRightToStaff();
    const auto anna = db.as(QStringLiteral("anna"), secret), vera = db.as(QStringLiteral("vera"), secret);
    const Id a = makeRecord(*anna, clients, {{name, QStringLiteral("A")}}),
             b = makeRecord(*anna, clients, {{name, QStringLiteral("B")}});
    const Id hers = makeRecord(*vera, orders, {{client, b}});
    ASSERT_TRUE(anna->page(Query(orders), {}).rows.isEmpty()) << "the order is Vera's";
    const MergeResult result = anna->merge(anna->load(clients, a), {b});
    EXPECT_EQ(vera->load(orders, hers).head().ref(client), a);
    anna->undoBatch(result.batch);
    EXPECT_EQ(vera->load(orders, hers).head().ref(client), b);
}

TEST_F(Merge, CountsWhatWillMove)
{
    const Id a = makeClient(QStringLiteral("A")), b = makeClient(QStringLiteral("B"));
    makeContact(b, QStringLiteral("1"));
    makeContact(b, QStringLiteral("2"));
    makeComment(b);
    makeContact(a, QStringLiteral("3"));
    qint64 counted = 0;
    for (const PointerCount &c : repo->pointersAt(clients, {b})) {
        if (c.entity == contacts && c.field == client)
            counted = c.count;
        EXPECT_FALSE(c.more);
    }
    EXPECT_EQ(counted, 2);
    EXPECT_TRUE(repo->pointersAt(clients, {makeClient(QStringLiteral("D"))}).isEmpty());
}

TEST_F(Merge, ContactsOfOneClientBecomeOne)
{
    const Id a = makeClient(QStringLiteral("A"));
    const Id one = makeContact(a, QStringLiteral("Bea")), two = makeContact(a, QStringLiteral("Beatrice"));
    const MergeResult result = merge(one, {two}, contacts);
    EXPECT_EQ(repo->load(contacts, two).id(), one);
    repo->undoBatch(result.batch);
    EXPECT_EQ(repo->load(contacts, two).id(), two);
}
