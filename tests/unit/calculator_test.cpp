#include "core/model/calculator.h"
#include "core/model/error.h"
#include "printers.h"
#include <limits>
#include <numeric>
#include <random>

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

CalculatorInput anyDocument(std::mt19937_64 &random)
{
    CalculatorInput in;
    for (auto n = random() % 8; n > 0; --n)
        in.lines << line(qint64(random() % 100'000), qint64(random() % 1'000'000), qint64(random() % 10'001),
                         random() % 3 != 0);
    for (auto n = random() % 3; n > 0; --n)
        in.taxes << TaxInput{qint64(random() % 3000), 2};
    in.discount = random() % 2 ? percentOff(qint64(random() % 5000), random() % 2)
                               : amountOff(qint64(random() % 1000), random() % 2);
    in.taxesIncluded = random() % 2;
    in.roundBy = random() % 2 ? RoundBy::Lines : RoundBy::Document;
    in.rounding = random() % 2 ? Rounding::HalfUp : Rounding::HalfEven;
    return in;
}
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

TEST(Calculator, FiguresAlwaysAddUp)
{
    std::mt19937_64 random(4);
    for (int i = 0; i < 5000; ++i) {
        const CalculatorInput in = anyDocument(random);
        const DocumentAmounts a = calculate(in);
        ASSERT_EQ(a.lines.size(), in.lines.size());
        ASSERT_EQ(a.taxes.size(), in.taxes.size());
        ASSERT_EQ(a.total, a.subtotal - a.discount + (in.taxesIncluded ? 0 : a.taxSum()));
        const qint64 ofLines = std::accumulate(a.lines.begin(), a.lines.end(), qint64(0));
        if (in.roundBy == RoundBy::Lines) {
            ASSERT_EQ(a.subtotal, ofLines);
        } else {
            ASSERT_LE(std::abs(a.subtotal - ofLines), (in.lines.size() + 1) / 2 + 1) << "at most half a unit a line";
        }
    }
}

TEST(Calculator, EveryFigureIsTheExactFractionRoundedOnce)
{
    using Int = __int128;
    // True if figure is top/bottom to within half a unit, in whole numbers alone.
    const auto isNearest = [](qint64 figure, Int top, Int bottom) {
        const Int difference = 2 * (Int(figure) * bottom - top);
        const Int limit = bottom < 0 ? -bottom : bottom;
        return difference <= limit && difference >= -limit;
    };
    constexpr Int unit = 10'000'000; // quantities by 1000, discounts by 10000
    std::mt19937_64 random(9);
    for (int i = 0; i < 5000; ++i) {
        CalculatorInput in = anyDocument(random);
        const DocumentAmounts a = calculate(in);
        Int all = 0, taxable = 0;
        for (int n = 0; n < in.lines.size(); ++n) {
            const LineInput &l = in.lines.at(n);
            const Int value = Int(l.quantity) * l.price * (10'000 - l.discount);
            ASSERT_TRUE(isNearest(a.lines.at(n), value, unit));
            const Int counted = in.roundBy == RoundBy::Lines ? Int(a.lines.at(n)) * unit : value;
            all += counted;
            taxable += l.taxable ? counted : 0;
        }
        ASSERT_TRUE(isNearest(a.subtotal, all, unit));

        Int left = 1, of = 1; // what a discount before tax leaves
        if (!in.discount.afterTax && in.discount.type == DiscountInput::Percent) {
            left = 10'000 - in.discount.value;
            of = 10'000;
        } else if (!in.discount.afterTax && all != 0) {
            left = all - in.discount.value * unit;
            of = all;
        }
        Int rates = 0;
        for (const TaxInput &t : in.taxes)
            rates += t.percent;
        const Int whole = in.taxesIncluded ? 10'000 + rates : Int(10'000);
        for (int n = 0; n < in.taxes.size(); ++n)
            ASSERT_TRUE(isNearest(a.taxes.at(n), taxable * left * in.taxes.at(n).percent, of * whole * unit));

        const Int from = all + (in.discount.afterTax && !in.taxesIncluded ? Int(a.taxSum()) * unit : Int(0));
        if (in.discount.type == DiscountInput::Percent) {
            ASSERT_TRUE(isNearest(a.discount, from * in.discount.value, unit * 10'000));
        } else {
            ASSERT_EQ(a.discount, in.discount.value);
        }
    }
}

TEST(Calculator, OrderOfLinesDoesNotMatter)
{
    std::mt19937_64 random(5);
    for (int i = 0; i < 1000; ++i) {
        CalculatorInput in = anyDocument(random);
        const DocumentAmounts a = calculate(in);
        std::shuffle(in.lines.begin(), in.lines.end(), random);
        const DocumentAmounts b = calculate(in);
        ASSERT_EQ(a.total, b.total);
        ASSERT_EQ(a.taxes, b.taxes);
    }
}

TEST(Calculator, CreditNoteIsTheMirrorOfItsInvoice)
{
    std::mt19937_64 random(6);
    for (int i = 0; i < 1000; ++i) {
        CalculatorInput in = anyDocument(random);
        const DocumentAmounts a = calculate(in);
        for (LineInput &l : in.lines)
            l.quantity = -l.quantity;
        if (in.discount.type == DiscountInput::Amount)
            in.discount.value = -in.discount.value;
        const DocumentAmounts b = calculate(in);
        ASSERT_EQ(b.total, -a.total);
        ASSERT_EQ(b.taxSum(), -a.taxSum());
    }
}

TEST(Calculator, IncludedAndAddedTaxAgreeOnWholeAmounts)
{
    std::mt19937_64 random(7);
    for (int i = 0; i < 1000; ++i) {
        const qint64 net = qint64(random() % 1'000'000) * 100;
        const qint64 rate = qint64(random() % 30) * 100;
        CalculatorInput added;
        added.lines = {line(1000, net)};
        added.taxes = {{rate, 2}};
        const DocumentAmounts a = calculate(added);
        CalculatorInput included = added;
        included.lines = {line(1000, a.total)};
        included.taxesIncluded = true;
        ASSERT_EQ(calculate(included).taxes, a.taxes);
    }
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
