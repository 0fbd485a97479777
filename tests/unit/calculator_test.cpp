#include "core/model/calculator.h"
#include "core/model/error.h"
#include "printers.h"
#include <limits>

using namespace crm;

namespace {
LineInput line(qint64 thousandths, qint64 price, qint64 discount = 0, bool taxable = true)
{
    LineInput l;
    l.quantity = thousandths;
    l.price = price;
    l.discount = discount;
    l.taxable = taxable;
    return l;
}

DiscountInput percentOff(qint64 value, bool afterTax = false) { return {DiscountInput::Percent, value, 2, afterTax}; }
DiscountInput amountOff(qint64 value, bool afterTax = false) { return {DiscountInput::Amount, value, 2, afterTax}; }
} // namespace

TEST(Calculator, EmptyDocumentIsNothing)
{
    const DocumentAmounts a = calculate({});
    EXPECT_EQ(a, DocumentAmounts());
}

TEST(Calculator, LineIsQuantityTimesPriceLessDiscount)
{
    EXPECT_EQ(lineAmount(line(1250, 19990)), 24988); // 249.875
    EXPECT_EQ(lineAmount(line(1250, 19990), Rounding::HalfEven), 24988);
    EXPECT_EQ(lineAmount(line(1000, 1050, 500)), 998); // 9.975
    EXPECT_EQ(lineAmount(line(1000, 250, 1000)), 225);
    EXPECT_EQ(lineAmount(line(500, 1)), 1);
    EXPECT_EQ(lineAmount(line(500, 1), Rounding::HalfEven), 0);
    EXPECT_EQ(lineAmount(line(-500, 1)), -1) << "half up is away from zero";
    EXPECT_EQ(lineAmount({.quantity = 3, .quantityScale = 0, .price = 7}), 21);
}

TEST(Calculator, FractionsAsInNorthwindAreExact)
{
    // Discounts of 0.05 and 0.15, prices and quantities whose product has half kopecks.
    CalculatorInput in;
    in.lines = {line(1000, 1450, 500), line(3000, 1030, 1500), line(7000, 715, 500)};
    // 13.775, 26.265, 47.5475
    const DocumentAmounts lines = calculate(in);
    EXPECT_EQ(lines.lines, (QList<qint64>{1378, 2627, 4755}));
    EXPECT_EQ(lines.total, 8760);
    in.roundBy = RoundBy::Document;
    const DocumentAmounts document = calculate(in);
    EXPECT_EQ(document.lines, (QList<qint64>{1378, 2627, 4755})) << "lines are shown rounded";
    EXPECT_EQ(document.total, 8759) << "87.5875 rounded once";
}

TEST(Calculator, TaxesStandOnTheTaxableLinesOnly)
{
    CalculatorInput in;
    in.lines = {line(1000, 10000), line(1000, 5000, 0, false)};
    in.taxes = {{2000, 2}, {500, 2}};
    const DocumentAmounts a = calculate(in);
    EXPECT_EQ(a.subtotal, 15000);
    EXPECT_EQ(a.taxes, (QList<qint64>{2000, 500}));
    EXPECT_EQ(a.total, 17500);
}

TEST(Calculator, IncludedTaxesAreTakenOutOfThePrice)
{
    CalculatorInput in;
    in.lines = {line(1000, 12000)};
    in.taxes = {{20, 0}};
    in.taxesIncluded = true;
    const DocumentAmounts a = calculate(in);
    EXPECT_EQ(a.taxes, (QList<qint64>{2000}));
    EXPECT_EQ(a.total, 12000);
    in.taxes = {{20, 0}, {500, 2}};
    const DocumentAmounts two = calculate(in);
    EXPECT_EQ(two.taxes, (QList<qint64>{1920, 480})); // of a net 96.00
}

TEST(Calculator, DiscountBeforeTaxLessensTheTaxAfterTaxDoesNot)
{
    CalculatorInput in;
    in.lines = {line(1000, 10000)};
    in.taxes = {{2000, 2}};
    in.discount = percentOff(1000);
    DocumentAmounts a = calculate(in);
    EXPECT_EQ(a.discount, 1000);
    EXPECT_EQ(a.taxes.first(), 1800);
    EXPECT_EQ(a.total, 10800);

    in.discount.afterTax = true;
    a = calculate(in);
    EXPECT_EQ(a.taxes.first(), 2000);
    EXPECT_EQ(a.discount, 1200);
    EXPECT_EQ(a.total, 10800);

    in.discount = amountOff(1000, true);
    a = calculate(in);
    EXPECT_EQ(a.total, 11000);
    in.discount = amountOff(1000, false);
    EXPECT_EQ(calculate(in).total, 10800);
}

TEST(Calculator, DiscountIsSharedByTaxableAndOtherLines)
{
    CalculatorInput in;
    in.lines = {line(1000, 10000), line(1000, 30000, 0, false)};
    in.taxes = {{1000, 2}};
    in.discount = amountOff(4000); // a quarter of it on the taxable line
    EXPECT_EQ(calculate(in).taxes.first(), 900);
}

TEST(Calculator, TaxWithheldAtSourceIsARateBelowZero)
{
    CalculatorInput in;
    in.lines = {line(1000, 10000)};
    in.taxes = {{2000, 2}, {-1000, 2}};
    EXPECT_EQ(calculate(in).total, 11000);
}

TEST(Calculator, DiscountOnNothingIsNotSpread)
{
    CalculatorInput in;
    in.lines = {line(0, 10000)};
    in.taxes = {{2000, 2}};
    in.discount = amountOff(500);
    const DocumentAmounts a = calculate(in);
    EXPECT_EQ(a.taxes.first(), 0);
    EXPECT_EQ(a.total, -500);
}

TEST(Calculator, GreatAmountsAreExactAndOverflowIsRefused)
{
    CalculatorInput in;
    in.lines = {line(1000, 9'000'000'000'000'000), line(1000, 1'000'000'000'000'001)};
    in.taxes = {{2000, 2}};
    in.discount = amountOff(1);
    const DocumentAmounts a = calculate(in);
    EXPECT_EQ(a.subtotal, 10'000'000'000'000'001);
    EXPECT_EQ(a.taxes.first(), 2'000'000'000'000'000);
    in.lines = {line(1'000'000, std::numeric_limits<qint64>::max())};
    EXPECT_THROW(calculate(in), Error);
    in.lines = {line(1000, std::numeric_limits<qint64>::max()), line(1000, 1)};
    EXPECT_THROW(calculate(in), Error);
    EXPECT_THROW(lineAmount(line(std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::max())), Error);
}

TEST(Calculator, WayOfRoundingHasAStoredName)
{
    EXPECT_EQ(roundByName(u"document"_s), RoundBy::Document);
    EXPECT_EQ(roundByName(u"lines"_s), RoundBy::Lines);
    EXPECT_EQ(roundByName(u""_s), RoundBy::Lines);
    EXPECT_EQ(roundByName(RoundBy::Document), u"document"_s);
    EXPECT_EQ(roundByName(RoundBy::Lines), u"lines"_s);
}
