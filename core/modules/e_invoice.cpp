#include "core/modules/e_invoice.h"
#include "core/exchange/document_files.h"
#include "core/exchange/paper_template.h"
#include "core/exchange/ubl.h"
#include "core/model/country.h"
#include "core/model/format.h"
#include "core/model/requisites.h"
#include "core/modules/company_parts.h"
#include "core/modules/e_invoice_amounts.h"
#include "core/modules/parts.h"
#include <QCoreApplication>
#include <QRegularExpression>

namespace crm::modules {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::modules)
};

/// What VAT numbers of a country begin with.
QStringList vatLetters(const QString &country)
{
    static const QHash<QString, QString> others{
        {"GR", "EL"}, {"GB", "XI"}, {"AT", "ATU"}, {"CH", "CHE"}}; // Northern Ireland is XI
    QStringList out{country};
    if (others.contains(country))
        out << others.value(country);
    return out;
}

/// Letters of the party's country and the number behind them, without what people group it with and without the words
/// that stand before it ("VAT", "CVR"); empty: it is no number of the EU's kind, or one of another country.
QString vatId(const QString &text, const QString &country)
{
    static const QRegularExpression grouping(QStringLiteral("[\\s.:/#-]+")), digit(QStringLiteral("[0-9]"));
    static const QRegularExpression form(QStringLiteral("^[A-Z]{2}(?=.*[0-9])[A-Z0-9+*]{2,13}$"));
    const QStringList own = vatLetters(country);
    QStringList words = text.toUpper().split(grouping, Qt::SkipEmptyParts);
    while (!words.isEmpty() && !words.first().contains(digit) && !own.contains(words.first()))
        words.removeFirst();
    const auto isOwn = [&](const QString &word) {
        return std::any_of(own.begin(), own.end(), [&](const QString &letters) { return word.startsWith(letters); });
    };
    if (words.size() > 1 && own.contains(words.first()) && isOwn(words.at(1)))
        words.removeFirst(); // "VAT no. NO 923456783"
    const QString plain = words.join(QString());
    return !country.isEmpty() && isOwn(plain) && form.match(plain).hasMatch() ? plain : QString();
}

/// A record that may not be there.
class Known
{
public:
    Known() = default;
    explicit Known(std::optional<Document> document)
        : m_document(std::move(document))
    {}
    Known(Repository &repository, const QString &entity, Id id)
    {
        const QList<Document> found = id != 0 ? repository.loadMany(entity, {id}) : QList<Document>();
        if (!found.isEmpty())
            m_document = found.first();
    }
    QVariant value(const char *field) const
    {
        const QString key = QLatin1String(field);
        return m_document && m_document->entity().field(key) ? m_document->value(key) : QVariant();
    }
    const std::optional<Document> &document() const { return m_document; }
    QString operator()(const char *field) const { return value(field).toString().trimmed(); }

private:
    std::optional<Document> m_document;
};

/// One document while it becomes an e-invoice.
class EInvoice
{
public:
    EInvoice(Repository &repository, const Document &document, const EInvoiceFormat &format)
        : m_repository(repository)
        , m_document(document)
        , m_format(format)
        , m_table(document.entity().lineTables().first().entity)
        , m_currency(document.head().text("currency").isEmpty() ? repository.catalog()->baseCurrency
                                                                : document.head().text("currency"))
        , m_amounts(eInvoiceAmounts(document, m_table, m_currency))
        , m_seller(paperSenderRecord(repository, &document))
        , m_buyer(repository, QStringLiteral("clients"), document.head().ref("client_id"))
    {
        if (!format.corrects.isEmpty())
            m_corrected = Known(repository, document.entity().field(format.corrects)->target(),
                                document.head().ref(format.corrects));
        m_charged = chargedTaxes(document);
        if (!m_charged.isEmpty())
            m_tax = Known(repository, QStringLiteral("taxes"), document.head().ref(m_charged.first()));
    }

