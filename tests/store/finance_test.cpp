// From an order to a paid invoice: what the database keeps of sums, what is locked once it is issued, and who at the
// same time does what. On a file and on a server.
#include "core/exchange/paper.h"
#include "core/modules/statement.h"
#include "tests/store/finance_fixture.h"
#include <QThread>
#include <thread>

using namespace crm;
using namespace crm::test;

namespace {

struct Finance : FinanceFixture
{
    /// A draft over so much, in one line.
    Id invoice(qint64 amount, Id of = 0)
    {
        Document d = fresh(
            "invoices",
            {{"client_id", of ? of : client.id()}, {"bill_date", QDate(2026, 5, 4)}, {"due_date", QDate(2026, 5, 18)}});
        add(d, {{"title", "Work"}, {"rate", amount}});
        return repo->save(d).document.id();
    }
    Id issued(qint64 amount, Id of = 0)
    {
        const Id id = invoice(amount, of);
        repo->runAction("invoices", id, "issue", {});
        return id;
    }
    Document payment(qint64 amount, const QList<QPair<Id, qint64>> &parts, Id of = 0)
    {
        Document d = fresh("payments",
                           {{"client_id", of ? of : client.id()}, {"paid_on", QDate(2026, 5, 10)}, {"amount", amount}});
        for (const auto &[id, part] : parts)
            add(d, {{"invoice_id", id}, {"amount", part}});
        return d;
    }
};

TEST_F(Finance, AnInvoiceGetsItsNumberWhenItIsIssued)
{
    const Id first = invoice(10'000), second = invoice(20'000);
    EXPECT_EQ(text("invoices", first, "number"), "#0001") << "of a series of drafts";
    EXPECT_EQ(owes(), 0) << "a draft is no debt";
    repo->runAction("invoices", second, "issue", {});
    repo->runAction("invoices", first, "issue", {});
    EXPECT_EQ(text("invoices", second, "number"), "INV-0001");
    EXPECT_EQ(text("invoices", first, "number"), "INV-0002");
    EXPECT_EQ(text("invoices", first, "settled"), "unpaid");
    EXPECT_EQ(owes(), 30'000);
    // And is found by it.
    Query query("invoices");
    query.search = "INV-0001";
    const Page found = repo->page(query, {});
    ASSERT_EQ(found.rows.size(), 1);
    EXPECT_EQ(found.rows.first().id, second);
    isRight();
}

TEST_F(Finance, WhatIsIssuedStaysAsItIs)
{
    const Id id = issued(10'000);
    Document d = repo->load("invoices", id);
    d.lines("invoice_lines")[0].set("rate", 1);
    EXPECT_NE(refusal([&] { repo->save(d); }), QString());
    d = repo->load("invoices", id);
    d.set("due_date", QDate(2027, 1, 1));
    EXPECT_NE(refusal([&] { repo->save(d); }), QString());
    d = repo->load("invoices", id);
    d.set("note", "called them");
    EXPECT_EQ(refusal([&] { repo->save(d); }), QString()) << "what is no part of the document stays open";
    EXPECT_NE(refusal([&] { repo->remove("invoices", {id}); }), QString()) << "a number must not go missing";
    EXPECT_EQ(number("invoices", id, "total"), 10'000);
    const Id draft = invoice(5'000);
    EXPECT_EQ(refusal([&] { repo->remove("invoices", {draft}); }), QString());
    isRight();
}

TEST_F(Finance, AnEmptyInvoiceIsNotIssued)
{
    const Id id = make("invoices", {{"client_id", client.id()}}).id();
    EXPECT_NE(refusal([&] { repo->runAction("invoices", id, "issue", {}); }), QString());
    EXPECT_EQ(text("invoices", id, "number"), "#0001");
}

TEST_F(Finance, PaymentsSettleInvoices)
{
    const Id one = issued(10'000), two = issued(20'000);
    Document p = repo->save(payment(15'000, {{one, 10'000}, {two, 5'000}})).document;
    EXPECT_EQ(p.head().integer("rest"), 0);
    EXPECT_EQ(text("invoices", one, "settled"), "paid");
    EXPECT_EQ(text("invoices", two, "settled"), "partly");
    EXPECT_EQ(number("invoices", two, "balance"), 15'000);
    EXPECT_EQ(owes(), 15'000);
    EXPECT_EQ(count("invoices", "balance > 0"), 1);
    // Taken from one and put on the other.
    p = repo->load("payments", p.id());
    p.lines("payment_lines")[0].set("amount", 1'000);
    p.lines("payment_lines")[1].set("amount", 14'000);
    repo->save(p);
    EXPECT_EQ(number("invoices", one, "balance"), 9'000);
    EXPECT_EQ(number("invoices", two, "balance"), 6'000);
    // A line goes, the payment goes, and comes back.
    p = repo->load("payments", p.id());
    p.lines("payment_lines").removeAt(0);
    repo->save(p);
    EXPECT_EQ(number("invoices", one, "balance"), 10'000);
    repo->remove("payments", {p.id()});
    EXPECT_EQ(number("invoices", two, "balance"), 20'000);
    EXPECT_EQ(owes(), 30'000);
    repo->restore("payments", {p.id()});
    EXPECT_EQ(number("invoices", two, "balance"), 6'000);
    EXPECT_EQ(owes(), 15'000);
    isRight();
}

/// So many lines at once go another way on a server.
TEST_F(Finance, APaymentSettlesManyInvoicesAtOnce)
{
    constexpr int many = 8;
    QList<QPair<Id, qint64>> parts;
    for (int i = 0; i < many; ++i)
        parts.append({issued(10'000), 1'000});
    Document p = repo->save(payment(80'000, parts)).document;
    EXPECT_EQ(owes(), 0);
    EXPECT_EQ(number("invoices", parts.last().first, "balance"), 9'000);
    p = repo->load("payments", p.id());
    for (Record &line : p.lines("payment_lines"))
        line.set("amount", qint64(10'000));
    repo->save(p);
    for (const auto &[id, part] : parts)
        EXPECT_EQ(text("invoices", id, "settled"), "paid");
    isRight();
}

TEST_F(Finance, NoMoreIsSettledThanIsDue)
{
    const Id one = issued(10'000);
    const Id other = make("clients", {{"name", "Other"}}).id();
    EXPECT_NE(refusal([&] { repo->save(payment(20'000, {{one, 10'001}})); }), QString());
    EXPECT_NE(refusal([&] { repo->save(payment(5'000, {{one, 6'000}})); }), QString()) << "more than was paid";
    EXPECT_NE(refusal([&] { repo->save(payment(5'000, {{one, 5'000}}, other)); }), QString()) << "another client's";
    EXPECT_NE(refusal([&] { repo->save(payment(5'000, {{invoice(5'000), 5'000}})); }), QString()) << "a draft";
    EXPECT_NE(refusal([&] { repo->save(payment(-5, {})); }), QString());
    EXPECT_EQ(number("invoices", one, "balance"), 10'000);
    EXPECT_EQ(owes(), 10'000);
    isRight();
}

TEST_F(Finance, APaymentIsAddedOnTheInvoice)
{
    const Id id = issued(10'000);
    const auto made = repo->runAction("invoices", id, "pay", {{"amount", qint64(4'000)}});
    EXPECT_EQ(made.first, "payments");
    EXPECT_EQ(number("invoices", id, "balance"), 6'000);
    repo->runAction("invoices", id, "pay", {}); // the rest
    EXPECT_EQ(text("invoices", id, "settled"), "paid");
    EXPECT_NE(refusal([&] { repo->runAction("invoices", id, "pay", {}); }), QString());
    EXPECT_EQ(owes(), 0);
}

TEST_F(Finance, WhatIsPaidTooMuchSettlesTheNext)
{
    const Id first = issued(10'000);
    const Id paid = repo->runAction("invoices", first, "pay", {{"amount", qint64(25'000)}}).second;
    EXPECT_EQ(number("payments", paid, "rest"), 15'000);
    EXPECT_EQ(owes(), -15'000) << "a credit";
    const Id second = issued(9'000), third = issued(9'000);
    repo->runAction("payments", paid, "spread", {});
    EXPECT_EQ(number("invoices", second, "balance") + number("invoices", third, "balance"), 3'000);
    EXPECT_EQ(number("payments", paid, "rest"), 0);
    EXPECT_EQ(owes(), 3'000);
    isRight();
}

TEST_F(Finance, ACreditNoteTakesBackAPart)
{
    const Id id = issued(10'000);
    const Id note = repo->runAction("invoices", id, "credit", {}).second;
    EXPECT_EQ(number("credit_notes", note, "total"), 10'000);
    Document d = repo->load("credit_notes", note);
    d.lines("credit_note_lines")[0].set("rate", 4'000);
    repo->save(d);
    EXPECT_EQ(number("invoices", id, "balance"), 10'000) << "a draft takes nothing back";
    repo->runAction("credit_notes", note, "issue", {});
    EXPECT_EQ(text("credit_notes", note, "number"), "CN-0001");
    EXPECT_EQ(number("invoices", id, "balance"), 6'000);
    EXPECT_EQ(owes(), 6'000);
    const Id more = repo->runAction("invoices", id, "credit", {}).second;
    EXPECT_NE(refusal([&] { repo->runAction("credit_notes", more, "issue", {}); }), QString())
        << "more than was invoiced";
    d = repo->load("credit_notes", more);
    d.lines("credit_note_lines")[0].set("rate", 6'000);
    repo->save(d);
    repo->runAction("credit_notes", more, "issue", {});
    EXPECT_EQ(text("invoices", id, "settled"), "credited");
    EXPECT_EQ(owes(), 0);
    isRight();
}

TEST_F(Finance, ACancelledInvoiceOwesNothing)
{
    const Id id = issued(10'000), paid = issued(5'000);
    repo->runAction("invoices", paid, "pay", {{"amount", qint64(1'000)}});
    repo->runAction("invoices", id, "cancel", {{"reason", "by mistake"}});
    EXPECT_EQ(text("invoices", id, "settled"), "cancelled");
    EXPECT_EQ(text("invoices", id, "number"), "INV-0001") << "its number is still there";
    EXPECT_NE(refusal([&] { repo->runAction("invoices", paid, "cancel", {{"reason", "x"}}); }), QString());
    EXPECT_EQ(owes(), 4'000);
    isRight();
}

TEST_F(Finance, AnEstimateBecomesAnOrderAndAnInvoiceOnce)
{
    const Id vat = [&] {
        Query query("taxes");
        query.filter = Filter::where("percent", Op::Equal, qint64(20'000));
        return repo->page(query, {}).rows.value(0).id;
    }();
    Document d = fresh("estimates", {{"client_id", client.id()}, {"tax_id", vat}, {"discount_percent", 1'000}});
    add(d, {{"title", "Work"}, {"quantity", 3'333}, {"rate", 7'777}});
    add(d, {{"title", "Parts"}, {"rate", 1'234}, {"taxable", false}});
    const Document estimate = repo->save(d).document;
    EXPECT_EQ(estimate.value("number"), "EST-0001");
    repo->runAction("estimates", estimate.id(), "accept", {{"accepted_by", "Mr Smith"}});
    const Id order = repo->runAction("estimates", estimate.id(), "to_order", {}).second;
    const Id bill = repo->runAction("orders", order, "to_invoice", {}).second;
    for (const char *sum : {"subtotal", "discount_total", "tax_total", "total"}) {
        EXPECT_EQ(number("orders", order, sum), estimate.head().integer(sum)) << sum;
        EXPECT_EQ(number("invoices", bill, sum), estimate.head().integer(sum)) << sum;
    }
    EXPECT_EQ(repo->load("invoices", bill).head().ref("order_id"), order);
    EXPECT_EQ(repo->load("orders", order).head().ref("estimate_id"), estimate.id());
    EXPECT_NE(refusal([&] { repo->runAction("orders", order, "to_invoice", {}); }), QString()) << "twice";
    Document locked = repo->load("estimates", estimate.id());
    locked.lines("estimate_lines")[0].set("rate", 1);
    EXPECT_NE(refusal([&] { repo->save(locked); }), QString()) << "it was accepted";
    isRight();
}

TEST_F(Finance, ExpensesAddUpAndAreInvoiced)
{
    const Id id =
        make("expenses", {{"title", "Taxi"}, {"amount", 1'500}, {"client_id", client.id()}, {"billable", true}}).id();
    EXPECT_EQ(number("clients", client.id(), "spent"), 1'500);
    const Id bill = repo->runAction("expenses", id, "to_invoice", {}).second;
    EXPECT_EQ(number("invoices", bill, "total"), 1'500);
    EXPECT_NE(refusal([&] { repo->runAction("expenses", id, "to_invoice", {}); }), QString());
    EXPECT_NE(refusal([&] { make("expenses", {{"title", "x"}, {"amount", 1}, {"billable", true}}); }), QString());
}

TEST_F(Finance, ACopyIsADraftOfToday)
{
    const Id id = issued(10'000);
    const auto made = repo->runAction("invoices", id, "copy", {});
    const Document copy = repo->load("invoices", made.second);
    EXPECT_NE(made.second, id);
    EXPECT_EQ(copy.value("status"), "draft");
    EXPECT_EQ(copy.value("bill_date").toDate(), QDate::currentDate());
    EXPECT_TRUE(copy.value("due_date").isNull());
    EXPECT_EQ(copy.head().integer("total"), 10'000);
    EXPECT_EQ(copy.lines("invoice_lines").size(), 1);
    EXPECT_EQ(owes(), 10'000) << "only what is issued";
}

TEST_F(Finance, ClientsCurrencyIsThatOfTheirDocuments)
{
    const Id euro = make("clients", {{"name", "Euro"}, {"currency", "EUR"}}).id();
    const Id id = issued(10'000, euro);
    EXPECT_EQ(text("invoices", id, "currency"), "EUR");
    Document c = repo->load("clients", euro);
    c.set("currency", "USD");
    EXPECT_NE(refusal([&] { repo->save(c); }), QString()) << "there is a debt in the old one";
}

/// What hung on the other goes to the survivor, issued documents too, and comes back with undo.
TEST_F(Finance, MergedClientsOweTogether)
{
    const Id other = make("clients", {{"name", "Vector Ltd"}}).id();
    issued(10'000);
    const Id theirs = issued(20'000, other);
    repo->save(payment(5'000, {{theirs, 5'000}}, other));
    // A line of an issued invoice points to an item that becomes another.
    const Id item = make("items", {{"title", "Bolt"}}).id(), twin = make("items", {{"title", "Bolts"}}).id();
    Document bill = repo->load("invoices", invoice(7'000));
    bill.lines("invoice_lines")[0].set("item_id", twin);
    repo->save(bill);
    repo->runAction("invoices", bill.id(), "issue", {});
    repo->merge(repo->load("items", item), {twin});
    EXPECT_EQ(repo->load("invoices", bill.id()).lines("invoice_lines").first().ref("item_id"), item);
    repo->runAction("invoices", bill.id(), "pay", {});
    const MergeResult merged = repo->merge(repo->load("clients", client.id()), {other});
    EXPECT_EQ(owes(), 25'000);
    EXPECT_EQ(number("clients", client.id(), "paid"), 12'000);
    isRight();
    repo->undoBatch(merged.batch);
    EXPECT_EQ(owes(), 10'000);
    EXPECT_EQ(number("clients", other, "balance"), 15'000);
    isRight();
}

TEST_F(Finance, OthersSeeASumMove)
{
    const Id id = issued(10'000);
    const qint64 head = repo->head();
    repo->runAction("invoices", id, "pay", {});
    const QList<Change> changes = repo->changesSince(head);
    bool invoiceMoved = false, clientMoved = false;
    for (const Change &c : changes) {
        invoiceMoved = invoiceMoved || (c.entity == "invoices" && c.recordId == id);
        clientMoved = clientMoved || (c.entity == "clients" && c.recordId == client.id());
    }
    EXPECT_TRUE(invoiceMoved);
    EXPECT_TRUE(clientMoved);
    // But nobody has changed them: neither version nor history says so.
    const QList<Change> history = repo->history("clients", client.id(), 100);
    for (const Change &c : history)
        EXPECT_NE(c.op, ChangeOp::Follow);
    Document d = repo->load("clients", client.id());
    EXPECT_EQ(d.head().version(), client.head().version());
}

TEST_F(Finance, ManyWhoPayAtOnceLoseNothing)
{
    if (!db.isServer())
        GTEST_SKIP() << "a file has one writer at a time";
    constexpr int people = 6, rounds = 5;
    const Id id = issued(1'000'000);
    std::atomic<int> done{0};
    QStringList faults;
    std::mutex mutex;
    std::vector<std::thread> threads;
    for (int n = 0; n < people; ++n) {
        threads.emplace_back([&] {
            const auto own = db.asSystem();
            for (int i = 0; i < rounds; ++i) {
                for (int attempt = 0;; ++attempt) {
                    try {
                        own->runAction("invoices", id, "pay", {{"amount", qint64(100)}});
                        ++done;
                        break;
                    } catch (const Error &e) {
                        const bool again =
                            attempt < 50 && (e.kind() == ErrorKind::Busy || e.kind() == ErrorKind::Conflict);
                        if (again)
                            continue;
                        const std::lock_guard lock(mutex);
                        faults << e.sentence() + u' ' + e.details();
                        break;
                    }
                }
            }
        });
    }
    for (std::thread &t : threads)
        t.join();
    EXPECT_EQ(faults, QStringList());
    EXPECT_EQ(done, people * rounds);
    EXPECT_EQ(number("invoices", id, "balance"), 1'000'000 - people * rounds * 100);
    EXPECT_EQ(owes(), 1'000'000 - people * rounds * 100);
    isRight();
}

TEST_F(Finance, TheStatementEndsAtWhatIsStillDue)
{
    const Id one = issued(10'000), two = issued(20'000);
    repo->save(payment(15'000, {{one, 10'000}, {two, 5'000}}));
    const Id note = repo->runAction("invoices", two, "credit", {}).second;
    Document d = repo->load("credit_notes", note);
    d.lines("credit_note_lines")[0].set("rate", 4'000);
    d.set("note_date", QDate(2026, 5, 12));
    repo->save(d);
    repo->runAction("credit_notes", note, "issue", {});
    invoice(99'000); // a draft is not in it
    const modules::Statement s = modules::statementOf(*repo, client.id(), {}, QDate(2026, 6, 30));
    EXPECT_EQ(s.lines.size(), 4);
    EXPECT_EQ(s.closing, 11'000);
    EXPECT_EQ(s.closing, owes());
    EXPECT_EQ(s.ageing.value(2).sum, 11'000) << "43 days late";
    // From the middle on: what was before is the opening.
    const modules::Statement late = modules::statementOf(*repo, client.id(), {QDate(2026, 5, 11), {}});
    EXPECT_EQ(late.opening, 15'000);
    ASSERT_EQ(late.lines.size(), 1);
    EXPECT_EQ(late.closing, 11'000);
}

TEST_F(Finance, DocumentsAndStatementsArePrinted)
{
    const Id id = invoice(123'456);
    const QString draft = paperHtml(*repo, "invoices", id, {});
    EXPECT_TRUE(draft.contains("Invoice (draft)")) << draft.toStdString();
    Document c = repo->load("clients", client.id());
    c.set("name", "<b>Vector</b> & Sons");
    repo->save(c);
    repo->runAction("invoices", id, "issue", {});
    const QString html = paperHtml(*repo, "invoices", id, {});
    EXPECT_TRUE(html.contains("Invoice INV-0001"));
    EXPECT_TRUE(html.contains("&lt;b&gt;Vector&lt;/b&gt; &amp; Sons")) << "what people type is text";
    EXPECT_TRUE(html.contains("1234.56"));
    EXPECT_TRUE(html.contains("One thousand two hundred thirty-four")) << html.toStdString();
    EXPECT_TRUE(paperHtml(*repo, "clients", client.id(), {}).contains("INV-0001"));
    EXPECT_NE(refusal([&] { paperHtml(*repo, "items", id, {}); }), QString());
    EXPECT_NE(refusal([&] { paperHtml(*repo, "invoices", id, {.layout = "{{#open}"}); }), QString());
}

/// Two settle the last of what is due: one of them is told, and nothing is settled twice.
TEST_F(Finance, TwoCannotSettleTheSame)
{
    const Id id = issued(10'000);
    int settled = 0;
    const auto other = db.asSystem();
    other->load("invoices", id);
    for (Repository *who : {repo.get(), other.get()}) {
        if (refusal([&] { who->save(payment(10'000, {{id, 10'000}})); }).isEmpty())
            ++settled;
    }
    EXPECT_EQ(settled, 1);
    EXPECT_EQ(number("invoices", id, "balance"), 0);
}

} // namespace
