// Projects: what they bring in and cost, whose documents they take, and the summary of profit. On a file and on a
// server.
#include "core/access/policy.h"
#include "core/exchange/summary.h"
#include "tests/store/finance_fixture.h"

using namespace crm;
using namespace crm::test;

namespace {

struct Projects : FinanceFixture
{
    Document project = make("projects", {{"title", "Warehouse"}, {"client_id", client.id()}});

    Id issued(const QDate &day, qint64 amount, const QVariantMap &more = {})
    {
        Document d = fresh("invoices", {{"client_id", client.id()}, {"bill_date", day}});
        for (auto it = more.begin(); it != more.end(); ++it)
            d.set(it.key(), it.value());
        add(d, {{"title", "Work"}, {"rate", amount}});
        const Id id = repo->save(d).document.id();
        repo->runAction("invoices", id, "issue", {});
        return id;
    }
    Document expense(const QDate &day, qint64 amount, const QVariantMap &more = {})
    {
        QVariantMap values{{"title", "Travel"}, {"spent_on", day}, {"amount", amount}};
        values.insert(more);
        return make("expenses", values);
    }
    Summary profit(const QString &way, const QDate &first = {}, const QDate &last = {})
    {
        return summaryOf(*repo, *summary("profit"), {way, first, last});
    }
    /// "2026-03-01 10000/0/3000/0 = 7000", a row a line; a currency that is not the base one stands behind the name.
    std::string shown(const Summary &summary)
    {
        QStringList rows;
        for (const SummaryRow &row : summary.rows) {
            QStringList amounts;
            for (const auto &amount : row.amounts)
                amounts << (amount ? QString::number(*amount) : QStringLiteral("-"));
            const QString name = row.title.isEmpty() ? row.value.toString() : row.title;
            rows << QStringLiteral("%1%2 %3 = %4")
                        .arg(name, row.currency == repo->catalog()->baseCurrency ? QString() : u' ' + row.currency,
                             amounts.join(u'/'))
                        .arg(row.result);
        }
        return rows.join(u'\n').toStdString();
    }
};

TEST_F(Projects, KnowWhatTheyBringInAndCost)
{
    const QVariantMap of{{"project_id", project.id()}};
    const Id invoice = issued({2026, 3, 4}, 10'000, of);
    issued({2026, 3, 5}, 500); // of no project
    const Document travel = expense({2026, 3, 6}, 3'000, of);
    EXPECT_EQ(travel.head().ref("client_id"), client.id()) << "the project's client";
    repo->runAction("invoices", invoice, "pay", {{"amount", 4'000}});
    const Id note = repo->runAction("invoices", invoice, "credit", {}).second;
    Document credit = repo->load("credit_notes", note);
    credit.lines("credit_note_lines")[0].set("rate", 1'000);
    repo->save(credit);
    repo->runAction("credit_notes", note, "issue", {});

    EXPECT_EQ(number("projects", project.id(), "invoiced"), 10'000);
    EXPECT_EQ(number("projects", project.id(), "paid"), 4'000) << "a sum of what is a sum itself";
    EXPECT_EQ(number("projects", project.id(), "credited"), 1'000);
    EXPECT_EQ(number("projects", project.id(), "spent"), 3'000);
    EXPECT_EQ(number("projects", project.id(), "profit"), 6'000);
    // Into the trash, to another project, and back.
    repo->remove("expenses", {travel.id()});
    EXPECT_EQ(number("projects", project.id(), "spent"), 0);
    repo->restore("expenses", {travel.id()});
    const Document other = make("projects", {{"title", "Shop"}, {"client_id", client.id()}});
    Document moved = repo->load("invoices", invoice);
    moved.set("project_id", other.id()); // stays open after issue
    repo->save(moved);
    EXPECT_EQ(number("projects", project.id(), "profit"), -3'000);
    EXPECT_EQ(number("projects", other.id(), "profit"), 9'000);
    EXPECT_EQ(number("projects", other.id(), "paid"), 4'000);
    EXPECT_EQ(count("projects", "profit < 0"), 1);
    isRight();
}

TEST_F(Projects, TakeTheDocumentsOfTheirClientAndCurrencyAlone)
{
    const Document foreign = make("clients", {{"name", "Berg"}, {"currency", "EUR"}});
    const Document theirs = make("projects", {{"title", "Move"}, {"client_id", foreign.id()}});
    EXPECT_EQ(theirs.head().text("currency"), "EUR");
    Document d = fresh("invoices", {{"client_id", client.id()}, {"project_id", theirs.id()}});
    EXPECT_NE(refusal([&] { repo->save(d); }), QString()) << "another client's";
    const Document own = make("projects", {{"title", "Our own office"}});
    EXPECT_NE(refusal([&] { expense({2026, 1, 1}, 100, {{"project_id", own.id()}, {"currency", "USD"}}); }), QString());
    expense({2026, 1, 1}, 100, {{"project_id", own.id()}});

    issued({2026, 3, 4}, 10'000, {{"project_id", project.id()}});
    Document changed = repo->load("projects", project.id());
    changed.set("client_id", foreign.id());
    EXPECT_NE(refusal([&] { repo->save(changed); }), QString()) << "it has an invoice already";
    changed = repo->load("projects", project.id());
    changed.set("deadline", QDate(2020, 1, 1));
    changed.set("start_date", QDate(2020, 1, 2));
    EXPECT_NE(refusal([&] { repo->save(changed); }), QString());
    isRight();
}

TEST_F(Projects, AreMadeFromWhatWasAccepted)
{
    Document offer = fresh("proposals", {{"client_id", client.id()}, {"title", "New web shop"}});
    add(offer, {{"title", "Design"}, {"rate", 70'000}});
    offer = repo->save(offer).document;
    const auto made = repo->runAction("proposals", offer.id(), "to_project", {});
    ASSERT_EQ(made.first, "projects");
    const Document project = repo->load("projects", made.second);
    EXPECT_EQ(project.head().text("title"), "New web shop");
    EXPECT_EQ(project.head().integer("price"), 70'000);
    EXPECT_EQ(project.head().ref("client_id"), client.id());
    offer = repo->load("proposals", offer.id());
    EXPECT_EQ(offer.head().text("status"), "accepted");
    EXPECT_EQ(offer.head().ref("project_id"), project.id());
    const auto &actions = offer.entity().actions();
    const auto again = std::find_if(actions.begin(), actions.end(),
                                    [](const Action &a) { return a.key == QLatin1String("to_project"); });
    ASSERT_NE(again, actions.end());
    EXPECT_FALSE(again->available(offer.head())) << "once";
    // What is invoiced of it counts in the project.
    const Id invoice = repo->runAction("proposals", offer.id(), "to_invoice", {}).second;
    repo->runAction("invoices", invoice, "issue", {});
    EXPECT_EQ(number("projects", project.id(), "invoiced"), 70'000);
}

TEST_F(Projects, ProfitIsSummedUpByTimeClientAndProject)
{
    issued({2026, 1, 31}, 10'000, {{"project_id", project.id()}});
    const Id invoice = issued({2026, 3, 1}, 5'000);
    expense({2026, 1, 1}, 3'000, {{"project_id", project.id()}});
    expense({2026, 3, 31}, 7'000);
    expense({2025, 12, 31}, 1);
    repo->runAction("invoices", invoice, "pay", {{"amount", 5'000}, {"paid_on", QDate(2026, 3, 2)}});
    const QDate first(2026, 1, 1), last(2026, 12, 31);
    EXPECT_EQ(shown(profit("month", first, last)), "2026-01-01 10000/0/3000/0 = 7000\n"
                                                   "2026-03-01 5000/0/7000/5000 = -2000");
    EXPECT_EQ(shown(profit("quarter", first, last)), "2026-01-01 15000/0/10000/5000 = 5000");
    EXPECT_EQ(shown(profit("year")), "2025-01-01 0/0/1/0 = -1\n2026-01-01 15000/0/10000/5000 = 5000");
    EXPECT_EQ(shown(profit("client", first, last)), "Vector 15000/0/3000/5000 = 12000\n 0/0/7000/0 = -7000");
    EXPECT_EQ(shown(profit("project", first, last)), "Warehouse 10000/0/3000/- = 7000\n 5000/0/7000/- = -2000");
    EXPECT_EQ(profit("month", first, last).totals.value(0).result, 5'000);

    // The records behind a number are those that it adds up.
    const SummaryReport report = *summary("profit");
    const Summary months = profit("month", first, last);
    const Query behind = recordsBehind(*repo->catalog(), months.sources.at(2), *report.way("month"),
                                       {"month", first, last}, &months.rows.at(1));
    EXPECT_EQ(repo->totals(behind, {"total"}).sums.value(0).value, 7'000);

    // Another currency is never added.
    const Document foreign = make("clients", {{"name", "Berg"}, {"currency", "EUR"}});
    issued({2026, 3, 1}, 900, {{"client_id", foreign.id()}});
    EXPECT_EQ(shown(profit("quarter", first, last)), "2026-01-01 15000/0/10000/5000 = 5000\n"
                                                     "2026-01-01 EUR 900/0/0/0 = 900");
    EXPECT_NE(refusal([&] { profit("moon"); }), QString());
}

TEST_F(Projects, WhatWasInvoicedReceivedAndSpentIsSummedUp)
{
    const Id invoice = issued({2026, 1, 31}, 10'000, {{"project_id", project.id()}});
    repo->runAction("invoices", invoice, "pay", {{"amount", 12'000}, {"paid_on", QDate(2026, 2, 2)}});
    repo->runAction("clients", client.id(), "pay_back", {{"amount", 500}, {"paid_on", QDate(2026, 3, 3)}});
    expense({2026, 1, 1}, 3'000, {{"project_id", project.id()}});
    const auto by = [this](const char *report, const QString &way) {
        return shown(summaryOf(*repo, *summary(QLatin1String(report)), {way, {}, {}}));
    };
    EXPECT_EQ(by("invoiced", "month"), "2026-01-01 10000/0/0/10000 = 0");
    EXPECT_EQ(by("received", "month"), "2026-02-01 12000/0 = 12000\n2026-03-01 0/500 = -500");
    EXPECT_EQ(by("received", "client"), "Vector 12000/500 = 11500");
    EXPECT_EQ(by("spent", "project"), "Warehouse 3000/0 = 3000");
    EXPECT_EQ(by("spent", "category"), "Office 3000/0 = 3000") << "the first category";
    for (const SummaryReport &report : summaries()) { // no way but it can be asked, and the lists behind opened
        for (const SummaryWay &way : report.ways) {
            const Summary all = summaryOf(*repo, report, {way.key, {}, {}});
            for (const SummaryRow &row : all.rows)
                repo->totals(recordsBehind(*repo->catalog(), all.sources.first(), way, {way.key, {}, {}}, &row), {});
        }
    }
}

TEST_F(Projects, ASummaryLeavesOutWhatOneMayNotRead)
{
    issued({2026, 1, 31}, 10'000);
    expense({2026, 1, 31}, 3'000);
    Document role = fresh("roles", {{"name", "Only invoices"}, {"is_staff", true}});
    add(role, {{"entity", "invoices"}, {"can_read", "all"}});
    repo->save(role);
    db.addUser("ilya", "Only invoices");
    const auto person = db.as("ilya", "secret-1");
    const Summary seen = summaryOf(*person, *summary("profit"), {"year", {}, {}});
    EXPECT_EQ(seen.sources.size(), 1);
    EXPECT_EQ(seen.withheld.size(), 3);
    EXPECT_EQ(shown(seen), "2026-01-01 10000 = 10000");
    EXPECT_TRUE(isOffered(*summary("profit"), repo->catalog()->registry(), person->actor().policy));
    make("roles", {{"name", "Nothing"}, {"is_staff", true}});
    db.addUser("olga", "Nothing");
    const auto nobody = db.as("olga", "secret-1");
    EXPECT_TRUE(summaryOf(*nobody, *summary("profit"), {"year", {}, {}}).rows.isEmpty());
    EXPECT_FALSE(isOffered(*summary("profit"), repo->catalog()->registry(), nobody->actor().policy));
}

} // namespace