    QStringList missing() const
    {
        QStringList out;
        const auto need = [&](bool isThere, const QString &what) {
            if (!isThere)
                out << what;
        };
        const QString place = placeOfCompany(m_seller.document());
        need(!isEmptyValue(m_document.value("issued_at")), Tr::tr("the number: issue the document first"));
        need(isEmptyValue(m_document.value("cancelled_at")), Tr::tr("a document that counts: this one is cancelled"));
        need(!sellerName().isEmpty(), Tr::tr("your company's name (%1)").arg(place));
        need(!m_seller("tax_number").isEmpty(), Tr::tr("your company's tax number (%1)").arg(place));
        need(!sellerCountry().isEmpty(), Tr::tr("your company's country code (%1)").arg(place));
        need(!m_seller("e_address").isEmpty(), Tr::tr("your company's electronic address (%1)").arg(place));
        need(!m_buyer("name").isEmpty(), Tr::tr("the client"));
        need(!buyerCountry().isEmpty(), Tr::tr("the client's country code (on the client)"));
        need(!m_buyer("e_address").isEmpty(), Tr::tr("the client's electronic address (on the client)"));
        need(!buyerReference().isEmpty(), Tr::tr("the client's reference (on the invoice)"));
        need(Money::minorDigits(m_currency) <= 2,
             Tr::tr("a currency with two decimals at most: the format has no room for more"));
        missingOfTaxes(out);
        missingOfLines(out);
        out.removeDuplicates();
        return out;
    }

    QByteArray xml() const
    {
        UblDocument d;
        d.credit = !m_format.corrects.isEmpty();
        d.number = m_document.head().text("number");
        d.currency = m_currency;
        d.note = m_document.head().text("note");
        d.issued = m_document.head().date(m_format.date);
        d.due = m_format.due.isEmpty() ? QDate() : m_document.head().date(m_format.due);
        d.buyerReference = buyerReference();
        d.corrects = m_corrected("number");
        d.correctsOf = m_corrected.value("bill_date").toDate();
        d.seller = seller();
        d.buyer = buyer();
        if (!d.credit) {
            d.account = compactRequisite(m_seller("account")); // people write an IBAN in groups of four
            d.bic = compactRequisite(m_seller("bic"));
        }
        fill(d);
        d.prepaid = m_amounts.withheld;
        d.terms = terms(d);
        if (ublPayable(d) != m_document.head().integer("total"))
            throw Error(ErrorKind::Corrupt,
                        Tr::tr("The lines of %1 do not add up to its total, so that no e-invoice can "
                               "be made of it.")
                            .arg(d.number));
        return ublXml(d);
    }

private:
    QString sellerName() const { return m_seller("legal_name").isEmpty() ? m_seller("name") : m_seller("legal_name"); }
    QString sellerCountry() const { return countryCode(m_seller("country_code")); }
    QString buyerCountry() const
    {
        return countryCode(m_buyer("country_code").isEmpty() ? m_buyer("country") : m_buyer("country_code"));
    }
    QString buyerReference() const
    {
        return m_document.entity().field("reference") ? m_document.head().text("reference").trimmed()
                                                      : m_corrected("reference");
    }

    /// What was charged decides: the tax may have become another one since the document was issued.
    QString category() const { return taxPercent() > 0 ? QStringLiteral("S") : m_tax("category"); }
    /// Nothing was charged by a tax that charges something now, so that nobody knows any more why.
    bool isOtherTaxNow() const
    {
        return taxPercent() == 0 && (category() == u"S" || m_tax.value("percent").toLongLong() > 0);
    }
    qint64 taxPercent() const { return m_charged.isEmpty() ? 0 : m_amounts.taxPercent; }
    bool hasLines(bool taxed) const
    {
        return std::any_of(m_amounts.lines.begin(), m_amounts.lines.end(),
                           [&](const EInvoiceAmounts::Line &l) { return isCharged(l) == taxed; });
    }
    bool isCharged(const EInvoiceAmounts::Line &line) const { return line.taxed && !m_charged.isEmpty(); }
    /// Whoever is not subject to VAT has no line that is.
    bool isOutside() const { return category() == u"O"; }

