#include "core/modules/e_invoice_amounts.h"
#include "core/model/calculator.h"
#include "core/model/decimal.h"
#include "core/model/money.h"
#include "core/modules/document_totals.h"
#include <algorithm>

namespace crm::modules {

namespace {
constexpr qint64 hundred = 100'000; ///< percent, in thousandths
constexpr int quantityScale = 3;

/// amount x top / bottom
struct Share
{
    qint64 top = 1, bottom = 1;
    qint64 of(qint64 amount) const { return mulDivRound(amount, top, bottom); }
};

class Amounts
{
public:
    Amounts(const Document &document, const QString &lines, const QString &currency)
        : m_document(document)
        , m_lines(document.lines(lines))
        , m_input(calculatorInput(document, lines))
        , m_digits(Money::minorDigits(currency))
    {}

    EInvoiceAmounts all()
    {
        findTaxes();
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            if (lineCounts(m_lines[i]))
                m_out.lines.append({.index = i, .taxed = m_lines[i].flag("taxable") && hasTaxes()});
        }
        const Share net = m_input.taxesIncluded ? Share{hundred, hundred + rates()} : Share{};
        const qint64 gross = sumOf(true), others = number("subtotal") - gross;
        spreadDiscount(gross, others);
        // What the taxed lines come to: the taxes that were in them leave, to the coin that is stored.
        const qint64 taxedOff = m_out.taxedDiscount;
        m_out.taxedDiscount = net.of(taxedOff);
        const qint64 left = m_input.taxesIncluded ? gross - taxedOff - number("tax_total") : gross - taxedOff;
        setLines(true, net, left + m_out.taxedDiscount);
        setLines(false, Share{}, others);
        return m_out;
    }

private:
    qint64 number(const char *field) const { return m_document.head().integer(field); }
    bool hasTaxes() const { return !m_input.taxes.isEmpty(); }
    qint64 rates() const
    {
        qint64 sum = 0;
        for (const TaxInput &tax : m_input.taxes)
            sum += tax.percent;
        return sum;
    }

    /// The document stores the sum of its taxes; what is withheld of it is computed as it was, the rest is charged.
    void findTaxes()
    {
        const DocumentAmounts again = calculate(m_input);
        bool charged = false;
        for (qsizetype i = 0; i < m_input.taxes.size(); ++i) {
            if (m_input.taxes[i].percent < 0)
                m_out.withheld -= again.taxes[i];
            else
                charged = true;
            m_out.taxPercent = std::max(m_out.taxPercent, m_input.taxes[i].percent); // but for one none is charged
        }
        if (!charged)
            m_out.withheld = -number("tax_total");
        m_out.vat = number("tax_total") + m_out.withheld;
    }

    /// Of the first lines that are taxed or are not, as the document adds them up. @param count all: below zero
    qint64 sumOf(bool taxed, qsizetype count = -1) const
    {
        CalculatorInput some = m_input;
        some.discount = {};
        some.taxes.clear();
        some.lines.clear();
        qint64 stored = 0;
        bool others = false;
        for (qsizetype i = 0; i < m_out.lines.size(); ++i) {
            const bool counts = m_out.lines[i].taxed == taxed && count != 0;
            others = others || !counts;
            if (!counts)
                continue;
            --count;
            stored = addExact(stored, m_lines[m_out.lines[i].index].integer("total"));
            some.lines.append(m_input.lines[i]);
        }
        if (!others)
            return number("subtotal");
        return m_input.roundBy == RoundBy::Lines ? stored : calculate(some).subtotal;
    }

    void spreadDiscount(qint64 gross, qint64 others)
    {
        const qint64 discount = number("discount_total");
        if (m_input.discount.afterTax) {
            m_out.discountAfterTax = discount;
            return;
        }
        const qint64 sum = addExact(gross, others);
        m_out.taxedDiscount = sum != 0 ? mulDivRound(discount, gross, sum) : 0;
        m_out.otherDiscount = discount - m_out.taxedDiscount;
    }

    /// Rounded so that what the lines have come to so far is always as near as can be. @param all what they come to
    void setLines(bool taxed, const Share &net, qint64 all)
    {
        qint64 seen = 0, given = 0;
        qsizetype count = 0, largest = -1;
        for (qsizetype i = 0; i < m_out.lines.size(); ++i) {
            EInvoiceAmounts::Line &line = m_out.lines[i];
            if (line.taxed != taxed)
                continue;
            ++count;
            seen = m_input.roundBy == RoundBy::Document ? sumOf(taxed, count)
                                                        : addExact(seen, m_lines[line.index].integer("total"));
            line.net = net.of(seen) - given;
            given += line.net;
            if (largest < 0 || std::abs(line.net) > std::abs(m_out.lines[largest].net))
                largest = i;
        }
        if (largest >= 0)
            m_out.lines[largest].net += all - given;
        for (EInvoiceAmounts::Line &line : m_out.lines) {
            if (line.taxed == taxed)
                setPrice(line, net);
        }
    }

    void setPrice(EInvoiceAmounts::Line &line, const Share &net) const
    {
        const Record &record = m_lines[line.index];
        const qint64 rate = record.integer("rate"), sign = rate < 0 ? -1 : 1;
        const Decimal fine = Decimal(rate, m_digits).rescaled(EInvoiceAmounts::priceScale);
        line.price = net.of(fine.units()) * sign;
        line.quantity = record.integer("quantity") * sign;
        const qint64 worth =
            mulDivRound(line.quantity, line.price,
                        pow10(quantityScale + EInvoiceAmounts::priceScale - EInvoiceAmounts::adjustScale));
        line.off = worth - Decimal(line.net, m_digits).rescaled(EInvoiceAmounts::adjustScale).units();
        constexpr qint64 rounding = 1; // the profile's rule lets two pass, of what is not rounded
        if (std::abs(line.off) <= rounding && record.integer("discount") == 0)
            line.off = 0;
    }

    const Document &m_document;
    const QList<Record> m_lines;
    const CalculatorInput m_input;
    const int m_digits;
    EInvoiceAmounts m_out;
};
} // namespace

QStringList chargedTaxes(const Document &document)
{
    QStringList charged;
    for (const auto &[reference, percent] : {std::pair{"tax_id", "tax_percent"}, {"tax2_id", "tax2_percent"}}) {
        if (document.head().ref(reference) != 0 && document.head().integer(percent) >= 0)
            charged << QLatin1String(reference);
    }
    return charged;
}

EInvoiceAmounts eInvoiceAmounts(const Document &document, const QString &lines, const QString &currency)
{
    return Amounts(document, lines, currency).all();
}

} // namespace crm::modules
