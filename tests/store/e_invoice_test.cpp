// E-invoices: amounts that add up by the rules of EN 16931 and to what is stored, whatever the document is like; what
// they lack; what stands where. The official schema and schematron are not at hand here: the rules are written down
// anew below, those of the schema as the order of the elements.
#include "core/exchange/document_files.h"
#include "core/model/country.h"
#include "tests/store/finance_fixture.h"
#include <QRandomGenerator>
#include <QXmlStreamReader>

using namespace crm;
using namespace crm::test;

namespace {
struct Node
{
    QString name, text;
    QHash<QString, QString> attributes;
    QList<Node> children;

    QList<Node> all(const QString &path) const
    {
        const QString first = path.section(u'/', 0, 0), rest = path.section(u'/', 1);
        QList<Node> out;
        for (const Node &child : children) {
            if (child.name == first)
                out += rest.isEmpty() ? QList<Node>{child} : child.all(rest);
        }
        return out;
    }
    QString operator()(const QString &path) const
    {
        const QList<Node> found = all(path);
        return found.isEmpty() ? QString() : found.first().text;
    }
    /// In ten-millionths of a hundredth: prices have eight digits.
    static __int128 number(const QString &text)
    {
        const QString digits = text.section(u'.', 1);
        EXPECT_LE(digits.size(), 8) << text.toStdString();
        const qint64 whole = text.section(u'.', 0, 0).toLongLong() * (text.startsWith(u'-') ? -1 : 1);
        const __int128 value = __int128(whole) * 100'000'000 + digits.leftJustified(8, u'0').toLongLong();
        return text.startsWith(u'-') ? -value : value;
    }
    __int128 sum(const QString &path) const
    {
        __int128 sum = 0;
        const QList<Node> found = all(path);
        for (const Node &node : found)
            sum += number(node.text);
        return sum;
    }
};

Node read(QXmlStreamReader &xml)
{
    Node node{xml.name().toString(), {}, {}, {}};
    for (const QXmlStreamAttribute &a : xml.attributes())
        node.attributes.insert(a.name().toString(), a.value().toString());
    while (xml.readNext() != QXmlStreamReader::EndElement && !xml.hasError()) {
        if (xml.isStartElement())
            node.children.append(read(xml));
        else if (xml.isCharacters() && !xml.isWhitespace())
            node.text += xml.text();
    }
    EXPECT_FALSE(node.children.isEmpty() && node.text.isEmpty()) << "empty: " << node.name.toStdString();
    return node;
}

Node parse(const QByteArray &content)
{
    QXmlStreamReader xml(content);
    EXPECT_TRUE(xml.readNextStartElement());
    const Node root = read(xml);
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
    return root;
}

constexpr __int128 one = 100'000'000, cent = 1'000'000;

/// The elements of a node stand in the order of the schema.
void isInOrder(const Node &node, const QStringList &order)
{
    qsizetype at = 0;
    for (const Node &child : node.children) {
        const qsizetype place = order.indexOf(child.name);
        EXPECT_GE(place, at) << child.name.toStdString() << " in " << node.name.toStdString();
        at = std::max(at, place);
    }
}

void isOrdered(const Node &d)
{
    const QStringList amount{"ChargeIndicator", "AllowanceChargeReasonCode", "AllowanceChargeReason", "Amount",
                             "TaxCategory"};
    isInOrder(d, {"CustomizationID",
                  "ProfileID",
                  "ID",
                  "IssueDate",
                  "DueDate",
                  "InvoiceTypeCode",
                  "CreditNoteTypeCode",
                  "Note",
                  "DocumentCurrencyCode",
                  "BuyerReference",
                  "BillingReference",
                  "AccountingSupplierParty",
                  "AccountingCustomerParty",
                  "PaymentMeans",
                  "PaymentTerms",
                  "AllowanceCharge",
                  "TaxTotal",
                  "LegalMonetaryTotal",
                  "InvoiceLine",
                  "CreditNoteLine"});
    for (const QString &side : {QString("AccountingSupplierParty"), QString("AccountingCustomerParty")}) {
        const Node party = d.all(side + "/Party").value(0);
        isInOrder(party, {"EndpointID", "PartyIdentification", "PartyName", "PostalAddress", "PartyTaxScheme",
                          "PartyLegalEntity", "Contact"});
        isInOrder(party.all("PostalAddress").value(0),
                  {"StreetName", "CityName", "PostalZone", "CountrySubentity", "Country"});
        EXPECT_TRUE(isCountryCode(party("PostalAddress/Country/IdentificationCode")));
        EXPECT_FALSE(party("EndpointID").isEmpty());
    }
    for (const Node &line : d.all("InvoiceLine") + d.all("CreditNoteLine")) {
        isInOrder(line, {"ID", "InvoicedQuantity", "CreditedQuantity", "LineExtensionAmount", "AllowanceCharge", "Item",
                         "Price"});
        isInOrder(line.all("Item").value(0), {"Description", "Name", "ClassifiedTaxCategory"});
    }
    for (const Node &a : d.all("AllowanceCharge"))
        isInOrder(a, amount);
    isInOrder(d.all("LegalMonetaryTotal").value(0),
              {"LineExtensionAmount", "TaxExclusiveAmount", "TaxInclusiveAmount", "AllowanceTotalAmount",
               "ChargeTotalAmount", "PrepaidAmount", "PayableAmount"});
}

__int128 allowances(const Node &of, bool charge, const QString &category = {}, const QString &percent = {})
{
    __int128 sum = 0;
    for (const Node &a : of.all("AllowanceCharge")) {
        if (a("ChargeIndicator") == (charge ? "true" : "false") &&
            (category.isEmpty() || (a("TaxCategory/ID") == category && a("TaxCategory/Percent") == percent)))
            sum += Node::number(a("Amount"));
    }
    return sum;
}

__int128 distance(__int128 a, __int128 b) { return a < b ? b - a : a - b; }

/// BR-CO-10 to 17, BR-S-08 and its like, PEPPOL-EN16931-R120 and what decimals there may be. @param coin the smallest
void addsUp(const Node &d, __int128 coin)
{
    const Node totals = d.all("LegalMonetaryTotal").value(0);
    const QList<Node> lines = d.all("InvoiceLine") + d.all("CreditNoteLine");
    __int128 net = 0;
    for (const Node &line : lines) {
        const __int128 own = Node::number(line("LineExtensionAmount")), price = Node::number(line("Price/PriceAmount"));
        const __int128 quantity = Node::number(line("InvoicedQuantity") + line("CreditedQuantity")) / (one / 1000);
        const __int128 worth = quantity * price / 1000 + allowances(line, true) - allowances(line, false);
        EXPECT_LE(distance(worth, own), 2 * cent) << "R120";
        EXPECT_GE(price, 0) << "BR-27";
        EXPECT_FALSE(line("Item/Name").isEmpty()) << "BR-25";
        net += own;
    }
    EXPECT_TRUE(net == totals.sum("LineExtensionAmount")) << "BR-CO-10";
    EXPECT_TRUE(allowances(d, false) == totals.sum("AllowanceTotalAmount")) << "BR-CO-11";
    EXPECT_TRUE(allowances(d, true) == totals.sum("ChargeTotalAmount")) << "BR-CO-12";
    const __int128 without = net - allowances(d, false) + allowances(d, true);
    EXPECT_TRUE(without == totals.sum("TaxExclusiveAmount")) << "BR-CO-13";
    const __int128 tax = d.sum("TaxTotal/TaxAmount");
    EXPECT_TRUE(tax == d.sum("TaxTotal/TaxSubtotal/TaxAmount")) << "BR-CO-14";
    EXPECT_TRUE(without + tax == totals.sum("TaxInclusiveAmount")) << "BR-CO-15";
    EXPECT_TRUE(without + tax - totals.sum("PrepaidAmount") == totals.sum("PayableAmount")) << "BR-CO-16";
    QSet<QString> seen;
    for (const Node &group : d.all("TaxTotal/TaxSubtotal")) {
        const QString category = group("TaxCategory/ID"), percent = group("TaxCategory/Percent");
        EXPECT_FALSE(seen.contains(category + percent)) << "each once";
        seen.insert(category + percent);
        __int128 base = allowances(d, true, category, percent) - allowances(d, false, category, percent);
        for (const Node &line : lines) {
            if (line("Item/ClassifiedTaxCategory/ID") == category &&
                line("Item/ClassifiedTaxCategory/Percent") == percent)
                base += Node::number(line("LineExtensionAmount"));
        }
        EXPECT_TRUE(base == group.sum("TaxableAmount")) << "BR-S-08";
        const __int128 due = base * (Node::number(percent.isEmpty() ? "0" : percent) / (one / 1000)) / 100'000;
        EXPECT_LE(distance(due, group.sum("TaxAmount")), 2 * coin) << "BR-CO-17, closer than it asks";
        EXPECT_EQ(category == "S" || category == "Z", group("TaxCategory/TaxExemptionReason").isEmpty()) << "BR-E-10";
    }
}

struct EInvoices : FinanceFixture
{
    Id vat = make("taxes", {{"name", "VAT of the test"}, {"percent", qint64(20'000)}}).id();
    Id withheld =
        make("taxes", {{"name", "Withheld of the test"}, {"percent", qint64(5'000)}, {"withheld", true}}).id();
    Document office = make("office_settings", {{"name", "Roses"},
                                               {"legal_name", "Roses & Sons"},
                                               {"tax_number", "DE 123.456.789"},
                                               {"legal_address", "Main street 1, 10115 Berlin"},
                                               {"country_code", "de"},
                                               {"e_address", "9930:DE123456789"},
                                               {"exemption_reason", "Section 4"}});
    Id partner(const QString &currency)
    {
        return make("clients", {{"name", "Vector " + currency},
                                {"currency", currency},
                                {"country", "Deutschland"},
                                {"e_address", "0088:4012345000009"}})
            .id();
    }
    QByteArray file(const QString &entity, Id id) { return documentFile(*repo, entity, id, "e-invoice"); }
    Document issued(const Document &draft, const QString &entity = "invoices")
    {
        const Id id = repo->save(draft).document.id();
        repo->runAction(entity, id, "issue", {});
        return repo->load(entity, id);
    }
    Document invoice(Id whose, const QVariantMap &values = {})
    {
        Document d = fresh("invoices", {{"client_id", whose}, {"reference", "PO-7"}});
        set(d.head(), values);
        return d;
    }
};

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
    for (const char *field : {"country_code", "e_address", "tax_number", "exemption_reason"})
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
    EXPECT_NE(refusal([&] { documentFile(*repo, "invoices", id, "poem"); }), QString());

    const Id none = make("taxes", {{"name", "Nothing"}, {"percent", qint64(0)}}).id();
    Document zero = invoice(client.id(), {{"tax_id", none}, {"tax2_id", vat}});
    add(zero, {{"title", "Work"}, {"rate", qint64(10'000)}});
    EXPECT_TRUE(refusal([&] { file("invoices", repo->save(zero).document.id()); }).contains("no room for two"));
    Document bare = invoice(client.id(), {{"tax_id", none}});
    add(bare, {{"title", "Work"}, {"rate", qint64(10'000)}});
    EXPECT_TRUE(refusal([&] { file("invoices", repo->save(bare).document.id()); }).contains("tax “Nothing” (Taxes)"));
}

TEST_F(EInvoices, FieldsTakeWhatTheFormatsKnow)
{
    EXPECT_EQ(office.head().text("country_code"), "DE");
    EXPECT_EQ(refused(fresh("clients", {{"name", "x"}, {"country_code", "QQ"}})), QStringList{"country_code"});
    EXPECT_EQ(refused(fresh("clients", {{"name", "x"}, {"e_address", "12345"}})), QStringList{"e_address"});
    EXPECT_EQ(refused(fresh("units", {{"name", "x"}, {"code", "%"}})), QStringList{"code"});
    EXPECT_EQ(refused(fresh("taxes", {{"name", "x"}, {"percent", qint64(7'000)}, {"category", "Z"}})),
              QStringList{"category"});
    EXPECT_EQ(refused(fresh("taxes", {{"name", "x"}, {"percent", qint64(0)}, {"category", "S"}})),
              QStringList{"category"});
    EXPECT_EQ(countryCode("germany"), "DE");
    EXPECT_EQ(countryCode(" deutschland "), "DE");
    EXPECT_EQ(countryCode("Atlantis"), QString());
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
            who.set("vat_number", "FR 40 303265045");
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
            EXPECT_EQ(root("AccountingCustomerParty/Party/PartyTaxScheme/CompanyID"), "FR40303265045");
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
    EXPECT_EQ(made("AccountingSupplierParty/Party/PartyLegalEntity/RegistrationName"), "Roses & Sons");

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
