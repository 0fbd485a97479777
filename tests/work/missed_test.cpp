// What has missed more dates than are made up for by themselves waits for a decision; the decision is taken once. And
// what says which dates come next.
#include "core/model/action_questions.h"
#include "core/work/recurring.h"
#include "core/work/repeat_dates.h"
#include "tests/support/rule_fixture.h"
#include <barrier>
#include <thread>

using namespace crm;
using namespace crm::test;

namespace {
struct Missed : Rules
{
    const QDate today = QDate::currentDate();
    const Id client = make("clients", {{"name", "Vector"}}).id();

    /// An expense of each day, so many of which have been missed.
    Id daily(int missed, const QVariantMap &more = {})
    {
        QVariantMap values{
            {"title", "Coffee"}, {"amount", 500}, {"spent_on", today.addDays(-missed)}, {"repeat_unit", "day"}};
        values.insert(more);
        return make("expenses", values).id();
    }
    Document subscription(const QVariantMap &more)
    {
        QVariantMap values{{"title", "Rent"}, {"client_id", client}, {"status", "active"}, {"issue_at_once", true}};
        values.insert(more);
        Document d = fresh("subscriptions", values);
        addLine(d, "subscription_lines", {{"title", "Office"}, {"rate", 10'000}});
        return repo->save(d).document;
    }
    Record stored(const QString &entity, Id id) { return repo->load(entity, id).head(); }
    Record expense(Id id) { return stored("expenses", id); }
    QList<QDate> daysOf(const QString &entity, const QString &of, Id id, const QString &dateField)
    {
        Query query(entity);
        query.filter = Filter::where(of, Op::Equal, id);
        query.sort = {{dateField, false}};
        query.columns = {dateField};
        QList<QDate> days;
        const Page page = repo->page(query, {PageAt::First, {}, 0, 500});
        for (const Row &row : page.rows)
            days << row.values[0].toDate();
        return days;
    }
    QList<QDate> copiesOf(Id id) { return daysOf("expenses", "repeat_of_id", id, "spent_on"); }
    QList<QDate> span(int from, int to) const
    {
        QList<QDate> days;
        for (int day = from; day <= to; ++day)
            days << today.addDays(day);
        return days;
    }
    IdList waitingIds(const QString &entity)
    {
        Query query(entity);
        query.filter = Filter::where("repeat_waiting", Op::Greater, 0);
        IdList ids;
        for (const Row &row : repo->page(query, {}).rows)
            ids << row.id;
        return ids;
    }
    void limit(qint64 dates)
    {
        const Page page = repo->page(Query("office_settings"), {});
        Document office =
            page.rows.isEmpty() ? fresh("office_settings", {}) : repo->load("office_settings", page.rows.first().id);
        office.set("repeat_limit", dates);
        repo->save(office);
    }
};
} // namespace

TEST_F(Missed, AFewAreMadeAndMoreAreAskedAbout)
{
    const Id few = daily(3), many = daily(4);
    EXPECT_TRUE(expense(few).value("repeat_waiting").isNull());
    EXPECT_EQ(expense(many).integer("repeat_waiting"), 4) << "whoever makes it with a past date is asked too";
    EXPECT_EQ(waitingIds("expenses"), IdList{many});
    EXPECT_EQ(work::makeDue(*repo, today), 3);
    EXPECT_EQ(copiesOf(few), span(-2, 0));
    EXPECT_EQ(copiesOf(many), QList<QDate>());

    const ActionQuestion make = questionBefore(work::makeMissedAction, expense(many));
    EXPECT_TRUE(make.title.contains("4")) << make.title.toStdString();
    const QString first = work::dayText(today.addDays(-3), QLocale()), last = work::dayText(today, QLocale());
    EXPECT_TRUE(make.text.contains(first) && make.text.contains(last)) << make.text.toStdString();
    EXPECT_TRUE(questionBefore(work::makeMissedAction, Record()).title.isEmpty());

    const qint64 version = expense(many).version();
    work::makeDue(*repo, today);
    EXPECT_EQ(expense(many).version(), version) << "nothing has changed";
    EXPECT_EQ(work::makeDue(*repo, today.addDays(1)), 1) << "of the other one";
    repo->runAction("expenses", many, work::makeMissedAction, make.parameters);
    EXPECT_EQ(copiesOf(many), span(-3, 0));
    EXPECT_TRUE(expense(many).value("repeat_waiting").isNull());
    EXPECT_THROW(repo->runAction("expenses", many, work::makeMissedAction, make.parameters), Error) << "once";
    EXPECT_EQ(work::makeDue(*repo, today.addDays(1)), 1) << "it goes on";
}

TEST_F(Missed, WhatIsSkippedPassesAndCountsForNothing)
{
    const Document rent = subscription({{"first_bill_date", today.addDays(-35)},
                                        {"repeat_unit", "week"},
                                        {"repeat_times", qint64(8)},
                                        {"repeat_ahead", qint64(2)}});
    EXPECT_EQ(rent.head().integer("repeat_waiting"), 6);
    const work::Ahead before = work::ahead(rent.head(), 3);
    EXPECT_EQ(before.missed, 6);
    EXPECT_EQ(before.from, today.addDays(-35));
    EXPECT_EQ(before.until, today);
    EXPECT_EQ(before.dates, (QList<QDate>{today.addDays(7), today.addDays(14)})) << "two are left of eight";
    repo->runAction("subscriptions", rent.id(), work::skipMissedAction, {});
    const Record now = stored("subscriptions", rent.id());
    EXPECT_TRUE(now.value("repeat_waiting").isNull());
    EXPECT_EQ(now.date("repeat_next"), today.addDays(7));
    EXPECT_EQ(now.integer("repeat_made"), 0);
    EXPECT_EQ(now.date("repeat_end"), today.addDays(8 * 7)) << "eight are still made";
    EXPECT_EQ(work::makeDue(*repo, today), 0);
    EXPECT_EQ(work::makeDue(*repo, today.addDays(5)), 1) << "two days ahead";
    EXPECT_EQ(daysOf("invoices", "subscription_id", rent.id(), "bill_date"), QList<QDate>{today.addDays(7)});
}

/// Two years that nobody looked at: eight programs decide and work at the same moment, and each invoice is issued once.
TEST_F(Missed, EightProgramsDecideOnce)
{
    constexpr int programs = 8, months = 24;
    const QDate first = QDate(today.year(), today.month(), 1).addMonths(1 - months);
    const Id made = subscription({{"first_bill_date", first}, {"repeat_times", qint64(months)}}).id();
    const Id torn = daily(20);
    ASSERT_EQ(stored("subscriptions", made).integer("repeat_waiting"), months);
    const QVariantMap parameters = questionBefore(work::makeMissedAction, stored("subscriptions", made)).parameters;
    std::barrier start(programs);
    std::vector<std::thread> threads;
    for (int p = 0; p < programs; ++p) {
        threads.emplace_back([&, p] {
            const auto own = db.asSystem();
            const auto tried = [](const std::function<void()> &act) {
                try {
                    act();
                } catch (const Error &) {
                    // Whoever comes second is told so.
                }
            };
            start.arrive_and_wait();
            tried([&] { own->runAction("subscriptions", made, work::makeMissedAction, parameters); });
            tried(
                [&] { own->runAction("expenses", torn, p % 2 ? work::makeMissedAction : work::skipMissedAction, {}); });
            tried([&] { work::makeDue(*own, today, {.failed = [](const QString &, const Error &) {}}); });
        });
    }
    for (std::thread &t : threads)
        t.join();
    work::makeDue(*repo, today);
    QList<QDate> days;
    for (int month = 0; month < months; ++month)
        days << first.addMonths(month);
    EXPECT_EQ(daysOf("invoices", "subscription_id", made, "bill_date"), days);
    EXPECT_EQ(stored("subscriptions", made).text("status"), "completed");
    EXPECT_EQ(repo->load("clients", client).head().integer("balance"), months * 10'000);
    const QList<QDate> copies = copiesOf(torn);
    EXPECT_TRUE(copies.isEmpty() || copies == span(-19, 0)) << copies.size() << ": one decision, wholly";
    EXPECT_EQ(expense(torn).integer("repeat_made"), copies.size());
    EXPECT_EQ(expense(torn).date("repeat_next"), today.addDays(1));
    EXPECT_EQ(repo->check().join(u'\n'), QString());
}

TEST_F(Missed, WhatWasAskedAboutIsWhatIsDecided)
{
    const Id id = daily(6);
    const QVariantMap asked = questionBefore(work::skipMissedAction, expense(id)).parameters;
    repo->runAction("expenses", id, "repeat", {});
    EXPECT_EQ(expense(id).integer("repeat_waiting"), 5) << "one made by hand leaves the others waiting";
    repo->runAction("expenses", id, work::skipMissedAction, asked);
    EXPECT_EQ(expense(id).integer("repeat_waiting"), 5) << "it was asked about other dates";
    repo->runAction("expenses", id, work::skipMissedAction,
                    {{"from", today.addDays(-4)}, {"until", today.addDays(-3)}});
    EXPECT_EQ(expense(id).integer("repeat_waiting"), 3) << "the others go on waiting";
    EXPECT_EQ(work::makeDue(*repo, today), 0);
    Document d = repo->load("expenses", id);
    d.set("spent_on", today.addDays(-1));
    EXPECT_TRUE(repo->save(d).document.value("repeat_waiting").isNull()) << "counted anew";
    EXPECT_EQ(work::makeDue(*repo, today), 1);
}

TEST_F(Missed, TheJobLetsItWaitAndTheOfficeSaysWhen)
{
    limit(10);
    const Id id = daily(9);
    EXPECT_TRUE(expense(id).value("repeat_waiting").isNull());
    limit(2);
    QStringList told;
    const work::DueNews news{
        .waits = [&](const QString &title, qint64 missed) { told << title + u' ' + QString::number(missed); }};
    EXPECT_EQ(work::makeDue(*repo, today, news), 0);
    EXPECT_EQ(told, QStringList{"Coffee 9"});
    EXPECT_EQ(expense(id).integer("repeat_waiting"), 9);
    limit(31);
    EXPECT_EQ(work::makeDue(*repo, today), 0) << "it goes on waiting";
    EXPECT_EQ(refused(fresh("office_settings", {{"repeat_limit", qint64(32)}})), QStringList{"repeat_limit"});
}

TEST_F(Missed, AnIssuedInvoiceIsDecidedAboutToo)
{
    Document invoice = fresh("invoices", {{"client_id", client},
                                          {"bill_date", today.addDays(-40)},
                                          {"due_date", today.addDays(-30)},
                                          {"repeat_unit", "week"},
                                          {"issue_repeats", true}});
    addLine(invoice, "invoice_lines", {{"title", "Rent"}, {"rate", 10'000}});
    const Id id = repo->save(invoice).document.id();
    repo->runAction("invoices", id, "issue", {});
    EXPECT_EQ(stored("invoices", id).integer("repeat_waiting"), 5);
    repo->runAction("invoices", id, work::skipMissedAction, {{"until", today.addDays(-26)}});
    EXPECT_EQ(stored("invoices", id).integer("repeat_waiting"), 3);
    repo->runAction("invoices", id, work::makeMissedAction, {});
    EXPECT_EQ(daysOf("invoices", "repeat_of_id", id, "bill_date"),
              (QList<QDate>{today.addDays(-19), today.addDays(-12), today.addDays(-5)}));
}

TEST_F(Missed, WhoMayChangeItDecides)
{
    db.addUser("anna", "Staff (own records)");
    auto anna = db.as("anna", "secret-1");
    const Id others = daily(8), own = daily(8, {{"owner_id", anna->actor().userId}});
    EXPECT_THROW(anna->runAction("expenses", others, work::skipMissedAction, {}), Error);
    EXPECT_EQ(expense(others).integer("repeat_waiting"), 8);
    anna->runAction("expenses", own, work::makeMissedAction, {});
    EXPECT_EQ(copiesOf(own), span(-7, 0));
    Document d = anna->load("expenses", own);
    d.set("repeat_decided", today.addDays(100));
    EXPECT_EQ(refused(d, anna.get()), QStringList{"denied"}) << "nobody writes it himself";
}

TEST_F(Missed, TheDecisionStandsWhereOthersMakeTheRecords)
{
    Document role = fresh("roles", {{"name", "Deciders"}});
    addLine(role, "role_rights", {{"entity", "subscriptions"}, {"can_read", "all"}, {"can_update", "all"}});
    addLine(role, "role_rights", {{"entity", "clients"}, {"can_read", "all"}});
    addLine(role, "role_rights", {{"entity", "users"}, {"can_read", "all"}});
    repo->save(role);
    db.addUser("boris", "Deciders");
    auto boris = db.as("boris", "secret-1");
    const Id id = subscription({{"first_bill_date", today.addDays(-5)}, {"repeat_unit", "day"}}).id();
    boris->runAction("subscriptions", id, work::makeMissedAction, {});
    EXPECT_EQ(daysOf("invoices", "subscription_id", id, "bill_date"), QList<QDate>()) << "he makes no invoices";
    EXPECT_TRUE(stored("subscriptions", id).value("repeat_waiting").isNull());
    EXPECT_EQ(work::makeDue(*repo, today), 6) << "the program does";
    EXPECT_EQ(daysOf("invoices", "subscription_id", id, "bill_date"), span(-5, 0));
}

TEST_F(Missed, SaysWhatIsToCome)
{
    const QDate from(2090, 1, 31);
    Record rent = subscription({{"first_bill_date", from}, {"repeat_times", qint64(12)}, {"status", "draft"}}).head();
    work::Ahead next = work::ahead(rent, 3);
    EXPECT_EQ(next.state, work::Ahead::NotYet);
    EXPECT_EQ(next.dates, (QList<QDate>{from, QDate(2090, 2, 28), QDate(2090, 3, 31)}));
    EXPECT_TRUE(next.more);
    repo->runAction("subscriptions", rent.id(), "activate", {});
    work::makeDue(*repo, QDate(2090, 2, 28));
    rent = stored("subscriptions", rent.id());
    next = work::ahead(rent, 3);
    EXPECT_EQ(next.state, work::Ahead::Goes);
    EXPECT_EQ(next.dates, (QList<QDate>{QDate(2090, 3, 31), QDate(2090, 4, 30), QDate(2090, 5, 31)}));
    EXPECT_EQ(next.left, 10);
    EXPECT_EQ(work::aheadText(next, QLocale::c()), "Next: 2090-03-31, 2090-04-30, 2090-05-31 \u2026 10 of 12 to come.");
    EXPECT_EQ(work::ahead(rent, 50).dates.size(), 10);
    EXPECT_FALSE(work::ahead(rent, 10).more);
    repo->runAction("subscriptions", rent.id(), "pause", {});
    next = work::ahead(stored("subscriptions", rent.id()));
    EXPECT_EQ(next.state, work::Ahead::Paused);
    EXPECT_TRUE(next.dates.isEmpty());
    repo->runAction("subscriptions", rent.id(), "cancel", {{"reason", "They moved out"}});
    EXPECT_EQ(work::ahead(stored("subscriptions", rent.id())).state, work::Ahead::Ended);
    const Id twice = daily(2, {{"repeat_times", qint64(2)}});
    work::makeDue(*repo, today);
    EXPECT_EQ(work::ahead(expense(twice)).state, work::Ahead::Done);
    EXPECT_EQ(work::ahead(make("expenses", {{"title", "Tea"}, {"amount", 1}}).head()).state, work::Ahead::Single);
    EXPECT_EQ(work::aheadText({}, QLocale::c()), QString());
}
