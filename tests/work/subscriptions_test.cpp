// Subscriptions: each of their dates makes one invoice, once; what pauses, ends and lies far behind.
#include "core/work/jobs.h"
#include "core/work/recurring.h"
#include "tests/support/rule_fixture.h"
#include <barrier>
#include <thread>

using namespace crm;
using namespace crm::test;

namespace {
struct Subscriptions : Rules
{
    const QDate start = QDate(2090, 1, 31), today = QDate::currentDate();
    const Id client = make("clients", {{"name", "Vector"}}).id();

    Document draft(const QVariantMap &more = {})
    {
        QVariantMap values{{"title", "Rent"}, {"client_id", client}, {"first_bill_date", start}};
        values.insert(more);
        Document d = fresh("subscriptions", values);
        addLine(d, "subscription_lines", {{"title", "Office"}, {"rate", 10'000}});
        return repo->save(d).document;
    }
    Document activated(const QVariantMap &more = {})
    {
        const Id id = draft(more).id();
        act(id, "activate");
        return stored(id);
    }
    /// So many missed dates are made without asking.
    void asksAfter(qint64 limit)
    {
        const Page page = repo->page(Query("office_settings"), {});
        Document office =
            page.rows.isEmpty() ? fresh("office_settings", {}) : repo->load("office_settings", page.rows.first().id);
        office.set("repeat_limit", limit);
        repo->save(office);
    }
    void act(Id id, const QString &action, const QVariantMap &parameters = {})
    {
        repo->runAction("subscriptions", id, action, parameters);
    }
    Document stored(Id id) { return repo->load("subscriptions", id); }
    QDate next(Id id) { return stored(id).head().date("repeat_next"); }
    QList<Document> invoicesOf(Id id)
    {
        Query query("invoices");
        query.filter = Filter::where("subscription_id", Op::Equal, id);
        query.sort = {{"bill_date", false}};
        IdList ids;
        const Page page = repo->page(query, {PageAt::First, {}, 0, 500});
        for (const Row &row : page.rows)
            ids << row.id;
        return repo->loadMany("invoices", ids);
    }
    QList<QDate> days(Id id)
    {
        QList<QDate> out;
        const QList<Document> all = invoicesOf(id);
        for (const Document &invoice : all)
            out << invoice.head().date("bill_date");
        return out;
    }
    /// As if it had been paused on this day; nobody may say so, hence behind the program's back.
    void pausedOn(Id id, const QDate &day)
    {
        Document d = stored(id);
        if (db.isServer()) {
            db.office().server().sql(QStringLiteral("UPDATE %1_data.subscriptions SET repeat_stopped='%2' WHERE id=%3")
                                         .arg(db.office().database(), day.toString(Qt::ISODate))
                                         .arg(id));
            d = stored(id);
        } else {
            d.set("repeat_stopped", day);
        }
        d.set("note", QStringLiteral("away since %1").arg(day.toString(Qt::ISODate)));
        repo->save(d);
        EXPECT_EQ(stored(id).head().date("repeat_stopped"), day);
    }
};
} // namespace

TEST_F(Subscriptions, TheFirstInvoiceIsOfTheFirstDate)
{
    const Id id = draft().id();
    EXPECT_FALSE(next(id).isValid()) << "a draft makes nothing";
    EXPECT_EQ(work::makeDue(*repo, start.addMonths(3)), 0);
    act(id, "activate");
    EXPECT_EQ(next(id), start);
    EXPECT_EQ(work::makeDue(*repo, start.addDays(-1)), 0);
    EXPECT_EQ(work::makeDue(*repo, start), 1);
    EXPECT_EQ(work::makeDue(*repo, QDate(2090, 3, 31)), 2);
    EXPECT_EQ(days(id), (QList<QDate>{start, QDate(2090, 2, 28), QDate(2090, 3, 31)}));
    const Document now = stored(id);
    EXPECT_EQ(now.head().integer("repeat_made"), 3);
    EXPECT_EQ(now.head().date("repeat_last"), QDate(2090, 3, 31));
    EXPECT_EQ(now.head().date("repeat_next"), QDate(2090, 4, 30));
}

TEST_F(Subscriptions, AnInvoiceSaysWhatTheSubscriptionSays)
{
    const Id tax = row("taxes", "percent", qint64(20'000));
    const Id id = activated({{"payment_days", 10},
                             {"reference", "PO 7"},
                             {"tax_id", tax},
                             {"discount_percent", 1'000},
                             {"note", "ours alone"}})
                      .id();
    ASSERT_EQ(work::makeDue(*repo, start), 1);
    const Document invoice = invoicesOf(id).value(0);
    EXPECT_EQ(invoice.head().ref("client_id"), client);
    EXPECT_EQ(invoice.head().date("due_date"), start.addDays(10));
    EXPECT_EQ(invoice.head().text("reference"), "PO 7");
    EXPECT_EQ(invoice.head().text("status"), "draft");
    EXPECT_TRUE(invoice.head().text("note").isEmpty());
    EXPECT_TRUE(invoice.value("repeat_unit").isNull()) << "the subscription repeats, not its invoices";
    ASSERT_EQ(invoice.lines("invoice_lines").size(), 1);
    EXPECT_EQ(invoice.head().integer("total"), 10'800);
    EXPECT_EQ(stored(id).head().integer("total"), 10'800);
    EXPECT_EQ(stored(id).head().integer("invoiced"), 0) << "a draft counts for nothing";
    repo->runAction("invoices", invoice.id(), "issue", {});
    EXPECT_EQ(stored(id).head().integer("invoiced"), 10'800);
    EXPECT_EQ(repo->check().join(u'\n'), QString());
}

/// Two years from the 31st, across months without one and clocks that are set, by eight programs that try on each day.
TEST_F(Subscriptions, EightProgramsMakeTheInvoicesOfTwoYearsOnceEach)
{
    constexpr int programs = 8, months = 24;
    const Id id = activated({{"repeat_times", qint64(months)}, {"issue_at_once", true}, {"payment_days", 14}}).id();
    std::barrier day(programs);
    std::atomic<qint64> made{0};
    std::vector<std::thread> threads;
    for (int p = 0; p < programs; ++p) {
        threads.emplace_back([&] {
            const auto own = db.asSystem();
            for (int month = 0; month < months; ++month) {
                day.arrive_and_wait();
                made += work::makeDue(*own, start.addMonths(month), {.failed = [](const QString &, const Error &) {}});
            }
        });
    }
    for (std::thread &t : threads)
        t.join();
    made += work::makeDue(*repo, start.addMonths(months + 12));
    EXPECT_EQ(made, months);
    const QList<Document> invoices = invoicesOf(id);
    ASSERT_EQ(invoices.size(), months);
    QSet<QString> numbers;
    for (int i = 0; i < months; ++i) {
        EXPECT_EQ(invoices[i].head().date("bill_date"), start.addMonths(i));
        EXPECT_EQ(invoices[i].head().date("due_date"), start.addMonths(i).addDays(14));
        EXPECT_EQ(invoices[i].head().text("settled"), "unpaid");
        numbers << invoices[i].head().text("number");
    }
    for (int n = 1; n <= months; ++n)
        EXPECT_TRUE(numbers.contains(QStringLiteral("INV-%1").arg(n, 4, 10, QLatin1Char('0')))) << n;
    const Document now = stored(id);
    EXPECT_EQ(now.head().text("status"), "completed");
    EXPECT_FALSE(now.head().date("repeat_next").isValid());
    EXPECT_EQ(now.head().integer("invoiced"), months * 10'000);
    EXPECT_EQ(repo->load("clients", client).head().integer("balance"), months * 10'000);
    EXPECT_EQ(repo->check().join(u'\n'), QString());
}

TEST_F(Subscriptions, OneDateAskedForTwiceMakesOneInvoice)
{
    const Id id = activated().id();
    auto other = db.asSystem();
    EXPECT_EQ(repo->runAction("subscriptions", id, "repeat", {{"for_date", start}}).first, "invoices");
    EXPECT_EQ(other->runAction("subscriptions", id, "repeat", {{"for_date", start}}).second, id) << "nothing made";
    EXPECT_EQ(days(id), QList<QDate>{start});
}

TEST_F(Subscriptions, DatesOfAPauseAreNotMadeUpFor)
{
    asksAfter(31);
    const QDate first = today.addDays(-35);
    const Id id = activated({{"first_bill_date", first}, {"repeat_unit", "week"}}).id();
    EXPECT_EQ(work::makeDue(*repo, first.addDays(7)), 2);
    act(id, "pause");
    pausedOn(id, first.addDays(14));
    EXPECT_FALSE(next(id).isValid());
    EXPECT_EQ(work::makeDue(*repo, today), 0);
    EXPECT_EQ(work::makeDue(*repo, today.addDays(70)), 0);
    act(id, "resume");
    EXPECT_EQ(next(id), today) << "five weeks after the first: today is no past date";
    EXPECT_EQ(work::makeDue(*repo, today.addDays(7)), 2);
    EXPECT_EQ(days(id), (QList<QDate>{first, first.addDays(7), today, today.addDays(7)}));
}

TEST_F(Subscriptions, WhatWasDueBeforeAPauseIsStillMade)
{
    asksAfter(31);
    const QDate first = today.addDays(-35);
    const Id id = activated({{"first_bill_date", first}, {"repeat_unit", "week"}}).id();
    act(id, "pause");
    pausedOn(id, first.addDays(10));
    EXPECT_EQ(next(id), first);
    EXPECT_EQ(work::makeDue(*repo, today), 2) << "two dates lay before it was paused";
    act(id, "resume");
    EXPECT_EQ(work::makeDue(*repo, today), 1);
    EXPECT_EQ(days(id), (QList<QDate>{first, first.addDays(7), today}));
}

TEST_F(Subscriptions, ASecondPauseWaitsForWhatTheFirstLeft)
{
    asksAfter(31);
    const QDate first = today.addDays(-35);
    const Id id = activated({{"first_bill_date", first}, {"repeat_unit", "week"}}).id();
    act(id, "pause");
    pausedOn(id, first.addDays(10));
    act(id, "resume");
    Document d = stored(id);
    d.set("status", "paused");
    EXPECT_EQ(refused(d), QStringList{"status"});
    work::makeDue(*repo, first);
    work::makeDue(*repo, first.addDays(7));
    EXPECT_EQ(refused(d = stored(id)), QStringList{});
    act(id, "pause");
    EXPECT_EQ(stored(id).head().text("status"), "paused");
}

TEST_F(Subscriptions, IsCancelledWithAReasonAndStaysSo)
{
    const Id id = activated().id();
    ASSERT_EQ(work::makeDue(*repo, start), 1);
    Document d = stored(id);
    d.set("status", "cancelled");
    EXPECT_EQ(refused(d), QStringList{"cancel_reason"});
    act(id, "cancel", {{"reason", "They moved out"}});
    d = stored(id);
    EXPECT_EQ(d.head().text("cancel_reason"), "They moved out");
    EXPECT_FALSE(d.value("ended_at").isNull());
    EXPECT_FALSE(d.head().date("repeat_next").isValid());
    EXPECT_EQ(work::makeDue(*repo, start.addYears(1)), 0);
    d.set("status", "active");
    EXPECT_NE(refused(d), QStringList{});
    d = stored(id);
    d.lines("subscription_lines")[0].set("rate", 1);
    EXPECT_NE(refused(d), QStringList{});
    d = stored(id);
    d.set("note", "said goodbye");
    EXPECT_EQ(refused(d), QStringList{});
}

TEST_F(Subscriptions, GoesThroughItsStatesInOrder)
{
    for (const auto &[from, to, allowed] : {std::tuple{"draft", "paused", false},
                                            {"draft", "completed", false},
                                            {"active", "draft", false},
                                            {"paused", "draft", false},
                                            {"active", "completed", true},
                                            {"paused", "active", true}}) {
        Document d = draft();
        const QString way = QStringLiteral("%1 -> %2").arg(from, to);
        if (QLatin1String(from) != QLatin1String("draft"))
            act(d.id(), "activate");
        if (QLatin1String(from) == QLatin1String("paused"))
            act(d.id(), "pause");
        d = stored(d.id());
        d.set("status", to);
        EXPECT_EQ(refused(d).isEmpty(), allowed) << way.toStdString();
    }
}

TEST_F(Subscriptions, OneWithoutLinesIsNotActivated)
{
    const Id id = make("subscriptions", {{"title", "Empty"}, {"client_id", client}}).id();
    EXPECT_THROW(act(id, "activate"), Error);
    EXPECT_EQ(stored(id).head().text("status"), "draft");
}

TEST_F(Subscriptions, AnotherFirstDateLiesBehindWhatWasMade)
{
    Document d = activated();
    ASSERT_EQ(work::makeDue(*repo, QDate(2090, 3, 31)), 3);
    d = stored(d.id());
    d.set("first_bill_date", QDate(2090, 3, 15));
    EXPECT_EQ(refused(d), QStringList{"first_bill_date"});
    d = stored(d.id());
    d.set("repeat_unit", "week");
    EXPECT_EQ(refused(d), QStringList{"first_bill_date"}) << "it would begin once more";
    d.set("first_bill_date", QDate(2090, 4, 15));
    d = repo->save(d).document;
    EXPECT_EQ(d.head().date("repeat_next"), QDate(2090, 4, 15));
    EXPECT_EQ(work::makeDue(*repo, QDate(2090, 4, 22)), 2);
}

TEST_F(Subscriptions, NewPricesHoldFromTheNextInvoiceOn)
{
    Document d = activated();
    work::makeDue(*repo, start);
    d = stored(d.id());
    d.lines("subscription_lines")[0].set("rate", 12'000);
    repo->save(d);
    work::makeDue(*repo, QDate(2090, 2, 28));
    const QList<Document> invoices = invoicesOf(d.id());
    ASSERT_EQ(invoices.size(), 2);
    EXPECT_EQ(invoices[0].head().integer("total"), 10'000);
    EXPECT_EQ(invoices[1].head().integer("total"), 12'000);
}

TEST_F(Subscriptions, OneThatLiesFarBehindWaitsAndIsMadeInPortions)
{
    const QVariantMap daily{{"title", "Daily paper"}, {"repeat_unit", "day"}, {"first_bill_date", today.addDays(-40)}};
    const Id id = activated(daily).id();
    EXPECT_EQ(stored(id).head().integer("repeat_waiting"), 41) << "activating it asks";
    QStringList behind, waiting;
    const work::DueNews news{
        .behind = [&](const QString &title) { behind << title; },
        .waits = [&](const QString &title, qint64 missed) { waiting << title + u' ' + QString::number(missed); }};
    EXPECT_EQ(work::makeDue(*repo, today, news), 0);
    EXPECT_EQ(waiting, QStringList{"Daily paper 41"});
    act(id, work::makeMissedAction);
    EXPECT_EQ(days(id).size(), 31) << "a month of days at once";
    EXPECT_TRUE(stored(id).value("repeat_waiting").isNull());
    EXPECT_THROW(work::makeDue(*repo, today, news, [](qint64 made, qint64) { return made < 4; }), Error) << "cancelled";
    EXPECT_EQ(days(id).size(), 35) << "what was made stays";
    EXPECT_EQ(work::makeDue(*repo, today, news), 6);
    EXPECT_EQ(behind, QStringList());
    QList<QDate> all;
    for (int day = -40; day <= 0; ++day)
        all << today.addDays(day);
    EXPECT_EQ(days(id), all);
    EXPECT_EQ(next(id), today.addDays(1));

    const Id other =
        activated({{"title", "Another"}, {"repeat_unit", "day"}, {"first_bill_date", today.addDays(-70)}}).id();
    const QList<work::JobRun> runs = work::runJobs(*repo, work::standardJobs(), {.all = true, .only = {"repeat"}});
    ASSERT_EQ(runs.size(), 1);
    EXPECT_TRUE(runs[0].outcome.contains("Another")) << runs[0].outcome.toStdString();
    act(other, work::makeMissedAction);
    EXPECT_EQ(work::makeDue(*repo, today, news), 31);
    EXPECT_EQ(behind, QStringList{"Another"});
}

TEST_F(Subscriptions, SaysWhenItEnds)
{
    const Document d = activated({{"repeat_times", qint64(12)}});
    EXPECT_EQ(d.head().date("repeat_end"), QDate(2090, 12, 31));
    EXPECT_FALSE(activated().head().date("repeat_end").isValid()) << "without an end";
}

TEST_F(Subscriptions, ACopyIsADraftThatRepeatsAsOften)
{
    const Document d = activated({{"repeat_unit", "year"}, {"repeat_every", qint64(2)}, {"repeat_times", qint64(5)}});
    work::makeDue(*repo, start);
    const auto made = repo->runAction("subscriptions", d.id(), "copy", {});
    const Document copy = stored(made.second);
    EXPECT_NE(copy.id(), d.id());
    EXPECT_EQ(copy.head().text("status"), "draft");
    EXPECT_EQ(copy.head().text("repeat_unit"), "year");
    EXPECT_EQ(copy.head().integer("repeat_every"), 2);
    EXPECT_EQ(copy.head().integer("repeat_times"), 5);
    EXPECT_EQ(copy.head().integer("repeat_made"), 0);
    EXPECT_EQ(copy.head().date("first_bill_date"), today);
    EXPECT_EQ(copy.lines("subscription_lines").size(), 1);
}