    void missingOfTaxes(QStringList &out) const
    {
        if (m_charged.size() > 1) {
            out << Tr::tr("one tax that is not withheld: the format has no room for two");
            return;
        }
        const QString name = m_tax("name");
        const bool charged = !m_charged.isEmpty() && hasLines(true);
        if (charged && isOtherTaxNow())
            out << Tr::tr("the VAT category that the tax “%1” had when it charged nothing: it has a rate now. Give it "
                          "back what it was, and make a further tax for the new rate (Taxes)")
                       .arg(name);
        else if (charged && category().isEmpty())
            out << Tr::tr("the VAT category of the tax “%1” (Taxes)").arg(name);
        if (charged && category() == u"E" && m_tax("exemption_reason").isEmpty())
            out << Tr::tr("why no tax is charged by “%1” (Taxes)").arg(name);
        if (!isOutside() && hasLines(false) && m_seller("exemption_reason").isEmpty())
            out << Tr::tr("why lines without tax bear none (%1)").arg(placeOfCompany(m_seller.document()));
        const bool reversed = charged && category() == u"AE";
        if ((reversed || (charged && category() == u"G")) && vatId(m_seller("tax_number"), sellerCountry()).isEmpty())
            out << Tr::tr("your company's VAT number with the letters of the country, such as DE123456789 (%1)")
                       .arg(placeOfCompany(m_seller.document()));
        if (reversed && vatId(m_buyer("vat_number"), buyerCountry()).isEmpty())
            out << Tr::tr(
                "the client's VAT number with the letters of the country, such as DE123456789 (on the client)");
    }

    void missingOfLines(QStringList &out) const
    {
        const QList<Record> records = m_document.lines(m_table);
        for (const EInvoiceAmounts::Line &line : m_amounts.lines) {
            const QString unit = records[line.index].text("unit");
            if (unitCode(unit).isEmpty())
                out << Tr::tr("the code of the unit “%1” (Units)").arg(unit);
        }
        if (m_amounts.lines.isEmpty())
            out << Tr::tr("a line that is no heading");
    }

    /// What is counted in nothing is counted in ones.
    QString unitCode(const QString &unit) const
    {
        if (unit.trimmed().isEmpty())
            return QStringLiteral("C62");
        if (!m_units.contains(unit)) {
            Query query(QStringLiteral("units"));
            query.filter = Filter::where("name", Op::Equal, unit.trimmed());
            query.columns = QStringList{QStringLiteral("code")};
            const Page page = m_repository.page(query, {PageAt::First, {}, 0, 1});
            const QString code = page.rows.isEmpty() ? QString() : page.rows.first().values.value(0).toString();
            m_units.insert(unit, code.isEmpty() ? knownUnitCode(unit) : code);
        }
        return m_units.value(unit);
    }

    UblParty seller() const
    {
        UblParty p;
        p.endpoint = m_seller("e_address");
        p.tradeName = m_seller("name");
        p.legalName = sellerName();
        p.legalId = m_seller("ogrn");
        p.country = sellerCountry();
        setTaxNumber(p, m_seller("tax_number"));
        if (p.vatId.isEmpty() && !isOutside())
            p.taxId = m_seller("tax_number");
        p.street = m_seller("legal_address");
        p.city = m_seller("city");
        p.zip = m_seller("zip");
        p.contact = m_seller("signatory");
        p.phone = m_seller("phone");
        p.email = m_seller("email");
        return p;
    }

    UblParty buyer() const
    {
        UblParty p;
        p.endpoint = m_buyer("e_address");
        p.legalName = m_buyer("name");
        p.legalId = m_buyer("ogrn");
        p.country = buyerCountry();
        setTaxNumber(p, m_buyer("vat_number"));
        p.street = m_buyer("address");
        p.city = m_buyer("city");
        p.region = m_buyer("state");
        p.zip = m_buyer("zip");
        p.phone = m_buyer("phone");
        p.email = m_buyer("email");
        return p;
    }

    /// Without the letters of a country it is a number like another; and who is not subject to VAT names none.
    void setTaxNumber(UblParty &p, const QString &number) const
    {
        p.vatId = isOutside() ? QString() : vatId(number, p.country);
        if (p.vatId.isEmpty())
            p.id = number;
    }

    // What stands in the file is English, whoever writes it in whatever language; what people typed stays as it is.

    QString terms(const UblDocument &d) const
    {
        QStringList out;
        if (d.credit)
            out << QStringLiteral("To invoice %1").arg(d.corrects);
        else if (!d.due.isValid())
            out << QStringLiteral("Payable on receipt");
        if (d.prepaid != 0)
            out << QStringLiteral("Tax withheld at source: %1").arg(Money(d.prepaid, m_currency).toString());
        return out.join(u'\n');
    }

