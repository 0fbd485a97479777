// E-invoices: amounts that add up by the rules of EN 16931 and to what is stored, whatever the document is like; what
// they lack; what stands where.
#include "tests/store/e_invoice_fixture.h"
#include <QRandomGenerator>

using namespace crm;
using namespace crm::test;

namespace {
TEST_F(EInvoices, AddUpByTheRulesAndToWhatIsStored)
{
    QRandomGenerator dice(20261130);
    const QList<Id> partners{partner("EUR"), partner("JPY")};
    const auto chance = [&](int of) { return dice.bounded(of) == 0; };
    int tried = 0;
    for (int n = 0; n < 40; ++n) {
        const bool yen = chance(4);
        Document d = invoice(partners[yen], {{"taxes_included", chance(2)},
                                             {"rounding", chance(2) ? "lines" : "document"},
                                             {"discount_when", chance(2) ? "before_tax" : "after_tax"}});
        if (!chance(5))
            d.set("tax_id", vat);
        if (chance(3))
            d.set("tax2_id", withheld);
        if (chance(2))
            d.set("discount_percent", qint64(dice.bounded(9'000)));
        else if (chance(2))
            d.set("discount_amount", qint64(dice.bounded(5'000)));
        const int count = 1 + int(dice.bounded(8));
        for (int i = 0; i < count; ++i) {
            add(d, {{"title", "x"},
                    {"quantity", qint64(dice.bounded(1, 20'000)) * (chance(12) ? -1 : 1)},
                    {"rate", qint64(dice.bounded(200'000)) * (chance(12) ? -1 : 1)},
                    {"discount", chance(3) ? qint64(dice.bounded(10'000)) : qint64(0)},
                    {"taxable", !chance(4)}});
        }
        d.set("status", "issued");
        Document stored;
        if (!refusal([&] { stored = repo->save(d).document; }).isEmpty())
            continue; // below zero
        const Node root = parse(file("invoices", stored.id()));
        isOrdered(root);
        const __int128 coin = yen ? one : cent;
        addsUp(root, coin);
        const auto is = [&](const QString &path, const char *field, qint64 more = 0) {
            return root.sum(path) == (stored.head().integer(field) + more) * coin;
        };
        const qint64 prepaid = qint64(root.sum("LegalMonetaryTotal/PrepaidAmount") / coin);
        if (d.head().ref("tax2_id") == 0) {
            EXPECT_EQ(prepaid, 0);
        }
        EXPECT_TRUE(is("LegalMonetaryTotal/PayableAmount", "total")) << n;
        EXPECT_TRUE(is("TaxTotal/TaxAmount", "tax_total", prepaid)) << n;
        if (::testing::Test::HasFailure())
            FAIL() << n << '\n' << file("invoices", stored.id()).toStdString();
        ++tried;
    }
    EXPECT_GT(tried, 25);
}

TEST_F(EInvoices, SayWhatTheyLackAndWhereToFillItIn)
{
    Document d = invoice(client.id(), {{"reference", {}}, {"tax_id", vat}});
    add(d, {{"title", "Work"}, {"rate", qint64(10'000)}, {"unit", "barrel"}});
    add(d, {{"title", "Stamps"}, {"rate", qint64(1'000)}, {"taxable", false}});
    const Id id = repo->save(d).document.id();
    for (const char *field : {"country_code", "e_address", "tax_number", "exemption_reason", "bic", "account"})
        office.set(field, QVariant());
    office = repo->save(office).document;
    const QString said = refusal([&] { file("invoices", id); });
    for (const char *gap :
         {"the number: issue", "your company's country code (settings of the office)",
          "your company's electronic address", "your company's tax number", "the client's country code (on the client)",
          "the client's electronic address", "the client's reference (on the invoice)", "the unit “barrel” (Units)",
          "why lines without tax bear none"})
        EXPECT_TRUE(said.contains(gap)) << gap << "\n" << said.toStdString();
    EXPECT_FALSE(said.contains("VAT category")) << "above zero it is the standard rate";
    EXPECT_NE(refusal([&] { documentFile(*repo, repo->load("invoices", id), "poem"); }), QString());

    const Id none = make("taxes", {{"name", "Nothing"}, {"percent", qint64(0)}}).id();
    Document zero = invoice(client.id(), {{"tax_id", none}, {"tax2_id", vat}});
    add(zero, {{"title", "Work"}, {"rate", qint64(10'000)}});
    EXPECT_TRUE(refusal([&] { file("invoices", repo->save(zero).document.id()); }).contains("no room for two"));
    Document bare = invoice(client.id(), {{"tax_id", none}});
    add(bare, {{"title", "Work"}, {"rate", qint64(10'000)}});
    EXPECT_TRUE(refusal([&] { file("invoices", repo->save(bare).document.id()); }).contains("tax “Nothing” (Taxes)"));
}

/// Zero rates of every kind: the reverse charge wants both VAT numbers, who is outside of VAT names none.
TEST_F(EInvoices, SayWhyNoTaxIsCharged)
{
    const Id whose = partner("EUR");
    for (const QString &category : {QString("Z"), QString("E"), QString("AE"), QString("G"), QString("O")}) {
        const Id tax = make("taxes", {{"name", "Zero " + category},
                                      {"percent", qint64(0)},
                                      {"category", category},
                                      {"exemption_reason", category == "E" ? "Section 19" : ""}})
                           .id();
        Document d =
            invoice(whose, {{"tax_id", tax}, {"discount_when", "after_tax"}, {"discount_percent", qint64(1'000)}});
        add(d, {{"title", "Work"}, {"rate", qint64(10'000)}, {"unit", "h"}});
        add(d, {{"title", "Stamps"}, {"rate", qint64(1'000)}, {"taxable", false}});
        d = issued(d);
        if (category == "AE") {
            EXPECT_TRUE(refusal([&] { file("invoices", d.id()); }).contains("the client's VAT number"));
            Document who = repo->load("clients", whose);
            who.set("vat_number", "USt-IdNr. DE 129273398");
            repo->save(who);
        }
        const QByteArray content = file("invoices", d.id());
        const Node root = parse(content);
        isOrdered(root);
        addsUp(root, cent);
        QStringList categories;
        for (const Node &line : root.all("InvoiceLine"))
            categories << line("Item/ClassifiedTaxCategory/ID");
        EXPECT_EQ(categories, (QStringList{category, category == "O" ? "O" : "E"}));
        EXPECT_EQ(root("InvoiceLine/InvoicedQuantity"), "1");
        EXPECT_EQ(root.all("InvoiceLine/InvoicedQuantity").first().attributes.value("unitCode"), "HUR");
        const QString seller = "AccountingSupplierParty/Party/";
        EXPECT_EQ(root(seller + "PartyTaxScheme/CompanyID"), category == "O" ? QString() : "DE123456789");
        EXPECT_EQ(content.contains("<cbc:Percent>"), category != "O");
        if (category == "AE") {
            EXPECT_EQ(root("AccountingCustomerParty/Party/PartyTaxScheme/CompanyID"), "DE129273398");
        }
    }
}

TEST_F(EInvoices, CreditNotesNameTheirInvoice)
{
    Document d =
        invoice(partner("EUR"), {{"tax_id", vat}, {"bill_date", QDate(2026, 11, 3)}, {"due_date", QDate(2026, 12, 1)}});
    add(d, {{"title", "Work <&> \x01 more"}, {"quantity", qint64(1'500)}, {"rate", qint64(9'999)}, {"kind", "item"}});
    add(d, {{"title", "Chapter"}, {"kind", "heading"}});
    d = issued(d);
    const Node made = parse(file("invoices", d.id()));
    EXPECT_EQ(made("ID"), d.head().text("number"));
    EXPECT_EQ(made("DueDate"), "2026-12-01");
    EXPECT_EQ(made("BuyerReference"), "PO-7");
    EXPECT_EQ(made.all("InvoiceLine").size(), 1);
    EXPECT_EQ(made("InvoiceLine/Item/Name"), "Work <&>  more");
    EXPECT_EQ(made("InvoiceLine/Price/PriceAmount"), "99.99");
    const QString seller = "AccountingSupplierParty/Party/";
    EXPECT_EQ(made(seller + "PartyLegalEntity/RegistrationName"), "Roses & Sons");
    EXPECT_EQ(made(seller + "PostalAddress/CityName"), "Berlin");
    EXPECT_EQ(made(seller + "PostalAddress/PostalZone"), "10115");
    EXPECT_EQ(made("PaymentMeans/PayeeFinancialAccount/ID"), "DE89370400440532013000");
    EXPECT_EQ(made("PaymentMeans/PayeeFinancialAccount/FinancialInstitutionBranch/ID"), "COBADEFFXXX");

    const Id tulips = make("companies", {{"name", "Tulips"},
                                         {"tax_number", "FR40303265045"},
                                         {"country_code", "FR"},
                                         {"e_address", "0009:12345678901234"}})
                          .id();
    Document theirs = invoice(d.head().ref("client_id"), {{"tax_id", vat}, {"our_company_id", tulips}});
    add(theirs, {{"title", "Work"}, {"rate", qint64(9'999)}});
    EXPECT_EQ(parse(file("invoices", issued(theirs).id()))("AccountingSupplierParty/Party/EndpointID"),
              "12345678901234");

    const auto next = repo->runAction("invoices", d.id(), "credit", {});
    repo->runAction("credit_notes", next.second, "issue", {});
    const Node credit = parse(file("credit_notes", next.second));
    EXPECT_EQ(credit.name, "CreditNote");
    isOrdered(credit);
    addsUp(credit, cent);
    EXPECT_EQ(credit("CreditNoteTypeCode"), "381");
    EXPECT_EQ(credit("BillingReference/InvoiceDocumentReference/ID"), d.head().text("number"));
    EXPECT_EQ(credit("BillingReference/InvoiceDocumentReference/IssueDate"), "2026-11-03");
    EXPECT_EQ(credit("BuyerReference"), "PO-7");
    EXPECT_EQ(credit("LegalMonetaryTotal/PayableAmount"), made("LegalMonetaryTotal/PayableAmount"));

    repo->runAction("credit_notes", next.second, "cancel", {{"reason", "Wrong"}});
    EXPECT_TRUE(refusal([&] { file("credit_notes", next.second); }).contains("cancelled"));
}
} // namespace
