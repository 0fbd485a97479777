// Payments: their receipts, the least that a method takes, and whether invoices may be paid in part.
#include "core/exchange/paper.h"
#include "tests/support/rule_fixture.h"

using namespace crm;
using namespace crm::test;

namespace {
struct PaymentRules : Rules
{
    const Id client = make("clients", {{"name", "Vector & Sons"}}).id();

    Id issued(qint64 amount, Id company = 0)
    {
        Document d = fresh("invoices", {{"client_id", client}, {"due_date", QDate::currentDate().addDays(++m_days)}});
        d.set("our_company_id", QVariant::fromValue<Id>(company));
        addLine(d, "invoice_lines", {{"title", "Work"}, {"rate", amount}});
        const Id id = repo->save(d).document.id();
        repo->runAction("invoices", id, "issue", {});
        return id;
    }
    Document payment(qint64 amount, const QList<QPair<Id, qint64>> &parts, const QVariantMap &more = {})
    {
        QVariantMap values{{"client_id", client}, {"amount", amount}};
        values.insert(more);
        Document d = fresh("payments", values);
        for (const auto &[id, part] : parts)
            addLine(d, "payment_lines", {{"invoice_id", id}, {"amount", part}});
        return d;
    }
    void inPart(bool allowed) { setOffice("full_payments_only", !allowed); }
    void setOffice(const QString &field, const QVariant &value)
    {
        Query query("office_settings");
        const Page page = repo->page(query, {});
        Document d = page.rows.isEmpty() ? fresh("office_settings", {{"name", "Ours"}})
                                         : repo->load("office_settings", page.rows.first().id);
        d.set(field, value);
        repo->save(d);
    }
    qint64 balance(Id invoice) { return repo->load("invoices", invoice).head().integer("balance"); }
    QString receipt(Id id) { return paperHtml(*repo, "payments", id, {}); }

private:
    int m_days = 0;
};
} // namespace

