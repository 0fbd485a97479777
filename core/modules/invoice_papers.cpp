#include "core/modules/invoice_papers.h"
#include "core/exchange/paper_template.h"
#include "core/model/format.h"
#include "core/model/money.h"
#include "core/model/record_formats.h"
#include "core/model/registry.h"
#include "core/modules/company_parts.h"
#include "core/modules/document_shares.h"
#include "core/modules/document_totals.h"
#include <QCoreApplication>

namespace crm::modules {

namespace {
using data = PaperData;

/// Texts inside classes; label() is for the declarations.
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::modules)
};

std::string text(const QString &s) { return s.toStdString(); }

/// Seller, buyer and document, as these papers name them.
class Parties
{
public:
    Parties(Repository &repository, const Document &document)
        : m_document(document)
        , m_seller(paperSenderRecord(repository, &document))
    {
        const QList<Document> found = repository.loadMany("clients", {document.head().ref("client_id")});
        if (!found.isEmpty())
            m_buyer = found.first();
    }

    QString seller(const char *field) const { return of(m_seller, field); }
    QString buyer(const char *field) const { return of(m_buyer, field); }
    QString sellerName() const { return seller("legal_name").isEmpty() ? seller("name") : seller("legal_name"); }
    QString sellerAddress() const { return joined(m_seller, {"zip", "city", "legal_address"}); }
    QString buyerAddress() const { return joined(m_buyer, {"zip", "country", "state", "city", "address"}); }
    static QString innAndKpp(const QString &inn, const QString &kpp) { return kpp.isEmpty() ? inn : inn + u'/' + kpp; }

    /// What stands in neither record and has to.
    QStringList missing() const
    {
        QStringList out;
        const auto need = [&](const QString &value, const QString &what) {
            if (value.trimmed().isEmpty())
                out << what;
        };
        const bool isDraft = isEmptyValue(m_document.value("issued_at")); // its number is only lent
        need(isDraft ? QString() : m_document.head().text("number"), Tr::tr("the number: issue the invoice first"));
        const QString place = placeOfCompany(m_seller);
        need(sellerName(), Tr::tr("your company's name (%1)").arg(place));
        need(seller("legal_address"), Tr::tr("your company's address (%1)").arg(place));
        need(seller("tax_number"), Tr::tr("your company's tax number (%1)").arg(place));
        need(seller("signatory"), Tr::tr("who signs for your company (%1)").arg(place));
        need(buyerAddress(), Tr::tr("the client's address"));
        need(buyer("vat_number"), Tr::tr("the client's tax number"));
        return out;
    }

private:
    static QString of(const std::optional<Document> &who, const char *field)
    {
        const Field *known = who ? who->entity().field(QLatin1String(field)) : nullptr;
        return known ? who->head().text(known->key()) : QString();
    }
    static QString joined(const std::optional<Document> &who, std::initializer_list<const char *> fields)
    {
        QStringList parts;
        for (const char *field : fields) {
            if (!of(who, field).isEmpty())
                parts << of(who, field);
        }
        return parts.join(QStringLiteral(", "));
    }
    const Document &m_document;
    std::optional<Document> m_seller, m_buyer;
};

QString dayOf(const Document &document, const QLocale &locale)
{
    return locale.toString(document.head().date("bill_date"), QLocale::ShortFormat);
}

QString headingOf(const QString &pattern, const Document &document, const QLocale &locale)
{
    return pattern.arg(document.head().text("number"), dayOf(document, locale));
}

QString actHtml(Repository &repository, const Document &document, const PaperOptions &options)
{
    const Parties parties(repository, document);
    data all = paperData(repository, document, options);
    all.set("title", text(headingOf(Tr::tr("Act No. %1 of %2"), document, options.locale)));
    const QString contract = document.titles.value({"contracts", document.head().ref("contract_id")});
    all.set("basis", paperText(contract));
    const std::pair<const char *, QString> words[] = {
        {"basis_label", Tr::tr("Under the contract")},
        {"done", Tr::tr("The above has been done in full and in time. The client has no complaints about its extent, "
                        "quality or time.")},
        {"gives_label", Tr::tr("Done by")},
        {"takes_label", Tr::tr("Accepted by", "the client, on an act")},
        {"gives", parties.sellerName()},
        {"takes", parties.buyer("name")},
        {"signatory", parties.seller("signatory")}};
    for (const auto &[key, value] : words)
        all.set(key, text(value));
    return renderPaper(options, QStringLiteral("act"), all);
}

