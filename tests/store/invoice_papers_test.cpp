// The act and the transfer document of an invoice: amounts by line that add up to the document, and what they lack.
#include "core/exchange/paper.h"
#include "core/model/error.h"
#include "core/modules/document_shares.h"
#include "tests/support/temp_database.h"
#include <QRandomGenerator>
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
struct InvoicePapers : ::testing::Test
{
    TempDatabase db;
    std::unique_ptr<Repository> repo = db.asSystem();

    Id make(const QString &entity, const QVariantMap &values)
    {
        Document d{Record(repo->catalog()->at(entity), newId())};
        for (auto it = values.begin(); it != values.end(); ++it)
            d.set(it.key(), it.value());
        return repo->save(d).document.id();
    }
    struct Line
    {
        QString title;
        qint64 quantity, rate;
        bool taxable = true;
    };
    Document invoice(const QList<Line> &lines, const QVariantMap &values = {})
    {
        Document d{Record(repo->catalog()->at("invoices"), newId())};
        d.set("client_id", client);
        for (auto it = values.begin(); it != values.end(); ++it)
            d.set(it.key(), it.value());
        for (const Line &l : lines) {
            Record line(repo->catalog()->at("invoice_lines"), newId());
            line.set("title", l.title);
            line.set("quantity", l.quantity);
            line.set("rate", l.rate);
            line.set("taxable", l.taxable);
            d.lines("invoice_lines").append(line);
        }
        return repo->save(d).document;
    }
    QString paper(Id id, const QString &kind) { return paperHtml(*repo, "invoices", id, {QLocale::c(), {}, kind}); }
    qint64 one() const
    {
        qint64 unit = 1;
        for (int i = 0; i < repo->catalog()->at("invoice_lines").field("quantity")->scale(); ++i)
            unit *= 10;
        return unit;
    }

