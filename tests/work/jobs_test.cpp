// Jobs, their leases, and records that repeat.
#include "core/work/jobs.h"
#include "core/work/recurring.h"
#include "tests/support/rule_fixture.h"
#include <barrier>
#include <thread>

using namespace crm;
using namespace crm::test;

namespace {
struct Repeating : Rules
{
    const QDate start = QDate(2090, 1, 31);
    static QDateTime at(const QDate &day, int hour = 10) { return QDateTime(day, QTime(hour, 0)).toUTC(); }

    Document monthly(const QVariantMap &more = {})
    {
        QVariantMap values{{"title", "Close the books"},
                           {"deadline", at(start)},
                           {"repeat_unit", "month"},
                           {"repeat_every", qint64(1)}};
        values.insert(more);
        return make("tasks", values);
    }
    QList<Document> madeOf(Id id)
    {
        Query query("tasks");
        query.filter = Filter::where("repeat_of_id", Op::Equal, id);
        query.sort = {{"deadline", false}};
        IdList ids;
        const Page page = repo->page(query, {});
        for (const Row &row : page.rows)
            ids << row.id;
        return repo->loadMany("tasks", ids);
    }
    static QDate deadline(const Document &d) { return d.value("deadline").toDateTime().toLocalTime().date(); }
};
} // namespace

TEST_F(Repeating, TheNextDateFollowsFromTheFirst)
{
    const Document task = monthly({{"repeat_ahead", qint64(3)}});
    EXPECT_EQ(task.head().date("repeat_next"), QDate(2090, 2, 28));
    EXPECT_EQ(task.head().date("repeat_due"), QDate(2090, 2, 25));
    EXPECT_EQ(refused(fresh("tasks", {{"title", "When?"}, {"repeat_unit", "day"}})), QStringList{"deadline"});
}

TEST_F(Repeating, WhatIsDueIsMadeOnceAndTheTemplateGoesOn)
{
    const Document task = monthly();
    EXPECT_EQ(work::makeDue(*repo, QDate(2090, 2, 27)), 0);
    EXPECT_EQ(work::makeDue(*repo, QDate(2090, 4, 1)), 2);
    EXPECT_EQ(work::makeDue(*repo, QDate(2090, 4, 1)), 0);
    const QList<Document> made = madeOf(task.id());
    ASSERT_EQ(made.size(), 2);
    EXPECT_EQ(deadline(made[0]), QDate(2090, 2, 28));
    EXPECT_EQ(deadline(made[1]), QDate(2090, 3, 31));
    EXPECT_EQ(made[0].value("title"), task.value("title"));
    EXPECT_TRUE(made[0].value("repeat_unit").isNull()) << "a copy does not repeat by itself";
    const Document now = repo->load("tasks", task.id());
    EXPECT_EQ(now.head().date("repeat_next"), QDate(2090, 4, 30));
    EXPECT_EQ(now.head().integer("repeat_made"), 2);
}

TEST_F(Repeating, ItEndsAfterSoManyTimes)
{
    const Document task = monthly({{"repeat_times", qint64(2)}});
    EXPECT_EQ(work::makeDue(*repo, QDate(2091, 1, 1)), 2);
    EXPECT_TRUE(repo->load("tasks", task.id()).value("repeat_next").isNull());
}

TEST_F(Repeating, ChecklistAndPartsComeAlongAsNotDone)
{
    Document task = fresh("tasks", {{"title", "Move"}, {"deadline", at(start)}, {"repeat_unit", "week"}});
    addLine(task, "task_checklist", {{"title", "Boxes"}, {"done", true}});
    task = repo->save(task).document;
    make("tasks", {{"title", "Van"}, {"parent_task_id", task.id()}, {"deadline", at(start.addDays(-1))}});
    EXPECT_EQ(work::makeDue(*repo, start.addDays(7)), 1);
    const Document copy = madeOf(task.id()).value(0);
    ASSERT_EQ(copy.lines("task_checklist").size(), 1);
    EXPECT_FALSE(copy.lines("task_checklist").first().flag("done"));
    Query parts("tasks");
    parts.filter = Filter::where("parent_task_id", Op::Equal, copy.id());
    const Page page = repo->page(parts, {});
    ASSERT_EQ(page.rows.size(), 1);
    EXPECT_EQ(deadline(repo->load("tasks", page.rows.first().id)), start.addDays(6));
}

TEST_F(Repeating, AnotherDateCountsAnew)
{
    Document task = monthly();
    work::makeDue(*repo, QDate(2090, 2, 28));
    task = repo->load("tasks", task.id());
    task.set("deadline", at(QDate(2090, 5, 15)));
    task = repo->save(task).document;
    EXPECT_EQ(task.head().date("repeat_next"), QDate(2090, 6, 15));
}

TEST_F(Repeating, TwoProgramsMakeItOnce)
{
    const Document task = monthly();
    auto other = db.asSystem();
    const QVariantMap wanted{{"for_date", QDate(2090, 2, 28)}};
    EXPECT_NE(repo->runAction("tasks", task.id(), "repeat", wanted).second, task.id());
    EXPECT_EQ(other->runAction("tasks", task.id(), "repeat", wanted).second, task.id()) << "done already: nothing made";
    EXPECT_EQ(madeOf(task.id()).size(), 1);
}