TEST_F(PaymentRules, AReceiptSaysWhatWasPaidForWhat)
{
    const Id method = make("payment_methods", {{"name", "Cash desk"}}).id(), one = issued(10'000), two = issued(5'000);
    const Document paid =
        repo->save(payment(16'000, {{one, 10'000}, {two, 5'000}}, {{"method_id", method}, {"reference", "T-7"}}))
            .document;
    const QString html = receipt(paid.id());
    for (const char *text : {"Receipt No. PAY-0001", "Vector &amp; Sons", "Cash desk", "T-7", "INV-0001", "INV-0002",
                             "100.00", "50.00", "160.00", "One hundred sixty", "for later invoices", "10.00"})
        EXPECT_TRUE(html.contains(text, Qt::CaseInsensitive)) << text << html.toStdString();
    const Id deposit = repo->save(payment(3'000, {})).document.id();
    EXPECT_TRUE(receipt(deposit).contains("A deposit"));
    const Id back = repo->runAction("payments", deposit, "pay_back", {}).second;
    EXPECT_TRUE(receipt(back).contains("Refund No.") && receipt(back).contains("PAY-0002"));
    const Id note = repo->runAction("invoices", one, "credit", {}).second;
    repo->runAction("credit_notes", note, "issue", {});
    EXPECT_THROW(receipt(row("payments", "kind", "credit")), Error) << "no money came";
    EXPECT_TRUE(paperTitle(paid).contains("PAY-0001"));
}

TEST_F(PaymentRules, AReceiptIsOfTheCompanyThatWroteTheInvoices)
{
    const Id tulips = make("companies", {{"name", "Tulips"}}).id();
    const Id one = issued(1'000, tulips), two = issued(1'000, tulips), office = issued(1'000);
    const Id paid = repo->save(payment(2'500, {{one, 1'000}, {two, 1'000}})).document.id();
    EXPECT_TRUE(receipt(paid).contains("Tulips"));
    const Id back = repo->runAction("payments", paid, "pay_back", {{"amount", 500}}).second;
    EXPECT_TRUE(receipt(back).contains("Tulips")) << "a refund of it too";
    const Id three = issued(1'000, tulips);
    const Id mixed = repo->save(payment(2'000, {{three, 1'000}, {office, 1'000}})).document.id();
    EXPECT_FALSE(receipt(mixed).contains("Tulips"));
}

TEST_F(PaymentRules, AMethodTakesNothingBelowItsSmallestPayment)
{
    const Id method = make("payment_methods", {{"name", "Terminal"}, {"minimum", 1'000}}).id();
    const QVariantMap byCard{{"method_id", method}};
    EXPECT_EQ(refused(payment(999, {}, byCard)), QStringList{"amount"});
    Document enough = repo->save(payment(1'000, {}, byCard)).document;
    enough.set("amount", 500);
    EXPECT_EQ(refused(enough), QStringList{"amount"});
    const Id other = make("payment_methods", {{"name", "Other"}}).id();
    EXPECT_EQ(refused(payment(999, {}, {{"method_id", other}})), QStringList{}) << "another method";
    const Id abroad = make("clients", {{"name", "Abroad"}, {"currency", "USD"}}).id();
    EXPECT_EQ(refused(payment(1, {}, {{"method_id", method}, {"client_id", abroad}})), QStringList{})
        << "another currency is not measured by it";
    Document raised = repo->load("payment_methods", method);
    raised.set("minimum", 5'000);
    repo->save(raised);
    enough = repo->load("payments", enough.id());
    enough.set("note", "as it was");
    EXPECT_EQ(refused(enough), QStringList{}) << "what was taken stays";
    const Id back = repo->runAction("payments", enough.id(), "pay_back", {{"method_id", method}}).second;
    EXPECT_EQ(repo->load("payments", back).head().integer("amount"), 1'000) << "refunds are not measured";
}

TEST_F(PaymentRules, InvoicesArePaidInPartOnlyWhereTheOfficeSaysSo)
{
    const Id begun = issued(10'000);
    EXPECT_EQ(refused(payment(4'000, {{begun, 4'000}})), QStringList{}) << "allowed, as long as nobody forbids it";
    inPart(false);
    const Id other = issued(3'000), small = issued(2'000);
    EXPECT_EQ(refused(payment(5'999, {{begun, 5'999}})), QStringList{"payment_lines/1/amount"});
    EXPECT_THROW(repo->runAction("invoices", other, "pay", {{"amount", 1'000}}), Error);
    EXPECT_EQ(refused(payment(3'000, {{other, 1'500}, {other, 1'500}})), QStringList{}) << "together all of it";
    const Id deposit = repo->save(payment(2'500, {})).document.id();
    repo->runAction("payments", deposit, "spread", {});
    EXPECT_EQ(balance(begun), 6'000) << "not in part";
    EXPECT_EQ(balance(small), 0) << "what it settles in full";
    EXPECT_THROW(repo->runAction("payments", deposit, "spread", {}), Error);
    EXPECT_EQ(refused(payment(6'000, {{begun, 6'000}})), QStringList{}) << "the last one settles it";
    const Id credited = issued(1'000), credits = issued(9'000);
    repo->runAction("invoices", credited, "pay", {});
    const Id note = repo->runAction("invoices", credited, "credit", {}).second;
    repo->runAction("credit_notes", note, "issue", {});
    repo->runAction("payments", row("payments", "kind", "credit"), "spread", {});
    EXPECT_EQ(balance(credits), 8'000) << "a credit settles a part all the same";
    inPart(true);
    EXPECT_EQ(refused(payment(1, {{credits, 1}})), QStringList{});
    EXPECT_EQ(repo->check().join(u'\n'), QString());
}

TEST_F(PaymentRules, InvoicesAreDueByTheTermsOfTheClientOrTheOffice)
{
    const auto due = [&](const QVariantMap &values) {
        QVariantMap all{{"client_id", client}, {"bill_date", QDate(2027, 1, 20)}};
        all.insert(values);
        return repo->save(fresh("invoices", all)).document.head().date("due_date");
    };
    EXPECT_FALSE(due({}).isValid()) << "nobody has said anything";
    setOffice("payment_days", 14);
    EXPECT_EQ(due({}), QDate(2027, 2, 3));
    EXPECT_EQ(due({{"due_date", QDate(2027, 3, 1)}}), QDate(2027, 3, 1)) << "what is said stands";
    const Id quick = make("clients", {{"name", "Quick"}, {"payment_days", 0}}).id();
    EXPECT_EQ(due({{"client_id", quick}}), QDate(2027, 1, 20));
    Document emptied = repo->save(fresh("invoices", {{"client_id", client}})).document;
    emptied.set("due_date", QVariant());
    EXPECT_FALSE(repo->save(emptied).document.head().date("due_date").isValid()) << "only new ones follow terms";
    setOffice("payment_days", QVariant());
}
