// E-invoices: whose numbers stand in them, in which language, and what stays as it was when they were issued.
#include "tests/store/e_invoice_fixture.h"
#include <QCoreApplication>
#include <QTranslator>

using namespace crm;
using namespace crm::test;

namespace {
TEST_F(EInvoices, FieldsTakeWhatTheFormatsKnow)
{
    EXPECT_EQ(office.head().text("country_code"), "DE");
    EXPECT_EQ(refused(fresh("clients", {{"name", "x"}, {"country_code", "QQ"}})), QStringList{"country_code"});
    EXPECT_EQ(refused(fresh("clients", {{"name", "x"}, {"e_address", "12345"}})), QStringList{"e_address"});
    for (const char *unknown : {"ZZ:AB", "9999:AB", "EM:a@b.example"}) {
        EXPECT_EQ(refused(fresh("clients", {{"name", "x"}, {"e_address", unknown}})), QStringList{"e_address"});
    }
    EXPECT_TRUE(refusal([&] { make("clients", {{"name", "x"}, {"e_address", "9999:AB"}}); }).contains("codelist/eas"));
    for (const char *known : {"0002:1", "0216:1", "9910:1", "9959:1"})
        EXPECT_EQ(refused(fresh("clients", {{"name", "x"}, {"e_address", known}})), QStringList()) << known;
    EXPECT_EQ(refused(fresh("units", {{"name", "x"}, {"code", "%"}})), QStringList{"code"});
    EXPECT_EQ(refused(fresh("taxes", {{"name", "x"}, {"percent", qint64(7'000)}, {"category", "Z"}})),
              QStringList{"category"});
    EXPECT_EQ(refused(fresh("taxes", {{"name", "x"}, {"percent", qint64(0)}, {"category", "S"}})),
              QStringList{"category"});
    EXPECT_EQ(countryCode("germany"), "DE");
    EXPECT_EQ(countryCode(" deutschland "), "DE");
    EXPECT_EQ(countryCode("Atlantis"), QString());
}

TEST_F(EInvoices, BanksAndRegistersOfOtherCountriesHaveOtherNumbers)
{
    EXPECT_EQ(office.head().text("bic"), "COBADEFFXXX");
    const QVariantMap german{
        {"name", "x"},         {"country_code", "de"},   {"kpp", "-"},
        {"ogrn", "HRB 86 B"},  {"bic", "DEUTDEFF"},      {"account", "DE02 1203 0000 0000 2020 51"},
        {"vat_number", "123"}, {"tax_number", "DE 123"}, {"correspondent_account", "5"}};
    const auto with = [&](const QString &entity, const char *country, const char *bic) {
        QVariantMap values = german;
        values.remove(entity == u"clients" ? "tax_number" : "vat_number");
        values["name"] = QLatin1String(country) + QLatin1String(bic);
        values["country_code"] = country;
        values["bic"] = bic;
        return refused(fresh(entity, values));
    };
    for (const QString &entity : {QString("clients"), QString("companies")}) {
        EXPECT_EQ(with(entity, "DE", "DEUTDEFF"), QStringList());
        EXPECT_EQ(with(entity, "KZ", "044525225"), QStringList()) << "an account in Russia";
        for (const char *wrong : {"DEUTDEF", "DEUTDEFF5", "1EUTDEFF", "944525225"})
            EXPECT_EQ(with(entity, "DE", wrong), QStringList{"bic"}) << wrong;
        for (const char *country : {"", "RU"}) {
            EXPECT_TRUE(with(entity, country, "DEUTDEFF").contains("bic")) << country;
            EXPECT_EQ(with(entity, country, "DEUTDEFF").size() > 1, *country != 0) << "one reason, where it is one";
            EXPECT_TRUE(with(entity, country, "044525225").contains("ogrn")) << country;
        }
    }
    EXPECT_TRUE(refusal([&] { make("clients", {{"name", "x"}, {"bic", "DEUTDEFF"}}); }).contains("country code"));
}

TEST_F(EInvoices, KeepTheVatCategoryOfTheDayTheyWereIssued)
{
    const Id whose = partner("EUR");
    const auto with = [&](Id tax) {
        Document d = invoice(whose, {{"tax_id", tax}});
        add(d, {{"title", "Work"}, {"rate", qint64(10'000)}});
        return issued(d).id();
    };
    const auto becomes = [&](Id tax, qint64 percent, const QString &category) {
        Document d = repo->load("taxes", tax);
        set(d.head(), {{"percent", percent}, {"category", category}, {"exemption_reason", "Section 4"}});
        repo->save(d);
    };
    const Id above = with(vat);
    becomes(vat, 0, "E");
    const Node root = parse(file("invoices", above));
    addsUp(root, cent);
    EXPECT_EQ(root("TaxTotal/TaxSubtotal/TaxCategory/ID"), "S");
    EXPECT_EQ(root("TaxTotal/TaxSubtotal/TaxCategory/Percent"), "20");
    EXPECT_EQ(root("InvoiceLine/Item/ClassifiedTaxCategory/ID"), "S");

    const Id none = with(vat);
    EXPECT_EQ(parse(file("invoices", none))("TaxTotal/TaxSubtotal/TaxCategory/ID"), "E");
    for (const char *category : {"S", ""}) {
        becomes(vat, 19'000, category);
        EXPECT_TRUE(refusal([&] { file("invoices", none); }).contains("“VAT of the test” had when it charged nothing"));
    }
    EXPECT_EQ(parse(file("invoices", above))("TaxTotal/TaxSubtotal/TaxCategory/ID"), "S");
}

TEST_F(EInvoices, VatNumbersBeginWithTheLettersOfTheirCountry)
{
    const Id whose = partner("EUR");
    Document d = invoice(whose, {{"tax_id", vat}});
    add(d, {{"title", "Work"}, {"rate", qint64(10'000)}});
    d = issued(d);
    const std::tuple<const char *, const char *, const char *> cases[] = {{"DK", "CVR 12345678", ""},
                                                                          {"DK", "DK 12 34 56 78", "DK12345678"},
                                                                          {"DE", "VAT DE123456789", "DE123456789"},
                                                                          {"VA", "VAT DE123456789", ""},
                                                                          {"IN", "INN 7707083893", ""},
                                                                          {"RU", "INN 7707083893", ""},
                                                                          {"NI", "NIP 5260250274", ""},
                                                                          {"CI", "CIF B12345678", ""},
                                                                          {"NO", "VAT no. NO 923456783", "NO923456783"},
                                                                          {"GR", "EL 094259216", "EL094259216"},
                                                                          {"FR", "EL 094259216", ""},
                                                                          {"GB", "XI 123456789", "XI123456789"},
                                                                          {"AT", "ATU 12345678", "ATU12345678"},
                                                                          {"BE", "FR 40 303265045", ""}};
    for (const auto &[country, typed, expected] : cases) {
        Document who = repo->load("clients", whose);
        set(who.head(), {{"country_code", country}, {"vat_number", typed}});
        repo->save(who);
        const Node root = parse(file("invoices", d.id()));
        const QString buyer = "AccountingCustomerParty/Party/";
        EXPECT_EQ(root(buyer + "PartyTaxScheme/CompanyID"), expected) << country << ' ' << typed;
        EXPECT_EQ(root(buyer + "PartyIdentification/ID"), *expected ? "" : typed) << country;
    }
}

/// Says everything in a language that nobody speaks.
struct OtherLanguage : QTranslator
{
    OtherLanguage() { QCoreApplication::installTranslator(this); }
    ~OtherLanguage() override { QCoreApplication::removeTranslator(this); }
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return QStringLiteral("~") + QString::fromUtf8(source);
    }
};

TEST_F(EInvoices, AreEnglishWhoeverWritesThem)
{
    const Id tax = make("taxes", {{"name", "Reversed"}, {"percent", qint64(0)}, {"category", "G"}}).id();
    Document d = invoice(
        partner("EUR"),
        {{"tax_id", tax}, {"tax2_id", withheld}, {"discount_when", "after_tax"}, {"discount_percent", qint64(1'000)}});
    add(d, {{"title", "Work"}, {"rate", qint64(10'000)}, {"discount", qint64(500)}, {"unit", "h"}});
    d = issued(d);
    const OtherLanguage other;
    ASSERT_TRUE(refusal([&] { documentFile(*repo, d, "poem"); }).startsWith(u'~'));
    const QByteArray content = file("invoices", d.id());
    EXPECT_FALSE(content.contains('~')) << content.toStdString();
    const Node root = parse(content);
    EXPECT_EQ(root("TaxTotal/TaxSubtotal/TaxCategory/TaxExemptionReason"), "Export outside the EU");
    EXPECT_EQ(root("InvoiceLine/AllowanceCharge/AllowanceChargeReason"), "Discount");
    EXPECT_EQ(root("AllowanceCharge/AllowanceChargeReason"), "Discount after tax");
    EXPECT_TRUE(root("PaymentTerms/Note").startsWith("Payable on receipt\nTax withheld at source: "));
}
} // namespace