/// Two years of an invoice from the 31st, across months without one and the clocks that are set, by eight programs that
/// all try on each of the days.
TEST_F(Repeating, EightProgramsIssueTheInvoicesOfTwoYearsOnceEach)
{
    constexpr int programs = 8, months = 24;
    const Id client = make("clients", {{"name", "Vector"}}).id();
    Document invoice = fresh("invoices", {{"client_id", client},
                                          {"bill_date", start},
                                          {"due_date", start.addDays(14)},
                                          {"repeat_unit", "month"},
                                          {"repeat_every", qint64(1)},
                                          {"repeat_times", qint64(months)},
                                          {"issue_repeats", true}});
    addLine(invoice, "invoice_lines", {{"title", "Rent"}, {"rate", 10'000}});
    invoice = repo->save(invoice).document;
    repo->runAction("invoices", invoice.id(), "issue", {});
    std::barrier day(programs);
    std::atomic<qint64> made{0};
    std::vector<std::thread> threads;
    for (int p = 0; p < programs; ++p) {
        threads.emplace_back([&] {
            const auto own = db.asSystem();
            for (int month = 1; month <= months; ++month) {
                day.arrive_and_wait();
                // Whoever comes second is told so by a conflict, or finds nothing to do.
                made += work::makeDue(*own, start.addMonths(month), {.failed = [](const QString &, const Error &) {}});
            }
        });
    }
    for (std::thread &t : threads)
        t.join();
    made += work::makeDue(*repo, start.addMonths(months));
    EXPECT_EQ(made, months);
    Query query("invoices");
    query.filter = Filter::where("repeat_of_id", Op::Equal, invoice.id());
    query.sort = {{"bill_date", false}};
    query.columns = QStringList{"bill_date", "due_date", "number", "settled"};
    const Page page = repo->page(query, {});
    ASSERT_EQ(page.rows.size(), months);
    QSet<QString> numbers{repo->load("invoices", invoice.id()).head().text("number")};
    for (int i = 0; i < months; ++i) {
        const Row &row = page.rows[i];
        EXPECT_EQ(row.values[0].toDate(), start.addMonths(i + 1));
        EXPECT_EQ(row.values[1].toDate(), start.addMonths(i + 1).addDays(14));
        EXPECT_EQ(row.values[3].toString(), "unpaid");
        numbers << row.values[2].toString();
    }
    for (int n = 1; n <= months + 1; ++n)
        EXPECT_TRUE(numbers.contains(QStringLiteral("INV-%1").arg(n, 4, 10, QLatin1Char('0')))) << n;
    EXPECT_EQ(repo->load("clients", client).head().integer("balance"), (months + 1) * 10'000);
}

TEST_F(Repeating, OneThatIsRefusedKeepsNoOtherFromBeingMade)
{
    const Document bad = monthly({{"title", "Bad"}});
    monthly({{"title", "Good"}});
    QStringList failed;
    // A copy would be part of a task that lies in the trash.
    Document d = repo->load("tasks", bad.id());
    d.set("parent_task_id", make("tasks", {{"title", "Whole"}}).id());
    d = repo->save(d).document;
    repo->remove("tasks", {d.head().ref("parent_task_id")});
    const qint64 made = work::makeDue(*repo, QDate(2090, 3, 1),
                                      {.failed = [&](const QString &title, const Error &) { failed << title; }});
    EXPECT_EQ(failed, QStringList{"Bad"});
    EXPECT_EQ(made, 1);
}

TEST_F(Repeating, ALeaseIsOneProgramsUntilItEnds)
{
    auto other = db.asSystem();
    EXPECT_TRUE(repo->takeLease("x", 60));
    EXPECT_TRUE(repo->takeLease("x", 60)) << "its holder may take it again";
    EXPECT_FALSE(other->takeLease("x", 60));
    repo->releaseLease("x", "Done.");
    EXPECT_TRUE(other->takeLease("x", 0)) << "one that has run out";
    EXPECT_TRUE(repo->takeLease("x", 60));
    other->releaseLease("x", "Late.");
    EXPECT_EQ(repo->leases().value(0).outcome, "Done.") << "who lost it says nothing about it";
}

TEST_F(Repeating, JobsRunWhenTheirTimeHasCome)
{
    monthly();
    const QList<work::Job> jobs = work::standardJobs();
    work::RunOptions options;
    QList<work::JobRun> runs = work::runJobs(*repo, jobs, options);
    ASSERT_EQ(runs.size(), jobs.size());
    EXPECT_EQ(runs[0].result, work::JobRun::Done) << runs[0].outcome.toStdString();
    EXPECT_FALSE(runs[0].outcome.isEmpty());
    runs = work::runJobs(*repo, jobs, options);
    EXPECT_EQ(runs[0].result, work::JobRun::NotDue);
    options.now = options.now.addSecs(3600);
    EXPECT_EQ(work::runJobs(*repo, jobs, options)[0].result, work::JobRun::Done);
    db.asSystem()->takeLease("job repeat", 60);
    options.all = true;
    EXPECT_EQ(work::runJobs(*repo, jobs, options)[0].result, work::JobRun::Busy);
}

TEST_F(Repeating, JobsNeedARight)
{
    db.addUser("anna", "Staff (own records)");
    auto anna = db.as("anna", "secret-1");
    EXPECT_THROW(work::runJobs(*anna, work::standardJobs(), {.all = true}), Error);
}
