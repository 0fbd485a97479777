#include "core/exchange/ubl.h"
#include "core/model/money.h"
#include <QXmlStreamWriter>

namespace crm {

namespace {
const QString cbc = QStringLiteral("urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2");
const QString cac = QStringLiteral("urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2");
const QString schema = QStringLiteral("urn:oasis:names:specification:ubl:schema:xsd:%1-2");
const QString customization =
    QStringLiteral("urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0");
const QString profile = QStringLiteral("urn:fdc:peppol.eu:2017:poacc:billing:01:1.0");

/// Without what XML 1.0 cannot say at all.
QString sayable(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            out += c;
            out += text.at(++i);
        } else if (c == u'\t' || c == u'\n' || (c >= u' ' && !c.isSurrogate() && c < QChar(0xfffe))) {
            out += c;
        }
    }
    return out.trimmed();
}

/// "19.9" of 19.900: a number without idle zeroes.
QString plain(const Decimal &number)
{
    QString text = number.toString();
    if (text.contains(u'.')) {
        while (text.endsWith(u'0'))
            text.chop(1);
        if (text.endsWith(u'.'))
            text.chop(1);
    }
    return text;
}

struct Totals
{
    qint64 lines = 0, allowances = 0, charges = 0, tax = 0;
    qint64 withoutTax() const { return addExact(addExact(lines, -allowances), charges); }
    qint64 withTax() const { return addExact(withoutTax(), tax); }
};

Totals totalsOf(const UblDocument &d)
{
    Totals t;
    for (const UblLine &line : d.lines)
        t.lines = addExact(t.lines, line.net);
    for (const UblAllowance &a : d.allowances) {
        if (a.amount >= 0)
            t.allowances = addExact(t.allowances, a.amount);
        else
            t.charges = addExact(t.charges, -a.amount);
    }
    for (const UblTax &tax : d.taxes)
        t.tax = addExact(t.tax, tax.amount);
    return t;
}

class Writer
{
public:
    explicit Writer(const UblDocument &document)
        : m_d(document)
        , m_xml(&m_out)
    {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(1);
    }

    QByteArray all()
    {
        const QString root = m_d.credit ? QStringLiteral("CreditNote") : QStringLiteral("Invoice");
        m_xml.writeStartDocument();
        m_xml.writeDefaultNamespace(schema.arg(root));
        m_xml.writeNamespace(cac, QStringLiteral("cac"));
        m_xml.writeNamespace(cbc, QStringLiteral("cbc"));
        m_xml.writeStartElement(schema.arg(root), root);
        head();
        open("AccountingSupplierParty");
        party(m_d.seller);
        close();
        open("AccountingCustomerParty");
        party(m_d.buyer);
        close();
        payment();
        for (const UblAllowance &a : m_d.allowances)
            allowance(a, Money(std::abs(a.amount), m_d.currency).toString(), &m_d.taxes.at(a.tax));
        taxes();
        totals();
        for (qsizetype i = 0; i < m_d.lines.size(); ++i)
            line(m_d.lines.at(i), QString::number(i + 1));
        m_xml.writeEndElement();
        m_xml.writeEndDocument();
        return m_out;
    }

private:
    void open(const char *name) { m_xml.writeStartElement(cac, QLatin1String(name)); }
    void close() { m_xml.writeEndElement(); }
    void text(const char *name, const QString &value, const char *attribute = nullptr, const QString &what = {})
    {
        const QString said = sayable(value);
        if (said.isEmpty())
            return;
        m_xml.writeStartElement(cbc, QLatin1String(name));
        if (attribute)
            m_xml.writeAttribute(QLatin1String(attribute), what);
        m_xml.writeCharacters(said);
        m_xml.writeEndElement();
    }
    void day(const char *name, const QDate &date) { text(name, date.toString(Qt::ISODate)); }
    void amount(const char *name, const QString &value) { text(name, value, "currencyID", m_d.currency); }
    void amount(const char *name, qint64 minor) { amount(name, Money(minor, m_d.currency).toString()); }

    void head()
    {
        text("CustomizationID", customization);
        text("ProfileID", profile);
        text("ID", m_d.number);
        day("IssueDate", m_d.issued);
        if (!m_d.credit)
            day("DueDate", m_d.due);
        if (m_d.credit)
            text("CreditNoteTypeCode", QStringLiteral("381"));
        else
            text("InvoiceTypeCode", QStringLiteral("380"));
        text("Note", m_d.note);
        text("DocumentCurrencyCode", m_d.currency);
        text("BuyerReference", m_d.buyerReference);
        if (!m_d.corrects.isEmpty()) {
            open("BillingReference");
            open("InvoiceDocumentReference");
            text("ID", m_d.corrects);
            day("IssueDate", m_d.correctsOf);
            close();
            close();
        }
    }

