// What is credited of an invoice that has been paid, what becomes of it, and what is paid back. On a file and on a
// server.
#include "core/modules/statement.h"
#include "core/store/database.h"
#include "core/store/schema.h"
#include "tests/store/finance_fixture.h"
#include <QRandomGenerator>

using namespace crm;
using namespace crm::test;

namespace {

struct Refunds : FinanceFixture
{
    Id issued(qint64 amount)
    {
        Document d = fresh("invoices", {{"client_id", client.id()}, {"bill_date", QDate(2026, 5, 4)}});
        addLine(d, "invoice_lines", {{"title", "Work"}, {"rate", amount}});
        const Id id = repo->save(d).document.id();
        repo->runAction("invoices", id, "issue", {});
        return id;
    }
    Id paid(Id invoice, qint64 amount)
    {
        return repo->runAction("invoices", invoice, "pay", {{"amount", amount}}).second;
    }
    Id draftNote(Id invoice, qint64 amount)
    {
        const Id note = repo->runAction("invoices", invoice, "credit", {}).second;
        Document d = repo->load("credit_notes", note);
        d.lines("credit_note_lines")[0].set("rate", amount);
        repo->save(d);
        return note;
    }
    Id credited(Id invoice, qint64 amount)
    {
        const Id note = draftNote(invoice, amount);
        repo->runAction("credit_notes", note, "issue", {});
        return note;
    }
    /// The credit that a credit note has become; 0: none.
    Id creditOf(Id note)
    {
        Query query("payments");
        query.filter = Filter::where("credit_note_id", Op::Equal, note);
        return repo->page(query, {}).rows.value(0).id;
    }
};

TEST_F(Refunds, ACreditNoteForAPaidInvoiceBecomesACredit)
{
    const Id bill = issued(10'000);
    paid(bill, 8'000);
    const Id note = credited(bill, 5'000);
    EXPECT_EQ(number("credit_notes", note, "applied"), 2'000) << "what was still due";
    EXPECT_EQ(number("invoices", bill, "balance"), 0);
    EXPECT_EQ(text("invoices", bill, "settled"), "paid");
    const Id credit = creditOf(note);
    ASSERT_NE(credit, 0);
    EXPECT_EQ(text("payments", credit, "kind"), "credit");
    EXPECT_EQ(number("payments", credit, "rest"), 3'000);
    EXPECT_EQ(number("credit_notes", note, "rest"), 0);
    EXPECT_EQ(owes(), -3'000);
    EXPECT_EQ(number("clients", client.id(), "paid"), 8'000) << "a credit is no money";
    // It settles the next invoice, as what is left over of a payment does.
    const Id next = issued(1'000);
    repo->runAction("payments", credit, "spread", {});
    EXPECT_EQ(number("invoices", next, "balance"), 0);
    EXPECT_EQ(number("payments", credit, "rest"), 2'000);
    EXPECT_EQ(owes(), -2'000);
    isRight();
}

TEST_F(Refunds, AnInvoiceIsCreditedOnceInAll)
{
    const Id bill = issued(10'000);
    paid(bill, 10'000);
    credited(bill, 4'000);
    const Id more = draftNote(bill, 6'001);
    EXPECT_NE(refusal([&] { repo->runAction("credit_notes", more, "issue", {}); }), QString());
    credited(bill, 6'000);
    EXPECT_EQ(text("invoices", bill, "settled"), "credited");
    EXPECT_NE(refusal([&] { repo->runAction("invoices", bill, "credit", {}); }), QString()) << "nothing is left of it";
    EXPECT_EQ(owes(), -10'000);
    isRight();
}

TEST_F(Refunds, WhatIsLeftOverIsPaidBack)
{
    const Id bill = issued(10'000);
    const Id payment = paid(bill, 14'000);
    EXPECT_NE(refusal([&] {
                  repo->runAction("payments", payment, "pay_back", {{"amount", qint64(4'001)}});
              }),
              QString());
    const Id back = repo->runAction("payments", payment, "pay_back", {{"amount", qint64(1'500)}}).second;
    EXPECT_EQ(text("payments", back, "kind"), "refund");
    EXPECT_EQ(number("payments", back, "rest"), 0);
    EXPECT_EQ(number("payments", payment, "rest"), 2'500);
    EXPECT_EQ(owes(), -2'500);
    EXPECT_EQ(number("clients", client.id(), "paid"), 12'500);
    EXPECT_NE(refusal([&] { repo->remove("payments", {payment}); }), QString()) << "it has been paid back in part";
    EXPECT_NE(refusal([&] { repo->runAction("payments", back, "pay_back", {}); }), QString());
    // The refund goes and comes back; meanwhile the money is used.
    repo->remove("payments", {back});
    EXPECT_EQ(number("payments", payment, "rest"), 4'000);
    const Id next = issued(4'000);
    repo->runAction("payments", payment, "spread", {});
    EXPECT_EQ(number("invoices", next, "balance"), 0);
    EXPECT_NE(refusal([&] { repo->restore("payments", {back}); }), QString());
    EXPECT_EQ(number("payments", payment, "rest"), 0);
    EXPECT_EQ(owes(), 0);
    isRight();
}

TEST_F(Refunds, AClientIsPaidBackOutOfSeveral)
{
    const Id bill = issued(10'000);
    const Id first = paid(bill, 11'000);
    const Id deposit = make("payments", {{"client_id", client.id()}, {"amount", 2'000}}).id();
    const Id back = repo->runAction("clients", client.id(), "pay_back", {{"amount", qint64(2'500)}}).second;
    EXPECT_EQ(repo->load("payments", back).lines("refund_lines").size(), 2);
    EXPECT_EQ(number("payments", first, "rest") + number("payments", deposit, "rest"), 500);
    EXPECT_EQ(owes(), -500);
    EXPECT_NE(refusal([&] {
                  repo->runAction("clients", client.id(), "pay_back", {{"amount", qint64(501)}});
              }),
              QString());
    repo->runAction("clients", client.id(), "pay_back", {});
    EXPECT_EQ(owes(), 0);
    isRight();
}

TEST_F(Refunds, ARefundSaysWhatItPaysBack)
{
    const Id deposit = make("payments", {{"client_id", client.id()}, {"amount", 2'000}}).id();
    const Id other = make("clients", {{"name", "Other"}}).id();
    Document d = fresh("payments", {{"kind", "refund"}, {"client_id", client.id()}, {"amount", 2'000}});
    EXPECT_NE(refusal([&] { repo->save(d); }), QString()) << "of what?";
    addLine(d, "refund_lines", {{"source_id", deposit}, {"amount", 1'000}});
    EXPECT_NE(refusal([&] { repo->save(d); }), QString()) << "only a half of it";
    d.lines("refund_lines")[0].set("amount", 2'000);
    d.set("client_id", other);
    EXPECT_NE(refusal([&] { repo->save(d); }), QString()) << "another client's";
    d.set("client_id", client.id());
    const Document saved = repo->save(d).document;
    EXPECT_EQ(number("payments", deposit, "rest"), 0);
    Document again = repo->load("payments", saved.id());
    again.set("kind", "payment");
    EXPECT_NE(refusal([&] { repo->save(again); }), QString()) << "it stays what it is";
    Document plain = fresh("payments", {{"client_id", client.id()}, {"amount", 2'000}});
    addLine(plain, "refund_lines", {{"source_id", deposit}, {"amount", 1}});
    EXPECT_NE(refusal([&] { repo->save(plain); }), QString());
    EXPECT_NE(refusal([&] {
                  make("payments", {{"kind", "credit"}, {"client_id", client.id()}, {"amount", 2'000}});
              }),
              QString())
        << "out of no credit note";
    isRight();
}

TEST_F(Refunds, ACreditNoteIsCancelledOnlyUnused)
{
    const Id bill = issued(10'000);
    paid(bill, 10'000);
    const Id note = credited(bill, 3'000), credit = creditOf(note);
    EXPECT_NE(refusal([&] { repo->runAction("credit_notes", note, "cancel", {{"reason", "x"}}); }), QString());
    EXPECT_NE(refusal([&] { repo->runAction("invoices", bill, "cancel", {{"reason", "x"}}); }), QString());
    repo->remove("payments", {credit});
    EXPECT_EQ(number("credit_notes", note, "rest"), 3'000) << "nothing is lost";
    EXPECT_EQ(owes(), -3'000);
    const Id again = repo->runAction("credit_notes", note, "to_credit", {}).second;
    EXPECT_EQ(number("payments", again, "amount"), 3'000);
    repo->remove("payments", {again});
    repo->runAction("credit_notes", note, "cancel", {{"reason", "x"}});
    EXPECT_EQ(owes(), 0);
    EXPECT_EQ(number("invoices", bill, "creditable"), 10'000);
    isRight();
}

TEST_F(Refunds, TheStatementTellsThemApart)
{
    const Id bill = issued(10'000);
    const Id payment = paid(bill, 12'000);
    credited(bill, 1'000);
    repo->runAction("payments", payment, "pay_back", {{"amount", qint64(500)}});
    const modules::Statement s = modules::statementOf(*repo, client.id(), {});
    EXPECT_EQ(s.lines.size(), 4) << "the credit itself is no line: its credit note is";
    EXPECT_EQ(s.closing, 10'000 - 12'000 - 1'000 + 500);
    EXPECT_EQ(s.closing, owes());
    EXPECT_TRUE(std::any_of(s.lines.begin(), s.lines.end(),
                            [](const modules::StatementLine &l) { return l.what == "Refund" && l.charge == 500; }));
}

/// Whatever people do, in whatever order: nothing is settled, credited or paid back twice, and all sums are exact.
TEST_F(Refunds, NothingIsEverUsedTwice)
{
    const int steps = qEnvironmentVariableIntValue("CRM_PROPERTY_CASES") > 0
                          ? qEnvironmentVariableIntValue("CRM_PROPERTY_CASES")
                      : db.isServer() ? 60
                                      : 150;
    const quint32 seed = 20260;
    QRandomGenerator dice(seed);
    const auto below = [&](qint64 n) { return qint64(dice.bounded(double(n))); };
    IdList bills{issued(10'000)}, payments, notes;
    int done = 0, refused = 0;
    for (int i = 0; i < steps; ++i) {
        const auto some = [&](const IdList &ids) { return ids.isEmpty() ? 0 : ids.at(below(ids.size())); };
        const QString fault = refusal([&] {
            switch (below(8)) {
            case 0:
                bills << issued(1 + below(20'000));
                break;
            case 1:
            case 2:
                payments << paid(some(bills), 1 + below(15'000));
                break;
            case 3: {
                const Id note = credited(some(bills), 1 + below(12'000));
                notes << note;
                if (const Id credit = creditOf(note))
                    payments << credit;
                break;
            }
            case 4:
                payments
                    << repo->runAction("payments", some(payments), "pay_back", {{"amount", 1 + below(4'000)}}).second;
                break;
            case 5:
                repo->runAction("payments", some(payments), "spread", {});
                break;
            case 6:
                repo->remove("payments", {some(payments)});
                break;
            default:
                repo->restore("payments", {some(payments)});
            }
        });
        (fault.isEmpty() ? done : refused) += 1;
    }
    EXPECT_GT(done, steps / 4);
    EXPECT_GT(refused, 0);
    isRight();
    qint64 owed = 0;
    for (const Id id : std::as_const(bills)) {
        const Record bill = repo->load("invoices", id).head();
        EXPECT_GE(bill.integer("balance"), 0);
        EXPECT_GE(bill.integer("creditable"), 0);
        EXPECT_EQ(bill.integer("balance"), bill.integer("counted") - bill.integer("paid") - bill.integer("credited"));
        owed += bill.integer("balance");
    }
    Query all("payments");
    all.columns = QStringList{"rest"};
    const Page page = repo->page(all, {PageAt::First, {}, 0, 1000});
    qint64 left = 0;
    for (const Row &row : page.rows) {
        EXPECT_GE(row.values.value(0).toLongLong(), 0);
        left += row.values.value(0).toLongLong();
    }
    for (const Id id : std::as_const(notes)) {
        EXPECT_GE(number("credit_notes", id, "rest"), 0);
        left += number("credit_notes", id, "rest");
    }
    EXPECT_EQ(owes(), owed - left) << "what is due, less what is left over";
    EXPECT_EQ(modules::statementOf(*repo, client.id(), {}).closing, owes());
}

/// A file of version 1 has neither kinds nor what is set against an invoice, and another formula of what is left over.
TEST_F(Refunds, OldPaymentsCountAsTheyDid)
{
    if (db.isServer())
        GTEST_SKIP() << "a file is made old here";
    const Id bill = issued(10'000);
    const Id payment = paid(bill, 4'000);
    const Id note = credited(bill, 1'000);
    repo.reset();
    {
        const auto d = Database::openFile(db.path());
        for (const char *sql :
             {"DROP TRIGGER `payments__sum_clients_paid_u`", "DROP TRIGGER `payments__sum_clients_paid_i`",
              "DROP TRIGGER `payments__sum_clients_paid_d`", "DROP TRIGGER `credit_notes__sum_invoices_credited_u`",
              "DROP TRIGGER `credit_notes__sum_invoices_credited_i`",
              "DROP TRIGGER `credit_notes__sum_invoices_credited_d`", "DROP INDEX `payments__ix_rest`",
              "DROP INDEX `payments__ix_kind`", "ALTER TABLE payments DROP COLUMN rest",
              "ALTER TABLE payments DROP COLUMN kind", "ALTER TABLE payments DROP COLUMN received",
              "ALTER TABLE payments ADD COLUMN rest INTEGER GENERATED ALWAYS AS "
              "(IFNULL(`amount`,0)-IFNULL(`allocated`,0)) VIRTUAL",
              "DELETE FROM schema_steps"})
            d->exec(QLatin1String(sql));
        setMetaValue(*d, QStringLiteral("schema_version"), QStringLiteral("1"));
        EXPECT_EQ(Schema(*d, db.registry()).ensure(), Schema::Outcome::Upgraded);
    }
    repo = db.asSystem();
    EXPECT_EQ(text("payments", payment, "kind"), "payment");
    EXPECT_EQ(number("payments", payment, "received"), 4'000);
    EXPECT_EQ(number("credit_notes", note, "applied"), 1'000);
    EXPECT_EQ(owes(), 5'000);
    isRight();
    paid(bill, 7'000);
    EXPECT_EQ(owes(), -2'000);
    isRight();
}

} // namespace
