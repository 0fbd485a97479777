#include "core/model/calculator.h"
#include "core/model/wide.h"
#include <algorithm>

namespace crm {

namespace {
using wide::Int;

/// number / 10^scale, exact.
struct Exact
{
    Int number = 0;
    int scale = 0;

    qint64 rounded(Rounding mode) const { return wide::narrow(wide::mulDivRound(number, 1, wide::pow10(scale), mode)); }
};

Exact sum(Exact a, Exact b)
{
    const int scale = std::max(a.scale, b.scale);
    return {
        wide::add(wide::mul(a.number, wide::pow10(scale - a.scale)), wide::mul(b.number, wide::pow10(scale - b.scale))),
        scale};
}

/// top / bottom, reduced so that products stay small.
struct Ratio
{
    Int top = 1;
    Int bottom = 1;

    Ratio times(Int t, Int b) const
    {
        const Int g1 = wide::gcd(top, b);
        const Int g2 = wide::gcd(t, bottom);
        Ratio r{wide::mul(top / g1, t / g2), wide::mul(bottom / g2, b / g1)};
        const Int g = wide::gcd(r.top, r.bottom);
        r.top /= g;
        r.bottom /= g;
        return r;
    }
};

qint64 share(const Exact &whole, const Ratio &ratio, Rounding mode)
{
    const Ratio r = ratio.times(1, wide::pow10(whole.scale));
    return wide::narrow(wide::mulDivRound(whole.number, r.top, r.bottom, mode));
}

Exact exactValue(const LineInput &line)
{
    const Int hundred = wide::pow10(line.discountScale + 2);
    Exact e{wide::mul(wide::mul(line.quantity, line.price), wide::add(hundred, -Int(line.discount))),
            line.quantityScale + line.discountScale + 2};
    while (e.scale > 0 && e.number % 10 == 0) { // most prices and quantities are round
        e.number /= 10;
        --e.scale;
    }
    return e;
}

/// The rates on one scale.
struct Rates
{
    QList<Int> units;
    Int hundred = 100; ///< 100 percent in these units
    Int sum = 0;
};

Rates commonRates(const QList<TaxInput> &taxes)
{
    int scale = 0;
    for (const TaxInput &t : taxes)
        scale = std::max(scale, t.scale);
    Rates rates;
    rates.hundred = wide::pow10(scale + 2);
    for (const TaxInput &t : taxes) {
        rates.units << wide::mul(t.percent, wide::pow10(scale - t.scale));
        rates.sum = wide::add(rates.sum, rates.units.last());
    }
    return rates;
}

/// What a discount before tax leaves of each line's worth.
Ratio leftByDiscount(const DiscountInput &discount, const Exact &sum)
{
    const Ratio whole;
    if (discount.afterTax || discount.type == DiscountInput::None)
        return whole;
    if (discount.type == DiscountInput::Percent) {
        const Int hundred = wide::pow10(discount.scale + 2);
        return whole.times(wide::add(hundred, -Int(discount.value)), hundred);
    }
    if (sum.number == 0)
        return whole; // an amount cannot be spread over nothing
    const Int amount = wide::mul(discount.value, wide::pow10(sum.scale));
    return whole.times(wide::add(sum.number, -amount), sum.number);
}

qint64 discountOf(const DiscountInput &discount, const Exact &from, Rounding mode)
{
    switch (discount.type) {
    case DiscountInput::None:
        return 0;
    case DiscountInput::Amount:
        return discount.value;
    case DiscountInput::Percent:
        return share(from, Ratio().times(discount.value, wide::pow10(discount.scale + 2)), mode);
    }
    return 0;
}
} // namespace

qint64 DocumentAmounts::taxSum() const
{
    qint64 all = 0;
    for (qint64 tax : taxes)
        all = addExact(all, tax);
    return all;
}

qint64 lineAmount(const LineInput &line, Rounding rounding) { return exactValue(line).rounded(rounding); }

DocumentAmounts calculate(const CalculatorInput &in)
{
    DocumentAmounts out;
    Exact all, taxable;
    for (const LineInput &line : in.lines) {
        const Exact value = exactValue(line);
        out.lines << value.rounded(in.rounding);
        const Exact counted = in.roundBy == RoundBy::Lines ? Exact{out.lines.last(), 0} : value;
        all = sum(all, counted);
        if (line.taxable)
            taxable = sum(taxable, counted);
    }
    out.subtotal = all.rounded(in.rounding);

    const Rates rates = commonRates(in.taxes);
    const Ratio left = leftByDiscount(in.discount, all);
    const Int whole = in.taxesIncluded ? wide::add(rates.hundred, rates.sum) : rates.hundred;
    for (Int rate : rates.units)
        out.taxes << share(taxable, left.times(rate, whole), in.rounding);

    const qint64 added = in.taxesIncluded ? 0 : out.taxSum();
    const Exact discounted = in.discount.afterTax ? sum(all, {added, 0}) : all;
    out.discount = discountOf(in.discount, discounted, in.rounding);
    out.total = wide::narrow(wide::add(wide::add(out.subtotal, -Int(out.discount)), added));
    return out;
}

RoundBy roundByName(const QString &name)
{
    return name == QLatin1String("document") ? RoundBy::Document : RoundBy::Lines;
}

QString roundByName(RoundBy roundBy)
{
    return roundBy == RoundBy::Document ? QStringLiteral("document") : QStringLiteral("lines");
}

} // namespace crm