    Id client = make("clients", {{"name", "Vector"}});
    Id tax = make("taxes", {{"name", "VAT of the test"}, {"percent", qint64(20'000)}});
};

TEST_F(InvoicePapers, PartsOfLinesAddUpToTheDocument)
{
    QRandomGenerator dice(20261129);
    for (int n = 0; n < 40; ++n) {
        QList<Line> lines;
        for (int i = 0; i < 1 + int(dice.bounded(7)); ++i)
            lines.append({"x", one() * (1 + dice.bounded(9)), qint64(dice.bounded(1'000'000)), dice.bounded(4) != 0});
        const Document d = invoice(lines, {{"tax_id", tax},
                                           {"taxes_included", dice.bounded(2) == 1},
                                           {"discount_percent", qint64(dice.bounded(9'000))}});
        modules::LineShare sum;
        const QList<modules::LineShare> shares = modules::lineShares(d, "invoice_lines");
        ASSERT_EQ(shares.size(), lines.size());
        for (int i = 0; i < shares.size(); ++i) {
            EXPECT_EQ(shares[i].net + shares[i].tax, shares[i].gross);
            if (!lines[i].taxable && i + 1 < shares.size()) {
                EXPECT_EQ(shares[i].tax, 0);
            }
            sum.tax += shares[i].tax;
            sum.gross += shares[i].gross;
        }
        EXPECT_EQ(sum.tax, d.head().integer("tax_total"));
        EXPECT_EQ(sum.gross, d.head().integer("total"));
    }
}

TEST_F(InvoicePapers, SayWhatTheyLack)
{
    const Document d = invoice({{"Work", one(), 10'000}}, {{"tax_id", tax}});
    EXPECT_TRUE(paperGaps(*repo, "invoices", d.id(), {}).isEmpty());
    EXPECT_EQ(paperGaps(*repo, "invoices", d.id(), "act").size(), 7);
    EXPECT_THROW(paper(d.id(), "poem"), Error);
    make("office_settings", {{"name", "Office"},
                             {"legal_name", "Roses & Sons"},
                             {"legal_address", "Main street 1"},
                             {"city", "Omsk"},
                             {"zip", "644000"},
                             {"tax_number", "7707083893"},
                             {"signatory", "A. Rose"}});
    Document who = repo->load("clients", client);
    who.set("city", "Tver");
    who.set("vat_number", "7707083893");
    repo->save(who);
    repo->runAction("invoices", d.id(), "issue", {});
    for (const char *kind : {"act", "transfer"})
        EXPECT_EQ(paperGaps(*repo, "invoices", d.id(), kind).join("; "), "");
    EXPECT_TRUE(paper(d.id(), "act").contains("Roses &amp; Sons"));
    EXPECT_TRUE(paper(d.id(), {}).contains("Omsk"));
    const QString transfer = paper(d.id(), "transfer");
    for (const char *text : {"INV-0001", "Roses &amp; Sons", "Vector", "100.00", "20.00", "120.00", "7707083893",
                             "644000, Omsk, Main street 1"})
        EXPECT_TRUE(transfer.contains(text)) << text;
}

/// Documents that name none are the office's, as they were before there were companies.
TEST_F(InvoicePapers, AreWrittenByTheCompanyThatTheDocumentNames)
{
    make("office_settings", {{"name", "Office"}, {"legal_name", "Roses & Sons"}, {"tax_number", "7707083893"}});
    const Id second = make("companies", {{"name", "Tulips"}, {"legal_address", "Side street 2"}});
    Document estimate{Record(repo->catalog()->at("estimates"), newId())};
    estimate.set("client_id", client);
    estimate.set("our_company_id", second);
    Record line(repo->catalog()->at("estimate_lines"), newId());
    line.set("title", "Work");
    line.set("rate", qint64(10'000));
    estimate.lines("estimate_lines").append(line);
    const Id offered = repo->save(estimate).document.id();
    const Id made = repo->runAction("estimates", offered, "to_invoice", {}).second;
    const Id old = invoice({{"Work", one(), 10'000}}).id();
    const QList<std::tuple<QString, QString, bool>> papers{{"Tulips", paperHtml(*repo, "estimates", offered, {}), true},
                                                           {"Tulips", paper(made, {}), true},
                                                           {"Tulips", paper(made, "act"), true},
                                                           {"Tulips", paper(made, "transfer"), true},
                                                           {"Roses &amp; Sons", paper(old, {}), false},
                                                           {"Roses &amp; Sons", paper(old, "act"), false}};
    for (const auto &[name, html, others] : papers) {
        EXPECT_TRUE(html.contains(name)) << html.toStdString();
        EXPECT_FALSE(html.contains(others ? "Roses" : "Tulips")) << html.toStdString();
    }
    EXPECT_TRUE(
        paperGaps(*repo, "invoices", made, "act").contains("your company's tax number (Our companies: Tulips)"));
    repo->runAction("invoices", made, "issue", {});
    Document issued = repo->load("invoices", made);
    issued.set("our_company_id", QVariant());
    EXPECT_THROW(repo->save(issued), Error) << "what is issued stays its";
    EXPECT_EQ(repo->loadMany("credit_notes", {repo->runAction("invoices", made, "credit", {}).second})
                  .first()
                  .head()
                  .ref("our_company_id"),
              second);
    EXPECT_THROW(repo->purge("companies", {second}), Error);
    EXPECT_THROW(repo->remove("companies", {second}), Error) << "copies and credit notes would fail";
    const Id unused = make("companies", {{"name", "Unused"}});
    repo->remove("companies", {unused});
    EXPECT_EQ(repo->totals(Query("companies"), {}).count, 1);
}

TEST_F(InvoicePapers, HaveNoRoomForTwoTaxes)
{
    const Id second = make("taxes", {{"name", "Another"}, {"percent", qint64(5'000)}});
    const Document d = invoice({{"Work", one(), 10'000}}, {{"tax_id", tax}, {"tax2_id", second}});
    EXPECT_EQ(paperGaps(*repo, "invoices", d.id(), "transfer").size(),
              paperGaps(*repo, "invoices", d.id(), "act").size() + 1);
}
} // namespace
