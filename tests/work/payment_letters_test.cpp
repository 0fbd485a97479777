// Letters that remind of unpaid invoices: each once, none for what is paid, none of long ago. On a file and a server.
#include "core/modules/payment_letters.h"
#include "tests/support/rule_fixture.h"

using namespace crm;
using namespace crm::test;

namespace {
const QDate due(2026, 5, 18);

struct PaymentLetters : Rules
{
    Document client = make("clients", {{"name", "Vector*A"}, {"email", "Office@vector.example"}});

    Id rule(int days, const QString &name = {})
    {
        return make("payment_reminders", {{"name", name.isEmpty() ? QString("After %1").arg(days) : name},
                                          {"days", qint64(days)},
                                          {"active", true},
                                          {"subject", QString("Invoice {{number}}: %1").arg(days)},
                                          {"text", "Dear {{client.name}}, **{{balance}}** was due on {{due_date}}."}})
            .id();
    }
    Id issued(Id of, const QDate &dueOn = due)
    {
        Document d = fresh("invoices", {{"client_id", of}, {"bill_date", dueOn.addDays(-14)}, {"due_date", dueOn}});
        addLine(d, "invoice_lines", {{"title", "Work"}, {"rate", qint64(100'00)}});
        const Id id = repo->save(d).document.id();
        repo->runAction("invoices", id, "issue", {});
        return id;
    }
    QString run(const QDate &day, Repository *as = nullptr)
    {
        work::JobContext context{as ? *as : *repo, day, {}};
        return modules::writePaymentLetters(context);
    }
    /// "subject status", the oldest first.
    QStringList letters(Id invoice, Repository *as = nullptr)
    {
        Query query("letters");
        query.filter = Filter::where("invoice_id", Op::Equal, invoice);
        query.columns = QStringList{"subject", "status"};
        query.sort = {{"id", false}};
        QStringList out;
        const Page page = (as ? *as : *repo).page(query, {});
        for (const Row &row : page.rows)
            out << row.values[0].toString().section(u' ', -1) + u' ' + row.values[1].toString();
        return out;
    }
    Document letterOf(Id invoice) { return repo->load("letters", row("letters", "invoice_id", invoice)); }
    void pay(Id invoice)
    {
        Document d = fresh("payments", {{"client_id", client.id()}, {"paid_on", due}, {"amount", qint64(100'00)}});
        addLine(d, "payment_lines", {{"invoice_id", invoice}, {"amount", qint64(100'00)}});
        repo->save(d);
    }
};

TEST_F(PaymentLetters, EachRuleWritesOneLetterAndTheLatestIsTheOneThatWaits)
{
    rule(-3);
    const Id third = rule(3);
    rule(14);
    const Id invoice = issued(client.id());
    const QString number = repo->load("invoices", invoice).head().text("number");
    run(due.addDays(-4));
    EXPECT_EQ(letters(invoice), QStringList());
    EXPECT_TRUE(run(due.addDays(-3)).contains("1"));
    run(due.addDays(-3));
    run(due.addDays(1));
    EXPECT_EQ(letters(invoice), QStringList{"-3 queued"}) << "once, however often";
    const Document letter = letterOf(invoice);
    EXPECT_EQ(letter.head().text("subject"), QString("Invoice %1: -3").arg(number));
    EXPECT_TRUE(letter.head().text("body").startsWith("Dear Vector\\*A, **")) << qPrintable(letter.head().text("body"));
    EXPECT_EQ(letter.head().text("to_address"), "office@vector.example");

    run(due.addDays(3));
    EXPECT_EQ(letters(invoice), (QStringList{"-3 withdrawn", "3 queued"})) << "not two at once";
    const auto again = repo->runAction("invoices", invoice, "remind_of_payment", {{"rule_id", third}});
    EXPECT_EQ(again.first, "letters");
    EXPECT_EQ(letters(invoice).size(), 2) << "by hand: the letter that there is";
    repo->remove("letters", {again.second});
    run(due.addDays(4));
    EXPECT_EQ(letters(invoice), QStringList{"-3 withdrawn"}) << "thrown away is thrown away";
    run(due.addDays(14));
    EXPECT_EQ(letters(invoice), (QStringList{"-3 withdrawn", "14 queued"}));
    rule(10);
    run(due.addDays(15));
    EXPECT_EQ(letters(invoice).size(), 2) << "an earlier step does not follow a later one";
}

TEST_F(PaymentLetters, NothingIsWrittenOfWhatIsPaidOrLongAgo)
{
    rule(3);
    const Id old = issued(client.id(), due.addDays(-300)), paid = issued(client.id()), open = issued(client.id());
    const Id draft = make("invoices", {{"client_id", client.id()}, {"bill_date", due}, {"due_date", due}}).id();
    pay(paid);
    run(due.addDays(3));
    for (const Id none : {old, paid, draft})
        EXPECT_EQ(letters(none), QStringList());
    const Id letter = letterOf(open).id();
    const Id late = issued(client.id());
    run(due.addDays(11));
    EXPECT_EQ(letters(late), QStringList()) << "eight days after its day";
    run(due.addDays(10));
    EXPECT_EQ(letters(late), QStringList{"3 queued"});

    pay(open);
    EXPECT_THROW(repo->runAction("letters", letter, "mark_sent", {}), Error) << "paid before the job has seen it";
    run(due.addDays(4));
    EXPECT_EQ(letters(open), QStringList{"3 withdrawn"});
    repo->runAction("invoices", late, "cancel", {{"cancel_reason", "Twice"}, {"reason", "Twice"}});
    run(due.addDays(4));
    EXPECT_EQ(letters(late), QStringList{"3 withdrawn"});
    EXPECT_THROW(repo->runAction("invoices", late, "remind_of_payment", {}), Error);
}

TEST_F(PaymentLetters, AClientMayWantNoneAndSomeHaveNoAddress)
{
    rule(0);
    Document quiet = make("clients", {{"name", "Quiet"}, {"no_reminders", true}});
    const Id none = issued(quiet.id()), open = issued(client.id());
    run(due);
    EXPECT_EQ(letters(none), QStringList());
    client = repo->load("clients", client.id());
    client.set("no_reminders", true);
    repo->save(client);
    run(due);
    EXPECT_EQ(letters(open), QStringList{"0 withdrawn"});

    const Id lost = issued(make("clients", {{"name", "Nowhere"}}).id());
    run(due);
    const Document letter = letterOf(lost);
    EXPECT_TRUE(letter.value("to_address").isNull());
    EXPECT_THROW(repo->runAction("letters", letter.id(), "mark_sent", {}), Error) << "to whom?";
    Document onPaper = letter;
    onPaper.set("how", "paper");
    repo->save(onPaper);
    repo->runAction("letters", letter.id(), "mark_sent", {});
    Document sent = repo->load("letters", letter.id());
    EXPECT_TRUE(sent.value("sent_at").toDateTime().isValid());
    sent.set("body", "Another text");
    auto admin = db.as({}, {});
    EXPECT_THROW(admin->save(sent), Error) << "what was sent stays";
    admin->runAction("letters", letter.id(), "did_not_arrive", {{"failure", "Moved"}});
    EXPECT_EQ(repo->load("letters", letter.id()).head().text("status"), "failed");
    EXPECT_EQ(
        refused(fresh("letters", {{"subject", "S"}, {"body", "B"}, {"client_id", client.id()}, {"invoice_id", lost}})),
        QStringList{"invoice_id"})
        << "another client's";
}

TEST_F(PaymentLetters, AreSeenWithTheirClientAndWrittenByTheJob)
{
    const Id anna = db.addUser("anna", "Staff (own records)");
    auto hers = db.as("anna", "secret-1");
    const Id mine = make("clients", {{"name", "Hers"}, {"owner_id", anna}, {"email", "a@example.com"}}).id();
    rule(0);
    const QDate today = QDate::currentDate();
    const Id open = issued(mine, today), other = issued(client.id(), today);
    work::RunOptions options;
    options.only = QStringList{"payment_letters"};
    options.all = true;
    const QList<work::JobRun> runs = work::runJobs(*repo, work::standardJobs(), options);
    ASSERT_EQ(runs.size(), 1);
    EXPECT_EQ(runs[0].result, work::JobRun::Done) << runs[0].outcome.toStdString();
    EXPECT_EQ(letters(open, hers.get()), QStringList{"0 queued"});
    EXPECT_EQ(letters(other, hers.get()), QStringList()) << "not her client";
    EXPECT_EQ(letters(other).size(), 1);
    hers->runAction("letters", letterOf(open).id(), "mark_sent", {});
    EXPECT_EQ(letters(open), QStringList{"0 sent"});
    EXPECT_THROW(hers->runAction("letters", letterOf(other).id(), "withdraw", {}), Error);
}
} // namespace