/// The codes of ISO 4217 that the form asks for.
QString currencyCode(const QString &currency)
{
    static const QHash<QString, QString> codes{{"RUB", "643"}, {"USD", "840"}, {"EUR", "978"}, {"KZT", "398"},
                                               {"BYN", "933"}, {"CNY", "156"}, {"GBP", "826"}, {"UZS", "860"},
                                               {"AMD", "051"}, {"KGS", "417"}, {"GEL", "981"}, {"TRY", "949"}};
    return currency + (codes.contains(currency) ? QStringLiteral(", ") + codes.value(currency) : QString());
}

/// The transfer document while it is filled.
class Transfer
{
public:
    Transfer(Repository &repository, const Document &document, const PaperOptions &options)
        : m_document(document)
        , m_locale(options.locale)
        , m_parties(repository, document)
        , m_currency(document.head().text("currency").isEmpty() ? repository.catalog()->baseCurrency
                                                                : document.head().text("currency"))
        , m_table(document.entity().lineTables().first().entity)
        , m_shares(lineShares(document, m_table))
    {}

    data all() const
    {
        data out{data::type::object};
        out.set("title", text(headingOf(Tr::tr("Transfer document No. %1 of %2"), m_document, m_locale)));
        out.set("heading", text(headingOf(Tr::tr("Invoice No. %1 of %2 (1)"), m_document, m_locale)));
        out.set("facts", facts());
        out.set("columns", columns());
        out.set("lines", lines());
        out.set("sums", sums());
        setWords(out);
        return out;
    }

private:
    QString money(qint64 amount) const
    {
        return Money(amount, m_currency).toLocalized(m_locale).remove(Money::symbol(m_currency)).trimmed();
    }

    data facts() const
    {
        const QString none = QStringLiteral("—");
        const QList<Record> records = m_document.lines(m_table);
        const auto count = std::count_if(records.begin(), records.end(), lineCounts);
        const std::pair<QString, QString> rows[] = {
            {Tr::tr("Seller (2)"), m_parties.sellerName()},
            {Tr::tr("Address (2a)"), m_parties.sellerAddress()},
            {Tr::tr("Tax number and KPP of the seller (2b)"),
             Parties::innAndKpp(m_parties.seller("tax_number"), m_parties.seller("kpp"))},
            {Tr::tr("Consignor and address (3)"), none},
            {Tr::tr("Consignee and address (4)"), none},
            {Tr::tr("To the payment document (5)"), none},
            {Tr::tr("Shipping document (5a)"), Tr::tr("lines 1 to %1: No. %2 of %3")
                                                   .arg(count)
                                                   .arg(m_document.head().text("number"), dayOf(m_document, m_locale))},
            {Tr::tr("Buyer (6)"), m_parties.buyer("name")},
            {Tr::tr("Address (6a)"), m_parties.buyerAddress()},
            {Tr::tr("Tax number and KPP of the buyer (6b)"),
             Parties::innAndKpp(m_parties.buyer("vat_number"), m_parties.buyer("kpp"))},
            {Tr::tr("Currency: name, code (7)"), currencyCode(m_currency)}};
        data out{data::type::list};
        for (const auto &[name, value] : rows)
            out.push_back(paperPair(name, value));
        return out;
    }

    static data columns()
    {
        const std::pair<QString, const char *> all[] = {{Tr::tr("No.", "of a line"), "1"},
                                                        {Tr::tr("Goods, works, services"), "1a"},
                                                        {Tr::tr("Unit"), "2a"},
                                                        {Tr::tr("Quantity"), "3"},
                                                        {Tr::tr("Price"), "4"},
                                                        {Tr::tr("Cost without tax"), "5"},
                                                        {Tr::tr("Excise"), "6"},
                                                        {Tr::tr("Tax rate"), "7"},
                                                        {Tr::tr("Tax"), "8"},
                                                        {Tr::tr("Cost with tax"), "9"},
                                                        {Tr::tr("Country"), "10"}};
        data out{data::type::list};
        for (const auto &[name, code] : all) {
            data one{data::type::object};
            one.set("label", text(name));
            one.set("code", std::string(code));
            out.push_back(one);
        }
        return out;
    }

    static data cell(const QString &value, bool number = false, int span = 0)
    {
        data one{data::type::object};
        one.set("value", text(value));
        one.set("number", number);
        one.set("span", span > 0 ? data(std::to_string(span)) : data(false));
        return one;
    }

    QString shown(const Record &record, const char *field) const
    {
        return displayText(*record.entity().field(field), record.value(field), {m_locale, m_currency, {}});
    }

