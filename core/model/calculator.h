// The one calculator of every document with lines: what the editor shows live, what is stored and what is printed.
//
//     CalculatorInput in;
//     in.lines = {{.quantity = 1250, .price = 19990}};             // 1.250 x 199.90
//     in.taxes = {{.percent = 2000}};                              // 20.00 %
//     DocumentAmounts a = calculate(in);                           // a.subtotal, a.total ... in minor units
//
// With exact fractions (128 bits, products in 256), never binary floating point:
//
//     value(line) = quantity x price x (1 - discount/100)
//     RoundBy::Lines:     line = round(value);  S = sum of lines
//     RoundBy::Document:  line = round(value), only shown;  S = exact sum of values
//     subtotal    = round(S)
//     T           = the part of S whose lines are taxable
//     discount    = round(S x percent/100), or the amount
//     base        = T, less the discount's share T/S when it is given before tax
//     tax         = round(base x rate/100), prices without tax
//                 = round(base x rate/(100 + sum of rates)), prices that include it
//     total       = subtotal - discount + taxes           (prices without tax)
//                 = subtotal - discount                   (prices that include it)
//
// A discount after tax is taken from S plus the taxes, and leaves them as they are. Each figure below the lines is an
// exact value rounded once, and the printed figures always add up to the total. A tax withheld at source is a rate
// below zero. A result that does not fit 64 bits throws Error(Validation). Pure functions; any thread.
#pragma once
#include "core/core_export.h"
#include "core/model/decimal.h"
#include <QList>

namespace crm {

struct LineInput
{
    qint64 quantity = 0; ///< units of 10^-quantityScale
    int quantityScale = 3;
    qint64 price = 0;    ///< minor units for one
    qint64 discount = 0; ///< percent in units of 10^-discountScale
    int discountScale = 2;
    bool taxable = true;
};

struct DiscountInput
{
    enum Type { None, Percent, Amount };
    Type type = None;
    qint64 value = 0; ///< percent in units of 10^-scale, or minor units
    int scale = 2;
    bool afterTax = false;
};

struct TaxInput
{
    qint64 percent = 0; ///< units of 10^-scale
    int scale = 2;
};

enum class RoundBy { Lines, Document };

struct CalculatorInput
{
    QList<LineInput> lines;
    DiscountInput discount;
    QList<TaxInput> taxes;
    bool taxesIncluded = false; ///< in the prices
    RoundBy roundBy = RoundBy::Lines;
    Rounding rounding = Rounding::HalfUp;
};

/// All in minor units.
struct CRM_CORE DocumentAmounts
{
    QList<qint64> lines;
    qint64 subtotal = 0;
    qint64 discount = 0;
    QList<qint64> taxes; ///< in the order of the input
    qint64 total = 0;
    qint64 taxSum() const;
    friend bool operator==(const DocumentAmounts &, const DocumentAmounts &) = default;
};

CRM_CORE DocumentAmounts calculate(const CalculatorInput &input);
/// One line alone, rounded: what a grid shows while the person types.
CRM_CORE qint64 lineAmount(const LineInput &line, Rounding rounding = Rounding::HalfUp);
/// "lines", "document": how a document stores its way of rounding. An unknown name is Lines.
CRM_CORE RoundBy roundByName(const QString &name);
CRM_CORE QString roundByName(RoundBy roundBy);

} // namespace crm
