// What tests of e-invoices begin with: a file as a tree, the rules of EN 16931 and of the profile written down anew,
// for the official schema and schematron are not at hand here (those of the schema as the order of the elements), and
// an office with a client that lack nothing.
#pragma once
#include "core/exchange/document_files.h"
#include "core/model/country.h"
#include "tests/store/finance_fixture.h"
#include <QXmlStreamReader>

namespace crm::test {

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

inline Node read(QXmlStreamReader &xml)
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

inline Node parse(const QByteArray &content)
{
    QXmlStreamReader xml(content);
    EXPECT_TRUE(xml.readNextStartElement());
    const Node root = read(xml);
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
    return root;
}

constexpr __int128 one = 100'000'000, cent = 1'000'000;

/// The elements of a node stand in the order of the schema.
inline void isInOrder(const Node &node, const QStringList &order)
{
    qsizetype at = 0;
    for (const Node &child : node.children) {
        const qsizetype place = order.indexOf(child.name);
        EXPECT_GE(place, at) << child.name.toStdString() << " in " << node.name.toStdString();
        at = std::max(at, place);
    }
}

inline void isOrdered(const Node &d)
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

inline __int128 allowances(const Node &of, bool charge, const QString &category = {}, const QString &percent = {})
{
    __int128 sum = 0;
    for (const Node &a : of.all("AllowanceCharge")) {
        if (a("ChargeIndicator") == (charge ? "true" : "false") &&
            (category.isEmpty() || (a("TaxCategory/ID") == category && a("TaxCategory/Percent") == percent)))
            sum += Node::number(a("Amount"));
    }
    return sum;
}

inline __int128 distance(__int128 a, __int128 b) { return a < b ? b - a : a - b; }

/// BR-CO-10 to 17, BR-S-08 and its like, PEPPOL-EN16931-R120 and what decimals there may be. @param coin the smallest
inline void addsUp(const Node &d, __int128 coin)
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
                                               {"legal_address", "Main street 1"},
                                               {"city", "Berlin"},
                                               {"zip", "10115"},
                                               {"account", "DE89 3704 0044 0532 0130 00"},
                                               {"bic", "cobadeff xxx"},
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
    QByteArray file(const QString &entity, Id id) { return documentFile(*repo, repo->load(entity, id), "e-invoice"); }
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

} // namespace crm::test