    /// The place of the tax among the document's.
    static int taxOf(UblDocument &d, const UblTax &tax)
    {
        for (int i = 0; i < d.taxes.size(); ++i) {
            if (d.taxes[i].category == tax.category && d.taxes[i].percent == tax.percent)
                return i;
        }
        d.taxes.append(tax);
        return int(d.taxes.size()) - 1;
    }

    UblTax chargedTax() const
    {
        UblTax tax{.category = category(), .percent = Decimal(taxPercent(), 3), .reason = m_tax("exemption_reason")};
        const std::pair<const char *, const char *> why[] = {
            {"AE", "Reverse charge"}, {"G", "Export outside the EU"}, {"O", "Not subject to VAT"}};
        for (const auto &[key, reason] : why) {
            if (tax.category != QLatin1String(key))
                continue;
            tax.reasonCode = QStringLiteral("VATEX-EU-") + QLatin1String(key);
            if (tax.reason.isEmpty())
                tax.reason = QLatin1String(reason);
        }
        if (tax.category == u"S" || tax.category == u"Z")
            tax.reason.clear();
        return tax;
    }

    /// Of lines that bear no tax; and of what is taken off without touching it.
    UblTax noTax(const QString &otherwise = {}) const
    {
        if (isOutside())
            return chargedTax();
        const QString reason = m_seller("exemption_reason");
        return {
            .category = QStringLiteral("E"), .percent = Decimal(0, 3), .reason = reason.isEmpty() ? otherwise : reason};
    }

    void fill(UblDocument &d) const
    {
        const QString saidDiscount = QStringLiteral("Discount");
        const QList<Record> records = m_document.lines(m_table);
        for (const EInvoiceAmounts::Line &from : m_amounts.lines) {
            const Record &record = records[from.index];
            UblLine line;
            line.name = record.text("title");
            line.description = record.text("description");
            line.quantity = Decimal(from.quantity, 3);
            line.unit = unitCode(record.text("unit"));
            line.price = Decimal(from.price, EInvoiceAmounts::priceScale);
            line.net = from.net;
            line.tax = taxOf(d, isCharged(from) ? chargedTax() : noTax());
            const bool discount = record.integer("discount") != 0 && from.off > 0;
            line.allowance = {.amount = from.off,
                              .reason = discount ? saidDiscount : QStringLiteral("Rounding"),
                              .discount = discount};
            d.taxes[line.tax].base = addExact(d.taxes[line.tax].base, line.net);
            d.lines.append(line);
        }
        const bool charged = !m_charged.isEmpty();
        takeOff(d, m_amounts.taxedDiscount, saidDiscount, charged ? chargedTax() : noTax());
        takeOff(d, m_amounts.otherDiscount, saidDiscount, noTax(saidDiscount));
        const QString after = QStringLiteral("Discount after tax");
        takeOff(d, m_amounts.discountAfterTax, after, charged && taxPercent() == 0 ? chargedTax() : noTax(after));
        if (m_amounts.vat != 0)
            d.taxes[taxOf(d, chargedTax())].amount = m_amounts.vat;
    }

    static void takeOff(UblDocument &d, qint64 amount, const QString &reason, const UblTax &tax)
    {
        if (amount == 0)
            return;
        const int place = taxOf(d, tax);
        d.taxes[place].base = addExact(d.taxes[place].base, -amount);
        d.allowances.append({.amount = amount, .reason = reason, .tax = place});
    }

    Repository &m_repository;
    const Document &m_document;
    const EInvoiceFormat m_format;
    const QString m_table, m_currency;
    const EInvoiceAmounts m_amounts;
    const Known m_seller, m_buyer;
    Known m_corrected, m_tax;
    QStringList m_charged;
    mutable QHash<QString, QString> m_units;
};
} // namespace

void leavesAsEInvoice(const QString &entity, const EInvoiceFormat &format)
{
    leavesAsFile(entity, {.key = QStringLiteral("e-invoice"),
                          .title = label("E-invoice (Peppol BIS Billing 3.0)"),
                          .suffix = QStringLiteral("xml"),
                          .write = [format](Repository &repository, const Document &document, QStringList &missing) {
                              const EInvoice invoice(repository, document, format);
                              missing = invoice.missing();
                              return missing.isEmpty() ? invoice.xml() : QByteArray();
                          }});
}

} // namespace crm::modules