    data lines() const
    {
        const QList<Record> records = m_document.lines(m_table);
        const bool taxed = m_document.head().ref("tax_id") != 0;
        const QString none = QStringLiteral("—");
        data out{data::type::list};
        int number = 0;
        for (int i = 0; i < records.size(); ++i) {
            if (!lineCounts(records[i]))
                continue; // a heading is not handed over
            const bool own = taxed && records[i].flag("taxable");
            const qint64 quantity = records[i].integer("quantity");
            data cells{data::type::list};
            cells.push_back(cell(QString::number(++number)));
            cells.push_back(cell(records[i].text("title")));
            cells.push_back(cell(records[i].text("unit")));
            cells.push_back(cell(shown(records[i], "quantity"), true));
            cells.push_back(cell(quantity == 0 ? none : money(priceOf(records[i], m_shares[i], quantity)), true));
            cells.push_back(cell(money(m_shares[i].net), true));
            cells.push_back(cell(Tr::tr("no excise")));
            cells.push_back(cell(own ? shown(m_document.head(), "tax_percent") : Tr::tr("without VAT")));
            cells.push_back(cell(own ? money(m_shares[i].tax) : none, own));
            cells.push_back(cell(money(m_shares[i].gross), true));
            cells.push_back(cell(none));
            data row{data::type::object};
            row.set("cells", cells);
            out.push_back(row);
        }
        return out;
    }

    /// Without tax, for one unit: what the line comes to, divided.
    static qint64 priceOf(const Record &line, const LineShare &share, qint64 quantity)
    {
        qint64 unit = 1;
        for (int i = 0; i < line.entity().field("quantity")->scale(); ++i)
            unit *= 10;
        return mulDivRound(share.net, unit, quantity);
    }

    data sums() const
    {
        LineShare sum;
        for (const LineShare &s : m_shares)
            sum = {sum.net + s.net, sum.tax + s.tax, sum.gross + s.gross};
        data out{data::type::list};
        out.push_back(cell(Tr::tr("In all to be paid (9)"), false, 5));
        out.push_back(cell(money(sum.net), true));
        out.push_back(cell(QStringLiteral("X"), false, 2));
        out.push_back(cell(money(sum.tax), true));
        out.push_back(cell(money(sum.gross), true));
        out.push_back(cell(QString()));
        return out;
    }

    void setWords(data &out) const
    {
        const QString contract = m_document.titles.value({"contracts", m_document.head().ref("contract_id")});
        const std::pair<const char *, QString> words[] = {
            {"form", Tr::tr("Universal transfer document")},
            {"status_label", Tr::tr("Status", "of a transfer document")},
            {"status", QStringLiteral("1")},
            {"status_help", Tr::tr("1: invoice and act of transfer; 2: act of transfer")},
            {"gives_label", Tr::tr("Goods handed over, services rendered (10)")},
            {"takes_label", Tr::tr("Goods received, services accepted (15)")},
            {"gave_on_label", Tr::tr("Date of shipment or transfer (11)")},
            {"took_on_label", Tr::tr("Date of receipt (16)")},
            {"day", dayOf(m_document, m_locale)},
            {"gives", m_parties.sellerName()},
            {"takes", m_parties.buyer("name")},
            {"signatory", m_parties.seller("signatory")}};
        for (const auto &[key, value] : words)
            out.set(key, text(value));
        data signs{data::type::list};
        signs.push_back(
            paperPair(Tr::tr("Head of the company or an authorised person"), m_parties.seller("signatory")));
        signs.push_back(paperPair(Tr::tr("Chief accountant or an authorised person"), QString()));
        out.set("signs", signs);
        data basis{data::type::list};
        basis.push_back(
            paperPair(Tr::tr("Basis of the transfer (8)"), contract.isEmpty() ? QStringLiteral("—") : contract));
        out.set("basis", basis);
    }

    const Document &m_document;
    const QLocale m_locale;
    const Parties m_parties;
    const QString m_currency, m_table;
    const QList<LineShare> m_shares;
};

QStringList missingOfTransfer(Repository &repository, const Document &document)
{
    QStringList out = Parties(repository, document).missing();
    if (document.head().ref("tax2_id") != 0 || document.head().integer("tax_percent") < 0)
        out << Tr::tr("one tax that is not withheld: the form has no room for others");
    return out;
}
} // namespace

void leavesAsAct(const QString &entity)
{
    alsoLeavesAs(
        entity, {.key = "act", .title = label("Act"), .html = actHtml, .missing = [](Repository &r, const Document &d) {
                     return Parties(r, d).missing();
                 }});
}

void leavesAsTransferDocument(const QString &entity)
{
    alsoLeavesAs(entity, {.key = "transfer",
                          .title = label("Transfer document"),
                          .landscape = true,
                          .html =
                              [](Repository &repository, const Document &document, const PaperOptions &options) {
                                  data all = Transfer(repository, document, options).all();
                                  return renderPaper(options, QStringLiteral("transfer"), all);
                              },
                          .missing = missingOfTransfer});
}

} // namespace crm::modules