    void party(const UblParty &p)
    {
        open("Party");
        text("EndpointID", p.endpoint.section(u':', 1), "schemeID", p.endpoint.section(u':', 0, 0));
        if (!p.id.isEmpty()) {
            open("PartyIdentification");
            text("ID", p.id);
            close();
        }
        if (!p.tradeName.isEmpty()) {
            open("PartyName");
            text("Name", p.tradeName);
            close();
        }
        open("PostalAddress");
        text("StreetName", p.street);
        text("CityName", p.city);
        text("PostalZone", p.zip);
        text("CountrySubentity", p.region);
        open("Country");
        text("IdentificationCode", p.country);
        close();
        close();
        partyTax(p.vatId, QStringLiteral("VAT"));
        partyTax(p.taxId, QStringLiteral("TAX"));
        open("PartyLegalEntity");
        text("RegistrationName", p.legalName);
        text("CompanyID", p.legalId);
        close();
        contact(p);
        close();
    }

    void partyTax(const QString &id, const QString &scheme)
    {
        if (id.isEmpty())
            return;
        open("PartyTaxScheme");
        text("CompanyID", id);
        taxScheme(scheme);
        close();
    }

    void taxScheme(const QString &scheme = QStringLiteral("VAT"))
    {
        open("TaxScheme");
        text("ID", scheme);
        close();
    }

    void contact(const UblParty &p)
    {
        if (p.contact.isEmpty() && p.phone.isEmpty() && p.email.isEmpty())
            return;
        open("Contact");
        text("Name", p.contact);
        text("Telephone", p.phone);
        text("ElectronicMail", p.email);
        close();
    }

    void payment()
    {
        if (!m_d.account.isEmpty()) {
            open("PaymentMeans");
            text("PaymentMeansCode", QStringLiteral("30")); // UNCL 4461: credit transfer
            text("PaymentID", m_d.number);
            open("PayeeFinancialAccount");
            text("ID", m_d.account);
            text("Name", m_d.seller.legalName);
            if (!m_d.bic.isEmpty()) {
                open("FinancialInstitutionBranch");
                text("ID", m_d.bic);
                close();
            }
            close();
            close();
        }
        if (!m_d.terms.isEmpty()) {
            open("PaymentTerms");
            text("Note", m_d.terms);
            close();
        }
    }

    void allowance(const UblAllowance &a, const QString &value, const UblTax *tax)
    {
        open("AllowanceCharge");
        text("ChargeIndicator", a.amount < 0 ? QStringLiteral("true") : QStringLiteral("false"));
        if (a.discount && a.amount >= 0)
            text("AllowanceChargeReasonCode", QStringLiteral("95")); // UNCL 5189: discount
        text("AllowanceChargeReason", a.reason);
        amount("Amount", value);
        if (tax)
            category("TaxCategory", *tax, false);
        close();
    }

    void category(const char *name, const UblTax &tax, bool why)
    {
        open(name);
        text("ID", tax.category);
        if (tax.category != u"O")
            text("Percent", plain(tax.percent));
        if (why) {
            text("TaxExemptionReasonCode", tax.reasonCode);
            text("TaxExemptionReason", tax.reason);
        }
        taxScheme();
        close();
    }

    void taxes()
    {
        open("TaxTotal");
        amount("TaxAmount", totalsOf(m_d).tax);
        for (const UblTax &tax : m_d.taxes) {
            open("TaxSubtotal");
            amount("TaxableAmount", tax.base);
            amount("TaxAmount", tax.amount);
            category("TaxCategory", tax, true);
            close();
        }
        close();
    }

    void totals()
    {
        const Totals t = totalsOf(m_d);
        open("LegalMonetaryTotal");
        amount("LineExtensionAmount", t.lines);
        amount("TaxExclusiveAmount", t.withoutTax());
        amount("TaxInclusiveAmount", t.withTax());
        if (t.allowances != 0)
            amount("AllowanceTotalAmount", t.allowances);
        if (t.charges != 0)
            amount("ChargeTotalAmount", t.charges);
        if (m_d.prepaid != 0)
            amount("PrepaidAmount", m_d.prepaid);
        amount("PayableAmount", ublPayable(m_d));
        close();
    }

    void line(const UblLine &l, const QString &number)
    {
        open(m_d.credit ? "CreditNoteLine" : "InvoiceLine");
        text("ID", number);
        text(m_d.credit ? "CreditedQuantity" : "InvoicedQuantity", plain(l.quantity), "unitCode", l.unit);
        amount("LineExtensionAmount", l.net);
        if (l.allowance.amount != 0)
            allowance(l.allowance, Decimal(std::abs(l.allowance.amount), 2).toString(), nullptr);
        open("Item");
        text("Description", l.description);
        text("Name", l.name);
        category("ClassifiedTaxCategory", m_d.taxes.at(l.tax), false);
        close();
        open("Price");
        amount("PriceAmount", plain(l.price));
        close();
        close();
    }

    const UblDocument &m_d;
    QByteArray m_out;
    QXmlStreamWriter m_xml;
};
} // namespace

qint64 ublPayable(const UblDocument &document) { return addExact(totalsOf(document).withTax(), -document.prepaid); }

QByteArray ublXml(const UblDocument &document) { return Writer(document).all(); }

} // namespace crm
